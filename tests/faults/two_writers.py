"""Two processes that write into one report, and whether anything either was told is stored got lost.

Each value is written once. It may go only where a writer who had read it put another in its place; else it must be in
the report or in one of its versions.
"""

import random
from dataclasses import dataclass
from functools import partial
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TypeAlias

from models.report import Report
from models.store import Store
from models.stored import Stored
from models.version import Occasion
from tests.faults.facts import unsound
from tests.faults.reports import KEYS, furnish, typed, written

Value: TypeAlias = "tuple[int, tuple[str, int] | None]"
"""A place and what stands there."""
_WRITERS = "甲乙"
_REPORT = "3"
_PATIENCE_MS = 60_000


@dataclass(frozen=True, slots=True)
class Contest:
    """How it went: operations of both, values acknowledged, versions kept of what was overtaken, values lost."""

    operations: int
    acknowledged: int
    overtaken: int
    lost: tuple[Value, ...]
    complaints: tuple[str, ...]


def contest(folder: Path, operations: int, seed: str) -> Contest:
    """Let two processes do so many operations together on one report of a new data folder."""
    furnish(folder)
    context = get_context("forkserver")
    pipes = []
    for writer in _WRITERS:
        ours, theirs = context.Pipe(duplex=False)
        given = (str(folder), writer, operations // len(_WRITERS), seed, theirs)
        context.Process(target=_write, args=given).start()
        theirs.close()
        pipes.append(ours)
    stored: set[Value] = set()
    replaced: set[Value] = set()
    for pipe in pipes:
        one, other = pipe.recv()
        stored |= one
        replaced |= other
    there, overtaken = _held(folder)
    return Contest(
        operations, len(stored), overtaken, tuple(sorted(stored - replaced - there)), tuple(unsound(folder))
    )


def _write(folder: str, writer: str, operations: int, seed: str, pipe: Connection) -> None:
    chance = random.Random(f"{seed}{writer}")
    stored: set[Value] = set()
    replaced: set[Value] = set()
    with Store.open(Path(folder), _PATIENCE_MS) as store:
        since = store.fetch(_REPORT)
        for number in range(1, operations + 1):
            deed, place = chance.random(), chance.randrange(len(KEYS))
            if deed < 0.1:
                _something_else(store, chance)
            elif deed < 0.4:
                _edit(store, place, (writer, number), replaced)
                stored.add((place, (writer, number)))
            else:
                since = since if deed < 0.8 else store.fetch(_REPORT)
                replaced.add((place, written(since.report, place)))
                since = _save(store, since, place, (writer, number))
                stored.add((place, (writer, number)))
    pipe.send((stored, replaced))


def _edit(store: Store, place: int, value: tuple[str, int], replaced: set[Value]) -> None:
    def change(report: Report) -> Report:
        replaced.add((place, written(report, place)))
        return typed(report, place, value[1], value[0])

    store.edit(_REPORT, change)


def _save(store: Store, since: Stored, place: int, value: tuple[str, int]) -> Stored:
    return store.save(_REPORT, typed(since.report, place, value[1], value[0]), since).stored


def _something_else(store: Store, chance: random.Random) -> None:
    chance.choice(
        (
            partial(store.keep, _REPORT, Occasion.AUTOMATIC),
            partial(store.trash, _REPORT),
            partial(store.take_back, _REPORT),
            partial(store.versions, _REPORT),
        )
    )()


def _held(folder: Path) -> tuple[set[Value], int]:
    """Every value in the report and its versions; how many versions hold what was overtaken."""
    with Store.open(folder) as store:
        versions = store.versions(_REPORT)
        reports = [store.load(_REPORT), *(store.load_version(_REPORT, one.number) for one in versions)]
        found = {(place, written(report, place)) for report in reports for place in range(len(KEYS))}
        return found, sum(one.kind == Occasion.OVERTAKEN for one in versions)
