"""From a text to its place on the pages, and from a point of a page to its text."""

from functools import cache
from io import BytesIO

import pypdfium2 as pdfium  # type: ignore[import-untyped]
import pytest

from actions.laying_out import LaidOut, Typesetter
from actions.paging import paging
from exporters.pdf import draw
from exporters.profile import profile
from models.printed_places import field_place, figure_place
from models.report import ATTACHMENTS, HEADING, Place
from models.text_places import all_texts
from tests.the_sample import sample_report

ITEM = Place("measures", (3,), 0)
PLACES = [
    field_place("title"),
    field_place("addressees"),
    field_place("date"),
    field_place("doc_number"),
    Place("", (), 0),
    Place("measures", (), HEADING),
    Place("measures", (3,), HEADING),
    Place("measures", (5, 1), HEADING),
    Place("measures", (5, 1), 0),
    ITEM,
]


@cache
def sample() -> LaidOut:
    return Typesetter().lay_out(sample_report(), profile())


@pytest.mark.parametrize("place", PLACES, ids=str)
def test_a_click_on_a_character_leads_to_it(place: Place) -> None:
    places = sample().places
    for page, placed, stretch in places_lines(place):
        for count in range(stretch.length):
            found = places.at(page, middle(placed, stretch.at + count), placed.baseline_pt - 4)
            assert found is not None
            assert found[0] == place
            assert found[1] - (stretch.start + count) in (0, 1)


@pytest.mark.parametrize(
    ("blank", "before"),
    [
        (Place("measures", (), 0), Place("measures", (), HEADING)),
        (Place("measures", (3,), 7), None),
        (Place("measures", (5, 1, 1), 0), Place("measures", (5, 1), HEADING)),
    ],
    ids=str,
)
def test_what_prints_nothing_stands_where_the_text_before_it_stands(
    blank: Place, before: Place | None
) -> None:
    places = sample().places
    found = places.printed(blank)

    assert places.where(blank) is None
    assert places.where(found) is not None
    assert before is None or found == before
    assert found.section == blank.section


def test_every_text_of_the_report_is_led_to_where_it_stands() -> None:
    places, numbers = sample().places, []
    for place, _ in all_texts(sample().report):
        area = places.where(place)
        assert area is not None, place
        inside = area.x_pt + area.width_pt / 2, area.y_pt + area.height_pt / 2
        assert places.at(area.page, *inside) is not None
        if place.section != ATTACHMENTS:
            numbers.append(area.page)
    assert numbers == sorted(numbers)


def test_a_paragraph_that_goes_on_is_led_to_on_both_pages() -> None:
    places = sample().places
    long = next(place for place, _ in all_texts(sample().report) if len(places.bars(place)) > 1)
    first, second = places.bars(long)

    assert second.page == first.page + 1
    assert places.where(long, 0).page == first.page
    assert places.where(long, 10_000).page == second.page
    found = places.at(second.page, 300.0, second.y_pt + 5)
    assert found is not None
    assert found[0] == long
    assert found[1] > 0


def test_a_row_of_the_turned_table_leads_to_its_figure_and_back() -> None:
    places, place = sample().places, figure_place("fy_apply.last")
    area, (bar,) = places.where(place), places.bars(place)

    assert area is not None
    assert sample().layout.pages[area.page - 1].is_turned
    found = places.at(area.page, area.x_pt + area.width_pt / 2, area.y_pt + area.height_pt / 2)
    assert found is not None
    assert found[0] == place
    paper = sample().layout.profile
    for one in (area, bar):
        assert 0 < one.x_pt < one.x_pt + one.width_pt < paper.paper_width_pt
        assert 0 < one.y_pt < one.y_pt + one.height_pt < paper.paper_height_pt


def test_white_paper_and_pages_that_are_not_there_lead_nowhere() -> None:
    places = sample().places

    assert places.at(1, 300.0, 20.0) is None
    assert places.at(3, 300.0, 300.0) is not None
    assert places.at(3, 30.0, 300.0) is None
    assert places.at(0, 300.0, 300.0) is None
    assert places.at(99, 300.0, 300.0) is None
    assert places.where(Place("measures", (99,), 0)) is None
    assert places.bars(Place("measures", (99,), 0)) == ()


def test_a_page_leads_to_what_stands_first_on_it() -> None:
    places = sample().places
    for page in range(1, len(sample().paging.text) + 1):
        found = places.first_on(page)
        assert found is not None
        area = places.where(*found)
        assert area is not None
        assert area.page == page


def test_a_page_of_its_own_looks_as_it_does_in_the_whole_paper() -> None:
    whole = BytesIO()
    draw(sample().layout, sample().document, whole)
    paper = pdfium.PdfDocument(whole.getvalue())
    for page in (1, 3, 10, len(paper)):
        alone = pdfium.PdfDocument(sample().page_pdf(page))
        assert len(alone) == 1
        pictures = [one.render(scale=1).to_pil().tobytes() for one in (alone[0], paper[page - 1])]
        assert pictures[0] == pictures[1]


def test_the_counts_are_those_of_a_layout_from_scratch() -> None:
    assert sample().paging == paging(sample_report())


def places_lines(place: Place):
    """Page, line and stretch of everything a place prints."""
    return [
        (page.number, placed, stretch)
        for page in sample().layout.pages
        for placed in page.lines
        for stretch in placed.origin
        if stretch.place == place
    ]


def middle(placed, at: int) -> float:
    """The middle of a drawn character, counted in the line's text, in points from the paper's left edge."""
    at -= len(placed.line.text) - len(placed.line.text.lstrip())
    for run in placed.line.runs:
        if at < len(run.text):
            widths = [run.font.widths[one] * run.size_pt * run.narrowing for one in run.text]
            return placed.x_pt + run.x_pt + sum(widths[:at]) + at * run.spacing_pt + widths[at] / 2
        at -= len(run.text)
    raise AssertionError(at)
