"""What a report is called."""

from dataclasses import replace
from typing import Any

import pytest

from models.letterhead import Letterhead
from models.report import Report
from models.template import templates
from models.title import printed_title

ORGAN = "云岭县人民政府"


def titled(template: str, **letterhead: Any) -> str:
    return printed_title(Report(2024, template, letterhead=replace(Letterhead(), **letterhead)))


def test_the_clerks_own_title_goes_before_the_templates() -> None:
    assert titled("county-regulation", title="年度情况报告", organs=(ORGAN,)) == "年度情况报告"


def test_a_title_of_blanks_is_none() -> None:
    assert titled("county-regulation", title=" ", organs=(ORGAN,)).startswith(ORGAN)


@pytest.mark.parametrize("template", [*templates(), "no-such-template"])
def test_every_template_names_organ_and_year(template: str) -> None:
    title = titled(template, organs=(ORGAN,))

    assert title.startswith(f"{ORGAN}关于2024年度")
    assert "{" not in title


@pytest.mark.parametrize("template", [*templates(), "no-such-template"])
def test_a_title_without_an_organ_begins_with_its_subject(template: str) -> None:
    assert titled(template) == "关于2024年度法治政府建设情况的报告"


def test_joint_organs_stand_side_by_side() -> None:
    assert titled("county-joint", organs=("中共云岭县委", ORGAN)).startswith(f"中共云岭县委 {ORGAN}关于")


def test_braces_in_an_organs_name_are_only_braces() -> None:
    assert titled("county-regulation", organs=("{year}局",)).startswith("{year}局关于2024年度")
