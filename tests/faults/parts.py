"""The four parts of the full run, each counted and put into a table."""

import os
import shutil
from collections import Counter
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from functools import partial
from multiprocessing import get_context
from pathlib import Path

from tests.faults.damages import KINDS, Damaged, damage_one, furnish_with_backup
from tests.faults.deeds import DEEDS
from tests.faults.figures import Part
from tests.faults.kills import Killed, kill_one
from tests.faults.operations import OPERATIONS
from tests.faults.sqlite_run import Struck, strike_all
from tests.faults.two_writers import contest

KILLS = 20
"""Of each deed."""
DAMAGES = 200
OPERATIONS_TOGETHER = 1000


def kills(folder: Path, seed: str, case: str) -> Part:
    """Each deed killed many times, all deeds at once: who is killed has mostly been waiting."""
    names = [name for name in DEEDS if not case or case.startswith(f"{name}/")]
    numbers = [int(case.rpartition("/")[2])] if case else list(range(KILLS))
    with ThreadPoolExecutor(len(names)) as pool:
        found = list(pool.map(lambda name: _killed(folder, name, numbers, seed), names))
    rows = tuple(
        (name, len(some), sum(one.acknowledged for one in some), sum(bool(one.complaints) for one in some))
        for name, some in zip(names, found, strict=True)
    )
    complaints = tuple(
        f"{one.deed}/{number}: {complaint}"
        for some in found
        for number, one in zip(numbers, some, strict=True)
        for complaint in one.complaints
    )
    head = ("deed", "kills", "acknowledgements", "with a loss or an unsound file")
    told = sum(one.acknowledged for some in found for one in some)
    summary = f"{len(names) * len(numbers)} kills, {told} acknowledgements, {len(complaints)} complaints"
    return Part(summary, head, rows, complaints)


def _killed(folder: Path, name: str, numbers: Iterable[int], seed: str) -> list[Killed]:
    ready = folder / name / "ready"
    DEEDS[name].begin(ready)
    found = []
    for number in numbers:
        place = folder / name / str(number) / "数据 目录"
        found.append(kill_one(name, ready, place, f"{seed} {name} {number}"))
        shutil.rmtree(place.parent)
    return found


def sqlite(folder: Path, _seed: str, case: str) -> Part:
    """Each call of each operation failed in every way, on all processors."""
    names = [name for name in OPERATIONS if not case or case.startswith(f"{name}/")]
    rows: list[tuple[object, ...]] = []
    complaints: list[str] = []
    total = 0
    with _processes() as pool:
        results = pool.map(partial(_struck, folder), names[::-1])  # the long ones are the last
        for name, struck in zip(names[::-1], results, strict=True):
            wrong = [one for one in struck if one.complaints]
            complaints += [
                f"{name}/{one.fault}/{one.at} ({one.statement[:60]}): {one.complaints}" for one in wrong
            ]
            rows.insert(0, (name, len({one.at for one in struck}), len(struck), len(wrong)))
            total += len(struck)
            print(*rows[0], flush=True)
    head = ("operation", "SQLite calls", "faults", "with a loss or without words")
    return Part(f"{total} faults, {len(complaints)} complaints", head, tuple(rows), tuple(complaints))


def _struck(folder: Path, name: str) -> list[Struck]:
    below = folder / name
    below.mkdir()
    try:
        return list(strike_all(name, below))
    finally:
        shutil.rmtree(below)


def _processes() -> ProcessPoolExecutor:
    """More than there are processors: on a disk that is one they wait for it by turns."""
    return ProcessPoolExecutor(2 * (os.cpu_count() or 1), mp_context=get_context("forkserver"))


def damages(folder: Path, seed: str, case: str) -> Part:
    """Random damage to the file."""
    ready = folder / "ready"
    furnish_with_backup(ready)
    ends: Counter[tuple[str, str]] = Counter()
    named: Counter[str] = Counter()
    silent: Counter[str] = Counter()
    complaints = []
    numbers = [int(case.rpartition("/")[2])] if case else range(DAMAGES)
    with _processes() as pool:
        for number, found in zip(numbers, pool.map(partial(_damaged, folder, seed), numbers), strict=True):
            ends[found.kind, found.end] += 1
            named[found.kind] += found.named
            silent[found.kind] += bool(found.complaints)
            complaints += [f"{found.kind}/{number}: {one}" for one in found.complaints]
    rows = tuple(
        (kind, *(ends[kind, end] for end in ("一样", "抢救", "备份", "没有")), named[kind], silent[kind])
        for kind in KINDS
    )
    head = (
        "damage",
        "opened, equal",
        "salvaged",
        "from the backup",
        "neither",
        "sentences on losses",
        "silent loss",
    )
    return Part(f"{ends.total()} damages, {silent.total()} with a silent loss", head, rows, tuple(complaints))


def _damaged(folder: Path, seed: str, number: int) -> Damaged:
    try:
        return damage_one(folder / "ready", folder / str(number), f"{seed} {number}")
    finally:
        shutil.rmtree(folder / str(number))


def writers(folder: Path, seed: str, _case: str) -> Part:
    """Two processes on one report."""
    found = contest(folder / "drafts", OPERATIONS_TOGETHER, seed)
    complaints = (*(f"lost/{one}" for one in found.lost), *(f"unsound/{one}" for one in found.complaints))
    row = (found.operations, found.acknowledged, found.overtaken, len(found.lost))
    head = ("operations", "values acknowledged", "kept as versions because overtaken", "lost")
    return Part(f"{found.operations} operations, {len(found.lost)} lost", head, (row,), complaints)
