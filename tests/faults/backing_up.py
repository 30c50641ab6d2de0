"""Making backups, and putting one in the place of the drafts."""

import random
from functools import partial
from hashlib import sha256
from itertools import count
from pathlib import Path

from actions.recovering import recover
from models.backup import Reason, backups, folder_in, keep_backup
from models.inspection import troubles
from models.store import Store
from tests.faults.facts import Facts, facts_of
from tests.faults.reports import furnish, typed
from tests.faults.sealed_rows import rows_of
from tests.faults.telling import Teller

_WHOLE = ("whole",)


def backing_up(folder: Path, teller: Teller, _chance: random.Random) -> None:
    """A change, a backup, a change, a backup."""
    with Store.open(folder) as store:
        for number in count(1):
            store.edit("3", partial(typed, place=0, number=number))
            kept = keep_backup(folder, Reason.ASKED)
            teller.done({("backup", kept.file.name): True} if kept else {})


def read(folder: Path) -> Facts:
    """What the drafts hold, and which of the backups that the program lists are sound."""
    listed = {("backup", one.file.name): not troubles(one.file) for one in backups(folder_in(folder))}
    if unsound := [name for name, is_sound in listed.items() if not is_sound]:
        raise AssertionError(f"listed as a backup and is none: {unsound}")
    return facts_of(folder) | listed


def begin(folder: Path) -> None:
    """Drafts that have gone on since their backup."""
    furnish(folder)
    keep_backup(folder, Reason.ASKED)
    with Store.open(folder) as store:
        store.edit("1", partial(typed, place=2, number=20))
        store.trash("3")


def recovering(folder: Path, teller: Teller, _chance: random.Random) -> None:
    """The backup in the place of the drafts: either the one state or the other, never anything between."""
    (backup,) = backups(folder_in(folder))
    teller.done({_WHOLE: _digest(folder)})
    teller.doing({_WHOLE: _digest(folder, backup.file)})
    recover(folder, backup.file)
    teller.done({_WHOLE: _digest(folder, backup.file)})


def read_whole(folder: Path) -> Facts:
    """The drafts as one value."""
    return {_WHOLE: _digest(folder)}


def _digest(folder: Path, file: Path | None = None) -> str:
    rows = rows_of(folder, file)
    return sha256(repr(sorted(rows.items(), key=repr)).encode()).hexdigest()
