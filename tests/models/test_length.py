"""Lengths are counted as office programs count 字数."""

from dataclasses import replace

import pytest

from models.length import lengths, report_length
from models.quantity import Quantity
from models.report import Figure, Item, Report, Section
from tests.the_sample import sample_report


def report(*paragraphs: str, items: tuple[Item, ...] = ()) -> Report:
    section = Section("measures", "举措", paragraphs, items)
    figure = Figure("fy_apply", Quantity.parse("1,234"))
    return Report(2025, "county-regulation", sections=(section,), figures=(figure,))


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("办理案件，办结。", 8),
        ("2025年", 2),
        ("办结率93.63%以上", 6),
        ("“一网通办”", 6),
        ("接入 AI 平台", 5),
        ("见 https://example.cn/a?b=1 。", 3),
        ("申请{{fy_apply}}件", 4),
        (" \u3000\t", 0),
    ],
)
def test_a_character_is_one_and_so_is_a_number_or_a_word(text: str, length: int) -> None:
    assert report_length(report(text)) == len("举措") + length


def test_an_item_counts_with_all_that_is_below_it() -> None:
    below = Item("复议", ("甲乙丙。",))
    found = lengths(report("开头。", items=(Item("监督", ("丁。",), (below,)),)))

    assert found.items == {("measures", (1,)): 10, ("measures", (1, 1)): 6}
    assert found.sections == {"measures": 15}
    assert found.whole == 15


def test_the_parts_of_the_sample_make_up_the_whole() -> None:
    sample = sample_report()
    found = lengths(sample)

    alone = {one.key: replace(sample, preamble=(), sections=(one,)) for one in sample.sections}
    assert found.sections == {key: report_length(report) for key, report in alone.items()}
    assert found.whole == report_length(sample) >= sum(found.sections.values()) > 3000
