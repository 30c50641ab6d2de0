"""Document → the workbook sent to superiors: cover, statistics, relations, charts, forms, the paper's tables.

Numbers stay numbers with their printed form in the number format, what is reckoned is a formula with its value
beside it, and a text is never a formula.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import BinaryIO

from xlsxwriter.worksheet import Worksheet

from exporters.package import finished
from exporters.profile import Profile
from exporters.workbook import chart, cover, relations
from exporters.workbook.book import Book
from exporters.workbook.chart_blocks import blocks
from exporters.workbook.form import write_form
from exporters.workbook.form_list import write_list
from exporters.workbook.named_cells import Places
from exporters.workbook.sizes import sheet_names
from exporters.workbook.table import write_table
from models.annex import Annex
from models.document import Document, Table
from models.exchange import MARKS_SHEET
from models.form_filling import FilledForm
from models.statistics import printed_table

STATISTICS = "统计表"
Fill = Callable[[Worksheet], None]


@dataclass(frozen=True, slots=True)
class Part:
    """A sheet: what it wants to be called, what the cover says of it, what fills it.

    `is_late`: it speaks of cells that other sheets name.
    """

    name: str
    about: str
    fill: Fill
    is_late: bool = False


def write(document: Document, stream: BinaryIO, _rules: Profile | None = None) -> None:
    """The workbook of a paper. One without an annex has its cover and its tables only."""
    book, annex = Book(), document.annex() if document.annex else Annex(document.statistics)
    title_page = book.sheet(cover.NAME)
    parts = tuple(_parts(book, document, annex))
    names = sheet_names((part.name for part in parts), (cover.NAME, MARKS_SHEET))
    sheets = [(part, book.sheet(name)) for part, name in zip(parts, names, strict=True)]
    for part, sheet in sorted(sheets, key=lambda pair: pair[0].is_late):
        part.fill(sheet)
    lines = annex.cover or (("填报单位", document.organ), ("年度", f"{document.year}年"))
    contents = [(name, part.about) for part, name in zip(parts, names, strict=True)]
    cover.write_cover(title_page, book, document.title, lines, contents)
    if annex.marks:
        book.mark(annex.marks)
    stream.write(finished(book.packed(), document))


def _parts(book: Book, document: Document, annex: Annex) -> Iterator[Part]:
    """The sheets in their order."""
    organ, year, places = document.organ, document.year, Places(book)
    figures = annex.figures
    if figures.columns:
        yield Part(
            STATISTICS,
            figures.title,
            lambda sheet: write_table(book, sheet, figures, organ, year, places, is_form=True),
        )
    if annex.checks:
        title = f"{year}年法治政府建设统计数据勾稽关系表"
        yield Part(
            relations.NAME,
            "各项数据之间的加减、比率关系及核对结果",
            lambda sheet: relations.write_relations(book, sheet, annex.checks, title, organ, year, places),
            is_late=True,
        )
    drawn = blocks(annex.charts, figures)
    if drawn:
        heading = f"{year}年法治政府建设主要数据同比图"
        yield Part(
            chart.NAME,
            "本年与上年的比较、合计的构成",
            lambda sheet: chart.write_charts(book, sheet, drawn, heading, organ, year, places),
            is_late=True,
        )
    for form in annex.forms:
        yield from _form_parts(book, form, annex, organ, year, places)
    for table in _other_tables(document, figures):
        yield _table_part(book, table, organ, year, places)


def _form_parts(
    book: Book, form: FilledForm, annex: Annex, organ: str, year: int, places: Places
) -> Iterator[Part]:
    yield Part(
        form.form.name, form.title, lambda sheet: write_form(book, sheet, form, annex.cover, year, places)
    )
    declared = form.form.list
    if declared:
        yield Part(
            declared.title,
            "逐件填写",
            lambda sheet: write_list(book, sheet, declared, form.lines, organ, year),
        )


def _table_part(book: Book, table: Table, organ: str, year: int, places: Places) -> Part:
    return Part(table.title, table.title, lambda sheet: write_table(book, sheet, table, organ, year, places))


def _other_tables(document: Document, figures: Table) -> Iterator[Table]:
    """The paper's tables but that of the figures, which have their sheet."""
    shown = replace(printed_table(figures), title="")
    for block in document.blocks:
        if isinstance(block, Table) and replace(block, title="") != shown:
            yield block
