"""数据: every statistic of the report in one table; the sentences show what stands here."""

from itertools import pairwise

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.effects import Effects
from models.judging import Judgement
from models.quotations import Quotation
from models.report import Report
from ui import look
from ui.charts_pane import ChartsPane
from ui.draft import Draft
from ui.figures_changes import ChangeLine, ChangesPane
from ui.figures_chips import FigureChips
from ui.figures_columns import COLUMNS, NAME, PLACES, VALUE, State
from ui.figures_faces import FiguresFaces
from ui.figures_menu import places_menu, row_menu
from ui.figures_model import FiguresModel
from ui.figures_notes import note
from ui.figures_pasting import FiguresPasting
from ui.figures_rows import FiguresRows, Show
from ui.figures_search import FiguresSearch
from ui.figures_table import FiguresTable
from ui.figures_watch import FiguresWatch
from ui.own_indicator_buttons import OwnIndicatorButtons
from ui.pane import Room
from ui.tables import set_widths

_HINT = "数量照公文写法填，如 179、约682万、98%以上；改了这里，正文和附件里的数字一起改。"
_STATES = {Show.MISSING: State.MISSING, Show.CARRIED: State.CARRIED, Show.TROUBLE: State.TROUBLE}


class FiguresTab(QWidget):
    """The table of figures with its filter; what changed `since` is told.

    Signals: `place_wanted(section key, item path, quote)`.
    """

    place_wanted = Signal(str, tuple, str)

    def __init__(self, draft: Draft, parent: QWidget | None = None, since: Report | None = None) -> None:
        super().__init__(parent)
        look.named(self, "tab:figures", "数据")
        self._draft = draft
        self._complaint = ""
        self._filled, self._is_fresh = -1, False
        self._kept: tuple[str, int, str] = ("", VALUE, "")
        self._can_open_itself = True
        self._model = FiguresModel(draft, self)
        self._rows = FiguresRows(self._model, draft, self)
        self._watch = FiguresWatch(draft, self, since)
        self._table = FiguresTable(self._rows)
        self._pasting = FiguresPasting(draft, self._model, self._table, self)
        set_widths(self._table, tuple(column.characters for column in COLUMNS))
        self._search = FiguresSearch()
        self._chips = FigureChips()
        self._own = OwnIndicatorButtons(draft)
        self._status = look.quiet_label(_HINT)
        look.named(self._status, "figures_status", "说明")
        self._changes = ChangesPane()
        self._line = ChangeLine()
        self._lay_out()
        self._wire()
        self._show_counts()
        if self._model.used_count:
            self._chips.choose(Show.USED)
        self._show_row()

    def reveal(self, indicator_id: str) -> None:
        """Select an indicator's amount of this year, showing all rows if it must."""
        self._faces.show_table()
        if not indicator_id:
            self._table.setFocus()
            return
        row = self._model.row_of(indicator_id)
        if self._rows.shown_row(row) < 0:
            self._search.clear()
            self._rows.open_all()
        if self._rows.shown_row(row) < 0:
            self._chips.choose(Show.USED if self._model.is_used(row) else Show.ALL)
        self._table.setCurrentIndex(self._rows.index(self._rows.shown_row(row), VALUE))
        self._table.setFocus()

    def show_changes(self) -> None:
        """Show what the last change of figures reached."""
        self._can_open_itself = True
        self._faces.show_table()
        self._changes.show()
        self._line.fit(self._changes.isHidden())
        self._changes.focus_table()

    def commit(self) -> None:
        """Take over what is being typed in a cell."""
        self._table.commit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keyboard goes to the table or the charts. A focus proxy would hide what lies beside from the Tab key."""
        super().focusInEvent(event)
        (self._faces.charts or self._table).setFocus(event.reason())

    def _lay_out(self) -> None:
        table = QWidget()
        layout = QVBoxLayout(table)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2 * look.SPACE)
        chips = QHBoxLayout()
        chips.addWidget(self._chips)
        chips.addStretch(1)
        layout.addLayout(chips)
        layout.addWidget(Room(Qt.Orientation.Vertical, self._table, self._changes, 0.38), 1)
        layout.addWidget(self._status)
        layout.addWidget(self._line)
        self._line.fit(self._changes.isHidden())
        self._faces = FiguresFaces((self._search, self._own), table, self._make_charts)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(*(4 * look.SPACE,) * 4)
        whole.addWidget(self._faces)
        order = (
            *self._faces.switches(),
            *self._search.fields(),
            *self._own.buttons(),
            *self._chips.chips(),
            self._table,
        )
        for before, behind in pairwise(order):
            self.setTabOrder(before, behind)

    def _make_charts(self) -> ChartsPane:
        charts = ChartsPane(self._draft)
        charts.figure_wanted.connect(self.reveal)
        return charts

    def _wire(self) -> None:
        self._model.refused.connect(self._complain)
        self._model.accepted.connect(self._note_filled)
        self._table.given_up.connect(self._reassure)
        self._table.typing.connect(self._watch.wait)
        self._draft.changed.connect(lambda _keys: self._reassure())
        self._table.paste_wanted.connect(self._pasting.paste)
        self._pasting.refused.connect(self._complain)
        self._table.clear_wanted.connect(self._clear)
        self._table.opened.connect(self._open)
        self._table.menu_wanted.connect(self._show_menu)
        self._table.selectionModel().currentChanged.connect(self._go_on)
        self._rows.modelAboutToBeReset.connect(self._keep_place)
        self._rows.modelReset.connect(self._go_back)
        self._chips.chosen.connect(self._show_only)
        self._search.searched.connect(self._rows.look_for)
        self._search.grouped.connect(self._rows.group_by)
        self._own.put_in.connect(self.reveal)
        self._own.deleted.connect(self._reassure)
        self._own.refused.connect(self._complain)
        self._watch.paused.connect(self._survey)
        self._watch.judged.connect(self._judge)
        self._watch.affected.connect(self._tell_changes)
        self._watch.outdated.connect(lambda: self._changes.allow_undo(self._watch.can_undo))
        self._line.wanted.connect(self.show_changes)
        self._changes.closed.connect(self._leave_changes)
        self._changes.place_wanted.connect(self.place_wanted)
        self._changes.figure_wanted.connect(self.reveal)
        self._changes.undo_wanted.connect(self._undo_change)

    def _show_only(self, show: Show) -> None:
        self._model.survey()
        self._rows.show_only(show)
        if self._rows.shown_row(self._current_row()) < 0:
            self._table.go_to_first()

    def _survey(self) -> None:
        self._model.survey()
        self._show_counts()

    def _judge(self, judgements: tuple[Judgement, ...]) -> None:
        self._model.judge(judgements)
        self._show_counts()
        self._show_row()

    def _show_counts(self) -> None:
        states = [self._model.states(row) for row in range(self._model.rowCount())]
        self._chips.say({show: sum(state in one for one in states) for show, state in _STATES.items()})

    def _current_row(self) -> int:
        """The model's row that is current, -1 where a head is."""
        return self._rows.model_row(self._table.currentIndex().row())

    def _keep_place(self) -> None:
        here, row = self._table.currentIndex(), self._current_row()
        name = self._model.indicator(row).id if 0 <= row < self._model.rowCount() else ""
        self._kept = (name, max(here.column(), 0), self._rows.head_title(here.row()))

    def _go_back(self) -> None:
        """After the rows were arranged anew, to the row that was current."""
        name, column, head = self._kept
        row = self._rows.shown_row(self._model.row_of(name)) if name else -1
        if row < 0 and head:
            row = next((at for at in self._rows.heads() if self._rows.head_title(at) == head), -1)
        if row >= 0:
            self._table.setCurrentIndex(self._rows.index(row, column))
        self._show_row()

    def _complain(self, sentence: str) -> None:
        self._complaint = sentence
        self._show_row()

    def _reassure(self) -> None:
        self._complain("")

    def _note_filled(self) -> None:
        self._filled, self._is_fresh = self._current_row(), True
        self._reassure()

    def _go_on(self) -> None:
        """What was filled in is spoken of until the clerk goes on a second time: Return itself goes to the next row."""
        self._filled, self._is_fresh = self._filled if self._is_fresh else -1, False
        self._show_row()

    def _show_row(self) -> None:
        """What is wrong: with what was typed, else with the current row's figure."""
        row = self._current_row()
        judged = self._model.judgements(row) if row >= 0 else ()
        troubles = [one.words or one.working for one in judged if one.is_trouble]
        trouble = troubles[0] if troubles else ""
        more = f"（另有 {len(troubles) - 1} 个关系也对不上）" if len(troubles) > 1 else ""
        self._status.setToolTip("\n".join(troubles))
        self._status.setText(self._complaint or trouble + more or self._note(row) or _HINT)
        look.set_wrong(self._status, bool(self._complaint or trouble))
        self._own.fit(self._model.indicator(row) if row >= 0 else None)

    def _note(self, row: int) -> str:
        """Of this row, else of the one filled in last."""
        for one in (row, self._filled):
            if one >= 0 and (
                words := note(self._draft.report, self._model.indicator(one), self._model.figure(one))
            ):
                return words
        return ""

    def _open(self, index: QModelIndex) -> None:
        """A head folds; elsewhere the places that quote the figure are listed."""
        if self._rows.head_title(index.row()):
            self._rows.toggle(index.row())
        elif index.column() in (NAME, PLACES):
            self._list_places()

    def _list_places(self) -> None:
        found = self._model.quotations(self._current_row())
        if not found:
            self._complain("正文和附件都没有引用这个数据；在正文里按 Ctrl+L 可以插入它。")
            return
        menu = places_menu(self._draft.report, found, self._go_to, self)
        at = self._table.visualRect(self._table.currentIndex()).bottomLeft()
        menu.popup(self._table.viewport().mapToGlobal(at))

    def _go_to(self, quotation: Quotation) -> None:
        quote = self._draft.report.printed(quotation.sentence).strip()
        self.place_wanted.emit(quotation.place.section, quotation.place.item, quote)

    def _show_menu(self, at: QPoint) -> None:
        row = self._current_row()
        if row < 0:
            return
        known, rows = self._model.known(row), self._chosen_rows()
        is_carried = any(self._model.figure(one).is_carried for one in rows)
        entries = (
            ("places", "引用处……", bool(known.places), self._list_places),
            ("confirm", "仍适用，不再提示", is_carried, lambda: self._model.confirm(rows)),
            ("copy", "复制", True, self._table.copy),
            ("paste", "粘贴", True, self._table.paste),
        )
        row_menu(entries, self).popup(at)

    def _chosen_rows(self) -> list[int]:
        chosen = {self._rows.model_row(one.row()) for one in self._table.selectionModel().selectedIndexes()}
        return sorted(chosen - {-1} or {self._current_row()})

    def _clear(self, cells: list[QModelIndex]) -> None:
        found = ((self._rows.model_row(cell.row()), cell.column()) for cell in cells)
        self._model.clear([(row, column) for row, column in found if row >= 0])

    def _tell_changes(self, found: Effects) -> None:
        """Filling in a blank is told in one line; where a known amount changed, the list comes up by itself."""
        self._line.say(f"改动 {found.words}")
        self._changes.show_effects(self._draft.report, found, can_undo=self._watch.can_undo)
        if found.is_revision and found.rewritten and self._can_open_itself:
            self._changes.show()
        self._line.fit(self._changes.isHidden())

    def _leave_changes(self) -> None:
        """Once closed the list stays away until it is asked for."""
        self._can_open_itself = False
        self._line.fit(self._changes.isHidden())
        self._table.setFocus()

    def _undo_change(self) -> None:
        if self._watch.can_undo:
            self._draft.undo()
