"""Finding amounts in a text."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from importers.numbers import amounts

NO_STATISTICS = tomllib.loads((Path(__file__).parent / "no_statistics.toml").read_text(encoding="utf-8"))[
    "phrases"
]


def found(text: str) -> list[str]:
    return [f"{amount.quantity.surface} {amount.unit}" for amount in amounts(text)]


@pytest.mark.parametrize("phrase", NO_STATISTICS)
@pytest.mark.parametrize("frame", ["{}", "认真落实{}，成效明显。", "2024年,{};"])
def test_a_number_that_counts_nothing_is_no_amount(phrase, frame):
    assert found(frame.format(phrase)) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("分别为12、15和20件", ["12 件", "15 件", "20 件"]),
        ("63%～68%", ["63% %", "68% %"]),
        ("10-20件", ["10 件", "20 件"]),
        ("100～150 件", ["100 件", "150 件"]),
        ("1,234件", ["1,234 件"]),
        ("１２３件", ["１２３ 件"]),
        ("180余万元", ["180余万 元"]),
        ("11万余人次", ["11万余 人次"]),
        ("1300余人(次)", ["1300余 人次"]),
        ("860家（次）", ["860 家次"]),
        ("面积61.4万㎡", ["61.4万 ㎡"]),
        ("23支690人", ["23 支", "690 人"]),
        ("再犯罪率为0", ["0 %"]),
        ("位列全市第3名", ["3 名"]),
        ("位居全省前10名", ["10 名"]),
        ("投入1，280万元", ["1，280万 元"]),
        ("共1 200件", ["1 200 件"]),
        ("罚没1,280,500元", ["1,280,500 元"]),
        ("分别为120，350件", []),
        ("12345通过督办", []),
        ("22起诉讼", ["22 起"]),
        ("56部门、5乡镇", ["56 部门", "5 乡镇"]),
        ("“一级网格”24个", ["24 个"]),
        ("提升5.2个百分点", ["5.2 百分点"]),
        ("合格率为98．5％", ["98．5％ %"]),
        ("3百多人", ["3百多 人"]),
        ("85件(其中复议12件,诉讼8件)", ["85 件", "12 件", "8 件"]),
        ("12345热线受理12345件", ["12345 件"]),
        ("公开2024条信息", ["2024 条"]),
        ("24小时压缩至8小时", ["24 小时", "8 小时"]),
        ("办结率：100%", ["100% %"]),
        ("千分之二即2‰", ["2‰ ‰"]),
    ],
)
def test_an_amount_is_read_with_its_unit(text, expected):
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("签约25家企业", "25 家"),
        ("经济损失约460万元", "约460万 元"),
        ("附近3个村", "3 个"),
        ("超额完成5件", "5 件"),
        ("同比-5.2%", "-5.2% %"),
        ("不足5人", "不足5 人"),
    ],
)
def test_only_a_qualifier_is_taken_for_one(text, expected):
    assert found(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("召开两次党组会议", ["两 次"]),
        ("听取一次工作汇报", ["一 次"]),
        ("专题学法四次，", ["四 次"]),
        ("累计开展十二次执法检查", ["十二 次"]),
        ("县领导接访三十五批次，", ["三十五 批次"]),
        ("覆盖十三个苏木乡镇，", ["十三 个"]),
        ("全年立案零起；", ["零 起"]),
        ("召开两次办公会议", ["两 次"]),
        ("开展四次生态环境执法检查", ["四 次"]),
        ("覆盖十四个方面", []),
        ("落实十一个坚持", []),
        ("查处一起、通报一起，", []),
        ("举办十余场法治讲座", ["十余 场"]),
        ("召开一次性会议", []),
        ("组织两三次活动", []),
        ("每月召开两次会议", []),
        ("召开第四次会议", []),
        ("抓好三件实事", []),
        ("最多跑两次。", []),
    ],
)
def test_chinese_numerals_count_only_what_was_done(text, expected):
    assert found(text) == expected


def test_a_deadline_is_a_rule_but_a_shortened_time_is_a_result():
    assert found("应当在15个工作日内答复") == []
    assert found("办理时限压缩至3个工作日以内") == ["3 工作日"]
    assert found("由20天缩短至5天") == ["20 天", "5 天"]


def test_a_qualifier_behind_the_unit_belongs_to_the_amount_but_not_to_its_surface():
    [amount] = amounts("培训100人以上。")

    assert (amount.quantity.surface, amount.quantity.qualifier, amount.quantity.unit) == ("100", "以上", "")


@given(st.text("0123456789年月日件次人个百%余约万、，。第（）()“”至-一两三召开组织法热线 .", max_size=40))
def test_amounts_stand_in_order_and_are_printed_as_in_the_text(text):
    end = 0
    for amount in amounts(text):
        assert end <= amount.start < amount.end <= amount.stop
        assert text[amount.start : amount.end] == amount.quantity.surface
        assert amount.unit
        end = amount.stop
