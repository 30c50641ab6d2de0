"""The one door for changes: undo, merging of typing, autosave that tells the truth."""

from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import replace
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from models.errors import UserError
from models.quantity import Quantity
from models.report import Attachment, Figure, Report
from models.store import Store
from models.stored import Saved, Stored
from models.version import Occasion
from tests.strategies import FEW
from ui.draft import SAVE_AFTER_MS, Draft
from ui.writer import Writer

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


class Hand:
    """A writer whose work is done and answered when a test says so, in place of the thread."""

    def __init__(self) -> None:
        self._piece: tuple[Callable[[], Any], Callable[[Future[Any]], None]] | None = None
        self._future: Future[Any] | None = None

    @property
    def is_busy(self) -> bool:
        return self._piece is not None

    def begin(self, work: Callable[[], Any], answer: Callable[[Future[Any]], None]) -> None:
        assert self._piece is None, "one piece of work at a time"
        self._piece = (work, answer)

    def do(self) -> None:
        """What the thread does: the work is done, nobody has heard of it yet."""
        if self._piece and self._future is None:
            self._future = Future()
            try:
                self._future.set_result(self._piece[0]())
            except Exception as error:
                self._future.set_exception(error)

    def finish(self) -> None:
        self.do()
        if self._piece and self._future:
            (_, answer), future = self._piece, self._future
            self._piece = self._future = None
            answer(future)

    def end(self) -> None:
        self.do()
        self._piece = self._future = None


@pytest.fixture
def hand() -> Hand:
    return Hand()


@pytest.fixture
def slow(qapp: object, disk: Disk, hand: Hand) -> Draft:
    """A draft whose saving takes as long as the test wants."""
    return Draft(stored(EMPTY), disk.save, writer=hand)


def test_what_is_typed_while_saving_is_saved_afterwards(slow: Draft, disk: Disk, hand: Hand) -> None:
    slow.change("填写标题", titled("甲"))
    slow.save()
    hand.do()
    slow.change("填写标题", titled("甲乙"))
    hand.finish()
    assert not slow.is_saved

    assert slow.flush()

    assert (disk.saved, disk.befores) == ([titled("甲"), titled("甲乙")], [EMPTY, titled("甲")])
    assert slow.report == titled("甲乙")


def test_what_is_undone_while_saving_is_undone_in_the_store(slow: Draft, disk: Disk, hand: Hand) -> None:
    slow.change("填写标题", titled("甲"))
    slow.save()
    slow.undo()
    assert not slow.is_saved

    assert slow.flush()

    assert disk.saved == [titled("甲"), EMPTY]


def test_flushing_waits_for_the_save_under_way_and_the_one_behind_it(
    slow: Draft, disk: Disk, hand: Hand
) -> None:
    slow.change("填写标题", titled("甲"))
    slow.save()
    slow.change("填写标题", titled("乙"))
    slow.save()

    assert slow.flush()

    assert disk.saved == [titled("甲"), titled("乙")]
    assert not hand.is_busy


def test_what_others_stored_behind_the_save_under_way_is_shown(slow: Draft, hand: Hand) -> None:
    slow.change("填写标题", titled("甲"))
    slow.save()
    hand.do()
    theirs = replace(titled("甲"), preamble=("别人写的。",))

    slow.adopt(Stored(theirs, 3, ""))
    hand.finish()

    assert slow.report == theirs


def test_giving_up_while_a_save_is_failing_leaves_nothing_to_be_tried(
    slow: Draft, disk: Disk, hand: Hand, qtbot: QtBot
) -> None:
    disk.is_full = True
    slow.change("填写标题", titled("甲"))
    slow.flush()
    slow.save()

    with qtbot.assertNotEmitted(slow.save_failed):
        slow.give_up()

    assert (slow.is_saved, slow.is_failing, slow._timer.isActive()) == (True, False, False)


def test_an_error_nobody_expected_is_raised_once_and_saving_is_tried_again(
    slow: Draft, hand: Hand, qtbot: QtBot
) -> None:
    def fall(_report: Report, _since: Stored) -> Saved:
        raise ZeroDivisionError

    slow._save = fall
    slow.change("填写标题", titled("甲"))
    with qtbot.captureExceptions() as risen, qtbot.waitSignals([slow.save_failed] * 2):
        assert not slow.flush()
        assert not slow.flush()
        qtbot.wait(1)

    assert [kind for kind, _, _ in risen] == [ZeroDivisionError]
    assert slow._timer.isActive()


def test_typing_goes_on_for_two_seconds_at_most_before_it_is_saved(qapp: object) -> None:
    now = [0.0]
    draft = Draft(stored(EMPTY), clock=lambda: now[0], writer=Hand())
    waits = []
    for tenth in range(0, 21, 4):
        now[0] = tenth / 10
        draft.change("输入", titled("云" * (tenth + 1)), "title")
        waits.append(draft._timer.interval())

    assert waits[0] == SAVE_AFTER_MS
    assert all(now + wait <= 2000 for now, wait in zip(range(0, 2100, 400), waits, strict=True))


def test_saving_holds_nobody_up(draft: Draft, disk: Disk, qtbot: QtBot) -> None:
    """The work is done on another thread, and the answer comes through the event loop."""
    draft.change("填写标题", titled("甲"))

    with qtbot.waitSignal(draft.saved):
        draft.save()
        assert not draft.is_saved

    assert disk.saved == [titled("甲")]


