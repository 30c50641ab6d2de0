"""The store of drafts: reports in, reports out, each operation a session and a transaction of its own."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import text
from sqlalchemy.orm import Session

from models import archiving, history, rows, trash
from models.archive import Archive
from models.backup import refuse_emptied
from models.content import contested_keys, with_changes
from models.database import PATIENCE_MS, file_in, prepare, told_in_words
from models.engine import engine_for, transaction
from models.inspection import refuse_torn_log
from models.migrations import migrate
from models.read_only import Readable, is_read_only, readable
from models.records import ReportRecord
from models.report import Report
from models.report_list import SELECT_SUMMARIES, SELECT_TRASH, ReportSummary, to_summary
from models.stages import after_edit
from models.stored import Saved, Stored
from models.version import Occasion, Plan, Version

Change = Callable[[Report], Report]


class Store:
    """The drafts of one data folder. Several stores, also in other processes, may have the same file open."""

    def __init__(self, file: Path, patience_ms: int = PATIENCE_MS, protected: Readable | None = None) -> None:
        self._file = file
        self._protected = protected
        self._engine = engine_for(file, patience_ms, protected.address if protected else "")

    @classmethod
    def open(cls, data_dir: Path, patience_ms: int = PATIENCE_MS) -> Self:
        """Open a data folder, making it or bringing its file up to date; raises UserError if that cannot be.

        Where nothing can be written the drafts can be read, and what would change them raises UserError.
        """
        refuse_emptied(data_dir)
        if is_read_only(file := file_in(data_dir)):
            return cls(file, patience_ms, readable(file))
        file = prepare(data_dir)
        refuse_torn_log(file)
        with told_in_words(file):
            migrate(file)
        return cls(file, patience_ms)

    # --- reports

    def list(self) -> tuple[ReportSummary, ...]:
        """All reports outside the trash, the one saved last first."""
        with self._reading() as session:
            return tuple(to_summary(row) for row in session.execute(text(SELECT_SUMMARIES)))

    def create(self, report: Report) -> str:
        """Keep a new report; returns its id."""
        with self._writing() as session:
            return str(rows.create(session, report).id)

    def load(self, report_id: str) -> Report:
        """A report as it was saved last; raises UnknownReportError, DamagedError."""
        return self.fetch(report_id).report

    def fetch(self, report_id: str) -> Stored:
        """A report for somebody who is going to `save` it; raises UnknownReportError, DamagedError."""
        with self._reading() as session:
            return rows.read(session, rows.record_of(session, report_id))

    def stamp(self, report_id: str) -> tuple[int, str, str]:
        """A report's revision, when it was saved last, and when it was put into the trash ("" for not there): cheap to
        ask, to see whether another writer was there. Raises UnknownReportError."""
        with self._reading() as session:
            record = rows.record_of(session, report_id)
            return record.revision, record.updated, record.deleted

    def save(self, report_id: str, report: Report, since: Stored) -> Saved:
        """Keep what was changed in a report `since` it was fetched or saved last.

        What another writer stored meanwhile stays; where both changed the same thing, the other's state becomes a
        version first. So does the state before this one if the last version is ten minutes old, or if a text loses more
        than half of itself. The stage is the one in `report`: who edits a frozen one calls `after_edit`; here only what
        another writer froze meanwhile becomes a draft again. Raises UnknownReportError, DamagedError.
        """
        with self._writing() as session:
            record = rows.record_of(session, report_id)
            stored = rows.read(session, record)
            base = since.report
            if stored.is_same(since):
                return self._save(session, record, since, report, None)
            overtaken = self._kept_from(session, report_id, stored.report, base, report)
            kept = after_edit(stored.report, with_changes(stored.report, base, report))
            return self._save(session, record, stored, kept, overtaken)

    def edit(self, report_id: str, change: Change) -> Saved:
        """Read a report, change it and keep it, while nobody else can write; raises what `change` raises, too."""
        with self._writing() as session:
            record = rows.record_of(session, report_id)
            stored = rows.read(session, record)
            changed = after_edit(stored.report, change(stored.report))
            return self._save(session, record, stored, changed, None)

    # --- the trash

    def trash(self, report_id: str) -> None:
        """Put a report with its whole history into the trash; raises UnknownReportError, DamagedError."""
        with self._writing() as session:
            trash.throw_in(session, report_id)

    def take_back(self, report_id: str) -> None:
        """Put a report from the trash back into the list; raises UnknownReportError, DamagedError."""
        with self._writing() as session:
            trash.take_back(session, report_id)

    def trashed(self) -> tuple[ReportSummary, ...]:
        """The reports in the trash, the one put there last first; `updated` is when that was."""
        with self._reading() as session:
            return tuple(to_summary(row) for row in session.execute(text(SELECT_TRASH)))

    def purge(self, report_id: str) -> None:
        """Remove a report in the trash, and its history, for good; raises UserError for one that is not there."""
        with self._writing() as session:
            trash.purge(session, report_id)

    # --- versions

    def keep(self, report_id: str, occasion: str, name: str = "") -> Version:
        """Keep the report as it is now as a version; one that holds the same already where nothing changed since.

        A kind that is a stage becomes the report's stage. Raises UnknownReportError.
        """
        with self._writing() as session:
            return self._keep(session, self._plan(session, report_id, occasion, name))

    def keep_other(self, report_id: str, report: Report, occasion: str, name: str = "") -> Version:
        """Keep a state that is not the report's present one (found in a journal, say) as a version of it."""
        with self._writing() as session:
            rows.record_of(session, report_id)
            return history.keep_state(session, report_id, report, occasion, name)

    def plan_version(self, report_id: str, kind: str, name: str = "") -> Plan:
        """What `keep` would keep; nothing is written. Raises UnknownReportError."""
        with self._reading() as session:
            return self._plan(session, report_id, kind, name)

    def keep_version(self, planned: Plan) -> Version:
        """Keep exactly what was planned, whatever became of the draft since; a draft that changed stays a draft.

        Raises UserError where another version of the kind came between, UnknownReportError.
        """
        with self._writing() as session:
            return self._keep(session, planned)

    def forget_version(self, planned: Plan) -> None:
        """Undo `keep_version`, for whoever could not hand out the version's papers."""
        with self._writing() as session:
            history.forget(session, planned)
            self._put(session, planned.report_id, planned.report, planned.draft)

    def versions(self, report_id: str) -> tuple[Version, ...]:
        """All versions of a report by number; raises UnknownReportError, DamagedError."""
        with self._reading() as session:
            rows.record_of(session, report_id)
            return tuple(history.versions(session, report_id))

    def load_version(self, report_id: str, number: int) -> Report:
        """The report in a version; raises UnknownReportError, UnknownKeyError, DamagedError."""
        with self._reading() as session:
            rows.record_of(session, report_id)
            return history.report_of(session, report_id, number)

    def find_version(self, code: str) -> tuple[tuple[str, int], ...]:
        """The ids of reports and the numbers of their versions whose hash begins with `code`, as printed on a paper."""
        with self._reading() as session:
            return tuple(history.find(session, code.strip().lower()))

    def restore(self, report_id: str, number: int) -> Saved:
        """Put a version in the report's place; the present state becomes a version first (`Saved.before`).

        Raises UnknownReportError, UnknownKeyError, DamagedError.
        """
        with self._writing() as session:
            record = rows.record_of(session, report_id)
            stored = rows.read(session, record)
            wanted = history.report_of(session, report_id, number)
            before = history.keep_state(session, report_id, stored.report, Occasion.RESTORE)
            rows.write(session, record, stored.report, wanted)
            return Saved(Stored(wanted, record.revision, record.updated), before=before)

    # --- from one file to another

    def archive(self, report_id: str) -> Archive:
        """A report with its history; raises UnknownReportError, DamagedError."""
        with self._reading() as session:
            return archiving.archive_of(session, report_id)

    def take_in(self, archive: Archive) -> str:
        """Keep an archive as a new report with its history; returns its id. One whose uid is here gets another uid."""
        with self._writing() as session:
            return archiving.take_in(session, archive)

    def merge_in(self, report_id: str, archive: Archive) -> Saved:
        """Bring a report and an archive of it together; the present state becomes a version first.

        See `models.archiving.merge_in`. Raises UnknownReportError, DamagedError, UserError for one in the trash.
        """
        with self._writing() as session:
            return archiving.merge_in(session, rows.record_of(session, report_id), archive)

    def id_of(self, uid: str) -> str | None:
        """The id of the report that has this uid, in the trash or not; None where it is not here."""
        with self._reading() as session:
            return rows.id_of(session, uid)

    def uid_of(self, report_id: str) -> str:
        """The name a report has on every PC; raises UnknownReportError."""
        with self._reading() as session:
            return rows.record_of(session, report_id).uid

    # --- the file

    @property
    def is_read_only(self) -> bool:
        """Whether the drafts lay, when they were opened, where nothing can be written."""
        return self._protected is not None

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()
        if self._protected is not None:
            self._protected.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @contextmanager
    def _reading(self) -> Iterator[Session]:
        with transaction(self._engine, self._file) as session:
            yield session

    @contextmanager
    def _writing(self) -> Iterator[Session]:
        with transaction(self._engine, self._file, writes=True) as session:
            yield session

    def _save(
        self,
        session: Session,
        record: ReportRecord,
        stored: Stored,
        report: Report,
        overtaken: Version | None,
    ) -> Saved:
        if report == stored.report:
            return Saved(stored, overtaken)
        before = history.keep_before(session, str(record.id), stored.report, report)
        rows.write(session, record, stored.report, report)
        return Saved(Stored(report, record.revision, record.updated), overtaken, before)

    def _kept_from(
        self, session: Session, report_id: str, stored: Report, base: Report, report: Report
    ) -> Version | None:
        """What another writer stored where this one changed the same, kept as a version."""
        if not contested_keys(base, stored, report):
            return None
        return history.keep_state(session, report_id, stored, Occasion.OVERTAKEN)

    def _plan(self, session: Session, report_id: str, kind: str, name: str) -> Plan:
        stored = rows.read(session, rows.record_of(session, report_id))
        return history.plan(session, report_id, stored.report, kind, name)

    def _keep(self, session: Session, planned: Plan) -> Version:
        self._put(session, planned.report_id, planned.draft, planned.report)
        return history.keep(session, planned)

    def _put(self, session: Session, report_id: str, expected: Report, report: Report) -> None:
        """Store a report where what is stored is still as expected."""
        record = rows.record_of(session, report_id)
        if rows.read(session, record).report == expected:
            rows.write(session, record, expected, report)
