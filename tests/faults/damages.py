"""Random damage to a drafts' file, and whether everything is there afterwards or named as lost."""

import random
import shutil
from collections import defaultdict
from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from actions.recovering import recover
from models.backup import Reason, backups, folder_in, keep_backup
from models.database import file_in
from models.errors import UserError
from models.store import Store
from models.version import Occasion
from tests.faults.facts import Facts, facts_of
from tests.faults.reports import begun, furnish, typed
from tests.faults.sealed_rows import rows_of

_PAGE = 4096


@dataclass(frozen=True, slots=True)
class Damaged:
    """One damage: its kind, how it ended (一样, 抢救, 备份), how many losses were named, what was wrong."""

    kind: str
    end: str
    named: int
    complaints: tuple[str, ...]


def furnish_with_backup(data_dir: Path) -> None:
    """Drafts with a backup, work done since, and part of that still in the -wal; nobody has the file open."""
    furnish(data_dir)
    keep_backup(data_dir, Reason.ASKED)
    aside = data_dir.with_name("正在写")
    with closing(Store.open(data_dir)) as store:
        for number in range(10, 16):
            store.edit("3", partial(typed, place=number % 4, number=number))
            store.keep("3", Occasion.NAMED, f"第{number}次")
        store.create(begun())
        shutil.copytree(data_dir, aside)
    shutil.rmtree(data_dir)
    aside.rename(data_dir)
    for shared in data_dir.glob("*-shm"):
        shared.unlink()


def damage_one(ready: Path, folder: Path, seed: str) -> Damaged:
    """Damage a copy of a data folder in a way `seed` chooses, and get the drafts back as a clerk would."""
    chance = random.Random(seed)
    undamaged = folder / "完好"
    damaged = folder / "损坏"
    for one in (undamaged, damaged):
        shutil.copytree(ready, one)
    truth = rows_of(undamaged)
    kind = chance.choice(list(KINDS))
    KINDS[kind](file_in(damaged), chance)
    try:
        end, words = _got_back(damaged)
        complaints = _unnamed(truth, rows_of(damaged), words)
    except Exception as error:
        return Damaged(kind, "没有", 0, (f"{type(error).__name__}: {error}",))
    return Damaged(kind, end, len(words) if end != "一样" else 0, tuple(complaints))


def _got_back(folder: Path) -> tuple[str, tuple[str, ...]]:
    """How the drafts were got back, and everything that was said about what is lost."""
    try:
        facts_of(folder)
    except UserError:
        pass
    else:
        return "一样", ()
    try:
        got = recover(folder, file_in(folder))
        end = "抢救"
    except UserError as error:
        got = recover(folder, backups(folder_in(folder))[0].file)
        end = "备份"
        return end, (str(error), *got.lost, *got.notes)
    return end, (*got.lost, *got.notes)


def _unnamed(truth: Facts, found: Facts, words: tuple[str, ...]) -> list[str]:
    """The reports in which something differs from the truth and of which no word of loss speaks."""
    said = "".join(words)
    differing: defaultdict[str, list[str]] = defaultdict(list)
    for subject in truth.keys() | found.keys():
        if truth.get(subject) != found.get(subject):
            name = "" if subject == ("unsound",) else f"报告{subject[1]}"
            differing[name].append(" ".join(subject))
    return [
        f"{name or 'unsound'}: {len(places)} places differ ({min(places)} …), and nothing was said of it: {said[:200]}"
        for name, places in sorted(differing.items())
        if not name or name not in said
    ]


def _overwrite(file: Path, at: int, content: bytes) -> None:
    with file.open("r+b") as stream:
        stream.seek(at)
        stream.write(content)


def _flip(file: Path, chance: random.Random) -> None:
    content = bytearray(file.read_bytes())
    for _ in range(chance.randint(1, 64)):
        content[chance.randrange(len(content))] ^= chance.randint(1, 255)
    _overwrite(file, 0, bytes(content))


def _scribble(file: Path, chance: random.Random) -> None:
    size = file.stat().st_size
    at = chance.randrange(max(1, size - _PAGE))
    _overwrite(file, at, chance.randbytes(min(_PAGE, size - at)))


def _cut(file: Path, chance: random.Random) -> None:
    with file.open("r+b") as stream:
        stream.truncate(chance.randrange(file.stat().st_size))


def _blank(file: Path, chance: random.Random) -> None:
    _overwrite(file, chance.randrange(file.stat().st_size // _PAGE) * _PAGE, bytes(_PAGE))


def _speckle(file: Path, chance: random.Random) -> None:
    content = bytearray(file.read_bytes())
    for _ in range(chance.randint(30, 200)):
        at = chance.randrange(max(1, len(content) - 8))
        content[at : at + 8] = chance.randbytes(8)
    _overwrite(file, 0, bytes(content))


def _in_log(damage: Callable[[Path, random.Random], None], file: Path, chance: random.Random) -> None:
    damage(file.with_name(f"{file.name}-wal"), chance)


KINDS: Mapping[str, Callable[[Path, random.Random], None]] = {
    "翻转1—64个字节": _flip,
    "覆盖4 KB": _scribble,
    "截断": _cut,
    "一页清零": _blank,
    "200处×8字节": _speckle,
    "日志（-wal）翻转": partial(_in_log, _flip),
    "日志（-wal）覆盖4 KB": partial(_in_log, _scribble),
}
