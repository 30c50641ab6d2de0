"""Versions in the drafts' file, each function within the session of one operation of the store."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from models.content import from_content
from models.errors import UnknownKeyError, UserError
from models.records import VersionRecord
from models.report import Report
from models.version import Plan, Version, at_stage, content_hash, written_content

_KNOWN = "请用 versions 查看这份报告有哪些版本。"


def plan(session: Session, report_id: str, draft: Report, kind: str, name: str) -> Plan:
    """What freezing the draft would give: the last version of the kind if its content is the same, else a new one."""
    report = at_stage(draft, kind)
    found = content_hash(written_content(report))
    before = list(versions(session, report_id))
    last = next((version for version in reversed(before) if version.kind == kind), None)
    if last and last.hash == found:
        return Plan(report_id, last, report, draft, is_new=False)
    number = before[-1].number + 1 if before else 1
    return Plan(report_id, Version(number, str(kind), name, _now(), found), report, draft, is_new=True)


def keep(session: Session, planned: Plan) -> None:
    """Write a new version down. Raises UserError where the report has got another one since it was planned."""
    version = planned.version
    numbers = {one.number for one in versions(session, planned.report_id)}
    if planned.is_new and version.number == max(numbers, default=0) + 1:
        session.add(_record(planned))
    elif planned.is_new or version.number not in numbers:
        raise UserError("这份报告刚在另一处存了新版本，这次没有存，也没有写出文件；请再试一次。")


def forget(session: Session, planned: Plan) -> None:
    """Take a new version back of which no paper came to be."""
    if planned.is_new:
        session.execute(
            delete(VersionRecord).where(
                VersionRecord.report_id == int(planned.report_id),
                VersionRecord.number == planned.version.number,
                VersionRecord.hash == planned.version.hash,
            )
        )


def versions(session: Session, report_id: str) -> Iterator[Version]:
    """All versions of a report by number, without their contents."""
    record = VersionRecord
    columns = (record.number, record.kind, record.name, record.created, record.hash)
    found = select(*columns).where(record.report_id == int(report_id)).order_by(record.number)
    for number, kind, name, created, hash_ in session.execute(found):
        yield Version(number, kind, name, datetime.fromisoformat(created).astimezone(), hash_)


def report_of(session: Session, report_id: str, number: int) -> Report:
    """The report in a version. Raises UnknownKeyError for none of this number, UserError for a damaged one."""
    record = session.get(VersionRecord, (int(report_id), number))
    if record is None:
        raise UnknownKeyError("版本", str(number), _KNOWN)
    if content_hash(record.content) != record.hash:
        raise UserError(f"第{number}稿在草稿库中已损坏，文件原样未动；请用备份恢复，或打开别的版本。")
    return from_content(json.loads(record.content))


def _record(planned: Plan) -> VersionRecord:
    version = planned.version
    return VersionRecord(
        report_id=int(planned.report_id),
        number=version.number,
        kind=version.kind,
        name=version.name,
        created=version.time.astimezone(UTC).isoformat(timespec="microseconds"),
        hash=version.hash,
        content=written_content(planned.report),
    )


def _now() -> datetime:
    return datetime.now(UTC).astimezone()
