"""Which department is asked for what."""

from dataclasses import replace

from actions.drafting import new_report, set_values
from models.collection import UNKNOWN_DEPARTMENT, collection_marks, requests
from models.exchange import Purpose
from models.indicator import Indicator, Kind, catalogue
from models.report import Figure, Report

OWN = Indicator("own_1", "发放服务卡", "张")
STATED = Indicator("own_2", "申请同比", "%", Kind.CHANGE, base="fy_apply")


def report() -> Report:
    made = replace(
        new_report("county-regulation", "云岭县人民政府", 2025),
        own_indicators=(OWN, STATED),
        preamble=("办结{{fy_closed}}件。",),
    )
    return set_values(made, {"figure.own_1": "20", "figure.fy_apply.last": "150", "figure.own_2": "9.33%"})


def asked(made: Report) -> dict[str, list[str]]:
    return {one.department: [each.indicator.id for each in one.asked] for one in requests(made)}


def test_asked_for_is_what_the_report_uses_and_the_unassigned_come_last() -> None:
    assert asked(report()) == {"县司法局": ["fy_apply", "fy_closed"], UNKNOWN_DEPARTMENT: ["own_1"]}


def test_the_department_of_the_figure_goes_before_that_of_the_catalogue() -> None:
    made = report().with_figure(Figure("fy_closed", department="县法院"))
    assert asked(made)["县法院"] == ["fy_closed"]


def test_what_waits_for_this_year_is_asked_for() -> None:
    made = report().with_figure(Figure("fy_alter", is_carried=True))
    assert "fy_alter" in asked(made)["县司法局"]


def test_an_empty_report_asks_for_nothing_or_for_the_whole_catalogue() -> None:
    made = new_report("county-regulation", "云岭县人民政府", 2025)
    assert requests(made) == ()
    every = {each.indicator.id for one in requests(made, everything=True) for each in one.asked}
    dates = {one.id for one in catalogue().values() if one.kind is Kind.DATE}
    changes = {one.id for one in catalogue().values() if one.kind is Kind.CHANGE}
    assert set(catalogue()) - dates - changes <= every
    assert not every & dates


def test_the_marks_say_who_asks_whom() -> None:
    marks = collection_marks(report(), "县司法局")
    assert (marks.purpose, marks.organ, marks.year, marks.department) == (
        Purpose.COLLECTION, "云岭县人民政府", 2025, "县司法局",
    )  # fmt: skip
