"""Asking for files, without blocking the program."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from actions.workbook_files import SUFFIXES
from ui import dialogs
from ui.settings import IMPORT_FOLDER, Settings

_ALL = "所有文件 (*)"
WORKBOOKS = (f"Excel 工作簿 ({' '.join(f'*{suffix}' for suffix in SUFFIXES)})", _ALL)
"""Filters of the system's dialog for workbooks that others sent."""
_FILTERS = ("文本文件 (*.txt)", _ALL)


def choose_files(parent: QWidget, settings: Settings, on_chosen: Callable[[list[Path]], None]) -> None:
    """Let the clerk choose files to import, beginning in the folder used last."""
    dialog = QFileDialog(parent, "导入哪些文件", str(settings.folder_used(IMPORT_FOLDER)))
    dialog.setObjectName("import_dialog")
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    dialog.setNameFilters(_FILTERS)

    def chosen(files: list[str]) -> None:
        settings.set(IMPORT_FOLDER, str(Path(files[0]).parent))
        on_chosen([Path(file) for file in files])

    dialog.filesSelected.connect(chosen)
    dialogs.show(dialog)
