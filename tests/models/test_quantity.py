"""Amounts as officials write them."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.errors import NotAQuantityError
from models.quantity import APPROXIMATE, Quantity, Sense, plain

_WRITTEN = {
    "179件": ("179", "", "件"),
    "约682万条": ("6820000", "约", "条"),
    "273.56万多": ("2735600", "多", ""),
    "98%以上": ("98", "以上", ""),
    "17242.5个工作日": ("17242.5", "", "个工作日"),
    "1400余": ("1400", "余", ""),
    "180余万元": ("1800000", "余", "元"),
    "1,234": ("1234", "", ""),
    "1，280万元": ("12800000", "", "元"),
    "１，２８０": ("1280", "", ""),
    "1 200件": ("1200", "", "件"),
    "１２３": ("123", "", ""),
    "两次": ("2", "", "次"),
    "100人以上": ("100", "以上", "人"),
    "100 以上": ("100", "以上", ""),
    "26.44%": ("26.44", "", ""),
    "近百余人": ("100", "近余", "人"),
    "3.27亿元": ("327000000", "", "元"),
    "1万亿元": ("1000000000000", "", "元"),
    "-38.41%": ("-38.41", "", ""),
    "+3.5%": ("3.5", "", ""),
    "不超过5个": ("5", "不超过", "个"),
    "三百余万": ("3000000", "余", ""),
    "0.5": ("0.5", "", ""),
}


@pytest.mark.parametrize("text", _WRITTEN)
def test_an_amount_is_printed_as_it_was_written(text):
    assert str(Quantity.parse(text)) == text


@pytest.mark.parametrize(("text", "meaning"), _WRITTEN.items())
def test_an_amount_knows_value_qualifier_and_unit(text, meaning):
    quantity = Quantity.parse(text)

    assert (plain(quantity.value), quantity.qualifier, quantity.unit) == meaning


@pytest.mark.parametrize(
    "text",
    [
        "",
        "件",
        "007",
        "01号",
        "12-3",
        "1.2.3",
        "1,23",
        "1，2800",
        "1 20件",
        "1，280,500",
        "约",
        "179件100%",
        "5 件",
        "人 以上",
    ],
)
def test_other_texts_are_no_amount(text):
    with pytest.raises(NotAQuantityError):
        Quantity.parse(text)


def test_a_value_is_exact():
    assert Quantity.parse("0.1万").value + Quantity.parse("0.2万").value == Decimal(3000)


def test_the_surface_has_no_unit_and_nothing_behind_it():
    assert Quantity.parse("约100人以上").surface == "约100"
    assert Quantity.parse("98%以上").surface == "98%以上"


def test_without_its_unit_an_amount_keeps_the_qualifier_behind_it():
    quantity = Quantity.parse("100人以上").without_unit()

    assert (quantity.unit, quantity.surface, quantity.qualifier) == ("", "100", "以上")
    assert Quantity.parse(str(quantity)) == quantity


_ARABIC = st.one_of(
    st.integers(0, 10**9).map(str),
    st.decimals(0, 10**6, places=2).map(str),
    st.integers(1000, 10**9).map(lambda number: f"{number:,}"),
    st.integers(1, 10**6).map(
        lambda number: str(number).translate(str.maketrans("0123456789", "０１２３４５６７８９"))
    ),
)


@st.composite
def quantities(draw: st.DrawFn) -> Quantity:
    """Amounts with any of their parts, those that exclude each other never together."""
    percent = draw(st.sampled_from(["", "", "%", "‰"]))
    scale = "" if percent else draw(st.sampled_from(["", "千", "万", "百万", "亿", "万亿"]))
    after = draw(st.sampled_from(["", "余", "多", "以上", "左右"]))
    unit = (
        ""
        if percent
        else draw(st.sampled_from(["", "件", "人次", "个工作日", "元", "平方米", "元/吨", "㎡"]))
    )
    return Quantity(
        digits=draw(_ARABIC),
        before=draw(st.sampled_from(["", "约", "近", "超过", "不少于"])),
        sign=draw(st.sampled_from(["", "+", "-"])) if percent else "",
        middle=draw(st.sampled_from(["", "余", "多"])) if scale else "",
        scale=scale,
        percent=percent,
        after=after,
        unit=unit,
        tail="" if after in {"以上", "左右"} else draw(st.sampled_from(["", "以上", "以内"])),
    )


@given(quantities())
def test_printing_and_reading_an_amount_gives_it_back(quantity):
    assert Quantity.parse(str(quantity)) == quantity


@given(st.text("约近0123456789.,%万亿余多以上件人次个 ", max_size=12))
def test_whatever_is_read_as_an_amount_is_printed_letter_for_letter(text):
    try:
        quantity = Quantity.parse(text)
    except NotAQuantityError:
        return

    assert str(quantity) == text.strip()


@pytest.mark.parametrize(
    ("number", "text"), [("2735600.00", "2735600"), ("93.630", "93.63"), ("1E+3", "1000")]
)
def test_a_plain_number_has_no_needless_zeros(number, text):
    assert plain(Decimal(number)) == text


@pytest.mark.parametrize("word", APPROXIMATE)
def test_every_word_for_about_so_much_is_read_with_its_sense_and_printed_where_it_stood(word):
    written = [text for text in (f"{word}500件", f"500{word}件", f"500件{word}") if is_amount(text)]

    assert written
    for text in written:
        assert Quantity.parse(text).sense is APPROXIMATE[word]
        assert str(Quantity.parse(text)) == text


def test_an_exact_amount_leaves_nothing_open_and_of_two_words_the_limit_counts():
    assert Quantity.parse("500件").sense is None
    assert Quantity.parse("约500件以上").sense is Sense.AT_LEAST


def is_amount(text):
    try:
        return Quantity.parse(text).qualifier != ""
    except NotAQuantityError:
        return False
