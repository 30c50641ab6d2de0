"""Replacing touches the words ticked and nothing else: links beside them stay, what cannot be replaced says why."""

from dataclasses import replace

import pytest
from hypothesis import given

from models.errors import UserError
from models.indicator import Indicator
from models.letterhead import Letterhead
from models.linked_text import links
from models.occurrences import Wanted, occurrences
from models.quantity import Quantity
from models.report import Attachment, Figure, Item, Report, Section
from models.searched_texts import searched_texts
from models.words_replaced import LINKED, locked, step_words, with_links_released, with_words_replaced
from tests.strategies import FEW, STORED_TEXTS

TEXT = "2024年收到{{fy_apply}}件，2024年比{{fy_apply.last}}件多。"
REPORT = Report(
    2025,
    "county",
    letterhead=Letterhead(organs=("云岭县人民政府",), date="2024年2月9日", disclosure="主动公开"),
    sections=(
        Section("measures", "2024年的举措", items=(Item("2024年概况", (TEXT, "2024年"), is_carried=True),)),
    ),
    figures=(Figure("fy_apply", Quantity.parse("179"), Quantity.parse("150"), evidence="2024年台账"),),
    own_indicators=(Indicator("own_1", "2024年普法场次", "场"),),
    attachments=(Attachment("2024年{{名单", ("2024年附件{{fy_apply}}件",)),),
)


def found(report: Report, words: str):
    return occurrences(searched_texts(report), Wanted(words))


def replaced(report: Report, words: str, by: str) -> Report:
    free = [one for one in found(report, words) if not locked(report, one, by)]
    return with_words_replaced(report, free, by)


def test_words_are_replaced_in_every_kind_of_place_and_links_stay() -> None:
    report = replaced(REPORT, "2024年", "2025年")

    section = report.section("measures")
    assert section.title == "2025年的举措"
    assert section.items[0].title == "2025年概况"
    assert section.items[0].paragraphs == (TEXT.replace("2024", "2025"), "2025年")
    assert report.letterhead.date == "2025年2月9日"
    assert report.figure("fy_apply").evidence == "2025年台账"
    assert report.indicator("own_1").name == "2025年普法场次"
    assert report.attachments[0] == Attachment("2025年{{名单", ("2025年附件{{fy_apply}}件",))
    assert not found(report, "2024年")


def test_only_what_is_chosen_is_replaced() -> None:
    first, *_ = (one for one in found(REPORT, "2024年") if one.text.place and one.text.place.paragraph == 0)

    report = with_words_replaced(REPORT, (first,), "去年")

    assert report.section("measures").items[0].paragraphs[0] == TEXT.replace("2024年", "去年", 1)


def test_what_was_carried_over_still_waits_for_a_reader() -> None:
    assert replaced(REPORT, "2024年", "2025年").section("measures").items[0].is_carried


def test_a_paragraph_of_which_nothing_is_left_goes() -> None:
    report = replaced(REPORT, "2024年", "")

    assert len(report.section("measures").items[0].paragraphs) == 1


@pytest.mark.parametrize(
    ("words", "why"), [("179", LINKED), ("到179", LINKED), ("主动公开", "是从几项里选的，请在文头里改选")]
)
def test_what_cannot_be_replaced_says_why(words: str, why: str) -> None:
    assert {locked(REPORT, one, "新") for one in found(REPORT, words)} == {why}


def test_a_result_that_does_not_fit_its_field_is_refused() -> None:
    (date,) = (one for one in found(REPORT, "2月9日") if one.text.field == "date")

    assert "2月30日" in locked(REPORT, date, "2月30日")
    with pytest.raises(UserError):
        with_words_replaced(REPORT, (date,), "2月30日")


def test_a_link_in_the_way_can_be_released_and_the_words_are_then_free() -> None:
    one = found(REPORT, "收到179件")[0]

    report = with_links_released(REPORT, one)

    assert report.section("measures").items[0].paragraphs[0] == TEXT.replace("{{fy_apply}}", "179", 1)
    assert not any(again.links for again in found(report, "收到179件"))


def test_braces_typed_in_place_of_words_are_no_link() -> None:
    report = replaced(REPORT, "概况", "{{fy_apply}}")

    assert report.printed(report.section("measures").items[0].title) == "2024年{{fy_apply}}"
    assert report.attachments == REPORT.attachments


def test_a_step_is_called_by_what_it_did() -> None:
    assert step_words("甲", "乙", 12) == "替换“甲”为“乙”（12 处）"
    assert step_words("甲", "") == "删去“甲”"


@FEW
@given(stored=STORED_TEXTS)
def test_replacing_words_by_themselves_changes_nothing_and_no_replacement_loses_a_link(stored: str) -> None:
    report = replace(REPORT, preamble=(f"云{stored}云",))

    assert replaced(report, "云", "云") == report
    written = replaced(report, "云", "岭").preamble
    assert [links(text) for text in written] == [links(text) for text in report.preamble]
    assert report.printed(written[0]).replace("云", "岭") == report.printed(report.preamble[0]).replace(
        "云", "岭"
    )
