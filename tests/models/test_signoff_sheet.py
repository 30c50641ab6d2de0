"""The sign-off sheet has every field an office asks for and knows of each what the letterhead knows."""

from dataclasses import replace

import pytest

from models.letterhead import Letterhead
from models.report import Attachment, Report
from models.signoff_sheet import Cell, Drafting, signoff_sheet

ORGANS = ("青河县人民政府",)
REPORT = Report(
    2026,
    "county-regulation",
    letterhead=Letterhead(
        title="青河县人民政府\n关于法治政府建设的报告",
        organs=ORGANS,
        addressees=("中共泽州市委", "泽州市人民政府"),
        copies=("中共青河县委",),
        doc_number="青政〔2027〕3号",
        secrecy="秘密",
        secrecy_term="1年",
        urgency="加急",
        disclosure="主动公开",
    ),
    attachments=(Attachment("统计表"), Attachment("情况说明")),
)
FIELDS = (
    "签发", "会签", "标题", "文号", "密级及期限", "紧急程度", "主送", "抄送", "附件", "公开属性", "拟稿部门",
    "拟稿人及时间", "拟稿部门负责人核稿", "相关部门意见", "办公室文秘核稿", "办公室负责人核稿", "编号", "校对",
    "印刷", "份数",
)  # fmt: skip


def cells(report: Report, drafting: Drafting | None = None) -> dict[str, Cell]:
    rows = signoff_sheet(report, drafting=drafting).rows
    return {cell.label.replace("\n", ""): cell for row in rows for cell in row.cells}


def test_it_has_every_field_and_the_issuers_name_above_them() -> None:
    assert tuple(cells(REPORT)) == FIELDS
    assert signoff_sheet(REPORT).title == "青河县人民政府发文稿纸"


def test_it_is_filled_in_from_the_letterhead() -> None:
    found = {label: cell.texts for label, cell in cells(REPORT, Drafting("王一", "青河县司法局")).items()}

    assert found["标题"] == ("青河县人民政府关于法治政府建设的报告",)
    assert found["文号"] == ("青政〔2027〕3号",)
    assert found["密级及期限"] == ("秘密★1年",)
    assert found["紧急程度"] == ("加急",)
    assert found["主送"] == ("中共泽州市委、泽州市人民政府",)
    assert found["抄送"] == ("中共青河县委",)
    assert found["附件"] == ("1. 统计表", "2. 情况说明")
    assert found["拟稿部门"] == ("青河县司法局",)
    assert found["拟稿人及时间"][0].split() == ["王一", "年", "月", "日"]


def test_boxes_for_hands_are_empty_and_the_two_largest_are_for_signing() -> None:
    signed = {label for label, cell in cells(REPORT).items() if cell.is_signed}

    assert signed == {
        "签发", "会签", "拟稿部门负责人核稿", "相关部门意见", "办公室文秘核稿", "办公室负责人核稿",
    }  # fmt: skip
    assert all(not cell.texts for cell in cells(REPORT).values() if cell.is_signed)
    highest = max(signoff_sheet(REPORT).rows, key=lambda row: (row.least_mm, row.share))
    assert [cell.label for cell in highest.cells] == ["签发", "会签"]


@pytest.mark.parametrize(
    ("chosen", "texts"),
    [
        ("", ("□主动公开　□依申请公开　□不予公开", "上网：□是　□否")),
        ("主动公开", ("■主动公开　□依申请公开　□不予公开", "上网：■是　□否")),
        ("依申请公开", ("□主动公开　■依申请公开　□不予公开", "上网：□是　■否", "理由：")),
        ("不予公开", ("□主动公开　□依申请公开　■不予公开", "上网：□是　■否", "理由：")),
    ],
)
def test_what_is_not_open_to_all_stays_offline_and_asks_for_a_reason(
    chosen: str, texts: tuple[str, ...]
) -> None:
    report = replace(REPORT, letterhead=replace(REPORT.letterhead, disclosure=chosen))

    assert cells(report)["公开属性"].texts == texts


def test_what_is_not_known_is_left_for_a_pen() -> None:
    found = cells(Report(2026, "county-regulation"))

    filled = {label for label, cell in found.items() if cell.texts}
    assert filled == {"标题", "公开属性", "拟稿人及时间"}


def test_a_single_attachment_is_not_counted() -> None:
    assert cells(replace(REPORT, attachments=(Attachment("统计表"),)))["附件"].texts == ("统计表",)
