"""The report's figures as rows and columns: one row an indicator, amounts as written, the change reckoned."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication

from models.errors import UserError
from models.indicator import Indicator, catalogue
from models.judging import Judgement
from models.quotations import Quotation, awaited_figures, places, used_indicators
from models.report import Figure, Report
from ui import look
from ui.draft import Draft
from ui.figures_columns import COLUMNS, DEPARTMENT, FigureColumn, Known, State
from ui.figures_filling import with_block, with_cell
from ui.figures_tips import tip

_TROUBLE_WASH, _CARRIED_WASH = 0.14, 0.06

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole


class FiguresModel(QAbstractTableModel):
    """Rows: the whole catalogue in its order, then the report's own indicators.

    What takes longer to find out than a key may take (places, what is missing, relations) is told by `survey` and
    `judge`. Signals: `refused(str)` the sentence why a typed text was not taken; `accepted()` when one was.
    """

    refused = Signal(str)
    accepted = Signal()

    def __init__(self, draft: Draft, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._draft = draft
        self._rows: list[str] = []
        self._at: dict[str, int] = {}
        self._seen: Report | None = None
        self._figures: dict[str, Figure] = {}
        self._used: frozenset[str] = frozenset()
        self._awaited: frozenset[str] = frozenset()
        self._places: Mapping[str, tuple[Quotation, ...]] = {}
        self._judgements: dict[str, tuple[Judgement, ...]] = {}
        self.gather()
        draft.changed.connect(self._refresh)

    def gather(self) -> None:
        """Put the rows in order anew."""
        self.beginResetModel()
        report = self._draft.report
        own = [indicator.id for indicator in report.own_indicators]
        used = [key for key in used_indicators(report) if report.indicator(key)]
        self._rows = list(dict.fromkeys([*catalogue(), *own, *used]))
        self._at = {key: row for row, key in enumerate(self._rows)}
        self._look_around()
        self.endResetModel()

    def survey(self) -> None:
        """Find out anew what is used, missing and quoted."""
        self._look_around()
        self._say_all_changed()

    def judge(self, judgements: Sequence[Judgement]) -> None:
        """Take over what came of the relations."""
        found: dict[str, list[Judgement]] = {}
        for one in judgements:
            for indicator in one.relation.indicators:
                found.setdefault(indicator, []).append(one)
        self._judgements = {key: tuple(those) for key, those in found.items()}
        self._say_all_changed()

    def indicator(self, row: int) -> Indicator:
        """The indicator of a row."""
        found = self._draft.report.indicator(self._rows[row])
        return found or Indicator(self._rows[row], self._rows[row], "")

    def figure(self, row: int) -> Figure:
        """The figure of a row, empty when nothing is known of it."""
        if self._seen is not self._draft.report:
            self._seen = self._draft.report
            self._figures = {figure.indicator: figure for figure in self._seen.figures}
        return self._figures.get(self._rows[row]) or Figure(self._rows[row])

    def known(self, row: int) -> Known:
        """Everything a row shows."""
        key = self._rows[row]
        return Known(self.indicator(row), self.figure(row), self.states(row), len(self._places.get(key, ())))

    def states(self, row: int) -> tuple[State, ...]:
        """What the clerk should know of a row, the gravest first."""
        figure = self.figure(row)
        holds = {
            State.TROUBLE: any(one.is_trouble for one in self.judgements(row)),
            State.CARRIED: figure.is_carried,
            State.MISSING: figure.value is None and figure.indicator in self._awaited,
        }
        return tuple(state for state, is_so in holds.items() if is_so)

    def judgements(self, row: int) -> tuple[Judgement, ...]:
        """The relations a row takes part in, as they were judged last."""
        return self._judgements.get(self._rows[row], ())

    def quotations(self, row: int) -> tuple[Quotation, ...]:
        """The places that quote a row's figure."""
        return self._places.get(self._rows[row], ())

    def row_of(self, indicator_id: str) -> int:
        """The row of an indicator, -1 where it has none."""
        return self._at.get(indicator_id, -1)

    def is_used(self, row: int) -> bool:
        """Whether the report used the indicator when it was surveyed last."""
        return self._rows[row] in self._used

    @property
    def used_count(self) -> int:
        """How many indicators the report uses."""
        return len(self._used)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> object:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Role.DisplayRole:
            return COLUMNS[section].title
        if role == Role.TextAlignmentRole:
            return _alignment(COLUMNS[section])
        return None

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        row, column = index.row(), COLUMNS[index.column()]
        match role:
            case Role.DisplayRole | Role.EditRole:
                return column.show(self.known(row))
            case Role.TextAlignmentRole:
                return _alignment(column)
            case Role.ToolTipRole:
                return tip(
                    self._draft.report,
                    self.known(row),
                    column.title,
                    self.judgements(row),
                    self.quotations(row),
                )
            case Role.ForegroundRole:
                return self._ink(row, column)
            case Role.BackgroundRole:
                return self._wash(row)
            case _:
                return None

    def setData(self, index: Index, value: object, role: int = Role.EditRole) -> bool:
        if role != Role.EditRole or COLUMNS[index.column()].fill is None:
            return False
        try:
            report = with_cell(self._draft.report, self.indicator(index.row()), index.column(), str(value))
        except UserError as error:
            self.refused.emit(str(error))
            return False
        self.accepted.emit()
        words = f"填写“{self.indicator(index.row()).name}”{COLUMNS[index.column()].title}"
        self._draft.change(words, report)
        return True

    def fill_block(self, rows: Sequence[int], column: int, block: Sequence[Sequence[str]]) -> None:
        """Fill `rows` from a column on with a pasted block, as one step; what does not fit is named and left out."""
        filled = with_block(self._draft.report, [self.known(row) for row in rows], column, block)
        if filled.complaint:
            self.refused.emit(filled.complaint)
        else:
            self.accepted.emit()
        self._draft.change(f"粘贴 {filled.count} 格数据", filled.report)

    def clear(self, cells: Sequence[tuple[int, int]]) -> None:
        """Empty the cells (row, column) that can be filled in, as one step."""
        wanted = [(row, column) for row, column in cells if COLUMNS[column].fill]
        report = self._draft.report
        for row, column in wanted:
            report = with_cell(report, self.indicator(row), column, "")
        if wanted:
            name = self.indicator(wanted[0][0]).name
            words = f"清除“{name}”{COLUMNS[wanted[0][1]].title}"
            self._draft.change(words if len(wanted) == 1 else f"清除 {len(wanted)} 格数据", report)
            self.accepted.emit()

    def confirm(self, rows: Sequence[int]) -> None:
        """What was carried over in these rows is still right: it waits for nothing any more."""
        report = self._draft.report
        carried = [self.figure(row) for row in rows if self.figure(row).is_carried]
        for figure in carried:
            report = report.with_figure(replace(figure, is_carried=False))
        if carried:
            self._draft.change(f"{len(carried)} 个数据仍适用", report)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if index.isValid() and COLUMNS[index.column()].fill:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def _look_around(self) -> None:
        report = self._draft.report
        self._used = frozenset(key for key in used_indicators(report) if report.indicator(key))
        self._awaited = frozenset(awaited_figures(report))
        self._places = places(report)

    def _ink(self, row: int, column: FigureColumn) -> object:
        """Grey: what cannot be typed in, and the catalogue's department while the report names none."""
        palette = QGuiApplication.palette()
        if column.title == "状态":
            return look.wrong_colour(palette)
        is_default = column is COLUMNS[DEPARTMENT] and not self.figure(row).department
        if column.title in ("单位", "增减", "引用处") or is_default:
            return look.quiet_colour(palette)
        return None

    def _wash(self, row: int) -> object:
        states, palette = self.states(row), QGuiApplication.palette()
        if State.TROUBLE in states:
            return look.mixed(look.wrong_colour(palette), palette.base().color(), _TROUBLE_WASH)
        return look.wash(palette, _CARRIED_WASH) if State.CARRIED in states else None

    def _refresh(self, keys: frozenset[str]) -> None:
        figures = {key.removeprefix("figure.") for key in keys if key.startswith("figure.")}
        if "own_indicators" in keys or figures - self._at.keys():
            self.gather()
            return
        for indicator_id in figures:
            row = self.row_of(indicator_id)
            self.dataChanged.emit(self.index(row, 0), self.index(row, len(COLUMNS) - 1))

    def _say_all_changed(self) -> None:
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, len(COLUMNS) - 1))


def _alignment(column: FigureColumn) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column.is_amount else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
