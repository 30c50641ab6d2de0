"""Each operation of the store with each call of SQLite failing once, in every way a call can fail."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from models.errors import UserError
from tests.faults.facts import Facts
from tests.faults.failing_sqlite import Fault, Schedule, failing
from tests.faults.operations import OPERATIONS, Operation
from tests.faults.sealed_rows import rows_of


@dataclass(frozen=True, slots=True)
class Struck:
    """One failed call: the operation, the fault, the call's number and statement, and what was wrong afterwards."""

    operation: str
    fault: str
    at: int
    statement: str
    complaints: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Start:
    """What an operation begins with, and the states it may leave behind."""

    operation: Operation
    folder: Path
    prepared: object
    states: tuple[Facts, ...]


def strike_all(name: str, folder: Path, faults: tuple[Fault, ...] = ()) -> Iterator[Struck]:
    """Every call of one operation failed in each way (by default the operation's), on fresh data below `folder`."""
    start = _start(OPERATIONS[name], folder)
    for fault in faults or start.operation.faults:
        for at in count(1):
            schedule = Schedule(fault, at)
            complaints = _strike(start, _fresh(start, folder), schedule)
            if not schedule.struck:
                break
            yield Struck(name, fault.name, at, schedule.struck, tuple(complaints))


def _start(operation: Operation, folder: Path) -> _Start:
    ready = folder / "起点"
    operation.begin(ready)
    start = _Start(operation, ready, operation.prepare(ready), ())
    states = [rows_of(_fresh(start, folder))]
    for step in (*operation.steps, operation.do):
        one = _fresh(start, folder)
        step(one, start.prepared)
        states.append(rows_of(one))
    return _Start(operation, ready, start.prepared, tuple(states))


def _fresh(start: _Start, folder: Path) -> Path:
    one = folder / "草稿"
    shutil.rmtree(one, ignore_errors=True)
    if start.folder.exists():
        shutil.copytree(start.folder, one)
    return one


def _strike(start: _Start, folder: Path, schedule: Schedule) -> list[str]:
    """Fail one call; what was wrong then and afterwards."""
    complaints: list[str] = []
    with failing(schedule):
        try:
            start.operation.do(folder, start.prepared)
        except UserError as error:
            complaints += _bad_words(str(error))
        except Exception as error:
            complaints.append(f"raised {type(error).__name__}: {error}")
    for connection in schedule.connections:
        connection.close()
    return complaints + list(_aftermath(start, folder)) if schedule.struck else []


def _aftermath(start: _Start, folder: Path) -> Iterator[str]:
    """The file is sound, its state the one before or the one after, and the next try works."""
    after = rows_of(folder)
    if after not in start.states and after:
        yield "half a state, or an unsound one"
    try:
        start.operation.do(folder, start.prepared)
    except UserError as error:
        if after == start.states[0]:
            yield f"the next try failed: {error}"
    except Exception as error:
        yield f"the next try raised {type(error).__name__}: {error}"
    begins, ends = after == start.states[0], after == start.states[-1]
    if (begins or (ends and start.operation.once)) and rows_of(folder) != start.states[-1]:
        yield "the next try did not do it" if begins else "the next try did it twice"
    if left := [file.name for file in folder.rglob("*") if _is_unfinished(file)]:
        yield f"left behind: {left}"
    yield from start.operation.beside(folder)


def _is_unfinished(file: Path) -> bool:
    return file.suffix in {".part", ".tmp"} or file.name.startswith(".")


def _bad_words(sentence: str) -> Iterator[str]:
    if "；" not in sentence or not sentence.endswith("。") or "rror" in sentence:
        yield f"not in words: {sentence}"
