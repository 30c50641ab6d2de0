"""Backups are whole and looked through; none replaces or outlives a better one by mistake."""

import sqlite3
import stat
import sys
from contextlib import closing
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from models import backup
from models.backup import Reason, back_up, backups, folder_in_second, holdings, keep_backup
from models.database import file_in
from models.errors import DamagedError, UserError
from models.inspection import troubles
from models.report import Report
from models.store import Store
from tests.drafts import damage
from tests.the_sample import sample_report

NOON = datetime(2026, 11, 26, 12).astimezone()


@pytest.fixture
def drafts(data_dir: Path) -> Path:
    """A data folder with a report and a version."""
    with Store.open(data_dir) as store:
        store.keep(store.create(sample_report()), "手动", "初稿")
    return data_dir


def folder(data_dir: Path) -> Path:
    return data_dir / "backups"


def change(data_dir: Path, words: str) -> None:
    with Store.open(data_dir) as store:
        store.edit("1", lambda report: replace(report, preamble=(words,)))


def test_a_backup_holds_all_there_is_also_while_the_drafts_are_open(drafts: Path) -> None:
    with Store.open(drafts) as store:
        store.edit("1", lambda report: replace(report, preamble=("还在日志里。",)))
        store.trash(store.create(Report(2024, "county-regulation")))

        made = keep_backup(drafts, Reason.ASKED)

    held = holdings(made.file)
    assert ([one.id for one in held.reports], held.trashed, held.versions) == (["1"], 1, 1)
    with closing(sqlite3.connect(made.file)) as connection:
        assert connection.execute(
            "SELECT value FROM contents WHERE key = 'preamble' AND report_id = 1"
        ).fetchone() == ('["还在日志里。"]',)
    assert list(folder(drafts).iterdir()) == [made.file]


@pytest.mark.skipif(sys.platform == "win32", reason="file modes are POSIX's")
def test_a_backup_is_the_users_alone(drafts: Path) -> None:
    made = keep_backup(drafts, Reason.ASKED)

    assert stat.S_IMODE(made.file.stat().st_mode) == 0o600


def test_nothing_changed_means_no_new_backup_unless_asked_for(drafts: Path) -> None:
    keep_backup(drafts, Reason.CLOSING)

    assert keep_backup(drafts, Reason.SCHEDULED) is None
    assert keep_backup(drafts, Reason.ASKED).number == 2
    change(drafts, "改了。")
    assert keep_backup(drafts, Reason.SCHEDULED).number == 3


def test_an_empty_or_broken_backup_never_replaces_a_good_one(drafts: Path) -> None:
    good = keep_backup(drafts, Reason.ASKED, now=NOON)
    before = good.file.read_bytes()
    damage(drafts, "UPDATE contents SET value = '[]' WHERE key = 'preamble'")

    with pytest.raises(DamagedError, match="recover"):
        keep_backup(drafts, Reason.ASKED, now=NOON + timedelta(days=900))
    with pytest.raises(DamagedError):
        back_up(file_in(drafts), good.file)

    assert [one.file for one in backups(folder(drafts))] == [good.file]
    assert good.file.read_bytes() == before


def test_a_newest_backup_that_broke_is_not_taken_for_one(drafts: Path) -> None:
    first = keep_backup(drafts, Reason.CLOSING)
    first.file.write_bytes(first.file.read_bytes()[:8192])

    assert keep_backup(drafts, Reason.SCHEDULED).number == 2


def test_backups_are_thinned_out_only_after_a_verified_one(
    drafts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for hours in range(12):
        keep_backup(drafts, Reason.ASKED, now=NOON + timedelta(hours=hours))
    assert len(backups(folder(drafts))) == 12

    with monkeypatch.context() as patched:
        patched.setattr(backup, "troubles", lambda _file: ("坏了",))
        with pytest.raises(DamagedError):
            keep_backup(drafts, Reason.ASKED, now=NOON + timedelta(days=30))
    assert len(backups(folder(drafts))) == 12

    keep_backup(drafts, Reason.ASKED, now=NOON + timedelta(days=30))
    assert len(backups(folder(drafts))) < 12


def test_a_clock_that_was_set_back_makes_no_new_backup_look_old(drafts: Path) -> None:
    keep_backup(drafts, Reason.ASKED, now=NOON)
    change(drafts, "钟拨回以后写的。")

    newest = keep_backup(drafts, Reason.ASKED, now=NOON - timedelta(days=4000))

    assert backups(folder(drafts))[0] == newest


def test_a_second_place_gets_a_copy_when_it_is_there(drafts: Path, tmp_path: Path) -> None:
    stick = tmp_path / "U盘"

    missed = keep_backup(drafts, Reason.CLOSING, second=stick)
    stick.mkdir()
    assert keep_backup(drafts, Reason.CLOSING, second=stick) is None

    assert "U盘" in missed.note
    (copy,) = backups(folder_in_second(stick, drafts))
    assert copy.file.name == missed.file.name
    assert troubles(copy.file) == ()


def test_two_pcs_that_share_a_second_place_leave_each_others_backups_alone(
    drafts: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stick = tmp_path / "共享"
    stick.mkdir()
    long_ago = [
        keep_backup(drafts, Reason.ASKED, second=stick, now=NOON - timedelta(days=4000 + at)) for at in (9, 8)
    ]
    ours = folder_in_second(stick, drafts)

    monkeypatch.setattr("platform.node", lambda: "二科的电脑 PC/2")
    for _ in range(7):
        keep_backup(drafts, Reason.ASKED, second=stick, now=NOON)

    assert [one.file.name for one in backups(ours)] == [one.file.name for one in long_ago[::-1]]
    theirs = folder_in_second(stick, drafts)
    assert theirs != ours
    assert theirs.parent == stick
    assert len(backups(theirs)) == 7


def test_a_full_disk_is_said_in_words_and_leaves_no_half_file(
    drafts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_source: Path, _target: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(backup, "replace_whole", full)

    with pytest.raises(UserError, match="磁盘"):
        keep_backup(drafts, Reason.ASKED)

    assert list(folder(drafts).iterdir()) == []


def test_old_files_can_be_looked_into(drafts: Path) -> None:
    old = Path(__file__).parent / "old_databases"

    assert [(len(found.reports), found.versions) for found in map(holdings, sorted(old.glob("*.db")))] == [
        (2, 0),
        (2, 2),
    ]


def test_drafts_that_vanished_are_not_begun_anew_over_their_backups(drafts: Path) -> None:
    keep_backup(drafts, Reason.ASKED)
    file_in(drafts).write_bytes(b"")

    with pytest.raises(DamagedError, match="recover"):
        Store.open(drafts)

    assert file_in(drafts).read_bytes() == b""
