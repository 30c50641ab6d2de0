"""Places are named as the paper counts them."""

import pytest

from actions.placing import place_in_words
from checks import Finding, Level
from models.report import Item, Report, Section

REPORT = Report(
    year=2025,
    template="county-regulation",
    sections=(
        Section("opening", "", ("开头。",)),
        Section("measures", "举措", items=(Item("甲"), Item("乙", (), (Item("丙"),)))),
        Section("plan", "安排", items=(Item("丁"),), level=3),
    ),
)


@pytest.mark.parametrize(
    ("section", "item", "field", "words"),
    [
        ("opening", (), "", "正文"),
        ("measures", (), "", "一、"),
        ("measures", (2,), "", "一、（二）"),
        ("measures", (2, 1), "", "一、（二）1."),
        ("plan", (1,), "", "二、1."),
        ("letterhead", (), "notes", "文头“附注”"),
        ("letterhead", (), "preamble", "正文开头"),
        ("attachments", (2,), "", "附件2"),
        ("figures", (), "figure.fy_apply", "数据“行政复议申请”"),
        ("figures", (), "figure.gone", "数据“gone”"),
        ("", (), "", ""),
    ],
)
def test_a_place_in_words(section: str, item: tuple[int, ...], field: str, words: str) -> None:
    finding = Finding("X", Level.HINT, section, item, "", "", None, "", field)

    assert place_in_words(REPORT, finding) == words
