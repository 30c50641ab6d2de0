"""Links that print a change: verb and amount, right in direction, stated words kept while the data bear them out."""

from decimal import Decimal

import pytest

from models.change import present, stated_change, with_direction
from models.indicator import Indicator, Kind
from models.link_words import described, shown
from models.linked_text import Link, escape
from models.quantity import Quantity
from models.report import Figure, Report, Section

FILES = Indicator("own_1", "备案文件", "件")
FILES_YOY = Indicator("own_2", "备案文件同比", "%", Kind.CHANGE, base="own_1")
RATE = Indicator("own_3", "按期办结率", "%", Kind.RATE)
RATE_YOY = Indicator("own_4", "按期办结率同比", "百分点", Kind.CHANGE, base="own_3")
FILES_DIFF = Indicator("own_5", "备案文件增减", "件", Kind.CHANGE, base="own_1")
FILES_TIMES = Indicator("own_6", "备案文件同比（倍）", "倍", Kind.CHANGE, base="own_1")
ALONE = Indicator("own_7", "走访同比", "%", Kind.CHANGE)


def report(*figures: tuple[Indicator, str, str], text: str = "") -> Report:
    """What is stated of changes stands first; then the amounts come to be known."""
    made = Report(
        2025,
        "county-regulation",
        sections=(Section("measures", "举措", (text,)),),
        own_indicators=(FILES, FILES_YOY, RATE, RATE_YOY, FILES_DIFF, FILES_TIMES, ALONE),
    )
    for indicator, this, last in sorted(figures, key=lambda one: one[0].kind is not Kind.CHANGE):
        value, before = (Quantity.parse(one).without_unit() if one else None for one in (this, last))
        made = made.with_figure(Figure(indicator.id, value, before))
    return made


@pytest.mark.parametrize(
    ("this", "last", "percent", "difference"),
    [
        ("164", "150", "增长9.33%", "增加14件"),
        ("140", "150", "下降6.67%", "减少10件"),
        ("150", "150", "持平", "持平"),
        ("180", "150", "增长20%", "增加30件"),
        ("5", "0", "增加5件", "增加5件"),
        ("1000001", "1000000", "增长0.0001%", "增加1件"),
        ("3.5万", "2万", "增长75%", "增加1.5万件"),
        ("1400余", "1200", "增长约16.67%", "增加约200件"),
    ],
)
def test_a_new_phrase_is_reckoned_from_both_years(
    this: str, last: str, percent: str, difference: str
) -> None:
    one = report((FILES, this, last))

    assert shown(one, Link("own_1.yoy")) == percent
    assert shown(one, Link("own_1.diff")) == difference


def test_rates_change_by_percentage_points() -> None:
    one = report((RATE, "98.5%", "96%"))

    assert shown(one, Link("own_3.yoy")) == "上升2.5个百分点"
    assert shown(report((RATE, "96%", "98.5%")), Link("own_3.diff")) == "下降2.5个百分点"


@pytest.mark.parametrize(
    ("link", "words"),
    [
        ("own_1.yoy", "〔备案文件同比〕"),
        ("own_1.diff", "〔备案文件增减〕"),
        ("own_1.last", "〔备案文件〕"),
        ("own_2.grow", "〔备案文件同比〕"),
        ("own_99.yoy", "〔own_99.yoy〕"),
    ],
)
def test_a_link_without_an_amount_shows_what_it_waits_for(link: str, words: str) -> None:
    assert shown(report((FILES, "5", "")) if ".last" in link else report(), Link(link)) == words


@pytest.mark.parametrize(
    ("face", "words"),
    [
        ("grow", "增长9.33%"),
        ("cut", "增加9.33%"),
        ("fall", "增长9.33%"),
        ("lower.le", "提高了9.33%"),
        ("decrease.wei", "增幅为9.33%"),
        ("slip", "增长9.33%"),
        ("", "9.33%"),
        ("nonsense", "9.33%"),
    ],
)
def test_the_verb_as_typed_turns_with_the_data(face: str, words: str) -> None:
    link = Link(f"own_2.{face}" if face else "own_2")
    one = report((FILES, "164", "150"), (FILES_YOY, "12.50%", ""), text=f"同比{link.token}。")

    assert shown(one, link) == words


def test_without_data_the_stated_amount_stands_with_the_verb_as_typed() -> None:
    one = report((FILES_YOY, "38.41%", ""))

    assert shown(one, Link("own_2.cut")) == "减少38.41%"
    assert shown(one, Link("own_2.add.le")) == "增加了38.41%"


@pytest.mark.parametrize(("stated", "words"), [("-5%", "减少5%"), ("+5%", "增加5%"), ("0%", "持平")])
def test_a_sign_that_was_filled_in_decides_over_the_verb(stated: str, words: str) -> None:
    for face in ("add", "cut"):
        assert shown(report((ALONE, stated, "")), Link(f"own_7.{face}")) == words


