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
