"""The report's figures as a table: one row an indicator, amounts as written, the change reckoned."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication

from actions.drafting import amount_of
from models.atoms import visible
from models.change import change
from models.errors import UserError
from models.indicator import Indicator, Kind, catalogue
from models.linked_text import links
from models.quantity import Quantity, plain
from models.report import Figure, Report, texts
from ui import look
from ui.draft import Draft

_MOST_COMPLAINTS = 2

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class FigureColumn:
    """A column: its title, what it shows, and how a typed text changes the figure (None: not to be typed in)."""

    title: str
    characters: int
    show: Callable[[Indicator, Figure], str]
    fill: Callable[[Indicator, Figure, str], Figure] | None = None
    is_amount: bool = False


def _amount(quantity: Quantity | None) -> str:
    return str(quantity) if quantity else ""


def _difference(indicator: Indicator, figure: Figure) -> str:
    changed = change(indicator, figure)
    if changed is None:
        return ""
    if changed.percent is not None:
        return f"{changed.percent:+f}%" if changed.percent else "持平"
    return f"{plain(changed.difference)}{'个百分点' if indicator.kind is Kind.RATE else indicator.unit}"


COLUMNS = (
    FigureColumn("指标", 20, lambda indicator, _: indicator.name),
    FigureColumn("单位", 4, lambda indicator, _: indicator.unit),
    FigureColumn(
        "本年",
        8,
        lambda _, figure: _amount(figure.value),
        lambda indicator, figure, text: replace(figure, value=amount_of(indicator, text)),
        is_amount=True,
    ),
    FigureColumn(
        "上年",
        8,
        lambda _, figure: _amount(figure.last),
        lambda indicator, figure, text: replace(figure, last=amount_of(indicator, text)),
        is_amount=True,
    ),
    FigureColumn("增减", 7, _difference, is_amount=True),
    FigureColumn(
        "来源单位",
        13,
        lambda indicator, figure: figure.department or indicator.department,
        lambda _, figure, text: replace(figure, department=text.strip()),
    ),
    FigureColumn(
        "依据",
        10,
        lambda _, figure: figure.evidence,
        lambda _, figure, text: replace(figure, evidence=text.strip()),
    ),
    FigureColumn(
        "备注", 8, lambda _, figure: figure.note, lambda _, figure, text: replace(figure, note=text.strip())
    ),
)


def used_indicators(report: Report) -> list[str]:
    """The indicators with anything known of them or quoted in a text, in the order of the texts, then of the table."""
    quoted = [link.figure for _, text in texts(report) for link in links(text)]
    quoted += [link.figure for one in report.attachments for text in one.paragraphs for link in links(text)]
    known = [figure.indicator for figure in report.figures if figure != Figure(figure.indicator)]
    own = [indicator.id for indicator in report.own_indicators]
    return list(dict.fromkeys([*quoted, *known, *own]))


def missing_figures(report: Report) -> list[str]:
    """The indicators a text quotes without an amount being known: they print as 〔name〕."""
    quoted = {link.figure for _, text in texts(report) for link in links(text) if not link.face}
    return [key for key in used_indicators(report) if key in quoted and report.figure(key).value is None]


class FiguresModel(QAbstractTableModel):
    """Rows: the indicators the report uses, then the rest of the catalogue.

    Signals: `refused(str)` the sentence why a typed text was not taken; `accepted()` when one was.
    """

    refused = Signal(str)
    accepted = Signal()

    def __init__(self, draft: Draft, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._draft = draft
        self._rows: list[str] = []
        self._used: frozenset[str] = frozenset()
        self.gather()
        draft.changed.connect(self._refresh)

    def gather(self) -> None:
        """Put the rows in order anew."""
        self.beginResetModel()
        used = [key for key in used_indicators(self._draft.report) if self._draft.report.indicator(key)]
        self._used = frozenset(used)
        self._rows = list(dict.fromkeys([*used, *catalogue()]))
        self.endResetModel()

    def indicator(self, row: int) -> Indicator:
        """The indicator of a row."""
        found = self._draft.report.indicator(self._rows[row])
        return found or Indicator(self._rows[row], self._rows[row], "")

    def row_of(self, indicator_id: str) -> int:
        """The row of an indicator, -1 where it has none."""
        return self._rows.index(indicator_id) if indicator_id in self._rows else -1

    def is_used(self, row: int) -> bool:
        """Whether the report used the indicator when the rows were gathered."""
        return self._rows[row] in self._used

    @property
    def used_count(self) -> int:
        """How many indicators the report uses."""
        return len(self._used)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return len(COLUMNS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return COLUMNS[section].title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(COLUMNS[section])
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        column = COLUMNS[index.column()]
        indicator = self.indicator(index.row())
        figure = self._draft.report.figure(indicator.id)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return column.show(indicator, figure)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return (
                f"{indicator.name}（{indicator.unit}）"
                if index.column() == 0
                else column.show(indicator, figure)
            )
        if role == Qt.ItemDataRole.ForegroundRole and self._is_quiet(column, figure):
            return look.quiet_colour(QGuiApplication.palette())
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole or COLUMNS[index.column()].fill is None:
            return False
        before = self._draft.report
        try:
            report = self._filled(before, index.row(), index.column(), str(value))
        except UserError as error:
            self.refused.emit(str(error))
            return False
        self.accepted.emit()
        words = f"填写“{self.indicator(index.row()).name}”{COLUMNS[index.column()].title}"
        self._draft.change(words, report)
        return True

    def fill_block(self, rows: Sequence[int], column: int, block: Sequence[Sequence[str]]) -> None:
        """Fill `rows` from a column on with a pasted block, as one step; what does not fit is named and left out."""
        columns = [at for at in range(column, len(COLUMNS)) if COLUMNS[at].fill]
        report, complaints, count = self._draft.report, [], 0
        for row, cells in zip(rows, block, strict=False):
            for at, text in zip(columns, cells, strict=False):
                try:
                    report = self._filled(report, row, at, text)
                    count += 1
                except UserError as error:
                    complaints.append(str(error))
        if len(block) > len(rows):
            complaints.append(
                f"表格只到“{self.indicator(rows[-1]).name}”，后面 {len(block) - len(rows)} 行没有粘贴。"
            )
        widest = max(map(len, block))
        if widest > len(columns):
            complaints.append(f"右边 {widest - len(columns)} 列没有地方，没有粘贴。")
        if complaints:
            self.refused.emit(_in_short(complaints))
        else:
            self.accepted.emit()
        self._draft.change(f"粘贴 {count} 格数据", report)

    def _filled(self, report: Report, row: int, column: int, text: str) -> Report:
        """The report with one cell filled in. Raises UserError, naming the indicator, for what does not fit."""
        declared, indicator = COLUMNS[column], self.indicator(row)
        figure = report.figure(indicator.id)
        if declared.fill is None or text.strip() == declared.show(indicator, figure):
            return report
        try:
            filled = declared.fill(indicator, figure, visible(text).replace("\n", ""))
        except UserError as error:
            named = (
                str(error) if indicator.name in str(error) else f"“{indicator.name}”{declared.title}：{error}"
            )
            raise UserError(named) from error
        return report.with_figure(filled)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if index.isValid() and COLUMNS[index.column()].fill:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def _is_quiet(self, column: FigureColumn, figure: Figure) -> bool:
        """Grey: what cannot be typed in, and the catalogue's department while the report names none."""
        return column.title in ("单位", "增减") or (column.title == "来源单位" and not figure.department)

    def _refresh(self, keys: frozenset[str]) -> None:
        known = set(self._rows)
        figures = {key.removeprefix("figure.") for key in keys if key.startswith("figure.")}
        if "own_indicators" in keys or figures - known:
            self.gather()
            return
        for indicator_id in figures:
            row = self.row_of(indicator_id)
            self.dataChanged.emit(self.index(row, 0), self.index(row, len(COLUMNS) - 1))


def _in_short(complaints: Sequence[str]) -> str:
    """The first complaints in full, the others counted."""
    more = len(complaints) - _MOST_COMPLAINTS
    return "".join(complaints[:_MOST_COMPLAINTS]) + (f"另有 {more} 处也没有粘贴。" if more > 0 else "")


def _alignment(column: FigureColumn) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column.is_amount else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
