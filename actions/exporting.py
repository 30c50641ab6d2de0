"""Export a report: composed once, written in each format asked for."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from actions.layout_report import layout_report
from exporters import export_all, exporter
from models.compose import compose
from models.document import Document, Imprint, Masthead
from models.errors import UserError
from models.report import Report, Stage
from models.template import template

if TYPE_CHECKING:
    from exporters.measuring import LayoutReport

_PAPER = {"docx", "pdf"}


@dataclass(frozen=True, slots=True)
class Exported:
    """The files written, in the order of the formats, and in words what is not on them.

    `layout` is what was measured on the PDF file, None where none was written.
    """

    files: tuple[Path, ...]
    notes: tuple[str, ...]
    layout: "LayoutReport | None" = None


def export_report(
    report: Report, folder: Path, formats: Sequence[str], stage: Stage | None = None, overwrite: bool = False
) -> Exported:
    """Write the report into a folder in some formats (exporter keys), all of them or none.

    `stage`, where given, is printed on the first page instead of the report's own. Raises UserError for an
    unknown format, for none at all, or a folder that cannot be written.
    """
    chosen = [exporter(key) for key in dict.fromkeys(formats)]
    if not chosen:
        raise UserError("没有选择导出格式，什么也没有写入；请至少选一种，如docx。")
    staged = replace(report, stage=stage) if stage else report
    document = compose(staged, template(report.template))
    files = export_all(document, chosen, folder, overwrite)
    layout, unmeasured = _measured(document, files)
    notes = (*_notes(document, {one.key for one in chosen}), *unmeasured)
    return Exported(files, notes, layout)


def _measured(document: Document, files: Sequence[Path]) -> tuple["LayoutReport | None", tuple[str, ...]]:
    """The layout report of the PDF as it lies on the disk, and in words why there is none."""
    pdf = next((file for file in files if file.suffix == ".pdf"), None)
    if pdf is None:
        return None, ()
    try:
        return layout_report(pdf.read_bytes(), document=document), ()
    except OSError:
        return None, (f"“{pdf.name}”写好后读不回来，版面没有量成；请打开文件看看是否完好。",)
    except UserError as error:
        return None, (str(error),)


def _notes(document: Document, formats: set[str]) -> Iterator[str]:
    if "pdf" in formats and (missing := _undrawable(document)):
        yield f"字库里没有“{''.join(sorted(missing))}”，PDF中印成“〓”；请在Word中核对，或改用别的写法。"
    unprinted = replace(document.masthead, organs=()) != Masthead() or document.imprint != Imprint()
    if formats & _PAPER and unprinted:
        yield "版头和版记（密级、份号、发文字号、签发人、抄送、印发等）还不排到Word和PDF上，请在Word中补上。"


def _undrawable(document: Document) -> frozenset[str]:
    from exporters.layout import lay_out  # opens the fonts

    return lay_out(document).missing
