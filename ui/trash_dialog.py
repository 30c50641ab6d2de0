"""回收站: deleted reports, to be put back or removed for good."""

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QPushButton,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from actions.trash import Trashed, purge_reports, trashed_reports
from models.errors import UserError
from models.store import Store
from ui import background, look, messages
from ui.buttons import push_button
from ui.settings import Settings, second_backup_folder
from ui.status_line import StatusLine
from ui.tables import choose_rows, dress_table, set_widths
from ui.trash_model import TrashModel

_ABOUT = "删除的报告连同全部版本都在这里，不会自动清除。彻底删除以前会先做一份数据备份。"
_EMPTY = "回收站是空的。"
_SIZE = (210 * look.SPACE, 110 * look.SPACE)


class TrashDialog(QDialog):
    """Shows the trash; `open()` it, it blocks nothing.

    Signals: `changed()` a report was put back or removed.
    """

    changed = Signal()

    def __init__(self, store: Store, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look.named(self, "trash_dialog", "回收站")
        self.setWindowTitle("回收站")
        self._store, self._settings = store, settings
        self._model = TrashModel(self)
        self._table = self._make_table()
        self._pages = QStackedWidget()
        self._status = StatusLine("trash_status")
        self._back, self._purge, self._clear, self._close = self._make_buttons()
        self._lay_out()
        self.resize(*_SIZE)
        self._refresh()
        self._table.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete and self._table.hasFocus():
            self._ask_to_purge()
            return
        super().keyPressEvent(event)

    def _refresh(self) -> None:
        row = max(self._table.currentIndex().row(), 0)
        try:
            self._model.show(trashed_reports(self._store))
        except UserError as error:
            self._status.say(str(error), wrong=True)
        count = self._model.rowCount()
        self._pages.setCurrentIndex(1 if count else 0)
        if count:
            self._table.setCurrentIndex(self._model.index(min(row, count - 1), 0))
        self._judge()

    def _judge(self, is_busy: bool = False) -> None:
        for button in (self._back, self._purge, self._clear):
            button.setEnabled(not is_busy and self._model.rowCount() > 0)

    @property
    def _chosen(self) -> Trashed | None:
        return self._model.at(self._table.currentIndex())

    def _put_back(self) -> None:
        chosen = self._chosen
        if chosen is None or not self._back.isEnabled():
            return
        try:
            self._store.take_back(chosen.summary.id)
        except UserError as error:
            self._status.say(str(error), wrong=True)
        else:
            self._status.say(f"《{chosen.summary.title}》已放回“全部报告”，版本都在。")
        self._refresh()
        self.changed.emit()

    def _ask_to_purge(self) -> None:
        chosen = self._chosen
        if chosen is not None and self._purge.isEnabled():
            text = f"要彻底删除《{chosen.summary.title}》和它的全部版本吗？"
            self._ask(text, "彻底删除", [chosen])

    def _ask_to_clear(self) -> None:
        everything = self._model.rows
        self._ask(
            f"要彻底删除回收站里的{len(everything)}份报告和它们的全部版本吗？", "清空回收站", everything
        )

    def _ask(self, text: str, yes: str, reports: Iterable[Trashed]) -> None:
        ids = tuple(one.summary.id for one in reports)
        details = "会先做一份数据备份，以后可以从那里取出；已经导出的文件不受影响。"
        messages.ask(self, text, details, yes, partial(self._remove, ids))

    def _remove(self, report_ids: tuple[str, ...]) -> None:
        self._status.say("正在备份……")
        self._judge(is_busy=True)
        second = second_backup_folder(self._settings)
        work = partial(purge_reports, self._settings.data_dir, report_ids, second)
        background.run(work, self._show_removed, self._complain, self, waits=True)

    def _show_removed(self, count: int) -> None:
        self._status.say(f"已彻底删除{count}份报告；删除前的备份在“工具”菜单的“数据备份”里。")
        self._refresh()
        self.changed.emit()

    def _complain(self, error: UserError) -> None:
        self._status.say(str(error), wrong=True)
        self._refresh()

    def _make_table(self) -> QTableView:
        table = QTableView()
        dress_table(table, "trash_list", "回收站里的报告")
        choose_rows(table)
        table.setModel(self._model)
        set_widths(table, (0, 4, 10, 12, 4))
        table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        return table  # Return is the default button's

    def _make_buttons(self) -> tuple[QPushButton, QPushButton, QPushButton, QPushButton]:
        back = push_button("trash_back", "放回", self._put_back)
        look.make_main(back)
        back.setDefault(True)
        return (
            back,
            push_button("trash_purge", "彻底删除……", self._ask_to_purge),
            push_button("trash_clear", "清空回收站……", self._ask_to_clear),
            push_button("trash_close", "关闭", self.reject),
        )

    def _lay_out(self) -> None:
        empty = look.quiet_label(_EMPTY)
        empty.setObjectName("trash_empty")
        empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._pages.addWidget(empty)
        self._pages.addWidget(self._table)
        buttons = QDialogButtonBox()
        for button in (self._purge, self._clear):
            buttons.addButton(button, QDialogButtonBox.ButtonRole.ResetRole)
        buttons.addButton(self._close, QDialogButtonBox.ButtonRole.RejectRole)
        buttons.addButton(self._back, QDialogButtonBox.ButtonRole.AcceptRole)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(look.PAGE_MARGIN,) * 4)
        layout.setSpacing(3 * look.SPACE)
        layout.addWidget(look.quiet_label(_ABOUT))
        layout.addWidget(self._pages, 1)
        layout.addWidget(self._status)
        layout.addWidget(buttons)
