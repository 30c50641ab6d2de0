"""What stood on the screen and could not be saved before another state of the drafts was brought back."""

from dataclasses import dataclass

from models.errors import UserError
from models.report import Report
from models.store import Store
from models.version import Occasion


@dataclass(frozen=True, slots=True)
class Unsaved:
    """A report as it stood on the screen, and the id it had."""

    report_id: str
    report: Report


def keep_unsaved(store: Store, unsaved: Unsaved, *, is_newest: bool) -> str:
    """Keep it where it is found again; where, in words.

    `is_newest`: it takes the place of the report, whose state becomes a version; otherwise it becomes a version itself.
    A report that is not there any more is made anew.
    """
    report_id, report = unsaved.report_id, unsaved.report
    if not _is_there(store, unsaved):
        new = store.create(report)
        return f"恢复以前没有存下来的改动另存为报告{new}，在“全部报告”里。"
    if is_newest:
        store.keep(report_id, Occasion.RESTORE)
        store.edit(report_id, lambda _stored: report)
        return f"报告{report_id}没有存下来的改动已经写进去，写以前的内容在“版本”里。"
    store.keep_other(report_id, report, Occasion.UNSAVED)
    return f"报告{report_id}恢复以前没有存下来的改动存为版本，在“版本”里可以取回。"


def _is_there(store: Store, unsaved: Unsaved) -> bool:
    """Whether the id still means the same report: another PC's backup counts its own."""
    try:
        found = store.load(unsaved.report_id)
    except UserError:
        return False
    mine = unsaved.report
    return (found.letterhead.organs, found.year) == (mine.letterhead.organs, mine.year)
