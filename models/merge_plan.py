"""What taking returned workbooks over would change: old and new, what departments disagree on, what was not read."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from models.errors import UserError
from models.quantity import Quantity


@dataclass(frozen=True, slots=True)
class Change:
    """One amount that would be taken over. `source` is the file's name, `remarks` say what was guessed."""

    indicator: str
    name: str
    unit: str
    old: Quantity | None
    new: Quantity
    source: str
    evidence: str = ""
    note: str = ""
    remarks: tuple[str, ...] = ()
    is_plain: bool = False
    """It stood there as a bare number, which cannot say 约."""

    @property
    def unit_behind(self) -> str:
        """The unit as it stands behind the amount; a per cent sign is part of the amount."""
        return "" if self.unit in ("%", "‰") else self.unit


@dataclass(frozen=True, slots=True)
class Conflict:
    """Different amounts of one indicator, each from another file; none is taken until one is chosen."""

    offers: tuple[Change, ...]

    @property
    def indicator(self) -> str:
        """Whose amounts they are."""
        return self.offers[0].indicator

    @property
    def words(self) -> str:
        """The conflict in one sentence."""
        said = "，".join(f"“{one.source}”是{one.new.surface}" for one in self.offers)
        return f"“{self.offers[0].name}”各单位填得不一样：{said}，都没有采用，原值未改；请选定一个。"


@dataclass(frozen=True, slots=True)
class MergePlan:
    """What taking the files over would do. `files` counts those that were read, `agreed` the amounts known already."""

    changes: tuple[Change, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    problems: tuple[str, ...] = ()
    files: int = 0
    agreed: int = 0

    def with_choices(self, choices: Mapping[str, str]) -> "MergePlan":
        """The plan with conflicts decided: file names (whole, or a part that only one has) by indicator.

        Raises UserError where there is no such conflict or file.
        """
        taken = [_chosen(self, indicator, file) for indicator, file in choices.items()]
        conflicts = tuple(one for one in self.conflicts if one.indicator not in choices)
        return replace(self, changes=(*self.changes, *taken), conflicts=conflicts)

    def only(self, indicators: Collection[str]) -> "MergePlan":
        """The plan with no other changes than these indicators'."""
        return replace(self, changes=tuple(one for one in self.changes if one.indicator in indicators))

    @property
    def sources(self) -> int:
        """How many files the changes come from."""
        return len({one.source for one in self.changes})


def _chosen(plan: MergePlan, indicator: str, file: str) -> Change:
    conflict = next((one for one in plan.conflicts if one.indicator == indicator), None)
    if conflict is None:
        raise UserError(f"“{indicator}”没有各单位不一致的数可选，什么也没有改动；请先不带--take看一遍。")
    exact = [one for one in conflict.offers if one.source == file]
    found = exact or [one for one in conflict.offers if file and file in one.source]
    if len(found) != 1:
        known = "、".join(one.source for one in conflict.offers)
        raise UserError(
            f"“{file}”对不上一个填了“{conflict.offers[0].name}”的文件，什么也没有改动；请从{known}中选一个。"
        )
    return found[0]
