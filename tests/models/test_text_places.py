"""The one walk over a report's texts: everything, in printing order, and sentences that lose nothing."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.carrying import waiting
from models.report import ATTACHMENTS, HEADING, Attachment, Item, Place, Report, Section
from models.text_places import all_texts, paragraphs, sentences, with_paragraph

REPORT = Report(
    2025,
    "county-regulation",
    preamble=("开头。",),
    sections=(
        Section("measures", "举措", ("总说。",), (Item("审查", ("一段。",), (Item("备案", ("细说。",)),)),)),
        Section("plan", "安排"),
    ),
    attachments=(Attachment("附表", ("附文。",)),),
)


def test_headings_and_paragraphs_come_in_printing_order_with_attachments_last() -> None:
    assert [text for _, text in all_texts(REPORT)] == [
        "开头。", "举措", "总说。", "审查", "一段。", "备案", "细说。", "安排", "附表", "附文。",
    ]  # fmt: skip
    assert list(all_texts(REPORT))[-2:] == [
        (Place(ATTACHMENTS, (1,), HEADING), "附表"),
        (Place(ATTACHMENTS, (1,), 0), "附文。"),
    ]


def test_a_paragraph_knows_the_headings_above_it() -> None:
    above = {one.stored: one.heading for one in paragraphs(REPORT)}

    assert above == {"开头。": "", "总说。": "", "一段。": "审查", "细说。": "审查。备案", "附文。": "附表"}


@pytest.mark.parametrize("place", [Place("", (), 0), Place("measures", (1,), 0), Place(ATTACHMENTS, (1,), 0)])
def test_a_carried_paragraph_that_is_written_anew_waits_no_longer(place: Place) -> None:
    [section] = [replace(one, items=(replace(one.items[0], is_carried=True),)) for one in REPORT.sections[:1]]
    carried = replace(
        REPORT,
        is_preamble_carried=True,
        sections=(section, REPORT.sections[1]),
        attachments=(replace(REPORT.attachments[0], is_carried=True),),
    )

    written = with_paragraph(carried, place, "新写。")

    assert ("新写。", place) in [(text, at) for at, text in all_texts(written)]
    assert waiting(written).texts == waiting(carried).texts - 1


@given(st.text(alphabet="甲乙1。；\n", max_size=20))
def test_sentences_lose_nothing_but_line_breaks(text: str) -> None:
    found = sentences(text)

    assert "".join(found) == text.replace("\n", "")
    assert all(found)
