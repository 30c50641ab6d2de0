"""Last year's words in this year's report."""

from models.indicator import Indicator, Kind
from models.quantity import Quantity
from models.report import Figure, Item, Report, Section
from models.sentence_comparison import compared_sentences
from models.taking_over import (
    Caret,
    Taken,
    caret_at,
    taken,
    with_last_item,
    with_last_text,
    with_sentence_at,
    with_sentence_replaced,
)

OWN = Indicator("own_1", "入户宣传", "户", Kind.COUNT)
THEN = "申请{{fy_apply}}件，入户{{own_1}}户。"
LAST = Report(
    2025,
    "county-regulation",
    preamble=("上年开头。",),
    sections=(
        Section(
            "measures", "举措", items=(Item("规范执法", (THEN, "第二段。"), (Item("评查", ("乙。",)),)),)
        ),
    ),
    figures=(Figure("fy_apply", Quantity("164")), Figure("own_1", Quantity("30"))),
    own_indicators=(OWN,),
)
NOW = Report(
    2026,
    "county-regulation",
    sections=(Section("measures", "举措", items=(Item("规范执法", ("前句。后句。",)),)),),
    figures=(Figure("fy_apply", Quantity("179")),),
)


def paragraphs(report: Report, count: int = 1) -> tuple[str, ...]:
    section = report.section("measures")
    assert section is not None
    return section.items[count - 1].paragraphs


def is_carried(report: Report) -> bool:
    section = report.section("measures")
    assert section is not None
    return section.items[0].is_carried


def test_known_numbers_stay_links_and_show_this_years_amount() -> None:
    words = taken(NOW, LAST, THEN)

    assert words == Taken("申请{{fy_apply}}件，入户30户。", 1)
    assert NOW.printed(words.stored) == "申请179件，入户30户。"


def test_a_sentence_goes_where_the_caret_stands_and_waits_if_a_number_is_loose() -> None:
    put = with_sentence_at(NOW, "measures", (1,), Caret("前句。后句。", 3), taken(NOW, LAST, THEN))

    assert paragraphs(put) == ("前句。申请{{fy_apply}}件，入户30户。后句。",)
    assert is_carried(put)


def test_a_sentence_without_loose_numbers_does_not_wait() -> None:
    put = with_sentence_at(NOW, "measures", (1,), Caret("前句。后句。", 6), taken(NOW, LAST, "第二段。"))

    assert paragraphs(put) == ("前句。后句。第二段。",)
    assert not is_carried(put)


def test_a_sentence_takes_the_place_of_the_one_that_says_it_now() -> None:
    now = NOW.with_section(
        Section("measures", "举措", items=(Item("规范执法", ("前句。申请{{fy_apply}}件。后句。",)),))
    )
    (one,) = compared_sentences(LAST, ("申请{{fy_apply}}件，逐件审结。",), now, paragraphs(now))
    assert one.spot is not None

    put = with_sentence_replaced(now, "measures", (1,), one.spot, taken(now, LAST, one.stored))

    assert paragraphs(put) == ("前句。申请{{fy_apply}}件，逐件审结。后句。",)


def test_an_empty_item_takes_all_paragraphs() -> None:
    empty = NOW.with_section(Section("measures", "举措", items=(Item("规范执法"),)))

    put = with_last_text(empty, LAST, "measures", (1,), (1,))

    assert paragraphs(put) == ("申请{{fy_apply}}件，入户30户。", "第二段。")
    assert is_carried(put)


def test_an_item_is_taken_with_all_that_is_below_it() -> None:
    put = with_last_item(NOW, LAST, "measures", (1,))
    section = put.section("measures")

    assert section is not None
    assert [item.title for item in section.items] == ["规范执法", "规范执法"]
    assert section.items[1].items[0].paragraphs == ("乙。",)


def test_the_opening_words_take_a_sentence_too() -> None:
    put = with_last_text(NOW, LAST, "", (), ())

    assert put.preamble == ("上年开头。",)
    assert put.is_preamble_carried


def test_a_caret_is_found_behind_links_and_wide_characters() -> None:
    lines = "𠮷申请{{fy_apply}}件\n下一段"

    assert lines[caret_at(NOW, lines, 4).at :] == "{{fy_apply}}件\n下一段"
    assert lines[caret_at(NOW, lines, 7).at :] == "件\n下一段"
    assert caret_at(NOW, lines, 999) == Caret(lines, len(lines))
