"""How the drafts' file came to be as it is: ordered steps from one stored version to the next.

`user_version` counts the steps a file has seen. A step is never changed once it was released; a new one is a
function at the end of MIGRATIONS.
"""

import sqlite3
import time
import zlib
from collections.abc import Callable, Sequence
from contextlib import closing, suppress
from pathlib import Path

from models.database import PATIENCE_MS
from models.errors import DamagedError, UserError
from models.seal import seal

APPLICATION_ID = 0x465A4E42
"""Marks the file as ours ("FZNB"; SQLite's application_id)."""

NEAR = 1000
"""A version further ahead than this is no newer program's but a damaged number."""
_SEALED_SINCE = 3
_PAUSE_MS, _FEW = 20, 5

Migration = Callable[[sqlite3.Connection], None]


def _reports_and_contents(connection: sqlite3.Connection) -> None:
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(
        """CREATE TABLE reports (
            id INTEGER NOT NULL CONSTRAINT pk_reports PRIMARY KEY AUTOINCREMENT,
            created TEXT NOT NULL,
            updated TEXT NOT NULL,
            revision INTEGER NOT NULL,
            title TEXT NOT NULL,
            organ TEXT NOT NULL,
            year INTEGER NOT NULL,
            stage TEXT NOT NULL
        )"""
    )
    connection.execute(
        """CREATE TABLE contents (
            report_id INTEGER NOT NULL,
            key TEXT NOT NULL,
            value TEXT NOT NULL,
            CONSTRAINT pk_contents PRIMARY KEY (report_id, key),
            CONSTRAINT fk_contents_report_id_reports
                FOREIGN KEY (report_id) REFERENCES reports (id) ON DELETE CASCADE
        )"""
    )


def _versions(connection: sqlite3.Connection) -> None:
    connection.execute(
        """CREATE TABLE versions (
            report_id INTEGER NOT NULL,
            number INTEGER NOT NULL,
            kind TEXT NOT NULL,
            name TEXT NOT NULL,
            created TEXT NOT NULL,
            hash TEXT NOT NULL,
            content TEXT NOT NULL,
            CONSTRAINT pk_versions PRIMARY KEY (report_id, number),
            CONSTRAINT fk_versions_report_id_reports
                FOREIGN KEY (report_id) REFERENCES reports (id) ON DELETE CASCADE
        )"""
    )
    connection.execute(
        """CREATE TRIGGER versions_never_change BEFORE UPDATE ON versions
            BEGIN SELECT RAISE(ABORT, 'a version is never changed'); END"""
    )


def _seals_and_trash(connection: sqlite3.Connection) -> None:
    """Seals on every row, names that hold on other PCs, the trash; versions are kept compressed, with their size."""
    from uuid import uuid4

    for column in ("uid", "deleted", "seal"):
        connection.execute(f"ALTER TABLE reports ADD COLUMN {column} TEXT NOT NULL DEFAULT ''")
    connection.execute("ALTER TABLE contents ADD COLUMN seal TEXT NOT NULL DEFAULT ''")
    connection.create_function("uid", 0, lambda: uuid4().hex)
    connection.create_function("seal", -1, seal, deterministic=True)
    connection.execute("UPDATE reports SET uid = uid()")
    connection.execute("UPDATE contents SET seal = seal(report_id, key, value)")
    for row in connection.execute(
        "SELECT id, uid, created, updated, revision, title, organ, year, stage, deleted FROM reports"
    ).fetchall():
        found = connection.execute("SELECT seal FROM contents WHERE report_id = ? ORDER BY seal", row[:1])
        sealed = seal(*row, *(one for (one,) in found))
        connection.execute("UPDATE reports SET seal = ? WHERE id = ?", (sealed, row[0]))
    _compress_versions(connection)


def _compress_versions(connection: sqlite3.Connection) -> None:
    connection.execute("DROP TRIGGER versions_never_change")
    connection.execute("ALTER TABLE versions RENAME TO versions_as_text")
    connection.execute(
        """CREATE TABLE versions (
            report_id INTEGER NOT NULL,
            number INTEGER NOT NULL,
            kind TEXT NOT NULL,
            name TEXT NOT NULL,
            created TEXT NOT NULL,
            hash TEXT NOT NULL,
            content BLOB NOT NULL,
            characters INTEGER NOT NULL,
            changed INTEGER NOT NULL,
            seal TEXT NOT NULL,
            CONSTRAINT pk_versions PRIMARY KEY (report_id, number),
            CONSTRAINT fk_versions_report_id_reports
                FOREIGN KEY (report_id) REFERENCES reports (id) ON DELETE CASCADE
        )"""
    )
    connection.create_function("packed", 1, lambda text: zlib.compress(text.encode("ascii"), 9))
    connection.execute(
        """INSERT INTO versions
            SELECT report_id, number, kind, name, created, hash, packed(content), -1, -1,
                seal(report_id, number, kind, name, created, hash, -1, -1)
            FROM versions_as_text ORDER BY report_id, number"""
    )
    connection.execute("DROP TABLE versions_as_text")
    connection.execute(
        """CREATE TRIGGER versions_never_change BEFORE UPDATE ON versions
            BEGIN SELECT RAISE(ABORT, 'a version is never changed'); END"""
    )


