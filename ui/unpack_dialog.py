"""打开带来的包: what is in it, what is here of the same report, and what shall become of it."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from actions.packing import Counterpart, Unpacked, Way, unpack
from actions.parcel_preview import Preview, preview
from actions.progress import StoppedError
from models.errors import UserError
from models.parcel import NeedsPasswordError
from models.password_seal import WrongPasswordError
from ui import background, dialogs, look
from ui.buttons import wire
from ui.low_area import LowArea
from ui.pack_dialog import password_field
from ui.parcel_sides import ParcelSides
from ui.work_bar import WorkBar

if TYPE_CHECKING:
    from models.store import Store

_LOCKED = "这个包设了密码，请输入打包时设的密码。"
_SAME = "本机已有这份报告，内容和历史版本都相同，不用再放一次。"
_TRASHED = "本机的这份报告在回收站里；包里的会另成一份新报告，回收站里的不动。"
_WIDE = 210 * look.SPACE
_NEW_ABOUT = "另成一份新报告，历史版本一起带来；本机原来的不动。"


class UnpackDialog(QDialog):
    """Shows a parcel and puts it into the store; `open()` it, it blocks nothing.

    Signals: `unpacked(Unpacked)` what became of it.
    """

    unpacked = Signal(object)

    def __init__(self, file: Path, store: "Store", data_dir: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look.named(self, "unpack_dialog", "打开带来的包")
        self.setWindowTitle("打开带来的包")
        self._file, self._store, self._data_dir = file, store, data_dir
        self._found: Preview | None = None
        self._is_locked = False
        self._password = password_field("unpack_password", "密码", "打包时设的密码")
        self._sides = ParcelSides()
        self._new, self._merge = QRadioButton(Way.NEW), QRadioButton(Way.MERGE)
        self._new_about, self._merge_about = look.quiet_label(_NEW_ABOUT), look.quiet_label(" ")
        self._choices = self._make_choices()
        self._status = look.quiet_label("")
        self._status.setWordWrap(True)
        self._status.setObjectName("unpack_status")
        self._bar = WorkBar("unpack", "打开")
        self._bar.told.connect(lambda words: self._say(words, wrong=False))
        self._start, self._close = QPushButton("打开"), QPushButton("取消")
        self._connect()
        self._lay_out()
        self._read()

    def reject(self) -> None:
        """Close; while something is being read or written, stop that first."""
        if self._bar.is_working:
            self._bar.stop()
        else:
            super().reject()

    def _connect(self) -> None:
        self._new.toggled.connect(lambda _on: self._judge())
        self._password.textChanged.connect(lambda _text: self._judge())
        for button, name, do in (
            (self._start, "unpack_start", self._go_on),
            (self._close, "unpack_cancel", self.reject),
        ):
            wire(button, name, do)
        look.make_main(self._start)
        self._start.setDefault(True)

    def _make_choices(self) -> QWidget:
        choices = QWidget()
        column = QVBoxLayout(choices)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.SPACE)
        for choice, name, about in (
            (self._new, "unpack_new", self._new_about),
            (self._merge, "unpack_merge", self._merge_about),
        ):
            look.named(choice, name, choice.text())
            indented = QHBoxLayout()
            indented.addSpacing(6 * look.SPACE)
            indented.addWidget(about, 1)
            column.addWidget(choice)
            column.addLayout(indented)
        self._new.setChecked(True)
        return choices

    def _lay_out(self) -> None:
        name = QLabel(self._file.name)
        name.setWordWrap(True)
        name.setToolTip(str(self._file))
        look.enlarge(name, 1.1, bold=True)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4 * look.SPACE)
        column.addWidget(self._sides, 1)
        self._above = LowArea(inner)
        buttons = QDialogButtonBox()
        buttons.addButton(self._start, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(self._close, QDialogButtonBox.ButtonRole.RejectRole)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(look.PAGE_MARGIN,) * 4)
        layout.setSpacing(3 * look.SPACE)
        layout.addWidget(name)
        layout.addWidget(self._above, 1)
        for widget in (self._choices, self._password, self._status, self._bar, buttons):
            layout.addWidget(widget)
        for hidden in (self._password, self._above, self._choices):
            hidden.hide()
        self.setMinimumWidth(160 * look.SPACE)

    def _read(self) -> None:
        work = partial(preview, self._store, self._file, self._password.text())
        self._work("正在打开……")
        background.run(work, self._show_found, self._show_refusal, self)

    def _go_on(self) -> None:
        """Open it with the password typed, or do what was chosen."""
        if self._found is None:
            self._read()
            return
        way = Way.MERGE if self._merge.isChecked() else Way.NEW
        brought = self._found.meeting.brought
        if self._found.meeting.counterpart is Counterpart.SAME:
            self._finish(Unpacked(self._found.meeting.here_id, ()))
            return
        self._work("正在放进来……")
        work = partial(unpack, self._store, brought, way, self._data_dir, self._bar.tell)
        background.run(work, self._finish, self._show_refusal, self)

    def _finish(self, result: Unpacked) -> None:
        self._bar.end()
        self.accept()
        self.unpacked.emit(result)

    def _show_found(self, found: Preview) -> None:
        self._bar.end()
        if self._bar.is_stopped:
            self.reject()
            return
        self._found = found
        self._password.hide()
        self._sides.show_preview(found)
        self._choices.setVisible(found.can_merge)
        if found.here is not None:
            self.resize(min(max(self.width(), _WIDE), dialogs.room_for(self).width()), self.height())
        self._merge_about.setText(_merge_words(found))
        self._above.show()
        self._above.widget().layout().activate()
        told = {Counterpart.SAME: _SAME, Counterpart.TRASHED: _TRASHED}.get(found.meeting.counterpart, "")
        self._say(told, wrong=False)
        self._judge()
        self._start.setFocus()
        self._grow()

    def _show_refusal(self, error: UserError) -> None:
        self._bar.end()
        if isinstance(error, NeedsPasswordError | WrongPasswordError):
            self._is_locked = True
            self._password.show()
            is_wrong = isinstance(error, WrongPasswordError)
            self._say(str(error) if is_wrong else _LOCKED, wrong=is_wrong)
            self._password.selectAll()
            self._judge()
            self._password.setFocus()
        else:
            self._say(str(error), wrong=not isinstance(error, StoppedError))
            self._judge()
            self._close.setFocus()
        self._grow()

    def _work(self, words: str) -> None:
        self._bar.begin()
        self._say(words, wrong=False)
        self._judge()

    def _judge(self) -> None:
        is_idle = not self._bar.is_working
        can_open = self._is_locked and bool(self._password.text())
        self._start.setEnabled(is_idle and (self._found is not None or can_open))
        self._start.setText(self._deed())
        self._start.setAccessibleName(self._start.text())
        self._close.setEnabled(is_idle)
        for widget in (self._password, self._choices):
            widget.setEnabled(is_idle)

    def _deed(self) -> str:
        """What the button does now."""
        if self._found is None:
            return "打开"
        if self._found.meeting.counterpart is Counterpart.SAME:
            return "打开本机的"
        return "并入" if self._merge.isChecked() else str(Way.NEW)

    def _grow(self) -> None:
        """Make room for what is new, no more than the screen has, once it has been laid out at its width."""
        QTimer.singleShot(0, self, self._take_room)

    def _take_room(self) -> None:
        self.layout().activate()
        self._above.make_room()
        wanted = self.layout().totalHeightForWidth(self.width())
        dialogs.take_height(self, max(self.height(), wanted, self.sizeHint().height()))

    def _say(self, sentence: str, *, wrong: bool) -> None:
        self._status.setText(sentence)
        self._status.setVisible(bool(sentence))
        look.set_wrong(self._status, wrong)


def _merge_words(found: Preview) -> str:
    """What merging would do here."""
    if not found.is_based:
        return "找不到两边共同的版本，不能逐处合并：现稿不变，带来的整份存为一个版本，可以比较、恢复。"
    parts = [f"现稿将改动 {found.taken} 处" if found.taken else "现稿不变，只增加历史版本"]
    if found.contested:
        parts.append(f"两边都改过的 {found.contested} 处保留本机的，带来的整份存为一个版本")
    if found.taken:
        parts.append("并入前的内容也存为版本，可以恢复")
    return "；".join(parts) + "。"
