"""打包带走 and 打开带来的包 in the window: which report, which file, and what is shown afterwards."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from actions.progress import Tell
from models.errors import UserError
from ui import dialogs, messages
from ui.settings import PARCEL_FOLDER, Settings

if TYPE_CHECKING:
    from actions.packing import Unpacked
    from models.store import Store
    from ui.draft import Draft
    from ui.main_window import MainWindow

_NOTHING_CHOSEN = "还没有选中要打包的报告，什么也没有做；请先在列表中选一份，或打开它。"
_UNSAVED = "最后的改动还没有存下来，{deed}；请按状态栏所说处理后再试。"
_MERGED = "已并入；按 Ctrl+Z 可以撤销，并入前的内容也在“版本”里。"
_ONE_AT_A_TIME = "包要一个一个地打开，先打开了第一个，其余的请再拖一次。"


class Parcels(QObject):
    """Begins with `pack`, `choose` or a dropped file; everything else follows from the dialogs."""

    def __init__(self, window: "MainWindow", settings: Settings) -> None:
        super().__init__(window)
        self._window, self._settings = window, settings

    def pack(self) -> None:
        """Ask where the open report goes, else the one chosen in the list."""
        from models.title import title_in_one_line
        from ui.pack_dialog import PackDialog

        window, wanted = self._window, self._window.chosen_id
        if not wanted:
            messages.tell(window, _NOTHING_CHOSEN)
            return
        if not window.flush():
            messages.warn(window, _UNSAVED.format(deed="没有打包"))
            return
        try:
            title = title_in_one_line(window.store.load(wanted))
        except UserError as error:
            messages.warn(window, str(error))
            return
        dialogs.show(PackDialog(title, partial(_pack, window.store, wanted), self._settings, window))

    def choose(self) -> None:
        """Ask for a parcel and open it."""
        from models.parcel import SUFFIX

        dialog = QFileDialog(self._window, "打开哪个包", str(self._settings.folder_used(PARCEL_FOLDER)))
        dialog.setObjectName("parcel_file_dialog")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters((f"打包带走的报告 (*{SUFFIX})", "所有文件 (*)"))
        dialog.fileSelected.connect(lambda file: self.open(Path(file)))
        dialogs.show(dialog)

    def open(self, file: Path) -> None:
        """Show what is in a parcel."""
        from ui.unpack_dialog import UnpackDialog

        window = self._window
        if not window.flush():
            messages.warn(window, _UNSAVED.format(deed="没有打开这个包"))
            return
        try:
            dialog = UnpackDialog(file, window.store, self._settings.data_dir, window)
        except UserError as error:
            messages.warn(window, str(error))
            return
        dialog.unpacked.connect(self._show)
        dialogs.show(dialog)

    def take_dropped(self, paths: list[Path]) -> None:
        """Open a parcel among the files dropped on the window, and import the others."""
        from models.parcel import SUFFIX

        parcels = [path for path in paths if path.suffix.lower() == SUFFIX]
        others = [path for path in paths if path not in parcels]
        if others:
            self._window.ways_in.import_files(others)
        if parcels:
            self.open(parcels[0])
        if len(parcels) > 1:
            messages.tell(self._window, _ONE_AT_A_TIME)

    def _show(self, found: "Unpacked") -> None:
        window = self._window
        if window.view is not None and window.chosen_id == found.id:
            self._show_merged(window.view.draft, found.id)
        else:
            window.open_report(found.id)
        if found.notes:
            messages.tell(window, found.notes[0], "\n".join(found.notes[1:]))

    def _show_merged(self, draft: "Draft", report_id: str) -> None:
        try:
            if draft.take_in("并入带来的包", self._window.store.fetch(report_id)):
                self._window.tell(_MERGED)
        except UserError as error:
            messages.warn(self._window, str(error))


def _pack(store: "Store", report_id: str, folder: Path, password: str, tell: Tell) -> Path:
    from actions.packing import pack, parcel_name

    return pack(store, report_id, folder / parcel_name(store.load(report_id)), password, tell)