MIGRATIONS: tuple[Migration, ...] = (_reports_and_contents, _versions, _seals_and_trash)

VERSION = len(MIGRATIONS)
"""The version this program reads and writes."""


def migrate(file: Path, migrations: Sequence[Migration] = MIGRATIONS) -> None:
    """Bring a file up to the present version, keeping a copy of an older one that was in use.

    Raises UserError for a file of a newer program or of another one.
    """
    from models.places import place_here  # the list of reports is read without

    with closing(sqlite3.connect(file, timeout=PATIENCE_MS / 1000, isolation_level=None)) as connection:
        version = known_version(connection, file, len(migrations))
        if 0 < version < len(migrations):
            _back_up(file)
        _write_as(connection, place_here(file.parent).journal_mode)
        for number, migration in enumerate(migrations[version:], start=version + 1):
            _take_step(connection, number, migration)


def stored_version(connection: sqlite3.Connection) -> int:
    """How many steps a file has seen; 0 for a new one."""
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    return version


def known_version(connection: sqlite3.Connection, file: Path, newest: int = VERSION) -> int:
    """The file's version, all read at one moment: another program may be making the file just now.

    Raises UserError for a file of a newer program or of another one.
    """
    connection.execute("BEGIN")
    version = stored_version(connection)
    (owner,) = connection.execute("PRAGMA application_id").fetchone()
    tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
    columns = {name for _, name, *_ in connection.execute("PRAGMA table_info(reports)")}
    connection.execute("COMMIT")
    if _is_header_damaged(version, owner, tables, columns):
        raise DamagedError(f"“{file.name}”的文件头")
    if tables and owner != APPLICATION_ID:
        raise UserError(f"“{file}”是别的程序的数据库，文件原样未动；请把它移到别处，或换一个文件夹存放草稿。")
    if version > newest:
        raise UserError(
            f"草稿库“{file}”是用更新版本的法治年报写的，本版本不能打开，文件原样未动；请安装新版本。"
        )
    return version


def _is_header_damaged(version: int, owner: int, tables: set[str], columns: set[str]) -> bool:
    """Whether the numbers in the file's head belie its tables: a step taken on their word would spoil the file."""
    if not {"reports", "contents"} <= tables:
        return False
    is_sealed, says_so = "seal" in columns, version >= _SEALED_SINCE
    return owner != APPLICATION_ID or not version or is_sealed != says_so or version > VERSION + NEAR


def _write_as(connection: sqlite3.Connection, mode: str) -> None:
    """Switch the file to a journal mode, which stays with it.

    For this switch alone SQLite does not wait for others that are opening the file, so we do. A log is given up only
    where nobody else has the file open; until then it is written as it was.
    """
    with_log = mode == "WAL"
    for left in reversed(range(PATIENCE_MS // _PAUSE_MS if with_log else _FEW)):
        try:
            connection.execute(f"PRAGMA journal_mode = {mode}")
            return
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or (with_log and not left):
                raise
            time.sleep(_PAUSE_MS / 1000)


def _take_step(connection: sqlite3.Connection, number: int, migration: Migration) -> None:
    """One step, whole or not at all; nothing where another program took it in the meantime."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        if stored_version(connection) < number:
            migration(connection)
            connection.execute(f"PRAGMA user_version = {number}")
        connection.execute("COMMIT")
    except BaseException:
        with suppress(sqlite3.OperationalError):  # SQLite itself has rolled back after some errors
            connection.execute("ROLLBACK")
        raise


def _back_up(file: Path) -> None:
    """No step without a backup that was looked through."""
    from models.backup import Reason, folder_in, keep_backup_of  # knows what a sound file of today is

    try:
        keep_backup_of(file, folder_in(file.parent), Reason.MIGRATION)
    except DamagedError:
        raise
    except UserError as error:
        raise UserError(
            f"升级前无法备份草稿库“{file}”，因此没有升级，文件原样未动；请清理磁盘后再试。"
        ) from error
