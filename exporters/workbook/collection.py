"""The blank workbook for one department: what it is asked for, last year's amounts beside it, cells to fill in.

Only the cells to fill in can be typed in; the protection has no password, it is there against slips.
"""

from dataclasses import dataclass

from xlsxwriter.worksheet import Worksheet

from exporters.workbook.book import HEI, Book, Look, set_page
from exporters.workbook.heading import GROUP_FILL, HEAD, LEFT_TITLE_HEIGHT, merged
from exporters.workbook.sizes import height
from exporters.workbook.table import numbered
from models.collection import Asked, Request
from models.document import Cell
from models.exchange import ID_TITLE, Marks
from models.figure_cells import written_cell
from models.indicator import Indicator, Kind
from models.returning import CONFIRMED, EXPECTED, FILLERS, NONE_SUCH
from models.target import Year

SHEET = "采集表"
_OPEN = "FFF8E1"


@dataclass(frozen=True, slots=True)
class CollectionColumn:
    """A column of the table: its head, its width in digits, whether the department fills it in."""

    title: str
    width: float
    is_open: bool = False


COLUMNS = (
    CollectionColumn(ID_TITLE, 12),
    CollectionColumn("序号", 6),
    CollectionColumn("指标", 34),
    CollectionColumn("单位", 9),
    CollectionColumn(Year.THIS, 16, is_open=True),
    CollectionColumn(Year.LAST, 16),
    CollectionColumn("数据状态", 13, is_open=True),
    CollectionColumn("说明/依据", 30, is_open=True),
    CollectionColumn("备注", 16, is_open=True),
)
_ID, _NUMBER, _NAME, _UNIT, _VALUE, _LAST, _STATE, _EVIDENCE, _NOTE = range(len(COLUMNS))
_INTRODUCTION, _HEADING = 2, 3
_FIRST = _HEADING + 1


@dataclass(frozen=True, slots=True)
class Letter:
    """What the workbook says to the department: from whom, by when (as printed, may be empty), whom to ask."""

    organ: str
    year: int
    deadline: str = ""
    contact: str = ""


def collection_workbook(request: Request, marks: Marks, letter: Letter) -> bytes:
    """The workbook's bytes."""
    book = Book()
    title = f"{letter.year}年度法治政府建设数据采集表"
    book.workbook.set_properties({"title": f"{title}（{request.department}）", "author": letter.organ})
    sheet = book.sheet(SHEET)
    _set_columns(sheet)
    _write_heading(book, sheet, title, request, letter)
    for number, asked in enumerate(request.asked):
        _write_row(book, sheet, _FIRST + number, number + 1, asked)
    end = _FIRST + len(request.asked)
    _write_fillers(book, sheet, end + 1)
    _set_validations(sheet, request.asked)
    sheet.freeze_panes(_FIRST, _UNIT)
    set_page(sheet, (_HEADING, _HEADING))
    sheet.print_area(0, _NUMBER, end + 1, _NOTE)
    sheet.protect("", {"format_columns": True, "format_rows": True})
    sheet.set_selection(_FIRST, _VALUE, _FIRST, _VALUE)
    book.mark(marks)
    return book.packed()


def introduction(letter: Letter) -> tuple[str, ...]:
    """How to fill the workbook in, one line each."""
    by = f"请于{letter.deadline}前" if letter.deadline else "请尽早"
    ask = f"有疑问请联系{letter.contact}。" if letter.contact else ""
    return (
        f"填报说明：{letter.organ}起草{letter.year}年度法治政府建设情况报告，需要下列数据。"
        f"{by}填好本表，由审核人核对后发回。{ask}",
        "1．只填黄色的格。“本年”填1月1日至12月31日的数，按“单位”一列的单位，只写数字；"
        "没有发生填0，不掌握的留空。比率填百分数，如98.5%。",
        "2．概数可以照写，如“1400余”“约682万”“98%以上”，出现提示时选“是”。“上年”是去年报告用的数，"
        "有出入请写在“备注”里，不要改。",
        "3．“数据状态”从下拉框中选。请不要增删行、列，也不要另做表格；用WPS、Excel填都可以，存为.xlsx。",
    )


def _set_columns(sheet: Worksheet) -> None:
    for number, column in enumerate(COLUMNS):
        sheet.set_column(number, number, column.width, None, {"hidden": number == _ID})


