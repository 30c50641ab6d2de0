"""Child processes killed at random moments, and whether everything they had acknowledged is on the disk."""

import random
import time
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path

from models.database import file_in
from tests.faults.deeds import DEEDS, Deed
from tests.faults.facts import differing, unsound
from tests.faults.sealed_rows import rows_of
from tests.faults.telling import Message, Teller, allowed

_LOADED = ["tests.faults.deeds", "actions.exporting", "PySide6.QtCore", "ui.draft"]
_PATIENCE_S = 60.0
"""For a word from a child; whoever hangs is killed and has acknowledged what he has."""
_MOST_WORDS = 20


@dataclass(frozen=True, slots=True)
class Killed:
    """One killed process: the deed, how many facts it had acknowledged, and what was wrong on the disk."""

    deed: str
    acknowledged: int
    complaints: tuple[str, ...]


def kill_one(name: str, folder: Path, seed: str) -> Killed:
    """Start a deed in a process of its own, kill it at a moment `seed` chooses, look at what it left."""
    deed = DEEDS[name]
    deed.begin(folder)
    before = rows_of(folder) if name.startswith("migrating") else None
    if before:
        _put_back(deed, folder)
    messages = _killed(name, folder, seed)
    complaints = list(differing(allowed(messages), deed.read(folder)))
    if file_in(folder).exists():
        complaints += [*unsound(folder), *map(str, rows_of(folder).get(("unsound",), ()))]
    if before and rows_of(folder) != before:
        complaints.append("the migrated file differs from one migrated undisturbed")
    return Killed(name, sum(is_done for is_done, _ in messages), tuple(complaints))


def _put_back(deed: Deed, folder: Path) -> None:
    """The folder as it was begun: reading it migrated it."""
    for file in folder.iterdir():
        file.unlink()
    folder.rmdir()
    deed.begin(folder)


def _killed(name: str, folder: Path, seed: str) -> list[Message]:
    context = get_context("forkserver")
    context.set_forkserver_preload(_LOADED)
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_child, args=(name, str(folder), seed, theirs))
    process.start()
    theirs.close()
    messages = _heard(ours, random.Random(seed), DEEDS[name].within)
    process.kill()
    process.join()
    messages += _rest(ours)
    ours.close()
    return messages


def _child(name: str, folder: str, seed: str, pipe: Connection) -> None:
    DEEDS[name].do(Path(folder), Teller(pipe), random.Random(seed))


def _heard(pipe: Connection, chance: random.Random, within: float) -> list[Message]:
    """What is told until a moment after a word: both by chance, so that a slow machine gets as far as a fast one."""
    messages: list[Message] = []
    words, until = chance.randint(1, _MOST_WORDS), time.monotonic() + _PATIENCE_S
    while pipe.poll(max(0.0, until - time.monotonic())):
        try:
            messages.append(pipe.recv())
        except EOFError:  # it has done all it had to do
            return messages
        if len(messages) == words:
            until = time.monotonic() + chance.uniform(0, within)
        elif len(messages) > words and time.monotonic() > until:
            break
    return messages


def _rest(pipe: Connection) -> list[Message]:
    """What the pipe still held; a word cut short by the kill does not count."""
    messages: list[Message] = []
    try:
        while pipe.poll():
            messages.append(pipe.recv())
    except (EOFError, OSError):
        pass
    return messages
