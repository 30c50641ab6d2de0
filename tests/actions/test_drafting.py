"""Beginning a report and filling in single values."""

from dataclasses import replace

import pytest

from actions.checking import look_over
from actions.drafting import new_report, number_to_complete, set_values
from models.errors import UnknownKeyError, UserError
from models.indicator import Kind, catalogue
from models.report import Attachment, Report
from models.template import MANDATED, templates

REPORT = Report(2025, "county-regulation")


@pytest.mark.parametrize("template_id", list(templates()))
def test_a_new_report_has_the_templates_sections_in_its_order(template_id: str) -> None:
    report = new_report(template_id, "云岭县人民政府", 2026)

    assert [section.key for section in report.sections] == [
        one.key for one in templates()[template_id].sections
    ]
    assert {section.key for section in report.sections} >= set(MANDATED)
    assert report.letterhead.organs == ("云岭县人民政府",)
    assert report.letterhead.disclosure == "主动公开"
    assert all("2026" in text for text in report.preamble)


def test_a_new_report_begins_with_what_the_office_always_fills_in() -> None:
    unit = {"addressees": "中共某某市委、某某市人民政府", "disclosure": "依申请公开"}

    head = new_report("county-regulation", "云岭县人民政府", 2026, unit).letterhead

    assert head.addressees == ("中共某某市委", "某某市人民政府")
    assert head.disclosure == "依申请公开"
    assert head.organs == ("云岭县人民政府",)


def test_an_offices_number_waits_to_be_completed_and_the_checks_ask_for_it() -> None:
    number = number_to_complete("云政〔年份〕〔序号〕号", 2026)
    assert number_to_complete("云政〔{year}〕{n}号", 2026) == number
    assert number == "云政〔2027〕号"

    report = new_report("county-regulation", "云岭县人民政府", 2026, {"doc_number": number})

    assert "CAR05" in {one.rule for one in look_over(report)}
    assert "CAR05" not in {one.rule for one in look_over(report, frozenset({"CAR05"}))}


def test_letterhead_fields_and_figures_are_set_by_their_keys() -> None:
    report = set_values(
        REPORT,
        {
            "organs": "中共云岭县委、云岭县人民政府",
            "date": "2026/2/9",
            "copy_number": "7",
            "figure.fy_apply": "约180余件",
            "figure.fy_apply.last": "150",
        },
    )

    assert report.letterhead.organs == ("中共云岭县委", "云岭县人民政府")
    assert report.letterhead.date == "2026年2月9日"
    assert report.letterhead.copy_number == "000007"
    figure = report.figure("fy_apply")
    assert (str(figure.value), str(figure.last)) == ("约180余", "150")


@pytest.mark.parametrize("typed", ["98.5", "98.5%", "98.5％"])
def test_a_rate_has_its_sign_however_it_was_typed(typed: str) -> None:
    report = set_values(REPORT, {"figure.fy_ontime": typed})

    assert str(report.figure("fy_ontime").value) == "98.5%"


def test_an_empty_text_clears_one_amount_and_keeps_the_other() -> None:
    filled = set_values(REPORT, {"figure.fy_apply": "180", "figure.fy_apply.last": "150"})

    cleared = set_values(filled, {"figure.fy_apply": ""})

    assert cleared.figure("fy_apply").value is None
    assert str(cleared.figure("fy_apply").last) == "150"


@pytest.mark.parametrize("text", ["许多", "0179", "一七九号文", "12-15", "179件 20件", "NaN", "1e5"])
def test_what_is_no_quantity_is_refused(text: str) -> None:
    with pytest.raises(UserError):
        set_values(REPORT, {"figure.fy_apply": text})


def test_another_unit_is_refused() -> None:
    with pytest.raises(UserError, match="单位是“件”"):
        set_values(REPORT, {"figure.fy_apply": "180元"})


def test_dates_are_not_filled_in_as_amounts() -> None:
    dates = [one.id for one in catalogue().values() if one.kind is Kind.DATE]
    assert dates

    with pytest.raises(UserError, match="是日期"):
        set_values(REPORT, {f"figure.{dates[0]}": "2010"})


def test_unknown_keys_are_named() -> None:
    with pytest.raises(UnknownKeyError, match="colour"):
        set_values(REPORT, {"colour": "red"})


def test_an_attachment_shows_the_table_of_figures_where_it_is_told_to() -> None:
    report = replace(
        new_report("county-regulation", "云岭县人民政府", 2026), attachments=(Attachment("统计表"),)
    )

    shown = set_values(report, {"attachment.1.figures": "是"})

    assert shown.attachments == (Attachment("统计表", shows_figures=True),)
    assert set_values(shown, {"attachment.1.figures": "否"}) == report
    with pytest.raises(UserError, match="没有附件2"):
        set_values(report, {"attachment.2.figures": "是"})
    with pytest.raises(UserError, match="请写是或否"):
        set_values(report, {"attachment.1.figures": "yes"})


def test_a_statistical_form_goes_up_or_not_as_it_is_set() -> None:
    report = REPORT
    chosen = set_values(report, {"form.xzcf": "是"})
    assert chosen.forms == ("xzcf",)
    assert set_values(chosen, {"form.xzcf": "否"}) == report

    with pytest.raises(UserError, match="是或否"):
        set_values(report, {"form.xzcf": "yes"})
    with pytest.raises(UnknownKeyError, match="xzcf"):
        set_values(report, {"form.none": "是"})
