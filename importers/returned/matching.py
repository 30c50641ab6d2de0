"""Whose row is it? By the hidden id; by name and unit where that is gone or contradicts what is written."""

from dataclasses import dataclass
from functools import cached_property

from importers.cells import squeezed
from importers.returned.table import NAME, UNIT, Line
from models.collection import requests
from models.exchange import ID_TITLE
from models.indicator import Indicator
from models.report import Report


@dataclass(frozen=True)
class Match:
    """The indicator of a row; None where nobody knows. `remark` says in words what was guessed, `problem` why not."""

    indicator: Indicator | None = None
    remark: str = ""
    problem: str = ""
    is_by_name: bool = False


@dataclass(frozen=True)
class Known:
    """The indicators a row may be about."""

    report: Report

    @cached_property
    def _by_name(self) -> dict[str, list[Indicator]]:
        found: dict[str, list[Indicator]] = {}
        for everything in (False, True):  # what the report uses wins over what only the catalogue knows
            for request in requests(self.report, everything):
                for asked in request.asked:
                    found.setdefault(squeezed(asked.indicator.name), []).append(asked.indicator)
        return found

    def by_name(self, name: str, unit: str) -> Indicator | None:
        """The indicator of a name; the unit decides between several."""
        named = self._by_name.get(squeezed(name), [])
        same = [one for one in named if squeezed(one.unit) == squeezed(unit)]
        return next(iter(same or named), None)

    def by_id(self, line: Line) -> Indicator | None:
        """The indicator whose id stands in the row, under its head or, where that was deleted, anywhere."""
        written = line.text(ID_TITLE)
        texts = (written,) if written else tuple(cell.text for cell in line.others)
        found = (self.report.indicator(squeezed(text)) for text in texts if text.isascii())
        return next((one for one in found if one is not None), None)

    def match(self, line: Line) -> Match:
        """The indicator of a row.

        A clerk who sorts only the columns he sees leaves the hidden ids behind: where id and name are two different
        indicators', the name is what he filled the row in for. One of the report's own indicators is never taken by
        its id alone, for the id may have been given to another meanwhile.
        """
        name = line.text(NAME)
        marked, named = self.by_id(line), self.by_name(name, line.text(UNIT))
        if marked is None:
            return self._unmarked(line, named)
        if not name or squeezed(name) == squeezed(marked.name):
            return Match(marked)
        if named is not None and named.id != marked.id:
            return Match(named, f"隐藏的编号是“{marked.name}”的，与名称“{name}”对不上，按名称认")
        if marked in self.report.own_indicators:
            return Match(problem=f"编号是“{marked.name}”的，名称写的是“{name}”，不能确定是哪一项")
        return Match(marked, f"名称写成了“{name}”，按编号认作“{marked.name}”")

    def _unmarked(self, line: Line, named: Indicator | None) -> Match:
        written = line.text(ID_TITLE)
        if named is not None:
            missing = f"编号“{written}”不认识" if written else "没有编号"
            return Match(named, f"{missing}，按名称和单位认", is_by_name=True)
        if written:
            return Match(problem=f"编号“{written}”不在本报告的指标里")
        return Match(problem="没有编号，名称也不在本报告的指标里")
