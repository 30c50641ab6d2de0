"""预览: the very bytes the PDF exporter writes, page by page."""

from collections.abc import Callable
from io import BytesIO

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QSpinBox, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from models.compose import compose
from models.errors import UserError
from models.report import Report
from models.template import template
from ui import background, icons, look, outlines
from ui.folding_row import FoldingRow
from ui.page_setup import PageSetup
from ui.page_source import PageSource, PdfPages
from ui.pages_view import PagesView

MakePdf = Callable[[], bytes]
"""Makes the pages; runs on any thread."""


def pdf_of(report: Report, setup: PageSetup | None = None) -> bytes:
    """The report as PDF, by the rules and in the fonts chosen for the window. Runs on any thread."""
    from exporters import exporter

    stream = BytesIO()
    rules = setup.rules() if setup else None
    exporter("pdf").write(compose(report, template(report.template)), stream, rules)
    return stream.getvalue()


class Preview(QWidget):
    """Pages with a row to turn them over and to see them larger or smaller; `pages` is where they are seen.

    Signals: `shown(int)` all that is in view of a new state is drawn; the number of its pages. `by_hand()`: the clerk
    turns over himself.
    """

    shown = Signal(int)
    by_hand = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("preview_content")
        self._wanted: MakePdf | None = None
        self._working = False
        self.pages = PagesView()
        self.pages.moved.connect(self._show_place)
        self.pages.settled.connect(self.shown)
        self.pages.failed.connect(self.complain)
        self.pages.moved_by_hand.connect(self.by_hand)
        self._page = _PageBox()
        self._page.valueChanged.connect(self._turn_to)
        self._zoom = look.quiet_label("")
        self._note = look.quiet_label("正在排版……")
        self._note.setObjectName("preview_note")
        self._note.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._note)
        self._stack.addWidget(self.pages)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(look.SPACE)
        self._row = self._make_row()
        layout.addWidget(self._row)
        layout.addWidget(self._stack, 1)

    @property
    def page_count(self) -> int:
        """How many pages are on screen."""
        return self.pages.page_count

    @property
    def page(self) -> int:
        """The page in view, from 1."""
        return self.pages.page

    def fit_page(self) -> None:
        """Show whole pages until another size is chosen."""
        self.pages.fit_page()

    def show_pdf(self, make: MakePdf) -> None:
        """Make the pages beside the window and show them; of several wishes meanwhile the last one counts."""
        self._wanted = make
        if not self._working:
            self._work(make)

    def show_source(self, source: PageSource) -> None:
        """Show pages where the earlier ones were; each stays on screen until its new picture is drawn."""
        self._stack.setCurrentWidget(self.pages)
        self._row.setEnabled(True)
        self.pages.show_pages(source)
        self._show_place()

    def complain(self, error: UserError) -> None:
        """Say in place of the pages why there are none."""
        self._working = False
        self._note.setText(str(error))
        self._stack.setCurrentWidget(self._note)
        self._row.setEnabled(False)

    def _work(self, make: MakePdf) -> None:
        self._working = True
        background.run(lambda: PdfPages(make()), lambda pages: self._show(make, pages), self.complain, self)

    def _show(self, make: MakePdf, pages: PdfPages) -> None:
        self._working = False
        if self._wanted is not make and self._wanted is not None:
            self._work(self._wanted)
            return
        self.show_source(pages)

    def _turn_to(self, page: int) -> None:
        self.by_hand.emit()
        self.pages.go_to(page)

    def _show_place(self) -> None:
        count = self.page_count
        self._page.blockSignals(True)
        self._page.setRange(min(count, 1), count)
        self._page.setSuffix(f" / {count} 页")
        self._page.setValue(self.page if count else 0)
        self._page.blockSignals(False)
        self.pages.setAccessibleDescription(f"第 {self.page} 页，共 {count} 页")
        self._zoom.setText(f"{self.pages.zoom:.0%}")

    def _make_row(self) -> QWidget:
        view = self.pages
        turning = _row_of(
            _button("preview_previous", "page_back", "上一页", lambda: self._turn_to(view.page - 1)),
            self._page,
            _button("preview_next", "page_on", "下一页", lambda: self._turn_to(view.page + 1)),
        )
        self._zoom.setObjectName("preview_zoom")
        self._zoom.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._zoom.setMinimumWidth(10 * look.SPACE)
        sizing = _row_of(
            _button("preview_smaller", "minus", "缩小（Ctrl+减号、Ctrl+滚轮）", view.reduce),
            self._zoom,
            _button("preview_larger", "add", "放大（Ctrl+加号、Ctrl+滚轮）", view.enlarge),
            _button("preview_fit_width", "适合宽度", "页面和窗格一样宽（Ctrl+0）", view.fit_width),
            _button("preview_fit_page", "整页", "看到完整的一页", view.fit_page),
        )
        whole = FoldingRow(turning, sizing, (1, 0), (look.SPACE, 0))
        whole.setEnabled(False)
        return whole


def _row_of(*widgets: QWidget) -> QWidget:
    whole = QWidget()
    row = QHBoxLayout(whole)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(look.SPACE)
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    return whole


class _PageBox(QSpinBox):
    """Which page is in view, and where to type another."""

    def __init__(self) -> None:
        super().__init__()
        look.named(self, "preview_page", "页码")
        self.setToolTip("写页码，跳到那一页")
        self.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
        self.setKeyboardTracking(False)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setMinimumWidth(22 * look.SPACE)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


def _button(name: str, words: str, tip: str, do: Callable[[], object]) -> QToolButton:
    button = QToolButton()
    look.named(button, name, tip.partition("（")[0])
    if words in outlines.ICONS:
        icons.wear(button, words)
    else:
        button.setText(words)
    button.setToolTip(tip)
    button.setAutoRaise(True)
    button.clicked.connect(lambda _checked=False: do())
    return button
