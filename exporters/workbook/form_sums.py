"""Whether a form's totals are the sums of their parts, said under the form by live formulas.

A total above what has been filled in is no contradiction while parts are missing.
"""

from collections.abc import Mapping
from decimal import Decimal

from xlsxwriter.worksheet import Worksheet

from exporters.workbook.book import WRONG, Book, Look
from exporters.workbook.heading import merged
from exporters.workbook.holding import FAILS, HOLDS
from models.form_filling import FilledEntry, FilledForm
from models.quantity import plain
from models.target import Year

_LOOK = Look(size=10, has_grid=False)


def write_sums(
    book: Book, sheet: Worksheet, row: int, last: int, form: FilledForm, beside: Mapping[str, str]
) -> int:
    """A line for each total and year; the row below them. `beside` are the form's cells by target."""
    amounts = {cell.target: cell.number for one in form.entries for cell in (one.this, one.last)}
    for one in form.entries:
        for year in Year if one.entry.parts else ():
            merged(book, sheet, row, 0, last, "", _LOOK)
            label = f"{year}{one.entry.head[-1]}"
            formula = _formula(one, year, label, beside)
            sheet.write_formula(row, 0, formula, book.format(_LOOK), _words(one, year, label, amounts))
            sheet.set_row(row, 18)
            row += 1
    _colour(book, sheet, row)
    return row


def _formula(one: FilledEntry, year: Year, label: str, beside: Mapping[str, str]) -> str:
    total = beside[year.target(one.entry.indicator)]
    parts = ",".join(beside[year.target(part)] for part in one.entry.parts)
    added = f"ROUND(SUM({parts}),6)"
    lacking = f'IF(COUNT({parts})<{len(one.entry.parts)},"（有分项未填，按0计）","")'
    same = f'"{HOLDS} {label}等于各项之和 "&{added}&{lacking}'
    other = f'"{FAILS} {label} "&{total}&" 不等于各项之和 "&{added}&{lacking}'
    partly = f'"{label} "&{total}&"，已填各项之和 "&{added}&"，分项未填齐"'
    open_yet = f"AND(COUNT({parts})<{len(one.entry.parts)},{total}>{added})"
    checked = f"IF(ROUND({total}-{added},6)=0,{same},IF({open_yet},{partly},{other}))"
    return f'=IF(COUNT({total})=0,"",IF(COUNT({parts})=0,"{_untold(label)}",{checked}))'


def _words(one: FilledEntry, year: Year, label: str, amounts: Mapping[str, Decimal | None]) -> str:
    """What the formula comes to."""
    total = amounts[year.target(one.entry.indicator)]
    parts = [amounts[year.target(part)] for part in one.entry.parts]
    known = [part for part in parts if part is not None]
    if total is None:
        return ""
    if not known:
        return _untold(label)
    added = sum(known, Decimal(0))
    lacking = "（有分项未填，按0计）" if len(known) < len(parts) else ""
    if total == added:
        return f"{HOLDS} {label}等于各项之和 {plain(added)}{lacking}"
    if lacking and total > added:
        return f"{label} {plain(total)}，已填各项之和 {plain(added)}，分项未填齐"
    return f"{FAILS} {label} {plain(total)} 不等于各项之和 {plain(added)}{lacking}"


def _untold(label: str) -> str:
    return f"{label}的分项未填，合计未核对"


def _colour(book: Book, sheet: Worksheet, end: int) -> None:
    found = {"type": "text", "criteria": "begins with", "value": FAILS}
    red = book.workbook.add_format({"font_color": f"#{WRONG}", "bold": True})
    sheet.conditional_format(0, 0, end, 0, {**found, "format": red})
