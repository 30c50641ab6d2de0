"""The bundled sample: a fictional county's whole report, with last year's amounts."""

from dataclasses import replace

import resources
from actions.drafting import set_values
from models.report import Report
from models.target import Year

_MISDATED = "shortcomings"


def sample_report() -> Report:
    """The sample, read from its text as any other file and completed from its table of values."""
    from importers import (
        import_file,  # its patterns take 0.15 s to compile, and the window imports this module
    )

    extra = resources.read_toml("sample/sample.toml")
    report = import_file(resources.path("sample/report.txt"), extra["template"]).report
    report = set_values(report, extra["letterhead"])
    report = set_values(
        report, {f"figure.{Year.LAST.target(key)}": text for key, text in extra["last"].items()}
    )
    for indicator, department in extra["department"].items():
        report = report.with_figure(replace(report.figure(indicator), department=department))
    for indicator, note in extra["note"].items():
        report = report.with_figure(replace(report.figure(indicator), note=note))
    tables = set(extra["tables"])
    return replace(
        report,
        attachments=tuple(replace(one, shows_figures=one.title in tables) for one in report.attachments),
    )


def sample_to_try() -> Report:
    """The sample as the window opens it: one heading still speaks of last year, so that the checks have something to
    find and to mend."""
    report = sample_report()
    section = report.section(_MISDATED)
    assert section is not None
    title = section.title.replace(str(report.year), str(report.year - 1))
    return report.with_section(replace(section, title=title))
