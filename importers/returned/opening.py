"""A file becomes sheets of plain cells (openpyxl), or one sentence that says why not."""

import hashlib
import warnings
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Any

from importers.cells import Cell
from importers.workbook_door import RETURNED
from models.errors import UserError

_MOST_CELLS = 400_000


@dataclass(frozen=True, slots=True)
class Row:
    """A row as Excel counts it, from 1; `cells` by column from 0, blank ones left out."""

    number: int
    cells: Mapping[int, Cell]
    is_hidden: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet's rows that hold anything."""

    name: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Opened:
    """A file's sheets; `digest` is the SHA-256 of its bytes."""

    name: str
    digest: str
    sheets: tuple[Sheet, ...]


def open_workbook(path: Path) -> Opened:
    """The sheets of a workbook, hidden ones too. Raises UserError for what is none or cannot be read."""
    content = RETURNED.read(path)
    try:
        sheets = _sheets(*_loaded(content), path.name)
    except UserError:
        raise
    except (
        Exception
    ):  # openpyxl lets everything rise that an ill-formed part can cause: KeyError, TypeError …
        raise RETURNED.damaged(path.name) from None
    return Opened(path.name, hashlib.sha256(content).hexdigest(), sheets)


def _loaded(content: bytes) -> tuple[Any, Any]:
    """The workbook twice: with its formulas, and with the values saved beside them."""
    from openpyxl import load_workbook

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # openpyxl warns of what it cannot keep; nothing is written back here
        return load_workbook(BytesIO(content)), load_workbook(BytesIO(content), data_only=True)


def _sheets(formulas: Any, values: Any, name: str) -> tuple[Sheet, ...]:
    if not formulas.worksheets:
        raise RETURNED.refused(name, "里没有能读的工作表")
    if sum(len(sheet._cells) for sheet in formulas.worksheets) > _MOST_CELLS:
        raise RETURNED.refused(name, "里的格子多得不像一份采集表", "请把数据复制到发出的采集表里再收")
    return tuple(_sheet(one, values[one.title]) for one in formulas.worksheets)


def _sheet(formulas: Any, values: Any) -> Sheet:
    by_row: dict[int, dict[int, Cell]] = {}
    for (row, column), cell in sorted(formulas._cells.items()):
        if cell.value is not None:
            by_row.setdefault(row, {})[column - 1] = _cell(cell, values.cell(row, column))
    hidden = {number for number, one in formulas.row_dimensions.items() if one.hidden}
    return Sheet(
        formulas.title, tuple(Row(number, cells, number in hidden) for number, cells in by_row.items())
    )


def _cell(cell: Any, valued: Any) -> Cell:
    is_formula = cell.data_type == "f"
    source = valued if is_formula else cell
    return Cell(
        _plain(source.value), str(cell.number_format or "General"), is_formula, source.data_type == "e"
    )


def _plain(value: Any) -> str | Decimal | bool | date | time | timedelta | None:
    """A cell's value with its number exact: a workbook holds 15 digits, the rest is the binary fraction's."""
    match value:
        case bool() | str() | None:
            return value
        case int() | float():
            return Decimal(f"{value:.15g}")
        case datetime() | date() | time() | timedelta():
            return value
    return str(value)
