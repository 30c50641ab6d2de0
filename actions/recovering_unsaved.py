"""Changes that could not be saved: put into a journal at once, compared with what is stored later, never lost."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from models.content import with_changes
from models.errors import DamagedError, UnknownReportError, UserError
from models.journal import Journal, Unsaved, left_behind
from models.report import Report
from models.stored import Saved, Stored
from models.version import Occasion

if TYPE_CHECKING:
    from models.store import Store

_NOWHERE = "{reason}改动也记不到别处，只在窗口里；请马上用“另存到”存到U盘等地方。"


@dataclass(frozen=True, slots=True)
class Recovery:
    """Changes that lie in a journal and are not stored.

    `stored` is the report as it is now, None where it is in the list no more; `report_id` is its id, "" where there is
    none. `recovered` is what the report would be with the changes.
    """

    unsaved: Unsaved
    report_id: str
    stored: Stored | None
    recovered: Report


def journalling(store: "Store", report_id: str, journal: Journal) -> Callable[[Report, Stored], Saved]:
    """Saves a report; what cannot be saved lies in the journal before anybody hears of it. Runs on any thread.

    Raises what `Store.save` raises, and UserError where the journal cannot be written either.
    """

    def save(report: Report, since: Stored) -> Saved:
        try:
            saved = store.save(report_id, report, since)
        except Exception as error:
            try:
                journal.write(since.report, report)
            except OSError as trouble:
                reason = str(error) if isinstance(error, UserError) else "程序出了意外的错误。"
                raise UserError(_NOWHERE.format(reason=reason)) from trouble
            raise
        journal.remove()
        return saved

    return save


def journal_for(store: "Store", data_dir: Path, report_id: str) -> Journal:
    """A journal for a report that has been opened; raises UnknownReportError."""
    return Journal(data_dir, report_id, store.uid_of(report_id))


def find_unsaved(
    store: "Store", data_dir: Path, report_id: str = ""
) -> tuple[tuple[Recovery, ...], tuple[UserError, ...]]:
    """What was left unsaved, of one report or of all, and what is to be said of journals that cannot be read.

    A journal that says nothing new is removed: nobody needs to be asked. One of a report that is damaged waits until
    the report was salvaged.
    """
    found, troubles = left_behind(data_dir)
    listed = frozenset(one.id for one in store.list()) if found else frozenset()
    compared = [known for one in found if (known := _compared(store, one, listed)) is not None]
    for one in compared:
        if one.stored is not None and one.stored.report == one.recovered:
            one.unsaved.forget()
    differing = [one for one in compared if one.stored is None or one.stored.report != one.recovered]
    return tuple(one for one in differing if report_id in ("", one.report_id)), troubles


def keep_stored(store: "Store", recovery: Recovery) -> None:
    """The clerk stays with what is stored; what was recovered becomes a version of it."""
    store.keep_other(recovery.report_id, recovery.recovered, Occasion.UNSAVED)
    recovery.unsaved.forget()


def keep_as_new(store: "Store", recovery: Recovery) -> str:
    """What was recovered becomes a report of its own; returns its id."""
    report_id = store.create(recovery.unsaved.report)
    recovery.unsaved.forget()
    return report_id


def _compared(store: "Store", unsaved: Unsaved, listed: frozenset[str]) -> Recovery | None:
    """None for a report that is damaged. Ids begin anew in another file, so that it is known by its uid."""
    report_id = store.id_of(unsaved.uid) or ""
    try:
        stored = store.fetch(report_id) if report_id in listed else None
    except DamagedError:
        return None
    except UnknownReportError:
        stored = None
    if stored is None:
        return Recovery(unsaved, report_id, None, unsaved.report)
    return Recovery(unsaved, report_id, stored, with_changes(stored.report, unsaved.base, unsaved.report))
