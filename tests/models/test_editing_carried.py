"""A carried text waits until it is changed, or found to hold still; nothing else makes it forget."""

from dataclasses import replace

from models.editing import (
    confirmed,
    with_attachment,
    with_heading,
    with_item_moved,
    with_paragraphs,
    with_preamble,
    with_section_title,
)
from models.report import Attachment, Item, Report, Section

KEY = "measures"
BELOW = Item("甲下", ("二。",), is_carried=True)
REPORT = Report(
    2026,
    "county-regulation",
    preamble=("现报告如下：",),
    is_preamble_carried=True,
    sections=(
        Section(
            KEY,
            "举措",
            ("总的看。",),
            (Item("甲", ("一。",), (BELOW,), is_carried=True), Item("乙", ("三。",), is_carried=True)),
            is_carried=True,
        ),
    ),
    attachments=(Attachment("清单", ("第一项。",), is_carried=True),),
)


def waits(report: Report) -> list[bool]:
    """Whether the section's own text, 甲, what is below it, and 乙 wait."""
    section = report.section(KEY)
    assert section is not None
    first, second = sorted(section.items, key=lambda item: bool(not item.items))
    return [section.is_carried, first.is_carried, first.items[0].is_carried, second.is_carried]


def test_writing_in_an_item_clears_its_mark_alone() -> None:
    assert waits(with_paragraphs(REPORT, KEY, (1,), ("一一。",))) == [True, False, True, True]


def test_another_heading_clears_the_mark() -> None:
    assert waits(with_heading(REPORT, KEY, (1, 1), "甲下之一")) == [True, True, False, True]


def test_the_sections_own_words_and_title_have_a_mark_of_their_own() -> None:
    assert waits(with_section_title(REPORT, KEY, "主要举措")) == [False, True, True, True]
    assert waits(with_paragraphs(REPORT, KEY, (), ("总体看。",))) == [False, True, True, True]


def test_what_was_left_as_it_was_still_waits() -> None:
    assert with_paragraphs(REPORT, KEY, (1,), ("一。",)) == REPORT
    assert with_heading(REPORT, KEY, (1,), "甲。") == REPORT
    assert with_preamble(REPORT, REPORT.preamble) == REPORT


def test_an_item_waits_wherever_it_is_moved() -> None:
    assert waits(with_item_moved(REPORT, KEY, (1,), (2,))) == [True] * 4


def test_confirming_an_item_confirms_what_is_below_it() -> None:
    assert waits(confirmed(REPORT, KEY, (1,))) == [True, False, False, True]
    assert waits(confirmed(REPORT, KEY, ())) == [False, True, True, True]


def test_opening_words_and_attachments_wait_until_they_are_changed() -> None:
    attachment = replace(REPORT.attachments[0], title="清单表")

    assert not with_preamble(REPORT, ("现将情况报告如下：",)).is_preamble_carried
    assert not with_attachment(REPORT, 1, attachment).attachments[0].is_carried
    assert with_attachment(REPORT, 1, REPORT.attachments[0]) == REPORT
