"""The table of figures: typed numbers, changes in the right unit."""

from decimal import Decimal

import pytest

from models.change import change, stated_change
from models.document import Cell, Group
from models.indicator import Indicator, Kind
from models.quantity import Quantity
from models.report import Figure, Report, Section
from models.statistics import statistics_table
from models.template import template

COUNT = Indicator("own_1", "办理件数", "件", section="measures")
RATE = Indicator("own_2", "办结率", "%", Kind.RATE, section="measures")
STATED = Indicator("own_3", "办理件数同比", "%", Kind.CHANGE, section="measures", base="own_1")


def figure(indicator: Indicator, value: str = "", last: str = "") -> Figure:
    this, before = (Quantity.parse(text) if text else None for text in (value, last))
    return Figure(indicator.id, this, before)


def report(*figures: Figure, text: str = "") -> Report:
    section = Section("measures", "主要举措和成效", (text,) if text else ())
    own = (COUNT, RATE, STATED)
    return Report(2025, "county-regulation", sections=(section,), figures=figures, own_indicators=own)


def row(one: Figure) -> tuple[Cell, ...]:
    table = statistics_table(report(one), template("county-regulation"))
    assert table.rows[0] == Group("主要举措和成效")
    found = table.rows[1]
    assert isinstance(found, tuple)
    return found


@pytest.mark.parametrize(
    ("amount", "number", "number_format"),
    [
        ("179", "179", "#,##0"),
        ("17242.5", "17242.5", "#,##0.0"),
        ("约682万", "6820000", '"约"#,##0'),
        ("1400余", "1400", '#,##0"余"'),
        ("93.63%", "0.9363", "0.00%"),
        ("98%以上", "0.98", '0%"以上"'),
    ],
)
def test_an_amount_is_a_number_with_its_qualifier_in_the_format(
    amount: str, number: str, number_format: str
) -> None:
    cell = row(figure(RATE if "%" in amount else COUNT, amount))[3]

    assert (cell.text, cell.number, cell.number_format) == (amount, Decimal(number), number_format)


def test_a_count_changes_by_a_number_and_by_per_cent() -> None:
    cells = row(figure(COUNT, "18617", "14724"))

    assert (cells[5].text, cells[6].text) == ("+3893", "+26.44%")


@pytest.mark.parametrize(
    ("this", "last", "shown"), [("185.5万", "18.4万", "+1671000"), ("2.1万", "3万", "-9000"), ("5", "5", "0")]
)
def test_differences_of_amounts_in_wan_have_no_idle_decimals(this: str, last: str, shown: str) -> None:
    assert row(figure(COUNT, this, last))[5].text == shown


def test_a_rate_changes_by_percentage_points_only() -> None:
    cells = row(figure(RATE, "96.5%", "98%"))

    assert (cells[5].text, cells[6].text) == ("-1.5百分点", "")


def test_no_change_is_reckoned_from_nothing_or_without_last_year() -> None:
    assert change(COUNT, figure(COUNT, "5")) is None
    from_zero = change(COUNT, figure(COUNT, "5", "0"))
    assert from_zero is not None
    assert from_zero.percent is None


def test_figures_without_any_amount_are_left_out() -> None:
    assert statistics_table(report(Figure(COUNT.id, note="待核")), template("county-regulation")).rows == ()


@pytest.mark.parametrize(("word", "sign"), [("增长", 1), ("减少", -1), ("下降", -1)])
def test_the_direction_of_a_stated_change_is_read_from_the_words_before_it(word: str, sign: int) -> None:
    one = report(figure(STATED, "38.41%"), text="办理{{own_1}}件，同比" + word + "{{own_3}}。")

    assert stated_change(one, COUNT.id) == sign * Decimal("38.41")
