"""Rolling a stored report: a new one beside it, and what the clerk is told."""

from dataclasses import replace

import pytest

from actions.rolling import roll_stored
from models.carrying import Treatment
from models.errors import UnknownReportError, UserError
from models.store import Store
from tests.the_sample import sample_report


def test_answers_are_saved_and_reused_the_new_report_stands_beside_the_old_one(store: Store) -> None:
    old = store.create(sample_report())
    before = store.load(old)

    rolled = roll_stored(store, old, 2026, {"plan": Treatment.COPY})

    new = store.load(rolled.id)
    assert store.load(old) == before
    assert new.year == 2026
    assert new.reference_year == 2025
    assert {section.key for section in new.reference} >= {section.key for section in before.sections}
    assert rolled.treatments["plan"] is Treatment.COPY
    assert rolled.treatments["shortcomings"] is Treatment.REFERENCE


def test_what_was_emptied_and_what_was_kept_is_told(store: Store) -> None:
    notes = "".join(roll_stored(store, store.create(sample_report()), 2026, {}).notes)

    assert "发文字号" in notes
    assert "签发人“周明远”" in notes
    assert "2025年数移到了上年栏" in notes


def test_a_report_of_that_year_and_organ_is_told_and_no_hindrance(store: Store) -> None:
    old = store.create(sample_report())
    first = roll_stored(store, old, 2026, {})

    second = roll_stored(store, old, 2026, {})

    assert second.id != first.id
    assert any(first.id in note and "已有1份" in note for note in second.notes)


def test_a_gap_between_the_years_is_told(store: Store) -> None:
    old = store.create(replace(sample_report(), year=2023))

    assert any("2024" in note and "不相连" in note for note in roll_stored(store, old, 2025, {}).notes)


def test_nothing_is_stored_where_the_request_cannot_be_met(store: Store) -> None:
    old = store.create(sample_report())

    with pytest.raises(UserError):
        roll_stored(store, old, 2025, {})
    with pytest.raises(UnknownReportError):
        roll_stored(store, "77", 2026, {})

    assert len(store.list()) == 1
