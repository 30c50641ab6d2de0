"""The year words as rows: chosen or not, where, in which words, what stands there, what is to stand there."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Qt, Signal

from models.report import ATTACHMENTS, Place, Report
from models.template import template
from models.year_words import YearWord, carried_texts, year_words
from ui.row_model import Column, Index, RowModel
from ui.section_names import place_name

WORD, CHANGE = 2, 3
_Key = tuple[Place, int, str]


@dataclass(frozen=True)
class PlacedWord:
    """A year word, the name its place has in the report, and its surroundings, with … where they are cut."""

    word: YearWord
    place: str
    context: str


class YearWordsModel(RowModel[PlacedWord]):
    """The box is in the first column. A word without a suggestion is chosen by writing one.

    Signals: `chosen()` other rows are chosen now.
    """

    columns = (
        Column("位置", lambda one: one.place),
        Column("上下文", lambda one: one.context),
        Column("现在", lambda one: one.word.word),
        Column("改为", lambda one: one.word.suggestion or ""),
        Column("怎样核对", lambda one: one.word.advice),
    )
    chosen = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._left_out: set[_Key] = set()

    def show_report(self, report: Report) -> None:
        """Show a report's words; what was chosen and written for those still there stays."""
        written = {_key(one.word): one.word.suggestion for one in self.rows}
        words = [
            replace(one, suggestion=written.get(_key(one), one.suggestion)) for one in year_words(report)
        ]
        texts = dict(carried_texts(report))
        self.show(
            [
                PlacedWord(
                    one, _place(report, one.place), _cut_out(one.quote, report.printed(texts[one.place]))
                )
                for one in words
            ]
        )
        self.chosen.emit()

    def chosen_words(self) -> tuple[YearWord, ...]:
        """Those to be replaced."""
        return tuple(one.word for one in self.rows if self._is_chosen(one.word))

    def tip(self, row: PlacedWord, column: int) -> str:
        return f"{row.word.kind}：{row.word.advice}" if column != CHANGE else "双击可以自己写"

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if index.column() == 0 and self.rows[index.row()].word.suggestion is not None:
            return flags | Qt.ItemFlag.ItemIsUserCheckable
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() == CHANGE else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.CheckStateRole and index.column() == 0:
            is_chosen = self._is_chosen(self.rows[index.row()].word)
            return Qt.CheckState.Checked if is_chosen else Qt.CheckState.Unchecked
        is_edited = role == Qt.ItemDataRole.EditRole
        return super().data(index, Qt.ItemDataRole.DisplayRole if is_edited else role)

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        placed = self.rows[index.row()]
        key = _key(placed.word)
        if role == Qt.ItemDataRole.CheckStateRole and index.column() == 0:
            chosen = Qt.CheckState(value) is Qt.CheckState.Checked
            (self._left_out.discard if chosen else self._left_out.add)(key)
        elif role == Qt.ItemDataRole.EditRole and index.column() == CHANGE:
            text = "".join(str(value).split())
            self.change(index.row(), replace(placed, word=replace(placed.word, suggestion=text or None)))
            self._left_out.discard(key)
        else:
            return False
        self.dataChanged.emit(self.index(index.row(), 0), self.index(index.row(), CHANGE))
        self.chosen.emit()
        return True

    def _is_chosen(self, word: YearWord) -> bool:
        return word.suggestion is not None and _key(word) not in self._left_out


def _key(word: YearWord) -> _Key:
    return word.place, word.start, word.word


def _cut_out(quote: str, text: str) -> str:
    """Part of a text, with … on either side where the text goes on."""
    return f"{'' if text.startswith(quote) else '…'}{quote}{'' if text.endswith(quote) else '…'}"


def _place(report: Report, place: Place) -> str:
    if not place.section:
        return "开头语"
    if place.section == ATTACHMENTS:
        return f"附件{place.item[0]}"
    return place_name(report, template(report.template), place.section, place.item)
