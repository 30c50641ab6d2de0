"""Words of carried texts that may be last year's are listed with their places, and changed only when wanted."""

from dataclasses import replace

import pytest

from actions.rolling import roll
from models.carrying import Treatment, waiting
from models.editing import confirmed, with_paragraphs
from models.quantity import Quantity
from models.report import HEADING, Attachment, Figure, Item, Place, Report, Section
from models.year_words import with_words_replaced, year_words


def carried(*paragraphs: str, key: str = "measures", title: str = "规范执法", year: int = 2025) -> Report:
    """Next year's report with an item copied from a report about `year`."""
    last = Report(
        year, "county-regulation", sections=(Section(key, "标题", items=(Item(title, paragraphs),)),)
    )
    last = last.with_figure(Figure("fy_apply", Quantity.parse("164")))
    return roll(last, year + 1, {key: Treatment.COPY})


def listed(text: str) -> list[tuple[str, str | None]]:
    return [(one.word, one.suggestion) for one in year_words(carried(text))]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2025年，开展评查。", [("2025年", "2026年")]),
        ("开展2025年度评查。", [("2025年度", "2026年度")]),
        ("到2026年底建成。", [("2026年", "2027年")]),
        ("与2024年相比，多2次。", [("2024年", "2025年")]),
        ("二〇二五年，开展评查。", [("二〇二五年", "二〇二六年")]),
        ("2025年1月至12月，开展评查。", [("2025年1月至12月", "2026年1月至12月")]),
        ("清理2013年以来的文件。", [("2013年", None)]),
        ("2025年9月，公园被命名。", [("2025年9月", None)]),
        ("印发《2025年工作要点》。", [("2025年", None)]),
        ("落实2021—2025年规划。", [("2021—2025年", None)]),
        ("据云政〔2025〕8号文件。", [("〔2025〕8号", None)]),
        ("完成“十四五”规划目标。", [("“十四五”", None)]),
        ("完成“八五”普法验收。", [("“八五”", None)]),
        ("学习二十届三中全会精神。", [("二十届三中全会", None)]),
        ("县政府第42次常务会议研究。", [("第42次", None)]),
        ("今年以来，开展评查。", [("今年", None)]),
        ("推行“1236”工作法，热线12345办件。", []),
        ("比上年多2次，共2025件。", []),
    ],
)
def test_a_word_is_found_and_changed_by_machine_only_where_that_is_sure(
    text: str, words: list[tuple[str, str | None]]
) -> None:
    assert listed(text) == words


def test_a_word_knows_its_place_and_surroundings_with_figures_filled_in() -> None:
    report = carried("申请{{fy_apply}}件，2025年，又评查。", title="2025年重点")
    report = report.with_figure(Figure("fy_apply", Quantity.parse("170"), is_carried=True))

    heading, word = year_words(report)

    assert heading.place == Place("measures", (1,), HEADING)
    assert word.place == Place("measures", (1,), 0)
    assert "170件，2025年，又评查" in word.quote


def test_replacing_changes_what_was_chosen_and_nothing_else() -> None:
    report = carried("2025年，申请{{fy_apply}}件；2025年，评查。")

    changed = with_words_replaced(report, year_words(report)[1:])

    section = changed.section("measures")
    assert section.items[0].paragraphs == ("2025年，申请{{fy_apply}}件；2026年，评查。",)
    assert replace(changed, sections=report.sections) == report


def test_what_was_replaced_is_not_offered_again_and_the_text_still_waits() -> None:
    report = carried("2025年，申请{{fy_apply}}件，比2024年多；到2026年底建成，同比增长{{fy_apply.last}}件。")

    changed = with_words_replaced(report, year_words(report))

    assert changed.section("measures").items[0].paragraphs[0].startswith("2026年，申请")
    assert [one.word for one in year_words(changed)] == ["同比增长"]
    assert waiting(changed).texts == waiting(report).texts


def test_what_was_changed_since_is_left_alone() -> None:
    report = carried("2025年，评查。")
    words = year_words(report)

    later = with_paragraphs(report, "measures", (1,), ("本年评查。",))

    assert with_words_replaced(later, words) == later


def test_a_text_that_was_touched_or_confirmed_is_looked_at_no_longer() -> None:
    report = carried("2025年，评查。")

    assert not year_words(with_paragraphs(report, "measures", (1,), ("2025年，评查了。",)))
    assert not year_words(confirmed(report, "measures", (1,)))


def test_opening_words_and_attachments_are_looked_at_too() -> None:
    last = Report(
        2025,
        "county-regulation",
        preamble=("2025年，进展顺利。",),
        attachments=(Attachment("2025年清单", ("今年共3项。",)),),
    )
    report = roll(last, 2026, {})

    changed = with_words_replaced(report, year_words(report))

    assert [one.word for one in year_words(report)] == ["2025年", "2025年", "今年"]
    assert changed.preamble == ("2026年，进展顺利。",)
    assert changed.attachments[0].title == "2026年清单"


def test_over_a_gap_years_move_by_as_much() -> None:
    last = Report(2023, "county-regulation", sections=(Section("other", "其他", ("2023年无。",)),))

    report = roll(last, 2025, {})

    assert [one.suggestion for one in year_words(report)] == ["2025年"]
