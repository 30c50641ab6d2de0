"""Export a report: composed once, written in each format asked for."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from actions.layout_report import layout_report
from actions.page_rules import MissingCharacter, missing_characters
from actions.progress import Steps, Tell, unwatched
from actions.publishing import left_out, public_paper
from exporters import export_all, exporter
from exporters.profile import Profile, profile
from models.compose import compose
from models.document import Document
from models.errors import UserError
from models.public import public_version
from models.report import Report, Stage
from models.template import template
from models.version import Occasion, Version

if TYPE_CHECKING:
    from exporters.font_report import FontReport
    from exporters.measuring import LayoutReport
    from models.store import Store

_NAME = "导出"
_PDF = "pdf"
_MOST_PLACES = 3
_NOT_KEPT = "草稿库只能读，这次导出没有留下版本。"


@dataclass(frozen=True, slots=True)
class Exported:
    """The files written, in the order of the formats, and in words what is not on them.

    `fonts` says which fonts the paper is drawn in, `missing` which characters none of them holds.
    `layout` is what was measured on the PDF file, None where none was written. `version` is the state that was
    exported, None where it was no stored report's.
    """

    files: tuple[Path, ...]
    notes: tuple[str, ...]
    fonts: "FontReport"
    missing: tuple[MissingCharacter, ...]
    layout: "LayoutReport | None" = None
    version: Version | None = None


def export_report(
    report: Report,
    folder: Path,
    formats: Sequence[str],
    stage: Stage | None = None,
    overwrite: bool = False,
    rules: Profile | None = None,
    *,
    is_public: bool = False,
    accepts_disclosure: bool = False,
    tell: Tell = unwatched,
) -> Exported:
    """Write the report into a folder in some formats (exporter keys), all of them or none.

    `stage`, where given, is printed on the first page instead of the report's own. Without `rules` the page is that of
    GB/T 9704-2012 in the bundled fonts. A public version bears no stage; what `disclosure` finds stops it unless it is
    accepted. Raises DisclosureError then, UserError for an unknown format, for none at all, or a folder that cannot be
    written, StoppedError where `tell` says no while nothing is written yet.
    """
    chosen = [exporter(key) for key in dict.fromkeys(formats)]
    if not chosen:
        raise UserError("没有选择导出格式，什么也没有写入；请至少选一种，如docx。")
    printed = public_version(report) if is_public else replace(report, stage=stage) if stage else report
    composed = public_paper(report, accepts_disclosure) if is_public else None
    steps = Steps(len(chosen) + 1, tell)
    document = composed or compose(printed, template(report.template))
    files = export_all(
        document, chosen, folder, overwrite, rules, lambda label: steps.begin(f"正在写：{label}……")
    )
    steps.finish("正在核对版面……")
    has_pdf = any(one.key == _PDF for one in chosen)
    fonts = _font_report(document, rules or profile(), has_pdf)
    missing = missing_characters(printed, rules or profile())
    about_fonts = _font_notes(fonts) if rules else ()  # else the PC's were not looked for
    about_pdf = (*_missing_notes(missing), *about_fonts) if has_pdf else ()
    layout, unmeasured = _measured(document, files, rules)
    about_public = left_out(report, stage) if is_public else ()
    return Exported(files, (*about_pdf, *about_public, *unmeasured), fonts, missing, layout)


def export_stored(
    store: "Store",
    report_id: str,
    folder: Path,
    formats: Sequence[str],
    stage: Stage | None = None,
    overwrite: bool = False,
    rules: Profile | None = None,
    *,
    is_public: bool = False,
    accepts_disclosure: bool = False,
    tell: Tell = unwatched,
) -> Exported:
    """Keep the stored report as a version and export exactly that, so that each paper can be traced (`export_report`).

    A `stage` other than 起草 is what the version, and the report, is frozen as; a public version freezes none. Where
    nothing was written there is no new version either. From drafts that can only be read a paper without a stage is
    written all the same. Raises what `export_report` does, and UnknownReportError.
    """
    is_frozen = stage not in (None, Stage.DRAFT) and not is_public
    export = partial(
        export_report,
        folder=folder,
        formats=formats,
        stage=stage,
        overwrite=overwrite,
        rules=rules,
        is_public=is_public,
        accepts_disclosure=accepts_disclosure,
        tell=tell,
    )
    if store.is_read_only and not is_frozen:
        exported = export(store.load(report_id))
        return replace(exported, notes=(*exported.notes, _NOT_KEPT))
    kind, name = (str(stage), _NAME) if is_frozen else (Occasion.EXPORT, "")
    planned = store.plan_version(report_id, kind, name)
    # The version first: a power cut in between leaves one without papers, never a paper of a state nobody has.
    version = store.keep_version(planned)
    try:
        exported = export(planned.report)
        return replace(exported, version=version)
    except BaseException:
        store.forget_version(planned)
        raise


def _measured(
    document: Document, files: Sequence[Path], rules: Profile | None
) -> tuple["LayoutReport | None", tuple[str, ...]]:
    """The layout report of the PDF as it lies on the disk, and in words why there is none."""
    pdf = next((file for file in files if file.suffix == ".pdf"), None)
    if pdf is None:
        return None, ()
    try:
        return layout_report(pdf.read_bytes(), rules, document), ()
    except OSError:
        return None, (f"“{pdf.name}”写好后读不回来，版面没有量成；请打开文件看看是否完好。",)
    except UserError as error:
        return None, (str(error),)


def _font_report(document: Document, rules: Profile, has_pdf: bool) -> "FontReport":
    from exporters.font_report import font_report
    from exporters.layout import lay_out  # opens the fonts

    return font_report(rules, lay_out(document, rules) if has_pdf else None)


def _missing_notes(missing: Sequence[MissingCharacter]) -> Iterator[str]:
    if missing:
        characters = "".join(sorted({one.character for one in missing}))
        places = list(dict.fromkeys(one.where for one in missing))
        where = "、".join(places[:_MOST_PLACES]) + ("等处" if len(places) > _MOST_PLACES else "")
        yield f"没有字体能印“{characters}”（在{where}），PDF 中印成“〓”；请在 Word 中核对，或改用别的写法。"


def _font_notes(fonts: "FontReport") -> Iterator[str]:
    for one in fonts.obstacles:
        yield f"字体文件“{one.file.name}”没有使用：{one.why}。"
    if fonts.stand_ins:
        names = "".join(f"“{name}”" for name in fonts.stand_ins)
        yield f"PDF 中的{names}由自带字体代替；在电脑上装好这些字体再导出，就会用它们。"
