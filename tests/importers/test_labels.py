"""The words around an amount."""

import re
import tomllib
from pathlib import Path

import pytest

from importers.filler_words import LEADING_WORDS, essence
from importers.labels import labels
from importers.numbers import amounts

LEADING_CASES = tomllib.loads((Path(__file__).parent / "word_cases.toml").read_text(encoding="utf-8"))[
    "leading"
]["words"]


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
        ("建议63件、提案81件，合计144件。", ["建议", "提案", "提案、合计"]),
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


@pytest.mark.parametrize(("rule", "case"), [*zip(LEADING_WORDS, LEADING_CASES, strict=True)])
def test_a_leading_word_is_left_out_but_no_word_is_torn(rule, case):
    leading, rest, whole = case

    assert re.match(rule, leading)
    assert essence(leading) == rest
    assert essence(whole) == whole


@pytest.mark.parametrize("start", ["由", "从", "由法定的", "从原来的", "由原先", "由去年同期的"])
def test_the_two_ends_of_a_change_are_told_by_the_same_words(start):
    text = f"审批时限{start}12个工作日压减到3个工作日。"

    first, second = labels(text, amounts(text))

    assert first.words == second.words == "审批时限"
    assert first.starting
    assert second.resulting


def test_reason_and_freedom_begin_no_change():
    text = "陈述理由12件。"

    [label] = labels(text, amounts(text))
    assert not label.starting
