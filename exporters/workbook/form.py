"""A statistical form: heads over each other, the report's figures, sums over the form's own cells, notes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from exporters.workbook.book import HEI, Book, Look, set_page
from exporters.workbook.form_sums import write_sums
from exporters.workbook.heading import HEAD, TITLE, merged, protect
from exporters.workbook.named_cells import Places
from exporters.workbook.sizes import PRINTED_WIDTH, height
from exporters.workbook.table import write_cell
from models.document import Cell
from models.form_filling import FilledEntry, FilledForm
from models.target import Year

_ROWS = (*Year, "增减")
_DOWN_HEADS = ("类别", "项目", "单位", *Year, "增减", "增减幅度")
_DOWN_WIDTHS = (20, 40, 12, 17, 17, 17, 17)
_LABEL_WIDTH = 10
_NUMBER = Look(align="right", is_open=True)
_LABEL = Look(HEI, align="center")
_PLAIN = Look(has_grid=False, is_open=True)
_NOTE = Look(size=10, has_grid=False)
_FIRST_ROW = 2


@dataclass(frozen=True, slots=True)
class Placed:
    """A cell of the form and where it goes (row and column from 0)."""

    cell: Cell
    row: int
    column: int

    @property
    def address(self) -> str:
        return xl_rowcol_to_cell(self.row, self.column)


def write_form(
    book: Book,
    sheet: Worksheet,
    form: FilledForm,
    cover: Sequence[tuple[str, str]],
    year: int,
    places: Places,
) -> None:
    """Fill the sheet of one form."""
    widths = _DOWN_WIDTHS if form.form.is_down else _widths(len(form.entries))
    for number, width in enumerate(widths):
        sheet.set_column(number, number, width)
    last = len(widths) - 1
    about = dict(cover)
    _write_heading(book, sheet, form.title, about, year, last)
    writes = _write_down if form.form.is_down else _write_across
    heads_end, placed = writes(book, sheet, form, widths)
    beside = {one.cell.target: one.address for one in placed if one.cell.target}
    for one in placed:
        _write(book, sheet, one, beside, places)
    row = max(one.row for one in placed) + 1
    if form.is_checked:
        row = write_sums(book, sheet, row, last, form, beside)
    row = _write_signing(book, sheet, row, widths, about)
    row = _write_notes(book, sheet, row, widths, form.notes)
    set_page(sheet, (0, heads_end))
    sheet.fit_to_pages(1, 1)
    sheet.print_area(0, 0, row - 1, last)
    sheet.freeze_panes(heads_end + 1, 0)
    protect(sheet)


def _write_heading(
    book: Book, sheet: Worksheet, title: str, about: dict[str, str], year: int, last: int
) -> None:
    """Unlike `heading.write_heading` with room for a seal: it is a paper of its own."""
    merged(book, sheet, 0, 0, last, title, TITLE)
    sheet.set_row(0, 40)
    middle = max(last // 2, 0)
    merged(book, sheet, 1, 0, middle, f"填报单位（盖章）：{about.get('填报单位', '')}", _PLAIN)
    merged(book, sheet, 1, middle + 1, last, f"{year}年度", Look(align="right", has_grid=False))
    sheet.set_row(1, 24)


def _widths(entries: int) -> tuple[float, ...]:
    return (_LABEL_WIDTH, *([round((PRINTED_WIDTH - _LABEL_WIDTH) / entries, 2)] * entries))


def _write(book: Book, sheet: Worksheet, one: Placed, beside: dict[str, str], places: Places) -> None:
    """A cell; an amount that stands in the statistics is fetched from there, one that is missing stays open."""
    cell, target = one.cell, one.cell.target
    look = Look(align="right", is_open=bool(target) and cell.number is None and not cell.formula)
    if target and not cell.formula and cell.number is not None and target in places:
        fetched = book.format(Look(align="right", number=cell.number_format))
        formula = f"={places.name(target)}"
        sheet.write_formula(one.row, one.column, formula, fetched, float(cell.number))
        return
    places.put(target, str(sheet.name), one.row, one.column)
    write_cell(book, sheet, one.row, one.column, cell, look, beside, places)


def _write_across(
    book: Book, sheet: Worksheet, form: FilledForm, widths: Sequence[float]
) -> tuple[int, list[Placed]]:
    """Entries side by side under their heads, a row for each year and one for the difference."""
    depth = max(len(one.entry.head) for one in form.entries)
    first = _FIRST_ROW + depth
    _box(book, sheet, (_FIRST_ROW, 0, first - 1, 0), "年度", HEAD)
    for box, text in _boxes(form.entries, depth):
        _box(book, sheet, box, text, HEAD)
    for level in range(depth):
        texts = [
            (one.entry.head[level], widths[1]) for one in form.entries if level == len(one.entry.head) - 1
        ]
        alone = [pair for pair, one in zip(texts, form.entries, strict=False) if len(one.entry.head) == depth]
        sheet.set_row(_FIRST_ROW + level, max(24, height(alone if level == depth - 1 else [])))
    for number, label in enumerate(_ROWS, start=first):
        book.text(sheet, number, 0, label, _LABEL)
        sheet.set_row(number, 28)
    placed = [
        Placed(cell, first + at, column)
        for column, one in enumerate(form.entries, start=1)
        for at, cell in enumerate((one.this, one.last, one.difference))
    ]
    return first - 1, placed


def _boxes(entries: Sequence[FilledEntry], depth: int) -> Iterator[tuple[tuple[int, int, int, int], str]]:
    """The head cells (first row, first column, last row, last column); equal neighbours are one."""
    for level in range(depth):
        column = 0
        while column < len(entries):
            head = entries[column].entry.head
            end = column
            if level < len(head) - 1:
                while (
                    end + 1 < len(entries) and entries[end + 1].entry.head[: level + 1] == head[: level + 1]
                ):
                    end += 1
            if level < len(head):
                bottom = _FIRST_ROW + (depth - 1 if level == len(head) - 1 else level)
                yield (_FIRST_ROW + level, column + 1, bottom, end + 1), head[level]
            column = end + 1


def _box(book: Book, sheet: Worksheet, box: tuple[int, int, int, int], text: str, look: Look) -> None:
    if box[:2] != box[2:]:
        sheet.merge_range(*box, "", book.format(look))
    book.text(sheet, *box[:2], text, look)


def _write_down(
    book: Book, sheet: Worksheet, form: FilledForm, widths: Sequence[float]
) -> tuple[int, list[Placed]]:
    """Entries below each other, a column for each year and for the change."""
    for number, head in enumerate(_DOWN_HEADS):
        book.text(sheet, _FIRST_ROW, number, head, HEAD)
    sheet.set_row(_FIRST_ROW, 24)
    placed: list[Placed] = []
    first = _FIRST_ROW + 1
    for row, one in enumerate(form.entries, start=first):
        book.text(sheet, row, 1, one.entry.head[-1], Look())
        book.text(sheet, row, 2, one.unit, Look(align="center"))
        cells = (one.this, one.last, one.difference, one.percent)
        placed += [Placed(cell, row, column) for column, cell in enumerate(cells, start=3)]
        sheet.set_row(row, height([(one.entry.head[-1], widths[1])]))
    for begin, end in _runs([one.entry.head[0] for one in form.entries]):
        _box(book, sheet, (first + begin, 0, first + end, 0), form.entries[begin].entry.head[0], _LABEL)
    return _FIRST_ROW, placed


def _runs(texts: Sequence[str]) -> Iterator[tuple[int, int]]:
    """First and last index of each run of equal neighbours."""
    begin = 0
    for at, text in enumerate(texts):
        if at + 1 == len(texts) or texts[at + 1] != text:
            yield begin, at
            begin = at + 1


def _write_signing(
    book: Book, sheet: Worksheet, row: int, widths: Sequence[float], about: dict[str, str]
) -> int:
    """Who answers for the form, with room to sign."""
    labels = ("单位负责人", "审核人", "填报人", "联系电话", "填报日期")
    text = "    ".join(f"{label}：{about.get(label) or '　' * 5}" for label in labels)
    merged(book, sheet, row, 0, len(widths) - 1, text, _PLAIN)
    sheet.set_row(row, max(30, height([(text, sum(widths))])))
    return row + 1


def _write_notes(
    book: Book, sheet: Worksheet, row: int, widths: Sequence[float], notes: Sequence[str]
) -> int:
    for number, note in enumerate(notes, start=1):
        text = f"{'说明：' if number == 1 else '　　　'}{number}. {note}"
        merged(book, sheet, row, 0, len(widths) - 1, text, _NOTE)
        sheet.set_row(row, height([(text, sum(widths))]))
        row += 1
    return row
