"""The start page's last line: the trash, the backups, and what is wrong with either."""

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from ui import look


class KeepingRow(QWidget):
    """Signals: `trash_wanted()`, `backups_wanted()`, `damage_wanted()`."""

    trash_wanted = Signal()
    backups_wanted = Signal()
    damage_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._trash = self._link("open_trash", "回收站", self.trash_wanted)
        self._backups = self._link("open_backups", "数据备份", self.backups_wanted)
        self._damage = self._link("open_damage", "草稿库有损坏，处理……", self.damage_wanted)
        self._damage.setProperty("wrong", True)
        self._state = look.quiet_label("")
        self._state.setObjectName("backup_state")
        self._state.setWordWrap(True)
        self._state.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._damage.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(5 * look.SPACE)
        for widget in (self._trash, self._damage, self._backups):
            row.addWidget(widget)
        row.addWidget(self._state, 1)

    def finish(self) -> None:
        """What is not seen before the pointer is there."""
        look.show_hand(self._trash, self._damage, self._backups)

    def show_trash(self, count: int) -> None:
        """How many reports lie in the trash."""
        self._trash.setText(f"回收站（{count}）" if count else "回收站")

    def show_backup(self, words: str, details: str = "", *, wrong: bool = False) -> None:
        """When the last backup was made, or why none could be; details for who points at it."""
        self._state.setText(words)
        self._state.setToolTip(details)
        look.set_wrong(self._state, wrong)

    def show_damage(self, is_damaged: bool) -> None:
        """Whether the drafts' file is damaged and that was put off."""
        self._damage.setVisible(is_damaged)

    def _link(self, name: str, words: str, wanted: SignalInstance) -> QPushButton:
        button = QPushButton(words)
        look.named(button, name, words)
        look.dress_link(button)
        button.clicked.connect(lambda _checked=False: wanted.emit())
        return button
