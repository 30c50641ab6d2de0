"""Verbs that stand before links to changes."""

import pytest

from checks.phrases import directions, doubled_verbs
from models.quantity import Quantity
from models.report import Attachment, Figure, Report, Section
from models.template import template

KIND = template("county-regulation")


def report(text: str, this: str = "226", last: str = "367") -> Report:
    stated = Report(
        2025,
        "county-regulation",
        sections=(Section("measures", "举措", (text,)),),
        figures=(Figure("wm_msg_yoy", Quantity("5")),),
    )
    return stated.with_figure(Figure("wm_msg", Quantity(this), Quantity(last)))


@pytest.mark.parametrize(
    ("text", "suggestion"),
    [
        ("留言同比增长{{wm_msg_yoy}}。", "下降38"),
        ("留言同比增加了{{wm_msg_yoy}}。", "减少了38"),
        ("降幅为{{wm_msg_yoy}}。", None),
        ("留言同比{{wm_msg_yoy.grow}}。", None),
        ("留言{{wm_msg_yoy}}。", None),
    ],
)
def test_a_verb_outside_the_link_must_say_what_the_data_say(text: str, suggestion: str | None) -> None:
    found = [one.suggestion for one in directions.findings(report(text), KIND)]

    assert found == ([suggestion] if suggestion else [])


def test_where_nothing_changed_no_verb_is_right() -> None:
    (one,) = directions.findings(report("同比增长{{wm_msg_yoy}}。", "367", "367"), KIND)

    assert (one.suggestion, one.quote) == ("持平", "同比增长0")


def test_without_both_years_nothing_is_said_of_the_direction() -> None:
    stated = Report(
        2025,
        "county-regulation",
        sections=(Section("measures", "举措", ("同比增长{{wm_msg_yoy}}。",)),),
        figures=(Figure("wm_msg_yoy", Quantity("5")),),
    )

    assert not list(directions.findings(stated, KIND))


def test_attachments_and_opening_words_are_read_too() -> None:
    text = "同比增长{{wm_msg_yoy}}。"
    base = report("")
    one = Report(
        2025,
        "county-regulation",
        preamble=(text,),
        attachments=(Attachment("说明", (text,)),),
        figures=base.figures,
    )

    assert [(found.section, found.field, found.item) for found in directions.findings(one, KIND)] == [
        ("letterhead", "preamble", ()),
        ("attachments", "", (1,)),
    ]


@pytest.mark.parametrize(
    ("text", "count"),
    [("同比下降{{wm_msg.yoy}}", 1), ("同比减少{{wm_msg_yoy.cut}}", 1), ("同比{{wm_msg.diff}}", 0)],
)
def test_a_verb_before_a_link_that_has_its_own_is_one_too_many(text: str, count: int) -> None:
    assert len(list(doubled_verbs.findings(report(text), KIND))) == count
