"""Getting drafts back: a backup in the place of what is there, what a damaged file still holds, one report."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from actions.progress import Steps, Tell, unwatched
from models.backup import Holdings, Reason, backups, copy_as_is, folder_in, holdings, keep_backup
from models.database import file_in, make_private, prepare
from models.errors import UserError
from models.inspection import troubles
from models.restoring import (
    Registered,
    apart,
    is_blank,
    is_damaged,
    made_ready,
    move_aside,
    put_in_place,
    put_into,
    refuse_foreign,
    registered,
)

if TYPE_CHECKING:
    from models.store import Store

_STEPS = 3
_SOUND = "草稿库完好，没有要恢复的，什么也没有改动；要回到以前的状态，请选一个备份。"


@dataclass(frozen=True, slots=True)
class Recovered:
    """How drafts were got back: how many reports and versions there are now, what is `lost` (each place in words),
    what else to know, and where the state before this lies, if there was one."""

    how: Literal["restored", "salvaged"]
    reports: int
    versions: int
    lost: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    aside: Path | None = None


def recover(data_dir: Path, file: Path, tell: Tell = unwatched) -> Recovered:
    """Put what a backup, or a damaged file such as the data folder's own, holds in the place of the drafts.

    A sound present file is backed up first and gets the new content as a transaction; a damaged one is moved aside.
    No store of this process may have the folder open. Raises UserError, StoppedError where `tell` says no in time,
    and then the drafts are what they were.
    """
    steps = Steps(_STEPS, tell, "没有恢复，草稿原样未动")
    steps.begin("正在检查文件……")
    refuse_foreign(file)
    if is_blank(file):
        raise UserError(f"“{file}”是空的，里面什么也没有，没有恢复，什么也没有改动；请选一个备份。")
    live = file_in(data_dir)
    is_own = live.exists() and file.samefile(live)
    damaged = troubles(file) or (is_own and is_damaged(live))
    if is_own and not damaged:
        raise UserError(_SOUND)
    steps.begin("正在抢救里面的内容……" if damaged else "正在准备里面的内容……")
    with apart(data_dir.absolute()) as folder:
        lost: tuple[str, ...] = ()
        notes: tuple[str, ...] = ()
        if damaged:
            from models.salvage.salvage import salvage

            ready = folder / live.name
            mine = folder_in(data_dir)
            are_own = file.absolute().parent in (mine, mine.parent)
            saved = salvage(file, ready, tuple(one.file for one in backups(mine)), are_own=are_own)
            lost, notes = saved.lost, saved.notes
        else:
            ready = made_ready(file, folder)
        held = holdings(ready)
        if not damaged:
            _refuse_empty(file, held, live)
        steps.begin("正在备份现在的状态，然后换上……")
        aside, differing = _replaced(data_dir, live, ready, is_own=is_own)
    count = len(held.reports) + held.trashed
    how: Literal["restored", "salvaged"] = "salvaged" if damaged else "restored"
    return Recovered(how, count, held.versions, lost, (*notes, *differing), aside)


def take_report(backup: Path, report_id: str, store: "Store", tell: Tell = unwatched) -> str:
    """Take one report with its history out of a backup, as a new one; its id. Raises UserError, DamagedError,
    StoppedError where `tell` says no."""
    import tempfile

    from models.store import Store

    refuse_foreign(backup)
    steps = Steps(0, tell, "没有取出，草稿原样未动")
    with tempfile.TemporaryDirectory() as folder:
        copy = file_in(Path(folder))
        make_private(copy)
        copy_as_is(backup, copy, watch=steps.part("正在读备份……"))
        with Store.open(Path(folder)) as opened:
            archive = opened.archive(report_id)
    steps.begin("正在放进草稿库……")
    return store.take_in(archive)


def _refuse_empty(file: Path, held: Holdings, live: Path) -> None:
    """Raises UserError where a backup without a report would take the place of drafts, which may be damaged."""
    if held.reports or held.trashed or is_blank(live):
        return
    if is_damaged(live) or registered(live):
        raise UserError(f"“{file}”里没有报告，现在的草稿库里有，没有恢复，什么也没有改动；请选另一个备份。")


def _replaced(
    data_dir: Path, live: Path, ready: Path, *, is_own: bool
) -> tuple[Path | None, tuple[str, ...]]:
    """Put what is ready in place; where the former state lies, and what is only there."""
    if is_blank(live):
        put_into(ready, prepare(data_dir))
        return None, ()
    if is_damaged(live):
        aside = move_aside(live, datetime.now())
        put_in_place(ready, live)
        if is_own:
            return aside, (f"损坏的文件原样留存为“{aside.name}”。",)
        return aside, (
            f"原来的草稿库已损坏，原样留存为“{aside.name}”；其中比备份新的内容，可再用它恢复来抢救。",
        )
    before, after = registered(live), registered(ready)
    kept = keep_backup(data_dir, Reason.RECOVERY)
    put_into(ready, live)
    where = kept.file if kept else None
    return where, tuple(_differing(before, after, where))


def _differing(
    before: Mapping[tuple[int, str], Registered],
    after: Mapping[tuple[int, str], Registered],
    where: Path | None,
) -> Iterator[str]:
    """Which reports are older now or gone, and where the former state lies."""
    place = f"恢复前的状态在“{where.name}”" if where else ""
    how = f"要全部换回，用 recover 加这个文件“{where}”；只要其中一份，在窗口的“数据备份”里选它，点“取出报告”"
    gone = [one for key, one in before.items() if key not in after]
    older = [one for key, one in before.items() if key in after and after[key].updated < one.updated]
    if gone:
        yield f"恢复的内容里没有{_named(gone)}；{place}；{how}。"
    if older:
        yield f"恢复的内容比原来的旧：{_named(older)}；{place}；{how}。"
    if where and not gone and not older:
        yield f"{place}。"


def _named(reports: list[Registered]) -> str:
    shown = [
        f"报告{one.id}“{one.title}”（{one.updated.month}月{one.updated.day}日{one.updated:%H:%M}改过）"
        for one in reports
    ]
    return "、".join(shown)
