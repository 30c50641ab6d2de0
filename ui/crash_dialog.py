"""What is said when the program itself made a mistake: the draft is saved by then, and the work can go on."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ui import icons, look
from ui.buttons import push_button
from ui.file_manager import open_place

_WIDTH, _DETAILS_HEIGHT = 130 * look.SPACE, 40 * look.SPACE
_HEAD = "程序出了意外的错误"
_SAVED = "已写的内容都已保存，可以点“继续”接着写；同样的错误再出现，请先点“退出”再重新打开。"
_LOST = "最后的改动没有存下来，请点“继续”，把它抄到别处，再退出。"
_TOLD = "错误的位置记在“{file}”里，没有报告的内容；请复制详情或把这个文件转给技术人员。"
_UNTOLD = "错误的位置没能写进日志；请复制详情（没有报告的内容），转给技术人员。"


@dataclass(frozen=True, slots=True)
class Crash:
    """A mistake: its places in the code, whether the draft is saved, and the log, None where it was not written."""

    details: str
    is_saved: bool
    file: Path | None


class CrashDialog(QDialog):
    """Says what happened, what was kept, what to do. 继续 is what Return and Esc mean; `leave` ends the program."""

    def __init__(self, crash: Crash, leave: Callable[[], object], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look.named(self, "crash_dialog", "程序出错")
        self.setWindowTitle("法治年报")
        self._crashes = [crash]
        self._head, self._kept, self._told = QLabel(), QLabel(), look.quiet_label(" ")
        for label, name in (
            (self._head, "crash_head"),
            (self._kept, "crash_kept"),
            (self._told, "crash_told"),
        ):
            label.setObjectName(name)
            label.setWordWrap(True)
        look.enlarge(self._head, 1.2, bold=True)
        self._details = QPlainTextEdit()
        look.named(self._details, "crash_details", "错误详情")
        self._details.setReadOnly(True)
        self._details.setTabChangesFocus(True)
        self._details.setMinimumHeight(_DETAILS_HEIGHT)
        self._details.hide()
        self._leave = leave
        self._lay_out()
        self._show()

    def add(self, crash: Crash) -> None:
        """One more, while the first is still being said."""
        self._crashes.append(crash)
        self._show()

    @property
    def words(self) -> str:
        """Everything it says, without the details."""
        return "\n".join(label.text() for label in (self._head, self._kept, self._told))

    @property
    def details(self) -> str:
        """The places in the code of every mistake."""
        return "\n".join(one.details for one in self._crashes)

    def _show(self) -> None:
        last, count = self._crashes[-1], len(self._crashes)
        self._head.setText(f"{_HEAD}（{count} 次）" if count > 1 else _HEAD)
        self._kept.setText(_SAVED if last.is_saved else _LOST)
        look.set_wrong(self._kept, not last.is_saved)
        self._kept.setProperty("quiet", False)
        self._told.setText(_TOLD.format(file=last.file) if last.file else _UNTOLD)
        self._details.setPlainText(self.details)
        self._folder.setEnabled(last.file is not None)

    def _open_folder(self) -> None:
        file = self._crashes[-1].file
        if file is not None:
            open_place(file.parent)

    def _toggle_details(self) -> None:
        self._details.setVisible(self._details.isHidden())
        self.adjustSize()

    def _go(self) -> None:
        self.accept()
        self._leave()

    def _lay_out(self) -> None:
        sign = QLabel()
        sign.setPixmap(icons.message_picture("warned"))
        column = QVBoxLayout()
        column.setSpacing(2 * look.SPACE)
        for label in (self._head, self._kept, self._told):
            column.addWidget(label)
        top = QHBoxLayout()
        top.setSpacing(4 * look.SPACE)
        top.addWidget(sign)
        top.addLayout(column, 1)
        top.setAlignment(sign, top.alignment())
        copy = push_button("crash_copy", "复制详情", lambda: QApplication.clipboard().setText(self.details))
        self._folder = push_button("crash_folder", "打开日志文件夹", self._open_folder)
        show = push_button("crash_show", "显示详情", self._toggle_details)
        leave = push_button("crash_leave", "退出", self._go, "保存并关闭法治年报")
        go_on = push_button("crash_go_on", "继续", self.accept, "关掉这个消息，接着写")
        look.make_main(go_on)
        go_on.setDefault(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(look.PAGE_MARGIN,) * 4)
        layout.setSpacing(4 * look.SPACE)
        layout.addLayout(top)
        layout.addWidget(self._details, 1)
        layout.addLayout(_foot((show, copy, self._folder), (leave, go_on)))
        self.setMinimumWidth(_WIDTH)
        go_on.setFocus()


def _foot(links: tuple[QPushButton, ...], buttons: tuple[QPushButton, ...]) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(4 * look.SPACE)
    for link in links:
        look.make_link(link)
        row.addWidget(link)
    row.addStretch(1)
    for button in buttons:
        row.addWidget(button)
    return row
