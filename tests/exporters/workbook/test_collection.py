"""The blank workbook: what it says, what can be typed where, how it prints."""

from decimal import Decimal
from io import BytesIO

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from exporters.workbook.collection import SHEET, Letter, collection_workbook
from models.collection import Asked, Request
from models.exchange import MARKS_SHEET, Marks, Purpose
from models.figure_cells import written_cell
from models.indicator import Indicator, Kind
from models.quantity import Quantity
from models.report import Figure

ASKED = (
    Asked(Indicator("cases", "=案件", "件"), Figure("cases", last=Quantity.parse("1400余"))),
    Asked(Indicator("rate", "办结率", "%", Kind.RATE), Figure("rate", last=Quantity.parse("90.95%"))),
    Asked(Indicator("calls", "来电", "次"), Figure("calls")),
)
MARKS = Marks(Purpose.COLLECTION, "county-regulation", 1, "云岭县人民政府", 2025, "县司法局")
LETTER = Letter("云岭县人民政府", 2025, "2026年1月15日", "林知秋，电话0000-1234567")
FIRST = 5


@pytest.fixture(scope="module")
def book() -> Workbook:
    return load_workbook(BytesIO(collection_workbook(Request("县司法局", ASKED), MARKS, LETTER)))


@pytest.fixture(scope="module")
def sheet(book: Workbook) -> Worksheet:
    found = book[SHEET]
    assert isinstance(found, Worksheet)
    return found


def test_it_says_for_whom_by_when_and_whom_to_ask(sheet: Worksheet) -> None:
    said = "".join(str(cell) for row in sheet.iter_rows(max_row=3, values_only=True) for cell in row if cell)
    for words in ("县司法局", "2025年度", "2026年1月15日", "林知秋", "0000-1234567", "云岭县人民政府"):
        assert words in said


def test_the_ids_are_hidden_and_the_head_stands_still(sheet: Worksheet) -> None:
    assert sheet.column_dimensions["A"].hidden
    assert [sheet.cell(row, 1).value for row in range(FIRST, FIRST + 3)] == ["cases", "rate", "calls"]
    assert sheet.freeze_panes == f"D{FIRST}"
    assert sheet.print_title_rows == "$4:$4"
    assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (9, "landscape")


def test_only_the_cells_to_fill_in_can_be_typed_in(sheet: Worksheet) -> None:
    assert sheet.protection.sheet
    assert sheet.protection.password is None
    columns = [sheet.cell(FIRST - 1, column).value for column in range(1, 10)]
    open_ones = {title for at, title in enumerate(columns, 1) if not sheet.cell(FIRST, at).protection.locked}
    assert open_ones == {"本年", "数据状态", "说明/依据", "备注"}


def test_last_year_is_a_number_that_looks_as_it_was_written(sheet: Worksheet) -> None:
    last = [sheet.cell(row, 6) for row in range(FIRST, FIRST + 3)]
    assert [cell.value for cell in last] == [1400, 0.9095, None]
    assert [cell.number_format for cell in last[:2]] == ['#,##0"余"', "0.00%"]


def test_a_typed_98_becomes_98_per_cent(sheet: Worksheet) -> None:
    assert sheet.cell(FIRST + 1, 5).number_format == "0.00%"


def test_names_are_never_formulas(sheet: Worksheet) -> None:
    assert (sheet.cell(FIRST, 3).value, sheet.cell(FIRST, 3).data_type) == ("=案件", "s")


def test_amounts_are_watched_and_states_chosen_with_chinese_words(sheet: Worksheet) -> None:
    rules = {str(rule.sqref): rule for rule in sheet.data_validations.dataValidation}
    count, rate, states = rules[f"E{FIRST}"], rules[f"E{FIRST + 1}"], rules[f"G{FIRST}:G{FIRST + 2}"]
    assert (count.operator, count.formula1) == ("greaterThanOrEqual", "0")
    assert (rate.formula1, rate.formula2) == ("0", "1")
    assert count.errorStyle == rate.errorStyle == "warning"  # 1400余 is an answer too
    assert states.formula1 == '"已核定,预计,无此项"'
    for rule in (count, rate, states):
        assert all("一" <= (words or "")[0] <= "鿿" for words in (rule.prompt, rule.error, rule.errorTitle))


def test_the_marks_are_there(book: Workbook) -> None:
    assert book[MARKS_SHEET].sheet_state == "veryHidden"


@pytest.mark.parametrize(
    ("written", "unit", "number", "number_format"),
    [
        ("179", "件", "179", "#,##0"),
        ("约682万", "人次", "6820000", '"约"#,##0'),
        ("98%以上", "%", "0.98", '0%"以上"'),
        ("17242.5", "万元", "17242.5", "#,##0.0"),
        ("2.5‰", "‰", "2.5", '#,##0.0"‰"'),
    ],
)
def test_last_year_s_amount_is_a_number_as_one_types_it_beside(
    written: str, unit: str, number: str, number_format: str
) -> None:
    cell = written_cell(Indicator("one", "一项", unit), Quantity.parse(written))
    assert (cell.number, cell.number_format) == (Decimal(number), number_format)


def test_a_rate_without_its_sign_stands_as_a_share_like_the_cell_to_fill_in() -> None:
    asked = Asked(Indicator("rate", "办结率", "%", Kind.RATE), Figure("rate", last=Quantity.parse("90.95")))
    packed = collection_workbook(Request("县司法局", (asked,)), MARKS, LETTER)
    cell = load_workbook(BytesIO(packed))[SHEET].cell(FIRST, 6)
    assert (cell.value, cell.number_format) == (0.9095, "0.00%")


def test_no_row_is_higher_than_excel_allows_and_none_cuts_its_name_off() -> None:
    names = ("项" * 16, "项" * 17, "很长的指标名称" * 200)
    asked = tuple(
        Asked(Indicator(f"own_{n}", name, "件"), Figure(f"own_{n}")) for n, name in enumerate(names)
    )
    found = load_workbook(BytesIO(collection_workbook(Request("县司法局", asked), MARKS, LETTER)))[SHEET]
    one_line, two_lines, most = (found.row_dimensions[FIRST + n].height for n in range(3))
    assert one_line < two_lines < 408 < most <= 409
