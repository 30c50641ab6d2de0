"""After a crash: nothing is asked where nothing differs, and nothing is lost whatever the answer is."""

import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog, QLabel, QMessageBox, QPushButton, QTextEdit

from actions.recovering_unsaved import find_unsaved
from models.journal import Journal, left_behind
from models.report import Report
from models.store import Store
from models.version import Occasion
from tests.drafts import put
from tests.ui.conftest import Clerk

ROOT = Path(__file__).resolve().parents[2]
LONG = "全面推进依法行政，" * 30
OLD = Report(2025, "county-regulation", preamble=(LONG,))
NEW = replace(OLD, preamble=(f"{LONG}这一句没有存下。",))


@pytest.fixture(autouse=True)
def own_cache(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


@pytest.fixture
def store(data_dir: Path) -> Iterator[Store]:
    with Store.open(data_dir) as opened:
        yield opened


def leave_behind(store: Store, data_dir: Path, base: Report = OLD, report: Report = NEW) -> str:
    """A report with changes in a journal; its id."""
    report_id = store.create(base)
    Journal(data_dir, report_id, store.uid_of(report_id)).write(base, report)
    return report_id


def kept(store: Store, report_id: str, occasion: Occasion) -> list[Report]:
    found = store.versions(report_id)
    return [store.load_version(report_id, one.number) for one in found if one.kind == occasion]


def test_needless_restore_prompts_are_not_made(store: Store, data_dir: Path) -> None:
    """What was saved in the end says nothing new, whenever it was written."""
    report_id = leave_behind(store, data_dir)
    put(store, report_id, NEW)

    assert find_unsaved(store, data_dir) == ((), ())
    assert left_behind(data_dir) == ((), ())


def test_restore_does_not_wipe_new_work(store: Store, data_dir: Path) -> None:
    """What was changed elsewhere since the crash is part of what recovering gives."""
    report_id = leave_behind(store, data_dir)
    put(store, report_id, replace(OLD, year=2026))

    ((found,), _) = find_unsaved(store, data_dir, report_id)

    assert found.recovered == replace(NEW, year=2026)
    assert found.stored.report == replace(OLD, year=2026)


def test_a_report_is_known_by_its_uid_where_its_id_means_another_one(
    store: Store, data_dir: Path, tmp_path: Path
) -> None:
    report_id = leave_behind(store, data_dir)
    with Store.open(tmp_path / "restored") as other:
        assert other.create(OLD) == report_id
        (data_dir / "unsaved").rename(tmp_path / "restored" / "unsaved")

        ((found,), _) = find_unsaved(other, tmp_path / "restored")

    assert (found.stored, found.recovered) == (None, NEW)


@pytest.fixture
def crashed(clerk: Clerk) -> Clerk:
    """A clerk who opens a report of which something was left unsaved."""
    report_id = leave_behind(clerk.window.store, clerk.data_dir)
    clerk.window.open_report(report_id)
    return clerk


def test_both_sides_are_shown_with_time_length_and_difference(crashed: Clerk) -> None:
    dialog = crashed.find(QDialog, "recovery_dialog")
    shown = dialog.findChild(QTextEdit, "recovery_difference")
    crashed.qtbot.waitUntil(lambda: "这一句没有存下。" in shown.toPlainText())

    words = " ".join(one.text() for one in dialog.findChildren(QLabel))
    assert "现在的" in words
    assert "恢复出来的" in words
    assert words.count("年") >= 2
    assert f"{len(LONG)} 字" in words
    assert f"{len(LONG) + 8} 字" in words
    assert "……" in shown.toPlainText()


def test_what_is_recovered_is_one_undo_step_and_the_state_before_it_a_version(crashed: Clerk) -> None:
    crashed.click("recovery_take")

    store, draft = crashed.window.store, crashed.window.view.draft
    assert store.load("1") == draft.report == NEW
    assert kept(store, "1", Occasion.RESTORE) == [OLD]
    assert left_behind(crashed.data_dir) == ((), ())
    assert draft.undo_words == "恢复未存下的改动"
    crashed.window.view.undo()
    assert draft.report == OLD


def test_what_is_not_taken_is_a_version(crashed: Clerk) -> None:
    crashed.click("recovery_keep")

    store = crashed.window.store
    assert store.load("1") == OLD
    assert kept(store, "1", Occasion.UNSAVED) == [NEW]
    assert left_behind(crashed.data_dir) == ((), ())


def test_later_changes_nothing_and_is_asked_again(crashed: Clerk) -> None:
    crashed.click("recovery_later")
    crashed.window.show_start()
    crashed.window.open_report("1")

    assert crashed.find(QDialog, "recovery_dialog").isVisible()
    assert crashed.window.store.load("1") == OLD
    assert crashed.window.store.versions("1") == ()


def test_the_start_asks_for_every_report_and_a_yes_opens_it(clerk: Clerk) -> None:
    store = clerk.window.store
    first, second = (leave_behind(store, clerk.data_dir) for _ in range(2))
    clerk.window.close()

    clerk.open()
    clerk.qtbot.waitUntil(
        lambda: clerk.window.findChild(QDialog, "recovery_dialog") is not None, timeout=20000
    )
    clerk.click("recovery_take")
    assert clerk.window.chosen_id == first
    clerk.click("recovery_keep")

    store = clerk.window.store
    assert (store.load(first), store.load(second)) == (NEW, OLD)
    assert clerk.window.findChild(QDialog, "recovery_dialog") is None


@pytest.mark.parametrize("fate", ["trashed", "purged"])
def test_a_report_that_is_gone_comes_back_as_a_new_one(clerk: Clerk, fate: str) -> None:
    store = clerk.window.store
    report_id = leave_behind(store, clerk.data_dir)
    store.trash(report_id)
    if fate == "purged":
        store.purge(report_id)

    clerk.window.left_unsaved.look()
    assert clerk.find(QPushButton, "recovery_take").text() == "作为新报告"
    assert clerk.find(QPushButton, "recovery_keep").isHidden()
    clerk.click("recovery_take")

    assert clerk.window.view.draft.report == NEW
    assert [store.load(one.id) for one in store.list()] == [NEW]


def test_a_damaged_journal_is_said_and_kept(clerk: Clerk) -> None:
    leave_behind(clerk.window.store, clerk.data_dir)
    (file,) = (clerk.data_dir / "unsaved").iterdir()
    file.write_bytes(b"{")

    clerk.window.left_unsaved.look()

    assert "文件已损坏" in clerk.find(QMessageBox, "message").text()
    assert [one.read_bytes() for one in (clerk.data_dir / "unsaved").iterdir()] == [b"{"]


CHILD = """
import os, signal, sqlite3, sys
from dataclasses import replace
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from actions.recovering_unsaved import journal_for, journalling
from models.database import file_in
from models.store import Store
from tests.ui.test_recovery import NEW, OLD
from ui.draft import Draft

data_dir, moment = Path(sys.argv[1]), sys.argv[2]
app = QCoreApplication([])
store = Store.open(data_dir, 0)
report_id = store.create(OLD)
draft = Draft(store.fetch(report_id), journalling(store, report_id, journal_for(store, data_dir, report_id)))
if moment == "failing":
    other = sqlite3.connect(file_in(data_dir), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
draft.change("x", replace(OLD, preamble=()) if moment == "cleared" else NEW)
if moment != "typing":
    draft.flush()
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no SIGKILL")
@pytest.mark.parametrize("moment", ["typing", "saved", "failing", "cleared"])
def test_empty_backup_does_not_replace_the_good_text_when_the_process_is_killed(
    data_dir: Path, moment: str
) -> None:
    ended = subprocess.run(
        [sys.executable, "-c", CHILD, str(data_dir), moment], cwd=ROOT, capture_output=True, check=False
    )
    assert ended.returncode == -signal.SIGKILL, ended.stderr.decode()

    with Store.open(data_dir) as store:
        found, troubles = find_unsaved(store, data_dir)
        assert troubles == ()
        assert [one.recovered for one in found] == ([NEW] if moment == "failing" else [])
        assert store.load("1") == {"saved": NEW, "cleared": replace(OLD, preamble=())}.get(moment, OLD)
        assert kept(store, "1", Occasion.SHRUNK) == ([OLD] if moment == "cleared" else [])
