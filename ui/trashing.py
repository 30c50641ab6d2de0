"""Deleting in the window: into the trash without a question, back again by one key, and the trash's own dialog."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from models.errors import UserError
from ui import dialogs
from ui.notice import Notice
from ui.settings import Settings
from ui.start_page import StartPage

if TYPE_CHECKING:
    from ui.main_window import MainWindow

_ELSEWHERE = "这份报告已在另一处移到回收站；可以接着写，改动照常保存"


class Trashing(QObject):
    """Begins with `delete` or `show`."""

    def __init__(self, window: "MainWindow", settings: Settings, start: StartPage, notice: Notice) -> None:
        super().__init__(window)
        self._window, self._settings, self._start, self._notice = window, settings, start, notice
        self._deleted: list[tuple[str, str]] = []
        start.delete_wanted.connect(self.delete)
        start.undo_wanted.connect(self.undo)
        start.keeping.trash_wanted.connect(self.show)

    def delete(self, report_ids: Sequence[str]) -> None:
        """Put reports into the trash, and offer to take that back."""
        try:
            store = self._window.store
            titles = {one.id: one.title for one in store.list()}
            for report_id in report_ids:
                store.trash(report_id)
                self._deleted.append((report_id, titles.get(report_id, "")))
        except UserError as error:
            self._window.complain(error)
        self._window.show_start()
        self._offer()

    def undo(self) -> None:
        """Put the report back that was deleted last in this window."""
        if not self._deleted:
            return
        report_id, _title = self._deleted.pop()
        try:
            self._window.store.take_back(report_id)
        except UserError as error:
            self._window.complain(error)
        self._window.show_start()
        self._offer()

    def show(self) -> None:
        """The trash as a dialog."""
        from ui.trash_dialog import TrashDialog

        try:
            dialog = TrashDialog(self._window.store, self._settings, self._window)
        except UserError as error:
            self._window.complain(error)
            return
        dialog.changed.connect(self._forget)
        dialogs.show(dialog)

    def look_at(self, report_id: str) -> None:
        """Say so where the open report lies in the trash; raises UserError."""
        from actions.trash import is_trashed

        if is_trashed(self._window.store, report_id):
            self._notice.say(_ELSEWHERE, ("notice_back", "放回", lambda: self._put_back(report_id)))
        else:
            self._notice.clear()

    def settle(self) -> None:
        """A report was opened or left: what was said of deleting before is no longer spoken of."""
        self._deleted.clear()
        self._notice.clear()

    def _put_back(self, report_id: str) -> None:
        try:
            self._window.store.take_back(report_id)
        except UserError as error:
            self._window.complain(error)
        else:
            self._notice.clear()
            self._window.tell("已放回“全部报告”")

    def _forget(self) -> None:
        """Things were put back or removed in the dialog: undoing by order of deletion no longer holds."""
        self.settle()
        self._window.refresh_list()

    def _offer(self) -> None:
        if not self._deleted:
            self._notice.clear()
            return
        self._window.statusBar().clearMessage()
        self._notice.say(
            f"《{self._deleted[-1][1]}》已移到回收站",
            ("notice_undo", "撤销", self.undo),
            ("notice_trash", "回收站", self.show),
        )
