"""Export a report: composed once, written in each format asked for."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from exporters import export, exporter
from models.compose import compose
from models.report import Report, Stage
from models.template import template


def export_report(
    report: Report, folder: Path, formats: Sequence[str], stage: Stage | None = None, overwrite: bool = False
) -> tuple[Path, ...]:
    """Write the report into a folder; returns the files written, in the order of `formats` (exporter keys).

    `stage`, where given, is printed on the first page instead of the report's own. Raises UserError for an
    unknown format (before anything is written) or a folder that cannot be written.
    """
    chosen = [exporter(key) for key in dict.fromkeys(formats)]
    staged = replace(report, stage=stage) if stage else report
    document = compose(staged, template(report.template))
    return tuple(export(document, one, folder, overwrite) for one in chosen)
