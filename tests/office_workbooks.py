"""Workbooks as offices send them up: invented figures, laid out as every exchanged workbook is."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from exporters.workbook.book import Book, Look
from models.exchange import ID_TITLE, Marks, Purpose
from models.indicator import Indicator, Kind, catalogue

HEADS = ("序号", ID_TITLE, "指标", "单位", "本年", "上年", "增减", "增减幅度", "来源单位", "备注")
_HEAD_ROW = 3
_DAY = "填报日期"


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the table of figures. A number is written as a number (a percentage as its share), a text as a text."""

    id: str
    name: str
    unit: str
    this: Decimal | str | None = None
    last: Decimal | str | None = None


def row(indicator_id: str, this: object = None, last: object = None) -> Row:
    """A row of the catalogue's indicator; whole numbers and texts of decimals become numbers."""
    indicator = catalogue()[indicator_id]
    return Row(indicator.id, indicator.name, indicator.unit, _amount(this), _amount(last))


def _amount(given: object) -> Decimal | str | None:
    return Decimal(given) if isinstance(given, int) else given  # type: ignore[return-value]


def usual_indicators(count: int = 110) -> list[Indicator]:
    """The catalogue's first so many that have amounts."""
    return [one for one in catalogue().values() if one.kind is not Kind.DATE][:count]


def marks(organ: str = "云岭县人民政府", year: int = 2025) -> Marks:
    """What an office's workbook says of itself."""
    return Marks(Purpose.REPORT, "county-regulation", 1, organ, year)


def office_book(said: Marks | None, rows: Iterable[Row], *, sheet: str = "统计表", day: str = "") -> Book:
    """A workbook being made: cover, table of figures, a sheet of relations, the marks where there are any."""
    book = Book()
    cover = book.sheet("封面")
    for number, (label, text) in enumerate((("填报单位", said.organ if said else ""), (_DAY, day))):
        book.text(cover, number, 0, label, Look())
        book.text(cover, number, 1, text, Look())
    table = book.sheet(sheet)
    book.text(table, 0, 0, "法治政府建设统计表", Look(size=18))
    for column, title in enumerate(HEADS):
        book.text(table, _HEAD_ROW, column, title, Look())
    for number, one in enumerate(rows, start=1):
        _write(book, table, _HEAD_ROW + number, number, one)
    table.set_column(1, 1, None, None, {"hidden": True})
    relations = book.sheet("勾稽关系")
    for number in range(26):
        book.text(relations, number, 0, f"第{number + 1}条关系", Look())
        relations.write_formula(number, 1, f"='{sheet}'!E{number + 5}-'{sheet}'!F{number + 5}", None, 0)
    if said:
        book.mark(said)
    return book


def _write(book, table, at: int, number: int, one: Row) -> None:
    table.write_number(at, 0, number, book.format(Look()))
    for column, text in ((1, one.id), (2, one.name), (3, one.unit)):
        book.text(table, at, column, text, Look())
    for column, amount in ((4, one.this), (5, one.last)):
        if isinstance(amount, Decimal):
            pattern = "0.00%" if one.unit in ("%", "‰") else "#,##0"
            table.write_number(at, column, float(amount), book.format(Look(number=pattern)))
        else:
            book.text(table, at, column, amount or "", Look())
    table.write_formula(at, 6, f"=E{at + 1}-F{at + 1}", book.format(Look()), 0)
    table.write_formula(at, 7, f'=IFERROR(G{at + 1}/F{at + 1},"")', book.format(Look()), "")
    book.text(table, at, 8, "县司法局", Look())


def office_workbook(organ: str, *rows: Row, year: int = 2025) -> bytes:
    """The bytes of an office's workbook."""
    return office_book(marks(organ, year), rows).packed()
