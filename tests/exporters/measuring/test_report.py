"""The layout report of what our own exporter writes: every rule is kept, on example papers and on generated ones."""

import json
from dataclasses import replace
from io import BytesIO

import pytest
from hypothesis import Phase, given, settings

from exporters import pdf
from exporters.measuring import LayoutReport, measure
from exporters.profile import profile
from models.compose import compose
from models.document import (
    AttachmentStart,
    Cell,
    Column,
    Document,
    Ending,
    Imprint,
    Paragraph,
    Signature,
    Table,
)
from models.template import template
from tests.exporters import invented
from tests.exporters.example_paper import example_paper, paper, paragraph, table
from tests.exporters.measuring.drawing import drawn, number
from tests.exporters.measuring.papers import papers
from tests.exporters.page_kinds import HEAD, IMPRINT, JOINT
from tests.strategies import FEW
from tests.the_sample import sample_report

PAPERS = settings(FEW, phases=(Phase.explicit, Phase.reuse, Phase.generate))
"""Whole papers shrink for minutes, and the line of a broken rule already says where and what it is."""

ORGAN = ("青河县人民政府",)


def measured(document: Document, rules: str = "gbt9704") -> LayoutReport:
    stream = BytesIO()
    pdf.write(document, stream, profile(rules))
    return measure(stream.getvalue(), profile(rules), document)


def kept(report: LayoutReport) -> set[str]:
    return {one.id for one in report.rules if one.is_ok}


def sample() -> Document:
    report = sample_report()
    return compose(report, template(report.template))


@pytest.mark.parametrize(
    "document",
    [
        sample(),
        example_paper(),
        invented.paper(),
        replace(example_paper(), masthead=HEAD, imprint=IMPRINT, trace="送审稿 第3稿 · a1b2c3d4e5"),
        replace(invented.paper(), masthead=JOINT, imprint=IMPRINT),
    ],
    ids=["sample", "example", "invented", "whole", "joint"],
)
def test_the_exporters_papers_break_no_rule(document: Document) -> None:
    report = measured(document)

    assert [one.line for one in report.failed] == []
    assert report.characters == 28
    numbered = [number for number in report.page_numbers if number]
    assert numbered == list(map(str, range(1, len(numbered) + 1)))
    assert report.pages - len(numbered) in (0, 2), "only a blank page and the imprint's behind it bear none"


def test_head_and_imprint_are_measured_where_there_are_any() -> None:
    whole = measured(replace(example_paper(), masthead=HEAD, imprint=IMPRINT))
    plain = measured(example_paper())

    parts = {"mark", "red_line", "red_line_gap", "imprint_page", "imprint_foot", "imprint_lines"}
    assert parts <= kept(whole)
    assert not parts & kept(plain)


@pytest.mark.parametrize("ending", Ending)
def test_every_ending_is_measured(ending: Ending) -> None:
    blocks = (Paragraph(paragraph(1)), Signature(ORGAN, "2027年2月9日", ending, "县长"))

    report = measured(paper(blocks))
    assert report.failed == ()
    assert {"date", "signature_page"} <= kept(report)


def test_turned_pages_are_measured_too() -> None:
    blocks = (Paragraph(paragraph(1)), AttachmentStart(None, "青河县2026年度统计表", is_wide=True), table(30))

    report = measured(paper(blocks))
    assert report.failed == ()
    assert {"attachments", "type_area", "text", "number_side"} <= kept(report)


@pytest.mark.parametrize("rows", range(10, 16))
def test_a_table_just_above_the_imprint_lends_it_no_lines(rows: int) -> None:
    blocks = (Paragraph(paragraph(1)), AttachmentStart(None, "统计表"), table(rows))

    report = measured(replace(paper(blocks), imprint=Imprint(("中共青河县委",))))
    assert report.failed == ()
    assert "imprint_lines" in kept(report)


def test_names_in_several_rows_are_all_taken_for_organs() -> None:
    organs = ("中共青河县委员会宣传部", "青河县人民政府办公室", "青河县司法局", "青河县财政局")

    report = measured(paper((Paragraph(paragraph(1)), Signature(organs, "2027年2月9日"))))
    assert report.failed == ()
    assert "量了2处" in next(one.measured for one in report.rules if one.id == "organ")


def test_a_row_higher_than_a_page_reads_back_too() -> None:
    columns = (Column("序号", 1), Column("说明", 3))
    rows = ((Cell("1"), Cell(paragraph(1) * 12)), (Cell("2"), Cell("短")))

    assert "text" in kept(measured(paper((Paragraph("见表。"), Table("统计表", columns, rows)))))


@settings(PAPERS, max_examples=16)
@given(papers())
def test_generated_papers_break_no_rule(document: Document) -> None:
    assert [one.line for one in measured(document).failed] == []


@settings(PAPERS, max_examples=6)
@given(papers())
def test_generated_papers_with_hanging_marks_break_no_rule(document: Document) -> None:
    assert [one.line for one in measured(document, "hanging").failed] == []


def test_the_report_goes_through_json_with_every_rule_and_its_clause() -> None:
    report = measured(example_paper())
    data = json.loads(json.dumps(report.as_json(), ensure_ascii=False))

    assert set(data) == {"pages", "measured_pages", "lines", "characters", "fonts", "page_numbers", "rules"}
    assert data["fonts"][0] == {
        "name": "GwFangSong",
        "embedded": True,
        "characters": report.fonts[0].characters,
    }
    assert {"id", "name", "clause", "wanted", "measured", "ok", "page"} == set(data["rules"][0])
    assert [one["id"] for one in data["rules"]] == [one.id for one in report.rules]
    assert {one["ok"] for one in data["rules"]} == {True, None}


def test_a_rule_is_told_in_one_line_with_mark_want_measure_and_clause() -> None:
    lines = {one.id: one.line for one in measured(invented.paper()).rules}

    assert lines["lines"] == "✓ 每面22行：第2—3、5面实测22行（GB/T 9704-2012 5.2.3）"
    assert lines["mark"].startswith("－ 发文机关标志上边缘至版心上边缘35 mm，红色：不适用，")
    assert lines["line_starts"].endswith("（GB/T 15834-2011 5.1）")


def test_the_summary_counts_pages_lines_and_rules_kept() -> None:
    good, bad = measured(example_paper()), measure(drawn([number(1).moved(0, 3)]))

    assert good.summary.startswith(f"版面实测：{good.pages}面，正文{good.lines}行，每行28字；")
    assert bad.summary == "版面实测：1面，正文0行；8项中7项合格。"


def test_the_summary_says_how_many_pages_were_measured() -> None:
    stream = BytesIO()
    pdf.write(paper(tuple(Paragraph(paragraph(one)) for one in range(30))), stream)
    report = measure(stream.getvalue(), most_pages=3)

    assert report.measured_pages == 3 < report.pages
    assert f"{report.pages}面（只量了前3面）" in report.summary
    assert report.failed == ()


def test_a_date_quoted_in_the_text_is_not_taken_for_that_of_a_paper_without_one() -> None:
    letter = (Paragraph("现呈送报告，请审阅。"), Paragraph("2027年3月8日"), Paragraph("正文如下。"))

    report = measured(paper((*letter, Signature(ORGAN, ""))))

    assert [one.line for one in report.failed] == []
