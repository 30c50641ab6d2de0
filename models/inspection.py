"""Whether a drafts' file is sound: SQLite's own check of its pages, every seal, every version's hash, all JSON."""

import json
import sqlite3
import time
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

from models.database import READING_ERRORS, code_of, told_in_words
from models.errors import DamagedError
from models.migrations import APPLICATION_ID, stored_version
from models.reading import reading
from models.sealed_rows import (
    CONTENT_COLUMNS,
    REPORT_COLUMNS,
    VERSION_COLUMNS,
    ContentRow,
    ReportRow,
    VersionRow,
    unpacked,
)

SEALED_SINCE = 3
"""The version of the file from which on rows bear seals."""
_VERSIONS_SINCE = 2
_NO_DATABASE = "文件不是草稿库，或开头已损坏"
_BROKEN_PAGES = "文件结构已损坏"
_NO_TABLES = "文件里缺少应有的表"
_TORN_LOG = "日志（-wal）已损坏，最近的改动读不出来"
_PAUSE_S = 0.1
_DAMAGE = {
    sqlite3.SQLITE_NOTADB: _NO_DATABASE,
    sqlite3.SQLITE_CORRUPT: _BROKEN_PAGES,
    sqlite3.SQLITE_TOOBIG: _BROKEN_PAGES,
    sqlite3.SQLITE_NOMEM: _BROKEN_PAGES,
    sqlite3.SQLITE_ERROR: _NO_TABLES,
    sqlite3.SQLITE_MISMATCH: _BROKEN_PAGES,
}
"""What is a damage and not a state that passes: a lock, a full disk or missing rights are no damage."""


def troubles(file: Path) -> tuple[str, ...]:
    """What is damaged in a drafts' file, in words; nothing where it is sound. The file is only read.

    Raises UserError where it cannot be read at present, which says nothing about its soundness.
    """
    found = [_TORN_LOG] if has_torn_log(file) else []
    with told_in_words(file):
        try:
            with reading(file) as connection:
                found.extend(_pages(connection))
                found.extend(_rows(connection))
        except READING_ERRORS as error:
            if (words := _DAMAGE.get(code_of(error))) is None:
                raise
            found.append(words)
    counted = any(one.startswith(f"{_BROKEN_PAGES}（") for one in found)
    return tuple(one for one in dict.fromkeys(found) if not (counted and one == _BROKEN_PAGES))


def has_torn_log(file: Path) -> bool:
    """Whether a file's -wal is damaged so that SQLite would forget what was committed last, without a word.

    Asked twice before it is believed: another program may be writing the last frame just now.
    """
    if not _is_torn(file):
        return False
    time.sleep(_PAUSE_S)
    return _is_torn(file)


def refuse_torn_log(file: Path) -> None:
    """Raises DamagedError instead of letting SQLite forget what was committed last: opening would overwrite it."""
    if has_torn_log(file):
        raise DamagedError(f"最近的改动（“{file.name}-wal”）")


def _is_torn(file: Path) -> bool:
    from models.salvage.log import read_log

    try:
        content = file.with_name(f"{file.name}-wal").read_bytes()
    except OSError:
        return False
    return bool(content) and read_log(content).is_torn


def _pages(connection: sqlite3.Connection) -> Iterator[str]:
    found = [str(words) for (words,) in connection.execute("PRAGMA integrity_check(100)")]
    if found != ["ok"]:
        yield f"{_BROKEN_PAGES}（{len(found)}处）" if len(found) > 1 else _BROKEN_PAGES


def _rows(connection: sqlite3.Connection) -> Iterator[str]:
    (owner,) = connection.execute("PRAGMA application_id").fetchone()
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    version = stored_version(connection)
    if not version and not tables:
        return
    columns = {name for _, name, *_ in connection.execute("PRAGMA table_info(reports)")}
    if owner != APPLICATION_ID or ("seal" in columns) != (version >= SEALED_SINCE):
        yield _NO_DATABASE
    elif version < SEALED_SINCE:
        yield from _unsealed(connection, version)
    else:
        yield from _reports(connection)
        yield from _versions(connection)


def _reports(connection: sqlite3.Connection) -> Iterator[str]:
    seals: defaultdict[int, list[str]] = defaultdict(list)
    titles = _titles(connection)
    for row in connection.execute(f"SELECT {CONTENT_COLUMNS} FROM contents"):
        content = ContentRow(*row)
        seals[content.report_id].append(content.seal)
        if not content.is_sound or not _is_json(content.value):
            yield _damaged(titles, content.report_id, content.key, content.value)
    for row in connection.execute(f"SELECT {REPORT_COLUMNS} FROM reports"):
        report = ReportRow(*row)
        if not report.holds(seals.pop(report.id, ())):
            yield f"报告{report.id}登记的内容或日期对不上"
    for number in seals:
        yield f"报告{number}的登记不见了"


def _titles(connection: sqlite3.Connection) -> Mapping[object, object]:
    """The reports' titles by id, as far as they can be read: without them the places can be named all the same."""
    try:
        return dict(connection.execute("SELECT id, title FROM reports").fetchall())
    except sqlite3.DatabaseError:
        return {}


def _versions(connection: sqlite3.Connection) -> Iterator[str]:
    for row in connection.execute(f"SELECT {VERSION_COLUMNS} FROM versions"):
        version = VersionRow(*row)
        if not version.is_sound:
            yield f"报告{version.report_id}的第{version.number}个版本已损坏"


def _unsealed(connection: sqlite3.Connection, version: int) -> Iterator[str]:
    """What can be told of a file from before there were seals."""
    for number, key, value in connection.execute("SELECT report_id, key, value FROM contents"):
        if not _is_json(value):
            yield _damaged({}, number, key, value)
    if version >= _VERSIONS_SINCE:
        for number, place, content, found in connection.execute(
            "SELECT report_id, number, content, hash FROM versions"
        ):
            if unpacked(content, found) is None:
                yield f"报告{number}的第{place}个版本已损坏"


def _is_json(value: object) -> bool:
    try:
        json.loads(value) if isinstance(value, str) else json.loads("")
    except (ValueError, RecursionError):
        return False
    return True


def _damaged(titles: Mapping[object, object], report_id: object, key: object, value: object) -> str:
    from models.content_words import place_words  # reads the declarations

    title = f"《{titles[report_id]}》".encode(errors="replace").decode() if titles.get(report_id) else ""
    place = place_words(str(key), value if isinstance(value, str) else "")
    return f"报告{report_id}{title}的内容（{place}）已损坏"
