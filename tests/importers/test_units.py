"""Measure words."""

import re

import pytest

from importers.units import UNIT, as_counted, near_equal


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("个工作日", "个工作日"),
        ("人次", "人次"),
        ("名干部", "名"),
        ("个小区", "个"),
        ("起诉讼案件", "起"),
        ("单位", "单位"),
        ("家（次）", "家（次）"),
        ("平方米", "平方米"),
    ],
)
def test_the_longest_measure_word_is_read(text, unit):
    found = re.match(UNIT, text)

    assert found
    assert found[0] == unit


@pytest.mark.parametrize(
    "text", ["人民法庭", "起草", "处级干部", "个月", "年", "月", "号", "级", "届", "条例", "名称", "台账"]
)
def test_the_beginning_of_another_word_is_no_measure_word(text):
    assert re.match(UNIT, text) is None


def test_a_unit_is_named_as_counted():
    assert as_counted("个工作日") == "工作日"
    assert as_counted("个百分点") == "百分点"
    assert as_counted("人(次)") == "人次"
    assert as_counted("个") == "个"


def test_only_units_that_count_the_same_are_near_equal():
    assert near_equal("件", "起")
    assert near_equal("件", "件")
    assert not near_equal("件", "项")
    assert not near_equal("人", "人次")
