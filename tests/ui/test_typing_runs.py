"""What undo takes back together: typing that goes on in the same text, nothing else."""

from models.atoms import Splice
from ui.typing_runs import TypingRuns

FIRST, SECOND = Splice(0, "", "依"), Splice(1, "", "法")


def test_typing_that_goes_on_has_one_name() -> None:
    runs = TypingRuns("measures")

    assert runs.note((1,), FIRST, "输入") == runs.note((1,), SECOND, "输入") != ""


def test_another_text_and_other_items_begin_anew() -> None:
    runs = TypingRuns("measures")
    name = runs.note((1,), FIRST, "输入")

    assert runs.note((2,), SECOND, "输入") != name
    name = runs.note((2,), Splice(2, "", "行"), "输入")
    runs.end()
    assert runs.note((2,), Splice(3, "", "政"), "输入") != name


def test_what_is_no_typing_stands_alone() -> None:
    assert TypingRuns("measures").note((1,), FIRST, "粘贴") == ""
