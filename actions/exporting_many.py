"""Export several stored reports into one folder; one that cannot be written keeps none of the others back."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from actions.exporting import export_stored
from actions.progress import Tell, unwatched
from exporters.profile import Profile
from models.errors import UserError
from models.report_list import ReportSummary

if TYPE_CHECKING:
    from models.store import Store


@dataclass(frozen=True, slots=True)
class ExportedOne:
    """What became of one report: its files with what is to be said of them, or why there are none."""

    summary: ReportSummary
    files: tuple[Path, ...] = ()
    notes: tuple[str, ...] = ()
    why: str = ""


def export_many(
    store: "Store",
    wanted: Sequence[ReportSummary],
    folder: Path,
    formats: Sequence[str],
    rules: Profile | None = None,
    tell: Tell = unwatched,
) -> tuple[ExportedOne, ...]:
    """Export reports one after the other as `export_stored` does; where `tell` says no, those done so far stay."""
    done: list[ExportedOne] = []
    for summary in wanted:
        if not tell(len(done), len(wanted), f"正在导出《{summary.title}》……"):
            break
        done.append(_export(store, summary, folder, formats, rules))
    return tuple(done)


def _export(
    store: "Store", summary: ReportSummary, folder: Path, formats: Sequence[str], rules: Profile | None
) -> ExportedOne:
    try:
        exported = export_stored(store, summary.id, folder, formats, rules=rules)
    except UserError as error:
        return ExportedOne(summary, why=str(error))
    return ExportedOne(summary, exported.files, exported.notes)
