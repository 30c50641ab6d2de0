"""An office's workbook becomes its submission (python-calamine, some twenty times as fast as openpyxl)."""

from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from importers.cell_amounts import cell_amount
from importers.workbook_door import refuse_unreadable
from models.errors import NotAQuantityError, UserError
from models.exchange import FORMAT, ID_TITLE, MARKS_KEY, MARKS_SHEET, Marks, Purpose, marks_of
from models.indicator import Indicator, Kind
from models.submission import NOTHING, Submission, indicator_of, is_given, key_of, rounded

if TYPE_CHECKING:
    from python_calamine import CalamineWorkbook

_NAME, _UNIT, _THIS, _LAST = "指标", "单位", "本年", "上年"
_LIKELY = "统计"
"""What the sheet with the table of figures is called unless somebody renamed it."""
_HEAD_WITHIN = 30
"""Rows above which the head of the table stands."""
_PURPOSES = {Purpose.COLLECTION: "发给部门的采集表", Purpose.SUMMARY: "汇总表"}
_PANIC = "PanicException"
_MOST_REMARKS = 5

Rows = Sequence[Sequence[object]]


@dataclass(frozen=True, slots=True)
class _Head:
    """Where the table's columns stand; `id` is None where the hidden column was deleted."""

    row: int
    id: int | None
    name: int
    unit: int
    this: int
    last: int


def read_submission(path: Path) -> Submission:
    """What an office's workbook says.

    Raises UserError, one sentence, for a file that is none, or one of another purpose or of a later version.
    """
    refuse_unreadable(path)
    try:
        from python_calamine import CalamineError, CalamineWorkbook

        try:
            with CalamineWorkbook.from_path(path) as workbook:
                return _submission(path, workbook)
        except (CalamineError, OSError) as error:
            raise _unreadable(path) from error
    except BaseException as error:
        if (
            type(error).__name__ == _PANIC
        ):  # how a mistake in calamine comes out; no Exception, and cannot be imported
            raise _unreadable(path) from error
        raise


def _unreadable(path: Path) -> UserError:
    return UserError(f"“{path.name}”打不开，可能已经损坏，没有计入；请让填报单位重新发一份。")


def _submission(path: Path, workbook: "CalamineWorkbook") -> Submission:
    marks = _marks(path, workbook)
    rows, head = _table(path, workbook)
    reader = _Reader()
    if head.id is None:
        reader.remarks.append("“指标编号”列不见了，按名称和单位对上")
    if not marks.organ:
        reader.remarks.append("没有写填报单位，用文件名代替")
    found: dict[str, tuple[float, float]] = {}
    for indicator, this, last in _data(rows, head):
        key, amounts = indicator.id, (reader.amount(indicator, this), reader.amount(indicator, last))
        if key not in found:
            found[key] = amounts
        elif repr(found[key]) != repr(amounts):  # as words, because NOTHING equals nothing
            reader.remarks.append(f"“{indicator.name}”有两行，数不相同，用第一行")
    given = {key: pair for key, pair in found.items() if is_given(pair[0]) or is_given(pair[1])}
    return Submission(
        path,
        marks.organ or path.stem,
        marks.year,
        tuple(given),
        array("d", [this for this, _ in given.values()]),
        array("d", [last for _, last in given.values()]),
        frozenset(reader.approximate),
        _shortened(reader.remarks),
    )


def _shortened(remarks: list[str]) -> tuple[str, ...]:
    more = len(remarks) - _MOST_REMARKS
    return (*remarks[:_MOST_REMARKS], *((f"另有{more}处",) if more > 0 else ()))


def _marks(path: Path, workbook: "CalamineWorkbook") -> Marks:
    names = sorted(workbook.sheet_names, key=lambda name: name != MARKS_SHEET)
    for name in names:
        rows = _rows(workbook, name)
        if rows and _text(rows[0][0]) == MARKS_KEY:
            return _accepted(path, [(_text(row[0]), _text(row[1])) for row in rows if len(row) > 1])
    raise UserError(f"“{path.name}”不是本程序导出的统计表，没有计入；请让填报单位用本程序导出后再报。")


