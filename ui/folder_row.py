"""A folder: where it is, and a button to choose another."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from ui.path_row import PathRow


class FolderRow(PathRow):
    """A row for a folder, beginning with the one given."""

    def __init__(self, name: str, words: str, title: str, folder: str, parent: QWidget | None = None) -> None:
        super().__init__(name, words, title, folder, parent)

    @property
    def folder(self) -> Path | None:
        """The folder; None where none is written."""
        return self._path

    @property
    def complaint(self) -> str:
        """Why nothing can be written there, as far as the text alone tells; empty where it can."""
        if self.folder is None:
            return "还没有填写文件夹，请填写或点“选择……”。"
        if not self.folder.is_absolute():
            return f"“{self.folder}”不是完整的路径，请从盘符或根目录写起，或点“选择……”。"
        return ""

    def _prepare(self, dialog: QFileDialog) -> None:
        dialog.setFileMode(QFileDialog.FileMode.Directory)
