"""A report before and after its second reading: every kind of change there is."""

from dataclasses import replace

from models.compose import compose
from models.document import Document
from models.letterhead import Letterhead
from models.quantity import Quantity
from models.report import Attachment, Figure, Item, Report, Section, Stage
from models.template import template

OLD = Report(
    2026,
    "county-regulation",
    letterhead=Letterhead(
        organs=("青河县人民政府",),
        addressees=("中共青州市委", "青州市人民政府"),
        doc_number="青政〔2027〕5号",
        signatories=("张明远",),
        date="2027年2月9日",
        copies=("青州市司法局",),
        printed_by="青河县人民政府办公室",
        printed_on="2027年2月10日",
        notes="此件公开发布",
    ),
    preamble=("现将有关情况报告如下。",),
    sections=(
        Section(
            "measures",
            "主要举措和成效",
            items=(
                Item("规范执法", ("收到行政复议申请{{fy_apply}}件，受理{{fy_accept}}件。", "全程留痕。")),
                Item("普法宣传", ("开展法治宣传活动，受教育群众众多。",)),
                Item("队伍建设", ("举办培训班，提升办案能力。",), run_in=False),
            ),
        ),
        Section("plan", "主要安排", ("明年继续推进。",)),
    ),
    figures=(Figure("fy_apply", Quantity.parse("179")), Figure("fy_accept", Quantity.parse("163"))),
    attachments=(Attachment("统计表", shows_figures=True), Attachment("说明", ("数据截至年底。",))),
)

_MEASURES = OLD.sections[0]

NEW = replace(
    OLD,
    stage=Stage.REVIEW,
    letterhead=replace(
        OLD.letterhead,
        title="青河县人民政府关于2026年度法治政府建设工作情况的报告",
        addressees=("青州市人民政府",),
        date="2027年2月12日",
        copies=("青州市司法局", "青河县人大常委会办公室"),
    ),
    sections=(
        replace(
            _MEASURES,
            items=(
                Item("简政放权", ("取消一批证明事项。",)),
                replace(_MEASURES.items[0], paragraphs=(*_MEASURES.items[0].paragraphs, "县委专题研究。")),
                _MEASURES.items[2],
            ),
        ),
        replace(OLD.sections[1], paragraphs=("明年继续深入推进。",)),
    ),
    figures=(
        Figure("fy_apply", Quantity.parse("180")),
        Figure("fy_accept", Quantity.parse("163")),
        Figure("fy_reject_in", Quantity.parse("15")),
    ),
    attachments=(OLD.attachments[0],),
)


def paper(report: Report) -> Document:
    """The report as a finished paper."""
    return compose(report, template(report.template))
