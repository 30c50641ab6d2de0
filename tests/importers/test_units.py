"""Measure words."""

import re
import tomllib
from pathlib import Path

import pytest

from importers.numbers import amounts
from importers.protected import SLOGANS
from importers.units import OTHER_WORDS, UNIT, as_counted


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


CASES = tomllib.loads((Path(__file__).parent / "word_cases.toml").read_text(encoding="utf-8"))


def units(text: str) -> list[str]:
    return [amount.unit for amount in amounts(text)]


@pytest.mark.parametrize("text", ["年", "月", "号", "级", "届", "号文件", "年度"])
def test_what_dates_and_orders_is_no_measure_word(text):
    assert re.match(UNIT, text) is None


def test_every_measure_word_with_other_words_has_its_cases():
    assert [case["unit"] for case in CASES["measure"]] == list(OTHER_WORDS)


@pytest.mark.parametrize("case", CASES["measure"], ids=lambda case: case["unit"])
def test_behind_a_number_the_measure_word_wins_but_for_known_other_words(case):
    assert [text for text in case["other"] if case["unit"] in units(text)] == []
    assert [text for text in case["counted"] if case["unit"] not in units(text)] == []


@pytest.mark.parametrize(("rule", "case"), [*zip(SLOGANS, CASES["slogan"], strict=True)])
def test_a_slogan_counts_nothing_but_no_statistic_is_swallowed(rule, case):
    assert re.search(rule, case["swallowed"])
    assert units(case["swallowed"]) == []
    assert len(units(case["counted"])) == len(re.findall("[0-9]+", case["counted"]))


def test_a_unit_is_named_as_counted():
    assert as_counted("个工作日") == "工作日"
    assert as_counted("个百分点") == "百分点"
    assert as_counted("人(次)") == "人次"
    assert as_counted("个") == "个"
