"""Which column of a pasted block holds what: told by its head, else by what stands in the columns."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from models.errors import NotAQuantityError, UserError
from models.quantity import Quantity

_TITLES = {
    "name": ("指标", "指标名称", "名称", "项目", "项目名称", "事项", "事项名称", "统计指标"),
    "unit": ("单位", "计量单位"),
    "value": ("本年", "本年度", "本期", "今年", "当年", "数量", "数值", "数据"),
    "last": ("上年", "上年度", "上期", "去年", "上年同期", "去年同期", "上一年", "上一年度"),
}
_MARKS = "，。：:；;（）()、 　\t"
_TAILS = re.compile(r"(?:数|数据|数量|数值|实际|实绩|完成数|完成情况)$")
_YEAR = re.compile(r"((?:19|20)\d{2}|\d{2}(?=年))(年?)度?(?:全年)?")
_DIGITS = "0123456789０１２３４５６７８９"
_HALF_WIDTH = str.maketrans("０１２３４５６７８９", "0123456789")


class Names(Protocol):
    """The names of indicators, and the units amounts are counted in."""

    units: set[str]

    def __contains__(self, text: str) -> bool: ...


@dataclass(frozen=True, slots=True)
class Columns:
    """Which column holds what, -1 where none does; `first` is the first row below the head.

    `left_out` says of columns about other years, a sentence each, that they are not taken.
    """

    name: int
    unit: int
    value: int
    last: int
    first: int = 0
    left_out: tuple[str, ...] = ()


def columns_of(block: Sequence[Sequence[str]], names: Names, year: int) -> Columns | None:
    """The columns of a block for the report of `year`; None where no indicator is named beside amounts.

    A head that is a year is this year's or last year's column, whatever the order. Raises UserError where there is a
    head, and it does not tell this year's amounts from last year's.
    """
    by_content = _by_content(block, names)
    for number, row in enumerate(block):
        if any(text.strip() in names for text in row):
            break
        found = _by_head(row, year, by_content)
        if found is None:
            continue
        if found.value < 0 and found.last < 0:
            heads = "、".join(f"“{text.strip()}”" for text in row if text.strip())
            raise UserError(
                f"表头{heads}没有说明哪一列是本年数、哪一列是上年数，什么也没有改动；"
                f"请把表头写成“{year}年”“{year - 1}年”或“本年”“上年”再粘贴。"
            )
        unit = found.unit if found.unit >= 0 else by_content.unit if by_content else -1
        return replace(found, unit=unit, first=number + 1)
    return by_content


def _by_head(row: Sequence[str], year: int, by_content: Columns | None) -> Columns | None:
    """What a row says as a head, None where it is none: a title above the table, an indicator nobody knows."""
    name = next((at for at, text in enumerate(row) if bare(text) in _TITLES["name"]), -1)
    is_titled = name >= 0
    if not is_titled and by_content:
        name = by_content.name
    meant = {at: _meaning(text, year, is_titled) for at, text in enumerate(row) if at != name}
    value, last, unit = (
        next((at for at, what in meant.items() if what == wanted), -1) for wanted in ("value", "last", "unit")
    )
    left_out = tuple(
        f"“{row[at].strip()}”那一列不是{year}年或{year - 1}年的数，没有填。"
        for at, what in meant.items()
        if what == "other" or (what in ("value", "last") and at not in (value, last))
    )
    is_head = value >= 0 or last >= 0 or left_out or is_titled or _is_wordy(row, by_content)
    return Columns(name, unit, value, last, left_out=left_out) if is_head and name >= 0 else None


def _meaning(text: str, year: int, may_be_bare: bool) -> str:
    """value, last, unit, other (a year the report is not about), or nothing. 2025 alone may be an amount."""
    title = _TAILS.sub("", bare(text)) or bare(text)
    for what in ("unit", "value", "last"):
        if title in _TITLES[what] or bare(text) in _TITLES[what]:
            return what
    match = _YEAR.fullmatch(title.translate(_HALF_WIDTH))
    if match is None or not (match[2] or may_be_bare):
        return ""
    named = int(match[1]) if len(match[1]) == 4 else 2000 + int(match[1])
    return {year: "value", year - 1: "last"}.get(named, "other")


def _is_wordy(row: Sequence[str], columns: Columns | None) -> bool:
    """Whether words stand where amounts are to be: it is a head, though nobody knows what it says."""
    cells = [cell(row, at) for at in (columns.value, columns.last)] if columns else []
    told = [text for text in cells if text]
    return bool(told) and not any(map(_is_amount, told))


def _is_amount(text: str) -> bool:
    """三 is an amount, 一季度 is a head."""
    try:
        amount = Quantity.parse(text)
    except NotAQuantityError:
        return False
    return not amount.unit or amount.digits[0] in _DIGITS


def _by_content(block: Sequence[Sequence[str]], names: Names) -> Columns | None:
    """The first column that names an indicator, the unit's, and then this year's and last year's amounts."""
    width = max(map(len, block), default=0)
    column = next((at for at in range(width) if any(cell(row, at) in names for row in block)), -1)
    if column < 0:
        return None
    known = [row for row in block if cell(row, column) in names]
    rest = range(column + 1, width)
    unit = next((at for at in rest if _is_all(known, at, names.units)), -1)
    value, last, *_ = (*(at for at in rest if at != unit), -1, -1)
    return Columns(column, unit, value, last) if value >= 0 else None


def _is_all(rows: Sequence[Sequence[str]], column: int, words: set[str]) -> bool:
    cells = [text for row in rows if (text := cell(row, column))]
    return bool(cells) and all(text in words for text in cells)


def cell(row: Sequence[str], column: int) -> str:
    """A cell without blanks around it, empty where there is none."""
    return row[column].strip() if 0 <= column < len(row) else ""


def bare(text: str) -> str:
    """A name without blanks and marks, which a table sets otherwise than the catalogue."""
    return "".join(character for character in text if character not in _MARKS)
