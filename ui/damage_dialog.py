"""The drafts' file is damaged: what was found, that nothing is deleted, and the two ways out."""

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPlainTextEdit,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from models.errors import UserError
from ui import look
from ui.buttons import push_button
from ui.status_line import StatusLine

_WAYS = (
    "抢救：把还读得出来的全部取出来，缺的地方用最近的备份补，逐处列明补了什么、少了什么。\n"
    "从备份恢复：自己选一份备份，整个换回那时的内容。\n"
    "两种办法都不删除损坏的文件，它会移到一边留存。"
)
_GONE = "草稿库不见了，或是空的；备份都在。"
_EMPTY = "全部报告：文件可能被移走、删除，或没有从别处复制完"
_SIZE = (150 * look.SPACE, 90 * look.SPACE)


class DamageDialog(QDialog):
    """Says what is damaged; `open()` it, it blocks nothing.

    There is no 退出: 以后再说 gives the window back, which is left as ever; nothing is written there until then.

    Signals: `salvage_wanted()`, `backups_wanted()`.
    """

    salvage_wanted = Signal()
    backups_wanted = Signal()

    def __init__(self, file: Path, troubles: Iterable[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look.named(self, "damage_dialog", "草稿库有损坏")
        self.setWindowTitle("草稿库有损坏")
        is_gone = not file.exists() or not file.stat().st_size
        self._head = QLabel(_GONE if is_gone else "草稿库有损坏，文件原样未动。")
        self._head.setObjectName("damage_head")
        look.enlarge(self._head, 1.2, bold=True)
        self._file = look.quiet_label(str(file))
        self._list = QPlainTextEdit("\n".join(f"· {one}" for one in ((_EMPTY,) if is_gone else troubles)))
        look.named(self._list, "damage_list", "损坏的地方")
        self._list.setReadOnly(True)
        self._list.document().setDocumentMargin(3 * look.SPACE)
        self._progress = QProgressBar()
        look.named(self._progress, "damage_progress", "抢救进度")
        self._progress.setRange(0, 0)
        self._progress.hide()
        self._status = StatusLine("damage_status")
        self._later = push_button("damage_later", "以后再说", self.reject)
        self._backups = push_button("damage_backups", "从备份恢复……", self.backups_wanted.emit)
        self._salvage = push_button("damage_salvage", "抢救", self.salvage_wanted.emit)
        look.make_main(self._salvage)
        self._salvage.setDefault(True)
        self._lay_out()
        self.resize(*_SIZE)

    def reject(self) -> None:
        """Put it off; not while a salvage is going on."""
        if self._progress.isHidden():
            super().reject()

    def begin(self) -> None:
        """A salvage is going on."""
        self._progress.show()
        self._status.say("正在抢救，请稍候……")
        self._judge()

    def fail(self, error: UserError) -> None:
        """The salvage could not be done."""
        self._progress.hide()
        self._status.say(str(error), wrong=True)
        self._judge()

    def _judge(self) -> None:
        for button in (self._later, self._backups, self._salvage):
            button.setEnabled(self._progress.isHidden())

    def _lay_out(self) -> None:
        buttons = QDialogButtonBox()
        buttons.addButton(self._later, QDialogButtonBox.ButtonRole.RejectRole)
        buttons.addButton(self._backups, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton(self._salvage, QDialogButtonBox.ButtonRole.AcceptRole)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(look.PAGE_MARGIN,) * 4)
        layout.setSpacing(3 * look.SPACE)
        layout.addWidget(self._head)
        layout.addWidget(self._file)
        layout.addWidget(self._list, 1)
        for widget in (look.quiet_label(_WAYS), self._progress, self._status, buttons):
            layout.addWidget(widget)
