"""封面: whose workbook it is, who filled it in and checked it, what it holds and how it is read."""

from collections.abc import Sequence

from xlsxwriter.worksheet import Worksheet

from exporters.workbook.book import HEI, SONG, Book, Look, set_page
from exporters.workbook.heading import BIAOSONG, HEAD, merged, protect

NAME = "封面"
_WIDTHS = (20, 26, 22, 18, 34, 20)
_LAST = len(_WIDTHS) - 1
_LABEL = Look(HEI, 14, "right", has_grid=False)
_VALUE = Look(SONG, 14, has_grid=False, is_open=True)
_LINK_COLOUR = "1F4E79"
_READING = (
    "《统计表》中白底的本年数、上年数可以改动，增减、增减幅度和合计是公式，自动重算；工作表保护没有密码。",
    "带“约”“余”“以上”等字样的数，字样在单元格格式里，单元格中仍是数字，可以直接求和、比较。",
    "表内各数已用名称标出，如“本年_fy_apply”“上年_fy_apply”，公式可以直接引用。",
    "请不要删除隐藏的列和工作表：它们用来在汇总时认出指标和填报单位。",
)


def write_cover(
    sheet: Worksheet,
    book: Book,
    title: str,
    lines: Sequence[tuple[str, str]],
    contents: Sequence[tuple[str, str]],
) -> None:
    """The first sheet. `contents` are the other sheets' names, and what is in them."""
    for number, width in enumerate(_WIDTHS):
        sheet.set_column(number, number, width)
    sheet.set_row(0, 30)
    merged(book, sheet, 1, 0, _LAST, title, Look(BIAOSONG, 22, "center", has_grid=False))
    sheet.set_row(1, 40)
    merged(book, sheet, 2, 0, _LAST, "统计资料", Look(HEI, 16, "center", has_grid=False))
    sheet.set_row(2, 34)
    row = _write_lines(book, sheet, 4, lines)
    row = _write_contents(book, sheet, row + 1, contents)
    row = _write_reading(book, sheet, row + 1)
    set_page(sheet, (0, 0))
    sheet.fit_to_pages(1, 1)
    sheet.print_area(0, 0, row - 1, _LAST)
    sheet.hide_gridlines(2)
    protect(sheet)


def _write_lines(book: Book, sheet: Worksheet, row: int, lines: Sequence[tuple[str, str]]) -> int:
    """Label and value, underlined as on a form, so that what is missing can be written in by hand."""
    line = book.workbook.add_format(
        {**_VALUE.properties(), "bottom": 1, "bottom_color": "#808080", "text_wrap": False, "shrink": True}
    )
    for label, text in lines:
        book.text(sheet, row, 1, f"{label}：", _LABEL)
        sheet.merge_range(row, 2, row, 4, "", line)
        sheet.write_string(row, 2, text, line) if text else sheet.write_blank(row, 2, None, line)
        sheet.set_row(row, 26)
        row += 1
    return row


def _write_contents(book: Book, sheet: Worksheet, row: int, contents: Sequence[tuple[str, str]]) -> int:
    book.text(sheet, row, 1, "工作表", HEAD)
    merged(book, sheet, row, 2, 4, "内容", HEAD)
    sheet.set_row(row, 22)
    link = book.format(Look(colour=_LINK_COLOUR))
    for name, about in contents:
        row += 1
        quoted = name.replace("'", "''")
        sheet.write_url(row, 1, f"internal:'{quoted}'!A1", link, string=name)
        merged(book, sheet, row, 2, 4, about, Look())
        sheet.set_row(row, 20)
    return row + 1


def _write_reading(book: Book, sheet: Worksheet, row: int) -> int:
    for number, text in enumerate(_READING, start=1):
        merged(book, sheet, row, 1, 4, f"{number}. {text}", Look(size=10, has_grid=False))
        sheet.set_row(row, 30)
        row += 1
    return row
