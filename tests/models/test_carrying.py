"""What came over from last year is all there, waits until it is touched, and nothing of it is lost."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actions.rolling import roll
from models.carrying import Treatment, usual_treatments, waiting, waiting_figures, without_number
from models.compose import printed
from models.content import from_content, to_content
from models.errors import UserError
from models.filling import filled
from models.indicator import Indicator, Kind
from models.letterhead import Letterhead
from models.quantity import Quantity
from models.report import Attachment, Figure, Item, Report, Section, Stage, texts
from tests.strategies import FEW, REPORTS

TREATMENTS = st.sampled_from(Treatment)
WAITING = Item("规范执法", ("全年评查{{aj_count}}卷。",), (Item("评查", ("甲。",)),))
LAST = Report(
    2025,
    "county-regulation",
    stage=Stage.FINAL,
    letterhead=Letterhead(
        organs=("云岭县人民政府",),
        addressees=("澜州市人民政府",),
        doc_number="云政〔2026〕5号",
        date="2026年2月9日",
        copy_number="000001",
        printed_on="2026年2月10日",
        urgency="加急",
        contact_name="林知秋",
    ),
    preamble=("2025年，我县推进依法行政。",),
    sections=(
        Section("measures", "2025年度推进法治政府建设的主要举措和成效", ("总的看，进展顺利。",), (WAITING,)),
        Section("shortcomings", "存在的不足和原因", (), (Item("人手不足", ("主要原因是编制少。",)),)),
        Section("awards", "2025年获奖情况", ("无。",)),
    ),
    figures=(
        Figure(
            "aj_count",
            Quantity.parse("240"),
            Quantity.parse("200"),
            department="县司法局",
            evidence="评查通报",
            note="含乡镇",
            source="司法局.xlsx",
            received="2026-01-05",
        ),
        Figure("own_1", Quantity.parse("9.33%")),
    ),
    own_indicators=(Indicator("own_1", "案卷评查同比", "%", Kind.CHANGE, base="aj_count"),),
    attachments=(Attachment("2025年统计表", shows_figures=True), Attachment("清单", ("第一项。",))),
    forms=("penalties",),
)


def rolled(**treatments: str) -> Report:
    return roll(LAST, 2026, {key: Treatment(how) for key, how in treatments.items()})


@FEW
@given(REPORTS, TREATMENTS)
def test_every_amount_becomes_last_years_and_none_is_left_for_this_year(
    last: Report, treatment: Treatment
) -> None:
    last = replace(last, year=2025, template="county-regulation")
    new = roll(last, 2026, {section.key: treatment for section in last.sections})

    assert [one.indicator for one in new.figures] == [one.indicator for one in last.figures]
    for before, after in zip(last.figures, new.figures, strict=True):
        indicator = last.indicator(before.indicator)
        is_stated = indicator is not None and indicator.kind is Kind.CHANGE
        assert after.last == (None if is_stated else before.value)
        assert after.value is None
        assert after.department == before.department
        assert after.is_carried


@FEW
@given(REPORTS, TREATMENTS)
def test_no_text_is_lost_whatever_is_chosen(last: Report, treatment: Treatment) -> None:
    last = replace(last, year=2025, template="county-regulation")
    new = roll(last, 2026, {section.key: treatment for section in last.sections})

    kept = [text for section in new.reference for text in _texts(section)]
    wanted = [text for _, text in texts(last)]
    wanted += [section.title for section in last.sections]
    wanted += [text for one in last.attachments for text in one.paragraphs]
    assert not {printed(last, text) for text in wanted if text} - set(kept)


@FEW
@given(REPORTS)
def test_a_rolled_report_is_stored_whole(last: Report) -> None:
    new = roll(replace(last, year=2025, template="county-regulation"), 2026, {})

    assert from_content(to_content(new)) == new


def _texts(whole: Section | Item) -> list[str]:
    return [whole.title, *whole.paragraphs, *(text for item in whole.items for text in _texts(item))]


def test_rolling_leaves_the_old_report_as_it_was() -> None:
    before = to_content(LAST)

    rolled()

    assert to_content(LAST) == before


def test_rolling_again_begins_from_the_new_report() -> None:
    second = roll(rolled(), 2027, {})

    assert second.reference_year == 2026
    assert second.figure("aj_count").last is None
    assert second.section("measures").title == "2027年度推进法治政府建设的主要举措和成效"


def test_what_belongs_to_one_paper_is_emptied_and_the_rest_of_the_letterhead_stays() -> None:
    letterhead = rolled().letterhead

    assert (letterhead.date, letterhead.copy_number, letterhead.printed_on, letterhead.urgency) == ("",) * 4
    assert letterhead.doc_number == "云政〔〕号"
    assert letterhead.organs == LAST.letterhead.organs
    assert letterhead.addressees == LAST.letterhead.addressees
    assert letterhead.contact_name == "林知秋"
    assert rolled().stage is Stage.DRAFT


@pytest.mark.parametrize(
    ("number", "left"),
    [("云政〔2026〕5号", "云政〔〕号"), ("云政［2026］第12号", "云政〔〕号"), ("五号文", ""), ("", "")],
)
def test_a_document_number_keeps_whose_it_is(number: str, left: str) -> None:
    assert without_number(number) == left


def test_a_title_of_the_clerks_own_moves_to_the_new_year() -> None:
    titled = replace(LAST, letterhead=replace(LAST.letterhead, title="云岭县2025年\n法治政府建设年度报告"))

    assert roll(titled, 2026, {}).letterhead.title == "云岭县2026年\n法治政府建设年度报告"


def test_a_copied_section_waits_item_by_item_with_its_links() -> None:
    section = rolled(measures="copy").section("measures")

    assert section.title == "2026年度推进法治政府建设的主要举措和成效"
    assert section.is_carried
    assert section.items[0].is_carried
    assert section.items[0].items[0].is_carried
    assert section.items[0].paragraphs == ("全年评查{{aj_count}}卷。",)


def test_a_section_kept_as_reference_has_headings_alone() -> None:
    section = rolled(measures="reference").section("measures")

    assert not section.paragraphs
    assert section.items[0].title == "规范执法"
    assert not section.items[0].paragraphs
    assert section.items[0].items[0].title == "评查"


def test_a_section_left_out_keeps_its_place_where_the_template_has_it() -> None:
    new = rolled(measures="leave", awards="leave")

    assert new.section("measures").title == "2026年度推进法治政府建设的主要举措和成效"
    assert not new.section("measures").items
    assert new.section("awards") is None


def test_shortcomings_are_not_copied_unless_somebody_wants_them() -> None:
    assert usual_treatments(LAST)["shortcomings"] is Treatment.REFERENCE
    assert rolled(shortcomings="copy").section("shortcomings").items[0].paragraphs


def test_what_a_figure_was_taken_from_is_last_years_affair() -> None:
    figure = rolled().figure("aj_count")

    assert (figure.evidence, figure.note, figure.source, figure.received) == ("",) * 4
    assert figure.department == "县司法局"


def test_a_change_that_was_stated_loses_its_amount() -> None:
    figure = rolled().figure("own_1")

    assert figure.value is None
    assert figure.last is None


def test_amounts_of_an_earlier_year_are_not_last_years() -> None:
    figure = roll(LAST, 2027, {}).figure("aj_count")

    assert figure.last is None
    assert figure.value is None


def test_indicators_forms_and_attachments_come_along() -> None:
    new = rolled()

    assert new.own_indicators == LAST.own_indicators
    assert new.forms == LAST.forms
    assert [one.title for one in new.attachments] == ["2025年统计表", "清单"]
    assert all(one.is_carried for one in new.attachments)


@pytest.mark.parametrize("year", [2025, 2024, 30000])
def test_a_year_that_is_not_later_is_refused(year: int) -> None:
    with pytest.raises(UserError, match="年"):
        roll(LAST, year, {})


def test_an_unknown_section_is_refused_with_those_there_are() -> None:
    with pytest.raises(UserError, match="measures"):
        roll(LAST, 2026, {"nothing": Treatment.COPY})


def test_a_figure_waits_until_it_is_filled_in_and_its_change_with_it() -> None:
    new = rolled()
    assert waiting_figures(new) == ("aj_count", "own_1")

    new = new.with_figure(filled(new.figure("aj_count"), Quantity.parse("240")))

    assert waiting_figures(new) == ()
    assert waiting(new).figures == 0
    assert new.figure("own_1").value is not None
