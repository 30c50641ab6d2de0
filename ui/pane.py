"""A part of the window that is hidden until it is asked for and can be put away again."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSplitter, QVBoxLayout, QWidget

from ui import look
from ui.closable_pane import ClosablePane
from ui.side_pane import SidePane

_USUAL_SHARE = 0.32
"""What a side pane takes of the window's width until the clerk made it wider or narrower."""


class Pane(ClosablePane):
    """Title, a button to close it, and whatever is put in."""

    def __init__(self, name: str, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look.named(self, name, words)
        title = QLabel(words)
        look.enlarge(title, 1.0, bold=True)
        self.note = look.quiet_label("")
        row = QHBoxLayout()
        row.setSpacing(3 * look.SPACE)
        row.addWidget(title)
        row.addWidget(self.note, 1)
        row.addWidget(self.closer(f"{name}_close", f"关闭{words}", "Esc"))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(3 * look.SPACE, look.SPACE, 3 * look.SPACE, 2 * look.SPACE)
        self._column.setSpacing(look.SPACE)
        self._column.addLayout(row)
        self.hide()

    def put_in(self, content: QWidget) -> None:
        """Fill the pane."""
        self._column.addWidget(content, 1)


class Room(QSplitter):
    """The text with a pane beside or below it, which takes no more than its share of the room.

    A side pane takes all of it where both have no room beside each other.
    """

    def __init__(
        self,
        direction: Qt.Orientation,
        text: QWidget,
        pane: Pane | SidePane,
        share: float,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(direction, parent)
        self._pane, self._share = pane, share
        self.setChildrenCollapsible(False)
        self.addWidget(text)
        self.addWidget(pane)
        self.setStretchFactor(0, 1)
        pane.fit_wanted.connect(self._fit)
        self.splitterMoved.connect(self._note)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        keeps_share = isinstance(self._pane, SidePane) and not self._pane.wanted_width
        self._cover()
        if self.sizes()[1] > self._most() or (keeps_share and self._pane.isVisible()):
            self._fit()

    def _most(self) -> int:
        return int(self._share * self._along(self.size()))

    def _along(self, size: QSize) -> int:
        return size.width() if self.orientation() is Qt.Orientation.Horizontal else size.height()

    def _usual(self) -> int:
        """How much the pane asks for, where it knows: a side pane is as wide as the clerk left it."""
        if not isinstance(self._pane, SidePane):
            return self._most()
        usual = round(_USUAL_SHARE * self._along(self.size()))
        return self._pane.wanted_width or max(usual, self._pane.least_width)

    def _note(self) -> None:
        """Remember how wide the clerk made a side pane; it stops where it or the text would be cut off."""
        pane = self._pane
        if not isinstance(pane, SidePane):
            return
        taken = self.sizes()[1]
        allowed = max(pane.least_width, min(taken, self.width() - pane.text_width))
        if allowed != taken and not pane.covers:
            self.setSizes([self.width() - allowed, allowed])
        pane.note_width(self.sizes()[1])

    def _cover(self) -> None:
        """Let a side pane have the room of the text, or the text have its own again."""
        pane, text = self._pane, self.widget(0)
        if not isinstance(pane, SidePane):
            return
        pane.covers = not pane.isHidden() and not pane.fits_beside(self.width())
        if pane.covers is text.isHidden():
            return
        if pane.covers and text.isAncestorOf(text.window().focusWidget() or self):
            pane.take_focus()  # before Qt looks for another place in the text, which would be remembered
        text.setHidden(pane.covers)

    def _fit(self) -> None:
        self._cover()
        whole = self._along(self.size())
        wanted = min(self._most(), self._along(self._pane.maximumSize()), self._usual())
        self.setSizes([whole - wanted, wanted])
