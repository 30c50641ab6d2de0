"""Importing several files at once: one that cannot be read keeps none of the others back."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from actions.progress import Steps, Tell, unwatched
from models.errors import UserError

if TYPE_CHECKING:
    from models.report import Report
    from models.store import Store


_KEPT = "没有导入任何报告，原文件未改"


@dataclass(frozen=True, slots=True)
class Read:
    """What became of a file: a report with notes, or the reason why there is none."""

    file: str
    report: "Report | None"
    notes: tuple[str, ...]


def read_files(paths: Sequence[Path], data_dir: Path, tell: Tell = unwatched) -> list[Read]:
    """Read each file by itself, then back up the drafts that reports will come to. Runs on any thread.

    Raises StoppedError where `tell` says no: then no report is kept.
    """
    from actions.backing_up import back_up_before_import
    from importers import import_file

    found = []
    steps = Steps(len(paths), tell, _KEPT)
    for path in paths:
        steps.begin(f"正在导入“{path.name}”……")
        try:
            imported = import_file(path)
        except UserError as error:
            found.append(Read(path.name, None, (str(error),)))
        else:
            found.append(Read(path.name, imported.report, tuple(imported.notes)))
    if any(one.report for one in found):
        back_up_before_import(data_dir, tell, _KEPT)
    return found


def read_and_keep(
    paths: Sequence[Path], store: "Store", data_dir: Path, tell: Tell = unwatched
) -> tuple[list[Read], list[str]]:
    """Read files as `read_files` does and store what could be read; also returns the new reports' ids.

    All or none: what was stored before it was stopped, or before the disk was full, is taken away again.
    """
    found = read_files(paths, data_dir, tell)
    named = [(one.file, one.report) for one in found if one.report is not None]
    steps = Steps(len(named), tell, _KEPT)
    ids: list[str] = []
    try:
        for file, report in named:
            steps.begin(f"正在存入“{file}”……")
            ids.append(store.create(report))
    except UserError:
        _take_away(ids, store)
        raise
    return found, ids


def _take_away(ids: Sequence[str], store: "Store") -> None:
    with suppress(UserError):  # why they could not be stored is said, and a full disk refuses this as well
        for report_id in ids:
            store.trash(report_id)
            store.purge(report_id)


def told(found: Sequence[Read]) -> tuple[str, str]:
    """What came of it, and the notes file by file, those that failed first."""
    failed = [one for one in found if one.report is None]
    kept = len(found) - len(failed)
    if len(found) == len(failed) == 1:
        return found[0].notes[0], ""
    done = f"已导入 {kept} 份报告，原文件未改；请逐部分核对。" if kept else "没有导入任何报告。"
    noted = sum(bool(one.report and one.notes) for one in found)
    if kept > 1 and noted:
        done += f"其中 {noted} 份有要留意的地方，见下。"
    missed = f"有 {len(failed)} 个文件没有导入，原因见下。" if failed else ""
    ordered = (*failed, *(one for one in found if one.report is not None))
    return done + missed, "\n".join(_notes(one) for one in ordered if one.notes)


def _notes(one: Read) -> str:
    """One note behind the file's name; several below it."""
    return f"{one.file}：" + (one.notes[0] if len(one.notes) == 1 else "".join(f"\n　{n}" for n in one.notes))
