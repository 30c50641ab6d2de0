"""What clerks write into a cell is read exactly; what cannot be read is said, never guessed in silence."""

from datetime import date, datetime
from decimal import Decimal

import pytest
from hypothesis import given

from importers.amount_texts import NotUnderstoodError
from importers.cell_amounts import read_amount
from importers.cells import Cell
from models.indicator import Indicator, Kind
from models.quantity import Quantity
from tests.strategies import AMOUNTS

CASES = Indicator("cases", "案件", "件")
RATE = Indicator("rate", "办结率", "%", Kind.RATE)
MONEY = Indicator("money", "罚没金额", "元", Kind.AMOUNT)
DAYS = Indicator("days", "压减时限", "工作日")
GROWTH = Indicator("growth", "同比", "%", Kind.CHANGE)
PER_MILLE = Indicator("mille", "信访率", "‰", Kind.RATE)


def cell(content: object, number_format: str = "General") -> Cell:
    return Cell(Decimal(str(content)) if isinstance(content, int | float) else content, number_format)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("content", "number_format", "surface"),
    [
        (179, "General", "179"),
        ("179", "General", "179"),
        ("１７９", "General", "179"),
        ("179件", "General", "179"),
        ("179 件", "General", "179"),
        ("179（件）", "General", "179"),
        ("179起", "General", "179"),
        ("1,279", "General", "1279"),
        ("1，279，000", "General", "1279000"),
        ("1 279", "General", "1279"),
        ("1400余", "General", "1400余"),
        ("1400余件", "General", "1400余"),
        ("约682万", "General", "约682万"),
        ("180余万", "General", "180余万"),
        ("273.56万多", "General", "273.56万多"),
        ("近千", "General", "近千"),
        ("三十五", "General", "三十五"),
        ("179.0", "General", "179"),
        ("1.79E+02", "General", "179"),
        ("179。", "General", "179"),
        ("'179", "General", "179"),
        (1400, '#,##0"余"', "1400余"),
        (1400, '"约"#,##0', "约1400"),
        (1400, '0"件"', "1400"),
        (68, '0"万"', "68万"),
        (680000, '0\\.0,"万"', "680000"),
        (0, "General", "0"),
    ],
)
def test_counts(content: object, number_format: str, surface: str) -> None:
    value = read_amount(cell(content, number_format), CASES).value
    assert value is not None
    assert (value.surface, value.unit) == (surface, "")


@pytest.mark.parametrize(
    ("content", "number_format", "surface"),
    [
        (0.9095, "0.00%", "90.95%"),
        (98, "0.00%", "98%"),
        (98, "General", "98%"),
        (0.98, "General", "98%"),
        (1, "0.00%", "100%"),
        (1, "General", "100%"),
        (0, "General", "0%"),
        ("98", "@", "98%"),
        ("98%", "@", "98%"),
        ("98.5％", "@", "98.5%"),
        ("98﹪", "@", "98%"),
        ("99 %", "@", "99%"),
        ("98%以上", "@", "98%以上"),
        ("0.98", "@", "98%"),
        (1.05, "0.00%", "105%"),
    ],
)
def test_rates(content: object, number_format: str, surface: str) -> None:
    value = read_amount(cell(content, number_format), RATE).value
    assert value is not None
    assert value.surface == surface


@pytest.mark.parametrize(
    ("content", "number_format"), [(98, "0.00%"), (98, "General"), (0.98, "General"), ("0.98", "@")]
)
def test_a_guess_about_per_cent_is_said(content: object, number_format: str) -> None:
    assert "98%" in "".join(read_amount(cell(content, number_format), RATE).remarks)


def test_a_bare_fraction_that_last_year_speaks_against_is_not_guessed() -> None:
    with pytest.raises(NotUnderstoodError, match=r"可能是34%，也可能是0\.34%"):
        read_amount(cell(0.34), RATE, last=Quantity.parse("2.1%"))


def test_a_number_pasted_into_a_cell_of_per_cent_is_judged_by_last_year() -> None:
    read = read_amount(cell(5.5, "0.00%"), RATE, last=Quantity.parse("8.51%"))
    assert (read.value, "550%" in "".join(read.remarks)) == (Quantity.parse("5.5%"), True)
    assert read_amount(cell(5.5, "0.00%"), RATE, last=Quantity.parse("480%")).value == Quantity.parse("550%")
    with pytest.raises(NotUnderstoodError, match=r"可能是550%，也可能是5\.5%"):
        read_amount(cell(5.5, "0.00%"), RATE)


