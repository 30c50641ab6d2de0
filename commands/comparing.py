"""What changed between two states: diff."""

import argparse
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from commands.answer import Answer, Command, opened_store
from commands.subcommand import Subcommand, takes_fonts, takes_report
from models.errors import UserError
from models.report import Report

if TYPE_CHECKING:
    from models.store import Store

_PRESENT = "现稿"


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


def _version(store: "Store", report_id: str, called: str) -> _State:
    from actions.versioning import version_called

    version = version_called(store, report_id, called)
    return _State(store.load_version(report_id, version.number), version.trace, version.time)


SUBCOMMANDS = (Subcommand("diff", "比较两个版本，或一个版本与现稿，可写出花脸稿", _diff, _arguments),)
