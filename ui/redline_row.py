"""写花脸稿: asks for a folder and writes the paper with its changes marked, as Word and PDF."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from actions.progress import StoppedError
from models.errors import UserError
from models.report import Report
from ui import background, dialogs, look
from ui.file_results import FileResults
from ui.page_setup import page_setup
from ui.settings import DRAFTER, EXPORT_FOLDER, Settings
from ui.status_line import StatusLine
from ui.work_bar import WorkBar

_PROGRAM = "法治年报"

Load = Callable[[], tuple[Report, Report]]
"""The older and the newer state; runs on any thread."""


class RedlineRow(QWidget):
    """What is being written, how it went, and the files."""

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._status = StatusLine("redline_status")
        self._bar = WorkBar("redline", "写花脸稿")
        self._bar.told.connect(self._status.say)
        self._results = FileResults("redline_results")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2 * look.SPACE)
        for widget in (self._status, self._bar, self._results):
            layout.addWidget(widget)
            widget.hide()

    @property
    def is_busy(self) -> bool:
        """Whether files are being written."""
        return self._bar.is_working

    def stop(self) -> None:
        """Write no more of them, and none at all."""
        self._bar.stop()

    def ask(self, load: Load, labels: tuple[str, str], time: datetime | None) -> None:
        """Ask for a folder, then write. `labels` name both states, `time` is the newer one's, None for now."""
        folder = str(self._settings.folder_used(EXPORT_FOLDER))
        dialog = QFileDialog(self, "花脸稿写到哪个文件夹", folder)
        dialog.setObjectName("redline_folder_dialog")
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(lambda chosen: self.write(load, labels, time, Path(chosen)))
        dialogs.show(dialog)

    def write(self, load: Load, labels: tuple[str, str], time: datetime | None, folder: Path) -> None:
        """Write into a folder, beside the window."""
        self._bar.begin()
        self._status.say("正在写花脸稿……")
        author, setup = self._settings.get(DRAFTER) or _PROGRAM, page_setup(self._settings)
        tell = self._bar.tell

        def work() -> tuple[Path, ...]:
            from actions.redlining import write_redline

            old, new = load()
            return write_redline(
                old, new, labels, folder, rules=setup.rules(), author=author, time=time, tell=tell
            )

        background.run(work, self._show_files, self._complain, self)

    def _show_files(self, files: tuple[Path, ...]) -> None:
        self._bar.end()
        self._status.say(f"花脸稿已写出 {len(files)} 个文件，双击文件名打开。")
        self._results.add(files)
        self._results.show()

    def _complain(self, error: UserError) -> None:
        self._bar.end()
        self._status.say(str(error), wrong=not isinstance(error, StoppedError))
