"""The row above a report's tabs: the way back, what the report is called, and what can be done with it."""

from collections.abc import Callable, Iterable

from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui import icons, look
from ui.buttons import push_button

Entry = tuple[str, str, str, Callable[[], object]]
"""A button: object name, words, tip, what it does."""


def heading_row(back: Entry, names: tuple[QWidget, ...], entries: Iterable[Entry]) -> QHBoxLayout:
    """The row; the first of `names` takes the room there is, the last entry is what most people want."""
    title, *others = names
    way_back, *buttons = (push_button(name, words, do, tip) for name, words, tip, do in (back, *entries))
    row = QHBoxLayout()
    row.setContentsMargins(3 * look.SPACE, 2 * look.SPACE, 3 * look.SPACE, look.SPACE)
    row.setSpacing(2 * look.SPACE)
    row.addWidget(way_back)
    row.addSpacing(2 * look.SPACE)
    row.addWidget(title, 1)
    for widget in others:
        row.addWidget(widget)
    row.addSpacing(2 * look.SPACE)
    look.make_main(buttons[-1])
    for button in (way_back, *buttons):
        icons.wear(button, button.objectName())
    for button in buttons:
        row.addWidget(button)
    return row
