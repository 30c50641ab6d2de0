"""An archive taken out of the drafts' file or put into it, within the session of one operation of the store."""

from sqlalchemy.orm import Session

from models import history, rows
from models.archive import Archive
from models.errors import UserError
from models.records import ReportRecord
from models.reuniting import added_versions, reunited
from models.stored import Saved, Stored
from models.version import Occasion

BROUGHT = "带来的内容"
"""What the version is called that holds the archive's report where both sides changed the same."""


def archive_of(session: Session, report_id: str) -> Archive:
    """A report with its history; raises UnknownReportError, DamagedError."""
    record = rows.record_of(session, report_id)
    stored = rows.read(session, record)
    found = tuple(history.versions(session, report_id))
    kept = tuple((one, history.written_of(session, report_id, one.number)) for one in found)
    return Archive(record.uid, stored.report, kept, stored.updated)


def take_in(session: Session, archive: Archive) -> str:
    """Keep an archive as a new report with its history; returns its id. One whose uid is here gets another uid."""
    uid = "" if rows.id_of(session, archive.uid) else archive.uid
    report_id = str(rows.create(session, archive.report, uid).id)
    for version, written in archive.versions:
        history.take_in(session, report_id, version, written)
    return report_id


def merge_in(session: Session, record: ReportRecord, archive: Archive) -> Saved:
    """Bring a stored report and an archive of it together (`models.reuniting`); nothing of either is lost.

    Versions that are not here come behind those that are. Where the report changes, its present state becomes a version
    first (`before`); where both sides changed the same, the archive's report does (`overtaken`). Raises UserError for a
    report in the trash, DamagedError.
    """
    report_id = str(record.id)
    if record.deleted:
        raise UserError(in_trash(report_id))
    stored = rows.read(session, record)
    kept = list(history.versions(session, report_id))
    reunion = reunited(stored.report, kept, archive)
    for version, written in added_versions(kept, archive):
        history.take_in(session, report_id, version, written)
    session.flush()
    changes = reunion.report != stored.report
    before = brought = None
    if changes or reunion.contested:
        before = history.keep_state(session, report_id, stored.report, Occasion.IMPORT)
    if reunion.contested:
        # Of a kind of its own beside the version just kept, for this one is never thinned out.
        brought = history.keep_state(session, report_id, archive.report, Occasion.OVERTAKEN, BROUGHT)
    rows.write(session, record, stored.report, reunion.report)
    return Saved(
        Stored(reunion.report, record.revision, record.updated), brought, before if changes else None
    )


def in_trash(report_id: str) -> str:
    """What is said where a parcel's report lies in the trash here."""
    return f"报告{report_id}在回收站里，没有并入；请先把它放回，或作为新报告放进来。"
