"""A large icon in the accent's colour, beside a word that says the same."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from ui import colours, outlines

_SIDE = 26


class Picture(QLabel):
    """Drawn anew where the accent is another; the mouse goes through it."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._ink = name, ""
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.PaletteChange, QEvent.Type.StyleChange}:
            self._fit()

    def _fit(self) -> None:
        ink = colours.accent(QApplication.palette()).name()
        if ink != self._ink:
            self._ink = ink
            self.setPixmap(outlines.drawn(self._name, ink, _SIDE, self.devicePixelRatioF()))
