"""Drafts: import, list, show, check, set."""

import argparse
from pathlib import Path

import checks
from actions.backing_up import back_up_before_import
from actions.checking import check_report
from actions.drafting import set_values
from actions.page_rules import page_rules
from actions.showing import show, show_findings, show_list
from actions.unfreezing import edit
from commands.answer import DONE, FOUND_ERRORS, Answer, Command, opened_store, pair
from commands.subcommand import Subcommand, takes_report
from exporters.text import as_text
from models.compose import compose
from models.template import template


def _import_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("files", type=Path, nargs="+", metavar="FILE")
    parser.add_argument("--template", metavar="ID", help="模板编号，不填则自动判断")
    parser.add_argument("--year", type=int, metavar="Y", help="报告年度，不填则自动判断")


def _import(command: Command) -> Answer:
    from importers import import_file  # compiles 0.15 s of patterns, and the window starts here too

    wanted = command.arguments
    found = [(file, import_file(file, wanted.template, wanted.year)) for file in wanted.files]
    back_up_before_import(command.data_dir)
    with opened_store(command) as store:
        reports = [(store.create(one.report), str(file), one.notes) for file, one in found]
    return Answer(
        {"reports": [{"id": number, "file": file, "notes": list(notes)} for number, file, notes in reports]},
        tuple("\n  ".join((f"{file} → 报告{number}", *notes)) for number, file, notes in reports),
    )


def _list(command: Command) -> Answer:
    with opened_store(command) as store:
        summaries = store.list()
    lines = tuple(f"{one.id}\t{one.year}\t{one.stage}\t{one.title}" for one in summaries)
    return Answer(show_list(summaries), lines or ("还没有报告。",))


def _show(command: Command) -> Answer:
    number = command.arguments.id
    with opened_store(command) as store:
        report = store.load(number)
    text = as_text(compose(report, template(report.template)))
    return Answer(show(number, report), (text.rstrip("\n"),))


def _check(command: Command) -> Answer:
    with opened_store(command) as store:
        report = store.load(command.arguments.id)
    findings = check_report(report, page_rules(command.data_dir))
    failed = any(one.level is checks.Level.ERROR for one in findings)
    lines = tuple(f"{one.level.label}　{one.message}（{one.source}）" for one in findings)
    return Answer(show_findings(findings), lines or ("没有发现问题。",), FOUND_ERRORS if failed else DONE)


def _set_arguments(parser: argparse.ArgumentParser) -> None:
    takes_report(parser)
    parser.add_argument("values", nargs="+", metavar="KEY=VALUE")


def _set(command: Command) -> Answer:
    number, values = command.arguments.id, dict(map(pair, command.arguments.values))
    with opened_store(command) as store:
        report, notes = edit(store, number, lambda found: set_values(found, values))
    return Answer(show(number, report), tuple(f"{key} = {text}" for key, text in values.items()), notes=notes)


SUBCOMMANDS = (
    Subcommand("import", "导入 Word（.docx）或文本文件，每个文件成为一份报告", _import, _import_arguments),
    Subcommand("list", "列出所有报告", _list),
    Subcommand("show", "显示一份报告", _show, takes_report),
    Subcommand("check", "校对一份报告", _check, takes_report),
    Subcommand("set", "填写文头和数据，如 date=2026年2月9日 figure.fy_apply=180", _set, _set_arguments),
)
