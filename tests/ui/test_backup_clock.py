"""Backups by themselves: when one is due, one at a time, tried again, and copied to the second place."""

from datetime import datetime, timedelta
from pathlib import Path
from threading import Event, current_thread, main_thread

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from actions.backup_state import BackupState, back_up_now
from actions.drafting import new_report
from actions.progress import Tell, unwatched
from models.backup import Reason, backups, folder_in, folder_in_second, keep_backup
from models.errors import UserError
from models.holdings import holdings
from models.store import Store
from tests.ui.conftest import Clerk
from ui import background
from ui.backup_clock import EVERY_MS, FIRST_MS, RETRY_MS, BackupClock
from ui.declared_settings import BACKUP_FOLDER
from ui.settings import Settings

COARSE = 1.06
"""Qt may let a timer go off so much earlier or later."""
REFUSAL = "磁盘已满，没有备份，草稿和原有备份都在；请清理磁盘后再试。"


class Backing:
    """Stands for the making of backups: notes what was asked for, refuses as often as told."""

    def __init__(self, refusals: int = 0) -> None:
        self.asked: list[Reason] = []
        self.refusals = refusals

    def __call__(
        self, data_dir: Path, reason: Reason, second: Path | None, tell: Tell = unwatched
    ) -> BackupState:
        self.asked.append(reason)
        if len(self.asked) <= self.refusals:
            raise UserError(REFUSAL)
        return back_up_now(data_dir, reason, second)


@pytest.fixture
def settings(data_dir: Path) -> Settings:
    """The settings of a folder with one report in it."""
    with Store.open(data_dir) as store:
        store.create(new_report("county-regulation", "云岭县人民政府", 2025))
    return Settings(data_dir)


def made(settings: Settings) -> list[str]:
    return made_in(settings.data_dir)


def made_in(data_dir: Path) -> list[str]:
    return [one.reason for one in backups(folder_in(data_dir))]


def waits_ms(clock: BackupClock) -> int:
    """How long until it looks again whether a backup is due."""
    timer = clock.findChild(QTimer)
    assert timer is not None
    return timer.remainingTime()


def look(qtbot: QtBot, clock: BackupClock) -> None:
    clock.look()
    qtbot.waitUntil(lambda: not clock.is_busy)


def test_it_begins_a_little_after_the_start(settings: Settings, qtbot: QtBot) -> None:
    clock = BackupClock(settings)
    clock.start()

    assert 0 < waits_ms(clock) <= FIRST_MS * COARSE
    assert made(settings) == []


def test_a_folder_without_a_backup_gets_one(settings: Settings, qtbot: QtBot) -> None:
    clock = BackupClock(settings)
    look(qtbot, clock)

    assert made(settings) == [Reason.SCHEDULED]
    assert clock.state.newest is not None
    assert EVERY_MS / COARSE < waits_ms(clock) <= EVERY_MS * COARSE


def test_a_young_backup_is_enough_until_it_is_half_an_hour_old(settings: Settings) -> None:
    age = timedelta(minutes=10)
    keep_backup(settings.data_dir, Reason.ASKED, now=datetime.now().astimezone() - age)
    backing = Backing()
    clock = BackupClock(settings, back_up=backing)
    clock.look()

    assert backing.asked == []
    assert waits_ms(clock) == pytest.approx(EVERY_MS - age.total_seconds() * 1000, rel=COARSE - 1)


def test_a_clock_set_back_does_not_stop_the_backups(settings: Settings, qtbot: QtBot) -> None:
    keep_backup(settings.data_dir, Reason.ASKED, now=datetime.now().astimezone() + timedelta(days=400))
    with Store.open(settings.data_dir) as store:
        store.create(new_report("county-regulation", "澜江县人民政府", 2025))

    clock = BackupClock(settings)
    look(qtbot, clock)

    assert made(settings) == [Reason.SCHEDULED, Reason.ASKED]


def test_unchanged_drafts_are_not_backed_up_again(settings: Settings, qtbot: QtBot) -> None:
    hour_ago = datetime.now().astimezone() - timedelta(hours=1)
    keep_backup(settings.data_dir, Reason.ASKED, now=hour_ago)

    clock = BackupClock(settings)
    look(qtbot, clock)
    clock.finish()

    assert made(settings) == [Reason.ASKED]


def test_only_one_backup_is_made_at_a_time(settings: Settings, qtbot: QtBot) -> None:
    backing = Backing()
    clock = BackupClock(settings, back_up=backing)
    clock.make(Reason.ASKED)
    clock.make(Reason.SCHEDULED)
    qtbot.waitUntil(lambda: not clock.is_busy)

    assert backing.asked == [Reason.ASKED]


