"""The small list at the caret from which a figure is chosen while typing."""

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QFrame, QHeaderView, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from actions.figure_entries import Entry
from models.linked_text import Link
from ui import look

_ROWS = 8
_WIDTH = 96 * look.SPACE
_NONE_YET = "还没有填"


class FigurePopup(QFrame):
    """Lies over the window it belongs to and never takes the keyboard, so that an input method is not disturbed.

    Signals: `chosen(Link)`.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        look.named(self, "figure_popup", "可以插入的数字")
        self.setProperty("sheet", True)
        self.setAutoFillBackground(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list = QTreeWidget()
        look.named(self._list, "figure_popup_list", "可以插入的数字")
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setColumnCount(2)
        self._list.setHeaderHidden(True)
        self._list.setRootIsDecorated(False)
        self._list.setUniformRowHeights(True)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.header().setStretchLastSection(False)
        self._list.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self._list.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self._list.itemClicked.connect(lambda item: self.chosen.emit(item.data(0, Qt.ItemDataRole.UserRole)))
        hint = look.quiet_label("↑↓ 选择　回车 插入　Esc 不插入")
        hint.setContentsMargins(2 * look.SPACE, 0, 2 * look.SPACE, look.SPACE)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(look.SPACE)
        column.addWidget(self._list)
        column.addWidget(hint)
        self.hide()

    def show_entries(self, found: tuple[Entry, ...], caret: QRect) -> None:
        """Show these below the caret, whose place is given in the parent's own measure; above it where there is no
        room."""
        quiet = look.quiet_colour(self.palette())
        self._list.clear()
        self._list.addTopLevelItems([_item(entry, quiet) for entry in found])
        self._choose(0)
        self.place(caret)
        self.show()
        self.raise_()

    def place(self, caret: QRect) -> None:
        """Follow the caret."""
        row = max(self._list.sizeHintForRow(0), 1)
        height = row * min(_ROWS, self._list.topLevelItemCount()) + look.SPACE
        self._list.setFixedHeight(height)
        self.resize(min(_WIDTH, self.parentWidget().width()), self.sizeHint().height())
        left = max(0, min(caret.left(), self.parentWidget().width() - self.width()))
        below = caret.bottom() + look.SPACE
        fits_below = below + self.height() <= self.parentWidget().height()
        self.move(left, below if fits_below else max(0, caret.top() - look.SPACE - self.height()))

    def move_by(self, rows: int) -> None:
        """Go up or down; from the last row on to the first."""
        count = self._list.topLevelItemCount()
        at = self._list.indexOfTopLevelItem(self._list.currentItem())
        to = (at + rows) % count if abs(rows) == 1 else max(0, min(at + rows, count - 1))
        self._choose(to)

    def _choose(self, row: int) -> None:
        item = self._list.topLevelItem(row)
        if item is not None:
            self._list.setCurrentItem(item)

    def page(self) -> int:
        """How many rows are seen at once."""
        return _ROWS

    def current(self) -> Link | None:
        """The link of the chosen row."""
        item = self._list.currentItem()
        return item.data(0, Qt.ItemDataRole.UserRole) if item else None


def _item(entry: Entry, quiet: QColor) -> QTreeWidgetItem:
    amount = f"{entry.words}{entry.unit}" if entry.words else f"{_NONE_YET}（{entry.unit}）"
    item = QTreeWidgetItem([entry.title, amount])
    item.setData(0, Qt.ItemDataRole.UserRole, entry.link)
    item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    item.setToolTip(0, entry.title)
    item.setSizeHint(0, QSize(0, 6 * look.SPACE))
    if not entry.words:
        item.setForeground(1, quiet)
    return item
