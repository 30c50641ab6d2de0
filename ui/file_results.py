"""The files that were written: a list to open them from."""

from collections.abc import Callable, Iterable
from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from ui import file_manager, look

_MOST_ROWS = 5


class FileResults(QWidget):
    """Hidden until there is a file. `name` is the list's object name."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._list = QListWidget()
        look.named(self._list, name, "写好的文件")
        self._list.itemActivated.connect(lambda item: file_manager.open_place(_file(item)))
        self._list.currentRowChanged.connect(self._judge)
        self._open = self._button("open_file", "打开", lambda: file_manager.open_place(self._chosen()))
        self._locate = self._button("locate_file", "定位", lambda: file_manager.locate(self._chosen()))
        self._locate.setToolTip("在文件夹里找到这个文件")
        folder = self._button(
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
        self.hide()

    def add(self, files: Iterable[Path]) -> None:
        """Show files below the earlier ones, the first of them chosen."""
        first = self._list.count()
        for file in files:
            self._list.addItem(file.name)
            self._list.item(self._list.count() - 1).setToolTip(str(file))
        self._list.setCurrentRow(first)
        rows = min(self._list.count(), _MOST_ROWS)
        self._list.setFixedHeight(rows * self._list.sizeHintForRow(0) + 2 * self._list.frameWidth())
        self.show()

    def _chosen(self) -> Path:
        return _file(self._list.currentItem() or self._list.item(0))

    def _judge(self, row: int) -> None:
        for button in (self._open, self._locate):
            button.setEnabled(row >= 0)

    def _button(self, name: str, words: str, do: Callable[[], object]) -> QPushButton:
        button = QPushButton(words)
        look.named(button, name, words)
        button.setAutoDefault(False)
        button.clicked.connect(lambda _checked=False: do())
        return button


def _file(item: QListWidgetItem) -> Path:
    return Path(item.toolTip())
