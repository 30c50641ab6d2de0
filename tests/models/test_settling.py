"""A stated change speaks for itself until the data have taken over; from then on it follows them."""

from dataclasses import replace

import pytest

from models.change import stated_change
from models.filling import filled
from models.indicator import Indicator, Kind
from models.quantity import Quantity, plain
from models.report import Figure, Report, Section

CHANGE = Indicator("own_1", "行政复议申请同比", "%", Kind.CHANGE, base="fy_apply")


def report(value: str, last: str, stated: str = "9.3%", words: str = "grow") -> Report:
    text = f"行政复议申请{{{{fy_apply}}}}件，同比{{{{own_1.{words}}}}}。"
    apply = Figure("fy_apply", Quantity.parse(value), Quantity.parse(last) if last else None)
    return Report(
        2025,
        "county-regulation",
        sections=(Section("measures", "举措", (text,)),),
        figures=(apply, Figure("own_1", Quantity.parse(stated))),
        own_indicators=(CHANGE,),
    )


def changed(before: Report, value: str, last: str) -> Report:
    return before.with_figure(Figure("fy_apply", Quantity.parse(value), Quantity.parse(last)))


@pytest.mark.parametrize(
    ("value", "sentence", "stored"),
    [
        ("180", "行政复议申请180件，同比增长20%。", 20),
        ("120", "行政复议申请120件，同比下降20%。", -20),
        ("150", "行政复议申请150件，同比持平。", 0),
    ],
)
def test_a_change_that_agreed_with_the_data_follows_them(value: str, sentence: str, stored: int) -> None:
    after = changed(report("164", "150"), value, "150")

    assert after.printed(after.sections[0].paragraphs[0]) == sentence
    stated = after.figure("own_1").value
    assert stated is not None
    assert stated.value == stored


def test_a_fall_that_becomes_a_rise_is_told_as_one() -> None:
    after = changed(report("135", "150", "10%", "fall"), "165", "150")

    assert after.printed(after.sections[0].paragraphs[0]).endswith("同比增长10%。")
    assert stated_change(after, "fy_apply") == 10


def test_a_change_stated_before_last_year_was_known_is_reckoned_once_it_is() -> None:
    after = changed(report("164", "", "26.44%"), "164", "150")

    assert after.printed(after.sections[0].paragraphs[0]).endswith("同比增长9.33%。")


def test_what_the_amounts_bear_out_stays_letter_for_letter() -> None:
    after = changed(report("164", "", "9.3%"), "164", "150")

    assert after.figure("own_1").value == Quantity.parse("9.3%")


def test_without_last_year_a_new_amount_makes_the_stated_change_wait_to_be_looked_at() -> None:
    before = report("164", "")
    after = before.with_figure(Figure("fy_apply", Quantity.parse("180")))

    assert not before.figure("own_1").is_carried
    assert after.figure("own_1").is_carried
    assert after.figure("own_1").value == before.figure("own_1").value


def test_a_change_stated_again_waits_no_longer() -> None:
    after = report("164", "").with_figure(Figure("fy_apply", Quantity.parse("180")))
    stated = after.with_figure(filled(after.figure("own_1"), Quantity.parse("20%")))

    assert not stated.figure("own_1").is_carried


def test_beside_a_verb_outside_the_link_the_number_has_no_sign() -> None:
    before = report("164", "150")
    plain_link = replace(before.sections[0], paragraphs=("申请{{fy_apply}}件，同比增长{{own_1}}。",))
    after = changed(replace(before, sections=(plain_link,)), "120", "150")

    assert after.printed(after.sections[0].paragraphs[0]) == "申请120件，同比增长20%。"
    assert stated_change(after, "fy_apply") == 20  # as the text says; the check points it out


def test_nothing_else_in_the_report_changes() -> None:
    before = report("164", "150")
    after = changed(before, "180", "150")

    assert after.sections == before.sections
    assert [plain(figure.value.value) for figure in after.figures if figure.value] == ["180", "20"]
