"""Asking departments for their figures: collect, merge."""

import argparse
from pathlib import Path

from commands.answer import REFUSED, Answer, Command, opened_store, pair
from commands.subcommand import Subcommand, takes_report
from models.version import Occasion


def _collect_arguments(parser: argparse.ArgumentParser) -> None:
    takes_report(parser)
    parser.add_argument("--to", type=Path, required=True, metavar="DIR", help="放到哪个文件夹")
    parser.add_argument("--deadline", default="", metavar="DATE", help="截止日期，印在表上，如2027-01-15")
    parser.add_argument("--all", action="store_true", help="采集目录里的全部指标")
    parser.add_argument("--overwrite", action="store_true", help="覆盖同名文件")


def _collect(command: Command) -> Answer:
    from actions.collecting import collect
    from models.dates import official_date

    wanted = command.arguments
    with opened_store(command) as store:
        report = store.load(wanted.id)
    deadline = official_date(wanted.deadline)
    collected = collect(report, wanted.to, deadline, wanted.overwrite, wanted.all)
    files = [str(file) for file in collected.files]
    return Answer({"files": files, "notes": list(collected.notes)}, tuple(files), notes=collected.notes)


def _merge_arguments(parser: argparse.ArgumentParser) -> None:
    takes_report(parser)
    parser.add_argument("files", type=Path, nargs="+", metavar="FILE", help="采集表，或放着采集表的文件夹")
    parser.add_argument("--accept", action="store_true", help="采用这些数")
    parser.add_argument(
        "--take", action="append", default=[], metavar="ID=FILE", help="几个单位填得不一样时采用哪个文件的"
    )


def _merge(command: Command) -> Answer:
    from datetime import date

    from actions.merging import apply, plan, read_files
    from actions.showing_workbooks import plan_lines, show_plan
    from actions.unfreezing import edit
    from actions.workbook_files import workbook_files

    wanted = command.arguments
    with opened_store(command) as store:
        report = store.load(wanted.id)
        returns = read_files(report, workbook_files(wanted.files))
        found = plan(report, returns)
        if not returns.files:
            data = {"error": returns.refused[0], **show_plan(found, accepted=False)}
            return Answer(data, (), REFUSED, returns.refused)
        found = found.with_choices(dict(map(pair, wanted.take)))
        data = show_plan(found, wanted.accept)
        left: tuple[str, ...] = ()
        if wanted.accept:
            store.keep(wanted.id, Occasion.MERGE)
            _, left = edit(store, wanted.id, lambda now: apply(now, found, date.today()))
    problems = () if command.json else tuple(data["problems"])
    return Answer(data, plan_lines(found, wanted.accept), notes=(*problems, *left))


SUBCOMMANDS = (
    Subcommand("collect", "给各单位各写一份空白采集表", _collect, _collect_arguments),
    Subcommand("merge", "看填好的采集表会改动什么；加--accept才采用", _merge, _merge_arguments),
)
