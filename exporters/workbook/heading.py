"""What stands above and below every sheet of the workbook: title, who reports for which year, signing line."""

from xlsxwriter.worksheet import Worksheet

from exporters.fonts import OFFICIAL_NAMES, Face
from exporters.workbook.book import GREY, HEI, Book, Look
from exporters.workbook.sizes import digits

BIAOSONG = OFFICIAL_NAMES[Face.BIAOSONG]
GROUP_FILL = "F2F2F2"
TITLE = Look(BIAOSONG, 18, "center", has_grid=False)
LEFT_TITLE = Look(HEI, 18, has_grid=False, is_wrapped=False)
"""The title of a sheet that is wider than a page: it stands where the sheet begins."""
LEFT_TITLE_HEIGHT = 32
BELOW_TITLE = Look(has_grid=False, is_wrapped=False)
"""The line below such a title."""
PLAIN = Look(has_grid=False)
HEAD = Look(HEI, align="center", fill=GREY)
GROUP = Look(HEI, fill=GROUP_FILL)
_TITLE_HEIGHT = 36
_LINE_HEIGHT = 20
PROTECTION = {
    "select_locked_cells": True, "select_unlocked_cells": True, "format_cells": True, "format_columns": True,
    "format_rows": True, "autofilter": True, "sort": True,
}  # fmt: skip


def merged(book: Book, sheet: Worksheet, row: int, first: int, last: int, text: str, look: Look) -> None:
    """A text over some columns of a row, in one cell where it is only one."""
    if last > first:
        sheet.merge_range(row, first, row, last, "", book.format(look))
    book.text(sheet, row, first, text, look)


def write_heading(book: Book, sheet: Worksheet, title: str, organ: str, year: str, last: int) -> None:
    """The title over the columns 0 to `last`, below it who reports and for which year."""
    merged(book, sheet, 0, 0, last, title, TITLE)
    sheet.set_row(0, _TITLE_HEIGHT)
    year_from = max(1, last - (last + 1) // 3 + 1) if last else 0
    if year_from:
        merged(book, sheet, 1, 0, year_from - 1, f"填报单位：{organ}", PLAIN)
        merged(book, sheet, 1, year_from, last, year, Look(align="right", has_grid=False))
    else:
        book.text(sheet, 1, 0, f"填报单位：{organ}", PLAIN)
    sheet.set_row(1, max(_LINE_HEIGHT, 15 * (1 + digits(organ) // 90)))


def protect(sheet: Worksheet) -> None:
    """Formulas cannot be typed over by accident; there is no password, and filters and widths stay free."""
    sheet.protect("", PROTECTION)
