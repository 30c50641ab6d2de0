"""The pane beside a report's tabs: one place with several faces, hidden until one of them is asked for."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ui import look
from ui.closable_pane import ClosablePane
from ui.low_area import TightArea
from ui.still_tabs import StillTabs

PREVIEW, LAST_YEAR, GUIDANCE, FINDINGS = "preview", "last_year", "guidance", "findings"
"""The faces, from left to right."""
_TEXT_CHARACTERS = 44
"""What the text wants beside the pane, in characters of the window: a line of 28 of its own, and the paper's edges."""


class SidePane(ClosablePane):
    """A row of names, a button to put the pane away, and the face that was chosen.

    Where text and pane have no room beside each other, it `covers` the text until the clerk goes there.
    Signals: `closed()`; `fit_wanted()` it needs room or leaves it; `face_shown(str)` the key of the face on screen now;
    `resized(int)` the clerk made it so wide. `wanted_width` is how wide he made it last, 0 for the usual.
    """

    face_shown = Signal(str)
    resized = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look.named(self, "side_pane", "旁栏")
        self._keys: list[str] = []
        self.wanted_width = 0
        self.is_chosen = False
        self.covers = False
        self._names = StillTabs("side_faces", "旁栏显示什么")
        self._names.setExpanding(False)
        self._names.setDrawBase(False)
        self._faces = QStackedWidget()
        self._names.currentChanged.connect(self._show_chosen)
        self._lay_out()
        self.hide()

    @property
    def face(self) -> str:
        """The key of the face that is shown, or would be if the pane were; "" while there is none."""
        return self._keys[self._names.currentIndex()] if self._keys else ""

    def put_in(self, key: str, words: str, face: QWidget) -> None:
        """Add a face behind the others."""
        self._keys.append(key)
        self._faces.addWidget(TightArea(face))
        self._names.addTab(words)

    def name_face(self, key: str, words: str) -> None:
        """Call a face something else: how much is in it may stand behind its name."""
        self._names.setTabText(self._keys.index(key), words)

    @property
    def least_width(self) -> int:
        """So wide it must be for nothing of its faces to be cut off."""
        inner = [area.widget() for area in self._faces.findChildren(TightArea)]
        margins = self.layout().contentsMargins()
        widest = max((one.minimumSizeHint().width() for one in inner), default=0)
        return widest + margins.left() + margins.right()

    def fits_beside(self, width: int) -> bool:
        """Whether a line of the text and the pane both have room in this width."""
        return width >= self.least_width + self.text_width

    @property
    def text_width(self) -> int:
        """What the text wants beside the pane."""
        return _TEXT_CHARACTERS * self.fontMetrics().horizontalAdvance("字")

    def step_aside(self) -> None:
        """Leave the room to the text where the pane covers it; nobody closed it."""
        if self.covers:
            self.hide()

    def take_focus(self) -> None:
        """Put the keyboard on the row of names."""
        self._names.setFocus(Qt.FocusReason.OtherFocusReason)

    def note_width(self, width: int) -> None:
        """The clerk made it so wide."""
        self.wanted_width = width
        self.resized.emit(width)

    def choose(self, key: str) -> None:
        """Have this face shown once the pane is."""
        self._names.setCurrentIndex(self._keys.index(key))

    def show_face(self, key: str) -> None:
        """Show the pane with this face."""
        self.is_chosen = True
        self._names.setCurrentIndex(self._keys.index(key))
        if self.isHidden():
            self.show()
            self.face_shown.emit(self.face)

    def toggle(self) -> None:
        """Put the pane away, or show it with the face it had."""
        if self.isVisible():
            self.put_away()
        elif self._keys:
            self.show_face(self.face)

    def put_away(self) -> None:
        """Hide the pane."""
        held: QWidget | None = self.window().focusWidget()
        if held is not None and self.isAncestorOf(held):
            held.clearFocus()  # else Qt puts the keyboard somewhere in the text, in place of where it was
        super().put_away()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.fit_wanted.emit()

    def _show_chosen(self, number: int) -> None:
        self._faces.setCurrentIndex(number)
        if not self.isHidden():
            self.face_shown.emit(self.face)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._names, 1)
        head.addWidget(self.closer("side_close", "收起旁栏"))
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * look.SPACE, 0, 2 * look.SPACE, 2 * look.SPACE)
        column.setSpacing(2 * look.SPACE)
        column.addLayout(head)
        column.addWidget(self._faces, 1)
