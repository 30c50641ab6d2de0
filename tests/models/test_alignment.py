"""Which texts of an earlier state are which of a later one."""

from hypothesis import given
from hypothesis import strategies as st

from models.alignment import in_any_order, in_order, likeness
from models.anchors import longest_rise, matches
from models.tokens import tokens
from tests.strategies import FEW

LINES = st.lists(
    st.sampled_from(["甲乙丙丁", "甲乙丙戊", "子丑寅卯", "申请179件", "申请180件", ""]), max_size=6
)


def test_texts_that_differ_in_amounts_only_are_the_same_text() -> None:
    assert likeness("收到申请179件", "收到申请1,180件") > likeness("收到申请179件", "收到投诉179起")
    assert likeness("收到申请179件", "收到申请180件") == 1.0


def test_the_changed_text_is_found_beside_an_inserted_one() -> None:
    old = ["甲是乙，丙是丁。", "子是丑，寅是卯。"]
    new = ["全新的一段文字在此。", "甲是乙，丙是戊。", "子是丑，寅是卯。"]

    assert in_order(old, new) == [(None, 0), (0, 1), (1, 2)]


def test_texts_that_changed_places_are_found_wherever_they_stand() -> None:
    old, new = ["规范执法工作", "普法宣传活动"], ["普法宣传活动", "规范执法工作"]

    assert in_any_order(2, 2, lambda one, other: likeness(old[one], new[other])) == {0: 1, 1: 0}


@given(LINES, LINES)
@FEW
def test_every_text_of_both_comes_once_and_in_order(old: list[str], new: list[str]) -> None:
    pairs = in_order(old, new)

    assert [one for one, _ in pairs if one is not None] == list(range(len(old)))
    assert [other for _, other in pairs if other is not None] == list(range(len(new)))


@given(st.lists(st.integers(0, 50), unique=True))
@FEW
def test_the_longest_rise_rises_and_no_selection_is_longer(numbers: list[int]) -> None:
    rise = longest_rise(numbers)
    picked = [numbers[at] for at in rise]

    assert rise == sorted(rise)
    assert picked == sorted(picked)
    lengths: list[int] = []
    for at, number in enumerate(numbers):
        lengths.append(1 + max((lengths[b] for b in range(at) if numbers[b] < number), default=0))
    assert len(rise) == max(lengths, default=0)


@given(LINES.map("".join), LINES.map("".join))
@FEW
def test_matches_are_the_same_in_both_and_never_go_back(old: str, new: str) -> None:
    ours, theirs = tokens(old), tokens(new)
    at_old = at_new = 0
    for one, other, length in matches(ours, theirs):
        assert ours[one : one + length] == theirs[other : other + length]
        assert length > 0
        assert one >= at_old
        assert other >= at_new
        at_old, at_new = one + length, other + length
