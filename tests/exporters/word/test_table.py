"""Tables in Word: columns that hold in every program, heads on every page."""

import pytest
from docx.oxml.ns import qn

from exporters.layout.columns import column_widths
from exporters.profile import profile
from models.document import Cell, Column, Table
from tests.exporters.invented import paper
from tests.exporters.word_file import local, opened, value

TYPE_AREA = 8845
"""Twips."""


def test_a_table_has_fixed_columns_that_fill_the_type_area():
    (table,) = opened().tables

    grid = [int(column.get(qn("w:w"))) for column in table._tbl.tblGrid]
    assert sum(grid) == TYPE_AREA == int(value(table._tbl, "w:tblPr/w:tblW", "w"))
    assert grid[1] / grid[0] == pytest.approx(5, rel=0.01)
    assert value(table._tbl, "w:tblPr/w:tblLayout", "type") == "fixed"
    for row in table._tbl.tr_lst:
        assert sum(int(value(cell, "w:tcPr/w:tcW", "w")) for cell in row.tc_lst) == TYPE_AREA


def test_the_head_is_repeated_and_no_row_is_divided_between_pages():
    (table,) = opened().tables
    head, *rows = (row._tr for row in table.rows)

    assert value(head, "w:trPr/w:tblHeader") == "1"
    assert not any(value(row, "w:trPr/w:tblHeader") for row in rows)
    assert {value(row, "w:trPr/w:cantSplit") for row in (head, *rows)} == {"1"}


def test_a_table_says_its_borders_itself_and_sets_each_column_as_declared():
    (table,) = opened().tables

    borders = table.style.element.find(f"{qn('w:tblPr')}/{qn('w:tblBorders')}")
    assert {local(border) for border in borders} == {"top", "left", "bottom", "right", "insideH", "insideV"}
    row = [cell.paragraphs[0] for cell in table.rows[2].cells]
    assert [one.text for one in row] == [
        "1",
        "受理的第1类行政复议和行政应诉案件",
        "件",
        "1180余",
        "98.5%",
        "=SUM(A1:A9)",
    ]
    assert [one.style.name for one in row[:4]] == ["表格居中文字", "表格文字", "表格居中文字", "表格数字"]


def test_a_group_row_spans_the_table_and_stays_with_the_row_below():
    (table,) = opened().tables

    assert len(table._tbl.tr_lst[1].tc_lst) == 1
    assert table.rows[1].cells[0].paragraphs[0].style.paragraph_format.keep_with_next


def test_a_table_at_the_very_end_is_followed_by_a_paragraph_as_word_demands():
    tables = [block for block in paper().blocks if isinstance(block, Table)]

    assert [local(child) for child in opened(*tables).element.body][-3:] == ["tbl", "p", "sectPr"]


def test_columns_are_as_wide_as_in_the_layout():
    (block,) = (block for block in paper().blocks if isinstance(block, Table))
    (table,) = opened().tables

    grid = [int(column.get(qn("w:w"))) / 20 for column in table._tbl.tblGrid]
    assert grid == pytest.approx(column_widths(block, profile()), abs=0.1)


def test_a_row_too_short_or_too_long_and_columns_without_width_still_make_a_table():
    columns = (Column("甲", 0), Column("乙", 0))
    (table,) = opened(Table("", columns, ((Cell("一"),), tuple(map(Cell, "一二三"))))).tables

    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["甲", "乙"],
        ["一", ""],
        ["一", "二"],
    ]
