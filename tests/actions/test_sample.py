"""The bundled sample is a complete report, read like any other."""

import re

import checks
import resources
from actions.mending import mended
from actions.sample import sample_report, sample_to_try
from models.report import texts
from models.template import template


def test_the_sample_is_complete() -> None:
    report = sample_report()

    assert checks.run(report, template(report.template)) == ()
    assert report.letterhead.doc_number
    assert report.letterhead.signatories
    assert [one.shows_figures for one in report.attachments] == [True]


def test_the_sample_has_a_reports_length_and_many_figures_with_last_years_values() -> None:
    report = sample_report()
    characters = len(re.sub(r"\s", "", resources.path("sample/report.txt").read_text(encoding="utf-8")))

    assert 4000 <= characters <= 5000
    linked = {figure.indicator for figure in report.figures if figure.value}
    assert len(linked) >= 60
    assert sum(figure.last is not None for figure in report.figures) >= 60


def test_every_figure_of_last_year_belongs_to_one_of_this_year() -> None:
    report = sample_report()

    assert [figure.indicator for figure in report.figures if figure.last and not figure.value] == []


def test_no_number_of_the_texts_is_left_unlinked_but_years_names_and_codes() -> None:
    left = {
        number
        for _, stored in texts(sample_report())
        for number in re.findall(
            r"(?<![{a-z_\d])\d+(?:\.\d+)?(?![\d年月日号])", re.sub(r"\{\{.*?\}\}", "", stored)
        )
    }

    assert left == {"12345", "12348", "1236", "2025", "42"}


def test_the_one_that_the_window_opens_has_one_thing_to_find_and_to_mend() -> None:
    report = sample_to_try()

    (finding,) = checks.run(report, template(report.template))

    assert mended(report, finding) == sample_report()
