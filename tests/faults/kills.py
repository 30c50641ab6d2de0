"""Child processes killed at random moments, and whether everything they had acknowledged is on the disk."""

import random
import shutil
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

LOADED = ["tests.faults.loaded"]
"""Modules for the fork server, before it starts."""
_PATIENCE_S = 60.0
"""For a word from a child; whoever hangs is killed and has acknowledged what he has."""


@dataclass(frozen=True, slots=True)
class Killed:
    """One killed process: the deed, how many facts it had acknowledged, and what was wrong on the disk."""

    deed: str
    acknowledged: int
    complaints: tuple[str, ...]


def kill_one(name: str, ready: Path, folder: Path, seed: str) -> Killed:
    """Start a deed in a process of its own, kill it at a moment `seed` chooses, look at what it left.

    `ready` is the data folder as the deed's `begin` made it, `folder` the place for a copy.
    """
    deed = DEEDS[name]
    shutil.copytree(ready, folder)
    messages = _killed(name, folder, seed)
    complaints = list(differing(allowed(messages), deed.read(folder)))
    if file_in(folder).exists():
        complaints += unsound(folder)
        if wrong := rows_of(folder).get(("unsound",)):
            complaints.append(str(wrong))
    complaints += deed.settle(folder)
    return Killed(name, sum(is_done for is_done, _ in messages), tuple(complaints))


def _killed(name: str, folder: Path, seed: str) -> list[Message]:
    context = get_context("forkserver")
    context.set_forkserver_preload(LOADED)
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_child, args=(name, str(folder), seed, theirs))
    process.start()
    theirs.close()
    messages = _heard(ours, random.Random(seed), DEEDS[name])
    process.kill()
    process.join()
    messages += _rest(ours)
    ours.close()
    return messages


def _child(name: str, folder: str, seed: str, pipe: Connection) -> None:
    DEEDS[name].do(Path(folder), Teller(pipe), random.Random(seed))


def _heard(pipe: Connection, chance: random.Random, deed: Deed) -> list[Message]:
    """What is told until a moment after a word: both by chance, so that a slow machine gets as far as a fast one."""
    messages: list[Message] = []
    words, until = chance.randint(1, deed.words), time.monotonic() + _PATIENCE_S
    while pipe.poll(max(0.0, until - time.monotonic())):
        try:
            messages.append(pipe.recv())
        except EOFError:  # it has done all it had to do
            return messages
        if len(messages) == words:
            until = time.monotonic() + chance.uniform(0, deed.within)
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
