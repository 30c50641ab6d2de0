"""What a workbook of ours says of itself, so that it is known again when it comes back.

Every workbook has a hidden sheet of key and value rows, and in each table a hidden column with the indicators' ids.
Rows may be moved, sheets renamed and files re-saved by another program: both survive that.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from enum import StrEnum

MARKS_SHEET = "标识"
"""Name of the hidden sheet; it is also found by `MARKS_KEY` in its first cell."""
MARKS_KEY = "fazhi-nianbao"
ID_TITLE = "指标编号"
"""Head of the hidden column of ids."""
FORMAT = 1
"""Counts the ways such workbooks have been laid out; a workbook of a later one is refused."""


class Purpose(StrEnum):
    """What a workbook is for."""

    REPORT = "report"
    COLLECTION = "collection"
    SUMMARY = "summary"


@dataclass(frozen=True, slots=True)
class Marks:
    """Who made a workbook, for what, from which template. `department` is empty except in a COLLECTION."""

    purpose: Purpose
    template: str
    template_version: int
    organ: str
    year: int
    department: str = ""
    format: int = FORMAT

    def rows(self) -> tuple[tuple[str, str], ...]:
        """As rows of the hidden sheet, all texts; the first says whose workbook it is."""
        declared = (field.name for field in fields(self) if field.name != "format")
        return ((MARKS_KEY, str(self.format)), *((name, str(getattr(self, name))) for name in declared))


def marks_of(rows: Iterable[tuple[str, str]]) -> Marks | None:
    """The marks that stand in a sheet's first two columns, None where it is no sheet of marks."""
    values: Mapping[str, str] = {key.strip(): value.strip() for key, value in rows}
    try:
        return Marks(
            Purpose(values["purpose"]),
            values["template"],
            int(float(values["template_version"])),
            values["organ"],
            int(float(values["year"])),
            values.get("department", ""),
            int(float(values[MARKS_KEY])),
        )
    except (KeyError, ValueError):
        return None