def _accepted(path: Path, rows: list[tuple[str, str]]) -> Marks:
    """The marks of a report's workbook that this version understands."""
    version = dict(rows).get(MARKS_KEY, "")
    if version.partition(".")[0].isdigit() and int(version.partition(".")[0]) > FORMAT:
        raise UserError(f"“{path.name}”是更新版本的程序导出的，没有计入；请升级本程序后再汇总。")
    marks = marks_of(rows)
    if marks is None:
        raise UserError(f"“{path.name}”的标识被改动过，没有计入；请让填报单位重新导出一份。")
    if marks.purpose in _PURPOSES:
        raise UserError(f"“{path.name}”是{_PURPOSES[marks.purpose]}，不是统计表，没有计入。")
    return marks


def _table(path: Path, workbook: "CalamineWorkbook") -> tuple[Rows, _Head]:
    """The first sheet with a table of figures; one whose ids are gone only where no other is."""
    without_ids: tuple[Rows, _Head] | None = None
    for name in sorted(workbook.sheet_names, key=lambda name: (_LIKELY not in name, name == MARKS_SHEET)):
        rows = _rows(workbook, name)
        if head := _head(rows):
            if head.id is not None:
                return rows, head
            without_ids = without_ids or (rows, head)
    if without_ids:
        return without_ids
    raise UserError(f"“{path.name}”里没有统计表，没有计入；请让填报单位重新导出一份。")


def _rows(workbook: "CalamineWorkbook", name: str) -> Rows:
    from python_calamine import CalamineError

    try:
        return workbook.get_sheet_by_name(name).to_python()
    except CalamineError:  # a chart has no cells
        return []


def _head(rows: Rows) -> _Head | None:
    for number, row in enumerate(rows[:_HEAD_WITHIN]):
        places = {"".join(cell.split()): place for place, cell in enumerate(row) if isinstance(cell, str)}
        if all(title in places for title in (_NAME, _UNIT, _THIS, _LAST)):
            ids = places.get(ID_TITLE)
            return _Head(number, ids, places[_NAME], places[_UNIT], places[_THIS], places[_LAST])
    return None


def _data(rows: Rows, head: _Head) -> Iterator[tuple[Indicator, object, object]]:
    """Indicator (its id is the key) and amounts of each row; headings between them have no unit and no id."""
    for row in rows[head.row + 1 :]:
        known = _indicator(
            str(row[head.id]) if head.id is not None else "", str(row[head.name]), str(row[head.unit])
        )
        if known:
            yield known, row[head.this], row[head.last]


@lru_cache(maxsize=4096)
def _indicator(indicator_id: str, name: str, unit: str) -> Indicator | None:
    """The indicator of a row; None for headings, repeated heads and days. The same rows stand in all workbooks."""
    indicator_id, name, unit = indicator_id.strip(), name.strip(), unit.strip()
    if indicator_id == ID_TITLE or not (indicator_id or (name and unit)):
        return None
    found = indicator_of(key_of(indicator_id, name, unit))
    return None if found.kind is Kind.DATE else found


@dataclass(slots=True)
class _Reader:
    """Reads amounts, and keeps what is to be said of them."""

    approximate: set[str] = field(default_factory=set)
    remarks: list[str] = field(default_factory=list)

    def amount(self, indicator: Indicator, cell: object) -> float:
        """The amount in a cell, NOTHING where there is none."""
        if cell == "":
            return NOTHING
        if isinstance(cell, float) and indicator.kind is not Kind.RATE:  # most cells, and there are many
            return rounded(cell)
        try:
            found = cell_amount(cell, indicator)
        except NotAQuantityError:
            self.remarks.append(
                f"“{indicator.name}”填的“{_text(cell)[:20]}”不是以{indicator.unit}计的数，没有计入"
            )
            return NOTHING
        if found.is_approximate:
            self.approximate.add(indicator.id)
        if found.remark:
            self.remarks.append(found.remark)
        return found.amount


def _text(cell: object) -> str:
    return str(cell).strip()
