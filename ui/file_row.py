"""A file: where it is or shall be, and a button to choose it."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from ui.path_row import PathRow


class FileRow(PathRow):
    """A row for a file, one to be made where `is_new`; `filters` are those of the system's dialog."""

    def __init__(
        self, name: str, words: str, filters: str, *, is_new: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(name, words, words, "", parent)
        self._filters, self._is_new = filters, is_new

    @property
    def file(self) -> Path | None:
        """The file; None where none is written."""
        return self._path

    def set_file(self, file: Path) -> None:
        """Write a file's path."""
        self._line.setText(str(file))

    def _prepare(self, dialog: QFileDialog) -> None:
        dialog.setNameFilter(self._filters)
        if self._is_new:
            dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
            dialog.setDefaultSuffix("xlsx")
            dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)  # a taken name is never written over
        else:
            dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
