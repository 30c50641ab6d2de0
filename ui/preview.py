"""预览: the very bytes the PDF exporter writes, page by page, and printing them."""

from collections.abc import Callable
from io import BytesIO

from PySide6.QtCore import QBuffer, QIODevice, QSize, Qt, Signal
from PySide6.QtGui import QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from models.compose import compose
from models.errors import UserError
from models.report import Report
from models.template import template
from ui import background, dialogs, look

_PRINT_DPI = 300


def pdf_of(report: Report) -> bytes:
    """The report as PDF. Runs on any thread."""
    from exporters import exporter

    stream = BytesIO()
    exporter("pdf").write(compose(report, template(report.template)), stream)
    return stream.getvalue()


class Preview(QWidget):
    """The report's pages, laid out anew on demand.

    Signals: `shown(int)` a new state is on screen, with its number of pages.
    """

    shown = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("preview_content")
        self._wanted: Report | None = None
        self._working = False
        self._document = QPdfDocument(self)
        self._bytes = QBuffer(self)
        self._view = QPdfView()
        look.named(self._view, "preview_pages", "报告的页面")
        self._view.setPageMode(QPdfView.PageMode.MultiPage)
        self._view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self._view.setDocument(self._document)
        self._note = look.quiet_label("正在排版……")
        self._note.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._note)
        self._pages.addWidget(self._view)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._pages)

    @property
    def page_count(self) -> int:
        """How many pages are on screen."""
        return self._document.pageCount()

    def show_report(self, report: Report) -> None:
        """Lay the report out beside the window and show it; of several wishes meanwhile the last one counts."""
        self._wanted = report
        if not self._working:
            self._work(report)

    def _work(self, report: Report) -> None:
        self._working = True
        background.run(lambda: pdf_of(report), lambda pdf: self._show(report, pdf), self._complain, self)

    def _show(self, report: Report, pdf: bytes) -> None:
        self._working = False
        if self._wanted is not report and self._wanted is not None:
            self._work(self._wanted)
            return
        at = self._view.verticalScrollBar().value()
        self._document.close()
        self._bytes.close()
        self._bytes.setData(pdf)
        self._bytes.open(QIODevice.OpenModeFlag.ReadOnly)
        self._document.load(self._bytes)
        self._pages.setCurrentWidget(self._view)
        self._view.verticalScrollBar().setValue(at)
        self.shown.emit(self.page_count)

    def _complain(self, error: UserError) -> None:
        self._working = False
        self._note.setText(str(error))
        self._pages.setCurrentWidget(self._note)


def ask_to_print(report: Report, parent: QWidget, tell: Callable[[str], None]) -> None:
    """Show the system's print dialog, then print the PDF's own pages beside the window; `tell` says how it goes."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))  # GB/T 9704-2012 §5.1
    printer.setResolution(_PRINT_DPI)
    printer.setDocName("法治年报")
    dialog = QPrintDialog(printer, parent)
    look.named(dialog, "print_dialog", "打印")

    def begin() -> None:
        tell("正在打印……")
        background.run(
            lambda: print_pdf(pdf_of(report), printer),
            lambda pages: tell(f"已把 {pages} 页交给打印机。"),
            lambda error: tell(f"没有打印：{error}"),
            parent,
        )

    dialog.accepted.connect(begin)
    dialogs.show(dialog)


def print_pdf(pdf: bytes, printer: QPrinter) -> int:
    """Put the pages of a PDF on sheets, edge to edge; returns how many. Runs on any thread. Raises UserError."""
    source = QBuffer()
    source.setData(pdf)
    source.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(source)
    printer.setFullPage(True)
    painter = QPainter()
    if not painter.begin(printer):
        raise UserError("打印机没有接受这份报告；请检查打印机，或先导出 PDF 再打印。")
    sheet = printer.paperRect(QPrinter.Unit.DevicePixel).toRect()
    first, last = (printer.fromPage() or 1) - 1, printer.toPage() or document.pageCount()
    last = min(last, document.pageCount())
    for page in range(first, last):
        if page > first:
            printer.newPage()
        painter.drawImage(sheet, document.render(page, QSize(sheet.width(), sheet.height())))
    painter.end()
    document.close()
    return last - first
