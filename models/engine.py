"""SQLAlchemy over the drafts' file: connections as we want them, and transactions that we begin ourselves."""

import logging
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from models.database import as_text, in_words, told_in_words
from models.place_kept import Identity, gone, holds_same, identity_of, move_back, put_back, replaced

_WRITING, _IDENTITY = "writing", "identity"
_PRAGMAS = ("synchronous = EXTRA", "foreign_keys = ON", "secure_delete = ON")
"""EXTRA: a file written without a log (on a network) is safe only once its folder is, too. With a log it is FULL.
secure_delete: what was deleted for good is gone from the disk, and salvage finds no rows that are no longer true."""


def engine_for(file: Path, patience_ms: int, address: str = "") -> Engine:
    """An engine that leaves transactions to us: the driver would commit schema changes behind our back.

    `address` is a URI with a query, to open instead of the file.
    """
    # A roll-back that fails, too, is told like any error; SQLAlchemy would print its traceback as well.
    logging.getLogger("sqlalchemy").addHandler(logging.NullHandler())
    wanted = URL.create("sqlite", database=str(file))
    if address:
        path, _, query = address.partition("?")
        options = dict(one.split("=") for one in query.split("&"))
        wanted = URL.create("sqlite", database=path, query={**options, "uri": "true"})
    engine = create_engine(wanted, connect_args={"timeout": patience_ms / 1000, "isolation_level": None})

    @event.listens_for(engine, "connect")
    def set_up(connection: Any, record: Any) -> None:
        record.info[_IDENTITY] = None if address else identity_of(file)
        connection.text_factory = as_text
        for pragma in _PRAGMAS:
            connection.execute(f"PRAGMA {pragma}").close()

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        writing = connection.get_execution_options().get(_WRITING, False)
        # Whoever reads and then writes must take the lock at once: SQLite will not let him wait for it later.
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")

    return engine


@contextmanager
def transaction(engine: Engine, file: Path, *, writes: bool = False) -> Iterator[Session]:
    """A session in one transaction, whole or not at all; SQLite's complaints come out in words.

    Where the file was taken away while it was open it is put back, with what was written just now; raises UserError
    where it cannot be.
    """
    bound = engine.execution_options(**{_WRITING: True}) if writes else engine
    try:
        with told_in_words(file), Session(bound) as session, session.begin():
            identity = session.connection().info[_IDENTITY]
            yield session
    except DBAPIError as error:
        if (told := in_words(error.orig, file)) is None:
            raise
        raise told from error
    if identity is not None and (there := identity_of(file)) != identity:
        _keep_place(engine, file, identity, there)


def _keep_place(engine: Engine, file: Path, identity: Identity, there: Identity) -> None:
    """Bring the open file back to its place; raises UserError where something else lies there or it cannot be."""
    pooled = engine.raw_connection()
    try:
        connection = pooled.driver_connection
        if pooled.info.get(_IDENTITY) != identity or not isinstance(connection, sqlite3.Connection):
            raise gone(file)
        if there is not None:
            if holds_same(connection, file):
                pooled.info[_IDENTITY] = there
                return
            raise replaced(file)
        copy = put_back(connection, file)
    finally:
        pooled.close()
    engine.dispose()
    move_back(copy, file)
