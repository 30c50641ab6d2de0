"""A report's rows in the drafts' file: read with their seals looked at, written sealed, within one session."""

import json
import re
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from models.content import JSON, changed_keys, from_content, to_content
from models.errors import DamagedError, UnknownReportError
from models.letterhead import SEPARATOR
from models.normalise import normalise
from models.records import ContentRecord, ReportRecord
from models.report import Report
from models.seal import seal
from models.stored import Stored
from models.title import title_in_one_line

_ID = re.compile(r"[1-9][0-9]{0,17}")


def record_of(session: Session, report_id: str) -> ReportRecord:
    """A report's row, in the trash or not. Raises UnknownReportError."""
    record = session.get(ReportRecord, int(report_id)) if _ID.fullmatch(report_id) else None
    if record is None:
        raise UnknownReportError(report_id)
    return record


def id_of(session: Session, uid: str) -> str | None:
    """The id of the report that has this uid."""
    found = session.scalar(select(ReportRecord.id).where(ReportRecord.uid == uid)) if uid else None
    return str(found) if found else None


def read(session: Session, record: ReportRecord) -> Stored:
    """The report as it is stored. Raises DamagedError where a row is missing or not what was written there."""
    name = _name(record.id)
    columns = (ContentRecord.key, ContentRecord.value, ContentRecord.seal)
    rows = session.execute(select(*columns).where(ContentRecord.report_id == record.id)).all()
    if damaged := [key for key, value, sealed in rows if seal(record.id, key, value) != sealed]:
        raise DamagedError(f"{name}的{len(damaged)}处内容（{_shown(damaged)}）")
    if record.seal != record.reckoned_seal(sealed for _, _, sealed in rows):
        raise DamagedError(f"{name}的部分内容")
    try:
        report = from_content({key: json.loads(value) for key, value, _ in rows})
    except ValueError as error:
        raise DamagedError(f"{name}的内容") from error
    return Stored(report, record.revision, record.updated)


def create(session: Session, report: Report, uid: str = "") -> ReportRecord:
    """Rows for a new report. `uid` is the name it has on other PCs, a new one where it has none yet."""
    now = now_utc()
    record = ReportRecord(
        created=now,
        updated=now,
        revision=1,
        uid=uid or uuid4().hex,
        deleted="",
        seal="",
        **list_columns(report),
    )
    session.add(record)
    session.flush()
    session.add_all(_content_record(record.id, key, value) for key, value in to_content(report).items())
    reseal(session, record)
    return record


def write(session: Session, record: ReportRecord, stored: Report, report: Report) -> bool:
    """Put `report` where `stored` stands, key by key; whether that changed anything.

    Keys and values that this program cannot read are left as they are.
    """
    changed = changed_keys(stored, report)
    if not changed:
        return False
    content = to_content(report)
    gone = [key for key in changed if key not in content]
    session.execute(
        delete(ContentRecord).where(ContentRecord.report_id == record.id, ContentRecord.key.in_(gone))
    )
    for key in changed - set(gone):
        session.merge(_content_record(record.id, key, content[key]))
    record.updated = now_utc()
    record.revision += 1
    for name, value in list_columns(report).items():
        setattr(record, name, value)
    reseal(session, record)
    return True


def reseal(session: Session, record: ReportRecord) -> None:
    """Seal a report's row after it or its contents were changed."""
    session.flush()
    contents = session.scalars(select(ContentRecord.seal).where(ContentRecord.report_id == record.id))
    record.seal = record.reckoned_seal(contents)


def now_utc() -> str:
    """This moment as rows hold it."""
    return datetime.now(UTC).isoformat(timespec="microseconds")


def _content_record(report_id: int, key: str, value: JSON) -> ContentRecord:
    written = stored_value(value)
    return ContentRecord(report_id=report_id, key=key, value=written, seal=seal(report_id, key, written))


def _name(report_id: int) -> str:
    return f"报告{report_id}"


def _shown(keys: Iterable[str]) -> str:
    from models.content_words import place_words  # reads the declarations

    named = [place_words(key) for key in sorted(key.encode(errors="replace").decode() for key in keys)]
    return "、".join(named[:3]) + ("等" if len(named) > 3 else "")


def stored_value(value: JSON) -> str:
    """JSON with Chinese as Chinese; half a surrogate pair, which UTF-8 cannot hold, as an escape."""
    plain = json.dumps(value, ensure_ascii=False)
    return plain if _is_storable(plain) else json.dumps(value)


def _is_storable(plain: str) -> bool:
    try:
        plain.encode()
    except UnicodeEncodeError:
        return False
    return True


def list_columns(report: Report) -> dict[str, Any]:
    """What the list shows of a report."""
    texts = {
        "title": normalise(title_in_one_line(report)),
        "organ": SEPARATOR.join(report.letterhead.organs),
        "stage": str(report.stage),
    }
    return {"year": report.year} | {
        name: value.encode(errors="replace").decode() for name, value in texts.items()
    }
