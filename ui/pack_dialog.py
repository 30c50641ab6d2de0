"""打包带走: into which folder, and with which password."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from actions.progress import StoppedError, Tell
from models.errors import UserError
from ui import background, dialogs, file_manager, look
from ui.buttons import wire
from ui.fields import LineField
from ui.folder_row import FolderRow
from ui.settings import PARCEL_FOLDER, Settings, documents_folder
from ui.work_bar import WorkBar

Pack = Callable[[Path, str, Tell], Path]
"""Writes the stored report into a folder, with a password or "", and tells how far it is; returns the file. Runs on any
thread."""

_ABOUT = (
    "把这份报告连同全部历史版本写成一个文件（.fznb）。拷到U盘，在另一台电脑的法治年报里"
    "用“打开带来的包”打开，或者把它拖到窗口里。"
)
_PASSWORD = "密码可以不设。设了密码，没有它谁也打不开这个文件，忘了也找不回来，请另外记好。"
_UNEQUAL = "两次输入的密码不一样，请重新输入。"


class PackDialog(QDialog):
    """Packs one stored report; `open()` it, it blocks nothing. `title` is what the report is called."""

    def __init__(self, title: str, pack: Pack, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look.named(self, "pack_dialog", "打包带走")
        self.setWindowTitle("打包带走")
        self._pack, self._settings = pack, settings
        self._folder = FolderRow(
            "parcel_folder",
            "文件夹",
            "包写到哪个文件夹",
            settings.get(PARCEL_FOLDER) or str(documents_folder()),
        )
        self._password = password_field("parcel_password", "密码", "不设就留空")
        self._again = password_field("parcel_password_again", "再输一次密码", "")
        self._status = look.quiet_label("")
        self._status.setWordWrap(True)
        self._status.setObjectName("pack_status")
        self._bar = WorkBar("pack", "打包")
        self._bar.told.connect(lambda words: self._say(words, wrong=False))
        self._file: Path | None = None
        self._start, self._locate, self._close = map(QPushButton, ("打包", "打开文件夹", "关闭"))
        self._connect()
        self._lay_out(title)
        self._judge()

    def reject(self) -> None:
        """Close; while the file is being written, stop that first."""
        if self._bar.is_working:
            self._bar.stop()
        else:
            super().reject()

    def _connect(self) -> None:
        self._folder.changed.connect(self._judge)
        for field in (self._password, self._again):
            field.textChanged.connect(lambda _text: self._judge())
        for button, name, do in (
            (self._start, "pack_start", self._begin),
            (self._locate, "pack_locate", self._show_file),
            (self._close, "pack_close", self.reject),
        ):
            wire(button, name, do)
        look.make_main(self._start)
        self._start.setDefault(True)

    def _lay_out(self, title: str) -> None:
        what = QLabel(title)
        what.setWordWrap(True)
        form = QFormLayout()
        form.setHorizontalSpacing(4 * look.SPACE)
        form.setVerticalSpacing(3 * look.SPACE)
        form.addRow("报告", what)
        form.addRow("文件夹", self._folder)
        form.addRow("密码", self._password)
        form.addRow("再输一次", self._again)
        form.addRow("", look.quiet_label(_PASSWORD))
        buttons = QDialogButtonBox()
        buttons.addButton(self._locate, QDialogButtonBox.ButtonRole.HelpRole)
        buttons.addButton(self._close, QDialogButtonBox.ButtonRole.RejectRole)
        buttons.addButton(self._start, QDialogButtonBox.ButtonRole.AcceptRole)
        self._locate.hide()  # the row of buttons shows what is put into it
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(look.PAGE_MARGIN,) * 4)
        layout.setSpacing(3 * look.SPACE)
        layout.addWidget(look.quiet_label(_ABOUT))
        layout.addLayout(form)
        for widget in (self._status, self._bar, buttons):
            layout.addWidget(widget)
        self.setMinimumWidth(150 * look.SPACE)

    def _judge(self) -> None:
        is_idle = not self._bar.is_working
        complaint = self._complaint()
        if is_idle:
            self._say(complaint, wrong=complaint == _UNEQUAL)
        self._start.setEnabled(is_idle and not complaint)
        self._close.setEnabled(is_idle)
        for field in (self._folder, self._password, self._again):
            field.setEnabled(is_idle)
        self._again.setEnabled(is_idle and bool(self._password.text()))

    def _complaint(self) -> str:
        password, again = self._password.text(), self._again.text()
        if password and not again:
            return "请把密码再输一次，免得输错了打不开。"
        return _UNEQUAL if password and password != again else self._folder.complaint

    def _begin(self) -> None:
        folder, password = self._folder.folder, self._password.text()
        if folder is None:
            return
        pack, tell = self._pack, self._bar.tell
        self._bar.begin()
        self._say("正在打包……", wrong=False)
        self._judge()
        background.run(lambda: pack(folder, password, tell), self._finish, self._complain, self)

    def _finish(self, file: Path) -> None:
        self._bar.end()
        self._settings.set(PARCEL_FOLDER, str(file.parent))
        self._file = file
        self._locate.show()
        kept = "没有密码打不开，请记好密码" if self._password.text() else "没有设密码"
        self._judge()
        self._say(f"已打包为“{file.name}”，{kept}。", wrong=False)
        look.make_main(self._start, False)
        self._close.setDefault(True)  # Return shall not write everything a second time
        self._close.setFocus()
        self._grow()

    def _show_file(self) -> None:
        if self._file is not None:
            file_manager.locate(self._file)

    def _complain(self, error: UserError) -> None:
        self._bar.end()
        self._judge()
        self._say(str(error), wrong=not isinstance(error, StoppedError))
        self._start.setFocus()
        self._grow()

    def _grow(self) -> None:
        """Make room for what is new: of lines that wrap, Qt's own hint knows the height of one."""
        self.layout().activate()
        dialogs.take_height(self, max(self.height(), self.layout().totalHeightForWidth(self.width())))

    def _say(self, sentence: str, *, wrong: bool) -> None:
        self._status.setText(sentence)
        look.set_wrong(self._status, wrong)


def password_field(name: str, words: str, placeholder: str) -> LineField:
    """A line whose text nobody can read over the clerk's shoulder."""
    field = LineField()
    look.named(field, f"field:{name}", words)
    field.setEchoMode(QLineEdit.EchoMode.Password)
    field.setPlaceholderText(placeholder)
    field.setMinimumHeight(7 * look.SPACE)
    return field
