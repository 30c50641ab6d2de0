"""Every rule of the page sees what it is there to see, on files drawn for it."""

from dataclasses import replace
from io import BytesIO

import pytest

from exporters import pdf
from exporters.measuring import RULES, LayoutReport, Verdict, measure
from exporters.profile import profile
from models.document import Cell, Column, Paragraph, Table
from tests.exporters.example_paper import paper
from tests.exporters.measuring.drawing import (
    RIGHT,
    drawn,
    full,
    line,
    number,
    organ_and_date,
    paragraph,
    words,
)
from tests.exporters.measuring.examples import EXAMPLES, Example, one_page


def verdict(example: Example, rule: str) -> Verdict:
    report = measure(example.pdf, document=example.document)
    return of(report, rule)


def of(report: LayoutReport, rule: str) -> Verdict:
    return next(one for one in report.rules if one.id == rule)


def test_every_rule_has_examples_and_every_example_its_rule() -> None:
    assert [one.id for one in RULES] == list(dict.fromkeys(one.id for one in RULES))
    assert set(EXAMPLES) == {one.id for one in RULES}


@pytest.mark.parametrize("rule", EXAMPLES)
def test_files_that_keep_a_rule_are_said_to_and_those_that_break_it_are_told_how(rule: str) -> None:
    example = EXAMPLES[rule]()
    kept = [verdict(one, rule) for one in example.good]
    broken = [verdict(one, rule) for one in example.bad]

    assert kept
    assert [one.line for one in kept if one.is_ok is not True] == []
    assert [one.line for one in broken if one.is_ok is not False] == []
    assert example.words in broken[0].measured
    assert broken[0].line.startswith("✗ ")
    assert broken[0].line.endswith(f"（{broken[0].clause}）")


def test_a_blank_file_breaks_no_rule() -> None:
    report = measure(drawn([number(1)]))

    assert [one.id for one in report.failed] == []
    assert (report.pages, report.lines, report.characters) == (1, 0, 0)


def test_what_is_wanted_comes_from_the_profile() -> None:
    rules = profile()
    other = replace(
        rules, grid=replace(rules.grid, lines=20), page_number=replace(rules.page_number, below_mm=9)
    )
    report = measure(one_page(*paragraph(3)), other)

    assert of(report, "lines").wanted == "每面20行"
    assert of(report, "number_height").is_ok is False
    assert of(report, "pitch").is_ok is False


def test_a_mark_may_hang_outside_the_type_area_where_the_profile_lets_it() -> None:
    hung = line("，", 0)
    hung = replace(hung, x=RIGHT)
    file = one_page(full(words(26), 0, 2), hung, line(words(9), 1))

    strict, hanging = measure(file), measure(file, profile("hanging"))
    for rule in ("type_area", "right_edge", "characters"):
        assert of(strict, rule).is_ok is False
        assert of(hanging, rule).is_ok is True


def test_neighbouring_cells_and_rows_are_not_lines_of_one_text() -> None:
    columns = (Column("序号", 1), Column("数量", 1))
    rows = tuple((Cell(f"共{number}"), Cell("％以上")) for number in range(3))
    stream = BytesIO()
    pdf.write(paper((Paragraph("见表。"), Table("统计表", columns, rows))), stream)

    assert of(measure(stream.getvalue()), "line_starts").is_ok is None


def test_a_date_moves_left_where_a_long_name_above_it_reaches_the_edge() -> None:
    organ, date = organ_and_date(4)
    organ = replace(organ, text="青河县高新技术产业开发区管理委员会")
    organ = organ.ending_at(RIGHT)
    date = replace(date, x=organ.x + (organ.width - date.width) / 2)

    report = measure(one_page(*paragraph(2), organ, date))
    assert of(report, "date").is_ok
    assert "因署名长而左移" in of(report, "date").measured
    assert of(report, "organ").is_ok
