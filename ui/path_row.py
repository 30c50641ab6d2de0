"""A path in a line, and a button to choose it: what files and folders have in common."""

from pathlib import Path

from PySide6.QtCore import QMimeData, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPushButton, QWidget

from ui import dialogs, look
from ui.fields import LineField


class _PathLine(LineField):
    """Takes a copied file for what it is."""

    def take_files(self, data: QMimeData) -> bool:
        path = next((url.toLocalFile() for url in data.urls() if url.isLocalFile()), "")
        if path:
            self.setText(path)
        return bool(path)


class PathRow(QWidget):
    """`name` is what the field is called after `field:`, `title` stands above the system's own dialog.

    Signals: `changed()` with every key; `settled()` when the clerk is done with the line or has chosen.
    """

    changed = Signal()
    settled = Signal()

    def __init__(self, name: str, words: str, title: str, path: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._title = title
        self._line = _PathLine()
        look.named(self._line, f"field:{name}", words)
        self._line.setText(path)
        self._line.setMinimumHeight(7 * look.SPACE)
        self._line.textChanged.connect(lambda _text: self.changed.emit())
        self._line.editingFinished.connect(self.settled)
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

    def show_path(self, path: str) -> None:
        """Put another path in the line."""
        if path != self._line.text():
            self._line.setText(path)

    def set_placeholder(self, words: str) -> None:
        """What holds while nothing is written."""
        self._line.setPlaceholderText(words)

    @property
    def _path(self) -> Path | None:
        """The path, ~ being the user's own folder; None where none is written."""
        text = self._line.text().strip()
        if not text:
            return None
        try:
            return Path(text).expanduser()
        except RuntimeError:  # nobody of that name has a home here
            return Path(text)

    def _choose(self) -> None:
        dialog = QFileDialog(self, self._title, self._line.text())
        self._prepare(dialog)
        dialog.fileSelected.connect(self._line.setText)
        dialog.fileSelected.connect(lambda _path: self.settled.emit())
        dialogs.show(dialog)

    def _prepare(self, dialog: QFileDialog) -> None:
        """Set the dialog up for what is to be chosen."""
        raise NotImplementedError
