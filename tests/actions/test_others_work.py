"""Another writer's changes in one line."""

from dataclasses import replace

from actions.others_work import others_words
from models.letterhead import Letterhead
from models.report import Report, Stage

REPORT = Report(2025, "county-regulation", letterhead=Letterhead(contact_name="王五"))


def test_short_values_are_named_with_what_they_were() -> None:
    after = replace(REPORT, letterhead=replace(REPORT.letterhead, contact_name="", contact_phone="12"))

    words = others_words(REPORT, after)

    assert "（王五 → 空）" in words
    assert "（空 → 12）" in words


def test_long_texts_are_named_by_their_place_and_many_are_counted() -> None:
    texts = tuple(f"第{number}段写得比较长，一行里放不下。" for number in range(5))

    words = others_words(REPORT, replace(REPORT, preamble=texts))

    assert words.endswith("等 5 处")
    assert "放不下" not in words


def test_another_stage_alone_is_nothing_to_tell() -> None:
    assert others_words(REPORT, replace(REPORT, stage=Stage.REVIEW)) == ""
