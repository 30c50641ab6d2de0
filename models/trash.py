"""Into the trash, out of it, and away for good, within the session of one operation of the store."""

from sqlalchemy.orm import Session

from models import rows
from models.errors import UserError


def throw_in(session: Session, report_id: str) -> None:
    """Put a report with its whole history into the trash; raises UnknownReportError, DamagedError."""
    _mark(session, report_id, rows.now_utc())


def take_back(session: Session, report_id: str) -> None:
    """Put a report from the trash back into the list; raises UnknownReportError, DamagedError."""
    _mark(session, report_id, "")


def purge(session: Session, report_id: str) -> None:
    """Remove a report in the trash, and its history, for good; raises UserError for one that is not there."""
    record = rows.record_of(session, report_id)
    if not record.deleted:
        raise UserError(f"报告{report_id}不在回收站里，没有删除；请先把它移到回收站。")
    session.delete(record)


def _mark(session: Session, report_id: str, when: str) -> None:
    record = rows.record_of(session, report_id)
    rows.read(session, record)  # a new seal over what is damaged would hide the damage
    record.deleted = when
    rows.reseal(session, record)
