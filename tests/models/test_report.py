"""A report's figures are said once and shown wherever a text links to them."""

from dataclasses import replace

import pytest
from hypothesis import given

from models.indicator import Indicator, catalogue
from models.linked_text import links
from models.quantity import Quantity
from models.report import HEADING, Figure, Item, Place, Report, Section, texts
from tests.strategies import FEW, FIGURES, REPORTS, SECTIONS

OWN = Indicator("own_trees", "植树株数", "株")
REPORT = Report(
    2024,
    "county-regulation",
    preamble=("一年来植树{{own_trees}}株。",),
    sections=(
        Section(
            "measures",
            "举措",
            ("总述。",),
            (Item("甲", ("甲一。", "甲二。"), (Item("子", ("子一。",)),)), Item("乙", ("乙一。",))),
        ),
        Section("other", "其他", ("上年{{own_trees.last}}株。",)),
    ),
    figures=(Figure("own_trees", Quantity.parse("约2万余"), Quantity.parse("98 以上")),),
    own_indicators=(OWN,),
)


def test_a_link_prints_this_years_or_last_years_amount() -> None:
    assert REPORT.printed("今年{{own_trees}}株，上年{{own_trees.last}}株") == "今年约2万余株，上年98株"


def test_a_changed_figure_is_changed_in_every_text() -> None:
    changed = REPORT.with_figure(replace(REPORT.figure("own_trees"), value=Quantity.parse("3")))

    assert changed.printed(REPORT.preamble[0]) == "一年来植树3株。"


def test_an_unknown_amount_is_shown_by_its_indicators_name() -> None:
    empty = replace(REPORT, figures=())

    assert empty.printed("{{own_trees}}") == "〔植树株数〕"
    assert empty.printed("{{own_trees.last}}") == "〔植树株数〕"


def test_a_link_to_nothing_is_shown_for_what_it_is() -> None:
    assert REPORT.printed("{{no_such}}件") == "〔no_such〕件"


def test_braces_of_the_clerk_are_printed_as_typed() -> None:
    assert REPORT.printed("{{}}own_trees}}") == "{{own_trees}}"


def test_a_figure_not_given_is_an_empty_one() -> None:
    assert REPORT.figure("fy_apply") == Figure("fy_apply")


@pytest.mark.skipif(not catalogue(), reason="no catalogue to override")
def test_the_reports_own_indicator_goes_before_the_catalogues() -> None:
    taken = next(iter(catalogue().values()))
    own = replace(taken, name="自定")

    assert REPORT.indicator(taken.id) == taken
    assert replace(REPORT, own_indicators=(own,)).indicator(taken.id) == own


def test_an_indicator_nobody_defined_is_none() -> None:
    assert REPORT.indicator("own_trees") == OWN
    assert REPORT.indicator("no_such") is None


@FEW
@given(REPORTS, FIGURES)
def test_putting_a_figure_in_place_leaves_the_others_alone(report: Report, figure: Figure) -> None:
    changed = report.with_figure(figure)

    assert changed.figure(figure.indicator) == figure
    assert [old for old in changed.figures if old.indicator != figure.indicator] == [
        old for old in report.figures if old.indicator != figure.indicator
    ]
    assert changed.with_figure(figure) == changed


@FEW
@given(REPORTS, SECTIONS)
def test_putting_a_section_in_place_leaves_the_others_alone(report: Report, section: Section) -> None:
    changed = report.with_section(section)

    assert changed.section(section.key) == section
    assert [old for old in changed.sections if old.key != section.key] == [
        old for old in report.sections if old.key != section.key
    ]
    assert changed.with_section(section) == changed


@pytest.mark.parametrize(
    ("key", "keys"),
    [
        ("plan", ["measures", "plan", "other"]),
        ("leadership", ["leadership", "measures", "other"]),
        ("own", ["measures", "other", "own"]),
        ("measures", ["measures", "other"]),
    ],
)
def test_a_new_section_goes_where_the_template_has_it(key: str, keys: list[str]) -> None:
    order = ("leadership", "measures", "shortcomings", "plan", "other")

    assert [section.key for section in REPORT.with_section(Section(key, "新"), order).sections] == keys


def test_texts_come_in_printing_order_with_their_places() -> None:
    assert list(texts(REPORT)) == [
        (Place("", (), 0), "一年来植树{{own_trees}}株。"),
        (Place("measures", (), 0), "总述。"),
        (Place("measures", (1,), HEADING), "甲"),
        (Place("measures", (1,), 0), "甲一。"),
        (Place("measures", (1,), 1), "甲二。"),
        (Place("measures", (1, 1), HEADING), "子"),
        (Place("measures", (1, 1), 0), "子一。"),
        (Place("measures", (2,), HEADING), "乙"),
        (Place("measures", (2,), 0), "乙一。"),
        (Place("other", (), 0), "上年{{own_trees.last}}株。"),
    ]


@FEW
@given(REPORTS)
def test_every_place_is_named_once(report: Report) -> None:
    places = [place for place, _ in texts(report)]

    assert len(places) == len(set(places))


@FEW
@given(REPORTS)
def test_no_link_is_printed_as_a_token(report: Report) -> None:
    for _, text in texts(report):
        for link in links(text):
            assert link.token not in report.show(link)
