"""Printing: the pages of a PDF on A4 sheets, every point where it is in the PDF, whatever the printer's own margins.

GB/T 9704-2012 §5.1 asks for A4; a page made smaller to fit what a printer can reach would break the measures of §5.2.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QPointF, QRectF, QSizeF
from PySide6.QtGui import QColor, QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter

from actions.progress import StoppedError
from models.errors import UserError
from ui.print_range import sides

_MOST_DPI = 600
"""What office printers have; more only takes time and memory (an A4 page of 600 dpi takes 140 MB)."""

_POINTS_IN_INCH = 72
_FAILED = "打印机没有接受这份报告；报告没有改动，请检查打印机的电源、连线和纸张，或先导出 PDF 再打印。"
_NO_A4 = "这台打印机不能用A4纸，没有打印；公文用A4纸印制，请换一台打印机，或先导出 PDF。"
_BROKEN = "打印成的文件不完整，没有留下它；请检查磁盘是否已满、文件夹能否写入，再打印一次。"


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be printed: pages (from 1) in order, how many copies, copy after copy, on both sides of the paper."""

    pages: tuple[int, ...]
    copies: int = 1
    collated: bool = True
    on_both_sides: bool = False


def set_up(printer: QPrinter, order: Order) -> None:
    """Give a printer its orders, whatever was set before: A4, upright, edge to edge, nothing scaled.

    Called after a system dialog too, for that changes paper and margins. Raises UserError where there is no A4.
    """
    printer.setFullPage(True)
    printer.setPageLayout(
        QPageLayout(QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, QMarginsF())
    )
    printer.setFullPage(True)  # a layout of its own mode was put in place
    if printer.pageLayout().pageSize().id() != QPageSize.PageSizeId.A4:
        raise UserError(_NO_A4)
    printer.setDuplex(
        QPrinter.DuplexMode.DuplexLongSide if order.on_both_sides else QPrinter.DuplexMode.DuplexNone
    )
    printer.setCollateCopies(order.collated)
    printer.setCopyCount(order.copies if printer.supportsMultipleCopies() else 1)


def print_pdf(
    pdf: bytes,
    printer: QPrinter,
    order: Order,
    tell: Callable[[int, int], object] = lambda _done, _all: None,
    is_stopped: Callable[[], bool] = lambda: False,
) -> int:
    """Put the pages of a PDF on sheets; returns how many sides were sent. Runs on any thread.

    `tell` hears how many sides are done, and of how many. Copies are made here where the printer cannot. Raises
    UserError when the printer fails, StoppedError as soon as `is_stopped`; a file that was printed into is whole or
    not there.
    """
    set_up(printer, order)
    copies = 1 if printer.supportsMultipleCopies() else order.copies
    todo = sides(order.pages, copies, collated=order.collated, on_both_sides=order.on_both_sides)
    with _opened(pdf) as document, _whole_file(printer, len(todo)):
        _paint(document, printer, todo, tell, is_stopped)
    return len(todo)


def _paint(
    document: QPdfDocument,
    printer: QPrinter,
    todo: tuple[int | None, ...],
    tell: Callable[[int, int], object],
    is_stopped: Callable[[], bool],
) -> None:
    painter = QPainter()
    if not painter.begin(printer):
        raise UserError(_FAILED)
    painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering)  # letters are no photographs
    try:
        for done, page in enumerate(todo):
            tell(done, len(todo))
            if is_stopped():
                printer.abort()
                raise StoppedError(f"已停止，送出了 {done} 面；打印机里的那些请在打印机上取消。")
            if done and not printer.newPage():
                raise UserError(_FAILED)
            if page is not None:
                _paint_page(document, page - 1, painter, printer.resolution())
            if printer.printerState() is QPrinter.PrinterState.Error:
                raise UserError(_FAILED)
    finally:
        is_ended = painter.end()
    if not is_ended:
        raise UserError(_FAILED)
    tell(len(todo), len(todo))


def _paint_page(document: QPdfDocument, page: int, painter: QPainter, device_dpi: int) -> None:
    """A page from the paper's very corner, in its own size."""
    size = document.pagePointSize(page)
    dpi = min(device_dpi, _MOST_DPI)
    image = document.render(page, _at(size, dpi).toSize())
    if image.isNull():
        raise UserError("内存不够，这一页没有打印；请关闭别的程序再试，或先导出 PDF。")
    painter.drawImage(QRectF(QPointF(), _at(size, device_dpi)), _on_white(image), QRectF(image.rect()))


def _at(size_pt: QSizeF, dpi: int) -> QSizeF:
    """A size in points as dots."""
    return QSizeF(size_pt.width() * dpi / _POINTS_IN_INCH, size_pt.height() * dpi / _POINTS_IN_INCH)


def _on_white(image: QImage) -> QImage:
    """The same picture on paper instead of on nothing, in the same memory."""
    brush = QPainter(image)
    brush.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationOver)
    brush.fillRect(image.rect(), QColor("white"))
    brush.end()
    image.reinterpretAsFormat(QImage.Format.Format_RGB32)
    return image


@contextmanager
def _opened(pdf: bytes) -> Iterator[QPdfDocument]:
    source = QBuffer()
    source.setData(pdf)
    source.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(source)
    yield document
    document.close()


@contextmanager
def _whole_file(printer: QPrinter, pages: int) -> Iterator[None]:
    """Where the printer is a file: it takes its name only when it is complete."""
    name = printer.outputFileName()
    if not name:
        yield
        return
    target = Path(name)
    unfinished = target.with_name(f".{target.name}.unfinished")
    kind = printer.outputFormat()
    printer.setOutputFileName(str(unfinished))
    printer.setOutputFormat(kind)
    try:
        yield
        if kind is QPrinter.OutputFormat.PdfFormat and _page_count(unfinished) != pages:
            raise UserError(_BROKEN)
        unfinished.replace(target)
    except OSError as error:
        raise UserError(_BROKEN) from error
    finally:
        unfinished.unlink(missing_ok=True)
        printer.setOutputFileName(name)


def _page_count(file: Path) -> int:
    document = QPdfDocument()
    document.load(str(file))
    count = document.pageCount()
    document.close()  # Windows renames no file that is open
    return count
