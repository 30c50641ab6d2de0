"""Whether a form's totals are the sums of their parts, said under the form by live formulas.

A total above what has been filled in is no contradiction while parts are missing.
"""

from collections.abc import Mapping
from decimal import Decimal

from xlsxwriter.worksheet import Worksheet

from exporters.workbook.book import WRONG, Book, Look
from exporters.workbook.heading import merged
from exporters.workbook.holding import FAILS, HOLDS, steps
from models.form_filling import CheckedSum, FilledForm
from models.judging import Verdict
from models.quantity import plain
from models.relation import parsed
from models.target import Year

_LACKING = "（有分项未填，按0计）"
_CUT = "，相差的是尾数"
_NOUGHT = Decimal(0)
_TOTAL, _ADDED = "total", "added"
_SUM = parsed(f"{_ADDED} == {_TOTAL}")
_LOOK = Look(size=10, has_grid=False)


def write_sums(
    book: Book, sheet: Worksheet, row: int, last: int, form: FilledForm, beside: Mapping[str, str]
) -> int:
    """A line for each total and year; the row below them. `beside` are the form's cells by target."""
    amounts = {cell.target: cell.number for one in form.entries for cell in (one.this, one.last)}
    for one in form.entries:
        for word, found in zip(Year, one.sums, strict=False):
            merged(book, sheet, row, 0, last, "", _LOOK)
            label = f"{word}{one.entry.head[-1]}"
            words = _words(found, label, amounts)
            if found.verdict is Verdict.APPROXIMATE:  # a number format, which no formula can see
                book.text(sheet, row, 0, words, _LOOK)
            else:
                sheet.write_formula(row, 0, _formula(found, label, beside), book.format(_LOOK), words)
            sheet.set_row(row, 18)
            row += 1
    _colour(book, sheet, row)
    return row


def _formula(found: CheckedSum, label: str, beside: Mapping[str, str]) -> str:
    total, parts = beside[found.total], ",".join(beside[part] for part in found.parts)
    added = f"ROUND(SUM({parts}),6)"
    [step] = steps(_SUM, {_TOTAL: found.quanta.get(found.total, _NOUGHT), _ADDED: _slack(found)}.__getitem__)
    holds = step.formula({_TOTAL: total, _ADDED: added}.__getitem__)
    lacking = f'IF(COUNT({parts})<{len(found.parts)},"{_LACKING}","")'
    same = f'"{HOLDS} {label}等于各项之和 "&{added}&{lacking}'
    if found.quanta:
        cut = f'"{HOLDS} {label} "&{total}&"，各项之和 "&{added}&"{_CUT}"&{lacking}'
        same = f"IF(ROUND({total}-{added},6)=0,{same},{cut})"
    other = f'"{FAILS} {label} "&{total}&" 不等于各项之和 "&{added}&{lacking}'
    partly = f'"{label} "&{total}&"，已填各项之和 "&{added}&"，分项未填齐"'
    open_yet = f"AND(COUNT({parts})<{len(found.parts)},{total}>{added})"
    checked = f"IF({holds},{same},IF({open_yet},{partly},{other}))"
    return f'=IF(COUNT({total})=0,"",IF(COUNT({parts})=0,"{_untold(label)}",{checked}))'


def _slack(found: CheckedSum) -> Decimal:
    """By how much the sum may be off because its parts were cut."""
    return sum((found.quanta.get(part, _NOUGHT) for part in found.parts), _NOUGHT)


def _words(found: CheckedSum, label: str, amounts: Mapping[str, Decimal | None]) -> str:
    """What the formula comes to."""
    total = amounts[found.total]
    known = [part for one in found.parts if (part := amounts[one]) is not None]
    if found.verdict is Verdict.APPROXIMATE:
        return f"{label}或分项是约数，不作核对"
    if total is None:
        return ""
    if not known:
        return _untold(label)
    added = sum(known, _NOUGHT)
    lacking = _LACKING if len(known) < len(found.parts) else ""
    if total == added:
        return f"{HOLDS} {label}等于各项之和 {plain(added)}{lacking}"
    if found.verdict.is_agreement:
        return f"{HOLDS} {label} {plain(total)}，各项之和 {plain(added)}{_CUT}{lacking}"
    if lacking and total > added:
        return f"{label} {plain(total)}，已填各项之和 {plain(added)}，分项未填齐"
    return f"{FAILS} {label} {plain(total)} 不等于各项之和 {plain(added)}{lacking}"


def _untold(label: str) -> str:
    return f"{label}的分项未填，合计未核对"


def _colour(book: Book, sheet: Worksheet, end: int) -> None:
    found = {"type": "text", "criteria": "begins with", "value": FAILS}
    red = book.workbook.add_format({"font_color": f"#{WRONG}", "bold": True})
    sheet.conditional_format(0, 0, end, 0, {**found, "format": red})
