"""The list that goes with a form and is filled in by hand, line by line, on a sheet of its own."""

from xlsxwriter.worksheet import Worksheet

from exporters.workbook.book import Book, Look, set_page
from exporters.workbook.heading import HEAD, protect, write_heading
from exporters.workbook.sizes import PRINTED_WIDTH
from models.forms import FormList

_LEAST, _MOST = 15, 300
_ROW_HEIGHT = 24
_HEAD_ROW = 2
_NUMBER_WIDTH = 8
_SHARES = {"文件名": 3.0, "依据": 2.0}
"""Of the width: what is longest in such lists; every other head has one share."""


def write_list(book: Book, sheet: Worksheet, declared: FormList, lines: int, organ: str, year: int) -> None:
    """Heads and empty numbered lines, at least as many as there are to be filled in."""
    last = len(declared.heads)
    write_heading(book, sheet, declared.title, organ, f"{year}年度", last)
    for number, head in enumerate(("序号", *declared.heads)):
        book.text(sheet, _HEAD_ROW, number, head, HEAD)
    sheet.set_row(_HEAD_ROW, _ROW_HEIGHT)
    _set_widths(sheet, declared)
    first, count = _HEAD_ROW + 1, min(max(lines, _LEAST), _MOST)
    for row in range(first, first + count):
        sheet.write_number(row, 0, row - _HEAD_ROW, book.format(Look(align="center")))
        for column in range(1, last + 1):
            sheet.write_blank(row, column, None, book.format(Look(number="@", is_open=True)))
        sheet.set_row(row, _ROW_HEIGHT)
    _offer_choices(sheet, declared, first, first + count - 1)
    sheet.freeze_panes(first, 0)
    set_page(sheet, (_HEAD_ROW, _HEAD_ROW))
    sheet.print_area(0, 0, first + count - 1, last)
    protect(sheet)


def _set_widths(sheet: Worksheet, declared: FormList) -> None:
    shares = [_SHARES.get(head, 1.0) for head in declared.heads]
    sheet.set_column(0, 0, _NUMBER_WIDTH)
    for number, share in enumerate(shares, start=1):
        sheet.set_column(number, number, round((PRINTED_WIDTH - _NUMBER_WIDTH) * share / sum(shares), 2))


def _offer_choices(sheet: Worksheet, declared: FormList, first: int, last: int) -> None:
    for head, words in declared.choices.items():
        column = declared.heads.index(head) + 1
        rule = {
            "validate": "list",
            "source": list(words),
            "error_title": head,
            "error_message": f"请从{'、'.join(words)}中选择。",
        }
        sheet.data_validation(first, column, last, column, rule)
