"""从上年结转 in the window: ask, make the new report beside the window, open it, and list what is to be looked at."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from models.errors import UserError
from ui import background, dialogs, messages

if TYPE_CHECKING:
    from actions.rolling import Rolled
    from ui.main_window import MainWindow
    from ui.roll_dialog import Wish

_NOTHING_CHOSEN = (
    "还没有选中要结转的报告，什么也没有做；请先在列表中选一份，没有的用“导入 Word/文本”读入上年的报告。"
)


class Rolling(QObject):
    """Begins with `begin`; everything else follows from the dialog."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window

    def begin(self, report_id: str = "") -> None:
        """Ask how a report is to be carried over; without an id the open one, else the one chosen in the list."""
        from ui.roll_dialog import RollDialog

        wanted = report_id or self._window.chosen_id
        if not wanted:
            messages.tell(self._window, _NOTHING_CHOSEN)
            return
        if not self._window.flush():
            messages.warn(self._window, "最后的改动还没有存下来，没有结转；请按状态栏所说处理后再试。")
            return
        try:
            report = self._window.store.load(wanted)
        except UserError as error:
            messages.warn(self._window, str(error))
            return
        dialog = RollDialog(report, self._window)
        dialog.accepted.connect(lambda: self._roll(wanted, dialog.answer))
        dialogs.show(dialog)

    def _roll(self, report_id: str, wish: "Wish") -> None:
        from actions.rolling import roll_stored

        self._window.tell("正在结转……", 0)
        work = partial(roll_stored, self._window.store, report_id, wish.year, wish.treatments)
        background.run(work, self._open, self._complain, self._window)

    def _complain(self, error: UserError) -> None:
        self._window.statusBar().clearMessage()
        messages.warn(self._window, str(error))

    def _open(self, rolled: "Rolled") -> None:
        self._window.statusBar().clearMessage()
        self._window.open_report(rolled.id)
        view = self._window.view
        if view is None or self._window.chosen_id != rolled.id:
            return
        view.list_year_words(rolled.notes)
