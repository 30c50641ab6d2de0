"""年份和时效词: the words of carried texts to look at, replaced only where the clerk says so, in one step."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from models.year_words import with_words_replaced
from ui import dialogs, look
from ui.cell_line import CellLine
from ui.draft import Draft
from ui.tables import choose_rows, dress_table, set_widths
from ui.year_words_model import CHANGE, YearWordsModel

_SIZE = (225 * look.SPACE, 130 * look.SPACE)
_AFTER_MS = 300
"""Going through all texts takes longer than a key may."""
_SOME = (
    "照抄的文字里有 {count} 处年份和时效词。打勾的按“改为”替换，“改为”可以自己写；双击其他列，到原处去改。"
)
_DONE = "已替换 {count} 处，可以撤销。"
_NONE = "照抄的文字里没有要核对的年份和时效词了。"


class YearWordsDialog(QDialog):
    """Stays open beside the report. Signals: `place_wanted(Place, quote)`.

    `commit` takes over what is being typed in the report; `notes` are what else there is to say.
    """

    place_wanted = Signal(object, str)

    def __init__(
        self,
        draft: Draft,
        commit: Callable[[], object],
        notes: tuple[str, ...] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        look.named(self, "year_words_dialog", "年份和时效词")
        self.setWindowTitle("年份和时效词")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._draft, self._commit, self._done = draft, commit, ""
        self._notes = look.quiet_label("\n".join(f"· {note}" for note in notes))
        look.named(self._notes, "roll_notes", "结转说明")
        self._notes.setVisible(bool(notes))
        self._about = look.quiet_label(_NONE)
        look.named(self._about, "year_words_about", "说明")
        self._model = YearWordsModel(self)
        self._table = self._make_table()
        self._replace, self._go, self._close = (QPushButton(words) for words in ("替换", "转到", "关闭"))
        self._wire()
        self._lay_out()
        self._late = QTimer(self, singleShot=True, interval=_AFTER_MS)
        self._late.timeout.connect(self._refresh)
        draft.changed.connect(self._notice)
        self._refresh()
        self.resize(*_SIZE)

    def _notice(self) -> None:
        self._done = ""
        self._late.start()

    def _refresh(self) -> None:
        row = self._table.currentIndex().row()
        self._model.show_report(self._draft.report)
        count = self._model.rowCount()
        self._about.setText(self._done + (_SOME.format(count=count) if count else _NONE))
        if count:
            self._table.setCurrentIndex(self._model.index(max(0, min(row, count - 1)), CHANGE))

    def _judge(self) -> None:
        count = len(self._model.chosen_words())
        self._replace.setText(f"替换打勾的 {count} 处" if count else "替换打勾的")
        self._replace.setEnabled(count > 0)
        self._go.setEnabled(self._model.rowCount() > 0)

    def _change(self) -> None:
        self._commit()
        words = self._model.chosen_words()
        self._draft.change(
            f"替换年份和时效词 {len(words)} 处", with_words_replaced(self._draft.report, words)
        )
        self._done = _DONE.format(count=len(words))
        self._refresh()

    def _want(self, index: QModelIndex) -> None:
        if index.isValid():
            word = self._model.rows[index.row()].word
            self.place_wanted.emit(word.place, word.quote)

    def _want_by_click(self, index: QModelIndex) -> None:
        if index.column() != CHANGE:
            self._want(index)

    def _make_table(self) -> QTableView:
        table = QTableView()
        dress_table(table, "year_words_table", "年份和时效词")
        choose_rows(table)
        table.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        table.setItemDelegate(CellLine("year_words_cell", table))
        table.setModel(self._model)
        set_widths(table, (11, 17, 8, 8, 0))
        table.horizontalHeader().setSectionResizeMode(4, QHeaderView.ResizeMode.Stretch)
        return table

    def _wire(self) -> None:
        self._model.chosen.connect(self._judge)
        self._table.doubleClicked.connect(self._want_by_click)
        self._replace.clicked.connect(self._change)
        self._go.clicked.connect(lambda: self._want(self._table.currentIndex()))
        self._close.clicked.connect(self.close)
        look.make_main(self._replace)
        for button, name in (
            (self._replace, "year_words_replace"),
            (self._go, "year_words_go"),
            (self._close, "year_words_close"),
        ):
            button.setAutoDefault(False)
            look.named(button, name, button.text())

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(2 * look.SPACE)
        row.addWidget(look.quiet_label("替换可以撤销；替换过的条目仍是“待更新”，因为文字还没有人看过。"), 1)
        for button in (self._go, self._close, self._replace):
            row.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(4 * look.SPACE,) * 4)
        layout.setSpacing(3 * look.SPACE)
        layout.addWidget(self._notes)
        layout.addWidget(self._about)
        layout.addWidget(self._table, 1)
        layout.addLayout(row)


def show_year_words(
    draft: Draft, commit: Callable[[], object], notes: tuple[str, ...], parent: QWidget
) -> YearWordsDialog:
    """Show the list beside the report, in the place of one that is open already."""
    for earlier in parent.findChildren(YearWordsDialog):
        earlier.close()
    dialog = YearWordsDialog(draft, commit, notes, parent)
    dialogs.show_beside(dialog)
    return dialog
