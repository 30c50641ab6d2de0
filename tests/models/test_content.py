"""What a report is taken apart into is enough to put it together again, and says what changed."""

import json
from dataclasses import replace

import pytest
from hypothesis import given

from models.content import JSON, changed_keys, from_content, to_content
from models.letterhead import LETTERHEAD, Letterhead
from models.quantity import Quantity
from models.report import Figure, Item, Report, Section, Stage
from tests.strategies import FEW, REPORTS

REPORT = Report(
    2024,
    "county-regulation",
    letterhead=Letterhead(organs=("云岭县委", "云岭县人民政府")),
    sections=(Section("measures", "举措", ("办结{{fy_apply}}件。",)), Section("plan", "安排")),
    figures=(Figure("fy_apply", Quantity.parse("约682万")), Figure("fy_close")),
)


@FEW
@given(REPORTS)
def test_a_report_comes_back_from_its_content_as_json(report: Report) -> None:
    stored = json.dumps(to_content(report))

    assert from_content(json.loads(stored)) == report


@FEW
@given(REPORTS, REPORTS)
def test_taking_over_what_changed_makes_one_report_of_the_other(old: Report, new: Report) -> None:
    content, wanted = to_content(old), to_content(new)

    for key in changed_keys(old, new):
        if key in wanted:
            content[key] = wanted[key]
        else:
            del content[key]

    assert from_content(content) == new


@FEW
@given(REPORTS)
def test_a_report_differs_from_itself_in_nothing(report: Report) -> None:
    assert changed_keys(report, from_content(to_content(report))) == frozenset()


def test_content_without_a_single_key_is_an_empty_report() -> None:
    assert from_content({}) == Report(0, "")


def test_every_letterhead_field_is_kept_under_its_own_key() -> None:
    assert {key for key in to_content(REPORT) if key.startswith("letterhead.")} == {
        f"letterhead.{key}" for key in LETTERHEAD
    }


def test_amounts_are_kept_as_officials_write_them() -> None:
    figure = to_content(REPORT)["figure.fy_apply"]

    assert isinstance(figure, dict)
    assert figure["value"] == "约682万"


@pytest.mark.parametrize(
    ("new", "keys"),
    [
        (replace(REPORT, stage=Stage.FINAL), {"stage"}),
        (replace(REPORT, preamble=("开头。",)), {"preamble"}),
        (replace(REPORT, letterhead=replace(REPORT.letterhead, title="报告")), {"letterhead.title"}),
        (REPORT.with_section(Section("plan", "安排", ("明年。",))), {"section.plan"}),
        (REPORT.with_section(Section("other", "其他")), {"sections", "section.other"}),
        (replace(REPORT, sections=REPORT.sections[::-1]), {"sections"}),
        (replace(REPORT, sections=REPORT.sections[:1]), {"sections", "section.plan"}),
        (REPORT.with_figure(Figure("fy_apply", note="待核")), {"figure.fy_apply"}),
        (REPORT.with_figure(Figure("fz_train")), {"figures", "figure.fz_train"}),
    ],
)
def test_a_change_is_named_by_the_keys_it_touches(new: Report, keys: set[str]) -> None:
    assert changed_keys(REPORT, new) == keys


def test_keys_of_another_program_version_do_not_disturb() -> None:
    content = {**to_content(REPORT), "mood": "好", "letterhead.colour": "红", "section": 3}

    assert from_content(content) == REPORT


def test_a_section_the_order_forgot_is_not_lost() -> None:
    content = {**to_content(REPORT), "sections": ["plan", "gone"]}

    assert [section.key for section in from_content(content).sections] == ["plan", "measures"]


def test_values_that_make_no_sense_are_empty_and_take_nothing_else_with_them() -> None:
    content: dict[str, JSON] = {
        **to_content(REPORT),
        "year": "两千",
        "stage": "未来稿",
        "preamble": "不是清单",
        "figure.fy_apply": {"value": "很多", "note": "待核", "colour": "红"},
        "figure.fy_close": None,
        "letterhead.organs": ["云岭县人民政府", 7],
        "section.plan": {"title": "安排", "items": [{"title": "一件事"}]},
    }

    read = from_content(content)

    assert (read.year, read.stage, read.preamble) == (0, Stage.DRAFT, ())
    assert read.figures == (Figure("fy_apply", note="待核"),)
    assert read.letterhead.organs == ("云岭县人民政府", "")
    assert read.section("plan") == Section("plan", "安排", items=(Item("一件事"),))
    assert read.section("measures") == REPORT.section("measures")


@pytest.mark.parametrize(
    "report",
    [
        replace(REPORT, sections=(Section("plan", "甲"), Section("plan", "乙"))),
        replace(REPORT, figures=(Figure("fy_apply"), Figure("fy_apply", note="乙"))),
    ],
)
def test_two_pieces_of_one_key_are_refused_before_one_of_them_is_lost(report: Report) -> None:
    with pytest.raises(ValueError, match="share a key"):
        to_content(report)
