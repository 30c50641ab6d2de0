"""The pages of a PDF below each other, to be looked at: which one is in view, and how large."""

from PySide6.QtCore import QBuffer, QIODevice, QPointF, Qt, Signal
from PySide6.QtGui import QGuiApplication, QResizeEvent, QWheelEvent
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from shiboken6 import isValid

from ui import look

SMALLEST, LARGEST = 0.25, 5.0
_STEP = 1.25
_STEP_OF_WHEEL = 1.1
_NOTCH = 120
_POINTS_IN_INCH = 72


class PagesView(QPdfView):
    """Signals: `moved()` another page is in view, or it has another size."""

    moved = Signal()

    def __init__(self) -> None:
        super().__init__()
        look.named(self, "preview_pages", "报告的页面")
        self._document = QPdfDocument()  # no child: closing, it speaks to its view, which must be whole then
        self.setDocument(self._document)
        self.setPageMode(QPdfView.PageMode.MultiPage)
        self.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self.pageNavigator().currentPageChanged.connect(lambda _page: self.moved.emit())
        self.zoomFactorChanged.connect(lambda _factor: self.moved.emit())
        self.zoomModeChanged.connect(lambda _mode: self.moved.emit())

    @property
    def page_count(self) -> int:
        """How many pages there are; none once the program ends, when Qt takes the document away first."""
        return self._document.pageCount() if isValid(self._document) else 0

    @property
    def page(self) -> int:
        """The page in view, from 1."""
        return self.pageNavigator().currentPage() + 1

    @property
    def zoom(self) -> float:
        """How large the pages are shown; 1 is the size of the paper."""
        if self.zoomMode() is QPdfView.ZoomMode.Custom or not self.page_count:
            return self.zoomFactor()
        page = self._document.pagePointSize(self.page - 1) * self._pixels_in_point()
        margins = self.documentMargins()
        width = (self.viewport().width() - margins.left() - margins.right()) / page.width()
        if self.zoomMode() is QPdfView.ZoomMode.FitToWidth:
            return width
        return min(width, (self.viewport().height() - self.pageSpacing()) / page.height())

    def show_pdf(self, pdf: bytes) -> None:
        """Show these pages where the earlier ones were: same place, same size."""
        place = (self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        before, self._document = self._document, QPdfDocument()
        source = QBuffer(self._document)
        source.setData(pdf)
        source.open(QIODevice.OpenModeFlag.ReadOnly)
        self._document.load(source)
        self.setDocument(self._document)
        before.deleteLater()
        self.horizontalScrollBar().setValue(place[0])
        self.verticalScrollBar().setValue(place[1])
        self.moved.emit()

    def go_to(self, page: int) -> None:
        """Bring a page (from 1) to the top of the view."""
        if 1 <= page <= self.page_count:
            self.verticalScrollBar().setValue(round(self._top(page)))

    def fit_width(self) -> None:
        """Make the pages as wide as the view, without leaving the place."""
        page = self.page
        into = (self.verticalScrollBar().value() - self._top(page)) / self.zoom
        self.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self.verticalScrollBar().setValue(round(self._top(page) + into * self.zoom))

    def fit_page(self) -> None:
        """Make the whole page visible."""
        page = self.page
        self.setZoomMode(QPdfView.ZoomMode.FitInView)
        self.go_to(page)

    def enlarge(self) -> None:
        """Show the pages a step larger."""
        self._zoom_to(self.zoom * _STEP, self._middle())

    def reduce(self) -> None:
        """Show the pages a step smaller."""
        self._zoom_to(self.zoom / _STEP, self._middle())

    def wheelEvent(self, event: QWheelEvent) -> None:
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().wheelEvent(event)
            return
        notches = event.angleDelta().y() / _NOTCH
        self._zoom_to(self.zoom * _STEP_OF_WHEEL**notches, event.position())
        event.accept()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.moved.emit()

    def _zoom_to(self, zoom: float, point: QPointF) -> None:
        """Show the pages so large, with what is at a point of the view staying there."""
        zoom = min(max(zoom, SMALLEST), LARGEST)
        growth = zoom / self.zoom
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        x, y = (across.value() + point.x()) * growth, (down.value() + point.y()) * growth
        self.setZoomMode(QPdfView.ZoomMode.Custom)
        self.setZoomFactor(zoom)
        across.setValue(round(x - point.x()))
        down.setValue(round(y - point.y()))
        self.moved.emit()

    def _top(self, page: int) -> float:
        """Where a page (from 1) begins, in pixels from the top of all; jump() of Qt's goes to no page it is on."""
        scale, gap = self.zoom * self._pixels_in_point(), self.pageSpacing()
        above = (self._document.pagePointSize(number).height() for number in range(page - 1))
        return sum(int(height * scale) + gap for height in above) + self.documentMargins().top() - gap

    def _middle(self) -> QPointF:
        return QPointF(self.viewport().rect().center())

    @staticmethod
    def _pixels_in_point() -> float:
        return QGuiApplication.primaryScreen().logicalDotsPerInch() / _POINTS_IN_INCH
