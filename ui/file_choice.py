"""Asking for files, without blocking the program."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QWidget

from actions.workbook_files import SUFFIXES
from ui import dialogs
from ui.settings import IMPORT_FOLDER, Settings

if TYPE_CHECKING:
    from importers import Importer

_ALL = "所有文件 (*)"
WORKBOOKS = (f"Excel 工作簿 ({' '.join(f'*{suffix}' for suffix in SUFFIXES)})", _ALL)
"""Filters of the system's dialog for workbooks that others sent."""


def choose_files(parent: QWidget, settings: Settings, on_chosen: Callable[[list[Path]], None]) -> None:
    """Let the clerk choose files to import, beginning in the folder used last."""
    from importers import IMPORTERS  # the package knows all about numbers in texts; a start does without

    dialog = QFileDialog(parent, "导入哪些文件", str(settings.folder_used(IMPORT_FOLDER)))
    dialog.setObjectName("import_dialog")
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    dialog.setNameFilters((*_report_filters(IMPORTERS), _ALL))

    def chosen(files: list[str]) -> None:
        settings.set(IMPORT_FOLDER, str(Path(files[0]).parent))
        on_chosen([Path(file) for file in files])

    dialog.filesSelected.connect(chosen)
    dialogs.show(dialog)


def _report_filters(importers: "Sequence[Importer]") -> list[str]:
    """All kinds together first, then each by itself."""
    kinds = [(one.name, " ".join(f"*{suffix}" for suffix in one.suffixes)) for one in importers]
    return [f"报告 ({' '.join(ends for _, ends in kinds)})", *(f"{name} ({ends})" for name, ends in kinds)]
