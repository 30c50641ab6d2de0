"""设置: groups on the left, the chosen group's settings on the right; what is changed holds at once."""

from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from models.errors import UserError
from ui import dialogs, look, messages
from ui.buttons import push_button
from ui.late_pages import HoldsLatePages
from ui.late_stack import LateStack
from ui.setting import Declared, Group
from ui.settings import Settings, documents_folder
from ui.settings_file import SUFFIX, exported, read_incoming
from ui.settings_import_dialog import SettingsImportDialog
from ui.settings_page import SettingsPage

_SIZE = (205 * look.SPACE, 150 * look.SPACE)
_GROUPS_WIDTH = 36 * look.SPACE
_NAME = "法治年报设置"
_FILTER = f"设置文件 (*{SUFFIX})"


class SettingsDialog(HoldsLatePages, QDialog):
    """`open()` it; there is nothing to accept. 恢复默认 is for the page on screen. A page is made when it is needed."""

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look.named(self, "settings_dialog", "设置")
        self.setWindowTitle("设置")
        self._settings = settings
        self._groups = QListWidget()
        look.named(self._groups, "settings_groups", "设置的分组")
        self._groups.setFixedWidth(_GROUPS_WIDTH)
        self._pages = LateStack(lambda group: SettingsPage(group, settings))
        for group in Group:
            item = QListWidgetItem(group.value, self._groups)
            item.setSizeHint(QSize(0, self.fontMetrics().height() + 4 * look.SPACE))
            self._pages.add_late(group)
        self._groups.currentRowChanged.connect(self._show_page)
        self._before: dict[Declared, str] = {}
        self._undo = push_button("settings_undo_reset", "撤销恢复", self._undo_reset, "把刚才清掉的填回来")
        self._undo.hide()
        self._reset = push_button("settings_reset", "恢复默认", self._reset_page)
        self._lay_out()
        self._groups.setCurrentRow(0)
        self._groups.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def late_pages(self) -> LateStack:
        return self._pages

    def _show_page(self, row: int) -> None:
        self._pages.setCurrentIndex(row)
        self._reset.setToolTip(f"把“{list(Group)[row].value}”这一组的各项恢复成原来的")
        self._before.clear()
        self._undo.hide()

    def _reset_page(self) -> None:
        page = self._pages.page
        self._before = page.values()
        page.reset()
        self._undo.setVisible(page.values() != self._before)

    def _undo_reset(self) -> None:
        page = self._pages.page
        page.put(self._before)
        self._undo.hide()

    def _export(self) -> None:
        dialog = self._file_dialog("设置写到哪个文件", "settings_export_dialog")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)  # what is there stays
        dialog.setDefaultSuffix(SUFFIX.removeprefix("."))
        dialog.selectFile(f"{_NAME}{SUFFIX}")
        dialog.fileSelected.connect(self._write)
        dialogs.show(dialog)

    def _write(self, name: str) -> None:
        from exporters.writing import write_whole

        try:
            file = write_whole(Path(name), exported(self._settings).encode())
        except UserError as error:
            messages.warn(self, str(error))
            return
        messages.tell(self, f"设置已写到“{file}”；请把它拷到另一台电脑，在那里的“设置”中点“导入设置……”。")

    def _import(self) -> None:
        dialog = self._file_dialog("导入哪个设置文件", "settings_import_file")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self._read)
        dialogs.show(dialog)

    def _read(self, name: str) -> None:
        try:
            incoming = read_incoming(Path(name), self._settings)
        except UserError as error:
            messages.warn(self, str(error))
            return
        if not incoming.changes:
            messages.tell(self, "文件里的设置和这里的一样，没有要改的。", "\n".join(incoming.left_out))
            return
        dialogs.show(SettingsImportDialog(incoming, self._settings, self))

    def _file_dialog(self, title: str, name: str) -> QFileDialog:
        dialog = QFileDialog(self, title, str(documents_folder()))
        dialog.setObjectName(name)
        dialog.setNameFilters((_FILTER,))
        return dialog

    def _lay_out(self) -> None:
        middle = QHBoxLayout()
        middle.setSpacing(6 * look.SPACE)
        middle.addWidget(self._groups)
        middle.addWidget(self._pages, 1)
        close = push_button("settings_close", "关闭", self.accept)
        look.make_main(close)
        close.setDefault(True)
        foot = QHBoxLayout()
        foot.setSpacing(2 * look.SPACE)
        for name, words, do in (
            ("settings_export", "导出设置……", self._export),
            ("settings_import", "导入设置……", self._import),
        ):
            foot.addWidget(push_button(name, words, do))
        foot.addStretch(1)
        foot.addWidget(look.quiet_label("改了就生效。"))
        foot.addWidget(self._undo)
        foot.addWidget(self._reset)
        foot.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(look.PAGE_MARGIN,) * 4)
        layout.setSpacing(5 * look.SPACE)
        layout.addLayout(middle, 1)
        layout.addLayout(foot)
        self.resize(*_SIZE)
