"""The row above a report's tabs: the way back, what the report is called, and what can be done with it."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui import icons, look
from ui.buttons import push_button

Entry = tuple[str, str, str, Callable[[], object]]
"""A button: object name, words, tip, what it does."""

_LEAST_TITLE = 30 * look.SPACE


class HeadingRow(QWidget):
    """The first of `names` takes the room there is, the last entry is what most people want.

    In a narrow window the buttons keep their words and go without icons.
    """

    def __init__(self, back: Entry, names: tuple[QWidget, ...], entries: Iterable[Entry]) -> None:
        super().__init__()
        title, *others = names
        self._buttons = [push_button(name, words, do, tip) for name, words, tip, do in (back, *entries)]
        self._is_tight = False
        row = QHBoxLayout(self)
        row.setContentsMargins(3 * look.SPACE, 2 * look.SPACE, 3 * look.SPACE, look.SPACE)
        row.setSpacing(2 * look.SPACE)
        row.addWidget(self._buttons[0])
        row.addSpacing(2 * look.SPACE)
        row.addWidget(title, 1)
        for widget in others:
            row.addWidget(widget)
        row.addSpacing(2 * look.SPACE)
        look.make_main(self._buttons[-1])
        for button in self._buttons:
            icons.wear(button, button.objectName())
        for button in self._buttons[1:]:
            row.addWidget(button)
        self._wide = 0

    def minimumSizeHint(self) -> QSize:
        least = super().minimumSizeHint()
        return least if self._is_tight else QSize(0, least.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self._is_tight:
            self._wide = super().minimumSizeHint().width() + _LEAST_TITLE
        self._fit(event.size().width() < self._wide)

    def _fit(self, is_tight: bool) -> None:
        if is_tight is self._is_tight:
            return
        self._is_tight = is_tight
        for button in self._buttons:
            button.setProperty("tight", is_tight)
            if is_tight:
                icons.take_off(button)
            else:
                icons.wear(button, button.objectName())
            button.style().unpolish(button)
            button.style().polish(button)
        self.updateGeometry()
