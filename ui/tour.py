"""入门导览: leads through five steps on the sample; offered once, begun from the menu, left at any moment."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from ui.settings import SAMPLE, Settings
from ui.tour_callout import Callout, Choice
from ui.tour_steps import OFFER, STEPS, TourStep, bring_up

if TYPE_CHECKING:
    from ui.main_window import MainWindow

_FOLLOW_MS = 120
"""How often the callout looks where its widget is: splitters, tabs and the window's size move it."""


class Tour(QObject):
    """One walk through the steps; `end` may be called at any time."""

    def __init__(self, window: "MainWindow", settings: Settings) -> None:
        super().__init__(window)
        self._window, self._settings = window, settings
        self._step = -1
        self._awaited: int | None = None
        self._callout: Callout | None = None
        self._target: QWidget | None = None
        self._follower = QTimer(self, interval=_FOLLOW_MS)
        self._follower.timeout.connect(self._follow)

    @property
    def step(self) -> int:
        """Which step is shown, counted from 0; -1 while none is."""
        return self._step

    def offer(self) -> None:
        """Ask whether the clerk wants to be led; the keyboard stays where it is."""
        self._show(
            OFFER,
            "",
            (
                ("tour_later", "不用了", self.end, "以后在“帮助”菜单里也能打开"),
                ("tour_begin", "开始导览", self.begin, ""),
            ),
        )

    def begin(self) -> None:
        """Show the first step."""
        self.go(0)

    def go(self, step: int) -> None:
        """Show a step; behind the last one the tour is over."""
        if not 0 <= step < len(STEPS):
            self.end()
            return
        if STEPS[step].show and not self._is_sample():
            self._awaited = step  # the sample is made beside the window, and shown by itself
            self._window.ways_in.open_sample()
        if STEPS[step].show and not self._is_sample():
            return
        self._awaited = None
        if not bring_up(STEPS[step], self._window):
            self.end()
            return
        self._step = step
        self._show(STEPS[step], f"{step + 1} / {len(STEPS)}", self._choices(step))
        self._callout.main.setFocus()

    def end(self) -> None:
        """Leave the window as it is."""
        self._step, self._awaited = -1, None
        self._follower.stop()
        if self._callout is not None:
            had_focus = self._callout.isAncestorOf(self._window.focusWidget() or self._window)
            self._callout.put_away()
            self._callout = None
            if had_focus and self._window.view is not None:
                self._window.view.late_pages.focus_current()

    def _choices(self, step: int) -> tuple[Choice, ...]:
        is_last = step == len(STEPS) - 1
        back = (("tour_back", "上一步", partial(self.go, step - 1), "上一步（←）"),) if step else ()
        leave = () if is_last else (("tour_end", "结束", self.end, "结束导览（Esc）"),)
        on = ("tour_next", "完成" if is_last else "下一步", partial(self.go, step + 1), "下一步（→）")
        return (*leave, *back, on)

    def _show(self, step: TourStep, place: str, choices: tuple[Choice, ...]) -> None:
        if self._callout is not None:
            self._callout.put_away()
        self._callout = callout = Callout(step, place, choices, self._window)
        callout.closed.connect(self.end)
        callout.on_wanted.connect(lambda: self.go(self._step + 1))
        callout.back_wanted.connect(lambda: self.go(max(self._step - 1, 0)))
        self._target = self._window.findChild(QWidget, step.target) if step.target else None
        callout.stand_beside(self._target)
        callout.show()
        callout.raise_()
        self._follower.start()

    def _follow(self) -> None:
        if self._callout is None:
            return
        if self._awaited is not None and self._is_sample():
            self.go(self._awaited)
            return
        if self._step <= 0 and self._window.view is not None:  # the clerk opened something himself
            self.go(1) if self._step == 0 and self._is_sample() else self.end()
            return
        target = self._target if self._target is not None and isValid(self._target) else None
        self._callout.stand_beside(target)
        self._callout.raise_()

    def _is_sample(self) -> bool:
        return self._window.view is not None and self._window.chosen_id == self._settings.get(SAMPLE)
