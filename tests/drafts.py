"""What tests do to stored drafts that no clerk does."""

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

from models.archive import Archive
from models.database import file_in
from models.report import Report
from models.seal import seal
from models.store import Store
from models.stored import Saved
from models.version import Version, written_content

_REPORT = "id, uid, created, updated, revision, title, organ, year, stage, deleted"


def put(store: Store, report_id: str, report: Report) -> Saved:
    """Store a report over whatever is there."""
    return store.edit(report_id, lambda _stored: report)


def take_in(store: Store, report: Report, versions: Iterable[tuple[Version, Report]]) -> str:
    """Store a report with a history of its own, in one go; its id."""
    kept = tuple((version, written_content(one)) for version, one in versions)
    return store.take_in(Archive("a" * 32, report, kept))


def write(data_dir: Path, statement: str, *values: object) -> None:
    """Change the file past the program, so that it passes for the program's own work."""
    with closing(sqlite3.connect(file_in(data_dir))) as connection, connection:
        connection.execute(statement, values)
        _reseal(connection)


def damage(data_dir: Path, statement: str, *values: object) -> None:
    """Change the file past the program, as a bad disk does."""
    with closing(sqlite3.connect(file_in(data_dir))) as connection, connection:
        connection.execute(statement, values)


def _reseal(connection: sqlite3.Connection) -> None:
    connection.create_function("seal_of", -1, seal)
    connection.execute("UPDATE contents SET seal = seal_of(report_id, key, value)")
    for row in connection.execute(f"SELECT {_REPORT} FROM reports").fetchall():
        found = connection.execute("SELECT seal FROM contents WHERE report_id = ?", row[:1])
        sealed = seal(*row, *sorted(one for (one,) in found))
        connection.execute("UPDATE reports SET seal = ? WHERE id = ?", (sealed, row[0]))


def kinds(store: Store, report_id: str) -> list[str]:
    """On which occasions the versions of a report were kept, the first one first."""
    return [one.kind for one in store.versions(report_id)]
