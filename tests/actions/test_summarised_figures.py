"""What the offices' figures come to: exact totals, changes, contradictions, what stands apart or is missing."""

import shutil
import subprocess
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from actions.showing_workbooks import show_summarised
from actions.summarising import Summarised
from exporters.workbook.summary_changes import NAME as CHANGES
from exporters.workbook.summary_table import FIRST_COLUMN, LAST, THIS, TOTAL_ROW
from tests.actions.summarised import column, put, run, sheet
from tests.office_workbooks import Row, row, usual_indicators


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "各地"
    place.mkdir()
    return place


def test_the_total_of_each_indicator_is_a_formula_with_its_value_beside_it(folder: Path) -> None:
    put(folder, "云岭县人民政府", row("fy_apply", 179, 136))
    put(folder, "青河县人民政府", row("fy_apply", 21, 14))
    done = run(folder)

    assert sheet(done, values=False).cell(TOTAL_ROW + 1, FIRST_COLUMN + 1).value == "=SUM(C9:C10)"
    assert column(done, "行政复议申请")[0] == 200
    assert column(done, "行政复议申请", LAST)[0] == 150


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.decimals(0, 10**9, places=2), min_size=1, max_size=6))
def test_totals_are_the_exact_decimal_sums(folder: Path, amounts: list[Decimal]) -> None:
    shutil.rmtree(folder)
    for number, amount in enumerate(amounts):
        put(folder, f"第{number}县", Row("xzcf_fine", "罚没金额", "元", amount))
    done = run(folder, overwrite=True)

    assert done.overview.summary.columns[0].this.total == sum(amounts)
    assert Decimal(repr(column(done, "罚没金额")[0])) == sum(amounts)


def test_rates_are_not_summed(folder: Path) -> None:
    rate = next(one for one in usual_indicators() if one.unit == "%")
    for share in ("0.9", "0.95", "0.97"):
        put(folder, f"{share}县", Row(rate.id, rate.name, "%", Decimal(share)))
    done = run(folder)
    total, median, *_ = column(done, rate.name)

    assert isinstance(total, str)
    assert median == 0.95


def test_own_indicators_are_one_where_name_and_unit_are_the_same(folder: Path) -> None:
    put(folder, "甲县", Row("own_1", "法治体检企业", "家", Decimal(5)))
    put(folder, "乙县", Row("own_7", "法治 体检企业", "家", Decimal(6)))
    put(folder, "丙县", Row("own_1", "法治体检企业", "次", Decimal(90)))
    done = run(folder)

    assert sorted((one.indicator.unit, one.this.total) for one in done.overview.summary.columns) == [
        ("家", Decimal(11)),
        ("次", Decimal(90)),
    ]


def test_an_id_in_a_unit_that_is_none_of_the_indicator_s_is_another_statistic(folder: Path) -> None:
    put(folder, "甲县", row("fy_apply", 5))
    put(folder, "乙县", Row("fy_apply", "行政复议申请", "万元", Decimal(6)))

    assert len(run(folder).overview.summary.columns) == 2


@pytest.mark.parametrize(("unit", "amount"), [("百分点", "-2.6"), ("%", "-0.0815")])
def test_a_fall_that_an_office_states_is_taken_and_not_summed(folder: Path, unit: str, amount: str) -> None:
    put(folder, "甲县", row("fy_apply", 5), Row("own_6", "行政机关败诉率同比", unit, Decimal(amount)))
    done = run(folder)

    assert done.overview.problems == ()
    (stated,) = (one for one in done.overview.summary.columns if one.indicator.unit == unit)
    assert not stated.is_summed


def test_cases_are_one_statistic_whatever_their_measure_word(folder: Path) -> None:
    put(folder, "甲县", row("fy_apply", 5))
    put(folder, "乙县", Row("fy_apply", "行政复议申请", "起", Decimal(6)))

    (column_,) = run(folder).overview.summary.columns
    assert column_.this.total == 11


def test_where_no_office_gives_last_year_there_is_no_total_of_nought(folder: Path) -> None:
    put(folder, "甲县", row("fy_apply", 5))
    put(folder, "乙县", row("fy_apply", 6))
    done = run(folder)

    assert column(done, "行政复议申请", LAST)[0] in (None, "")
    assert [cell.value for cell in sheet(done, CHANGES)[4]][4:6] == [11, None]


def test_the_change_is_reckoned_among_offices_that_give_both_years(folder: Path) -> None:
    put(folder, "甲县", row("fy_apply", 30, 20))
    put(folder, "乙县", row("fy_apply", 100))
    table = sheet(run(folder), CHANGES)
    values = [cell.value for cell in table[4]]

    assert values[4:] == [130, 20, 1, 30, 20, 10, 0.5]


