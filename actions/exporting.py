"""Export a report: composed once, written in each format asked for."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from actions.placing import place_in_words
from checks import DISCLOSURE, Finding
from exporters import export_all, exporter
from models.compose import compose
from models.document import Document, Imprint, Masthead
from models.errors import DisclosureError, UserError
from models.public import compose_public, public_notes, public_version
from models.report import Report, Stage
from models.template import template

_PAPER = {"docx", "pdf"}


@dataclass(frozen=True, slots=True)
class Exported:
    """The files written, in the order of the formats, and in words what is not on them."""

    files: tuple[Path, ...]
    notes: tuple[str, ...]


def export_report(
    report: Report,
    folder: Path,
    formats: Sequence[str],
    stage: Stage | None = None,
    overwrite: bool = False,
    *,
    is_public: bool = False,
    accepts_disclosure: bool = False,
) -> Exported:
    """Write the report into a folder in some formats (exporter keys), all of them or none.

    `stage`, where given, is printed on the first page instead of the report's own. A public version bears no stage;
    what `disclosure` finds stops it unless it is accepted. Raises DisclosureError then, UserError for an unknown
    format, for none at all, or a folder that cannot be written.
    """
    chosen = [exporter(key) for key in dict.fromkeys(formats)]
    if not chosen:
        raise UserError("没有选择导出格式，什么也没有写入；请至少选一种，如docx。")
    if is_public:
        document = _public_paper(report, accepts_disclosure)
    else:
        document = compose(replace(report, stage=stage) if stage else report, template(report.template))
    files = export_all(document, chosen, folder, overwrite)
    left_out = _left_out(report, stage) if is_public else ()
    return Exported(files, (*_notes(document, {one.key for one in chosen}), *left_out))


def disclosure(report: Report) -> tuple[Finding, ...]:
    """What in the public version of a report the public must not read.

    What the public version leaves out anyway is no obstacle, save the mark of secrecy itself.
    """
    public, typed = public_version(report), report.letterhead
    marked = replace(public.letterhead, secrecy=typed.secrecy, secrecy_term=typed.secrecy_term)
    published = replace(public, letterhead=marked)
    kind = template(report.template)
    return tuple(finding for rule in DISCLOSURE for finding in rule.findings(published, kind))


def _public_paper(report: Report, accepts_disclosure: bool) -> Document:
    """The public version, composed; raises DisclosureError for what is found and not accepted."""
    found = () if accepts_disclosure else disclosure(report)
    if found:
        raise DisclosureError(tuple(f"“{one.quote}”（{place_in_words(report, one)}）" for one in found))
    return compose_public(report, template(report.template))


def _left_out(report: Report, stage: Stage | None) -> Iterator[str]:
    """What was asked for or typed and does not stand in the public version."""
    notes = report.letterhead.notes
    if public_notes(notes) != notes:
        kept = public_notes(notes)
        yield f"附注“{notes}”里有不公开的内容，公开版{f'只印“{kept}”' if kept else '没有印'}。"
    if stage and stage is not Stage.DRAFT:
        yield f"公开版不印稿次，“{stage}”没有印。"


def _notes(document: Document, formats: set[str]) -> Iterator[str]:
    if "pdf" in formats and (missing := _undrawable(document)):
        yield f"字库里没有“{''.join(sorted(missing))}”，PDF中印成“〓”；请在Word中核对，或改用别的写法。"
    unprinted = replace(document.masthead, organs=()) != Masthead() or document.imprint != Imprint()
    if formats & _PAPER and unprinted:
        yield "版头和版记（密级、份号、发文字号、签发人、抄送、印发等）还不排到Word和PDF上，请在Word中补上。"


def _undrawable(document: Document) -> frozenset[str]:
    from exporters.layout import lay_out  # opens the fonts

    return lay_out(document).missing
