"""What a backup holds beside what is there now, for whoever is about to bring it back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from models.database import file_in
from models.errors import UserError
from models.report_list import ReportSummary, read_report_list, read_trash

if TYPE_CHECKING:
    from models.holdings import Holdings


_MOST_NAMED = 3


class BrokenBackupError(UserError):
    """A file is damaged and cannot be brought back as it is; it may be salvaged."""


class Standing(StrEnum):
    """A report in a backup beside the one of the same id that is there now."""

    NONE = "与现在相同"
    NEWER_NOW = "现在的较新"
    OLDER_NOW = "比现在的新"
    TRASHED = "现在在回收站"
    GONE = "现在没有"


@dataclass(frozen=True, slots=True)
class Held:
    """A report in a backup, how it stands to the present one, and that one's line in the list, if it has one."""

    summary: ReportSummary
    standing: Standing
    now: ReportSummary | None = None


@dataclass(frozen=True, slots=True)
class Contents:
    """The reports in a backup, those that are there now and not in it, and how many lie in its trash and versions."""

    held: tuple[Held, ...]
    lacking: tuple[ReportSummary, ...]
    trashed: int
    versions: int
    trashed_now: int = 0

    @property
    def warning(self) -> str:
        """What bringing the whole backup back would change, in one sentence."""
        newer = [one.now for one in self.held if one.standing is Standing.NEWER_NOW and one.now]
        parts = (
            (newer, "会回到较早的内容"),
            (self.lacking, "是备份以后才有的，将不在列表里"),
        )
        told = [f"{_named(reports)}{words}" for reports, words in parts if reports]
        if self.trashed or self.trashed_now:
            told.append(f"回收站也一起换：现在有{self.trashed_now}份，备份里有{self.trashed}份")
        return "；\n".join(told) + "。" if told else "列表里的报告都与现在相同。"


def contents(data_dir: Path, file: Path) -> Contents:
    """Look into a backup. Raises BrokenBackupError for a damaged one, UserError for one that holds nothing."""
    found = _sound_holdings(file)
    same = _same_reports(file, file_in(data_dir))
    now = {one.id: one for one in read_report_list(data_dir) if one.id in same}
    thrown = {one.id for one in read_trash(data_dir)}
    trashed = thrown & same
    held = tuple(Held(one, _standing(one, now, trashed), now.get(one.id)) for one in found.reports)
    known = {one.id for one in found.reports} & same
    lacking = tuple(one for one in read_report_list(data_dir) if one.id not in known)
    return Contents(held, lacking, found.trashed, found.versions, len(thrown))


def _sound_holdings(file: Path) -> "Holdings":
    from models.holdings import holdings
    from models.inspection import troubles

    try:
        found = holdings(file)
    except UserError as error:
        if troubles(file):
            raise BrokenBackupError(str(error)) from error
        raise
    if not found.reports and not found.trashed:
        raise UserError(f"“{file.name}”里一份报告也没有，不能用来恢复，什么也没有改动；请换一个备份。")
    return found


def _same_reports(backup: Path, live: Path) -> frozenset[str]:
    """The ids that mean the same report in both: another PC's backup counts its own. None where one is damaged."""
    from models.restoring import registered

    try:
        return frozenset(str(number) for number, _made in registered(backup).keys() & registered(live).keys())
    except UserError:
        return frozenset()


def _standing(one: ReportSummary, now: Mapping[str, ReportSummary], trashed: set[str]) -> Standing:
    present = now.get(one.id)
    if present is None:
        return Standing.TRASHED if one.id in trashed else Standing.GONE
    if present.updated == one.updated:
        return Standing.NONE
    return Standing.NEWER_NOW if present.updated > one.updated else Standing.OLDER_NOW


def _named(reports: Sequence[ReportSummary]) -> str:
    """With what tells reports of one title apart: year, organ, number, last change."""
    told = "、".join(
        f"{one.year}年《{one.title}》（{one.organ or '没有填单位'}，编号{one.id}，"
        f"{one.updated.month}月{one.updated.day}日 {one.updated:%H:%M} 改过）"
        for one in reports[:_MOST_NAMED]
    )
    return told if len(reports) <= _MOST_NAMED else f"{told}等{len(reports)}份"
