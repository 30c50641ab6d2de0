"""The catalogue of indicators."""

import re
from collections.abc import Callable

import pytest

from importers.units import UNIT
from models.forms import forms
from models.indicator import Indicator, Kind, catalogue, to_indicator

INDICATORS = list(catalogue().values())
_UNITS = {Kind.DATE: "日期", Kind.RATE: "%", Kind.CHANGE: "%"}


def test_the_catalogue_covers_every_part_of_a_report_that_counts():
    assert len(INDICATORS) > 200
    assert {indicator.section for indicator in INDICATORS} == {"leadership", "measures"}


def test_no_two_indicators_share_a_name():
    names = [indicator.name for indicator in INDICATORS]

    assert sorted(set(names)) == sorted(names)


def test_ids_can_stand_in_links():
    assert _ids(lambda one: not re.fullmatch("[a-z][a-z0-9_]*", one.id) or one.id.startswith("own_")) == []


def test_every_indicator_is_supplied_by_a_county_department():
    assert _ids(lambda one: not one.department.startswith("县")) == []


def test_every_indicator_is_counted_in_a_unit_that_importing_knows():
    assert _ids(lambda one: one.kind in _UNITS and one.unit != _UNITS[one.kind]) == []
    assert _ids(lambda one: one.kind not in _UNITS and not re.fullmatch(UNIT, one.unit)) == []


def test_every_count_rate_and_amount_can_be_found_by_its_words_unless_only_a_form_asks_for_it():
    in_forms = {entry.indicator for form in forms().values() for entry in form.entries}
    wordless = set(_ids(lambda one: not one.aliases and one.kind not in {Kind.DATE, Kind.CHANGE}))

    assert wordless <= in_forms
    assert _ids(lambda one: bool(one.aliases) and one.kind in {Kind.DATE, Kind.CHANGE}) == []
    assert _ids(lambda one: any(not alias.strip("#… ") for alias in one.aliases)) == []


def test_a_change_and_nothing_else_has_an_indicator_it_is_of():
    assert _ids(lambda one: (one.base in catalogue()) != (one.kind is Kind.CHANGE)) == []


def _ids(wrong: Callable[[Indicator], bool]) -> list[str]:
    return [indicator.id for indicator in INDICATORS if wrong(indicator)]


def test_an_entry_becomes_an_indicator_with_the_usual_kind_and_section():
    entry = {"id": "one", "name": "一", "unit": "件", "aliases": ["甲", "乙"]}

    assert to_indicator(entry) == Indicator("one", "一", "件", Kind.COUNT, "measures", aliases=("甲", "乙"))


def test_an_unknown_key_is_refused():
    with pytest.raises(TypeError):
        to_indicator({"id": "one", "name": "一", "unit": "件", "alias": ["甲"]})
