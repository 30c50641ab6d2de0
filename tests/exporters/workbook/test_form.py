"""Statistical forms in the workbook: heads over each other, sums of their own cells, room for what is missing."""

from io import BytesIO

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from models.forms import forms
from tests.exporters.workbook.reports import figure, packed, with_figures

LICENCES = (figure("xzxk_apply", "100", "90"), figure("xzxk_grant", "86"), figure("xzxk_refuse", "5"))


def book(
    *figures: object, chosen: tuple[str, ...] = ("xzxk",), values: bool = False, public: bool = False
) -> Workbook:
    content = packed(with_figures(*figures, chosen=chosen), is_public=public)  # type: ignore[arg-type]
    return load_workbook(BytesIO(content), data_only=values)


def texts(sheet: Worksheet) -> list[str]:
    return [cell.value for row in sheet for cell in row if isinstance(cell.value, str)]


def test_only_the_chosen_forms_have_sheets_under_their_names() -> None:
    names = book(*LICENCES, chosen=("gfxwjql", "xzxk")).sheetnames

    assert names[-4:] == ["行政许可", "规范性文件清理", "规范性文件清理目录", "标识"]
    assert not {form.name for form in forms().values()} & set(book(*LICENCES, chosen=()).sheetnames)


def test_heads_stand_over_each_other_and_those_that_belong_together_under_one() -> None:
    sheet = book(*LICENCES)["行政许可"]

    assert [sheet[at].value for at in ("A1", "A3", "B3", "C3", "D3")] == [
        "2025年行政许可实施情况统计表", "年度", "申请（件）", "受理（件）", "办理结果（件）",
    ]  # fmt: skip
    assert [sheet[f"{column}4"].value for column in "DEF"] == ["许可", "不予许可", "撤销许可"]
    assert {str(merged) for merged in sheet.merged_cells} >= {"A3:A4", "B3:B4", "C3:C4", "D3:F3"}


def test_an_amount_comes_from_the_statistics_and_cannot_be_typed_over() -> None:
    cell = book(*LICENCES)["行政许可"]["B5"]

    assert (cell.value, cell.protection.locked) == ("=本年_xzxk_apply", True)
    assert book(*LICENCES, values=True)["行政许可"]["B5"].value == 100


def test_a_missing_amount_is_an_empty_open_cell() -> None:
    sheet = book(*LICENCES)["行政许可"]

    for at in ("F5", "D6"):  # no revoked licences; no granted ones last year
        assert (sheet[at].value, sheet[at].protection.locked) == (None, False)
    assert sheet.protection.sheet
    assert not sheet.protection.password


def test_a_sum_is_reckoned_from_the_forms_own_cells() -> None:
    sheet = book(*LICENCES)["行政许可"]

    assert sheet["C5"].value == '=IF(COUNT(D5,E5,F5)=0,"",SUM(D5,E5,F5))'
    assert book(*LICENCES, values=True)["行政许可"]["C5"].value == 91


@pytest.mark.parametrize(
    ("stated", "said"),
    [
        ("91", "✓ 本年受理（件）等于各项之和 91（有分项未填，按0计）"),
        ("90", "✗ 本年受理（件） 90 不等于各项之和 91（有分项未填，按0计）"),
        ("95", "本年受理（件） 95，已填各项之和 91，分项未填齐"),
        ("约91", "本年受理（件）或分项是约数，不作核对"),
    ],
)
def test_the_form_says_whether_a_stated_sum_holds(stated: str, said: str) -> None:
    figures = (*LICENCES, figure("xzxk_accept", stated))

    assert said in texts(book(*figures, values=True)["行政许可"])


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        (("8000", "4300", "40"), "✓ 本年受理（件） 12000，各项之和 12340，相差的是尾数"),
        (("8000", "4000", "0"), "✓ 本年受理（件）等于各项之和 12000"),
        (("0.8万", "3000", "0"), "✓ 本年受理（件） 12000，各项之和 11000，相差的是尾数"),
        (("8000", "5200", "0"), "✗ 本年受理（件） 12000 不等于各项之和 13200"),
    ],
)
def test_a_total_of_ten_thousands_is_judged_by_its_last_digit(parts: tuple[str, str, str], said: str) -> None:
    names = ("xzxk_grant", "xzxk_refuse", "xzxk_revoke")
    amounts = (*map(figure, names, parts), figure("xzxk_accept", "1.2万"))

    assert said in texts(book(*amounts, values=True)["行政许可"])


def test_a_form_with_many_lines_goes_down_with_a_column_for_each_year() -> None:
    sheet = book(figure("fy_apply", "179", "150"), chosen=("fyys",))["行政复议与应诉"]

    assert [cell.value for cell in sheet[3]] == ["类别", "项目", "单位", "本年", "上年", "增减", "增减幅度"]
    assert [cell.value for cell in sheet[4]][:4] == ["申请与受理", "行政复议申请", "件", "=本年_fy_apply"]


def test_who_answers_for_the_form_and_its_notes_stand_below() -> None:
    found = texts(book(*LICENCES)["行政许可"])

    [signing] = [text for text in found if text.startswith("单位负责人")]
    assert all(
        part in signing
        for part in ("审核人：周明远", "填报人：林知秋", "联系电话：0000-1234567", "填报日期：2026年2月9日")
    )
    assert "填报单位（盖章）：云岭县人民政府" in found
    assert "说明：1. 统计期间为2025年1月1日至12月31日。" in found


def test_the_public_form_names_nobody_and_judges_nothing() -> None:
    sheet = book(*LICENCES, figure("xzxk_accept", "90"), values=True, public=True)["行政许可"]

    assert not any(
        word in text for text in texts(sheet) for word in ("周明远", "林知秋", "0000-1234567", "✗")
    )


def test_the_list_of_documents_has_a_line_for_each_and_offers_the_results() -> None:
    sheet = book(figure("gfxwj_reviewed", "45"), chosen=("gfxwjql",))["规范性文件清理目录"]

    assert sheet.max_row == 3 + 45
    assert not sheet["B4"].protection.locked
    [rule] = sheet.data_validations.dataValidation
    assert rule.formula1 == '"继续有效,废止,宣布失效,修改"'
