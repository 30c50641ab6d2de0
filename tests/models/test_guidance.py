"""Every part of every template says what belongs in it."""

import pytest

from models.guidance import guidance_of, item_example
from models.indicator import catalogue
from models.linked_text import links
from models.report import Report
from models.template import templates

PLACES = [(kind.id, section.key) for kind in templates().values() for section in kind.sections]


@pytest.mark.parametrize(("template_id", "key"), PLACES)
def test_every_section_has_an_example_and_so_has_every_suggested_item(template_id: str, key: str) -> None:
    told = guidance_of(Report(2026, template_id), key)

    assert told.wants
    assert told.example
    assert all(item.example for item in told.items)


@pytest.mark.parametrize(("template_id", "key"), PLACES)
def test_examples_link_to_figures_the_catalogue_has(template_id: str, key: str) -> None:
    told = guidance_of(Report(2026, template_id), key)
    used = {
        link.figure for text in (told.example, *(item.example for item in told.items)) for link in links(text)
    }

    assert used <= set(catalogue())


@pytest.mark.parametrize("key", ["letterhead", "figures", "attachments"])
def test_the_other_tabs_have_guidance_too(key: str) -> None:
    assert guidance_of(Report(2026, "township"), key).wants


def test_the_letterhead_names_the_clauses_of_its_fields() -> None:
    clauses = {one.label: one.words for one in guidance_of(Report(2026, "department"), "letterhead").clauses}

    assert clauses["发文字号"].startswith("7.2.5")


def test_a_section_of_the_reports_own_has_none() -> None:
    assert not guidance_of(Report(2026, "department"), "own_1").wants
    assert not item_example("自设的条目")
