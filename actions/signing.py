"""签批: the report becomes a 送审稿, is frozen as a version, and its papers are written for whoever signs it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from actions.checking import sorted_report
from actions.progress import Steps, Tell, unwatched
from actions.signoff_papers import figures_paper, findings_paper, report_paper
from exporters import prepared_files
from exporters.profile import Profile, profile
from models.document import Document, Table
from models.report import Report, Stage
from models.signoff_sheet import Drafting, signoff_sheet
from models.version import Version

if TYPE_CHECKING:
    from exporters.layout import Layout
    from models.store import Store

JOINED = "签批材料"
"""The file that holds all papers of the pack."""
_NAME = "签批"
_STEPS = 6
"""Four papers, the drawing and the writing."""


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper of the pack, laid out: what it is called, what it says, its pages."""

    name: str
    document: Document
    layout: "Layout"


@dataclass(frozen=True, slots=True)
class SignedOff:
    """The files written, the papers in their order and the joined one last; the version they show; and in words what
    is not on them. `is_new`: the report differs from what was signed off last."""

    files: tuple[Path, ...]
    version: Version
    notes: tuple[str, ...] = ()
    is_new: bool = True


def sign_off(
    store: "Store",
    report_id: str,
    folder: Path,
    drafting: Drafting | None = None,
    rules: Profile | None = None,
    tell: Tell = unwatched,
    off: frozenset[str] = frozenset(),
) -> SignedOff:
    """Freeze the stored report as 送审稿 and write its pack into a folder, all of it or nothing.

    The rules `off` are not asked; the paper of what was found says so.
    An unchanged report gives no second version and the same bytes. May be called from any thread. Raises
    UnknownReportError, UserError where the folder cannot be written to or another version came between, StoppedError
    where `tell` says no; then there is neither paper nor version.
    """
    planned = store.plan_version(report_id, Stage.REVIEW, _NAME)
    steps = Steps(_STEPS, tell)
    papers = tuple(_papers(planned.report, planned.version, drafting, rules or profile(), steps, off))
    steps.begin("正在画成 PDF……")
    contents = pack_files(papers)
    steps.begin("正在写入文件……")
    # Everything that usually fails (folder, disk) fails while the files are written beside their places, before there
    # is a version. Only then is it kept, and only then do papers appear: a power cut in between leaves a version
    # without papers, never a paper that names a version which does not exist.
    with prepared_files(papers[0].document.title, contents, folder, deed=_NAME) as place:
        version = store.keep_version(planned)
        try:
            files = place()
        except BaseException:
            store.forget_version(planned)
            raise
    return SignedOff(files, version, tuple(_notes(papers)), planned.is_new)


def pack(
    report: Report,
    version: Version,
    drafting: Drafting | None = None,
    rules: Profile | None = None,
) -> tuple[Paper, ...]:
    """The papers of a version in the order in which they lie on the desk, the sign-off sheet on top."""
    return tuple(_papers(report, version, drafting, rules or profile(), Steps(_STEPS, unwatched)))


def pack_files(papers: Sequence[Paper]) -> dict[str, bytes]:
    """The PDFs of the papers and the joined one, by what follows the report's title in their names."""
    joined = [(paper.layout, paper.document) for paper in papers]
    singles = {paper.name: drawn([part]) for paper, part in zip(papers, joined, strict=True)}
    files = {**singles, JOINED: drawn(joined)}
    return {f" {number}{name}.pdf": content for number, (name, content) in enumerate(files.items(), start=1)}


def drawn(parts: "Sequence[tuple[Layout, Document]]") -> bytes:
    """One PDF of one or several papers."""
    from exporters.pdf import draw_all

    stream = BytesIO()
    draw_all(parts, stream)
    return stream.getvalue()


def _papers(
    report: Report,
    version: Version,
    drafting: Drafting | None,
    rules: Profile,
    steps: Steps,
    off: frozenset[str] = frozenset(),
) -> Iterator[Paper]:
    from exporters.layout import lay_out  # opens the fonts
    from exporters.layout.form import lay_out_form

    steps.begin("正在填写发文稿纸……")
    paper = report_paper(report, version)
    sheet = signoff_sheet(report, version.trace, drafting)
    about = Document("发文稿纸", paper.title, paper.organ, paper.year, (), Table("", (), ()))
    yield Paper("发文稿纸", about, lay_out_form(sheet, rules))
    steps.begin(f"正在排{version.kind}……")
    yield Paper(version.kind, paper, lay_out(paper, rules))
    steps.begin("正在校对……")
    findings = findings_paper(report, version, *sorted_report(report, rules, off), off)
    yield Paper("校对报告", findings, lay_out(findings, rules.for_working_papers()))
    steps.begin("正在排数据表……")
    figures = figures_paper(report, version)
    yield Paper("数据表", figures, lay_out(figures, rules.for_working_papers()))


def _notes(papers: Sequence[Paper]) -> Iterator[str]:
    if missing := frozenset[str]().union(*(paper.layout.missing for paper in papers)):
        yield f"字库里没有“{''.join(sorted(missing))}”，签批材料中印成“〓”；请核对，或改用别的写法。"
