"""The four parts of the full run, each counted and put into a table."""

import shutil
from collections import Counter
from pathlib import Path

from tests.faults.damages import KINDS, damage_one, furnish_with_backup
from tests.faults.deeds import DEEDS
from tests.faults.figures import Part
from tests.faults.kills import kill_one
from tests.faults.operations import OPERATIONS
from tests.faults.sqlite_run import strike_all
from tests.faults.two_writers import contest

KILLS = 26
"""Of each deed."""
DAMAGES = 200
OPERATIONS_TOGETHER = 1000


def kills(folder: Path, seed: str, case: str) -> Part:
    """Each deed killed many times."""
    rows, complaints, total, told = [], [], 0, 0
    for name in DEEDS:
        if case and not case.startswith(f"{name}/"):
            continue
        ready = folder / name
        DEEDS[name].begin(ready)
        acknowledged = lost = 0
        numbers = [int(case.rpartition("/")[2])] if case else range(KILLS)
        for number in numbers:
            place = folder / f"{name} {number}" / "数据 目录"
            found = kill_one(name, ready, place, f"{seed} {name} {number}")
            complaints += [f"{name}/{number}: {one}" for one in found.complaints]
            acknowledged += found.acknowledged
            lost += bool(found.complaints)
            shutil.rmtree(place.parent)
        rows.append((name, len(numbers), acknowledged, lost))
        total, told = total + len(numbers), told + acknowledged
    head = ("deed", "kills", "acknowledgements", "with a loss or an unsound file")
    summary = f"{total} kills, {told} acknowledgements, {len(complaints)} complaints"
    return Part(summary, head, tuple(rows), tuple(complaints))


def sqlite(folder: Path, _seed: str, case: str) -> Part:
    """Each call of each operation failed in every way."""
    rows, complaints, total = [], [], 0
    for name in OPERATIONS:
        if case and not case.startswith(name):
            continue
        below = folder / name
        below.mkdir()
        struck = list(strike_all(name, below))
        wrong = [one for one in struck if one.complaints]
        complaints += [
            f"{name}/{one.fault}/{one.at} ({one.statement[:60]}): {one.complaints}" for one in wrong
        ]
        rows.append((name, len({one.at for one in struck}), len(struck), len(wrong)))
        total += len(struck)
        shutil.rmtree(below)
    head = ("operation", "SQLite calls", "faults", "with a loss or without words")
    return Part(f"{total} faults, {len(complaints)} complaints", head, tuple(rows), tuple(complaints))


def damages(folder: Path, seed: str, case: str) -> Part:
    """Random damage to the file."""
    ready = folder / "ready"
    furnish_with_backup(ready)
    ends: Counter[tuple[str, str]] = Counter()
    named: Counter[str] = Counter()
    complaints = []
    for number in [int(case.rpartition("/")[2])] if case else range(DAMAGES):
        found = damage_one(ready, folder / str(number), f"{seed} {number}")
        ends[found.kind, found.end] += 1
        named[found.kind] += found.named
        complaints += [f"{found.kind}/{number}: {one}" for one in found.complaints]
        shutil.rmtree(folder / str(number))
    rows = tuple(
        (kind, *(ends[kind, end] for end in ("一样", "抢救", "备份", "没有")), named[kind]) for kind in KINDS
    )
    head = ("damage", "opened, equal", "salvaged", "from the backup", "neither", "sentences on losses")
    return Part(f"{ends.total()} damages, {len(complaints)} complaints", head, rows, tuple(complaints))


def writers(folder: Path, seed: str, _case: str) -> Part:
    """Two processes on one report."""
    found = contest(folder / "drafts", OPERATIONS_TOGETHER, seed)
    complaints = (*(f"lost/{one}" for one in found.lost), *(f"unsound/{one}" for one in found.complaints))
    row = (found.operations, found.acknowledged, found.overtaken, len(found.lost))
    head = ("operations", "values acknowledged", "kept as versions because overtaken", "lost")
    return Part(f"{found.operations} operations, {len(found.lost)} lost", head, (row,), complaints)
