"""Asking for files, without blocking the program."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

_FILTER = "文本文件（*.txt）(*.txt);;所有文件 (*)"


def choose_files(parent: QWidget, on_chosen: Callable[[list[Path]], None]) -> None:
    """Let the clerk choose files to import."""
    dialog = QFileDialog(parent, "导入哪些文件")
    dialog.setObjectName("import_dialog")
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    dialog.setNameFilters(_FILTER.split(";;"))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.filesSelected.connect(lambda files: on_chosen([Path(file) for file in files]))
    dialog.open()
