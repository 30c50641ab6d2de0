"""What an empty list says in its middle: a blank box tells nobody what it is for."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QAbstractItemView, QLabel
from shiboken6 import isValid

from ui import look


class EmptyWords(QLabel):
    """Quiet words over a list, there while the list has no rows; the mouse goes through them."""

    def __init__(self, view: QAbstractItemView, words: str) -> None:
        super().__init__(words, view.viewport())
        self._view = view
        self.setObjectName(f"{view.objectName()}_empty")
        self.setProperty("quiet", True)
        self.setWordWrap(True)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setMargin(3 * look.SPACE)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        model = view.model()
        for sign in (model.rowsInserted, model.rowsRemoved, model.modelReset):
            sign.connect(self._fit)
        view.viewport().installEventFilter(self)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._fit()
        return False

    def _fit(self, *_rows: object) -> None:
        """At the top, where the first row would be: the list may be taller than the screen."""
        if not isValid(self._view):  # a list that goes takes its rows away first
            return
        width = self._view.viewport().width()
        self.setGeometry(0, 0, width, self.heightForWidth(width))
        self.setHidden(self._view.model().rowCount() > 0)
