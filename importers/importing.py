"""Read one file into a report with its figures linked."""

from dataclasses import dataclass
from pathlib import Path

from importers.decoding import read_text_file
from importers.statistics import link_figures
from importers.structure import parse
from models.report import Report


@dataclass(frozen=True, slots=True)
class Imported:
    """A report read from a file, and in words what the clerk should know about the reading."""

    report: Report
    notes: tuple[str, ...]


def import_file(path: Path, template_id: str | None = None, year: int | None = None) -> Imported:
    """The report a text file holds; template and year are guessed from the text unless given.

    Raises UserError for a file that cannot be read or holds no report, UnknownKeyError for no such template.
    """
    parsed = parse(read_text_file(path), template_id, year)
    report = link_figures(parsed.report)
    own = len(report.own_indicators)
    found = f"共识别统计数字{len(report.figures)}个"
    detail = f"{found}，其中{own}个不在指标目录中，已列为本报告自有指标。" if own else f"{found}。"
    return Imported(report, (*parsed.notes, detail))
