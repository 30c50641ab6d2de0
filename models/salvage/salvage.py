"""From a damaged file a sound one: all that is in it, and in words what is not."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from models.errors import UserError
from models.inspection import troubles
from models.salvage.building import build
from models.salvage.choosing import Choice, chosen
from models.salvage.finds import Finds
from models.salvage.kinship import Backups
from models.salvage.live import add_live_rows, add_sound_rows
from models.salvage.log import read_log
from models.salvage.older import moment
from models.salvage.raw import add_rows, page_size, view
from models.sealed_rows import VersionRow

_MOST_BACKUPS = 3
"""As many of the newest sound backups are asked for what the file lacks."""


@dataclass(frozen=True, slots=True)
class Salvaged:
    """What was lost or had to be taken from an older state, each place in words, and what else to know."""

    lost: tuple[str, ...]
    notes: tuple[str, ...] = ()


def salvage(file: Path, target: Path, backups: Sequence[Path] = (), *, are_own: bool = False) -> Salvaged:
    """Write whatever a damaged file holds into `target`; its gaps are filled from versions and `backups`, newest first.

    Backups are asked for the same reports only; if they `are_own` they lie in the folder of the file itself.
    Everything is there as it was, or `lost` names it. No connection of this process may have the file open. Raises
    UserError where nothing was found, or the file cannot be read.
    """
    finds, is_torn = _found_in(file)
    older = Backups(tuple(_sound_ones(file, backups)), are_own)
    if not finds.numbers():
        raise UserError(
            f"“{file}”里没有找到任何报告，没有恢复，文件原样未动；请选另一个备份，或确认选的是草稿库文件。"
        )
    numbers = set(finds.numbers())
    if not finds.is_whole:
        numbers |= {number for backup in islice(older.of_this_file(finds), 1) for number in backup.reports}
    results = [chosen(number, finds, older) for number in sorted(numbers)]
    choices = [one for one in results if isinstance(one, Choice)]
    kept = {one.row.id for one in choices}
    versions, lost_versions = _versions(finds, older, kept)
    last = max((finds.last, *numbers))
    build(target, choices, versions, last)
    lost = [words for one in results for words in (one.lost if isinstance(one, Choice) else [one])]
    lost += [*lost_versions, *_unaccounted(finds, numbers)]
    return Salvaged((*lost, *([_last_changes(choices)] if is_torn else [])))


def _found_in(file: Path) -> tuple[Finds, bool]:
    """The rows of a file and its log, and whether the log is torn."""
    finds, seen = Finds(), set[bytes]()
    try:
        content = file.read_bytes()
        beside = file.with_name(f"{file.name}-wal")
        log = read_log(beside.read_bytes() if beside.exists() else b"")
    except OSError as error:
        raise UserError(f"“{file}”读不出来，没有恢复，文件原样未动；请把它拷到别的磁盘再试。") from error
    size = page_size(content, log)
    if log.forgotten:
        finds.is_whole = False
        torn = view(content, size, log.taken, log.forgotten)
        add_rows(finds, torn, seen, only=sorted({number for number, _ in log.forgotten}))
    add_live_rows(finds, file)
    if not finds.is_whole:
        add_rows(finds, view(content, size, log.taken), seen)
        add_rows(finds, view(content, size), seen)
    return finds, log.is_torn


def _sound_ones(file: Path, backups: Sequence[Path]) -> list[Finds]:
    """What the newest sound backups hold; one from before the present form of the file holds nothing of use."""
    found: list[Finds] = []
    for backup in backups:
        if len(found) == _MOST_BACKUPS:
            break
        if backup.samefile(file) or troubles(backup):
            continue
        finds = Finds()
        try:
            add_sound_rows(finds, backup)
        except UserError:
            continue
        found.append(finds)
    return found


def _versions(finds: Finds, older: Backups, reports: set[int]) -> tuple[list[VersionRow], list[str]]:
    """The versions that can be had, and in words those that cannot."""
    wanted = {*finds.versions, *finds.version_keys}
    akin = {number: older.akin(number, finds) for number in reports}
    if not finds.is_whole:
        wanted |= {
            place
            for number, backups in akin.items()
            for backup in backups[:1]
            for place in backup.versions
            if place[0] == number
        }
    kept: list[VersionRow] = []
    lost: list[str] = []
    for place in sorted(wanted):
        found = [
            row
            for source in (finds, *akin.get(place[0], ()))
            for row in source.versions.get(place, ())
            if row.is_sound and place[0] in reports
        ]
        kept += found[:1]
        lost += [] if found else [_named(place, finds)]
    return kept, lost


def _named(place: tuple[int, int], finds: Finds) -> str:
    number, version = place
    known = next((row for row in finds.versions.get(place, ()) if row.is_sealed), None)
    what = f"（{known.name or known.kind}，{moment(known.created)}）" if known else ""
    return f"报告{number}：第{version}个版本{what}没有救回，请用它前后的版本"


def _last_changes(choices: Sequence[Choice]) -> str:
    """Of a torn log nobody can tell whether its last frames were among those destroyed."""
    known = "、".join(f"报告{one.row.id}最后改于{moment(one.row.updated)}" for one in choices)
    return f"日志（-wal）有一段损坏，最后的个别改动可能没有救回，请核对（{known}）"


def _unaccounted(finds: Finds, numbers: set[int]) -> Iterator[str]:
    """Numbers that were given to reports of which nothing is left."""
    if not finds.is_whole and (gone := sorted(set(range(1, finds.last + 1)) - numbers)):
        shown = "、".join(map(str, gone[:10])) + ("等" if len(gone) > 10 else "")
        yield f"编号{shown}的报告一点也没有找到，请看备份里有没有（也可能是以前彻底删除的）"
