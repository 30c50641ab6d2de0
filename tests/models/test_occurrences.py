"""Words are found in the report as printed, in every place a clerk fills in, in the order of the tabs."""

from dataclasses import replace
from typing import Any

import pytest

from models.letterhead import Letterhead
from models.occurrences import Occurrence, Wanted, occurrences, part_of
from models.quantity import Quantity
from models.report import Attachment, Figure, Item, Place, Report, Section
from models.searched_texts import searched_texts

REPORT = Report(
    2025,
    "county",
    letterhead=Letterhead(organs=("云岭县人民政府",), contact_name="王强"),
    preamble=("王强同志主持。",),
    sections=(
        Section(
            "measures",
            "王强的举措",
            items=(Item("依法行政", ("收到复议{{fy_apply}}件。王强（主任）ABC到会。", "第二段王强。")),),
        ),
    ),
    figures=(Figure("fy_apply", Quantity.parse("179"), evidence="王强的台账"),),
    attachments=(Attachment("王强名单", ("见王强。",)),),
)


def find(words: str, **how: Any) -> tuple[Occurrence, ...]:
    return occurrences(searched_texts(REPORT), Wanted(words, **how))


def test_every_place_a_name_can_stand_in_is_found_in_the_order_of_the_tabs() -> None:
    found = [(part_of(one.text), one.text.field or one.text.place) for one in find("王强")]

    assert found == [
        ("letterhead", "contact_name"),
        ("letterhead", Place("", (), 0)),
        ("measures", Place("measures", (), -1)),
        ("measures", Place("measures", (1,), 0)),
        ("measures", Place("measures", (1,), 1)),
        ("figures", "evidence"),
        ("attachments", Place("attachments", (1,), -1)),
        ("attachments", Place("attachments", (1,), 0)),
    ]


def test_numbers_are_found_as_they_are_printed_and_known_for_links() -> None:
    across, inside = find("复议179件"), find("7")

    assert [one.words for one in across] == ["复议179件"]
    assert across[0].links == inside[0].links
    assert across[0].links[0].target == "fy_apply"
    assert find("复议")[0].links == ()


def test_the_name_of_an_indicator_is_found() -> None:
    assert any(one.text.field == "name" for one in find("行政复议申请"))


@pytest.mark.parametrize("typed", ["(主任)", "（主任）", "abc", "ＡＢＣ"])
def test_width_and_case_do_not_count_unless_asked_for(typed: str) -> None:
    assert len(find(typed)) == 1


def test_width_and_case_count_when_asked_for() -> None:
    assert not find("(主任)", is_exact_in_width=True)
    assert find("（主任）", is_exact_in_width=True)
    assert not find("abc", is_exact_in_case=True)
    assert find("ＡＢＣ", is_exact_in_case=True)


def test_only_one_part_is_searched_when_asked_for() -> None:
    assert {part_of(one.text) for one in find("王强", part="attachments")} == {"attachments"}


def test_the_sentence_around_words_is_known() -> None:
    one = find("主任")[0]
    start, stop = one.sentence

    assert one.text.printed[start:stop] == "王强（主任）ABC到会。"


def test_letters_that_grow_when_made_small_do_not_shift_places() -> None:
    report = replace(REPORT, preamble=("İstanbul的王强",))

    (one,) = occurrences(searched_texts(report), Wanted("王强", part="letterhead"))[1:]

    assert one.words == "王强"


def test_nothing_is_found_of_nothing() -> None:
    assert find("") == ()
