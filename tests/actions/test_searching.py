"""Searching in reports' texts as they are printed."""

import pytest

from actions.searching import hits, searchable, wanted_words
from tests.the_sample import sample_report

TEXTS = searchable(sample_report())


def found(wish: str) -> list[tuple[str, tuple[int, ...], str]]:
    return [(one.key, one.item, one.sentence) for one in hits(TEXTS, wanted_words(wish))]


@pytest.mark.parametrize(
    ("wish", "place", "words"),
    [
        ("申请164件", ("measures", (5, 1)), "全年收到行政复议申请164件，同比增长9.33%。"),
        ("云政 5号", ("doc_number", ()), "云政〔2026〕5号"),
        ("行政复议申请 150", ("figure.fy_apply", ()), "行政复议申请　本年164件　上年150件"),
        ("统计表", ("attachments", (1,)), "云岭县2025年法治政府建设统计表"),
    ],
    ids=["number in a text", "letterhead", "figure", "attachment"],
)
def test_words_are_found_where_they_are_printed(wish: str, place, words: str) -> None:
    assert (*place, words) in found(wish)


def test_width_and_case_make_no_difference() -> None:
    assert found("１２３４５") == found("12345") != []


def test_all_words_are_wanted_and_in_one_sentence_where_one_has_them() -> None:
    assert all("法律援助" in sentence and "人次" in sentence for _, _, sentence in found("法律援助 人次"))
    assert found("法律援助 没有这个词") == []
    assert found("  ") == []


def test_words_in_several_sentences_of_a_paragraph_are_shown_together() -> None:
    ((_, _, sentence),) = [one for one in found("人民调解 法律援助") if one[0] == "measures"]

    assert "人民调解" in sentence
    assert "法律援助" in sentence
    assert "……" in sentence


def test_marks_say_where_the_words_stand() -> None:
    for one in hits(TEXTS, wanted_words("复议 164")):
        assert {one.sentence[start:stop] for start, stop in one.marks} == {"复议", "164"}
        assert one.quote in next(text.words for text in TEXTS if one.quote in text.words)
