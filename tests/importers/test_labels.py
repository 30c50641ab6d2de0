"""The words around an amount."""

import pytest

from importers.labels import essence, labels
from importers.numbers import amounts


def words(text: str) -> list[str]:
    return [label.words for label in labels(text, amounts(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("今年，共受理投诉85起，办结85起。", ["共受理投诉", "办结"]),
        ("开展普法活动，共120场。", ["开展普法活动"]),
        ("接待群众813批次、1325人次。", ["接待群众", "接待群众"]),
        ("应急排23支690人。", ["应急排", "应急排"]),
        ("新增企业24户、个体户88户。", ["新增企业", "个体户"]),
        ("推动68个小区、420栋高层建筑整改。", ["推动", "推动"]),
        ("乡镇（街道）应急排23支。", ["乡镇应急排"]),
        ("“好差评”主动评价率100%。", ["好差评主动评价率"]),
        ("检查5次。走访8户。", ["检查", "走访"]),
        ("建议63件、提案81件，合计144件。", ["建议", "提案", "合计"]),
    ],
)
def test_an_amount_is_labelled_by_the_nearest_words_that_say_something(text, expected):
    assert words(text) == expected


def test_the_words_behind_end_where_the_next_amount_begins():
    text = "聘用2个律师团队、3名专家（教授），参与论证。"

    assert [label.behind for label in labels(text, amounts(text))] == ["律师团队", "专家"]


def test_what_an_amount_is_about_is_looked_for_in_its_own_part():
    text = "一是推进行政复议，受理9件。二是规范许可，撤销3件。"

    assert [label.earlier[:2] for label in labels(text, amounts(text))] == ["一是", "。二"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2024年全县共", ""),
        ("其中行政许可", "行政许可"),
        ("时限压缩比达", "时限压缩比"),
        ("查处违法行为", "查处违法行为"),
    ],
)
def test_the_essence_leaves_out_what_only_counts_or_dates(text, expected):
    assert essence(text) == expected
