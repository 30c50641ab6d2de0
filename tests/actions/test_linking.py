"""Linking a number: what is known stays, what is not becomes known."""

from actions.linking import prospect
from models.linked_text import Link
from models.quantity import Quantity
from models.report import Figure, Report

REPORT = Report(2025, "county-regulation").with_figure(Figure("fy_apply", Quantity("180")))


def test_a_number_becomes_the_amount_only_where_there_is_none() -> None:
    last = prospect(REPORT, Link("fy_apply.last"), "150件")
    value = prospect(REPORT, Link("fy_apply"), "150件")

    assert last.figure == Figure("fy_apply", Quantity("180"), Quantity("150"))
    assert "上年" in last.words
    assert value.figure == REPORT.figure("fy_apply")
    assert "180" in value.words


def test_the_same_number_needs_no_words() -> None:
    assert prospect(REPORT, Link("fy_apply"), "180件").words == ""
    assert prospect(REPORT, Link("fy_apply"), "").words == ""


def test_a_number_that_does_not_fit_makes_no_figure() -> None:
    refused = prospect(REPORT, Link("fy_apply"), "180人")

    assert refused.figure is None
    assert "单位" in refused.words
