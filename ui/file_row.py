"""A file: where it is or shall be, and a button to choose it."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPushButton, QWidget

from ui import dialogs, look
from ui.fields import LineField


class FileRow(QWidget):
    """`name` is what the field is called after `field:`, `filters` are those of the system's dialog.

    Signals: `changed()`.
    """

    changed = Signal()

    def __init__(
        self, name: str, words: str, filters: str, *, is_new: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._words, self._filters, self._is_new = words, filters, is_new
        self._line = LineField()
        look.named(self._line, f"field:{name}", words)
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
    def file(self) -> Path | None:
        """The file; None where none is written."""
        text = self._line.text().strip()
        return Path(text) if text else None

    def set_file(self, file: Path) -> None:
        """Write a file's path."""
        self._line.setText(str(file))

    def set_placeholder(self, words: str) -> None:
        """What holds while no file is written."""
        self._line.setPlaceholderText(words)

    def _choose(self) -> None:
        dialog = QFileDialog(self, self._words, self._line.text(), self._filters)
        if self._is_new:
            dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
            dialog.setDefaultSuffix("xlsx")
            dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)  # a taken name is never written over
        else:
            dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self._line.setText)
        dialogs.show(dialog)
