"""Versions in the drafts' file, each function within the session of one operation of the store."""

import zlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session, defer

from models.archive import report_in
from models.errors import DamagedError, UnknownKeyError, UserError
from models.length import report_length
from models.records import VersionRecord
from models.report import HEADING, Report
from models.retention import kept as kept_of
from models.shrinking import lost_much
from models.text_difference import changed_in_all
from models.text_places import all_texts
from models.version import (
    THINNED,
    Occasion,
    Plan,
    Version,
    at_stage,
    content_hash,
    written_content,
)

EVERY = timedelta(minutes=10)
"""How long changes may go on before the state they began with becomes a version."""
_AS_YOUNG = timedelta(days=1)
"""An automatic version of the last day is thinned out hardly sooner than one that is kept now."""
_OVERTAKEN = "这份报告刚在另一处存了新版本，这次没有存，也没有写出文件；请再试一次。"
_KNOWN = "请用 versions 查看这份报告有哪些版本。"


def plan(session: Session, report_id: str, draft: Report, kind: str, name: str = "") -> Plan:
    """What keeping the draft would give: a version that holds the same already, else a new one.

    A stage is the same only as the last of its kind, a named version also by name. Any other is the same as one that
    will be kept as long, so that going to and fro between two states fills no history.
    """
    report = at_stage(draft, kind)
    found = content_hash(written_content(report))
    before = list(versions(session, report_id))
    same_kind = [one for one in before if one.kind == kind]
    same = next((one for one in reversed(_as_good(before, kind)) if one.hash == found), None)
    if same and (kind != Occasion.NAMED or same.name == name):
        return Plan(report_id, same, report, draft, is_new=False)
    version = Version(
        number=before[-1].number + 1 if before else 1,
        kind=str(kind),
        name=name,
        time=_now(),
        hash=found,
        ordinal=same_kind[-1].ordinal + 1 if same_kind else 1,
        characters=report_length(report),
        changed=_changed_since(session, report_id, before[-1].number, report) if before else -1,
    )
    return Plan(report_id, version, report, draft, is_new=True)


def keep(session: Session, planned: Plan) -> Version:
    """Write a new version down; returns it with the number it got, for others may have come since it was planned.

    Raises UserError where one of the same kind did: its papers would bear the same count.
    """
    before = list(versions(session, planned.report_id))
    version = planned.version
    if not planned.is_new:
        if any((one.kind, one.hash) == (version.kind, version.hash) for one in before):
            return version
        raise UserError(_OVERTAKEN)
    same_kind = [one for one in before if one.kind == version.kind]
    if version.is_stage and same_kind and same_kind[-1].ordinal >= version.ordinal:
        raise UserError(_OVERTAKEN)
    kept = replace(version, number=before[-1].number + 1 if before else 1)
    session.add(_record(planned.report_id, kept, written_content(planned.report)))
    session.flush()
    _thin(session, planned.report_id)
    return kept


def keep_state(session: Session, report_id: str, report: Report, occasion: str, name: str = "") -> Version:
    """Keep a state of a report, also one that is not stored, as a version."""
    return keep(session, plan(session, report_id, report, occasion, name))


def keep_before(session: Session, report_id: str, stored: Report, report: Report) -> Version | None:
    """The state before a change, kept where it is time for a version or much would be lost; the latter is returned."""
    if lost_much(stored, report):
        return keep_state(session, report_id, stored, Occasion.SHRUNK)
    if has_text(stored) and is_due(session, report_id):
        keep_state(session, report_id, stored, Occasion.AUTOMATIC)
    return None


def take_in(session: Session, report_id: str, version: Version, written: str) -> None:
    """Write a version down as it was kept in another file, under its own number, letter for letter."""
    session.add(_record(report_id, version, written))


def is_due(session: Session, report_id: str) -> bool:
    """Whether the last version is so old that the state before the next change should become one.

    The last by number: times are those of a clock that may have been set back.
    """
    last = session.scalar(
        select(VersionRecord.created)
        .where(VersionRecord.report_id == int(report_id))
        .order_by(VersionRecord.number.desc())
        .limit(1)
    )
    return last is None or abs(_now() - _time(last)) >= EVERY


def has_text(report: Report) -> bool:
    """Whether anything was written yet: a template's empty sections need no version."""
    return any(stored for place, stored in all_texts(report) if place.paragraph != HEADING and place.section)


