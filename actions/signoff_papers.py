"""What lies under the sign-off sheet, as documents: the report itself, what proof-reading found, the figures."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from actions.ignoring import reason_of
from actions.placing import place_in_words
from checks import RULES, Finding, Level
from models.compose import compose
from models.document import Align, Block, Cell, Column, Document, Group, Paragraph, Table, Title
from models.normalise import normalise
from models.report import Report
from models.template import fill, template
from models.version import Version

_Part = TypeVar("_Part")

_ON_PAPER = str.maketrans({"−": "－", "✓": "（相符）", "✗": "（不符）"})
"""Signs of the screen that 仿宋 has not, as they are printed."""

_NO_TABLE = Table("", (), ())
_FIGURE_WIDTHS = (24, 93, 32, 50, 50, 56, 48, 72, 30)
"""Widths of the figures' columns on an upright page, in points of 9 pt type, in which no number is parted."""
_FINDING_COLUMNS = (
    Column("序号", 7, Align.CENTER),
    Column("级别", 8, Align.CENTER),
    Column("位置", 20),
    Column("原文", 26),
    Column("问题", 43),
    Column("依据", 30),
)
_IGNORED_COLUMNS = (*_FINDING_COLUMNS[:-1], Column("忽略的理由", 30))


def report_paper(report: Report, version: Version) -> Document:
    """The report, with its version in the margin so that a printed sheet can be traced to it."""
    return replace(compose(report, template(report.template)), trace=version.trace)


def findings_paper(
    report: Report,
    version: Version,
    findings: Sequence[Finding],
    ignored: Sequence[Finding] = (),
    off: frozenset[str] = frozenset(),
) -> Document:
    """What proof-reading found, worst first, or that it found nothing; what the clerk ignored, with his reasons; and
    how many rules were `off`."""
    paper = report_paper(report, version)
    blocks: list[Block] = [
        Title("校对报告"),
        Paragraph(f"{paper.title}（{version.kind}第{version.ordinal}稿）"),
    ]
    asked = sum(rule.id not in off for rule in RULES)
    if findings:
        counts = Counter(finding.level for finding in findings)
        levels = "，".join(f"{level.label}{counts[level]}处" for level in Level if counts[level])
        blocks.append(Paragraph(f"共校对{asked}项，发现{len(findings)}处：{levels}。"))
        rows = (_row(report, number, finding) for number, finding in enumerate(findings, start=1))
        blocks.append(Table("问题清单", _FINDING_COLUMNS, tuple(rows)))
    else:
        blocks.append(Paragraph(f"共校对{asked}项，没有发现问题。"))
    if asked < len(RULES):
        blocks.append(Paragraph(f"另有{len(RULES) - asked}项已在“设置”中停用，没有校对。"))
    if ignored:
        blocks.append(Paragraph(f"另有{len(ignored)}处已经看过，不再列出，理由如下："))
        gone = (_ignored_row(report, number, finding) for number, finding in enumerate(ignored, start=1))
        blocks.append(Table("忽略的问题", _IGNORED_COLUMNS, tuple(gone)))
    return replace(_beside(paper), name="校对报告", blocks=tuple(blocks))


def figures_paper(report: Report, version: Version) -> Document:
    """The table of the report's figures, or that there are none yet."""
    paper = report_paper(report, version)
    table = paper.statistics
    what: Block = _upright(table) if table.rows else Paragraph("这份报告还没有填写统计数据。")
    return replace(_beside(paper), name="数据表", blocks=(Title(table.title), what))


def _upright(table: Table) -> Table:
    """The table for an upright page: columns in which nothing stands (上年 in a first year) give way to the others."""
    rows = [row for row in table.rows if not isinstance(row, Group)]
    filled = [any(cells[at].text for cells in rows) for at in range(len(table.columns))]

    def kept(row: tuple[_Part, ...]) -> tuple[_Part, ...]:
        return tuple(part for part, is_filled in zip(row, filled, strict=True) if is_filled)

    columns = zip(table.columns, _FIGURE_WIDTHS, strict=True)
    upright = tuple(replace(column, width=width) for column, width in columns)
    return Table("", kept(upright), tuple(row if isinstance(row, Group) else kept(row) for row in table.rows))


def _beside(paper: Document) -> Document:
    """What goes with a paper has its title, issuer and trace, but neither head nor imprint nor workbook."""
    return Document(paper.name, paper.title, paper.organ, paper.year, (), _NO_TABLE, trace=paper.trace)


def _row(report: Report, number: int, finding: Finding) -> tuple[Cell, ...]:
    remark = finding.message
    if finding.suggestion:
        remark += f"建议：{finding.suggestion}"
    texts = (
        str(number),
        finding.level.label,
        place_words(report, finding),
        finding.quote,
        remark,
        finding.source,
    )
    return tuple(Cell(text.translate(_ON_PAPER)) for text in texts)


def _ignored_row(report: Report, number: int, finding: Finding) -> tuple[Cell, ...]:
    reason = reason_of(report, finding) or "没有写理由"
    return (*_row(report, number, finding)[:-1], Cell(reason.translate(_ON_PAPER)))


def place_words(report: Report, finding: Finding) -> str:
    """Where a finding is, as a reader of the paper finds it; a section is named by its title, present or missing."""
    words, section = place_in_words(report, finding), report.section(finding.section)
    if section and not finding.item:
        return f"{words}{normalise(report.printed(section.title))}"
    declared = template(report.template).section(finding.section)
    return words or (fill(declared.title, report.year) if declared else "全文")
