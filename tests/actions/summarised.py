"""Offices' workbooks in a folder, summarised, and a look into what came of it."""

from pathlib import Path

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from actions.summarising import Summarised, summarise
from exporters.workbook.summary_table import FIRST_OFFICE, THIS, TOTAL_ROW
from tests.office_workbooks import Row, office_workbook


def put(folder: Path, organ: str, *rows: Row, year: int = 2025, name: str = "") -> Path:
    """An office's workbook in the folder."""
    file = folder / f"{name or organ}.xlsx"
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(office_workbook(organ, *rows, year=year))
    return file


def run(folder: Path, **options: object) -> Summarised:
    return summarise([folder], folder.parent / "汇总.xlsx", **options)  # type: ignore[arg-type]


def sheet(done: Summarised, name: str = THIS, *, values: bool = True) -> Worksheet:
    found = load_workbook(done.files[0], data_only=values)[name]
    assert isinstance(found, Worksheet)
    return found


def column(done: Summarised, title: str, name: str = THIS) -> list[object]:
    """The amounts below a head, totals first."""
    table = sheet(done, name)
    place = next(
        cell.column for line in table.iter_rows(max_row=FIRST_OFFICE) for cell in line if cell.value == title
    )
    return [table.cell(number, place).value for number in range(TOTAL_ROW + 1, table.max_row + 1)]


def problems(done: Summarised) -> str:
    return "\n".join(done.overview.problems)