def forget(session: Session, planned: Plan) -> None:
    """Take a new version back of which no paper came to be; an earlier one of the same content stays."""
    if not planned.is_new:
        return
    record, version = VersionRecord, planned.version
    same = (
        select(func.max(record.number))
        .where(record.report_id == int(planned.report_id))
        .where(record.kind == version.kind, record.hash == version.hash)
    )
    number = session.scalar(same)
    session.execute(delete(record).where(record.report_id == int(planned.report_id), record.number == number))


def versions(session: Session, report_id: str) -> Iterator[Version]:
    """All versions of a report by number, without their contents. Raises DamagedError."""
    found = select(VersionRecord).where(VersionRecord.report_id == int(report_id))
    ordinals: Counter[str] = Counter()
    for record in session.scalars(found.order_by(VersionRecord.number).options(defer(VersionRecord.content))):
        if record.seal != record.reckoned_seal():
            raise DamagedError(f"报告{report_id}的第{record.number}个版本")
        ordinals[record.kind] += 1
        yield _version(record, ordinals[record.kind])


def find(session: Session, code: str) -> list[tuple[str, int]]:
    """The reports and numbers of versions whose hash begins with `code`, as a paper bears it."""
    record = VersionRecord
    found = select(record.report_id, record.number).where(record.hash.startswith(code, autoescape=True))
    return [(str(report_id), number) for report_id, number in session.execute(found)]


def report_of(session: Session, report_id: str, number: int) -> Report:
    """The report in a version. Raises UnknownKeyError for none of this number, DamagedError for a damaged one."""
    return report_in(written_of(session, report_id, number))


def written_of(session: Session, report_id: str, number: int) -> str:
    """A version's content as it was kept; raises what `report_of` raises."""
    record = session.get(VersionRecord, (int(report_id), number))
    if record is None:
        raise UnknownKeyError("版本", str(number), _KNOWN)
    try:
        written = zlib.decompress(record.content).decode("ascii")
    except (zlib.error, UnicodeDecodeError, TypeError) as error:
        raise DamagedError(f"报告{report_id}的第{number}个版本") from error
    if content_hash(written) != record.hash:
        raise DamagedError(f"报告{report_id}的第{number}个版本")
    return written


def _thin(session: Session, report_id: str) -> None:
    """Let go of automatic versions that the scheme of `retention` does not keep."""
    thinned = [one for one in versions(session, report_id) if one.kind in THINNED]
    stay = kept_of([one.time for one in thinned], _now())
    gone = [one.number for at, one in enumerate(thinned) if at not in stay]
    if gone:
        record = VersionRecord
        session.execute(
            delete(record).where(record.report_id == int(report_id), record.number.in_(gone)),
            execution_options={"synchronize_session": False},
        )


def _changed_since(session: Session, report_id: str, number: int, report: Report) -> int:
    """How much differs from a version; -1 where it is damaged, which shall not keep a new one from being kept."""
    try:
        return changed_in_all(report_of(session, report_id, number), report)
    except DamagedError:
        return -1


def _record(report_id: str, version: Version, written: str) -> VersionRecord:
    record = VersionRecord(
        report_id=int(report_id),
        number=version.number,
        kind=version.kind,
        name=version.name,
        created=version.time.astimezone(UTC).isoformat(timespec="microseconds"),
        hash=version.hash,
        content=zlib.compress(written.encode("ascii"), 9),
        characters=version.characters,
        changed=version.changed,
    )
    record.seal = record.reckoned_seal()
    return record


def _version(record: VersionRecord, ordinal: int) -> Version:
    return Version(
        record.number,
        record.kind,
        record.name,
        _time(record.created),
        record.hash,
        ordinal,
        record.characters,
        record.changed,
    )


def _as_good(before: list[Version], kind: str) -> list[Version]:
    """The versions that make a new one of this kind needless if they hold the same."""
    if kind not in set(Occasion) or kind == Occasion.NAMED:
        return [one for one in before if one.kind == kind][-1:]
    stay = [one for one in before if one.kind not in THINNED]
    if kind not in THINNED:
        return stay
    now = _now()
    return [*stay, *(one for one in before if abs(now - one.time) < _AS_YOUNG), *before[-1:]]


def _time(stored: str) -> datetime:
    return datetime.fromisoformat(stored).astimezone()


def _now() -> datetime:
    return datetime.now(UTC).astimezone()
