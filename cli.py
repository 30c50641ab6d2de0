"""The command line: each command is a few lines that call an action and say what came of it.

Exit status 0 done, 1 `check` found errors, 2 the request cannot be met (one Chinese sentence on stderr).
"""

import argparse
import json
import os
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import platformdirs

import checks
from actions.checking import check_report
from actions.drafting import set_values
from actions.exporting import Exported, export_report
from actions.layout_report import layout_notes
from actions.page_rules import page_rules
from actions.publishing import disclosure
from actions.sample import sample_report
from actions.showing import (
    show,
    show_findings,
    show_fonts,
    show_list,
    show_version,
    show_versions,
    show_words,
)
from exporters import default_formats
from exporters.profile import DEFAULT
from exporters.text import as_text
from models.carrying import Treatment
from models.compose import compose
from models.errors import DisclosureError, UserError
from models.report import Report, Stage
from models.template import template

if TYPE_CHECKING:
    from models.store import Store

_DONE, _FOUND_ERRORS, _REFUSED = 0, 1, 2
_FORMATS = ",".join(default_formats())
_LATER = "diff|restore|pack|unpack|backup|recover|selfcheck"
_PROGRESS_WIDTH = 36
"""Characters, most of them two columns wide."""
_COMPLAINTS = (
    (rf"invalid choice: '({_LATER})'", "这个版本还没有“{0}”"),
    (r"argument (?:COMMAND|命令): invalid choice: '(.*?)'", "没有“{0}”这个命令"),
    (r"argument (\S+): invalid choice: '(.*?)'", "{0}不能是“{1}”"),
    (r"argument (\S+): invalid int value: '(.*?)'", "{0}要写数字，不能是“{1}”"),
    (r"argument (\S+): expected", "{0}后面缺少内容"),
    (r"required: (.*)", "缺少{0}"),
    (r"unrecognized arguments: (.*)", "不认识“{0}”"),
)
"""What argparse says in English, as a pattern, and the same in Chinese."""
_STAGES = [str(stage) for stage in Stage if stage is not Stage.DRAFT]


@dataclass(frozen=True, slots=True)
class Answer:
    """What a command says: as JSON, and in lines for people; `notes` go to stderr."""

    data: dict[str, Any]
    lines: tuple[str, ...]
    status: int = _DONE
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Command:
    """A parsed command line; an empty name asks for the window. `complaint` says what is wrong with it."""

    name: str
    data_dir: Path
    json: bool
    arguments: argparse.Namespace
    complaint: str = ""


def parse(arguments: list[str]) -> Command:
    """Take the command line apart."""
    try:
        found = _parser().parse_args(arguments)
    except UserError as error:
        return Command("?", default_data_dir(), "--json" in arguments, argparse.Namespace(), str(error))
    options = vars(found)
    data_dir = options.get("data_dir") or default_data_dir()
    return Command(options.get("command") or "", data_dir, options.get("json", False), found)


def default_data_dir() -> Path:
    """The per-user folder that holds the drafts."""
    return platformdirs.user_data_path("fazhi-nianbao", appauthor=False)


def run(command: Command) -> int:
    """Carry out a command and print its answer; returns the exit status."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8")  # a Chinese Windows console would be GBK when redirected
    try:
        if command.complaint:
            raise UserError(command.complaint)
        answer = _COMMANDS[command.name](command)
    except UserError as error:
        print(error, file=sys.stderr)
        if command.json:
            _say(json.dumps({"error": str(error)}, ensure_ascii=False))
        return _REFUSED
    if command.json or answer.lines:
        _say(
            json.dumps(answer.data, ensure_ascii=False, indent=1) if command.json else "\n".join(answer.lines)
        )
    for note in answer.notes:
        print(note, file=sys.stderr)
    return answer.status


def _say(text: str) -> None:
    """Print, even where the reader has seen enough (`run show 1 | head`)."""
    try:
        print(text, flush=True)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


class _ChineseHelp(argparse.HelpFormatter):
    """argparse's help with its own few English words in Chinese."""

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[Any],
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, "用法：" if prefix is None else prefix)

    def start_section(self, heading: str | None) -> None:
        words = {"positional arguments": "参数", "options": "选项"}
        super().start_section(words.get(heading or "", heading))


