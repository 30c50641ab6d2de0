"""The report's figures as rows and columns: one row an indicator, amounts as written, the change reckoned."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from models.change import with_direction
from models.errors import UserError
from models.indicator import Indicator, Kind, catalogue
from models.judging import Judgement
from models.quotations import Quotation, awaited_figures, places, used_indicators
from models.report import Figure, Report
from ui.draft import Draft
from ui.figures_cells import alignment, cell_flags, mixed_inks
from ui.figures_columns import COLUMNS, DEPARTMENT, FigureColumn, Known, State
from ui.figures_filling import Filled, with_block, with_cell, with_value
from ui.figures_tips import tip

_MOST_SINGLE_ROWS = 12
"""Where more rows than these look otherwise, the whole table is drawn anew."""

_GREY = ("单位", "增减", "引用处")

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole


class FiguresModel(QAbstractTableModel):
    """Rows: the whole catalogue in its order, then the report's own indicators.

    What takes longer to find out than a key may take (places, what is missing, relations) is told by `survey` and
    `judge`. What a row shows is reckoned once and kept until something changes it: the table is drawn often, and
    while relations are being judged beside it every call of Python has to wait its turn.

    Signals: `refused(str)` the sentence why a typed text was not taken; `accepted()` when one was.
    """

    refused = Signal(str)
    accepted = Signal()

    def __init__(self, draft: Draft, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._draft = draft
        self._rows: list[str] = []
        self._indicators: list[Indicator] = []
        self._at: dict[str, int] = {}
        self._seen: Report | None = None
        self._figures: dict[str, Figure] = {}
        self._known: dict[int, Known] = {}
        self._texts: dict[int, tuple[str, ...]] = {}
        self._changes_of: dict[str, list[int]] = {}
        self._inks = mixed_inks()
        self._used = self._awaited = frozenset[str]()
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
        self._indicators = [report.indicator(key) or Indicator(key, key, "") for key in self._rows]
        self._known, self._texts, self._changes_of = {}, {}, {}
        for row in range(len(self._rows)):
            if base := self.indicator(row).base:
                self._changes_of.setdefault(base, []).append(row)
        self._look_around()
        self.endResetModel()

    def survey(self) -> None:
        """Find out anew what is used, missing and quoted."""
        if self._looked_at is not self._draft.report:
            self._look_around()
            self._renew()

    def judge(self, judgements: Sequence[Judgement]) -> None:
        """Take over what came of the relations."""
        found: dict[str, list[Judgement]] = {}
        for one in judgements:
            for indicator in one.relation.indicators:
                found.setdefault(indicator, []).append(one)
        self._judgements = {key: tuple(those) for key, those in found.items()}
        self._renew()

    def indicator(self, row: int) -> Indicator:
        """The indicator of a row."""
        return self._indicators[row]

    def figure(self, row: int) -> Figure:
        """The figure of a row, empty when nothing is known of it."""
        if self._seen is not self._draft.report:
            self._seen = self._draft.report
            self._figures = {figure.indicator: figure for figure in self._seen.figures}
        return self._figures.get(self._rows[row]) or Figure(self._rows[row])

    def known(self, row: int) -> Known:
        """Everything a row shows."""
        if row not in self._known:
            indicator, figure = self.indicator(row), self.figure(row)
            if indicator.kind is Kind.CHANGE:
                figure = with_direction(self._draft.report, figure)
            count = len(self.quotations(row))
            self._known[row] = Known(indicator, figure, tuple(self._states(row)), count)
        return self._known[row]

    def states(self, row: int) -> tuple[State, ...]:
        """What the clerk should know of a row, the gravest first."""
        return self.known(row).states

    def _states(self, row: int) -> Iterator[State]:
        figure = self.figure(row)
        if any(one.is_trouble for one in self.judgements(row)):
            yield State.TROUBLE
        if figure.is_carried:
            yield State.CARRIED
        if figure.value is None and figure.indicator in self._awaited:
            yield State.MISSING

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
            return alignment(section)
        return None

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        return self.cell(index.row(), index.column(), role)

    def cell(self, row: int, at: int, role: int) -> object:
        """What `data` says, without an index."""
        match role:
            case Role.DisplayRole | Role.EditRole:
                return self._shown(row)[at]
            case Role.TextAlignmentRole:
                return alignment(at)
            case Role.ForegroundRole:
                return self._ink(row, COLUMNS[at])
            case Role.BackgroundRole:
                return self._wash(row)
            case Role.ToolTipRole:
                return self._tip(row, COLUMNS[at])
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
        self._take(with_block(self._draft.report, [self.known(row) for row in rows], column, block))

    def fill_cells(self, cells: Sequence[tuple[int, int]], text: str) -> None:
        """Put one text into each of the cells (row, column) that can be filled in, as one step."""
        wanted = [(self.indicator(row), column) for row, column in cells if COLUMNS[column].fill]
        self._take(with_value(self._draft.report, wanted, text))

    def _take(self, filled: Filled) -> None:
        """The complaint comes last: the change before it takes an older one away."""
        self._draft.change(f"粘贴 {filled.count} 格数据", filled.report)
        if filled.complaint:
            self.refused.emit(filled.complaint)
        else:
            self.accepted.emit()

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
        return cell_flags(index.column()) if index.isValid() else Qt.ItemFlag.NoItemFlags

    def _look_around(self) -> None:
        self._looked_at = report = self._draft.report
        self._used = frozenset(key for key in used_indicators(report) if report.indicator(key))
        self._awaited = frozenset(awaited_figures(report))
        self._places = places(report)

    def _ink(self, row: int, column: FigureColumn) -> object:
        """Grey: what cannot be typed in, and the catalogue's department while the report names none."""
        if not self._inks.fits:
            self._inks = mixed_inks()
        if column.title == "状态":
            return self._inks.wrong
        is_default = column is COLUMNS[DEPARTMENT] and not self.figure(row).department
        return self._inks.quiet if column.title in _GREY or is_default else None

    def _wash(self, row: int) -> object:
        states = self.states(row)
        if not states:
            return None
        if not self._inks.fits:
            self._inks = mixed_inks()
        if State.TROUBLE in states:
            return self._inks.trouble
        return self._inks.carried if State.CARRIED in states else None

    def _shown(self, row: int) -> tuple[str, ...]:
        """The texts of a row's cells."""
        if row not in self._texts:
            known = self.known(row)
            self._texts[row] = tuple(column.show(known) for column in COLUMNS)
        return self._texts[row]

    def _tip(self, row: int, column: FigureColumn) -> str:
        known = self.known(row)
        return tip(self._draft.report, known, column.title, self.judgements(row), self.quotations(row))

    def _refresh(self, keys: frozenset[str]) -> None:
        figures = {key.removeprefix("figure.") for key in keys if key.startswith("figure.")}
        if "own_indicators" in keys or figures - self._at.keys():
            self.gather()
            return
        rows = {self._at[key] for key in figures}
        for key in figures:
            rows.update(self._changes_of.get(key, ()))
        self._forget(rows)
        self._say_changed(sorted(rows))

    def _renew(self) -> None:
        """Reckon anew what the rows show; those that show something else now are drawn anew."""
        before, self._known = self._known, {}
        changed = [row for row, known in before.items() if self.known(row) != known]
        for row in changed:
            self._texts.pop(row, None)
        self._say_changed(sorted(changed))

    def _forget(self, rows: Iterable[int]) -> None:
        for row in rows:
            self._known.pop(row, None)
            self._texts.pop(row, None)

    def _say_changed(self, rows: Sequence[int]) -> None:
        last = len(COLUMNS) - 1
        if len(rows) > _MOST_SINGLE_ROWS:
            self.dataChanged.emit(self.index(rows[0], 0), self.index(rows[-1], last))
            return
        for row in rows:
            self.dataChanged.emit(self.index(row, 0), self.index(row, last))
