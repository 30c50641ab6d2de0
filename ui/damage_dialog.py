"""The drafts' file is damaged: what was found, that nothing is deleted, and the two ways out."""

from collections.abc import Callable, Iterable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from models.errors import UserError
from ui import look

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
        self._status = QLabel()
        self._status.setObjectName("damage_status")
        self._status.setWordWrap(True)
        self._status.hide()
        self._later = self._button("damage_later", "以后再说", self.reject)
        self._backups = self._button("damage_backups", "从备份恢复……", self.backups_wanted.emit)
        self._salvage = self._button("damage_salvage", "抢救", self.salvage_wanted.emit)
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
        self._status.show()
        self._status.setText("正在抢救，请稍候……")
        look.set_wrong(self._status, False)
        self._judge()

    def fail(self, error: UserError) -> None:
        """The salvage could not be done."""
        self._progress.hide()
        self._status.setText(str(error))
        look.set_wrong(self._status, True)
        self._judge()

    def _judge(self) -> None:
        for button in (self._later, self._backups, self._salvage):
            button.setEnabled(self._progress.isHidden())

    def _button(self, name: str, words: str, do: Callable[[], object]) -> QPushButton:
        button = QPushButton(words)
        look.named(button, name, words)
        button.setAutoDefault(False)
        button.clicked.connect(lambda _checked=False: do())
        return button

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
