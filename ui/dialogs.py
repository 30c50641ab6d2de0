"""Dialogs that block nothing and are gone from the window as soon as they are finished."""

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QDialog

from ui import help_button

_TITLE_BAR = 32
"""Pixels that a window's frame takes of the height, where the system has not said yet."""


def show(dialog: QDialog) -> None:
    """Open a dialog that the rest of the window waits for; once it is finished nobody finds it any more."""
    help_button.give(dialog)
    dialog.finished.connect(lambda _result: _part(dialog))
    QDialog.open(dialog)  # QPrintDialog's own open() wants a slot by name
    fit(dialog)


def show_beside(dialog: QDialog) -> None:
    """The same of a dialog beside which the clerk goes on working."""
    help_button.give(dialog)
    dialog.finished.connect(lambda _result: _part(dialog))
    dialog.show()
    fit(dialog)


def _part(dialog: QDialog) -> None:
    """Qt deletes later, when the event loop comes to it; until then a finished dialog would be found by its name."""
    dialog.hide()
    dialog.setParent(None)
    dialog.deleteLater()


def room_for(dialog: QDialog) -> QRect:
    """What the screen has for windows."""
    return dialog.screen().availableGeometry()


def fit(dialog: QDialog) -> None:
    """Make a dialog no larger than the screen, and move it where all of it is seen."""
    inner, outer = dialog.geometry(), dialog.frameGeometry()
    before, above = inner.left() - outer.left(), max(inner.top() - outer.top(), _TITLE_BAR)
    room = room_for(dialog).adjusted(
        before, above, inner.right() - outer.right(), inner.bottom() - outer.bottom()
    )
    if dialog.size() != (size := dialog.size().boundedTo(room.size())):
        dialog.resize(size)
    place = dialog.geometry()
    right, below = room.right() + 1 - place.width(), room.bottom() + 1 - place.height()
    left, top = max(min(place.left(), right), room.left()), max(min(place.top(), below), room.top())
    if (left, top) != (place.left(), place.top()):
        dialog.move(left - before, top - above)


def take_height(dialog: QDialog, height: int) -> None:
    """Make a dialog so high, but no higher than the screen, and move it up where it would run off below."""
    room, above = room_for(dialog), dialog.geometry().top() - dialog.frameGeometry().top()
    frame = max(dialog.frameGeometry().height() - dialog.height(), 0)
    dialog.resize(dialog.width(), min(height, room.height() - frame))
    lowest = room.bottom() + 1 - dialog.height() - (frame - above)
    if dialog.geometry().top() > lowest:
        dialog.move(dialog.x(), max(lowest - above, room.top()))
