"""Backups and a damaged file in the window: the wires between clock, dialogs, start page and status bar."""

from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from models.database import file_in
from models.errors import DamagedError, UserError
from ui import background, dialogs, messages
from ui.keeping_row import KeepingRow
from ui.notice import Notice
from ui.settings import Settings, second_backup_folder

if TYPE_CHECKING:
    from ui.backup_clock import BackupClock
    from ui.damage_dialog import DamageDialog
    from ui.main_window import MainWindow
    from ui.recovering import Recovering

_FAILED = "最近一次备份失败"


class Safekeeping(QObject):
    """`start` and `look` begin what goes on by itself; what is heavy is loaded after the window is on screen."""

    def __init__(self, window: "MainWindow", settings: Settings, row: KeepingRow) -> None:
        super().__init__(window)
        self._window, self._settings, self._row = window, settings, row
        self.notice = Notice()
        window.statusBar().addWidget(self.notice)
        self._clock: BackupClock | None = None
        self._recovering: Recovering | None = None
        self._dialog: DamageDialog | None = None
        self._troubles: tuple[str, ...] = ()
        row.backups_wanted.connect(self.show_backups)
        row.damage_wanted.connect(self._show_damage)

    @property
    def clock(self) -> "BackupClock":
        """What makes backups by itself, once `start` was called."""
        if self._clock is None:
            from ui.backup_clock import BackupClock

            self._clock = BackupClock(self._settings, self)
            self._clock.changed.connect(self._show_backup_state)
            self._clock.second_seen.connect(self._show_backup_state)
        return self._clock

    @property
    def recovering(self) -> "Recovering":
        """What brings drafts back."""
        if self._recovering is None:
            from ui.recovering import Recovering

            self._recovering = Recovering(self._window, self._settings)
        return self._recovering

    @property
    def is_recovering(self) -> bool:
        """Whether the drafts' file is about to be replaced: whoever opened it now would write into the old one."""
        return self._recovering is not None and self._recovering.is_busy

    def start(self) -> None:
        """Let backups be made by themselves from now on."""
        self.clock.start()

    def finish(self) -> None:
        """The window was closed: the last backup."""
        self.clock.finish()

    def show_backups(self) -> None:
        """The backups as a dialog."""
        from ui.backups_dialog import BackupsDialog

        self._window.flush()
        dialog = BackupsDialog(
            self._settings, self.clock, self.recovering, lambda: self._window.store, self._window
        )
        dialog.changed.connect(self._window.refresh_list)
        dialogs.show(dialog)

    # --- a damaged file

    def look(self, unopened: UserError | None = None) -> None:
        """Look beside the window whether the drafts' file is sound, and say how the backups stand.

        `unopened` is why the file could not be opened; it is said where that is no damage.
        """
        from models.inspection import troubles

        if self.is_recovering:
            return
        self._show_backup_state()

        def judge(found: tuple[str, ...]) -> None:
            self._note_troubles(found)
            if unopened and not found:
                self.meet(unopened)

        def complain(_error: UserError) -> None:  # it cannot be read either, which the first error says
            if unopened:
                self.meet(unopened)

        background.run(partial(troubles, file_in(self._settings.data_dir)), judge, complain, self)

    def mention(self, error: UserError) -> None:
        """Damage was met by the way, not at the clerk's wish: no dialog comes up for it."""
        if isinstance(error, DamagedError):
            self._troubles = self._troubles or (f"{error.what}已损坏",)
            self._row.show_damage(True)
            self.notice.say("草稿库有损坏", ("notice_damage", "处理……", self._show_damage))

    def meet(self, error: UserError) -> None:
        """Something could not be done: damage is shown with its ways out, anything else is said."""
        if not isinstance(error, DamagedError):
            messages.warn(self._window, str(error))
            return
        self._troubles = self._troubles or (f"{error.what}已损坏",)
        self._row.show_damage(True)
        self._show_damage()

    def _note_troubles(self, found: tuple[str, ...]) -> None:
        is_new = not self._troubles
        self._troubles = found
        self._row.show_damage(bool(found))
        if found and is_new:
            self._show_damage()

    def _show_damage(self) -> None:
        from ui.damage_dialog import DamageDialog

        if self._dialog is not None or self.is_recovering:
            return
        self._dialog = dialog = DamageDialog(file_in(self._settings.data_dir), self._troubles, self._window)
        dialog.salvage_wanted.connect(self._salvage)
        dialog.backups_wanted.connect(self._change_over)
        dialog.finished.connect(self._forget_dialog)
        dialogs.show(dialog)

    def _forget_dialog(self) -> None:
        self._dialog = None

    def _change_over(self) -> None:
        if self._dialog is not None:
            self._dialog.accept()
        self.show_backups()

    def _salvage(self) -> None:
        dialog = self._dialog
        if dialog is not None:
            dialog.begin()
            self.recovering.salvage(dialog.accept, dialog.fail)

    def _show_backup_state(self) -> None:
        from ui.backup_words import newest_words, second_words

        clock, today = self.clock, datetime.now().astimezone().date()
        state = clock.refresh()
        second = second_words(state, second_backup_folder(self._settings), clock.copied, today)
        if clock.trouble:
            self._row.show_backup(f"{_FAILED}：{clock.trouble}", clock.trouble, wrong=True)
        else:
            away = "" if state.is_second_there else "；" + second
            self._row.show_backup(newest_words(state, today) + away, second)
        if clock.is_busy or self._window.view is None:
            return
        if clock.trouble:
            self.notice.say(_FAILED, ("notice_backups", "数据备份", self.show_backups))
        elif self.notice.words == _FAILED:
            self.notice.clear()
