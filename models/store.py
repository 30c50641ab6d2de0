"""The store of drafts: reports in, reports out, each operation a session and a transaction of its own."""

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from sqlalchemy import URL, Connection, Engine, create_engine, event, select, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from models import history
from models.content import JSON, changed_keys, from_content, to_content, with_changes
from models.database import PATIENCE_MS, in_words, prepare, told_in_words
from models.errors import UnknownReportError, UserError
from models.letterhead import SEPARATOR
from models.migrations import migrate
from models.normalise import normalise
from models.records import ContentRecord, ReportRecord
from models.report import Report
from models.report_list import SELECT_SUMMARIES, ReportSummary, to_summary
from models.title import title_in_one_line
from models.version import Plan, Version

_ID = re.compile(r"[1-9][0-9]{0,17}")
_WRITING = "writing"
_PRAGMAS = ("synchronous = FULL", "foreign_keys = ON")


class Store:
    """The drafts of one data folder. Several stores, also in other processes, may have the same file open."""

    def __init__(self, file: Path, patience_ms: int = PATIENCE_MS) -> None:
        self._file = file
        self._engine = _engine(URL.create("sqlite", database=str(file)), patience_ms)
        self._writing = self._engine.execution_options(**{_WRITING: True})

    @classmethod
    def open(cls, data_dir: Path, patience_ms: int = PATIENCE_MS) -> Self:
        """Open a data folder, making it or bringing its file up to date; raises UserError if that cannot be."""
        file = prepare(data_dir)
        with told_in_words(file):
            migrate(file)
        return cls(file, patience_ms)

    def list(self) -> tuple[ReportSummary, ...]:
        """All reports, the one saved last first."""
        with self._session(self._engine) as session:
            return tuple(to_summary(row) for row in session.execute(text(SELECT_SUMMARIES)))

    def create(self, report: Report) -> str:
        """Keep a new report; returns its id."""
        with self._session(self._writing) as session:
            now = _now()
            record = ReportRecord(created=now, updated=now, revision=1, **_columns(report))
            session.add(record)
            session.flush()
            session.add_all(
                ContentRecord(report_id=record.id, key=key, value=_written(value))
                for key, value in to_content(report).items()
            )
            return str(record.id)

    def load(self, report_id: str) -> Report:
        """A report as it was saved last; raises UnknownReportError."""
        with self._session(self._engine) as session:
            _record(session, report_id)
            return self._read(_contents(session, report_id))

    def save(self, report_id: str, report: Report, before: Report | None = None) -> None:
        """Keep a report's present state, writing only what differs; raises UnknownReportError.

        Whoever has had the report open for a while says what it was `before`: only what he changed since is
        written, and what another writer stored meanwhile stays. Keys and values that this program cannot read
        are left as they are.
        """
        with self._session(self._writing) as session:
            self._save(session, report_id, report, before)

    def delete(self, report_id: str) -> None:
        """Remove a report for good; raises UnknownReportError."""
        with self._session(self._writing) as session:
            session.delete(_record(session, report_id))

    def freeze(self, report_id: str, kind: str, name: str = "") -> Version:
        """Keep the report as it is now as a version; the last one of the kind where nothing changed since.

        A kind that is a stage becomes the report's stage. Raises UnknownReportError.
        """
        with self._session(self._writing) as session:
            planned = self._plan(session, report_id, kind, name)
            self._keep(session, planned)
        return planned.version

    def plan_version(self, report_id: str, kind: str, name: str = "") -> Plan:
        """What `freeze` would keep; nothing is written. Raises UnknownReportError."""
        with self._session(self._engine) as session:
            return self._plan(session, report_id, kind, name)

    def keep_version(self, planned: Plan) -> None:
        """Freeze exactly what was planned, whatever became of the draft since.

        Raises UserError where another version came between, UnknownReportError.
        """
        with self._session(self._writing) as session:
            self._keep(session, planned)

    def forget_version(self, planned: Plan) -> None:
        """Undo `keep_version`, for whoever could not hand out the version's papers."""
        with self._session(self._writing) as session:
            history.forget(session, planned)
            self._save(session, planned.report_id, planned.draft, before=planned.report)

    def versions(self, report_id: str) -> tuple[Version, ...]:
        """All versions of a report by number; raises UnknownReportError."""
        with self._session(self._engine) as session:
            _record(session, report_id)
            return tuple(history.versions(session, report_id))

    def load_version(self, report_id: str, number: int) -> Report:
        """The report in a version; raises UnknownReportError, UnknownKeyError."""
        with self._session(self._engine) as session:
            _record(session, report_id)
            return history.report_of(session, report_id, number)

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @contextmanager
    def _session(self, engine: Engine) -> Iterator[Session]:
        """A session in one transaction, whole or not at all; SQLite's complaints come out in words."""
        try:
            with told_in_words(self._file), Session(engine) as session, session.begin():
                yield session
        except DBAPIError as error:
            if (told := in_words(error.orig, self._file)) is None:
                raise
            raise told from error

    def _save(self, session: Session, report_id: str, report: Report, before: Report | None) -> None:
        record = _record(session, report_id)
        contents = _contents(session, report_id)
        stored = self._read(contents)
        kept = report if before is None else with_changes(stored, before, report)
        changed = changed_keys(stored, kept)
        if not changed:
            return
        content = to_content(kept)
        for key in changed:
            if key in content:
                session.merge(ContentRecord(report_id=record.id, key=key, value=_written(content[key])))
            else:
                session.delete(session.get_one(ContentRecord, (record.id, key)))
        record.updated = _now()
        record.revision += 1
        for name, value in _columns(kept).items():
            setattr(record, name, value)

    def _plan(self, session: Session, report_id: str, kind: str, name: str) -> Plan:
        _record(session, report_id)
        return history.plan(session, report_id, self._read(_contents(session, report_id)), kind, name)

    def _keep(self, session: Session, planned: Plan) -> None:
        self._save(session, planned.report_id, planned.report, before=planned.draft)
        history.keep(session, planned)

    def _read(self, contents: dict[str, str]) -> Report:
        try:
            return from_content({key: json.loads(value) for key, value in contents.items()})
        except json.JSONDecodeError as error:
            raise UserError(f"草稿库“{self._file}”中有内容已损坏，文件原样未动；请用备份恢复。") from error


