"""The report's own indicators: no name twice, no unit missing, none deleted that a text needs."""

from dataclasses import replace

import pytest

from models.errors import UserError
from models.own_indicators import own_indicator, with_own_indicator, without_own_indicator
from models.quantity import Quantity
from models.report import Attachment, Figure, Report, Section

EMPTY = Report(2025, "county-regulation")


def with_square() -> Report:
    return with_own_indicator(EMPTY, own_indicator(EMPTY, " 法治广场 ", "个"))


def test_every_new_indicator_has_an_id_of_its_own() -> None:
    report = with_square()
    second = own_indicator(report, "法治长廊", "条")

    assert report.own_indicators[0].name == "法治广场"
    assert second.id != report.own_indicators[0].id


@pytest.mark.parametrize(
    ("name", "unit"), [("", "个"), ("法治长廊", " "), ("法治广场", "个"), ("行政复议申请", "件")]
)
def test_a_name_twice_or_nothing_is_refused(name: str, unit: str) -> None:
    with pytest.raises(UserError):
        own_indicator(with_square(), name, unit)


def test_a_renamed_indicator_keeps_its_id_and_its_amounts() -> None:
    report = with_square()
    old = report.own_indicators[0]
    report = report.with_figure(Figure(old.id, Quantity("12")))

    renamed = with_own_indicator(report, own_indicator(report, "法治公园", "处", but=old.id))

    assert [one.name for one in renamed.own_indicators] == ["法治公园"]
    assert renamed.own_indicators[0].aliases == ("法治公园",)
    assert renamed.figure(old.id).value == Quantity("12")


def test_an_indicator_goes_with_its_figure() -> None:
    report = with_square()
    key = report.own_indicators[0].id

    assert without_own_indicator(report.with_figure(Figure(key, Quantity("12"))), key) == EMPTY


@pytest.mark.parametrize("place", ["text", "title", "attachment"])
def test_an_indicator_in_use_is_not_deleted_and_the_uses_are_counted(place: str) -> None:
    report = with_square()
    key = report.own_indicators[0].id
    text = f"建成{{{{{key}}}}}个"
    report = {
        "text": replace(report, preamble=(text,)),
        "title": replace(report, sections=(Section("measures", text),)),
        "attachment": replace(report, attachments=(Attachment("表", (text,)),)),
    }[place]

    with pytest.raises(UserError, match="1 处"):
        without_own_indicator(report, key)
