"""The one door for changes: undo, merging of typing, autosave that tells the truth."""

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from models.errors import UserError
from models.quantity import Quantity
from models.report import Attachment, Figure, Report
from models.stored import Saved, Stored
from ui.draft import Draft

EMPTY = Report(2025, "county-regulation")


def titled(title: str, report: Report = EMPTY) -> Report:
    return replace(report, letterhead=replace(report.letterhead, title=title))


def stored(report: Report) -> Stored:
    return Stored(report, 1, "")


class Disk:
    """Where a draft is saved to; full on demand."""

    def __init__(self) -> None:
        self.saved: list[Report] = []
        self.befores: list[Report] = []
        self.is_full = False

    def save(self, report: Report, since: Stored) -> Saved:
        if self.is_full:
            raise UserError("磁盘已满，改动还在窗口里；请清出空间。")
        self.saved.append(report)
        self.befores.append(since.report)
        return Saved(Stored(report, since.revision + 1, ""))


@pytest.fixture
def disk() -> Disk:
    return Disk()


@pytest.fixture
def draft(qapp: object, disk: Disk) -> Draft:
    return Draft(stored(EMPTY), disk.save)


def test_a_change_names_the_keys_that_differ(draft: Draft, qtbot: QtBot) -> None:
    changed = titled("甲").with_figure(Figure("fy_apply", Quantity("179")))

    with qtbot.waitSignal(draft.changed) as told:
        draft.change("填写", changed)

    assert told.args[0] >= {"letterhead.title", "figure.fy_apply"}
    assert "preamble" not in told.args[0]


def test_the_same_report_again_is_no_change(draft: Draft, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(draft.changed):
        draft.change("填写标题", replace(EMPTY))

    assert draft.undo_words == ""


def test_undo_and_redo_go_through_every_state(draft: Draft) -> None:
    states = [EMPTY, titled("甲"), replace(titled("甲"), attachments=(Attachment("表"),)), titled("乙")]
    for number, state in enumerate(states[1:]):
        draft.change(f"第{number}步", state)

    back = [draft.report]
    while draft.undo_words:
        draft.undo()
        back.append(draft.report)
    forth = [draft.report]
    while draft.redo_words:
        draft.redo()
        forth.append(draft.report)

    assert back == states[::-1]
    assert forth == states


def test_a_change_after_undo_forgets_what_was_undone(draft: Draft) -> None:
    draft.change("甲", titled("甲"))
    draft.undo()

    draft.change("乙", titled("乙"))

    assert (draft.undo_words, draft.redo_words) == ("乙", "")


def test_typing_within_a_second_is_one_step(qapp: object) -> None:
    now = [0.0]
    draft = Draft(stored(EMPTY), clock=lambda: now[0])
    for at, title in ((0.0, "云"), (0.9, "云岭"), (1.8, "云岭县")):
        now[0] = at
        draft.change("输入", titled(title), "title")

    draft.undo()

    assert draft.report == EMPTY


@pytest.mark.parametrize(("merge", "at"), [("title", 1.1), ("other", 0.1), ("", 0.1)])
def test_a_pause_or_another_field_begins_a_new_step(qapp: object, merge: str, at: float) -> None:
    now = [0.0]
    draft = Draft(stored(EMPTY), clock=lambda: now[0])
    draft.change("输入", titled("云"), merge and "title")
    now[0] = at
    draft.change("输入", titled("云岭"), merge)

    draft.undo()

    assert draft.report == titled("云")


def test_typing_after_redo_is_a_step_of_its_own(draft: Draft) -> None:
    draft.change("输入", titled("云"), "title")
    draft.undo()
    draft.redo()
    draft.change("输入", titled("云岭"), "title")

    draft.undo()

    assert draft.report == titled("云")


def test_a_change_is_saved_by_itself(draft: Draft, disk: Disk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(draft.saved):
        draft.change("填写标题", titled("甲"))

    assert disk.saved == [titled("甲")]


def test_nothing_is_written_while_nothing_changed(draft: Draft, disk: Disk) -> None:
    assert draft.flush()
    assert disk.saved == []


def test_what_was_undone_before_saving_is_not_written(draft: Draft, disk: Disk) -> None:
    draft.change("填写标题", titled("甲"))
    draft.undo()

    assert draft.flush()
    assert disk.saved == []


def test_a_failed_save_says_why_and_is_tried_again(
    draft: Draft, disk: Disk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.draft.RETRY_AFTER_MS", (0,))
    disk.is_full = True
    with qtbot.waitSignal(draft.save_failed) as told:
        draft.change("填写标题", titled("甲"))
        assert not draft.flush()
    assert "磁盘已满" in told.args[0]

    disk.is_full = False
    with qtbot.waitSignal(draft.saved):
        pass

    assert disk.saved == [titled("甲")]


def test_saving_says_what_was_stored_last(draft: Draft, disk: Disk) -> None:
    for title in ("甲", "乙"):
        draft.change("填写标题", titled(title))
        draft.flush()
    disk.is_full = True
    draft.change("填写标题", titled("丙"))
    draft.flush()
    disk.is_full = False
    draft.flush()

    assert disk.befores == [EMPTY, titled("甲"), titled("乙")]


def test_what_another_program_stored_is_shown_and_outlives_undo(draft: Draft, qtbot: QtBot) -> None:
    draft.change("填写标题", titled("甲"))
    draft.flush()
    theirs = titled("甲").with_figure(Figure("fy_apply", Quantity("180")))

    with qtbot.waitSignal(draft.changed) as told:
        draft.adopt(stored(theirs))
    assert draft.report == theirs
    assert draft.is_saved
    assert "figure.fy_apply" in told.args[0]
    draft.undo()

    assert draft.report.letterhead.title == ""
    assert draft.report.figure("fy_apply").value == Quantity("180")
    draft.redo()
    assert draft.report == theirs


def test_what_is_not_saved_yet_outlives_what_another_program_stored(draft: Draft, disk: Disk) -> None:
    draft.change("填写标题", titled("甲"))

    draft.adopt(stored(replace(EMPTY, preamble=("别人写的。",))))
    draft.flush()

    assert disk.saved == [replace(titled("甲"), preamble=("别人写的。",))]


def test_a_draft_that_was_left_says_and_saves_nothing(draft: Draft, disk: Disk, qtbot: QtBot) -> None:
    draft.change("填写标题", titled("甲"))

    with qtbot.assertNotEmitted(draft.saved, wait=10):
        draft.retire()

    assert not draft._timer.isActive()
    assert disk.saved == []
