"""Tables in the workbook: typed numbers, texts that stay texts, ready for the printer."""

import subprocess
import zipfile
from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from exporters.workbook import report
from exporters.workbook.sizes import sheet_names
from models.document import Cell, Column, Document, Signature, Table
from tests.exporters.invented import paper

DANGEROUS = ("=1+1", "+1", "-1", "@SUM(A1)", "＝1", "#N/A", "\t=1", "'=1", "{=1}")


def packed(document: Document) -> bytes:
    stream = BytesIO()
    report.write(document, stream)
    return stream.getvalue()


def workbook(document: Document) -> Workbook:
    return load_workbook(BytesIO(packed(document)))


def with_cells(*cells: Cell) -> Document:
    columns = tuple(Column(f"第{number}列", 10) for number in range(len(cells)))
    return replace(paper(), statistics=Table("统计表", columns, (cells,)), blocks=())


def test_the_statistics_follow_the_cover_and_each_table_of_the_paper_has_its_sheet():
    assert workbook(paper()).sheetnames == ["封面", "统计表", "主要指标"]


def test_title_organ_year_and_head_stand_above_the_rows():
    sheet = workbook(paper())["统计表"]

    assert sheet["A1"].value == "2026年法治政府建设统计表"
    assert {str(merged) for merged in sheet.merged_cells} >= {"A1:F1", "A4:F4"}
    assert (sheet["A2"].value, sheet["E2"].value) == ("填报单位：云岭县人民政府", "2026年度")
    assert [cell.value for cell in sheet[3]] == ["序号", "指标", "单位", "本年", "上年", "备注"]
    assert sheet.freeze_panes == "A4"


def test_numbers_are_numbers_and_keep_their_printed_form_in_the_format():
    sheet = workbook(paper())["统计表"]

    assert (sheet["D5"].value, sheet["D5"].number_format) == (1180, '#,##0"余"')
    assert (sheet["E5"].value, sheet["E5"].number_format) == (0.985, "0.0%")
    assert sheet["D5"].alignment.horizontal == "right"
    assert sheet["A5"].alignment.horizontal == "center"


def test_an_exact_amount_is_written_digit_by_digit():
    content = packed(with_cells(Cell("17242.5", Decimal("17242.5")), Cell("0.1", Decimal("0.1"))))

    sheet = zipfile.ZipFile(BytesIO(content)).read("xl/worksheets/sheet2.xml").decode()
    assert "<v>17242.5</v>" in sheet
    assert "<v>0.1</v>" in sheet


@pytest.mark.parametrize("text", DANGEROUS)
def test_a_text_is_never_a_formula(text: str):
    cell = workbook(with_cells(Cell(text), Cell("1", Decimal(1))))["统计表"]["A4"]

    assert (cell.data_type, cell.value) == (
        "s",
        text.strip().replace("\t", " ") if text[0] != "\t" else " =1",
    )


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)"])
def test_a_text_like_a_formula_stays_text_when_the_clerk_edits_it(text: str):
    assert workbook(with_cells(Cell(text), Cell("")))["统计表"]["A4"].quotePrefix


def test_titles_and_heads_are_no_formulas_either():
    table = Table("=1+1", (Column("=2+2", 1), Column("乙", 1)), ())
    sheet = workbook(replace(paper(), organ="=3", statistics=table, blocks=()))["统计表"]

    assert [sheet[place].data_type for place in ("A1", "A2", "A3")] == ["s", "s", "s"]


def test_group_rows_are_shaded_over_the_whole_width():
    sheet = workbook(paper())["统计表"]

    assert sheet["A4"].value == "第1组指标"
    assert sheet["A4"].fill.fill_type == "solid"
    assert sheet["A5"].fill.fill_type is None


def test_the_sheet_prints_on_a4_across_as_wide_as_the_paper_with_its_head_on_every_page():
    sheet = workbook(paper())["统计表"]

    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert sheet.page_setup.fitToWidth in (None, 1)  # 1 is what a missing value means
    assert sheet.page_setup.fitToHeight == 0
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.print_title_rows == "$3:$3"
    assert sheet.print_area.endswith(f"$A$1:$F${sheet.max_row}")
    assert "第 &P 页，共 &N 页" in str(sheet.oddFooter.center.text)


def test_column_widths_keep_the_shares_of_the_table():
    widths = workbook(paper())["统计表"].column_dimensions

    assert widths["B"].width / widths["A"].width == pytest.approx(
        5, rel=0.1
    )  # Excel adds its padding to each


def test_a_row_is_high_enough_for_its_longest_text():
    long = Cell("县人民政府办公室会同有关部门" * 20)
    rows = workbook(with_cells(Cell("短"), long))["统计表"].row_dimensions
    one_line = workbook(with_cells(Cell("短"), Cell("短")))["统计表"].row_dimensions[4].height

    assert rows[4].height >= one_line + 7 * 14


def test_every_font_is_a_chinese_one():
    book = workbook(paper())

    used = {cell.font.name for sheet in book for row in sheet for cell in row}
    assert used == {"宋体", "黑体", "方正小标宋简体"}
    assert b"Calibri" not in zipfile.ZipFile(BytesIO(packed(paper()))).read("xl/styles.xml")


def test_the_properties_are_the_papers_own():
    properties = workbook(paper()).properties

    assert properties.title == paper().title
    assert properties.creator == properties.lastModifiedBy == "云岭县人民政府"
    assert properties.language == "zh-CN"
    assert properties.created == properties.modified == datetime(2027, 2, 9)


def test_a_paper_without_a_date_says_nothing_of_when_it_was_made():
    for blocks in ((), (Signature(("云岭县人民政府",), "二月"),)):
        content = zipfile.ZipFile(BytesIO(packed(replace(paper(), blocks=blocks))))
        assert b"created" not in content.read("docProps/core.xml")


def test_sheet_names_are_allowed_short_and_different():
    titles = ["指标[1]:*?/\\表", "统计" * 30, "统计" * 30, "", "'abc'", "ABC"]

    names = sheet_names(titles)

    assert names == [
        "指标 1      表",
        ("统计" * 16)[:31],
        f"{('统计' * 16)[:28]}（2）",
        "表",
        "abc",
        "ABC（2）",
    ]


def test_characters_that_xml_forbids_do_not_stop_the_workbook():
    sheet = workbook(with_cells(Cell("执\x00法\ud800\x0b公示"), Cell("")))["统计表"]

    assert sheet["A4"].value == "执法 公示"


@pytest.mark.needs("soffice", "pdftotext")
def test_libreoffice_opens_it_and_prints_text_and_formats(tmp_path: Path):
    (tmp_path / "统计.xlsx").write_bytes(packed(paper()))

    subprocess.run(
        [
            "soffice",
            f"-env:UserInstallation=file://{tmp_path}/profile",
            *("--headless", "--convert-to", "pdf", "--outdir", tmp_path, tmp_path / "统计.xlsx"),
        ],
        check=True,
        capture_output=True,
    )

    printed = subprocess.run(
        ["pdftotext", "-layout", tmp_path / "统计.pdf", "-"], check=True, capture_output=True, text=True
    ).stdout
    pages = printed.split("\f")[:-1]
    assert "1,180余" in printed
    assert "98.5%" in printed
    assert "=SUM(A1:A9)" in printed
    assert all("序号" in page for page in pages[1:])
    assert f"第 1 页，共 {len(pages)} 页" in pages[0]
