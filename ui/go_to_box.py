"""转到: one field and a list over the middle of the window; Return goes, Esc leaves everything as it was."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout, QWidget
from shiboken6 import isValid

from ui import look
from ui.go_to_list import GoalsModel, make_list
from ui.goal import Goal
from ui.plain_line import PlainLine

Find = Callable[[str], Sequence[Goal]]
"""What is meant by the characters typed, closest first."""

_WIDTH, _ROWS = 170 * look.SPACE, 12
_MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
_SHARE_ABOVE = 0.14


class GoToBox(QFrame):
    """Signals: `chosen(Goal)`, after the keyboard has gone back to where it was."""

    chosen = Signal(object)

    def __init__(self, find: Find, hint: str, window: QWidget) -> None:
        super().__init__(window)
        look.named(self, "go_to", "转到")
        self._find = find
        self._before = QApplication.focusWidget()
        self._field = PlainLine()
        look.named(self._field, "field:go_to", "转到哪里")
        self._field.setPlaceholderText(hint)
        self._field.installEventFilter(self)
        self._model = GoalsModel(self)
        self._list = make_list()
        self._list.setModel(self._model)
        self._note = look.quiet_label("")
        look.named(self._note, "go_to_note", "说明")
        self._field.textChanged.connect(self._show_found)
        self._list.clicked.connect(self._choose)
        self._lay_out()
        self._show_found("")
        self.show()
        self.raise_()
        self._field.setFocus(Qt.FocusReason.PopupFocusReason)

    def put_away(self) -> None:
        """Leave; the keyboard goes back to where it was."""
        before, self._before = self._before, None
        self._field.removeEventFilter(self)
        self.hide()
        self.setParent(None)
        self.deleteLater()
        if before is not None and isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.PopupFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys in the field move through the list; a click elsewhere puts the box away."""
        if event.type() == QEvent.Type.FocusOut and QApplication.focusWidget() is not self._field:
            popup = QApplication.activePopupWidget()  # the field's own menu takes the keyboard for a moment
            if popup is None and self.window().isActiveWindow():
                self._before = None
                self.put_away()
            return False
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._take_key(event)
        return False

    def _take_key(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Escape:
            self.put_away()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self._list.currentIndex())
        elif event.key() in _MOVES:
            QApplication.sendEvent(self._list, event)
        else:
            return event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
        return True

    def _show_found(self, typed: str) -> None:
        found = self._find(typed)
        self._model.show(found)
        self._list.setCurrentIndex(self._model.index(0, 0))
        self._list.setVisible(bool(found))
        self._note.setText("回车转到　↑↓ 选择　Esc 离开" if found else f"没有找到“{typed.strip()}”")
        rows = min(_ROWS, len(found), self._rows_with_room())
        height = self._list.sizeHintForRow(0) * rows + 2 * self._list.frameWidth() if found else 0
        self._list.setFixedHeight(max(0, height))
        self.layout().activate()
        self._place()

    def _rows_with_room(self) -> int:
        """As many as a low window shows above its status bar, but never only one."""
        beside = 2 * self._field.sizeHint().height() + self._note.sizeHint().height() + 8 * look.SPACE
        room = round((1 - 2 * _SHARE_ABOVE) * self.window().height()) - beside
        return max(2, room // max(1, self._list.sizeHintForRow(0)))

    def _choose(self, index: QModelIndex) -> None:
        if index.isValid():
            goal = self._model.goals[index.row()]
            self.put_away()
            self.chosen.emit(goal)

    def _place(self) -> None:
        window = self.parentWidget()
        if window is None:
            return
        self.setFixedWidth(min(_WIDTH, window.width() - 8 * look.SPACE))
        self.resize(self.width(), self.sizeHint().height())
        self.move((window.width() - self.width()) // 2, round(window.height() * _SHARE_ABOVE))

    def _lay_out(self) -> None:
        self.setProperty("sheet", True)
        self.setAutoFillBackground(True)
        self._field.setMinimumHeight(9 * look.SPACE)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(3 * look.SPACE,) * 4)
        column.setSpacing(2 * look.SPACE)
        column.addWidget(self._field)
        column.addWidget(self._list)
        column.addWidget(self._note)
