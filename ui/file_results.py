"""The files that were written: a list to open them from."""

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QListWidgetItem, QVBoxLayout, QWidget

from ui import file_manager, look
from ui.buttons import push_button
from ui.choice_list import ChoiceList

_MOST_ROWS = 5


class FileResults(QWidget):
    """`name` is the list's object name; whoever shows it says when."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._list = ChoiceList()
        look.named(self._list, name, "写好的文件")
        self._list.itemActivated.connect(lambda item: file_manager.open_place(_file(item)))
        self._list.currentRowChanged.connect(self._judge)
        self._open = push_button("open_file", "打开", lambda: file_manager.open_place(self._chosen()))
        self._locate = push_button(
            "locate_file", "在文件夹中显示", lambda: file_manager.locate(self._chosen())
        )
        folder = push_button(
            "open_folder", "打开文件夹", lambda: file_manager.open_place(self._chosen().parent)
        )
        row = QHBoxLayout()
        row.setSpacing(2 * look.SPACE)
        for button in (self._open, self._locate, folder):
            row.addWidget(button)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2 * look.SPACE)
        layout.addWidget(self._list)
        layout.addLayout(row)
        layout.addStretch(1)
        self.setFocusProxy(self._list)

    def add(self, files: Iterable[Path]) -> None:
        """Show files above the earlier ones, the first of them chosen."""
        for row, file in enumerate(files):
            self._list.insertItem(row, file.name)
            self._list.item(row).setToolTip(str(file))
        self._list.setCurrentRow(0)
        self._list.scrollToTop()
        rows = min(self._list.count(), _MOST_ROWS)
        self._list.setFixedHeight(rows * self._list.sizeHintForRow(0) + 2 * self._list.frameWidth())

    def _chosen(self) -> Path:
        return _file(self._list.currentItem() or self._list.item(0))

    def _judge(self, row: int) -> None:
        for button in (self._open, self._locate):
            button.setEnabled(row >= 0)


def _file(item: QListWidgetItem) -> Path:
    return Path(item.toolTip())
