"""Finished papers: demo, export, signoff."""

import argparse
from pathlib import Path

from actions.exporting import Exported, export_report, export_stored
from actions.layout_report import layout_notes
from actions.page_rules import page_rules
from actions.publishing import disclosure
from actions.sample import sample_report
from actions.showing import show_findings, show_fonts, show_version
from commands.answer import REFUSED, Answer, Command, opened_store
from commands.subcommand import Subcommand, takes_fonts, takes_report
from exporters import default_formats
from exporters.profile import DEFAULT
from models.errors import DisclosureError, UserError
from models.report import Report, Stage

_FORMATS = ",".join(default_formats())
_STAGES = [str(stage) for stage in Stage if stage is not Stage.DRAFT]


def _demo_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--to", type=Path, default=Path("示例"), metavar="DIR", help="放到哪个文件夹")
    takes_fonts(parser)


def _demo(command: Command) -> Answer:
    wanted = command.arguments
    rules = page_rules(None, font_folder=wanted.fonts)
    return _files(command, export_report(sample_report(), wanted.to, _FORMATS.split(","), rules=rules))


def _export_arguments(parser: argparse.ArgumentParser) -> None:
    takes_report(parser)
    parser.add_argument("--to", type=Path, required=True, metavar="DIR", help="放到哪个文件夹")
    parser.add_argument("--format", help=f"格式，用逗号分开，默认{_FORMATS}，公开版再加html")
    parser.add_argument("--stage", choices=_STAGES, help="印在首页的稿次，同时把这一稿存为版本")
    parser.add_argument("--overwrite", action="store_true", help="覆盖同名文件")
    parser.add_argument("--public", action="store_true", help="公开版：不印密级、签发人等")
    parser.add_argument("--accept", action="store_true", help="公开版里疑似不宜公开的已经逐处核对，仍要导出")
    parser.add_argument(
        "--profile", default=DEFAULT, metavar="ID", help="版式，默认国标；本单位的放在草稿文件夹的profiles中"
    )
    parser.add_argument(
        "--embed-fonts", action="store_true", help="Word 文件里带上所用的字，没有字体的电脑也一样"
    )
    takes_fonts(parser)


def _export(command: Command) -> Answer:
    wanted = command.arguments
    if wanted.accept and not wanted.public:
        raise UserError("--accept只和--public一起用，什么也没有写入；导出公开版请加上--public。")
    stage = Stage(wanted.stage) if wanted.stage else None
    named = default_formats(wanted.public) if wanted.format is None else wanted.format.split(",")
    formats = [name.strip() for name in named if name.strip()]
    rules = page_rules(command.data_dir, wanted.profile, wanted.fonts)
    rules = rules.with_embedded_fonts() if wanted.embed_fonts else rules
    with opened_store(command) as store:
        try:
            exported = export_stored(
                store, wanted.id, wanted.to, formats, stage, wanted.overwrite, rules,
                is_public=wanted.public, accepts_disclosure=wanted.accept,
            )  # fmt: skip
        except DisclosureError as error:
            return _stopped(store.load(wanted.id), error)
    return _files(command, exported)


def _stopped(report: Report, error: DisclosureError) -> Answer:
    """A refusal with everything that was found, as `check` says it."""
    found = show_findings(disclosure(report))
    return Answer({"error": str(error), **found}, (), REFUSED, (str(error),))


def _files(command: Command, exported: Exported) -> Answer:
    """The paths, the version they show, and what was measured on the PDF: in the JSON object, else on stderr."""
    files = [str(file) for file in exported.files]
    data = {"files": files, "fonts": show_fonts(exported.fonts, exported.missing)}
    if exported.version:
        data["version"] = show_version(exported.version)
    if not exported.layout:
        return Answer(data, tuple(files), notes=exported.notes)
    measured = () if command.json else tuple(layout_notes(exported.layout))
    return Answer(
        {**data, "layout": exported.layout.as_json()}, tuple(files), notes=(*exported.notes, *measured)
    )


def _signoff_arguments(parser: argparse.ArgumentParser) -> None:
    takes_report(parser)
    parser.add_argument("--to", type=Path, required=True, metavar="DIR", help="放到哪个文件夹")
    parser.add_argument("--drafter", default="", metavar="NAME", help="拟稿人，印在发文稿纸上")
    parser.add_argument("--department", default="", metavar="NAME", help="拟稿部门，印在发文稿纸上")


def _signoff(command: Command) -> Answer:
    from actions.signing import sign_off
    from models.signoff_sheet import Drafting

    wanted = command.arguments
    with opened_store(command) as store:
        signed = sign_off(store, wanted.id, wanted.to, Drafting(wanted.drafter, wanted.department))
    files = [str(file) for file in signed.files]
    return Answer({"files": files, "version": show_version(signed.version)}, tuple(files), notes=signed.notes)


SUBCOMMANDS = (
    Subcommand("demo", "把内置示例导出为 DOCX、PDF、XLSX、TXT", _demo, _demo_arguments),
    Subcommand("export", "导出一份报告", _export, _export_arguments),
    Subcommand("signoff", "存为送审稿，写出发文稿纸和签批材料", _signoff, _signoff_arguments),
)
