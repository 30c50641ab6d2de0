"""What a command is given and what it answers."""

import argparse
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from models.errors import UserError

if TYPE_CHECKING:
    from models.store import Store

DONE, FOUND_ERRORS, REFUSED = 0, 1, 2
"""Exit statuses."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a command says: as JSON, and in lines for people; `notes` go to stderr."""

    data: dict[str, Any]
    lines: tuple[str, ...]
    status: int = DONE
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Command:
    """A parsed command line; an empty name asks for the window. `complaint` says what is wrong with it."""

    name: str
    data_dir: Path
    json: bool
    arguments: argparse.Namespace
    complaint: str = ""


@contextmanager
def opened_store(command: Command) -> Iterator["Store"]:
    """The drafts, for as long as the command takes; a bad place for them is said once, on stderr."""
    from actions.place_note import place_note
    from models.store import Store  # SQLAlchemy takes a quarter of a second

    with Store.open(command.data_dir) as store:
        yield store
    if note := place_note(command.data_dir):
        print(note, file=sys.stderr)


def pair(text: str) -> tuple[str, str]:
    """KEY=VALUE as two texts; UserError where there is no equals sign."""
    key, equals, value = text.partition("=")
    if not equals:
        raise UserError(f"“{text}”不是“字段=值”的写法，什么也没有改动；请写成 date=2026年2月9日 这样。")
    return key.strip(), value.strip()
