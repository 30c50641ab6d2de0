"""Dialogs that block nothing and are gone from the window as soon as they are finished."""

from PySide6.QtWidgets import QDialog


def show(dialog: QDialog) -> None:
    """Open a dialog; once it is finished nobody finds it in the window any more.

    Qt deletes later, when the event loop comes to it; until then a finished dialog would be found by its name.
    """

    def part() -> None:
        dialog.hide()
        dialog.setParent(None)
        dialog.deleteLater()

    dialog.finished.connect(part)
    QDialog.open(dialog)  # QPrintDialog's own open() wants a slot by name


def take_height(dialog: QDialog, height: int) -> None:
    """Make a dialog so high, but no higher than the screen, and move it up where it would run off below."""
    room, above = dialog.screen().availableGeometry(), dialog.geometry().top() - dialog.frameGeometry().top()
    frame = max(dialog.frameGeometry().height() - dialog.height(), 0)
    dialog.resize(dialog.width(), min(height, room.height() - frame))
    lowest = room.bottom() + 1 - dialog.height() - (frame - above)
    if dialog.geometry().top() > lowest:
        dialog.move(dialog.x(), max(lowest - above, room.top()))
