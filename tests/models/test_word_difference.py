"""Word by word: what a reader would call changed, and nothing else."""

import itertools
import random

from hypothesis import given, settings
from hypothesis import strategies as st

from models.word_difference import Kind, word_runs
from tests.strategies import FEW

TEXTS = st.lists(
    st.sampled_from(
        [
            "行政复议",
            "申请",
            "，",
            "。",
            "179",
            "180",
            "件",
            "9.33%",
            "的",
            "法治",
            "，办结",
            "SQL",
            "𠮷",
            "\n",
        ]
    ),
    max_size=30,
).map("".join)


def marked(old: str, new: str) -> str:
    """The runs in one line: 〔删〕…〔/〕 and 〔增〕…〔/〕."""
    marks = {Kind.EQUAL: "{}", Kind.DELETED: "[-{}-]", Kind.INSERTED: "[+{}+]"}
    return "".join(marks[run.kind].format(run.text) for run in word_runs(old, new))


def test_an_amount_is_changed_whole() -> None:
    assert marked("收到申请179件。", "收到申请180件。") == "收到申请[-179-][+180+]件。"
    assert marked("同比增长9.33%。", "同比增长9.34%。") == "同比增长[-9.33%-][+9.34%+]。"
    assert marked("约1.5万件", "约2万件") == "约[-1.5万-][+2万+]件"
    assert marked("共二十三次", "共二十五次") == "共[-二十三-][+二十五+]次"


def test_a_latin_word_is_changed_whole() -> None:
    assert marked("使用WPS软件", "使用WORD软件") == "使用[-WPS-][+WORD+]软件"


def test_a_clause_that_came_in_begins_where_a_clause_begins() -> None:
    old, new = "一是推进改革。三是强化监督。", "一是推进改革。二是推进服务。三是强化监督。"

    assert marked(old, new) == "一是推进改革。[+二是推进服务。+]三是强化监督。"
    assert marked("甲类，丙类。", "甲类，乙类，丙类。") == "甲类，[+乙类，+]丙类。"


def test_what_was_written_anew_is_no_confetti() -> None:
    old, new = "推进法治政府建设，提升依法行政能力和水平", "深化行政执法体制改革，全面提升执法规范化水平"

    assert [run.kind for run in word_runs(old, new)] == [Kind.DELETED, Kind.INSERTED, Kind.EQUAL]


def test_scraps_between_changes_are_not_left_standing() -> None:
    assert marked("办结12件、13件", "办结15件、16件") == "办结[-12件、13-][+15件、16+]件"


def test_equal_texts_are_one_run_and_no_text_is_none() -> None:
    assert marked("不变。", "不变。") == "不变。"
    assert word_runs("", "") == ()


@given(TEXTS, TEXTS)
@settings(FEW, max_examples=150)
def test_the_runs_are_both_texts_and_no_two_neighbours_are_of_one_kind(old: str, new: str) -> None:
    runs = word_runs(old, new)

    assert "".join(run.text for run in runs if run.kind is not Kind.INSERTED) == old
    assert "".join(run.text for run in runs if run.kind is not Kind.DELETED) == new
    kinds = [run.kind for run in runs]
    assert all(one is not other for one, other in itertools.pairwise(kinds))
    assert (Kind.INSERTED, Kind.DELETED) not in list(itertools.pairwise(kinds))
    assert all(run.text for run in runs)


def test_a_text_of_thousands_of_characters_is_still_compared_word_for_word() -> None:
    chance = random.Random(1)
    old = "".join(chance.choice("法治政府建设依行政复议申请件年的一是在，。；") for _ in range(5_000))
    new = "".join(f"{old[at : at + 500]}新增" for at in range(0, len(old), 500))

    assert [run.text for run in word_runs(old, new) if run.kind is not Kind.EQUAL] == ["新增"] * 10