class _Parser(argparse.ArgumentParser):
    """argparse that speaks Chinese: help, and one sentence for what is wrong."""

    def __init__(self, *, add_help: bool = True, **options: Any) -> None:
        super().__init__(**options, add_help=False, formatter_class=_ChineseHelp)
        if add_help:
            self.add_argument("-h", "--help", action="help", help="显示这段说明")

    def error(self, message: str) -> NoReturn:
        usage = " ".join(self.format_usage().split())
        raise UserError(f"{_in_chinese(message)}，什么也没有做；{usage}。")


def _in_chinese(message: str) -> str:
    """What argparse complains of, in Chinese."""
    for pattern, words in _COMPLAINTS:
        if match := re.search(pattern, message):
            return words.format(*match.groups())
    return "命令写得不完整或不对"


def _parser() -> _Parser:
    everywhere = _Parser(add_help=False, argument_default=argparse.SUPPRESS)
    everywhere.add_argument("--data-dir", type=Path, metavar="DIR", help="存放草稿的文件夹")
    everywhere.add_argument("--json", action="store_true", help="用JSON回答")
    parser = _Parser(prog="run", description="法治年报。不带命令时打开窗口。", parents=[everywhere])
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", title="命令")

    def command(name: str, about: str) -> argparse.ArgumentParser:
        return commands.add_parser(name, help=about, parents=[everywhere])

    demo = command("demo", "把内置示例导出为DOCX、PDF、XLSX、TXT")
    demo.add_argument("--to", type=Path, default=Path("示例"), metavar="DIR", help="放到哪个文件夹")
    _add_fonts(demo)
    importing = command("import", "导入文本文件，每个文件成为一份报告")
    importing.add_argument("files", type=Path, nargs="+", metavar="FILE")
    importing.add_argument("--template", metavar="ID", help="模板编号，不填则自动判断")
    importing.add_argument("--year", type=int, metavar="Y", help="报告年度，不填则自动判断")
    command("list", "列出所有报告")
    for name, about in (("show", "显示一份报告"), ("check", "校对一份报告")):
        command(name, about).add_argument("id", metavar="ID")
    setting = command("set", "填写文头和数据，如 date=2026年2月9日 figure.fy_apply=180")
    setting.add_argument("id", metavar="ID")
    setting.add_argument("values", nargs="+", metavar="KEY=VALUE")
    exporting = command("export", "导出一份报告")
    exporting.add_argument("id", metavar="ID")
    exporting.add_argument("--to", type=Path, required=True, metavar="DIR", help="放到哪个文件夹")
    exporting.add_argument("--format", help=f"格式，用逗号分开，默认{_FORMATS}，公开版再加html")
    exporting.add_argument("--stage", choices=_STAGES, help="印在首页的稿次")
    exporting.add_argument("--overwrite", action="store_true", help="覆盖同名文件")
    exporting.add_argument("--public", action="store_true", help="公开版：不印密级、签发人等")
    exporting.add_argument(
        "--accept", action="store_true", help="公开版里疑似不宜公开的已经逐处核对，仍要导出"
    )
    exporting.add_argument(
        "--profile", default=DEFAULT, metavar="ID", help="版式，默认国标；本单位的放在草稿文件夹的profiles中"
    )
    exporting.add_argument(
        "--embed-fonts", action="store_true", help="Word文件里带上所用的字，没有字体的电脑也一样"
    )
    _add_fonts(exporting)
    signing = command("signoff", "存为送审稿，写出发文稿纸和签批材料")
    signing.add_argument("id", metavar="ID")
    signing.add_argument("--to", type=Path, required=True, metavar="DIR", help="放到哪个文件夹")
    signing.add_argument("--drafter", default="", metavar="NAME", help="拟稿人，印在发文稿纸上")
    signing.add_argument("--department", default="", metavar="NAME", help="拟稿部门，印在发文稿纸上")
    rolling = command("roll", "结转：由这份报告起草以后年度的报告")
    rolling.add_argument("id", metavar="ID")
    rolling.add_argument("--year", type=int, required=True, metavar="Y", help="新报告的年度")
    rolling.add_argument(
        "--section",
        action="append",
        default=[],
        metavar="KEY=HOW",
        help="某一部分怎样结转：copy照抄，reference只作参考，leave不要；不足和安排默认只作参考，其余照抄",
    )
    summarising = command("summarise", "把多个单位的统计表汇总成一个工作簿")
    summarising.add_argument(
        "places", type=Path, nargs="+", metavar="FILE|DIR", help="统计表，或存放它们的文件夹"
    )
    summarising.add_argument("--to", type=Path, required=True, metavar="FILE", help="汇总表存成哪个.xlsx文件")
    summarising.add_argument("--offices", type=Path, metavar="FILE", help="应报单位名单，文本文件，一行一个")
    summarising.add_argument("--year", type=int, metavar="Y", help="汇总哪一年的，不填则取最多的那一年")
    summarising.add_argument("--overwrite", action="store_true", help="覆盖同名文件")
    command("versions", "列出一份报告的各稿").add_argument("id", metavar="ID")
    _add_collecting(command)
    return parser