def _engine(address: URL, patience_ms: int) -> Engine:
    """An engine that leaves transactions to us: the driver would commit schema changes behind our back."""
    engine = create_engine(address, connect_args={"timeout": patience_ms / 1000, "isolation_level": None})

    @event.listens_for(engine, "connect")
    def set_pragmas(connection: Any, _record: object) -> None:
        for pragma in _PRAGMAS:
            connection.execute(f"PRAGMA {pragma}").close()

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        writing = connection.get_execution_options().get(_WRITING, False)
        # Whoever reads and then writes must take the lock at once: SQLite will not let him wait for it later.
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")

    return engine


def _record(session: Session, report_id: str) -> ReportRecord:
    record = session.get(ReportRecord, int(report_id)) if _ID.fullmatch(report_id) else None
    if record is None:
        raise UnknownReportError(report_id)
    return record


def _contents(session: Session, report_id: str) -> dict[str, str]:
    """A report's values as stored, without the cost of a record for each."""
    found = session.execute(
        select(ContentRecord.key, ContentRecord.value).where(ContentRecord.report_id == int(report_id))
    )
    return dict(found.all())


def _written(value: JSON) -> str:
    """JSON with Chinese as Chinese; half a surrogate pair, which UTF-8 cannot hold, as an escape."""
    plain = json.dumps(value, ensure_ascii=False)
    return plain if _is_storable(plain) else json.dumps(value)


def _is_storable(plain: str) -> bool:
    try:
        plain.encode()
    except UnicodeEncodeError:
        return False
    return True


def _columns(report: Report) -> dict[str, Any]:
    """What the list shows of a report."""
    texts = {
        "title": normalise(title_in_one_line(report)),
        "organ": SEPARATOR.join(report.letterhead.organs),
        "stage": str(report.stage),
    }
    return {"year": report.year} | {
        name: value.encode(errors="replace").decode() for name, value in texts.items()
    }


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="microseconds")
