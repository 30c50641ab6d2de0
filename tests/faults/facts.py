"""What a data folder holds, read the way the program reads it, as facts that can be compared with what was told.

A fact is a subject and a value: ``("text", report, place)`` → who wrote it and his count, ``("version", report,
number)`` → its hash, ``("report", id)`` → 在列 or 回收站, ``("held", report, hash)`` → whether this state is its
own or a version's, ``("now", report)`` → the hash of its own. What is missing has no fact.
"""

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import TypeAlias

from models.database import file_in
from models.report import Report
from models.store import Store
from models.version import content_hash, written_content
from tests.faults.reports import KEYS, written

Subject: TypeAlias = tuple[str, ...]
Facts: TypeAlias = "dict[Subject, object]"
LISTED, TRASHED = "在列", "回收站"


def facts_of(data_dir: Path) -> Facts:
    """Everything the folder holds; raises what the program raises where it cannot be read."""
    with Store.open(data_dir) as store:
        facts: Facts = {}
        for kind, summaries in ((LISTED, store.list()), (TRASHED, store.trashed())):
            for one in summaries:
                facts["report", one.id] = kind
                facts |= _report_facts(store, one.id)
        return facts


def hash_of(report: Report) -> str:
    """What tells one state of a report from any other."""
    return content_hash(written_content(report))


def text_facts(report_id: str, report: Report) -> Facts:
    """What stands at each place of a report."""
    return {("text", report_id, str(place)): written(report, place) for place in range(len(KEYS))}


def unsound(data_dir: Path) -> list[str]:
    """What SQLite itself finds wrong with the file; nothing where it is sound."""
    with closing(sqlite3.connect(file_in(data_dir))) as connection:
        found = [one for (one,) in connection.execute("PRAGMA integrity_check") if one != "ok"]
        return found + [f"foreign key: {row}" for row in connection.execute("PRAGMA foreign_key_check")]


def differing(wanted: Mapping[Subject, Sequence[object]], found: Facts) -> Iterator[str]:
    """Each fact that is none of those that may be, in words."""
    for subject, values in wanted.items():
        if found.get(subject) not in values:
            yield f"{' '.join(subject)}: {found.get(subject)!r} instead of {values[:4]}"


def _report_facts(store: Store, report_id: str) -> Facts:
    report = store.load(report_id)
    facts: Facts = text_facts(report_id, report)
    facts["now", report_id] = hash_of(report)
    facts["held", report_id, hash_of(report)] = True
    for version in store.versions(report_id):
        held = hash_of(store.load_version(report_id, version.number))
        facts["version", report_id, str(version.number)] = (version.kind, version.name, held)
        facts["held", report_id, held] = True
    return facts
