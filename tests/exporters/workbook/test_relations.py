"""勾稽关系: live formulas that say what the amounts say."""

from dataclasses import replace
from io import BytesIO

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from models.document import Document
from models.relation import Relation, Strength
from tests.exporters.workbook.reports import (
    RELATIONS,
    figure,
    packed,
    packed_document,
    with_checks,
    with_figures,
    with_relations,
)


def sheet_of(document: Document, *, values: bool = True) -> Worksheet:
    return load_workbook(BytesIO(packed_document(document)), data_only=values)["勾稽关系"]


def row_of(sheet: Worksheet, key: str) -> list[object]:
    return next([cell.value for cell in row] for row in sheet if row[0].value == key)


@pytest.mark.parametrize("key", RELATIONS)
def test_a_relation_comes_to_what_its_amounts_say(key: str) -> None:
    assert row_of(sheet_of(with_relations()), key)[7] == RELATIONS[key][1]


@pytest.mark.parametrize(
    ("key", "working"),
    [
        ("sum", "159+20=179"),
        ("wrong", "159-(20+11)≠131"),
        ("last year", "140+10=150"),
        ("rounded", "11÷131×100=8.4"),
        ("cut off", "8.39=11÷131×100"),
        ("year on year", "(226-367)÷367×100=-38.41"),
        ("levels", "11<131<159<179"),
        ("half", "17242.5-17000.5=242"),
    ],
)
def test_the_working_is_shown_with_its_numbers(key: str, working: str) -> None:
    assert row_of(sheet_of(with_relations()), key)[4] == working


def test_working_and_result_are_formulas_over_named_cells() -> None:
    row = row_of(sheet_of(with_relations(), values=False), "sum")

    assert all(str(row[column]).startswith("=IF(COUNT(本年_fy_accept,") for column in (4, 5, 6, 7))


def test_a_relation_says_its_figures_names() -> None:
    assert row_of(sheet_of(with_relations()), "last year")[2] == (
        "上年受理行政复议案件＋上年不予受理行政复议申请＝上年行政复议申请"
    )


def test_what_cannot_be_reckoned_has_no_formula() -> None:
    for key in ("about", "too near", "nowhere"):
        row = row_of(sheet_of(with_relations(), values=False), key)
        assert not any(str(value).startswith("=") for value in row)


def test_a_contradiction_that_the_report_explains_is_not_marked_as_wrong() -> None:
    report = with_figures(replace(figure("fy_apply", "179"), note="含上年结转"), figure("fy_accept", "159"))
    likely = Relation("likely", "likely", "fy_apply == fy_accept", Strength.SOFT)
    row = row_of(sheet_of(with_checks(report, [likely])), "likely")

    assert row[7] == "已说明"
    assert "含上年结转" in str(row[8])


def test_an_amount_that_follows_from_the_others_is_said_to() -> None:
    assert row_of(sheet_of(with_relations()), "missing")[4:8] == ["131−0=131", None, None, "可反推"]


def test_a_report_without_related_figures_has_no_such_sheet() -> None:
    content = packed(with_figures(figure("own_1", "5")))

    assert "勾稽关系" not in load_workbook(BytesIO(content)).sheetnames
