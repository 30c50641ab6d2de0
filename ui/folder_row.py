"""A folder: where it is, and a button to choose another."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPushButton, QWidget

from ui import dialogs, look
from ui.fields import LineField


class FolderRow(QWidget):
    """`name` is what the field is called after `field:`, `title` stands above the system's own dialog.

    Signals: `changed()`.
    """

    changed = Signal()

    def __init__(self, name: str, words: str, title: str, folder: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = title
        self._line = LineField()
        look.named(self._line, f"field:{name}", words)
        self._line.setText(folder)
        self._line.setMinimumHeight(7 * look.SPACE)
        self._line.textChanged.connect(lambda _text: self.changed.emit())
        choose = QPushButton("选择……")
        look.named(choose, f"choose_{name}", f"选择{words}")
        choose.setAutoDefault(False)
        choose.clicked.connect(self._choose)
        self.setFocusProxy(self._line)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * look.SPACE)
        row.addWidget(self._line, 1)
        row.addWidget(choose)

    @property
    def folder(self) -> Path | None:
        """The folder; None where none is written."""
        text = self._line.text().strip()
        return Path(text).expanduser() if text else None

    def set_placeholder(self, words: str) -> None:
        """What holds while no folder is written."""
        self._line.setPlaceholderText(words)

    def _choose(self) -> None:
        dialog = QFileDialog(self, self._title, self._line.text())
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(self._line.setText)
        dialogs.show(dialog)
