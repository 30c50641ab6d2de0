"""Where figures are quoted: every text of the paper, each link of it, with the sentence it stands in."""

from dataclasses import replace

from models.forms import forms
from models.quantity import Quantity
from models.quotations import awaited_figures, missing_figures, places, quotations, used_indicators
from models.report import ATTACHMENTS, HEADING, Attachment, Figure, Item, Place, Report, Section

REPORT = Report(
    2025,
    "county-regulation",
    preamble=("全年收到申请{{fy_apply}}件。",),
    sections=(
        Section(
            "measures",
            "主要举措",
            items=(
                Item(
                    "办理复议{{fy_apply}}件", ("甲。上年{{fy_apply.last}}件，今年{{fy_apply}}件；乙{{{{}}。",)
                ),
            ),
        ),
        Section("own", "自设{{fy_accept}}"),
    ),
    figures=(Figure("fy_apply", Quantity("179")),),
    attachments=(Attachment("附表", ("第一段。", "申请{{fy_apply}}件。")),),
)


def test_every_link_of_headings_paragraphs_titles_and_attachments_is_a_place() -> None:
    found = places(REPORT)["fy_apply"]

    assert [one.place for one in found] == [
        Place("", (), 0),
        Place("measures", (1,), HEADING),
        Place("measures", (1,), 0),
        Place("measures", (1,), 0),
        Place(ATTACHMENTS, (1,), 1),
    ]
    assert [one.link.face for one in found] == ["", "", "last", "", ""]
    assert places(REPORT)["fy_accept"][0].place == Place("own", (), HEADING)


def test_a_place_shows_its_own_sentence_and_no_other() -> None:
    sentence = places(REPORT)["fy_apply"][2].sentence

    assert REPORT.printed(sentence) == "上年〔行政复议申请〕件，今年179件；"


def test_braces_that_are_ordinary_text_are_no_place() -> None:
    assert places(replace(REPORT, preamble=("写作{{}}fy_apply}}。",), sections=(), attachments=())) == {}


def test_missing_is_what_a_text_quotes_without_an_amount() -> None:
    assert missing_figures(REPORT) == ["fy_accept"]
    assert missing_figures(REPORT.with_figure(Figure("fy_accept", Quantity("1")))) == []


def test_what_was_carried_over_without_an_amount_is_awaited_though_no_text_quotes_it() -> None:
    carried = REPORT.with_figure(Figure("fy_closed", last=Quantity("9"), is_carried=True))

    assert awaited_figures(carried) == ["fy_accept", "fy_closed"]
    assert awaited_figures(carried.with_figure(Figure("fy_closed", Quantity("8")))) == ["fy_accept"]


def test_used_is_what_is_quoted_known_or_the_reports_own() -> None:
    known = REPORT.with_figure(Figure("fy_closed", note="待核"))

    assert used_indicators(known) == ["fy_apply", "fy_accept", "fy_closed"]


def test_what_a_chosen_form_asks_for_is_used_and_of_no_other_form() -> None:
    form = forms()["xzcf"]
    asked = {entry.indicator for entry in form.entries}

    assert asked.isdisjoint(used_indicators(REPORT))
    assert asked <= set(used_indicators(replace(REPORT, forms=(form.id,))))
    assert set(used_indicators(replace(REPORT, forms=(form.id,)))) - asked == set(used_indicators(REPORT))


def test_quotations_come_in_printing_order() -> None:
    titled = replace(REPORT.sections[0], title="举措{{fy_apply}}")
    places_there = [one.place for one in quotations(replace(REPORT, sections=(titled, REPORT.sections[1])))]

    assert places_there[:3] == [
        Place("", (), 0),
        Place("measures", (), HEADING),
        Place("measures", (1,), HEADING),
    ]


def test_an_attachment_s_title_is_plain_text_and_quotes_nothing() -> None:
    titled = replace(REPORT, attachments=(Attachment("附表{{fy_closed}}"),))

    assert "fy_closed" not in places(titled)
