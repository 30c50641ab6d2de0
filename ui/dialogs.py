"""Dialogs that block nothing and are gone from the window as soon as they are finished."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLayout,
    QLayoutItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ui import help_button, look, menu_key
from ui.low_area import LowArea

_INNER = "scrolling_part"
_TITLE_BAR = 32
"""Pixels that a window's frame takes of the height, where the system has not said yet."""


def show(dialog: QDialog) -> None:
    """Open a dialog that the rest of the window waits for; once it is finished nobody finds it any more."""
    help_button.give(dialog)
    menu_key.give(dialog)
    dialog.finished.connect(lambda _result: _part(dialog))
    _keep_default(dialog)
    QDialog.open(dialog)  # QPrintDialog's own open() wants a slot by name
    _free_buttons(dialog)
    fit(dialog)


def show_beside(dialog: QDialog) -> None:
    """The same of a dialog beside which the clerk goes on working."""
    help_button.give(dialog)
    menu_key.give(dialog)
    dialog.finished.connect(lambda _result: _part(dialog))
    _keep_default(dialog)
    dialog.show()
    _free_buttons(dialog)
    fit(dialog)


def _let_scroll(dialog: QDialog) -> None:
    """Have everything but the last row, which are its buttons, scroll where it cannot be as small as the screen."""
    column = dialog.layout()
    if not isinstance(column, QVBoxLayout) or QDialog.findChild(dialog, QWidget, _INNER) is not None:
        return
    inner = QWidget()
    inner.setObjectName(_INNER)
    rows = QVBoxLayout(inner)
    rows.setContentsMargins(0, 0, 2 * look.SPACE, 0)
    rows.setSpacing(column.spacing())
    while column.count() > 1:
        stretch = column.stretch(0)
        _move(column.takeAt(0), rows, stretch)
    area = LowArea(inner, scrolls_sideways=True)
    column.insertWidget(0, area, 1)
    area.show()  # a layout would do it later
    dialog.setMinimumSize(0, 0)
    column.activate()


def _move(item: QLayoutItem, rows: QVBoxLayout, stretch: int) -> None:
    widget: QWidget | None = item.widget()
    layout: QLayout | None = item.layout()
    if widget is not None:
        is_hidden = widget.isHidden()
        rows.addWidget(widget, stretch, item.alignment())
        widget.setHidden(is_hidden)
    elif layout is not None:
        rows.addLayout(layout, stretch)
    else:
        rows.addItem(item)
        rows.setStretch(rows.count() - 1, stretch)


def _free_buttons(dialog: QDialog) -> None:
    """Qt leads the Tab key past the buttons of a row to the one most people want."""
    for row in QDialog.findChildren(dialog, QDialogButtonBox):  # the dialog's own would make its late pages
        row.setFocusProxy(None)  # type: ignore[arg-type]


def _keep_default(dialog: QDialog) -> None:
    """A button made the default before it lay in the dialog is forgotten by Qt as soon as the keyboard moves on."""
    for button in QDialog.findChildren(dialog, QPushButton):
        if button.isDefault():
            button.setDefault(False)  # what it is already would not be told to the dialog
            button.setDefault(True)


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
    if not _has_room(dialog, room.size()):
        _let_scroll(dialog)
    _grow_to_words(dialog)
    if dialog.size() != (size := dialog.size().boundedTo(room.size())):
        dialog.resize(size)
    place = dialog.geometry()
    right, below = room.right() + 1 - place.width(), room.bottom() + 1 - place.height()
    left, top = max(min(place.left(), right), room.left()), max(min(place.top(), below), room.top())
    if (left, top) != (place.left(), place.top()):
        dialog.move(left - before, top - above)


def _has_room(dialog: QDialog, room: QSize) -> bool:
    least = dialog.minimumSizeHint().expandedTo(dialog.minimumSize())
    return least.width() <= room.width() and max(least.height(), _height_of_words(dialog)) <= room.height()


def _height_of_words(dialog: QDialog) -> int:
    """What texts of several lines need at this width: Qt knows their height only where they are on one."""
    layout = dialog.layout()
    return layout.totalMinimumHeightForWidth(dialog.width()) if layout and layout.hasHeightForWidth() else 0


def _grow_to_words(dialog: QDialog) -> None:
    needed = _height_of_words(dialog)
    if needed > dialog.height():
        dialog.resize(dialog.width(), needed)


def take_height(dialog: QDialog, height: int) -> None:
    """Make a dialog so high, but no higher than the screen, and move it up where it would run off below."""
    room, above = room_for(dialog), dialog.geometry().top() - dialog.frameGeometry().top()
    frame = max(dialog.frameGeometry().height() - dialog.height(), 0)
    dialog.resize(min(dialog.width(), room.width()), min(height, room.height() - frame))
    if dialog.geometry().right() > room.right():
        dialog.move(max(room.right() + 1 - dialog.width(), room.left()), dialog.y())
    lowest = room.bottom() + 1 - dialog.height() - (frame - above)
    if dialog.geometry().top() > lowest:
        dialog.move(dialog.x(), max(lowest - above, room.top()))