def test_a_writer_does_one_thing_at_a_time(qapp: object) -> None:
    writer = Writer()
    heard: list[int] = []
    writer.begin(lambda: 1, lambda future: heard.append(future.result()))

    with pytest.raises(RuntimeError):
        writer.begin(lambda: 2, lambda future: heard.append(future.result()))

    writer.finish()
    assert heard == [1]
    writer.end()


@pytest.fixture(scope="module")
def shared_store() -> Any:
    with TemporaryDirectory() as folder, Store.open(Path(folder)) as opened:
        yield opened


def written(report: Report, field: str, words: str) -> Report:
    if field == "a":
        return titled(words, report)
    return replace(report, preamble=(words,))


def kept_as(store: Store, report_id: str, occasion: Occasion) -> list[Report]:
    found = store.versions(report_id)
    return [store.load_version(report_id, one.number) for one in found if one.kind == occasion]


def test_what_others_wrote_is_a_version_where_it_is_typed_over_while_a_save_is_under_way(
    shared_store: Store, hand: Hand, qtbot: QtBot
) -> None:
    report_id = shared_store.create(EMPTY)
    draft = Draft(shared_store.fetch(report_id), partial(shared_store.save, report_id), writer=hand)
    draft.change("填写标题", titled("甲"))
    shared_store.edit(report_id, partial(written, field="b", words="他写的"))
    draft.save()
    hand.do()
    draft.change("输入", written(draft.report, "b", "我写的"))

    with qtbot.waitSignal(draft.told) as told:
        assert draft.flush()

    assert [one.preamble for one in kept_as(shared_store, report_id, Occasion.OVERTAKEN)] == [("他写的",)]
    assert shared_store.load(report_id) == draft.report == written(titled("甲"), "b", "我写的")
    assert "已存为版本" in told.args[0]


def test_what_others_wrote_is_a_version_where_it_was_typed_over_before_it_was_seen(
    shared_store: Store, hand: Hand
) -> None:
    report_id = shared_store.create(EMPTY)
    draft = Draft(shared_store.fetch(report_id), partial(shared_store.save, report_id), writer=hand)
    draft.change("输入", written(EMPTY, "b", "我写的"))
    shared_store.edit(report_id, partial(written, field="b", words="他写的"))

    draft.adopt(shared_store.fetch(report_id))
    assert draft.flush()

    assert [one.preamble for one in kept_as(shared_store, report_id, Occasion.OVERTAKEN)] == [("他写的",)]
    assert draft.report.preamble == ("我写的",)


def test_a_large_loss_of_text_is_said(shared_store: Store, hand: Hand, qtbot: QtBot) -> None:
    long = written(EMPTY, "b", "全面推进依法行政，" * 20)
    report_id = shared_store.create(long)
    draft = Draft(shared_store.fetch(report_id), partial(shared_store.save, report_id), writer=hand)
    draft.change("删除", EMPTY)

    with qtbot.waitSignal(draft.told) as told:
        draft.flush()

    assert "大段文字被删改" in told.args[0]
    assert kept_as(shared_store, report_id, Occasion.SHRUNK) == [long]


DEEDS = st.lists(
    st.sampled_from(
        ["type a", "type b", "undo", "redo", "save", "do", "answer", "look", "others a", "others b"]
    )
    | st.sampled_from(["break", "mend", "flush"]),
    max_size=25,
)


def values(report: Report) -> set[str]:
    return {report.letterhead.title, *report.preamble}


@FEW
@given(DEEDS)
def test_however_typing_and_saving_and_others_mix_nothing_is_lost(
    shared_store: Store, qapp: object, deeds: list[str]
) -> None:
    """In the end the store holds what the window shows, and what others wrote was seen or is in a version."""
    store, hand, is_broken = shared_store, Hand(), False
    report_id = store.create(EMPTY)

    def save(report: Report, since: Stored) -> Saved:
        if is_broken:
            raise UserError("磁盘已满，改动还在窗口里；请清出空间。")
        return store.save(report_id, report, since)

    draft = Draft(store.fetch(report_id), save, writer=hand)
    seen, theirs = set[str](), dict[str, str]()  # of others, what they wrote last into each field
    for number, deed in enumerate(deeds):
        verb, _, field = deed.partition(" ")
        match verb:
            case "type":
                draft.change("输入", written(draft.report, field, f"我{number}"))
            case "others":
                theirs[field] = f"他{number}"
                store.edit(report_id, partial(written, field=field, words=f"他{number}"))
            case "look":
                draft.adopt(store.fetch(report_id))
            case "do":
                hand.do()
            case "answer":
                hand.finish()
            case "break" | "mend":
                is_broken = verb == "break"
            case _:
                getattr(draft, verb)()
        seen |= values(draft.report)
    is_broken = False
    assert draft.flush()
    draft.adopt(store.fetch(report_id))

    kept = [store.load_version(report_id, one.number) for one in store.versions(report_id)]
    assert store.load(report_id) == draft.report
    assert draft.is_saved
    assert set(theirs.values()) <= seen.union(*map(values, [draft.report, *kept]))
