"""The workbook's mark is the judge's verdict, beside the formula and by the formula."""

from collections import Counter
from dataclasses import replace
from io import BytesIO

import pytest
from openpyxl import Workbook, load_workbook

from models.annex import annex, as_tabled
from models.document import Document
from models.forms import forms
from models.judging import Judgement, Verdict, judge
from models.relation import relations
from models.report import Report
from models.template import template
from tests.exporters.workbook.excel import reckoned
from tests.exporters.workbook.near_misses import near_misses
from tests.exporters.workbook.reports import figure, packed, packed_document, with_checks, with_figures

SEEDS = range(6)
MARKS = {
    Verdict.HOLDS: "✓",
    Verdict.ROUNDED: "✓",
    Verdict.TRUNCATED: "✓",
    Verdict.FAILS: "✗",
    Verdict.IMPLIED: "可反推",
    Verdict.EXPLAINED: "已说明",
    Verdict.APPROXIMATE: "约数",
    Verdict.UNKNOWN: "缺数据",
}


def expected(judgement: Judgement) -> str:
    """An amount that only follows has not been checked, be its percentage cut off."""
    return "可反推" if judgement.implied else MARKS[judgement.verdict]


def marks(content: bytes) -> dict[str, tuple[object, object]]:
    """By relation what stands in the result's cell and what its formula comes to over the workbook's cells."""
    values, formulas = (load_workbook(BytesIO(content), data_only=only) for only in (True, False))
    cells = named_cells(values)
    shown, written = values["勾稽关系"], formulas["勾稽关系"]
    return {
        str(row[0].value): (row[7].value, formula_of(written[row[7].coordinate].value, cells))
        for row in shown.iter_rows(min_row=5)
        if row[0].value
    }


def named_cells(book: Workbook) -> dict[str, object]:
    return {
        name: book[sheet][place.replace("$", "")].value
        for name, defined in book.defined_names.items()
        for sheet, place in defined.destinations
        if name.startswith(("本年_", "上年_"))
    }


def formula_of(content: object, cells: dict[str, object]) -> object:
    return reckoned(content, cells) if isinstance(content, str) and content.startswith("=") else content


def checked_document(report: Report) -> Document:
    return with_checks(report, relations().values())


@pytest.mark.parametrize("seed", SEEDS)
def test_every_declared_relation_has_the_mark_of_its_verdict(seed: int) -> None:
    report = as_tabled(near_misses(seed))
    found = marks(packed_document(checked_document(report)))

    wanted = {key: expected(judge(report, relation)) for key, relation in relations().items()}
    assert {key: pair for key, pair in found.items() if pair != (wanted[key], wanted[key])} == {}
    assert found.keys() == wanted.keys()


@pytest.mark.parametrize("seed", range(2))
def test_the_workbook_of_a_report_with_forms_has_the_marks_of_what_is_checked_in_it(seed: int) -> None:
    report = replace(near_misses(seed), forms=tuple(forms()))
    wanted = {
        check.judgement.relation.id: expected(check.judgement)
        for check in annex(report, template(report.template)).checks
        if ":" not in check.judgement.relation.id  # those that the texts state share one number
    }

    found = marks(packed(report))

    assert len(wanted) > 40
    assert {key: found[key] for key in wanted if found[key] != (wanted[key], wanted[key])} == {}


def test_the_reports_come_near_every_kind_of_verdict() -> None:
    judged = [
        judge(report, relation)
        for seed in SEEDS
        for report in (as_tabled(near_misses(seed)),)
        for relation in relations().values()
    ]
    counted = Counter(one.verdict for one in judged)

    assert min(counted[one] for one in Verdict) >= 3


@pytest.mark.parametrize(
    ("relation", "amounts"),
    [
        ("V2", {"ent_new": "1.2万", "geti_new": "8000", "coop_new": "300", "market_new_total": "20500"}),
        ("V3", {"market_new_total": "1.2万", "market_target": "12300"}),
    ],
)
def test_amounts_cut_to_ten_thousands_do_not_contradict_the_words_beside_them(
    relation: str, amounts: dict[str, str]
) -> None:
    report = with_figures(*(figure(name, amount) for name, amount in amounts.items()))

    assert marks(packed(report))[relation] == ("✓", "✓")


def test_a_change_of_a_hundred_per_cent_is_rounded_like_any_other() -> None:
    report = with_figures(figure("rx12345", "2001", "1000"), figure("rx12345_yoy", "100%"))

    found = marks(packed(report))

    assert [found[key] for key, one in relations().items() if "rx12345_yoy" in one.indicators] == [("✓", "✓")]


def test_a_wrong_total_of_ten_thousands_is_marked_by_a_live_formula() -> None:
    amounts = {"ent_new": "1.2万", "geti_new": "8000", "coop_new": "300", "market_new_total": "23500"}
    report = with_figures(*(figure(name, amount) for name, amount in amounts.items()))
    content = packed(report)

    assert marks(content)["V2"] == ("✗", "✗")
    written = load_workbook(BytesIO(content))["勾稽关系"]
    assert any(str(row[7].value).startswith("=IF(COUNT(") for row in written.iter_rows(min_row=5))
