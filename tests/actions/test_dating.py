"""Another year: what the template said follows it, what the clerk wrote does not."""

from dataclasses import replace

import pytest

from actions.dating import with_year, year_of
from actions.drafting import new_report
from models.errors import UserError
from models.report import Section
from models.template import templates


@pytest.mark.parametrize("template", list(templates()))
def test_an_untouched_report_becomes_that_of_the_other_year(template: str) -> None:
    organ = "云岭县人民政府"

    assert with_year(new_report(template, organ, 2025), 2026) == new_report(template, organ, 2026)


def test_what_the_clerk_wrote_stays() -> None:
    report = new_report("county-regulation", "云岭县人民政府", 2025)
    report = replace(report, preamble=("2025年的话。",)).with_section(Section("plan", "2025年之后的安排"))

    dated = with_year(report, 2026)

    assert dated.preamble == ("2025年的话。",)
    assert dated.section("plan") == Section("plan", "2025年之后的安排")


@pytest.mark.parametrize("text", ["", "25", "20255", "1948", "2101", "二〇二五", "２０２５", "-2025"])
def test_what_is_no_year_is_refused_in_words(text: str) -> None:
    with pytest.raises(UserError, match="1949 到 2100"):
        year_of(text)


def test_a_year_is_read() -> None:
    assert [year_of(text) for text in ("1949", " 2026 ", "2100")] == [1949, 2026, 2100]