def test_a_failed_backup_is_remembered_and_tried_again_ever_more_seldom(
    settings: Settings, qtbot: QtBot
) -> None:
    clock = BackupClock(settings, back_up=Backing(refusals=2))
    for pause in RETRY_MS[:2]:
        look(qtbot, clock)
        assert clock.trouble == REFUSAL
        assert pause / COARSE < waits_ms(clock) <= pause * COARSE

    assert BackupClock(Settings(settings.data_dir)).trouble == REFUSAL
    look(qtbot, clock)
    assert clock.trouble == ""
    assert made(settings) == [Reason.SCHEDULED]


def test_the_last_change_of_the_day_is_backed_up_when_the_window_was_closed(
    settings: Settings, qtbot: QtBot
) -> None:
    clock = BackupClock(settings)
    look(qtbot, clock)
    with Store.open(settings.data_dir) as store:
        store.create(new_report("county-regulation", "澜江县人民政府", 2025))

    clock.finish()

    assert made(settings) == [Reason.CLOSING, Reason.SCHEDULED]


def test_a_failure_at_the_end_is_said_at_the_next_start(clerk: Clerk, settings: Settings) -> None:
    BackupClock(settings, back_up=Backing(refusals=1)).finish()

    clerk.window.close()
    clerk.open()

    clerk.qtbot.waitUntil(lambda: REFUSAL in clerk.find(QLabel, "backup_state").text())


def test_a_failed_backup_is_said_where_the_clerk_works_until_one_succeeds(drafting: Clerk) -> None:
    folder = folder_in(drafting.data_dir)
    folder.write_text("这里不能建文件夹", encoding="utf-8")
    clock = drafting.window.safekeeping.clock
    clock.make(Reason.SCHEDULED)
    notice = drafting.find(QLabel, "notice_words")
    drafting.qtbot.waitUntil(lambda: "最近一次备份失败" in notice.text(), timeout=20000)

    folder.unlink()
    clock.make(Reason.SCHEDULED)
    drafting.qtbot.waitUntil(lambda: not notice.text(), timeout=20000)
    assert made_in(drafting.data_dir) == [Reason.SCHEDULED]


def test_nothing_is_backed_up_and_nothing_fails_before_there_are_drafts(data_dir: Path) -> None:
    data_dir.mkdir()
    clock = BackupClock(Settings(data_dir))
    clock.finish()

    assert clock.trouble == ""
    assert made_in(data_dir) == []


def test_the_second_place_gets_a_copy_and_is_remembered_when_it_is_away(
    settings: Settings, qtbot: QtBot, tmp_path: Path
) -> None:
    stick = tmp_path / "U盘"
    stick.mkdir()
    settings.set(BACKUP_FOLDER, str(stick))
    clock = BackupClock(settings)
    look(qtbot, clock)
    there = backups(folder_in_second(stick, settings.data_dir))
    assert [one.file.name for one in there] == [
        one.file.name for one in backups(folder_in(settings.data_dir))
    ]
    assert [one.organ for one in holdings(there[0].file).reports] == ["云岭县人民政府"]

    stick.rename(tmp_path / "拔掉")
    later = BackupClock(Settings(settings.data_dir))
    with qtbot.waitSignal(later.second_seen, timeout=20000):
        later.refresh()

    assert not later.state.is_second_there
    assert later.copied == there[0].time


def test_a_second_place_that_does_not_answer_holds_up_neither_window_nor_other_work(
    settings: Settings, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A dead network drive: whoever asks it waits, and that is never the thread of the window."""
    dead, asked = tmp_path / "网络盘", Event()
    real = Path.is_dir

    def is_dir(path: Path) -> bool:
        if path == dead:
            assert current_thread() is not main_thread()
            asked.wait(60)
        return real(path)

    monkeypatch.setattr(Path, "is_dir", is_dir)
    settings.set(BACKUP_FOLDER, str(dead))
    clock = BackupClock(settings)
    for other in (clock, *(BackupClock(settings) for _ in range(8))):
        other.refresh()
    done: list[int] = []
    background.run(lambda: 1, done.append, lambda _error: None, clock)
    qtbot.waitUntil(lambda: bool(done), timeout=20000)

    with qtbot.waitSignal(clock.second_seen, timeout=20000):
        asked.set()
    assert not clock.state.is_second_there
