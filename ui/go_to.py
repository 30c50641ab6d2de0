"""转到: everything one can go to, found by a few characters: commands, places, figures, findings, reports, settings."""

import json
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from models.matching import matching
from ui.command_goals import command_goals
from ui.go_to_box import GoToBox
from ui.goal import PLACES, Goal, GoalKind
from ui.other_goals import other_reports, settings
from ui.report_goals import page_goals, report_goals
from ui.settings import GONE_TO, Settings

if TYPE_CHECKING:
    from ui.main_window import MainWindow

_MOST_SHOWN, _MOST_KEPT = 200, 30
_ANYTHING = "转到哪里，或做什么：打几个字，也可以打拼音首字母，如 xzfy；:3 是第 3 页"
_PLACES = "转到哪一条、哪个数据、哪一页：打几个字或拼音首字母，:3 是第 3 页"

SOURCES: tuple[Callable[["MainWindow"], Iterator[Goal]], ...] = (
    lambda window: report_goals(window.view) if window.view else iter(()),
    lambda window: command_goals(window.menuBar()),
    settings,
    other_reports,
)
"""Where goals come from; what has no source of its own is not found."""


class GoTo:
    """Opens the box and remembers where the clerk went."""

    def __init__(self, window: "MainWindow", settings: Settings) -> None:
        self._window, self._settings = window, settings

    def begin(self) -> None:
        """Ask for anything."""
        self._ask(_ANYTHING, lambda goal: True)

    def begin_places(self) -> None:
        """Ask for a place of the report."""
        self._ask(_PLACES, lambda goal: goal.kind in PLACES)

    def _ask(self, hint: str, belongs: Callable[[Goal], bool]) -> None:
        for earlier in self._window.findChildren(GoToBox):
            earlier.put_away()
        if self._window.view is not None:
            self._window.view.commit()
        goals = [goal for source in SOURCES for goal in source(self._window) if belongs(goal)]
        used = {key: place for place, key in enumerate(self._latest())}
        box = GoToBox(lambda typed: self._found(goals, used, typed), hint, self._window)
        box.chosen.connect(self._go)

    def _found(self, goals: list[Goal], used: dict[str, int], typed: str) -> list[Goal]:
        view = self._window.view
        pages = list(page_goals(view, typed)) if view is not None else []
        if pages and typed.lstrip().startswith((":", "：")):
            return pages
        kinds, never = list(GoalKind), len(used)

        def order(goal: Goal) -> tuple[int, int]:
            return used.get(goal.id, never), kinds.index(goal.kind)

        found = matching(goals, typed, lambda goal: goal.names, order)
        return [*pages, *found][:_MOST_SHOWN]

    def _go(self, goal: Goal) -> None:
        kept = [goal.id, *(one for one in self._latest() if one != goal.id)][:_MOST_KEPT]
        self._settings.set(GONE_TO, json.dumps(kept))
        goal.go()

    def _latest(self) -> list[str]:
        latest: list[str] = json.loads(self._settings.get(GONE_TO))
        return latest
