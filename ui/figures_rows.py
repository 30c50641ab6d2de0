"""The rows of the table of figures as they are shown: those that fit filter and search, under heads by group."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont, QGuiApplication

from models.report import Report
from models.template import template
from ui import look
from ui.draft import Draft
from ui.figures_cells import cell_flags
from ui.figures_columns import State
from ui.figures_model import FiguresModel
from ui.section_names import section_templates, tab_names

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole

IS_HEAD = Role.UserRole + 1
"""The role under which the head of a group says that it is one."""

_NOBODY = "未定来源单位"
_HEAD_WASH = 0.05


class Grouping(StrEnum):
    """What the rows are put together by."""

    SECTION = "按部分"
    DEPARTMENT = "按来源单位"
    NONE = "不分组"


class Show(StrEnum):
    """Which rows are shown; the last three are the states of `State`."""

    ALL = "全部"
    USED = "本报告用到的"
    MISSING = State.MISSING
    CARRIED = State.CARRIED
    TROUBLE = State.TROUBLE


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a group and the rows of the model that belong to it."""

    title: str
    rows: tuple[int, ...]


class FiguresRows(QAbstractTableModel):
    """The model's rows under their heads. Heads have one cell, in the first column.

    A row stays where it is while the clerk fills it in, even where it fits the filter no longer: it goes when the
    filter is chosen anew (`arrange`), not from under his hands.
    """

    def __init__(self, model: FiguresModel, draft: Draft, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model, self._draft = model, draft
        self._words: list[str] = []
        self._show, self._grouping = Show.ALL, Grouping.SECTION
        self._closed: set[str] = set()
        self._entries: list[Head | int] = []
        self._at: dict[int, int] = {}
        self._head_of: dict[int, int] = {}
        model.modelReset.connect(self.arrange)
        model.dataChanged.connect(self._pass_on)
        self.arrange()

    def arrange(self) -> None:
        """Choose and order the rows anew."""
        self.beginResetModel()
        self._entries = list(self._arranged())
        self._at = {entry: at for at, entry in enumerate(self._entries) if isinstance(entry, int)}
        heads = ((at, entry) for at, entry in enumerate(self._entries) if isinstance(entry, Head))
        self._head_of = {row: at for at, head in heads for row in head.rows}
        self.endResetModel()

    def look_for(self, text: str) -> None:
        """Keep the rows in which every word occurs."""
        self._words = text.split()
        self.arrange()

    def show_only(self, show: Show) -> None:
        """Keep the rows that are so."""
        self._show = show
        self.arrange()

    def group_by(self, grouping: Grouping) -> None:
        """Put the rows together otherwise."""
        self._grouping = grouping
        self.arrange()

    def toggle(self, row: int) -> None:
        """Fold a group up, or open it again."""
        head = self._entries[row]
        if isinstance(head, Head):
            self._closed ^= {head.title}
            self.arrange()

    def open_all(self) -> None:
        """Unfold every group."""
        self._closed.clear()
        self.arrange()

    def heads(self) -> list[int]:
        """The rows that are heads."""
        return [row for row, entry in enumerate(self._entries) if isinstance(entry, Head)]

    def model_row(self, row: int) -> int:
        """The model's row, -1 where a head stands or there is no such row."""
        entry = self._entries[row] if 0 <= row < len(self._entries) else -1
        return entry if isinstance(entry, int) else -1

    def shown_row(self, model_row: int) -> int:
        """Where a row of the model is shown, -1 where it is not."""
        return self._at.get(model_row, -1)

    def head_title(self, row: int) -> str:
        """What the head of a group in this row is called, empty where there is none."""
        entry = self._entries[row] if 0 <= row < len(self._entries) else -1
        return entry.title if isinstance(entry, Head) else ""

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._entries)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else self._model.columnCount()

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> object:
        return self._model.headerData(section, orientation, role)

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        entry = self._entries[index.row()]
        if isinstance(entry, Head):
            return self._head_data(entry, index.column(), role)
        return False if role == IS_HEAD else self._model.cell(entry, index.column(), role)

    def setData(self, index: Index, value: object, role: int = Role.EditRole) -> bool:
        entry = self._entries[index.row()]
        if isinstance(entry, Head):
            return False
        return self._model.setData(self._model.index(entry, index.column()), value, role)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if isinstance(self._entries[index.row()], Head):
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return cell_flags(index.column())

    def _head_data(self, head: Head, column: int, role: int) -> object:
        is_open = head.title not in self._closed
        match role:
            case Role.DisplayRole if column == 0:
                known = self._known_count(head)
                return f"{'▾' if is_open else '▸'} {head.title}　{known}/{len(head.rows)}"
            case Role.AccessibleTextRole if column == 0:
                state, known = "已展开" if is_open else "已收起", self._known_count(head)
                return f"{head.title}，共 {len(head.rows)} 项，已填 {known} 项，{state}"
            case Role.ToolTipRole:
                return f"回车或双击{'收起' if is_open else '展开'}"
            case Role.FontRole:
                font = QFont(QGuiApplication.font())
                font.setBold(True)
                return font
            case Role.BackgroundRole:
                palette = QGuiApplication.palette()
                return look.mixed(palette.text().color(), palette.base().color(), _HEAD_WASH)
            case _:
                return True if role == IS_HEAD else None

    def _known_count(self, head: Head) -> int:
        return sum(self._model.figure(row).value is not None for row in head.rows)

    def _arranged(self) -> Iterator[Head | int]:
        rows = [row for row in range(self._model.rowCount()) if self._fits(row)]
        if self._grouping is Grouping.NONE:
            yield from rows
            return
        for head in grouped(self._model, self._draft.report, rows, self._grouping):
            yield head
            if head.title not in self._closed:
                yield from head.rows

    def _fits(self, row: int) -> bool:
        match self._show:
            case Show.ALL:
                is_wanted = True
            case Show.USED:
                is_wanted = self._model.is_used(row)
            case _:
                is_wanted = State(self._show) in self._model.states(row)
        if not is_wanted or not self._words:
            return is_wanted
        indicator, figure = self._model.indicator(row), self._model.figure(row)
        department = figure.department or indicator.department
        text = "\n".join((indicator.name, department, indicator.topic, *indicator.aliases))
        return all(word in text for word in self._words)

    def _pass_on(self, first: Index, last: Index) -> None:
        """Say of the rows shown, and of their heads, that they may look otherwise."""
        if first.row() != last.row():
            self._say_changed(0, len(self._entries) - 1)
            return
        for row in (self.shown_row(first.row()), self._head_of.get(first.row(), -1)):
            if row >= 0:
                self._say_changed(row, row)

    def _say_changed(self, first: int, last: int) -> None:
        if last >= first:
            self.dataChanged.emit(self.index(first, 0), self.index(last, self.columnCount() - 1))


