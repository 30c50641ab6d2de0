"""A drafts' file read without the program: its rows, and whether their seals and hashes hold."""

import sqlite3
import zlib
from contextlib import closing
from hashlib import sha256
from pathlib import Path

from models.database import file_in
from models.migrations import VERSION, stored_version
from models.seal import seal
from models.store import Store
from tests.faults.facts import LISTED, TRASHED, Facts


def rows_of(data_dir: Path, file: Path | None = None) -> Facts:
    """What stands in the folder's drafts, or in another file, without times; under ``("unsound",)`` what is wrong."""
    file = file or file_in(data_dir)
    if not file.exists():
        return {}
    with closing(sqlite3.connect(file)) as connection:
        if stored_version(connection) != VERSION:
            Store.open(data_dir).close()
        connection.text_factory = bytes.decode
        wrong = [one for (one,) in connection.execute("PRAGMA integrity_check") if one != "ok"]
        facts = _versions(connection, wrong) | _reports(connection, wrong)
    return facts | ({("unsound",): tuple(wrong)} if wrong else {})


def _reports(connection: sqlite3.Connection, wrong: list[str]) -> Facts:
    facts: Facts = {}
    columns = "id, uid, created, updated, revision, title, organ, year, stage, deleted"
    for *row, sealed in connection.execute(f"SELECT {columns}, seal FROM reports"):
        name = str(row[0])
        facts["report", name] = TRASHED if row[-1] else LISTED
        found = connection.execute("SELECT key, value, seal FROM contents WHERE report_id = ?", row[:1])
        seals = []
        for key, value, one in found:
            facts["content", name, key] = value
            seals.append(one)
            if one != seal(row[0], key, value):
                wrong.append(f"seal of {name} {key}")
        if sealed != seal(*row, *sorted(seals)):
            wrong.append(f"seal of report {name}")
    return facts


def _versions(connection: sqlite3.Connection, wrong: list[str]) -> Facts:
    facts: Facts = {}
    columns = "report_id, number, kind, name, created, hash, characters, changed"
    for *row, content, sealed in connection.execute(f"SELECT {columns}, content, seal FROM versions"):
        facts["version", str(row[0]), str(row[1])] = (row[2], row[3], row[5])
        if sealed != seal(*row) or sha256(zlib.decompress(content)).hexdigest() != row[5]:
            wrong.append(f"seal of version {row[0]} {row[1]}")
    return facts
