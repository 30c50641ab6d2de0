"""How far a report has come, part by part."""

from dataclasses import replace

import pytest

from actions.drafting import new_report
from actions.rolling import roll
from models.completeness import FIGURES, LETTERHEAD, PartState, completeness
from models.quantity import Quantity
from models.report import ATTACHMENTS, Attachment, Figure, Item, Section
from models.template import MANDATED
from tests.the_sample import sample_report

NEW = new_report("county-regulation", "云岭县人民政府", 2026)


def state(report, key: str) -> PartState:
    found = completeness(report).part(key)
    assert found is not None
    return found.state


def test_a_new_report_has_every_mandated_part_and_none_is_complete() -> None:
    found = completeness(NEW)

    assert {part.key for part in found.parts} == {LETTERHEAD, *MANDATED, FIGURES}
    assert (found.done, found.of, found.share) == (0, 7, 0.0)
    assert state(NEW, LETTERHEAD) is PartState.WRITING  # its organ is known
    assert state(NEW, "plan") is PartState.EMPTY


@pytest.mark.parametrize(
    ("section", "wanted"),
    [
        (Section("plan", "安排", ("明年继续。",)), PartState.COMPLETE),
        (Section("plan", "安排", ("　",)), PartState.EMPTY),
        (Section("plan", "安排", items=(Item("一", ("继续。",)), Item("二"))), PartState.WRITING),
        (Section("plan", "安排", items=(Item("一", items=(Item("1", ("继续。",)),)),)), PartState.COMPLETE),
        (Section("plan", "安排", ("明年继续。",), is_carried=True), PartState.WRITING),
    ],
)
def test_a_section_is_complete_when_each_item_says_something_and_nothing_waits(section, wanted) -> None:
    assert state(NEW.with_section(section), "plan") is wanted


def test_figures_are_complete_when_each_that_is_used_has_an_amount_of_this_year() -> None:
    quoting = NEW.with_section(Section("measures", "举措", ("申请{{fy_apply}}件，受理{{fy_accept}}件。",)))
    half = quoting.with_figure(Figure("fy_apply", Quantity.parse("5")))
    whole = half.with_figure(Figure("fy_accept", Quantity.parse("4")))

    assert [state(one, FIGURES) for one in (quoting, half, whole)] == list(PartState)


def test_attachments_count_only_where_there_are_some() -> None:
    assert completeness(NEW).part(ATTACHMENTS) is None
    empty = replace(NEW, attachments=(Attachment("统计表"),))
    assert state(empty, ATTACHMENTS) is PartState.EMPTY
    assert state(replace(NEW, attachments=(Attachment("统计表", shows_figures=True),)), ATTACHMENTS) is (
        PartState.COMPLETE
    )


def test_the_sample_is_complete_and_the_report_rolled_from_it_waits() -> None:
    sample = sample_report()
    assert completeness(sample).share == 1.0

    rolled_on = completeness(roll(sample, sample.year + 1, {}))

    assert rolled_on.done < rolled_on.of
    assert all(part.waiting for part in rolled_on.parts if part.key in {"measures", FIGURES})
