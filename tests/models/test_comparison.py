"""Two states of a report: what differs, where, and that nothing else is said to differ."""

from dataclasses import replace

from hypothesis import given

from models.comparison import Deed, Difference, compare
from models.letterhead import LETTERHEAD, Letterhead
from models.quantity import Quantity
from models.report import ATTACHMENTS, HEADING, Attachment, Figure, Item, Report, Section, Stage
from models.text_places import all_texts
from tests.strategies import FEW, REPORTS

FIRST = Item("规范执法", ("全县办理行政执法案件，全程留痕。", "收到行政复议申请{{fy_apply}}件。"))
SECOND = Item("普法宣传", ("开展法治宣传活动，受教育群众众多。",))
THIRD = Item("队伍建设", ("举办执法人员培训班，提升办案能力。",))
REPORT = Report(
    2026,
    "county-regulation",
    preamble=("现将有关情况报告如下。",),
    sections=(
        Section("measures", "主要举措和成效", items=(FIRST, SECOND, THIRD)),
        Section("plan", "主要安排", ("明年继续推进。",)),
    ),
    figures=(Figure("fy_apply", Quantity.parse("179")),),
)


def with_items(*items: Item) -> Report:
    """The report with other items in its first section."""
    return replace(REPORT, sections=(replace(REPORT.sections[0], items=items), REPORT.sections[1]))


def said(found: tuple[Difference, ...]) -> list[tuple[str, str, str, str]]:
    return [(one.where, str(one.deed), one.old, one.new) for one in found]


def test_a_changed_figure_differs_once_as_a_figure_and_in_the_sentence_that_shows_it() -> None:
    new = REPORT.with_figure(Figure("fy_apply", Quantity.parse("180")))

    assert said(compare(REPORT, new)) == [
        ("一（一）第2段", "changed", "收到行政复议申请179件。", "收到行政复议申请180件。"),
        ("数据·行政复议申请（本年）", "changed", "179", "180"),
    ]
    assert [(one.section, one.item) for one in compare(REPORT, new)] == [("measures", (1,)), ("figures", ())]


def test_an_item_put_in_does_not_make_the_later_ones_different() -> None:
    new = with_items(Item("简政放权", ("取消一批证明事项。",)), FIRST, SECOND, THIRD)

    assert said(compare(REPORT, new)) == [
        ("一（一）标题", "added", "", "简政放权"),
        ("一（一）", "added", "", "取消一批证明事项。"),
    ]


def test_an_item_taken_out_is_said_where_it_stood() -> None:
    found = compare(REPORT, with_items(FIRST, THIRD))

    assert said(found) == [
        ("一（二）标题", "removed", "普法宣传", ""),
        ("一（二）", "removed", "开展法治宣传活动，受教育群众众多。", ""),
    ]
    assert found[0].item == (2,)


def test_an_item_that_was_moved_is_moved_and_what_changed_in_it_is_said_beside() -> None:
    changed = replace(THIRD, paragraphs=("举办执法人员培训班，提升办案水平。",))
    found = compare(REPORT, with_items(changed, FIRST, SECOND))

    assert [(one.where, one.was, one.deed, one.new) for one in found] == [
        ("一（一）", "一（三）", Deed.MOVED, "队伍建设"),
        ("一（一）", "", Deed.CHANGED, "举办执法人员培训班，提升办案水平。"),
    ]


def test_an_item_that_went_to_another_section_is_moved_too() -> None:
    new = with_items(FIRST, SECOND)
    new = replace(new, sections=(new.sections[0], replace(new.sections[1], items=(THIRD,))))

    assert [(one.where, one.was, one.deed) for one in compare(REPORT, new)] == [
        ("二（一）", "一（三）", Deed.MOVED)
    ]


def test_a_paragraph_put_in_front_does_not_make_the_later_ones_different() -> None:
    new = with_items(replace(FIRST, paragraphs=("县委常委会专题研究。", *FIRST.paragraphs)), SECOND, THIRD)

    assert said(compare(REPORT, new)) == [("一（一）第1段", "added", "", "县委常委会专题研究。")]


def test_letterhead_year_stage_forms_and_attachments_are_compared() -> None:
    new = replace(
        REPORT,
        year=2027,
        stage=Stage.REVIEW,
        letterhead=Letterhead(date="2027年2月9日", organs=("青河县人民政府",)),
        attachments=(Attachment("统计表", shows_figures=True),),
        forms=("punish",),
    )
    found = {one.where: (one.section, one.item, one.new) for one in compare(REPORT, new)}

    assert found["年度"] == ("report", (), "2027")
    assert found["稿次"] == ("report", (), "送审稿")
    assert found["文头·成文日期"] == ("letterhead", (), "2027年2月9日")
    assert found["文头·发文机关"] == ("letterhead", (), "青河县人民政府")
    assert found["附件1标题"] == ("attachments", (1,), "统计表")
    assert any(where.startswith("附表·") for where in found)


def test_what_is_not_printed_is_no_difference() -> None:
    waiting = replace(REPORT, is_preamble_carried=True, reference=REPORT.sections)

    assert compare(REPORT, waiting) == ()


@given(REPORTS)
@FEW
def test_a_report_does_not_differ_from_itself(report: Report) -> None:
    assert compare(report, replace(report)) == ()


@given(REPORTS, REPORTS)
@FEW
def test_differences_say_what_stands_in_the_reports_and_leave_no_changed_text_out(
    old: Report, new: Report
) -> None:
    before, after = texts(old), texts(new)
    found = [one for one in compare(old, new) if not one.where.endswith(("版式", "年度", "稿次"))]

    assert all(any(one.old in text for text in (*before, *values(old))) for one in found if one.old)
    assert all(any(one.new in text for text in (*after, *values(new))) for one in found if one.new)
    assert all(any(text in one.new for one in found) for text in after if text.strip() and text not in before)
    assert all(any(text in one.old for one in found) for text in before if text.strip() and text not in after)
    assert all(one.old != one.new for one in found if one.deed is Deed.CHANGED)


def texts(report: Report) -> list[str]:
    """Every heading and paragraph as printed; an attachment's title holds no links."""
    return [
        stored if (place.section, place.paragraph) == (ATTACHMENTS, HEADING) else report.printed(stored)
        for place, stored in all_texts(report)
    ]


def values(report: Report) -> list[str]:
    """What else a difference may say: headings with their marks, letterhead, figures."""
    headings = [heading for part in report.sections for heading in marked_headings(report, part)]
    fields = [report.letterhead.text(key) for key in LETTERHEAD]
    figures = [
        text
        for figure in report.figures
        for text in (
            figure.value.surface if figure.value else "",
            figure.last.surface if figure.last else "",
            figure.department,
            figure.evidence,
            figure.note,
        )
    ]
    own = [text for one in report.own_indicators for text in (one.name, one.unit)]
    return [*headings, *fields, *figures, *own]


def marked_headings(report: Report, part: Section | Item) -> list[str]:
    """A part's heading with what ends it, and those of all parts below."""
    below = [heading for item in part.items for heading in marked_headings(report, item)]
    return [report.printed(part.title) + part.mark, *below]
