"""A returned workbook: whose it is, whose rows are whose, and what is said of the rest."""

from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import load_workbook

from actions.collecting import collect
from actions.drafting import set_values
from importers.returned import read_returned
from models.errors import UserError
from models.exchange import MARKS_SHEET
from models.indicator import Indicator
from models.report import Figure, Report
from models.returning import ReturnedFile
from tests.actions import returned_workbooks as returned

LAW = "县司法局"
OWN = Indicator("own_1", "发放服务卡", "张", department=LAW)


@pytest.fixture
def report() -> Report:
    made = Report(2025, "county-regulation", 2, own_indicators=(OWN,), figures=(Figure("own_1"),))
    return set_values(
        made,
        {
            "organs": "云岭县人民政府",
            "figure.fy_apply.last": "150",
            "figure.fy_accept.last": "140",
            "figure.fy_closed.last": "130",
            "figure.own_1.last": "20",
        },
    )


@pytest.fixture
def file(report: Report, tmp_path: Path) -> Path:
    (made,) = collect(report, tmp_path).files
    for indicator, value in {"fy_apply": 179, "fy_accept": 168, "fy_closed": 160, "own_1": 25}.items():
        returned.set_cell(made, indicator, "本年", value)
    return made


def mark(file: Path, key: str, value: object) -> None:
    book = load_workbook(file)
    for row in book[MARKS_SHEET].iter_rows():
        if row[0].value == key:
            row[1].value = value  # type: ignore[assignment]
    book.save(file)


def amounts(read: ReturnedFile) -> dict[str, str]:
    return {one.indicator: one.value.surface for one in read.amounts}


ALL = {"fy_apply": "179", "fy_accept": "168", "fy_closed": "160", "own_1": "25"}


def test_a_filled_workbook_says_what_was_filled_in(report: Report, file: Path) -> None:
    read = read_returned(file, report)

    assert amounts(read) == ALL
    assert (read.department, read.problems, read.blank) == (LAW, (), ())


@pytest.mark.parametrize(
    ("key", "value", "why"),
    [
        ("year", "2024", "2024年度"),
        ("template", "township", "另一种模板"),
        ("template_version", "1", "旧版模板"),
        ("organ", "青禾县人民政府", "青禾县人民政府"),
        ("purpose", "report", "统计表"),
        ("purpose", "其他", "标识被改过"),
        ("fazhi-nianbao", "99", "更新版本的程序"),
    ],
)
def test_another_reports_workbook_is_refused(
    report: Report, file: Path, key: str, value: object, why: str
) -> None:
    mark(file, key, value)
    with pytest.raises(UserError, match=f"{why}.*没有读取；"):
        read_returned(file, report)


def test_a_workbook_that_nobody_here_made_is_refused(report: Report, file: Path) -> None:
    book = load_workbook(file)
    del book[MARKS_SHEET]
    book.save(file)
    with pytest.raises(UserError, match="不是本程序发出的采集表"):
        read_returned(file, report)


def test_marks_survive_as_numbers_and_under_another_name(report: Report, file: Path) -> None:
    mark(file, "year", 2025)
    book = load_workbook(file)
    book[MARKS_SHEET].title = "Sheet9"
    book.save(file)
    assert amounts(read_returned(file, report)) == ALL


def test_a_newer_template_is_read_and_what_it_lacks_is_named(report: Report, file: Path) -> None:
    mark(file, "template_version", "3")
    wider = set_values(report, {"figure.fy_reject_in.last": "9"})
    name = wider.indicator("fy_reject_in")

    read = read_returned(file, wider)

    assert amounts(read) == ALL
    assert any("较新的模板（第3版，本报告是第2版）" in words for words in read.problems)
    assert name is not None
    assert any(name.name in words and "没有读到" in words for words in read.problems)


def test_without_ids_rows_are_known_by_name_and_unit_and_that_is_said(report: Report, file: Path) -> None:
    returned.delete_columns(file, "指标编号")

    read = read_returned(file, report)

    assert amounts(read) == ALL
    assert ["指标编号没有了" in words and "共4项" in words for words in read.problems] == [True]


def test_an_id_column_without_its_head_is_found_by_its_ids(report: Report, file: Path) -> None:
    book = load_workbook(file)
    sheet = returned.table(book)
    row, columns = returned.columns(sheet)
    sheet.cell(row, columns["指标编号"]).value = None
    book.save(file)

    read = read_returned(file, report)

    assert (amounts(read), read.problems) == (ALL, ())


