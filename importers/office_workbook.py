"""An office's workbook becomes its submission (python-calamine, some twenty times as fast as openpyxl)."""

from array import array
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from importers.amount_texts import NotUnderstoodError
from importers.approximate_cells import approximate_cells
from importers.far_cells import has_far_cells
from importers.figures_table import figures_table, rows_of
from importers.office_amounts import office_amount
from importers.workbook_door import OFFICES
from models.errors import UserError
from models.exchange import FORMAT, MARKS_KEY, MARKS_SHEET, Marks, Purpose, marks_of
from models.indicator import Indicator
from models.submission import NOTHING, Submission, is_given

if TYPE_CHECKING:
    from python_calamine import CalamineWorkbook

_PURPOSES = {Purpose.COLLECTION: "发给部门的采集表", Purpose.SUMMARY: "汇总表"}
_PANIC = "PanicException"
_MOST_REMARKS = 5


def read_submission(path: Path) -> Submission:
    """What an office's workbook says.

    Raises UserError, one sentence, for a file that is none, or one of another purpose or of a later version.
    """
    content = OFFICES.read(path)
    if has_far_cells(content):
        raise OFFICES.refused(path.name, "的表格远处还有零星内容", "请删去表格以外的行和列，保存后再汇总")
    with _opened(path.name, content) as workbook:
        return _submission(path, workbook)


def approximate_keys(path: Path) -> frozenset[str]:
    """The keys of the amounts of a workbook, readable once, that its cells' formats say to be approximate."""
    try:
        with _opened(path.name, path.read_bytes()) as workbook:
            table = figures_table(workbook)
    except (OSError, UserError):
        return frozenset()
    if table is None:
        return frozenset()
    rows = {row for row, column in approximate_cells(path, table.sheet) if column in table.columns}
    return frozenset(row.indicator.id for row in table if row.number in rows)


@contextmanager
def _opened(name: str, content: bytes) -> Iterator["CalamineWorkbook"]:
    from python_calamine import CalamineError, CalamineWorkbook

    try:
        with CalamineWorkbook.from_filelike(BytesIO(content)) as workbook:
            yield workbook
    except (CalamineError, OSError) as error:
        raise OFFICES.damaged(name) from error
    except BaseException as error:
        # A mistake in calamine comes out as a panic, which is no Exception and cannot be imported.
        if type(error).__name__ == _PANIC:
            raise OFFICES.damaged(name) from error
        raise


def _submission(path: Path, workbook: "CalamineWorkbook") -> Submission:
    marks = _marks(path, workbook)
    table = figures_table(workbook)
    if table is None:
        raise UserError(f"“{path.name}”里没有统计表，没有计入；请让填报单位重新导出一份。")
    reader = _Reader()
    if table.ids is None:
        reader.remarks.append("“指标编号”列不见了，按名称和单位对上")
    if not marks.organ:
        reader.remarks.append("没有写填报单位，用文件名代替")
    found: dict[str, tuple[float, float]] = {}
    for row in table:
        indicator, key = row.indicator, row.indicator.id
        last = reader.amount(indicator, row.last)
        amounts = (reader.amount(indicator, row.this, last), last)
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
        rows, _ = rows_of(workbook, name)
        if rows and rows[0] and _text(rows[0][0]) == MARKS_KEY:
            return _accepted(path, [(_text(row[0]), _text(row[1])) for row in rows if len(row) > 1])
    raise UserError(f"“{path.name}”不是本程序导出的统计表，没有计入；请让填报单位用本程序导出后再报。")


def _accepted(path: Path, rows: list[tuple[str, str]]) -> Marks:
    """The marks of a report's workbook that this version understands."""
    version = dict(rows).get(MARKS_KEY, "")
    if version.partition(".")[0].isdecimal() and int(version.partition(".")[0]) > FORMAT:
        raise UserError(f"“{path.name}”是更新版本的程序导出的，没有计入；请升级本程序后再汇总。")
    marks = marks_of(rows)
    if marks is None:
        raise UserError(f"“{path.name}”的标识被改动过，没有计入；请让填报单位重新导出一份。")
    if marks.purpose in _PURPOSES:
        raise UserError(
            f"“{path.name}”是{_PURPOSES[marks.purpose]}，不是统计表，没有计入；请换成发来的统计表。"
        )
    return marks


@dataclass(slots=True)
class _Reader:
    """Reads amounts, and keeps what is to be said of them."""

    approximate: set[str] = field(default_factory=set)
    remarks: list[str] = field(default_factory=list)

    def amount(self, indicator: Indicator, cell: object, last: float = NOTHING) -> float:
        """The amount in a cell, NOTHING where there is none; `last` is last year's."""
        if cell == "":
            return NOTHING
        try:
            found = office_amount(cell, indicator, last)
        except NotUnderstoodError as why:
            self.remarks.append(f"“{indicator.name}”填的“{_text(cell)[:20]}”{why}，没有计入")
            return NOTHING
        if found.is_approximate:
            self.approximate.add(indicator.id)
        self.remarks += (f"“{indicator.name}”{remark}" for remark in found.remarks)
        return found.amount


def _text(cell: object) -> str:
    return str(cell).strip()
