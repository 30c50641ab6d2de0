"""Outline and paper side by side; where a line of the paper would have to break otherwise, the outline folds away."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSplitter, QToolButton, QVBoxLayout, QWidget

from ui import look
from ui.item_outline import ItemOutline
from ui.section_sheet import SectionSheet

_NARROW, _USUAL = 160, 220
_NOBODY = "条目"


class OutlineRoom(QWidget):
    """The outline takes 220 pixels, 160 where there is less room, and becomes a button with a list where that is too
    much: the measure of 28 characters comes first."""

    def __init__(
        self,
        section: str,
        outline: ItemOutline,
        sheet: SectionSheet,
        fill: Callable[[QMenu], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._outline, self._sheet, self._fill = outline, sheet, fill
        self._is_moved = False
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        look.named(self._splitter, f"section_splitter:{section}", "条目与正文")
        self._splitter.setChildrenCollapsible(False)
        self._splitter.addWidget(outline)
        self._splitter.addWidget(sheet)
        self._splitter.setStretchFactor(1, 1)
        self._splitter.splitterMoved.connect(self._note_move)
        outline.setMinimumWidth(_NARROW)
        self._button = QToolButton()
        look.named(self._button, f"item_list:{section}", "到哪一条")
        self._button.setToolTip("到哪一条；地方不够，条目收在这里")
        self._button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._button.setAutoRaise(True)
        self._button.setStyleSheet("QToolButton::menu-indicator { image: none; }")  # the sign is in its words
        self._menu = QMenu(self)
        look.named(self._menu, f"item_list_menu:{section}", "到哪一条")
        self._menu.aboutToShow.connect(self._fill_menu)
        self._button.setMenu(self._menu)
        self._button.hide()
        row = QHBoxLayout()
        row.addWidget(self._button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.SPACE)
        column.addLayout(row)
        column.addWidget(self._splitter, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        left = self.width() - self._sheet.wanted_width() - self._splitter.handleWidth()
        folds = left < _NARROW
        if folds and self._outline.isAncestorOf(self._outline.focusWidget() or self):
            folds = not self._outline.focusWidget().hasFocus()  # type: ignore[union-attr]
        self._outline.setHidden(folds)
        self._button.setVisible(folds)
        if not folds and not self._is_moved:
            wanted = min(_USUAL, left)
            self._splitter.setSizes([wanted, self.width() - wanted])

    def show_choice(self) -> None:
        """Say on the button which item is chosen."""
        self._button.setText(f"{self._outline.words(self._outline.path) or _NOBODY} ▾")

    def _note_move(self) -> None:
        self._is_moved = True

    def _fill_menu(self) -> None:
        self._menu.clear()
        for path, words in self._outline.entries():
            action = self._menu.addAction("　" * (len(path) - 1) + words)
            action.triggered.connect(lambda _checked=False, path=path: self._outline.pick(path))
        self._menu.addSeparator()
        adding = self._menu.addAction("＋ 添加一条")
        adding.triggered.connect(lambda _checked=False: self._outline.add())
        self._fill(self._menu)
