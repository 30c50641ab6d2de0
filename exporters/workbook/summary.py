"""The workbook of many offices' figures: 说明, 汇总表, 上年, 同比 and the lists of what to ask the offices about."""

from collections.abc import Callable, Iterator

from exporters.workbook.book import HEI, Book, Look, set_page
from exporters.workbook.heading import LEFT_TITLE, LEFT_TITLE_HEIGHT
from exporters.workbook.many_rows import ManyRows, with_many_rows
from exporters.workbook.sizes import height
from exporters.workbook.summary_changes import NAME as CHANGES
from exporters.workbook.summary_changes import write_changes
from exporters.workbook.summary_lists import listings, write_listing
from exporters.workbook.summary_table import LAST, THIS, sides, write_table
from models.exchange import Marks, Purpose
from models.overview import Overview

_WIDTH = 100
_LEGEND = (
    f"{THIS}：每个单位一行，每项指标一列；合计、中位数、填报单位数是公式。比率和增幅不能相加，只有中位数。",
    f"{LAST}：各单位在同一份统计表里填的上年数。",
    f"{CHANGES}：本年与上年比较，增减只在两年都报的单位之间计算。",
    "缺报、矛盾、异常值：需要向填报单位核实的事项，一件一行。",
    "约数（约、余、多、以上）按所写的数汇总。各单位自设的指标按名称和计量单位对在一起。",
)


def summary_workbook(overview: Overview, go_on: Callable[[], None] = lambda: None) -> bytes:
    """The workbook's bytes. `go_on` is called now and then and may raise to stop."""
    book = Book(is_large=True)
    try:
        tables = _fill(book, overview, go_on)
    finally:
        packed = book.packed()  # also where it was stopped: rows wait in temporary files, which this removes
    return with_many_rows(packed, tables, go_on)


def _fill(book: Book, overview: Overview, go_on: Callable[[], None]) -> list[ManyRows]:
    """Every sheet; the offices' rows, which are given back, are still to come."""
    _write_words(book, overview)
    tables = [write_table(book, side, overview.summary) for side in sides(overview.summary.year)]
    write_changes(book, overview.summary)
    for listing in listings(overview):
        go_on()
        write_listing(book, listing)
    book.mark(Marks(Purpose.SUMMARY, "", 1, "", overview.summary.year))
    go_on()
    return tables


def _write_words(book: Book, overview: Overview) -> None:
    sheet = book.sheet("说明")
    sheet.set_column(0, 0, _WIDTH)
    title = f"{overview.summary.year}年法治政府建设统计汇总"
    sheet.set_row(0, LEFT_TITLE_HEIGHT)
    book.text(sheet, 0, 0, title, LEFT_TITLE)
    for row, (text, look) in enumerate(_words(overview), start=1):
        sheet.set_row(row, height([(text, _WIDTH)]))
        book.text(sheet, row, 0, text, look)
    set_page(sheet, (0, 0))


def _words(overview: Overview) -> Iterator[tuple[str, Look]]:
    plain, head = Look(has_grid=False), Look(HEI, 12, has_grid=False)
    summary = overview.summary
    yield f"汇总时间：{overview.made:%Y年%m月%d日 %H:%M}", plain
    yield (
        f"读了{overview.files}个文件，汇总{len(summary.submissions)}个单位、{len(summary.columns)}项指标。",
        plain,
    )
    if overview.expected:
        yield f"名单上有{overview.expected}个单位，缺报{len(overview.missing)}个，见“缺报”。", plain
    yield f"矛盾{len(overview.contradictions)}处，异常值{len(overview.outliers)}个，各见同名工作表。", plain
    yield "各表说明", head
    for text in _LEGEND:
        yield text, plain
    yield "读文件时的问题", head
    for text in overview.problems or ("没有问题。",):
        yield text, plain
