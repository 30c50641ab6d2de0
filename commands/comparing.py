"""What changed between two states: diff."""

import argparse
import re
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from commands.answer import Answer, Command, opened_store
from commands.subcommand import Subcommand, takes_fonts, takes_report
from models.errors import UnknownKeyError, UserError
from models.report import Report
from models.version import Version

if TYPE_CHECKING:
    from models.store import Store

_PRESENT = "现稿"
_LEAST = 4
_KNOWN = "请用 versions 查看这份报告有哪些版本。"


@dataclass(frozen=True, slots=True)
class _State:
    """A state of a report, what it is called, and when it was so."""

    report: Report
    label: str
    time: datetime


def _arguments(parser: argparse.ArgumentParser) -> None:
    takes_report(parser)
    parser.add_argument(
        "versions",
        nargs="+",
        metavar="VERSION",
        help="版本的序号，或印在纸上的编码（至少前4位）；只写一个就与现稿比较",
    )
    parser.add_argument("--to", type=Path, metavar="DIR", help="把花脸稿（Word、PDF）放到哪个文件夹")
    takes_fonts(parser)


def _diff(command: Command) -> Answer:
    from actions.showing_differences import difference_line, show_differences
    from models.comparison import compare

    wanted = command.arguments
    if len(wanted.versions) > 2:
        raise UserError("一次只能比较两个版本，什么也没有做；请只写一个或两个VERSION。")
    with opened_store(command) as store:
        old, *rest = [_version(store, wanted.id, code) for code in wanted.versions]
        new = rest[0] if rest else _present(store, wanted.id)
    found = compare(old.report, new.report)
    data, files = show_differences(found), _redline(command, old, new)
    if wanted.to:
        data["files"] = files
    lines = (
        (*map(difference_line, found), *files) if found else (f"{old.label}与{new.label}没有不同。", *files)
    )
    return Answer(data, lines)


def _redline(command: Command, old: _State, new: _State) -> tuple[str, ...]:
    if not command.arguments.to:
        return ()
    from actions.page_rules import page_rules
    from actions.redlining import write_redline

    rules = page_rules(command.data_dir, font_folder=command.arguments.fonts)
    labels = (old.label, new.label)
    files = write_redline(old.report, new.report, labels, command.arguments.to, rules=rules, time=new.time)
    return tuple(map(str, files))


def _present(store: "Store", report_id: str) -> _State:
    return _State(store.load(report_id), _PRESENT, datetime.now().astimezone())


def _version(store: "Store", report_id: str, code: str) -> _State:
    """A version by its number, else by the beginning of its hash. Raises UnknownKeyError for none."""
    versions = store.versions(report_id)
    version = next((one for one in versions if str(one.number) == code), None) or _by_code(
        store, versions, report_id, code
    )
    return _State(store.load_version(report_id, version.number), version.trace, version.time)


def _by_code(store: "Store", versions: tuple[Version, ...], report_id: str, code: str) -> Version:
    """The last version whose paper bears this code: several that hold the same bear the same."""
    if not re.fullmatch(rf"[0-9a-fA-F]{{{_LEAST},64}}", code):
        raise UnknownKeyError("版本", code, _KNOWN)
    found = [one for one in versions if one.hash.startswith(code.lower())]
    if len({one.hash for one in found}) > 1:
        raise UserError(f"有好几个版本的编码以“{code}”开头，什么也没有做；请多写几位。")
    if found:
        return found[-1]
    if others := [other for other, _ in store.find_version(code) if other != report_id]:
        raise UserError(f"编码“{code}”是报告{others[0]}的版本，什么也没有做；请换成那份报告再比较。")
    raise UnknownKeyError("版本", code, _KNOWN)


SUBCOMMANDS = (Subcommand("diff", "比较两个版本，或一个版本与现稿，可写出花脸稿", _diff, _arguments),)
