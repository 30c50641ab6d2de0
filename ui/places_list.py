"""Folders and files, several of them: a list to add to and take from, also by dragging them in."""

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QListWidget, QVBoxLayout, QWidget

from ui import dialogs, look
from ui.buttons import push_button

_LINES = 3


class PlacesList(QWidget):
    """`name` is the list's object name, `words` what it is called, `filters` those of the dialog for files.

    Signals: `changed()`.
    """

    changed = Signal()

    def __init__(self, name: str, words: str, filters: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.beginning = ""
        """The folder where choosing begins."""
        self._filters = filters
        self._list = QListWidget()
        look.named(self._list, name, words)
        self._list.setSelectionMode(QListWidget.SelectionMode.ExtendedSelection)
        self._list.itemSelectionChanged.connect(self._judge)
        self._list.setFixedHeight(_LINES * 8 * look.SPACE)
        self._remove = push_button(f"{name}_remove", "移除", self._take_out)
        row = QHBoxLayout()
        row.setSpacing(2 * look.SPACE)
        row.addWidget(push_button(f"{name}_add_folder", "添加文件夹……", self._choose_folder))
        row.addWidget(push_button(f"{name}_add_files", "添加文件……", self._choose_files))
        row.addWidget(self._remove)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2 * look.SPACE)
        layout.addWidget(self._list)
        layout.addLayout(row)
        self.setFocusProxy(self._list)
        self.setAcceptDrops(True)
        self._judge()

    @property
    def places(self) -> list[Path]:
        """What is in the list, in order."""
        return [Path(self._list.item(row).text()) for row in range(self._list.count())]

    def add(self, places: Iterable[Path]) -> None:
        """Add what is not in the list yet."""
        known = set(self.places)
        self._list.addItems([str(place) for place in places if place not in known])
        self.changed.emit()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.add(Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile())

    def _take_out(self) -> None:
        for item in self._list.selectedItems():
            self._list.takeItem(self._list.row(item))
        self.changed.emit()

    def _judge(self) -> None:
        self._remove.setEnabled(bool(self._list.selectedItems()))

    def _choose_folder(self) -> None:
        dialog = QFileDialog(self, "存放统计表的文件夹", self.beginning)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        self._ask(dialog)

    def _choose_files(self) -> None:
        dialog = QFileDialog(self, "统计表", self.beginning, self._filters)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        self._ask(dialog)

    def _ask(self, dialog: QFileDialog) -> None:
        dialog.filesSelected.connect(lambda files: self.add(map(Path, files)))
        dialogs.show(dialog)
