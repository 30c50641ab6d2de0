"""The figures as pictures: the subjects on the left, their charts on the right, and the way to a picture of them."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from models.chart import Chart, ChartPage
from models.charts import chart_pages
from ui import chart_picture, look
from ui.buttons import push_button
from ui.chart_list import ChartList
from ui.chart_saving import save_picture
from ui.chart_view import ChartView
from ui.draft import Draft
from ui.figures_menu import row_menu

_REDRAW_AFTER_MS = 150
_NOTHING = "还没有可以画成图的数据。\n点左上的“表”填上本年数和上年数，这里就会画出图来。"
_HINT = "双击或回车去填数，↑ ↓ 逐项看。"
_KEYS = ("figure.", "section.", "own_indicators")
"""What the charts show, by the beginning of its content key."""


class ChartsPane(QWidget):
    """Follows the draft while it is shown. Signals: `figure_wanted(indicator id)`."""

    figure_wanted = Signal(str)

    def __init__(self, draft: Draft, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look.named(self, "figures_charts", "数据图")
        self._draft = draft
        self._is_due = True
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_REDRAW_AFTER_MS)
        self._timer.timeout.connect(self._draw)
        self._list, self._view = ChartList(), ChartView()
        self._status = look.quiet_label(_HINT)
        look.named(self._status, "charts_status", "说明")
        self._copy = push_button(
            "copy_chart", "复制图片", self._copy_one, "把选中的图复制成图片（Ctrl+C），到 WPS 里粘贴"
        )
        self._save = push_button("save_chart", "另存为图片……", self._save_one, "把选中的图存成PNG或SVG文件")
        self._stack = QStackedWidget()
        self._lay_out()
        self._list.chosen.connect(self._show)
        self._view.row_changed.connect(self._say_row)
        self._view.figure_wanted.connect(self.figure_wanted)
        self._view.copy_wanted.connect(self._copy_one)
        self._view.menu_wanted.connect(self._show_menu)
        draft.changed.connect(self._note)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._view.setFocus(event.reason())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_due:
            self._draw()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._is_due = self._is_due or self._timer.isActive()
        self._timer.stop()

    def _lay_out(self) -> None:
        area = QScrollArea()
        look.named(area, "charts_area", "图")
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidgetResizable(True)
        area.setWidget(self._view)
        tools = QHBoxLayout()
        tools.addWidget(self._status, 1)
        tools.addWidget(self._copy)
        tools.addWidget(self._save)
        right = QVBoxLayout()
        right.addLayout(tools)
        right.addWidget(area, 1)
        drawn = QWidget()
        row = QHBoxLayout(drawn)
        for layout in (tools, right, row):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(2 * look.SPACE)
        row.addWidget(self._list)
        row.addLayout(right, 1)
        nothing = look.quiet_label(_NOTHING)
        look.named(nothing, "charts_nothing", "没有图")
        nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stack.addWidget(drawn)
        self._stack.addWidget(nothing)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)

    def _note(self, keys: frozenset[str]) -> None:
        """Figures are typed one after the other: the charts wait for a pause, and for being seen."""
        if not any(key.startswith(_KEYS) for key in keys):
            return
        self._is_due = True
        if self.isVisible():
            self._timer.start()

    def _draw(self) -> None:
        self._is_due = False
        pages = chart_pages(self._draft.report)
        self._stack.setCurrentIndex(0 if pages else 1)
        self._list.fill(self._draft.report, pages)

    def _show(self, page: ChartPage) -> None:
        self._view.show_page(page)

    def _say_row(self) -> None:
        chart = self._view.chart
        self._say(self._view.description + f"　{_HINT}" if chart else "")
        self._copy.setEnabled(chart is not None)
        self._save.setEnabled(chart is not None)

    def _say(self, words: str) -> None:
        self._status.setText(words)

    def _copy_one(self) -> None:
        if chart := self._view.chart:
            self._copy_all((chart,), f"“{chart.title}”")

    def _copy_all(self, charts: Sequence[Chart], called: str) -> None:
        chart_picture.copy(charts)
        self._say(f"已复制图片：{called}；到 WPS 或 Word 里粘贴就行。")

    def _save_one(self) -> None:
        if chart := self._view.chart:
            self._save_all((chart,), chart.title)

    def _save_all(self, charts: Sequence[Chart], name: str) -> None:
        save_picture(self, charts, name, lambda file: self._say(f"图片已存到“{file}”。"))

    def _show_menu(self, at: QPoint) -> None:
        page, is_drawn = self._view.page, self._view.chart is not None
        name = f"{page.topic}（全部{len(page.charts)}张图）"
        entries = (
            ("copy_chart", "复制图片\tCtrl+C", is_drawn, self._copy_one),
            ("copy_charts", "复制这一页的全部图", is_drawn, partial(self._copy_all, page.charts, name)),
            ("save_chart", "另存为图片……", is_drawn, self._save_one),
            (
                "save_charts",
                "这一页全部另存为图片……",
                is_drawn,
                partial(self._save_all, page.charts, page.topic),
            ),
            ("figure", "去填数\t回车", is_drawn, lambda: self.figure_wanted.emit(self._view.indicator)),
        )
        row_menu(entries, self).popup(at)
