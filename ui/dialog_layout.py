"""How every dialog is laid out: rows with the same room around and between, and its buttons below them."""

from collections.abc import Iterable

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ui import look

_ROLE = QDialogButtonBox.ButtonRole
_STANDARD = QDialogButtonBox.StandardButton


def pile(dialog: QDialog, rows: Iterable[QWidget | QLayout | None], width: int = 0) -> QVBoxLayout:
    """Put rows into a dialog, one below the other; None is room that grows. `width` in pixels is the least."""
    column = QVBoxLayout(dialog)
    column.setContentsMargins(*(look.PAGE_MARGIN,) * 4)
    column.setSpacing(3 * look.SPACE)
    for row in rows:
        if row is None:
            column.addStretch(1)
        elif isinstance(row, QWidget):
            column.addWidget(row)
        else:
            column.addLayout(row)
    if width:
        dialog.setMinimumWidth(width)
    return column


def fields(rows: Iterable[tuple[str, QWidget | QLayout]]) -> QFormLayout:
    """Fields below each other, each with its label before it."""
    form = QFormLayout()
    form.setHorizontalSpacing(4 * look.SPACE)
    form.setVerticalSpacing(3 * look.SPACE)
    for words, field in rows:
        form.addRow(words, field)
    return form


def foot(close: QPushButton, start: QPushButton, later: QPushButton | None = None) -> QDialogButtonBox:
    """The buttons in the system's own order: what closes, what Return starts, and what can be done only `later`."""
    look.make_main(start)
    start.setDefault(True)
    close.setAutoDefault(False)
    buttons = QDialogButtonBox()
    if later is not None:
        buttons.addButton(later, _ROLE.HelpRole)
        later.hide()  # the row of buttons shows what is put into it
    buttons.addButton(close, _ROLE.RejectRole)
    buttons.addButton(start, _ROLE.AcceptRole)
    return buttons


def answers(dialog: QDialog, words: str, name: str = "dialog") -> tuple[QDialogButtonBox, QPushButton]:
    """The buttons of a dialog that asks, and the one of them that says yes, in these words."""
    buttons = QDialogButtonBox(_STANDARD.Ok | _STANDARD.Cancel)
    yes, no = buttons.button(_STANDARD.Ok), buttons.button(_STANDARD.Cancel)
    for button, end, said in ((yes, "ok", words), (no, "cancel", "取消")):
        button.setText(said)
        look.named(button, f"{name}_{end}", said)
    look.make_main(yes)
    buttons.accepted.connect(dialog.accept)
    buttons.rejected.connect(dialog.reject)
    return buttons, yes