def test_a_change_may_be_negative_and_above_a_thousand_per_cent() -> None:
    assert read_amount(cell(-0.0933, "0.00%"), GROWTH).value == Quantity.parse("-9.33%")
    assert read_amount(cell(12, "0%"), GROWTH).value == Quantity.parse("1200%")


@pytest.mark.parametrize(("content", "number_format"), [(2.5, "General"), (0.0025, "0.00%"), ("2.5‰", "@")])
def test_per_mille(content: object, number_format: str) -> None:
    assert read_amount(cell(content, number_format), PER_MILLE).value == Quantity.parse("2.5‰")


def test_per_mille_pasted_into_a_cell_of_per_cent_is_no_more_guessed_than_per_cent() -> None:
    with pytest.raises(NotUnderstoodError, match=r"可能是2500‰，也可能是2\.5‰"):
        read_amount(cell(2.5, "0.00%"), PER_MILLE)


@pytest.mark.parametrize("text", ["", "无", "/", "—", "－", "N/A", "暂无", "　", "……", "*", "无此项"])
def test_no_amount_is_no_amount(text: str) -> None:
    assert read_amount(cell(text), CASES).value is None


@pytest.mark.parametrize(
    ("wrong", "indicator", "why"),
    [
        (Cell(Decimal(-3)), CASES, "负数"),
        (Cell(Decimal("179.5")), CASES, "小数"),
        (Cell("100-200"), CASES, "数量"),
        (Cell("12 34"), CASES, "数量"),
        (Cell("一百多件吧"), CASES, "数量"),
        (Cell("0179"), CASES, "数量"),
        (Cell("5人"), CASES, "单位是“人”"),
        (Cell("98%"), CASES, "%"),
        (Cell(datetime(2025, 1, 5)), CASES, "日期"),
        (Cell(date(2025, 1, 5)), CASES, "日期"),
        (Cell(True), CASES, "数量"),
        (Cell("#REF!", is_error=True), CASES, "出错"),
        (Cell(None, is_formula=True), CASES, "没有算出结果"),
        (Cell(Decimal("1e20")), CASES, "数量"),
    ],
)
def test_what_is_not_understood_is_said(wrong: Cell, indicator: Indicator, why: str) -> None:
    with pytest.raises(NotUnderstoodError, match=why):
        read_amount(wrong, indicator)


def test_what_is_measured_may_have_decimals() -> None:
    assert read_amount(cell(17242.5), DAYS).value == Quantity.parse("17242.5")
    assert read_amount(cell("17242.5个工作日"), DAYS).value == Quantity.parse("17242.5")


@given(AMOUNTS.filter(lambda one: not one.percent and one.value >= 0 and not (one.after and one.tail)))
def test_whatever_officials_write_is_read_with_its_value_and_its_words(written: Quantity) -> None:
    value = read_amount(Cell(str(written)), MONEY).value
    assert value is not None
    assert (value.value, value.qualifier) == (written.value, written.qualifier)


def test_a_row_counted_in_ten_thousands_is_read_so_and_said() -> None:
    read = read_amount(cell(1350), MONEY, "万元")
    assert read.value is not None
    assert (read.value.surface, read.value.value) == ("1350万", Decimal(13_500_000))
    assert "万元" in "".join(read.remarks)


@pytest.mark.parametrize(
    ("content", "row_unit", "surface"),
    [(350, "万元", "350"), ("350万元", "万元", "350"), ("约350万元", "", "约350"), ("350.5", "", "350.5")],
)
def test_what_is_counted_in_ten_thousands_keeps_its_unit(
    content: object, row_unit: str, surface: str
) -> None:
    value = read_amount(cell(content), Indicator("fines", "罚没", "万元", Kind.AMOUNT), row_unit).value
    assert value is not None
    assert value.surface == surface


@pytest.mark.parametrize(
    ("row_unit", "is_taken"), [("件", True), ("起", True), ("人", False), ("件/年", False)]
)
def test_a_unit_that_was_changed_is_said_or_refused(row_unit: str, is_taken: bool) -> None:
    if is_taken:
        assert read_amount(cell(179), CASES, row_unit).value == Quantity.parse("179")
    else:
        with pytest.raises(NotUnderstoodError, match="单位写成了"):
            read_amount(cell(179), CASES, row_unit)


def test_a_rate_above_100_per_cent_is_taken_and_said() -> None:
    assert read_amount(cell("105%"), RATE).remarks == ("超过100%",)


def test_a_scale_beside_the_number_and_in_the_unit_is_not_guessed() -> None:
    with pytest.raises(NotUnderstoodError, match="不能确定"):
        read_amount(cell("1350万"), MONEY, "万元")
