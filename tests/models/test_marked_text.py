"""A text that carries its changes gives them back as they were put in."""

from models.marked_text import marked, marked_difference, stretches
from models.word_difference import Kind, word_runs


def test_the_stretches_are_the_runs() -> None:
    old, new = "收到申请179件。", "收到申请180件，办结。"

    assert list(stretches(marked_difference(old, new))) == [
        (run.text, run.kind) for run in word_runs(old, new)
    ]


def test_a_text_behind_a_change_is_not_changed() -> None:
    assert list(stretches(f"{marked('乙', Kind.DELETED)}、丙")) == [
        ("乙", Kind.DELETED),
        ("、丙", Kind.EQUAL),
    ]


def test_nothing_deleted_leaves_no_mark() -> None:
    assert marked("", Kind.DELETED) == ""
    assert marked_difference("不变", "不变") == "不变"


def test_a_text_cannot_bring_marks_of_its_own() -> None:
    sly = f"甲{marked('乙', Kind.DELETED)}"

    assert list(stretches(marked_difference(sly, sly))) == [("甲乙", Kind.EQUAL)]
