"""Stopping long work: at the next safe point, nothing half written, and it is said what was kept."""

from collections.abc import Callable
from pathlib import Path

import pytest

from actions.backing_up import back_up_to
from actions.backup_state import back_up_now
from actions.exporting import export_stored
from actions.packing import pack, read_parcel, unpack
from actions.progress import StoppedError, Tell
from actions.recovering import recover, take_report
from actions.redlining import write_redline
from actions.signing import sign_off
from models.backup import Reason, backups, folder_in
from models.report import Item, Report, Section, Stage
from models.store import Store

REPORT = Report(
    2025, "county-regulation", sections=(Section("measures", "举措", items=(Item("一", ("正文。",)),)),)
)
Deed = Callable[[Store, str, Path, Tell], object]


def told_no_at(number: int) -> Tell:
    """Goes on until it is asked for the so-manieth time, from 0 on."""
    asked: list[str] = []

    def tell(_done: int, _count: int, what: str) -> bool:
        assert what
        asked.append(what)
        return len(asked) <= number

    return tell


def export(store: Store, report_id: str, folder: Path, tell: Tell) -> object:
    return export_stored(store, report_id, folder / "导出", ("txt", "docx", "pdf"), tell=tell)


def export_final(store: Store, report_id: str, folder: Path, tell: Tell) -> object:
    return export_stored(store, report_id, folder / "导出", ("txt", "docx"), Stage.FINAL, tell=tell)


def sign(store: Store, report_id: str, folder: Path, tell: Tell) -> object:
    return sign_off(store, report_id, folder / "签批", tell=tell)


def pack_locked(store: Store, report_id: str, folder: Path, tell: Tell) -> object:
    return pack(store, report_id, folder / "一.fznb", "密码", tell)


def back_up(_store: Store, _report_id: str, folder: Path, tell: Tell) -> object:
    return back_up_to(folder / "数据 目录", folder / "备份.db", tell=tell)


def redline(store: Store, report_id: str, folder: Path, tell: Tell) -> object:
    report = store.load(report_id)
    return write_redline(report, report, ("旧", "新"), folder / "花脸", tell=tell)


@pytest.mark.parametrize(
    ("deed", "steps"),
    [(export, 3), (export_final, 2), (sign, 6), (pack_locked, 3), (back_up, 1), (redline, 2)],
)
def test_writing_that_is_stopped_at_any_step_leaves_neither_file_nor_version(
    store: Store, report_id: str, tmp_path: Path, deed: Deed, steps: int
) -> None:
    for number in range(steps):
        with pytest.raises(StoppedError, match=r"已停下，.+；要做请重新开始。"):
            deed(store, report_id, tmp_path, told_no_at(number))

        assert [file for file in tmp_path.rglob("*") if file.is_file() and "数据" not in str(file)] == []
        assert store.versions(report_id) == ()
        assert store.load(report_id) == REPORT

    deed(store, report_id, tmp_path, told_no_at(1_000))
    assert [file for file in tmp_path.rglob("*") if file.is_file() and "数据" not in str(file)]


def test_a_backup_that_is_stopped_leaves_the_others_alone(
    store: Store, report_id: str, data_dir: Path
) -> None:
    back_up_now(data_dir, Reason.ASKED)
    (before,) = backups(folder_in(data_dir))

    with pytest.raises(StoppedError, match="没有备份，草稿和原有备份都在"):
        back_up_now(data_dir, Reason.ASKED, tell=told_no_at(0))

    assert list(folder_in(data_dir).iterdir()) == [before.file]


def test_a_recovery_that_is_stopped_changes_no_draft(store: Store, report_id: str, data_dir: Path) -> None:
    back_up_now(data_dir, Reason.ASKED)
    (backup,) = backups(folder_in(data_dir))
    store.edit(report_id, lambda one: Report(2026, one.template))
    store.close()

    for number in range(3):
        with pytest.raises(StoppedError, match="没有恢复，草稿原样未动"):
            recover(data_dir, backup.file, told_no_at(number))

    with Store.open(data_dir) as again:
        assert again.load(report_id).year == 2026
    assert backups(folder_in(data_dir)) == (backup,)
    assert {one.name for one in data_dir.iterdir()} <= {
        "drafts.db", "drafts.db-wal", "drafts.db-shm", "backups"
    }  # fmt: skip


@pytest.mark.parametrize("number", [0, 1])
def test_taking_a_report_out_of_a_backup_can_be_stopped(
    store: Store, report_id: str, data_dir: Path, number: int
) -> None:
    back_up_now(data_dir, Reason.ASKED)
    (backup,) = backups(folder_in(data_dir))

    with pytest.raises(StoppedError, match="没有取出，草稿原样未动"):
        take_report(backup.file, report_id, store, told_no_at(number))

    assert [one.id for one in store.list()] == [report_id]


@pytest.mark.parametrize("number", [0, 1])
def test_a_parcel_that_is_stopped_brings_nothing(
    store: Store, report_id: str, data_dir: Path, tmp_path: Path, number: int
) -> None:
    brought = read_parcel(pack(store, report_id, tmp_path / "一.fznb"))
    store.edit(report_id, lambda one: Report(2026, one.template))

    with pytest.raises(StoppedError, match="没有放进来，草稿原样未动"):
        unpack(store, brought, None, data_dir, told_no_at(number))

    assert [one.id for one in store.list()] == [report_id]
    assert store.load(report_id).year == 2026
