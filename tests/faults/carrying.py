"""Packing a report into files, and putting such a file among the drafts."""

import os
import random
from dataclasses import replace
from functools import partial
from itertools import count
from pathlib import Path

from actions.packing import Way, pack, read_parcel, unpack
from models.parcel import SUFFIX
from models.store import Store
from tests.faults.facts import LISTED, Facts, facts_of, hash_of
from tests.faults.reports import furnish, typed
from tests.faults.telling import Teller

_BROUGHT = f"带来的{SUFFIX}"


def begin(folder: Path) -> None:
    """Drafts that have gone on since one of them was packed."""
    furnish(folder)
    with Store.open(folder) as store:
        pack(store, "1", _parcels(folder) / _BROUGHT)
        store.edit("1", partial(typed, place=3, number=9))


def packing(folder: Path, teller: Teller, _chance: random.Random) -> None:
    """A change, a parcel, a change, a parcel."""
    with Store.open(folder) as store:
        for number in count(1):
            report = store.edit("3", partial(typed, place=0, number=number)).stored.report
            file = pack(store, "3", _parcels(folder) / f"第{number}次{SUFFIX}")
            teller.done({("parcel", file.name): hash_of(report)})


def unpacking(folder: Path, teller: Teller, _chance: random.Random) -> None:
    """A parcel merged into the report it was packed from, and put beside it as a new one."""
    brought = read_parcel(_parcels(folder) / _BROUGHT)
    ours = ("text", "1", "3")
    with Store.open(folder) as store:
        for number in count(10):
            teller.doing({ours: ("甲", number)})
            store.edit("1", partial(typed, place=3, number=number))
            teller.done({ours: ("甲", number)})
            other = replace(brought, report=typed(brought.report, 0, number, "乙"))
            unpack(store, other, Way.MERGE)
            taken = unpack(store, other, Way.NEW).id
            teller.done({("report", taken): LISTED, ("now", taken): hash_of(other.report)})


def read(folder: Path) -> Facts:
    """What the drafts hold and what is in each parcel; raises where one is not whole."""
    files = _parcels(folder).glob(f"*{SUFFIX}")
    return facts_of(folder) | {("parcel", one.name): hash_of(read_parcel(one).report) for one in files}


def left_behind(folder: Path) -> list[str]:
    """The unfinished files that a parcel packed an hour later still leaves there."""
    parcels = _parcels(folder)
    for file in parcels.glob(".*"):
        os.utime(file, (0, 0))
    with Store.open(folder) as store:
        pack(store, "1", parcels / f"一小时后{SUFFIX}")
    return [f"left behind: {file.name}" for file in parcels.glob(".*")]


def _parcels(folder: Path) -> Path:
    return folder / "包"
