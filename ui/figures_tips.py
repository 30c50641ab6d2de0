"""What hovering over a figure tells: its source, the relations it takes part in, the places that quote it."""

from collections.abc import Iterator, Sequence
from html import escape

from models.judging import Judgement
from models.quotations import Quotation
from models.report import ATTACHMENTS, Report
from models.template import template
from ui.figures_columns import Known
from ui.section_names import place_name

_MOST = 12


def tip(
    report: Report,
    row: Known,
    column: str,
    judgements: Sequence[Judgement],
    quotations: Sequence[Quotation],
) -> str:
    """The tool tip of a cell, empty where there is no more to say than the cell does."""
    match column:
        case "指标":
            lines = [f"{row.indicator.name}（{row.indicator.unit}）", *_names(row)]
        case "本年":
            lines = [*_source(row), *_workings(judgements)]
        case "上年" | "增减" | "状态":
            lines = list(_workings(judgements))
        case "引用处":
            lines = [quotation_words(report, one) for one in quotations[:_MOST]]
            lines += [f"另有 {len(quotations) - _MOST} 处"] if len(quotations) > _MOST else []
        case "来源单位":
            lines = [row.figure.department or row.indicator.department]
        case "依据":
            lines = [row.figure.evidence]
        case "备注":
            lines = [row.figure.note]
        case _:
            lines = []
    return "<br>".join(escape(line) for line in lines if line)


def quotation_words(report: Report, quotation: Quotation) -> str:
    """二 举措成效（五）：收到行政复议申请179件……"""
    place = quotation.place
    return f"{where(report, place.section, place.item)}：{report.printed(quotation.sentence).strip()}"


def where(report: Report, section: str, item: tuple[int, ...]) -> str:
    """Where a text stands, as the tabs call it."""
    if section == ATTACHMENTS:
        return f"附件{item[0]}"
    return place_name(report, template(report.template), section, item) if section else "正文开头"


def _names(row: Known) -> Iterator[str]:
    plain = [alias for alias in row.indicator.aliases if not set(alias) & set("#…")]
    if plain:
        yield "正文里也叫：" + "、".join(plain[:5])


def _source(row: Known) -> Iterator[str]:
    figure = row.figure
    if figure.source:
        day = f"，{figure.received} 收到" if figure.received else ""
        yield f"来自“{figure.source}”{day}"
    if figure.is_carried:
        yield "上年结转而来，等今年的数"


def _workings(judgements: Sequence[Judgement]) -> Iterator[str]:
    for one in judgements:
        if one.working:
            yield f"{one.relation.name}：{one.working}"
