"""Importing several files at once: one that cannot be read keeps none of the others back."""

from collections.abc import Sequence
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
    """Read files as `read_files` does and store what could be read; also returns the new reports' ids."""
    found = read_files(paths, data_dir, tell)
    return found, [store.create(one.report) for one in found if one.report is not None]


def told(found: Sequence[Read]) -> tuple[str, str]:
    """What came of it, and the notes file by file, those that failed first."""
    failed = [one for one in found if one.report is None]
    kept = len(found) - len(failed)
    if len(found) == len(failed) == 1:
        return found[0].notes[0], ""
    done = f"已导入 {kept} 份报告，原文件未改；请逐部分核对。" if kept else "没有导入任何报告。"
    missed = f"有 {len(failed)} 个文件没有导入，原因见下。" if failed else ""
    ordered = (*failed, *(one for one in found if one.report is not None))
    return done + missed, "\n".join(f"{one.file}：{note}" for one in ordered for note in one.notes)
