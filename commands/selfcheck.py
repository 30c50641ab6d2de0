"""Looking whether this PC and the drafts are in order: selfcheck."""

from actions.own_check import OwnCheck
from actions.self_check import self_check
from commands.answer import DONE, FOUND_ERRORS, Answer, Command
from commands.subcommand import Subcommand


def _selfcheck(command: Command) -> Answer:
    checks = self_check(command.data_dir)
    lines = tuple(f"{_state(one)}　{one.name}：{one.words}" for one in checks)
    data = {"checks": [{"name": one.name, "ok": one.ok, "words": one.words} for one in checks]}
    return Answer(data, lines, DONE if all(one.ok for one in checks) else FOUND_ERRORS)


def _state(one: OwnCheck) -> str:
    if one.is_reminder:
        return "提醒"
    return "正常" if one.ok else "有问题"


SUBCOMMANDS = (Subcommand("selfcheck", "检查本机环境和草稿是否正常", _selfcheck),)