def grouped(model: FiguresModel, report: Report, rows: list[int], grouping: Grouping) -> list[Head]:
    """The rows put together under heads: sections in printing order, in them topics and departments."""
    kind = template(report.template)
    order = {section.key: at for at, section in enumerate(section_templates(report, kind))}
    names = tab_names(report, kind)
    groups: dict[tuple[str, str, str], list[int]] = {}
    for row in sorted(rows, key=lambda row: order.get(model.indicator(row).section, len(order))):
        indicator = model.indicator(row)
        department = model.figure(row).department or indicator.department or _NOBODY
        section, topic = names.get(indicator.section, "其他"), indicator.topic
        key = ("", "", department) if grouping is Grouping.DEPARTMENT else (section, topic, department)
        groups.setdefault(key, []).append(row)
    topics = list(dict.fromkeys(key[:2] for key in groups))  # departments take turns in a topic's rows
    in_order = sorted(groups, key=lambda key: topics.index(key[:2]))
    return [Head(_title(*key), tuple(groups[key])) for key in in_order]


def _title(section: str, topic: str, department: str) -> str:
    """二 举措成效 · 复议与应诉 · 县司法局; a topic that only says the section's name again is left out."""
    return " · ".join(part for part in (section, "" if topic in section else topic, department) if part)
