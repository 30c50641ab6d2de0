"""What child processes do until they are killed, each deed over and over, told before and after."""

import os
import random
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import count
from pathlib import Path

from models.backup import Reason, keep_backup
from models.report import Report
from models.store import Store
from models.version import Occasion
from tests.faults import backing_up, carrying, drafting, exporting, failing_saves
from tests.faults.facts import LISTED, TRASHED, Facts, facts_of, hash_of, text_facts
from tests.faults.reports import KEYS, begun, furnish, furnish_old, typed
from tests.faults.sealed_rows import rows_of
from tests.faults.telling import Teller
from tests.faults.wrong_clock import wrong_clock


def left_behind(folder: Path) -> list[str]:
    """What the next backup an hour later did not clear away."""
    Store.open(folder).close()
    for file in folder.rglob("*.part"):
        os.utime(file, (0, 0))
    keep_backup(folder, Reason.ASKED)
    return [f"left behind: {file.name}" for file in folder.rglob("*") if file.suffix in {".part", ".tmp"}]


def exported_anew(folder: Path) -> list[str]:
    """What the next export an hour later did not clear away."""
    return exporting.left_behind(folder)


@dataclass(frozen=True, slots=True)
class Deed:
    """`do` runs in the child until it is killed or has no more to do; `begin` makes the data folder before.

    `read` gives the facts on the disk afterwards, `within` is how many
    seconds after one of the first `words` the kill falls at the latest.
    """

    do: Callable[[Path, Teller, random.Random], None]
    begin: Callable[[Path], None] = furnish
    read: Callable[[Path], Facts] = facts_of
    within: float = 0.05
    words: int = 20
    settle: Callable[[Path], list[str]] = left_behind


def saving(folder: Path, teller: Teller, chance: random.Random) -> None:
    """Typing as a draft stores it: each save since the last one."""
    with Store.open(folder) as store:
        since = store.fetch("3")
        for number in count(1):
            report = typed(since.report, chance.randrange(len(KEYS)), number)
            teller.doing(text_facts("3", report))
            since = store.save("3", report, since).stored
            teller.done(text_facts("3", report))


def keeping(folder: Path, teller: Teller, chance: random.Random) -> None:
    """Editing and keeping versions by turns."""
    with Store.open(folder) as store:
        for number in count(10):
            store.edit("1", partial(typed, place=chance.randrange(len(KEYS)), number=number))
            version = store.keep("1", Occasion.NAMED, f"第{number}次")
            teller.done({("version", "1", str(version.number)): (version.kind, version.name, version.hash)})


def keeping_at_wrong_times(folder: Path, teller: Teller, chance: random.Random) -> None:
    """The same with a clock that goes back and forth."""
    with wrong_clock(chance):
        keeping(folder, teller, chance)


def restoring(folder: Path, teller: Teller, chance: random.Random) -> None:
    """Restoring one version after the other, with typing in between that must be found again."""
    with Store.open(folder) as store:
        wanted = [hash_of(store.load_version("1", number)) for number in (1, 2, 3)]
        for number in count(10):
            report = store.edit("1", partial(typed, place=3, number=number)).stored.report
            teller.done({("held", "1", hash_of(report)): True, ("now", "1"): hash_of(report)})
            at = chance.randrange(len(wanted))
            teller.doing({("now", "1"): wanted[at]})
            teller.done({("now", "1"): hash_of(store.restore("1", at + 1).stored.report)})
            teller.doing({("now", "1"): hash_of(typed(store.load("1"), 3, number + 1))})


def trashing(folder: Path, teller: Teller, chance: random.Random) -> None:
    """Reports made, taken in, thrown away, taken back, removed for good."""
    with Store.open(folder) as store:
        archive = store.archive("1")
        for _ in count():
            report_id = store.take_in(archive) if chance.random() < 0.3 else store.create(begun())
            subject = ("report", report_id)
            teller.done({subject: LISTED})
            teller.doing({subject: TRASHED})
            store.trash(report_id)
            teller.done({subject: TRASHED})
            if chance.random() < 0.5:
                teller.doing({subject: LISTED})
                store.take_back(report_id)
                teller.done({subject: LISTED})
            else:
                teller.doing({subject: None})
                store.purge(report_id)
                teller.done({subject: None})


def merging(folder: Path, teller: Teller, _chance: random.Random) -> None:
    """Taking over amounts: the state before becomes a version, then the report changes."""
    with Store.open(folder) as store:
        for number in count(10):
            before = store.load("3")
            store.keep("3", Occasion.MERGE)
            teller.done({("held", "3", hash_of(before)): True})
            report = typed(before, number % len(KEYS), number)
            teller.doing(text_facts("3", report))
            store.edit("3", partial(_instead, report))
            teller.done(text_facts("3", report))


def _instead(report: Report, _stored: Report) -> Report:
    return report


def migrating(folder: Path, teller: Teller, _chance: random.Random) -> None:
    """Opening a file of an earlier program. Nothing of it may be lost, whenever it ends."""
    copy = folder.with_name("先升级的")
    shutil.copytree(folder, copy)
    rows = rows_of(copy)
    teller.done({("migrated", *map(str, subject)): value for subject, value in rows.items()})
    Store.open(folder).close()


def migrated(folder: Path) -> Facts:
    """What a migrated file holds, without the new names its reports got."""
    return {("migrated", *map(str, subject)): value for subject, value in rows_of(folder).items()}


DEEDS: Mapping[str, Deed] = {
    "saving": Deed(saving),
    "keeping versions": Deed(keeping),
    "keeping versions, clock set back": Deed(keeping_at_wrong_times),
    "restoring": Deed(restoring),
    "trash, purge, take in": Deed(trashing),
    "merging": Deed(merging),
    "migrating from 1": Deed(migrating, partial(furnish_old, version=1), migrated, within=0.08, words=1),
    "migrating from 2": Deed(migrating, partial(furnish_old, version=2), migrated, within=0.08, words=1),
    "typing (draft)": Deed(drafting.typing, within=0.1),
    "typing (window)": Deed(drafting.window, within=0.1),
    "typing (saves failing)": Deed(failing_saves.typing, read=failing_saves.read, within=0.1),
    "packing": Deed(carrying.packing, carrying.begin, carrying.read, settle=carrying.left_behind),
    "unpacking": Deed(carrying.unpacking, carrying.begin, carrying.read),
    "backing up": Deed(backing_up.backing_up, read=backing_up.read),
    "restoring a backup": Deed(
        backing_up.recovering, backing_up.begin, backing_up.read_whole, within=0.3, words=2
    ),
    "exporting": Deed(exporting.exporting, exporting.begin, exporting.read, within=0.6, settle=exported_anew),
}
