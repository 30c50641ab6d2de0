"""An office's cell and a department's are read by the same rules: the same amount or the same refusal."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from importers.amount_texts import NotUnderstoodError
from importers.cell_amounts import read_amount
from importers.cells import Cell
from importers.office_amounts import office_amount
from models.indicator import Indicator, Kind
from models.submission import exact, is_given
from tests.strategies import AMOUNTS

CASES = Indicator("cases", "案件", "件")
RATE = Indicator("rate", "办结率", "%", Kind.RATE)
PER_MILLE = Indicator("mille", "信访率", "‰", Kind.RATE)
MONEY = Indicator("money", "罚没金额", "元", Kind.AMOUNT)
GROWTH = Indicator("growth", "同比", "%", Kind.CHANGE)
INDICATORS = (CASES, RATE, PER_MILLE, MONEY, GROWTH)
SHARES = {"%": 100, "‰": 1000}


def as_department(cell: Cell, indicator: Indicator) -> Decimal | str | None:
    try:
        value = read_amount(cell, indicator).value
    except NotUnderstoodError as why:
        return str(why)
    return None if value is None else value.value / SHARES.get(value.percent, 1)


def as_office(content: object, indicator: Indicator) -> Decimal | str | None:
    try:
        amount = office_amount(content, indicator).amount
    except NotUnderstoodError as why:
        return str(why)
    return exact(amount) if is_given(amount) else None


@pytest.mark.parametrize("indicator", INDICATORS, ids=lambda one: one.id)
@pytest.mark.parametrize(
    "text",
    [
        "", "无此项", "暂无", "N/A", "…", "*", "／", "179 件", "179。", "179起", "5人", "99 %", "98﹪", "98％以上",
        "2.5‰", "0.98", "98", "-5", "179.5", "'179", "1,280", "1.79E+02", ".5", "0179", "见附件", "约682万", "¥1,200.5",
        "350万元", "三十五",
    ],
)  # fmt: skip
def test_a_text_is_read_alike(text: str, indicator: Indicator) -> None:
    assert as_office(text, indicator) == as_department(Cell(text), indicator)


@given(AMOUNTS, st.sampled_from(INDICATORS))
def test_whatever_officials_write_is_read_alike(written: object, indicator: Indicator) -> None:
    ours, theirs = as_office(str(written), indicator), as_department(Cell(str(written)), indicator)
    if isinstance(ours, Decimal) and isinstance(theirs, Decimal):
        assert ours == pytest.approx(theirs, rel=Decimal("1e-14"))
    else:
        assert ours == theirs


@given(
    st.decimals(-2000, 2000, places=4) | st.integers(-(10**9), 10**9).map(Decimal),
    st.sampled_from(INDICATORS),
)
def test_a_number_is_read_alike(number: Decimal, indicator: Indicator) -> None:
    pattern = "0.00%" if indicator.unit in SHARES else "General"

    assert as_office(float(number), indicator) == as_department(Cell(number, pattern), indicator)


def test_550_per_cent_is_neither_taken_nor_guessed_without_last_year() -> None:
    with pytest.raises(NotUnderstoodError, match=r"可能是550%，也可能是5\.5%"):
        office_amount(5.5, RATE)

    read = office_amount(5.5, RATE, 0.0851)
    assert read.amount == 0.055
    assert "550%" in "".join(read.remarks)


@pytest.mark.parametrize("content", [-5.0, 179.5, True, 1e16, float("inf"), float("nan")])
def test_what_no_count_can_be_is_refused(content: object) -> None:
    with pytest.raises(NotUnderstoodError):
        office_amount(content, CASES)


def test_what_makes_an_amount_approximate_is_kept() -> None:
    assert office_amount("约682万", CASES).is_approximate
    assert not office_amount("179件", CASES).is_approximate
