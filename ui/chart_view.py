"""The charts of a page in the window: painted in the palette's colours, walked through with the arrow keys."""

from math import ceil

from PySide6.QtCore import QEvent, QPoint, QPointF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QScrollArea, QToolTip, QWidget

from models.chart import Chart, ChartPage
from ui import look
from ui.chart_drawing import Drawing
from ui.chart_layout import lay_out, least_width
from ui.chart_painter import ChartPainter, in_pixels, inks_of, metrics_of, prepare

_PAGE = 5
"""Rows that page up and down go."""
_STEPS = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_PageUp: -_PAGE,
    Qt.Key.Key_PageDown: _PAGE,
}


class ChartView(QWidget):
    """One page; one of its rows is current.

    Signals: `row_changed()`; `figure_wanted(indicator id)`; `copy_wanted()`; `menu_wanted(QPoint)` on the screen.
    """

    row_changed = Signal()
    figure_wanted = Signal(str)
    copy_wanted = Signal()
    menu_wanted = Signal(QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look.named(self, "figures_chart", "图")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._page = ChartPage("", "", ())
        self._drawing = Drawing(0, 0)
        self._row = 0

    @property
    def page(self) -> ChartPage:
        """What is shown."""
        return self._page

    @property
    def drawing(self) -> Drawing:
        """Where everything stands."""
        return self._drawing

    @property
    def chart(self) -> Chart | None:
        """The chart the current row belongs to."""
        return self._page.charts[self._drawing.rows[self._row].chart] if self._drawing.rows else None

    @property
    def indicator(self) -> str:
        """The indicator of the current row, "" while there is none."""
        return self._drawing.rows[self._row].indicator if self._drawing.rows else ""

    @property
    def description(self) -> str:
        """The current row as a sentence."""
        return self._drawing.rows[self._row].description if self._drawing.rows else ""

    def show_page(self, page: ChartPage) -> None:
        """Paint another page, or the same with other amounts: then the current row stays."""
        is_same = (page.section, page.topic) == (self._page.section, self._page.topic)
        kept = (self.chart.title if self.chart else "", self.indicator) if is_same else ("", "")
        self._page = page
        self._lay_out()
        keys = [(page.charts[row.chart].title, row.indicator) for row in self._drawing.rows]
        near = (at for at, key in enumerate(keys) if key[1] == kept[1])
        self._row = keys.index(kept) if kept in keys else next(near, 0)
        self._tell()

    def go_to(self, row: int) -> None:
        """Make a row current and bring it into sight."""
        if not self._drawing.rows:
            return
        self._choose(min(max(row, 0), len(self._drawing.rows) - 1))
        box, line = self._drawing.rows[self._row].box, self.fontMetrics().lineSpacing()
        if area := self._area():
            area.ensureVisible(0, int(box.y + box.height / 2), 0, int(box.height / 2) + 2 * line)

    def sizeHint(self) -> QSize:
        return QSize(160 * look.SPACE, int(self._drawing.height))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        inks = inks_of(self.palette())
        painter.fillRect(event.rect(), inks.paper)
        prepare(painter)
        sheet = ChartPainter(painter, in_pixels(self.font()), inks)
        sheet.paint(self._drawing, self._row, has_focus=self.hasFocus())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._lay_out()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._lay_out()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_wanted.emit()
        elif key in _STEPS:
            self.go_to(self._row + _STEPS[key])
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.go_to(0 if key == Qt.Key.Key_Home else len(self._drawing.rows))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.indicator:
            self.figure_wanted.emit(self.indicator)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        row = self._row_near(event.position())
        if row >= 0:
            self._choose(row)  # without scrolling: the second click of a double click must meet the same row

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        at = event.position()
        row = self._drawing.row_at(at.x(), at.y())
        if row >= 0 and event.button() == Qt.MouseButton.LeftButton:
            self.figure_wanted.emit(self._drawing.rows[row].indicator)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Keyboard and self._drawing.rows:
            box = self._drawing.rows[self._row].box
            self.menu_wanted.emit(self.mapToGlobal(QPoint(int(box.x + box.width / 3), int(box.bottom))))
        else:
            self.menu_wanted.emit(event.globalPos())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            row = self._drawing.row_at(event.pos().x(), event.pos().y())
            words = f"{self._drawing.rows[row].description}\n双击或回车去填数" if row >= 0 else ""
            QToolTip.showText(event.globalPos(), words, self)
            return True
        return super().event(event)

    def _choose(self, row: int) -> None:
        self._row = row
        self._tell()

    def _row_near(self, at: QPointF) -> int:
        """The row at a point; beside the rows the first one of the chart that lies there."""
        row, chart = self._drawing.row_at(at.x(), at.y()), self._drawing.chart_at(at.x(), at.y())
        first = (number for number, one in enumerate(self._drawing.rows) if one.chart == chart)
        return row if row >= 0 else next(first, -1)

    def _area(self) -> QScrollArea | None:
        """What scrolls this widget."""
        viewport = self.parentWidget()
        area = viewport.parentWidget() if viewport else None
        return area if isinstance(area, QScrollArea) else None

    def _lay_out(self) -> None:
        metrics = metrics_of(in_pixels(self.font()))
        self._drawing = lay_out(self._page.charts, self._page.remarks, self.width(), metrics)
        self._row = min(self._row, max(len(self._drawing.rows) - 1, 0))
        self.setMinimumSize(ceil(least_width(metrics)), ceil(self._drawing.height))
        self.update()

    def _tell(self) -> None:
        """Say, to whoever listens or has it read out, which row is current."""
        number, count = self._row + 1, len(self._drawing.rows)
        title = self.chart.title if self.chart else ""
        words = f"{title}，{self.description}，第{number}项，共{count}项" if count else ""
        self.setAccessibleDescription(words)
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))
        self.update()
        self.row_changed.emit()
