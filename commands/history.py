"""A report's history on the command line: versions, restore."""

import argparse

from actions.showing import show_paper, show_version, show_versions
from actions.unfreezing import unfrozen
from actions.versioning import elsewhere_called, find_papers, restore
from commands.answer import Answer, Command, opened_store
from commands.columns import aligned
from commands.subcommand import Subcommand, takes_report
from models.errors import UserError
from models.version import Version

_HEAD = ("序号", "时间", "版本", "字数", "改动", "编码")
_NO_PAPER = "没有编码这样开头的版本"


def _versions_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("id", metavar="ID", nargs="?")
    parser.add_argument("--code", metavar="CODE", help="纸上的编码（至少前4个字符），不写ID就在所有报告里找")


def _versions(command: Command) -> Answer:
    wanted = command.arguments
    if wanted.code is not None:
        return _papers(command)
    if wanted.id is None:
        raise UserError("没有写明是哪份报告，什么也没有做；请写上报告的编号，或用 --code 加纸上的编码。")
    with opened_store(command) as store:
        versions = store.versions(wanted.id)
    lines = aligned(_HEAD, list(map(_cells, versions))) if versions else ("这份报告还没有版本。",)
    return Answer(show_versions(versions), lines)


def _papers(command: Command) -> Answer:
    """The versions a paper may be of."""
    wanted = command.arguments
    with opened_store(command) as store:
        if wanted.id is not None:
            store.versions(wanted.id)  # a report that is not there is said
        found = [one for one in find_papers(store, wanted.code) if wanted.id in (None, one.report_id)]
        elsewhere = elsewhere_called(store, wanted.id, wanted.code) if wanted.id and not found else ""
    rows = [(one.report_id, *_cells(one.version), one.title) for one in found]
    lines = aligned(("报告", *_HEAD, "标题"), rows) if rows else (f"{elsewhere or _NO_PAPER}。",)
    return Answer({"versions": list(map(show_paper, found))}, lines)


def _restore_arguments(parser: argparse.ArgumentParser) -> None:
    takes_report(parser)
    parser.add_argument("version", metavar="VERSION", help="版本的序号，或纸上的编码（至少前4个字符）")


def _restore(command: Command) -> Answer:
    wanted = command.arguments
    with opened_store(command) as store:
        done = restore(store, wanted.id, wanted.version)
        before, now = store.load_version(wanted.id, done.kept.number), store.load(wanted.id)
        left = unfrozen(store, wanted.id, before, now)
    said = (
        f"已恢复到第{done.version.number}个版本（{done.version.trace}）；"
        f"原来的内容在第{done.kept.number}个版本（{done.kept.trace}）中。"
    )
    data = {"id": wanted.id, "restored": show_version(done.version), "kept": show_version(done.kept)}
    return Answer(data, (said,), notes=left)


def _cells(one: Version) -> tuple[str, ...]:
    named = one.name and one.name != one.kind and not one.is_stage
    label = f"{one.name}（{one.kind}）" if named else one.label
    size = f"{one.characters:,}字" if one.characters >= 0 else ""
    changed = f"改{one.changed:,}字" if one.changed >= 0 else ""
    return str(one.number), f"{one.time.astimezone():%Y-%m-%d %H:%M:%S}", label, size, changed, one.short_hash


SUBCOMMANDS = (
    Subcommand("versions", "列出一份报告的版本，或按纸上的编码找版本", _versions, _versions_arguments),
    Subcommand("restore", "把报告恢复到一个版本，现在的内容先存为版本", _restore, _restore_arguments),
)
