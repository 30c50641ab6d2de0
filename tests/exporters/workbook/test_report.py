"""The workbook sent to superiors: which sheets it has, what may be typed in, how it is known again."""

from dataclasses import replace
from io import BytesIO

from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import Cell

from models.exchange import ID_TITLE, MARKS_SHEET, Marks, Purpose, marks_of
from models.forms import forms
from models.report import Attachment, Report
from tests.exporters.workbook.reports import figure, packed, with_figures

PARTS = zip(
    ("fy_reject_in", "fy_revoke", "fy_dismiss", "fy_uphold", "fy_terminate", "fy_order", "fy_pending"),
    ("20", "11", "20", "43", "39", "18", "28"),
    strict=True,
)
REVIEW = (
    *(figure(name, value) for name, value in PARTS),
    figure("fy_apply", "179", "150"),
    figure("cting_rate", "96.5%", "98%"),
    figure("own_1", "1400余", ""),
)
REPORT = with_figures(*REVIEW)


def read(report: Report = REPORT, *, values: bool = False, public: bool = False) -> Workbook:
    return load_workbook(BytesIO(packed(report, is_public=public)), data_only=values)


def row_of(book: Workbook, indicator: str) -> dict[str, Cell]:
    sheet = book["统计表"]
    heads = [cell.value for cell in sheet[3]]
    ids = heads.index(ID_TITLE)
    return next(
        {str(head): cell for head, cell in zip(heads, row, strict=True) if isinstance(cell, Cell)}
        for row in sheet
        if row[ids].value == indicator
    )


def test_cover_statistics_relations_charts_forms_and_marks_follow_each_other() -> None:
    book = read(replace(REPORT, forms=tuple(forms())))

    assert book.sheetnames == [
        "封面", "统计表", "勾稽关系", "同比图", *(form.name for form in forms().values()), "规范性文件清理目录",
        MARKS_SHEET,
    ]  # fmt: skip


def test_the_cover_says_who_filled_it_in_and_links_to_every_sheet() -> None:
    book = read()
    texts = [cell.value for row in book["封面"] for cell in row if cell.value]

    for label, text in (
        ("填报单位：", "云岭县人民政府"), ("年度：", "2025年"), ("填报人：", "林知秋"), ("审核人：", "周明远"),
        ("联系电话：", "0000-1234567"), ("填报日期：", "2026年2月9日"),
    ):  # fmt: skip
        assert texts[texts.index(label) + 1] == text
    links = {cell.hyperlink.location for row in book["封面"] for cell in row if cell.hyperlink}
    assert links == {f"'{name}'!A1" for name in ("统计表", "勾稽关系", "同比图")}


def test_a_row_has_its_hidden_id_real_numbers_and_live_changes() -> None:
    row, values = row_of(read(), "cting_rate"), row_of(read(values=True), "cting_rate")

    assert (values["本年"].value, values["上年"].value) == (0.965, 0.98)
    assert values["增减"].value == -1.5
    assert str(row["增减"].value).startswith("=IF(COUNT(E")
    assert "百分点" in row["增减"].number_format
    assert row["增减幅度"].value is None
    assert read()["统计表"].column_dimensions["B"].hidden


def test_a_change_without_last_year_is_empty_until_it_is_filled_in() -> None:
    values, row = row_of(read(values=True), "own_1"), row_of(read(), "own_1")

    assert (values["本年"].value, values["本年"].number_format) == (1400, '#,##0"余"')
    assert not values["增减"].value
    assert str(row["增减"].value).startswith("=")


def test_a_total_is_a_formula_over_named_cells_where_it_holds() -> None:
    assert "SUM(本年_fy_reject_in," in str(row_of(read(), "fy_apply")["本年"].value)
    assert row_of(read(values=True), "fy_apply")["本年"].value == 179

    wrong = REPORT.with_figure(figure("fy_apply", "180", "150"))
    assert row_of(read(wrong), "fy_apply")["本年"].value == 180
    assert "✗" in [cell.value for row in read(wrong, values=True)["勾稽关系"] for cell in row]


def test_every_amount_has_a_name() -> None:
    names = read().defined_names

    for one in REVIEW:
        cell = row_of(read(), one.indicator)["本年"]
        assert names[f"本年_{one.indicator}"].attr_text == f"'统计表'!$E${cell.row}"
        assert f"上年_{one.indicator}" in names


def test_amounts_can_be_typed_in_and_formulas_cannot() -> None:
    row = row_of(read(), "fy_apply")

    assert read()["统计表"].protection.sheet
    assert not read()["统计表"].protection.password
    assert {name: cell.protection.locked for name, cell in row.items()} == {
        "序号": True, ID_TITLE: True, "指标": True, "单位": True, "本年": True, "上年": False, "增减": True,
        "增减幅度": True, "来源单位": False, "依据": False, "备注": False,
    }  # fmt: skip
    assert not row_of(read(), "fy_revoke")["本年"].protection.locked


def test_it_is_known_again_by_its_marks() -> None:
    rows = read()[MARKS_SHEET].iter_rows(values_only=True)

    expected = Marks(Purpose.REPORT, "county-regulation", 1, "云岭县人民政府", 2025)
    assert marks_of((str(key), str(value or "")) for key, value in rows) == expected
    assert read()[MARKS_SHEET].sheet_state == "veryHidden"


def test_the_table_attached_to_the_paper_is_not_there_a_second_time() -> None:
    attached = replace(REPORT, attachments=(Attachment("统计表", shows_figures=True),))

    assert read(attached).sheetnames == read().sheetnames


def test_the_public_workbook_has_nothing_internal() -> None:
    book = read(public=True)
    texts = {str(cell.value) for sheet in book for row in sheet for cell in row if cell.value}

    assert book.sheetnames == ["封面", "统计表", "同比图", MARKS_SHEET]
    assert not {"来源单位", "依据", "备注", "县司法局", "林知秋", "周明远", "0000-1234567"} & texts


def test_the_same_report_gives_the_same_bytes() -> None:
    report = replace(REPORT, forms=tuple(forms()))

    assert packed(report) == packed.__wrapped__(report)
