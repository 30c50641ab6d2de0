"""Backups and getting drafts back: backup, recover."""

import argparse
from pathlib import Path

from actions.backing_up import back_up_to
from commands.answer import Answer, Command
from commands.subcommand import Subcommand
from models.errors import UserError

_OPEN = "法治年报的窗口开着，没有恢复，什么也没有改动；请先关闭窗口再试，或在窗口的“数据备份”里恢复。"


def _backup_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--to", type=Path, metavar="FILE", required=True, help="备份成哪个文件（给文件夹则自动取名）"
    )


def _backup(command: Command) -> Answer:
    file = back_up_to(command.data_dir, command.arguments.to)
    return Answer({"file": str(file)}, (str(file),))


def _recover_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE", help="备份文件，或已损坏的草稿库文件")


def _recover(command: Command) -> Answer:
    from models.occupancy import is_occupied

    from actions.recovering import recover

    if is_occupied(command.data_dir):
        raise UserError(_OPEN)
    done = recover(command.data_dir, command.arguments.file)
    deed = "已恢复" if done.how == "restored" else "已抢救"
    lines = [f"{deed}{done.reports}份报告、{done.versions}个版本。"]
    lines += [f"没有救回：{one}" for one in done.lost]
    lines += done.notes
    data = {
        "how": done.how,
        "reports": done.reports,
        "versions": done.versions,
        "lost": list(done.lost),
        "notes": list(done.notes),
        "aside": str(done.aside) if done.aside else None,
    }
    return Answer(data, tuple(lines))


SUBCOMMANDS = (
    Subcommand("backup", "把全部草稿备份成一个文件", _backup, _backup_arguments),
    Subcommand("recover", "用备份恢复草稿，或从损坏的文件里抢救", _recover, _recover_arguments),
)