@pytest.mark.parametrize(
    ("stated", "words"),
    [
        ("38.42%", "减少38.42%"),  # rounded
        ("38.41%", "减少38.41%"),  # truncated
        ("38.4%", "减少38.4%"),
        ("约38%", "减少约38%"),
        ("38%以上", "减少38%以上"),
        ("近40%", "减少近40%"),
        ("38.43%", "减少38.42%"),
        ("约60%", "减少约38%"),
        ("不高于39%", "减少不高于39%"),
        ("至多39%", "减少至多39%"),
        ("近39%", "减少近39%"),
        ("不低于39%", "减少38%"),
        ("60%以上", "减少38%"),
        ("50.0%", "减少38.4%"),
    ],
)
def test_a_stated_amount_is_kept_letter_for_letter_while_the_data_bear_it_out(
    stated: str, words: str
) -> None:
    one = report((FILES, "226", "367"), (FILES_YOY, stated, ""))

    assert shown(one, Link("own_2.cut")) == words


def test_a_phrase_that_holds_its_unit_loses_it_when_nothing_changed() -> None:
    risen = report((RATE, "98.6%", "96%"), (RATE_YOY, "2.60", ""))
    same = report((RATE, "96%", "96%"), (RATE_YOY, "2.60", ""))

    assert shown(risen, Link("own_4.sink.ge")) == "上升2.60个百分点"
    assert shown(same, Link("own_4.sink.ge")) == "持平"
    assert shown(risen, Link("own_4.sink.unit")) == "上升2.60百分点"


def test_a_stated_difference_follows_the_data() -> None:
    one = report((FILES, "33", "42"), (FILES_DIFF, "9", ""))

    assert shown(one, Link("own_5.cut.unit")) == "减少9件"
    assert shown(
        one.with_figure(Figure("own_1", Quantity("50"), Quantity("42"))), Link("own_5.cut.unit")
    ) == ("增加8件")


def test_a_fall_is_never_told_in_times() -> None:
    assert shown(report((FILES, "30", "10")), Link("own_6.grow.unit")) == "增长2倍"
    assert shown(report((FILES, "7", "10")), Link("own_6.grow.unit")) == "下降30%"


def test_what_compares_with_no_indicator_is_never_reckoned() -> None:
    one = report((FILES, "164", "150"), (ALONE, "5%", ""))

    assert shown(one, Link("own_7.grow")) == "增长5%"


@pytest.mark.parametrize(
    ("text", "data", "percentage"),
    [
        ("同比{{own_2.cut}}", (), "-38.41"),
        ("同比{{own_2.add}}", (), "38.41"),
        ("同比下降了{{own_2}}", (), "-38.41"),
        ("同比{{own_2.add}}", ("226", "367"), "-38.41"),
        ("同比{{own_2.cut}}", ("400", "367"), "8.99"),
    ],
)
def test_the_stated_change_has_the_direction_of_what_is_printed(
    text: str, data: tuple[str, ...], percentage: str
) -> None:
    one = report((FILES_YOY, "38.41%", ""), text=text)
    if data:
        one = one.with_figure(Figure("own_1", value=Quantity(data[0]), last=Quantity(data[1])))

    assert stated_change(one, "own_1") == Decimal(percentage)


def test_a_stated_difference_is_no_percentage() -> None:
    assert stated_change(report((FILES_DIFF, "9", ""), text="{{own_5.cut.unit}}"), "own_1") is None


def test_the_figure_of_a_change_is_the_reckoned_one() -> None:
    one = report((FILES, "400", "367"), (FILES_YOY, "38.41%", ""), text="同比增长{{own_2}}。")

    assert present(one, one.figure("own_2")).value == Quantity("8.99", percent="%")
    assert present(one, one.figure("own_1")) == one.figure("own_1")


@pytest.mark.parametrize(
    ("text", "data", "shown_value"),
    [
        ("同比{{own_2.cut}}", ("", ""), "-38.41%"),
        ("同比{{own_2.add}}", ("", ""), "38.41%"),
        ("同比{{own_2.add}}", ("226", "367"), "-38.41%"),
        ("同比{{own_2.cut}}", ("400", "367"), "8.99%"),
    ],
)
def test_in_a_table_a_fall_has_a_minus(text: str, data: tuple[str, str], shown_value: str) -> None:
    one = report((FILES, *data), (FILES_YOY, "38.41%", ""), text=text)

    value = with_direction(one, one.figure("own_2")).value
    assert value is not None
    assert value.surface == shown_value


def test_amounts_of_any_size_are_reckoned() -> None:
    one = report((FILES, "999999999999999万亿", "0.000000000001"))

    assert shown(one, Link("own_1.yoy")).startswith("增长")


@pytest.mark.parametrize(
    ("link", "words"),
    [
        ("own_1", "备案文件：164件"),
        ("own_1.last", "备案文件（上年）：150件"),
        ("own_1.yoy", "备案文件（同比）：增长9.33%"),
        ("own_2.cut", "备案文件同比：增加9.33%"),
        ("own_3", "按期办结率：还没有填，单位 %"),
    ],
)
def test_a_link_is_explained_with_its_amount(link: str, words: str) -> None:
    assert described(report((FILES, "164", "150")), Link(link)) == words


def test_a_text_that_looks_like_a_face_is_no_link() -> None:
    one = report((FILES, "164", "150"))

    assert one.printed(escape("{{own_1.yoy}}")) == "{{own_1.yoy}}"
