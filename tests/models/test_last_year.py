"""Which item of last year's report is which of this year's."""

from models.last_year import matched_items, paragraphs_in
from models.report import Item, Report, Section


def report(year: int, *items: Item) -> Report:
    return Report(year, "county-regulation", sections=(Section("measures", "举措", items=items),))


def test_an_item_is_known_by_its_heading_wherever_it_stands() -> None:
    last = report(2025, Item("规范执法", ("甲。",)), Item("化解纠纷", ("乙。",)))
    now = report(2026, Item("化解纠纷", ("丙。",)), Item("规范执法", ("丁。",)))

    assert matched_items(now, last, "measures").pairs == {(1,): (2,), (2,): (1,)}


def test_a_year_in_the_heading_makes_no_difference() -> None:
    last, now = report(2025, Item("甲"), Item("2025年度重点")), report(2026, Item("2026年度重点"))

    assert matched_items(now, last, "measures").pairs == {(1,): (2,)}


def test_an_item_with_another_heading_is_known_by_its_text() -> None:
    text = "组织案卷评查2次，抽查案卷120件，逐一交办整改。"
    last = report(2025, Item("健全制度", ("审查文件。",)), Item("规范公正执法", (text,)))
    now = report(2026, Item("提升办案水平", (text.replace("120", "98"),)))

    assert matched_items(now, last, "measures").pairs == {(1,): (2,)}


def test_what_nothing_is_like_stands_beside_what_stood_in_its_place() -> None:
    last = report(2025, Item("规范执法", ("甲。",)), Item("数字政府", ("乙。",)))
    now = report(2026, Item("规范执法", ("甲。",)), Item())

    assert matched_items(now, last, "measures").pairs[2,] == (2,)


def test_what_was_left_out_is_named_once_with_all_that_is_below_it() -> None:
    below = Item("分项", ("丙。",))
    last = report(2025, Item("规范执法", ("甲。",)), Item("数字政府", ("乙。",), (below,)))
    now = report(2026, Item("规范执法", ("甲。",)))

    assert matched_items(now, last, "measures").left_out == ((2,),)


def test_a_section_that_was_not_there_has_nothing_beside_it() -> None:
    last = Report(2025, "county-regulation")
    found = matched_items(report(2026, Item("甲")), last, "measures")

    assert not found.pairs
    assert paragraphs_in(last, "measures", ()) == ()