def test_ids_left_behind_by_sorting_do_not_exchange_amounts(report: Report, file: Path) -> None:
    book = load_workbook(file)
    sheet = returned.table(book)
    rows, (_, columns) = returned.rows(sheet), returned.columns(sheet)
    one, other = rows["fy_apply"], rows["fy_closed"]
    for title in ("指标", "单位", "本年", "上年"):
        first, second = sheet.cell(one, columns[title]), sheet.cell(other, columns[title])
        first.value, second.value = second.value, first.value
    book.save(file)

    read = read_returned(file, report)

    assert amounts(read) == ALL
    assert sum("按名称认" in "".join(one.remarks) for one in read.amounts) == 2


def test_an_own_indicator_is_not_taken_by_an_id_that_means_another(report: Report, file: Path) -> None:
    other = replace(report, own_indicators=(replace(OWN, name="转移群众", unit="人"),))

    read = read_returned(file, other)

    assert "own_1" not in amounts(read)
    assert any("不能确定是哪一项" in words for words in read.problems)


def test_a_renamed_catalogue_indicator_keeps_its_id(report: Report, file: Path) -> None:
    returned.set_cell(file, "fy_apply", "指标", "收到的申请（含网上）")
    read = read_returned(file, report)
    assert amounts(read) == ALL


def test_two_rows_of_one_indicator_that_differ_are_a_problem(report: Report, file: Path) -> None:
    row = returned.set_cell(file, "fy_accept", "指标编号", "fy_apply")
    book = load_workbook(file)
    sheet = returned.table(book)
    name = returned.columns(sheet)[1]["指标"]
    sheet.cell(row, name).value = "行政复议申请"
    book.save(file)

    read = read_returned(file, report)

    assert "fy_apply" not in amounts(read)
    assert any("有2行" in words and "179" in words and "168" in words for words in read.problems)


def test_a_row_of_the_departments_own_is_named(report: Report, file: Path) -> None:
    book = load_workbook(file)
    sheet = returned.table(book)
    _, columns = returned.columns(sheet)
    row = max(returned.rows(sheet).values()) + 1
    sheet.cell(row, columns["指标"]).value = "化解积案"
    sheet.cell(row, columns["本年"]).value = 12
    book.save(file)

    (words,) = read_returned(file, report).problems

    assert file.name in words
    assert f"第{row}行“化解积案”填了“12”" in words


def test_a_problem_names_file_row_indicator_and_what_stands_there(report: Report, file: Path) -> None:
    row = returned.set_cell(file, "fy_apply", "本年", "一百多到两百")

    read = read_returned(file, report)

    assert "fy_apply" not in amounts(read)
    assert read.problems == (
        f"“{file.name}”采集表第{row}行“行政复议申请”填的是“一百多到两百”，不是一个能认的数量，没有采用，原值未改；请核对。",
    )


def test_another_last_year_is_a_problem_and_never_taken(report: Report, file: Path) -> None:
    returned.set_cell(file, "fy_apply", "上年", 151)
    (words,) = read_returned(file, report).problems
    assert "上年数写的是151，报告里是150，没有采用" in words


def test_states(report: Report, file: Path) -> None:
    returned.set_cell(file, "fy_apply", "数据状态", "预计")
    returned.set_cell(file, "fy_accept", "数据状态", "无此项")
    returned.set_cell(file, "fy_closed", "数据状态", "无此项")
    returned.set_cell(file, "fy_closed", "本年", None)

    read = read_returned(file, report)

    assert next(one for one in read.amounts if one.indicator == "fy_apply").note == "预计数"
    assert any("选了“无此项”又填了“168”" in words for words in read.problems)
    assert ("fy_closed", "无此项") in read.blank


def test_who_filled_it_in_is_read(report: Report, file: Path) -> None:
    book = load_workbook(file)
    sheet = returned.table(book)
    label = next(cell for row in sheet.iter_rows() for cell in row if cell.value == "填报人")
    sheet.cell(label.row, label.column + 1).value = "沈南乔"
    book.save(file)
    assert read_returned(file, report).filled_by == "填报人沈南乔"


@pytest.mark.parametrize("head", ["本年数", "2025年", "本年（1—12月）", " 本 年 "])
def test_a_head_that_was_reworded_is_known(report: Report, file: Path, head: str) -> None:
    book = load_workbook(file)
    sheet = returned.table(book)
    row, columns = returned.columns(sheet)
    sheet.cell(row, columns["本年"]).value = head
    book.save(file)
    assert amounts(read_returned(file, report)) == ALL


def test_a_row_that_speaks_of_this_year_is_no_head(report: Report, file: Path) -> None:
    own = replace(report, own_indicators=(replace(OWN, name="指标化考核"),))
    returned.set_cell(file, "own_1", "指标", "指标化考核")
    returned.set_cell(file, "own_1", "备注", "本年新增")
    assert amounts(read_returned(file, own)) == ALL
