"""The year words as rows: chosen or not, where, in which words, what stands there, what is to stand there."""

from dataclasses import replace

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from models.report import ATTACHMENTS, Place, Report
from models.template import template
from models.year_words import YearWord, year_words
from ui.section_names import place_name

Index = QModelIndex | QPersistentModelIndex

HEADERS = ("位置", "上下文", "现在", "改为", "怎样核对")
WORD, CHANGE = 2, 3
_Key = tuple[Place, int, str]


class YearWordsModel(QAbstractTableModel):
    """The box is in the first column. A word without a suggestion is chosen by writing one.

    Signals: `chosen()` other rows are chosen now.
    """

    chosen = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words: list[YearWord] = []
        self._places: list[str] = []
        self._left_out: set[_Key] = set()

    def show_report(self, report: Report) -> None:
        """Show a report's words; what was chosen and written for those still there stays."""
        written = {_key(word): word.suggestion for word in self._words}
        self.beginResetModel()
        self._words = [
            replace(word, suggestion=written.get(_key(word), word.suggestion)) for word in year_words(report)
        ]
        self._places = [_place(report, word.place) for word in self._words]
        self.endResetModel()
        self.chosen.emit()

    def word(self, row: int) -> YearWord:
        """The word of a row."""
        return self._words[row]

    def chosen_words(self) -> tuple[YearWord, ...]:
        """Those to be replaced."""
        return tuple(word for word in self._words if self._is_chosen(word))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._words)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return len(HEADERS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return HEADERS[section]
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if index.column() == 0 and self._words[index.row()].suggestion is not None:
            return flags | Qt.ItemFlag.ItemIsUserCheckable
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() == CHANGE else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        word = self._words[index.row()]
        if role == Qt.ItemDataRole.CheckStateRole and index.column() == 0:
            return Qt.CheckState.Checked if self._is_chosen(word) else Qt.CheckState.Unchecked
        texts = (self._places[index.row()], word.quote, word.word, word.suggestion or "", word.advice)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return texts[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{word.kind}：{word.advice}" if index.column() != CHANGE else "双击可以自己写"
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        word = self._words[index.row()]
        if role == Qt.ItemDataRole.CheckStateRole and index.column() == 0:
            chosen = Qt.CheckState(value) is Qt.CheckState.Checked
            (self._left_out.discard if chosen else self._left_out.add)(_key(word))
        elif role == Qt.ItemDataRole.EditRole and index.column() == CHANGE:
            text = "".join(str(value).split())
            self._words[index.row()] = replace(word, suggestion=text or None)
            self._left_out.discard(_key(word))
        else:
            return False
        self.dataChanged.emit(self.index(index.row(), 0), self.index(index.row(), CHANGE))
        self.chosen.emit()
        return True

    def _is_chosen(self, word: YearWord) -> bool:
        return word.suggestion is not None and _key(word) not in self._left_out


def _key(word: YearWord) -> _Key:
    return word.place, word.start, word.word


def _place(report: Report, place: Place) -> str:
    if not place.section:
        return "开头语"
    if place.section == ATTACHMENTS:
        return f"附件{place.item[0]}"
    return place_name(report, template(report.template), place.section, place.item)