def test_a_relation_that_fails_is_told_with_its_working(folder: Path) -> None:
    parts = ("fy_reject_in", "fy_revoke", "fy_dismiss", "fy_uphold", "fy_terminate", "fy_order", "fy_pending")
    put(folder, "甲县", *(row(one, 1) for one in parts), row("fy_apply", 7))
    put(folder, "乙县", *(row(one, 1) for one in parts), row("fy_apply", 8))
    done = run(folder)

    found = [one for one in show_summarised(done)["contradictions"] if one["relation"] == "V5"]
    assert [one["office"] for one in found] == ["乙县"]
    assert "8" in found[0]["working"]
    assert "乙县" in [line[1].value for line in sheet(done, "矛盾").iter_rows(min_row=4)]


def test_an_approximate_amount_contradicts_nothing(folder: Path) -> None:
    parts = ("fy_reject_in", "fy_revoke", "fy_dismiss", "fy_uphold", "fy_terminate", "fy_order", "fy_pending")
    put(folder, "甲县", *(row(one, 1) for one in parts), row("fy_apply", "约8"))

    assert not run(folder).overview.contradictions


def field(folder: Path, amounts: list[object]) -> Summarised:
    for number, amount in enumerate(amounts):
        put(folder, f"第{number}县", row("fy_apply", amount))
    return run(folder)


def test_an_amount_in_the_wrong_unit_stands_apart(folder: Path) -> None:
    done = field(folder, [40, 55, 62, 38, 71, 49, 44, 580_000, 66, 52])

    (found,) = show_summarised(done)["outliers"]
    assert (found["office"], found["id"], found["value"], found["median"]) == (
        "第7县",
        "fy_apply",
        "580000",
        "53.5",
    )
    assert found["z"] > 3.5


@pytest.mark.parametrize(
    "amounts",
    [
        [20 + number * 3 for number in range(12)],
        [12] * 12,
        [0] * 11 + [3],
        [100, 210, 95, 400, 160, 130, 80, 55, 310],
    ],
    ids=["even", "all the same", "nearly all none", "counties of all sizes"],
)
def test_nothing_stands_apart_in_an_even_field(folder: Path, amounts: list[object]) -> None:
    assert not field(folder, amounts).overview.outliers


def test_few_offices_are_no_field(folder: Path) -> None:
    assert not field(folder, [5, 6, 5, 6, 5, 6, 90_000]).overview.outliers


def test_offices_of_the_list_that_sent_nothing_are_missing(folder: Path) -> None:
    put(folder, "云岭县人民政府", row("fy_apply", 1))
    put(folder, "云州市青河县人民政府", row("fy_apply", 1))
    names = folder.parent / "名单.txt"
    names.write_bytes("1. 青河县\n2. 云岭县\n\n3. 白水县\n".encode("gb18030"))
    done = run(folder, offices=names)

    assert done.overview.missing == ("白水县",)
    assert done.overview.summary.offices == ("云州市青河县人民政府", "云岭县人民政府"), "in the list's order"


def test_what_most_give_is_missed_in_the_others(folder: Path) -> None:
    for name in ("甲县", "乙县"):
        put(folder, name, row("fy_apply", 1), row("fy_revoke", 1))
    put(folder, "丙县", row("fy_apply", 1))

    (gap,) = run(folder).overview.gaps
    assert gap.office == "丙县"
    assert len(gap.indicators) == 1


@pytest.mark.needs("soffice")
def test_libreoffice_reckons_what_stands_beside_the_formulas(folder: Path, tmp_path: Path) -> None:
    for number in range(9):
        rows = [
            Row(
                one.id,
                one.name,
                one.unit,
                _this(one.unit, number, place),
                _this(one.unit, number + 1, place + 2),
            )
            for place, one in enumerate(usual_indicators(30))
            if (number + place) % 4
        ]
        put(folder, f"第{number}县", *rows)
    done = run(folder)
    subprocess.run(
        [
            *("soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless"),
            *("--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", tmp_path / "lo", done.files[0]),
        ],
        check=True,
        capture_output=True,
    )
    ours, theirs = (
        load_workbook(file, data_only=True) for file in (done.files[0], tmp_path / "lo" / done.files[0].name)
    )
    formulas = load_workbook(done.files[0])
    compared = 0
    for name in (THIS, LAST, CHANGES):
        for line in formulas[name].iter_rows():
            for cell in line:
                if cell.data_type == "f":
                    one, other = ours[name][cell.coordinate].value, theirs[name][cell.coordinate].value
                    compared += 1
                    assert (one or 0) == pytest.approx(other or 0, rel=1e-12, abs=1e-12), (
                        name,
                        cell.coordinate,
                    )
    assert compared > 200


def _this(unit: str, number: int, place: int) -> Decimal:
    amount = Decimal(number * 7 + place)
    return (amount + 800) / 1000 if unit == "%" else amount
