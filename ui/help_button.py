"""F1 and the button ? of a dialog: both open the manual at the page for this dialog."""

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QBoxLayout,
    QDialog,
    QDialogButtonBox,
    QLayout,
    QMessageBox,
    QPushButton,
    QWidget,
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


def _button() -> QPushButton:
    button = QPushButton("?")
    button.setAutoDefault(False)
    button.setToolTip(_TIP)
    look.named(button, "dialog_help", "手册")
    button.setFixedWidth(button.sizeHint().height())
    return button


def _put_in(dialog: QDialog, button: QPushButton) -> None:
    """At the left end of the dialog's last row of buttons; a dialog without one has the key alone."""
    row = _last_row(dialog.layout())
    if isinstance(row, QDialogButtonBox):
        row.addButton(button, QDialogButtonBox.ButtonRole.HelpRole)
        _tab_last(row, button)
    elif row is not None:
        row.insertWidget(0, button)
        last = row.itemAt(row.count() - 1).widget()
        if last is not None:
            QWidget.setTabOrder(last, button)


def _tab_last(box: QDialogButtonBox, button: QPushButton) -> None:
    """Tab comes to it after the buttons that do something."""
    others = [one for one in box.buttons() if one is not button]
    if others:
        QWidget.setTabOrder(others[-1], button)


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
    has_button = any(isinstance(layout.itemAt(one).widget(), QPushButton) for one in range(layout.count()))
    return has_button and layout.direction() == QBoxLayout.Direction.LeftToRight