def _add_collecting(command: Callable[[str, str], argparse.ArgumentParser]) -> None:
    collecting = command("collect", "给各单位各写一份空白采集表")
    collecting.add_argument("id", metavar="ID")
    collecting.add_argument("--to", type=Path, required=True, metavar="DIR", help="放到哪个文件夹")
    collecting.add_argument("--deadline", default="", metavar="DATE", help="截止日期，印在表上，如2027-01-15")
    collecting.add_argument("--all", action="store_true", help="采集目录里的全部指标")
    collecting.add_argument("--overwrite", action="store_true", help="覆盖同名文件")
    merging = command("merge", "看填好的采集表会改动什么；加--accept才采用")
    merging.add_argument("id", metavar="ID")
    merging.add_argument("files", type=Path, nargs="+", metavar="FILE", help="采集表，或放着采集表的文件夹")
    merging.add_argument("--accept", action="store_true", help="采用这些数")
    merging.add_argument(
        "--take", action="append", default=[], metavar="ID=FILE", help="几个单位填得不一样时采用哪个文件的"
    )


def _add_fonts(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--fonts", type=Path, metavar="DIR", help="先从这个文件夹找公文字体，再找系统的")


@contextmanager
def _store(command: Command) -> Iterator["Store"]:
    from models.store import Store  # SQLAlchemy takes a quarter of a second

    with Store.open(command.data_dir) as store:
        yield store


def _demo(command: Command) -> Answer:
    wanted = command.arguments
    rules = page_rules(None, font_folder=wanted.fonts)
    return _files(command, export_report(sample_report(), wanted.to, _FORMATS.split(","), rules=rules))


def _import(command: Command) -> Answer:
    from importers import import_file  # compiles 0.15 s of patterns, and the window starts here too

    wanted = command.arguments
    found = [(file, import_file(file, wanted.template, wanted.year)) for file in wanted.files]
    with _store(command) as store:
        reports = [(store.create(one.report), str(file), one.notes) for file, one in found]
    return Answer(
        {"reports": [{"id": number, "file": file, "notes": list(notes)} for number, file, notes in reports]},
        tuple("\n  ".join((f"{file} → 报告{number}", *notes)) for number, file, notes in reports),
    )


def _list(command: Command) -> Answer:
    with _store(command) as store:
        summaries = store.list()
    lines = tuple(f"{one.id}\t{one.year}\t{one.stage}\t{one.title}" for one in summaries)
    return Answer(show_list(summaries), lines or ("还没有报告。",))


def _show(command: Command) -> Answer:
    number = command.arguments.id
    with _store(command) as store:
        report = store.load(number)
    text = as_text(compose(report, template(report.template)))
    return Answer(show(number, report), (text.rstrip("\n"),))


def _check(command: Command) -> Answer:
    with _store(command) as store:
        report = store.load(command.arguments.id)
    findings = check_report(report, page_rules(command.data_dir))
    failed = any(one.level is checks.Level.ERROR for one in findings)
    lines = tuple(f"{one.level.label}　{one.message}（{one.source}）" for one in findings)
    return Answer(show_findings(findings), lines or ("没有发现问题。",), _FOUND_ERRORS if failed else _DONE)


def _set(command: Command) -> Answer:
    number, values = command.arguments.id, dict(map(_pair, command.arguments.values))
    with _store(command) as store:
        report = set_values(store.load(number), values)
        answer = Answer(show(number, report), tuple(f"{key} = {text}" for key, text in values.items()))
        store.save(number, report)
    return answer


def _pair(text: str) -> tuple[str, str]:
    key, equals, value = text.partition("=")
    if not equals:
        raise UserError(f"“{text}”不是“字段=值”的写法，什么也没有改动；请写成 date=2026年2月9日 这样。")
    return key.strip(), value.strip()


def _export(command: Command) -> Answer:
    wanted = command.arguments
    if wanted.accept and not wanted.public:
        raise UserError("--accept只和--public一起用，什么也没有写入；导出公开版请加上--public。")
    with _store(command) as store:
        report = store.load(wanted.id)
    stage = Stage(wanted.stage) if wanted.stage else None
    named = default_formats(wanted.public) if wanted.format is None else wanted.format.split(",")
    formats = [name.strip() for name in named if name.strip()]
    rules = page_rules(command.data_dir, wanted.profile, wanted.fonts)
    rules = rules.with_embedded_fonts() if wanted.embed_fonts else rules
    try:
        exported = export_report(
            report, wanted.to, formats, stage, wanted.overwrite, rules,
            is_public=wanted.public, accepts_disclosure=wanted.accept,
        )  # fmt: skip
    except DisclosureError as error:
        return _stopped(report, error)
    return _files(command, exported)


def _stopped(report: Report, error: DisclosureError) -> Answer:
    """A refusal with everything that was found, as `check` says it."""
    found = show_findings(disclosure(report))
    return Answer({"error": str(error), **found}, (), _REFUSED, (str(error),))


def _files(command: Command, exported: Exported) -> Answer:
    """The paths, and what was measured on the PDF: in the JSON object, else on stderr."""
    files = [str(file) for file in exported.files]
    data = {"files": files, "fonts": show_fonts(exported.fonts, exported.missing)}
    if not exported.layout:
        return Answer(data, tuple(files), notes=exported.notes)
    measured = () if command.json else tuple(layout_notes(exported.layout))
    return Answer(
        {**data, "layout": exported.layout.as_json()}, tuple(files), notes=(*exported.notes, *measured)
    )


def _signoff(command: Command) -> Answer:
    from actions.signing import sign_off
    from models.signoff_sheet import Drafting

    wanted = command.arguments
    with _store(command) as store:
        signed = sign_off(store, wanted.id, wanted.to, Drafting(wanted.drafter, wanted.department))
    files = [str(file) for file in signed.files]
    return Answer({"files": files, "version": show_version(signed.version)}, tuple(files), notes=signed.notes)


def _roll(command: Command) -> Answer:
    from actions.rolling import roll_stored

    wanted = command.arguments
    treatments = dict(map(_treatment, wanted.section))
    with _store(command) as store:
        rolled = roll_stored(store, wanted.id, wanted.year, treatments)
    words = tuple(
        f"  {one.quote}　{one.word} → {one.suggestion or '请核对'}（{one.advice}）" for one in rolled.words
    )
    how = tuple(
        f"{one.label}：{'、'.join(keys)}"
        for one in Treatment
        if (keys := [key for key, chosen in rolled.treatments.items() if chosen is one])
    )
    return Answer(
        {
            "id": rolled.id,
            "sections": dict(rolled.treatments),
            "notes": list(rolled.notes),
            "words": show_words(rolled.words),
        },
        (
            f"报告{wanted.id} → 报告{rolled.id}",
            *how,
            *rolled.notes,
            f"年份和时效词{len(words)}处，都没有自动改，请逐处核对。",
            *words,
        ),
    )


def _treatment(text: str) -> tuple[str, Treatment]:
    key, _, how = text.partition("=")
    if how not in set(Treatment):
        known = "、".join(f"{one}（{one.label}）" for one in Treatment)
        raise UserError(f"“{text}”不是“部分=怎样结转”的写法，什么也没有改动；怎样结转可以是{known}。")
    return key.strip(), Treatment(how)


def _summarise(command: Command) -> Answer:
    from actions.summarising import StoppedError, show_summarised, summarise, told

    wanted = command.arguments
    try:
        done = summarise(
            wanted.places, wanted.to, offices=wanted.offices, year=wanted.year, overwrite=wanted.overwrite,
            progress=_progress,
        )  # fmt: skip
    except KeyboardInterrupt:
        raise StoppedError from None
    finally:
        _progress(0, 0, "")
    return Answer(show_summarised(done), told(done), notes=() if command.json else done.overview.problems)


def _progress(done: int, count: int, name: str) -> None:
    """One line on a terminal, written over again and again; an empty name clears it."""
    if sys.stderr.isatty():
        words = f"{done}/{count} {name}"[:_PROGRESS_WIDTH] if name else ""
        blanks = " " * (2 * _PROGRESS_WIDTH - sum(1 if one.isascii() else 2 for one in words))
        print(f"\r{words}{blanks}\r", end="", file=sys.stderr, flush=True)


def _versions(command: Command) -> Answer:
    with _store(command) as store:
        versions = store.versions(command.arguments.id)
    lines = tuple(
        f"第{one.number}稿\t{one.kind}\t{one.name}\t{one.time.astimezone():%Y-%m-%d %H:%M}\t{one.short_hash}"
        for one in versions
    )
    return Answer(show_versions(versions), lines or ("这份报告还没有存过稿。",))


def _collect(command: Command) -> Answer:
    from actions.collecting import collect
    from models.dates import official_date

    wanted = command.arguments
    with _store(command) as store:
        report = store.load(wanted.id)
    deadline = official_date(wanted.deadline)
    collected = collect(report, wanted.to, deadline, wanted.overwrite, wanted.all)
    files = [str(file) for file in collected.files]
    return Answer({"files": files, "notes": list(collected.notes)}, tuple(files), notes=collected.notes)


def _merge(command: Command) -> Answer:
    from datetime import date

    from actions.merging import apply, plan, plan_lines, read_files, show_plan, workbooks

    wanted = command.arguments
    with _store(command) as store:
        report = store.load(wanted.id)
        returns = read_files(report, workbooks(wanted.files))
        found = plan(report, returns)
        if not returns.files:
            data = {"error": returns.refused[0], **show_plan(found, accepted=False)}
            return Answer(data, (), _REFUSED, returns.refused)
        found = found.with_choices(dict(map(_pair, wanted.take)))
        data = show_plan(found, wanted.accept)
        if wanted.accept:
            store.save(wanted.id, apply(report, found, date.today()))
    return Answer(
        data, plan_lines(found, wanted.accept), notes=() if command.json else tuple(data["problems"])
    )


_COMMANDS: dict[str, Callable[[Command], Answer]] = {
    "demo": _demo,
    "import": _import,
    "list": _list,
    "show": _show,
    "check": _check,
    "set": _set,
    "export": _export,
    "signoff": _signoff,
    "roll": _roll,
    "summarise": _summarise,
    "versions": _versions,
    "collect": _collect,
    "merge": _merge,
}