def _write_heading(book: Book, sheet: Worksheet, title: str, request: Request, letter: Letter) -> None:
    plain = Look(has_grid=False)
    merged(book, sheet, 0, _NUMBER, _NOTE, title, Look(font=HEI, size=18, align="center", has_grid=False))
    sheet.set_row(0, LEFT_TITLE_HEIGHT)
    by = f"截止日期：{letter.deadline}" if letter.deadline else ""
    for first, last, text, align in (
        (_NUMBER, _NAME, f"填报单位（盖章）：{request.department}", "left"),
        (_UNIT, _LAST, f"采集单位：{letter.organ}", "left"),
        (_STATE, _NOTE, by, "right"),
    ):
        merged(book, sheet, 1, first, last, text, Look(align=align, has_grid=False))
    sheet.set_row(1, 20)
    lines = introduction(letter)
    sheet.merge_range(_INTRODUCTION, _NUMBER, _INTRODUCTION, _NOTE, "")
    sheet.write_string(_INTRODUCTION, _NUMBER, "\n".join(lines), book.format(plain))
    width = sum(column.width for column in COLUMNS[_NUMBER:])
    sheet.set_row(_INTRODUCTION, height([("\n".join(lines), width)]))
    for number, column in enumerate(COLUMNS):
        book.text(sheet, _HEADING, number, column.title, HEAD)
    sheet.set_row(_HEADING, 24)


def _write_row(book: Book, sheet: Worksheet, row: int, number: int, asked: Asked) -> None:
    indicator, figure = asked.indicator, asked.figure
    book.text(sheet, row, _ID, indicator.id, Look(fill=GROUP_FILL))
    sheet.write_number(row, _NUMBER, number, book.format(Look(align="center", fill=GROUP_FILL)))
    book.text(sheet, row, _NAME, indicator.name, Look(fill=GROUP_FILL))
    book.text(sheet, row, _UNIT, indicator.unit, Look(align="center", fill=GROUP_FILL))
    sheet.write_blank(
        row,
        _VALUE,
        None,
        book.format(Look(align="right", fill=_OPEN, is_open=True, number=_typed(indicator))),
    )
    _write_last(book, sheet, row, written_cell(indicator, figure.last))
    for column in (_STATE, _EVIDENCE, _NOTE):
        align = "center" if column == _STATE else "left"
        sheet.write_blank(row, column, None, book.format(Look(align=align, fill=_OPEN, is_open=True)))
    sheet.set_row(row, height([(indicator.name, COLUMNS[_NAME].width)]))


def _write_last(book: Book, sheet: Worksheet, row: int, cell: Cell) -> None:
    look = numbered(Look(align="right", fill=GROUP_FILL), cell.number_format)
    if cell.number is None:
        book.text(sheet, row, _LAST, cell.text, look)
    else:
        sheet.write_number(row, _LAST, float(cell.number), book.format(look))


def _typed(indicator: Indicator) -> str:
    """The format of an empty cell: in one of per cent, a typed 98 becomes 98% and not 9800%."""
    return "0.00%" if indicator.unit == "%" else ""


def _write_fillers(book: Book, sheet: Worksheet, row: int) -> None:
    """填报人, 审核人 and so on, each with a cell to write in."""
    pairs = ((_NUMBER, _NAME), (_UNIT, _VALUE), (_LAST, _STATE), (_EVIDENCE, _NOTE))
    for title, (label, cell) in zip(FILLERS, pairs, strict=True):
        align = "left" if label == _NUMBER else "right"
        book.text(sheet, row, label, title, Look(align=align, has_grid=False))
        sheet.write_blank(row, cell, None, book.format(Look(fill=_OPEN, is_open=True, number="@")))
    sheet.set_row(row, 24)


def _set_validations(sheet: Worksheet, asked: tuple[Asked, ...]) -> None:
    for number, one in enumerate(asked):
        sheet.data_validation(_FIRST + number, _VALUE, _FIRST + number, _VALUE, _number_rule(one.indicator))
    last = _FIRST + len(asked) - 1
    sheet.data_validation(
        _FIRST, _STATE, last, _STATE,
        {
            "validate": "list", "source": [CONFIRMED, EXPECTED, NONE_SUCH],
            "input_title": "数据状态", "input_message": "从下拉框中选；本单位没有这项工作的选“无此项”。",
            "error_title": "请从下拉框中选", "error_message": f"只能是{CONFIRMED}、{EXPECTED}或{NONE_SUCH}。",
        },
    )  # fmt: skip


def _number_rule(indicator: Indicator) -> dict[str, object]:
    """A warning, no bar: 1400余 and 约682万 are answers too."""
    rule: dict[str, object] = {
        "validate": "decimal", "error_type": "warning", "input_title": f"单位：{indicator.unit}"[:32],
        "error_title": "请核对这个数",
    }  # fmt: skip
    if indicator.kind is Kind.CHANGE:
        return rule | {
            "criteria": "between", "minimum": -1e15, "maximum": 1e15,
            "input_message": "填增减的数，减少的前面写负号。", "error_message": "这里要填一个数。",
        }  # fmt: skip
    if indicator.unit == "%":
        return rule | {
            "criteria": "between", "minimum": 0, "maximum": 1,
            "input_message": "填百分数，如98.5%；概数照写，如98%以上。",
            "error_message": "一般是0%至100%之间的百分数，如98.5%；概数照写，如98%以上。",
        }  # fmt: skip
    return rule | {
        "criteria": ">=",
        "value": 0,
        "input_message": "只写数字，不写单位；没有发生填0；概数照写，如1400余。",
        "error_message": "一般是0或正数，不写单位；确是概数（如1400余、约682万）的，选“是”。",
    }
