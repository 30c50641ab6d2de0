"""使用手册: contents and search at the left, a page at the right, in a window beside the program's own."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QSplitter, QVBoxLayout, QWidget

from models.manual import manual_pages
from ui import icons, look
from ui.buttons import push_button
from ui.manual_contents import ManualContents
from ui.manual_page import ManualPageView

_SIZE = (260 * look.SPACE, 168 * look.SPACE)
_CONTENTS_WIDTH = 60 * look.SPACE
_SMALLEST, _LARGEST = -3, 8


class ManualWindow(QWidget):
    """No child of the window it explains: a dialog that blocks that window would block the manual too.

    Signals: `print_wanted()`; `zoomed(int)` it is shown so many steps larger now.
    """

    print_wanted = Signal()
    zoomed = Signal(int)

    def __init__(self, zoom: int = 0) -> None:
        super().__init__()
        look.named(self, "manual_window", "使用手册")
        self.setWindowTitle("使用手册")
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        self.contents, self.page = ManualContents(), ManualPageView()
        self.search_field = QLineEdit()
        self._count = look.quiet_label("")
        self._zoom = 0
        self._back = self._icon_button("back", "page_back", "后退", "Alt+Left")
        self._on = self._icon_button("forward", "page_on", "前进", "Alt+Right")
        self._lay_out()
        self._wire()
        self.zoom_by(zoom)
        self.resize(*_SIZE)

    def open_at(self, name: str, heading: str = "") -> None:
        """Show a page, from a heading on, and come forward."""
        self.search_field.clear()
        self.page.show_page(name, heading)
        self.show()
        self.raise_()
        self.activateWindow()
        self.page.setFocus()

    def zoom_by(self, steps: int) -> None:
        """Write the page larger, or smaller where `steps` is negative."""
        wanted = min(max(self._zoom + steps, _SMALLEST), _LARGEST)
        if wanted != self._zoom:
            self.page.zoomIn(wanted - self._zoom)
            self._zoom = wanted
            self.zoomed.emit(wanted)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves the search first, then the manual."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.search_field.text():
            self.search_field.clear()
            self.page.setFocus()
        else:
            self.close()

    def _search(self, words: str) -> None:
        found = self.contents.search(words)
        self._count.setText("" if not words.strip() else f"{found} 处" if found else "没有找到")
        self.page.mark(words)

    def _show_wanted(self, name: str, heading: str) -> None:
        self.page.show_page(name, heading)
        self.page.mark(self.search_field.text())

    def _show_where(self, name: str) -> None:
        self.contents.show_where(name)
        title = next((page.title for page in manual_pages() if page.name == name), "")
        self.setWindowTitle(f"使用手册 · {title}")

    def _wire(self) -> None:
        self.search_field.textChanged.connect(self._search)
        self.search_field.returnPressed.connect(self.contents.choose_first)
        self.contents.wanted.connect(self._show_wanted)
        self.page.shown.connect(self._show_where)
        self.page.backwardAvailable.connect(self._back.setEnabled)
        self.page.forwardAvailable.connect(self._on.setEnabled)
        self._back.clicked.connect(self.page.backward)
        self._on.clicked.connect(self.page.forward)
        for button in (self._back, self._on):
            button.setEnabled(False)
        for keys, do in (
            ("Ctrl+F", self.search_field.setFocus),
            ("Ctrl+P", self.print_wanted.emit),
            ("Ctrl+=", partial(self.zoom_by, 1)),
            ("Ctrl++", partial(self.zoom_by, 1)),
            ("Ctrl+-", partial(self.zoom_by, -1)),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(do)

    def _lay_out(self) -> None:
        look.named(self.search_field, "manual_search", "在手册中查找")
        self.search_field.setPlaceholderText("在手册中查找（Ctrl+F）")
        self.search_field.setClearButtonEnabled(True)
        self.search_field.setMinimumHeight(8 * look.SPACE)
        sides = QSplitter(Qt.Orientation.Horizontal)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 2 * look.SPACE, 0)
        column.setSpacing(2 * look.SPACE)
        column.addWidget(self.search_field)
        column.addWidget(self.contents, 1)
        sides.addWidget(left)
        sides.addWidget(self.page)
        sides.setStretchFactor(1, 1)
        sides.setSizes([_CONTENTS_WIDTH, _SIZE[0] - _CONTENTS_WIDTH])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(4 * look.SPACE,) * 4)
        layout.setSpacing(3 * look.SPACE)
        layout.addLayout(self._head())
        layout.addWidget(sides, 1)

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(2 * look.SPACE)
        contents = push_button("manual_home", "目录", lambda: self.open_at("README"), "回到目录")
        smaller = self._icon_button("smaller", "minus", "缩小", "Ctrl+-")
        larger = self._icon_button("larger", "add", "放大", "Ctrl+=")
        paper = push_button("manual_print", "打印……", self.print_wanted.emit, "打印这一页（Ctrl+P）")
        smaller.clicked.connect(lambda: self.zoom_by(-1))
        larger.clicked.connect(lambda: self.zoom_by(1))
        for button in (self._back, self._on, contents):
            row.addWidget(button)
        row.addWidget(self._count)
        row.addStretch(1)
        for button in (smaller, larger, paper):
            row.addWidget(button)
        return row

    def _icon_button(self, name: str, icon: str, words: str, keys: str) -> QPushButton:
        button = QPushButton()
        button.setAutoDefault(False)
        look.named(button, f"manual_{name}", words)
        button.setToolTip(f"{words}（{QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)}）")
        icons.wear(button, icon)
        return button
