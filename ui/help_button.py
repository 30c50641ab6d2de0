"""F1 and the button ? of a dialog: both open the manual at the page for this dialog."""

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QBoxLayout,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLayout,
    QPushButton,
    QToolButton,
)

from ui import look
from ui.manual_places import PLACES

_TIP = "打开手册里讲这里的一页（F1）"


def give(dialog: QDialog) -> None:
    """Let a dialog open the manual, where the manual has a page for it and there is a window to open it from."""
    from ui.help_desk import desk_of

    place = PLACES.get(dialog.objectName())
    desk = desk_of(dialog)
    if place is None or desk is None:
        return
    shortcut = QShortcut(QKeySequence("F1"), dialog)
    shortcut.activated.connect(lambda: desk.open_at(place))
    if dialog.objectName() != "message":  # a message has two buttons at most
        button = _button()
        button.clicked.connect(lambda: desk.open_at(place))
        _put_in(dialog, button)


def _button() -> QToolButton:
    button = QToolButton()
    button.setText("?")
    button.setToolTip(_TIP)
    look.named(button, "dialog_help", "手册")
    return button


def _put_in(dialog: QDialog, button: QToolButton) -> None:
    """At the left end of the dialog's last row of buttons; a dialog without one has the key alone."""
    row = _last_row(dialog.layout())
    if row is None:
        button.deleteLater()
        return
    others = row.findChildren(QPushButton) if isinstance(row, QDialogButtonBox) else _buttons_in(row)
    button.setFixedSize(*(others[-1].sizeHint().height(),) * 2)
    if isinstance(row, QDialogButtonBox):
        _put_beside(row, button)
    else:
        row.insertWidget(0, button)


def _put_beside(box: QDialogButtonBox, button: QToolButton) -> None:
    """A box of buttons has its own order, which puts help among the others on some systems."""
    around = box.parentWidget().layout()
    row = QHBoxLayout()
    if isinstance(around, QBoxLayout) and (place := around.indexOf(box)) >= 0:
        around.removeWidget(box)
        row.addWidget(button)
        row.addWidget(box, 1)
        around.insertLayout(place, row)
    else:
        box.addButton(button, QDialogButtonBox.ButtonRole.HelpRole)


def _last_row(layout: QLayout | None) -> QDialogButtonBox | QBoxLayout | None:
    """The lowest row that has buttons in it."""
    for number in reversed(range(layout.count() if layout is not None else 0)):
        item = layout.itemAt(number)
        widget, inner = item.widget(), item.layout()
        if isinstance(widget, QDialogButtonBox):
            return widget
        if isinstance(inner, QBoxLayout) and _is_row_of_buttons(inner):
            return inner
        if found := _last_row(inner or (widget.layout() if widget is not None else None)):
            return found
    return None


def _is_row_of_buttons(layout: QBoxLayout) -> bool:
    return bool(_buttons_in(layout)) and layout.direction() == QBoxLayout.Direction.LeftToRight


def _buttons_in(layout: QBoxLayout) -> list[QPushButton]:
    widgets = (layout.itemAt(number).widget() for number in range(layout.count()))
    return [widget for widget in widgets if isinstance(widget, QPushButton)]
