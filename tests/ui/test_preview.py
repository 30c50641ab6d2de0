"""预览: the PDF's own pages, following the text."""

from io import BytesIO
from pathlib import Path

from PySide6.QtGui import QPageSize
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QLineEdit

from tests.ui.conftest import Clerk
from ui.preview import Preview, pdf_of, print_pdf


def test_the_preview_shows_every_page_and_follows_changes(clerk: Clerk) -> None:
    clerk.click("open_sample")
    clerk.click("preview")
    preview = clerk.find(Preview, "preview_content")
    clerk.qtbot.waitUntil(lambda: preview.page_count > 1, timeout=30000)

    with clerk.qtbot.waitSignal(preview.shown, timeout=30000):
        clerk.type(clerk.find(QLineEdit, "field:notes"), "此件依申请公开")

    assert preview.page_count > 1


def test_printing_puts_every_page_on_a_sheet(clerk: Clerk, tmp_path: Path) -> None:
    clerk.click("open_sample")
    pdf = pdf_of(clerk.window.view.draft.report)
    printer = QPrinter()
    printer.setResolution(40)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "打印.pdf"))

    assert print_pdf(pdf, printer) == clerk_pages(pdf, tmp_path)
    assert BytesIO(pdf).read(4) == b"%PDF"
    assert pages(tmp_path / "打印.pdf") == clerk_pages(pdf, tmp_path)


def test_printing_goes_on_beside_the_window_on_a4_and_says_so(clerk: Clerk, tmp_path: Path) -> None:
    clerk.click("open_sample")
    clerk.click("print")
    dialog = clerk.find(QPrintDialog, "print_dialog")
    printer = dialog.printer()
    assert printer.pageLayout().pageSize().id() == QPageSize.PageSizeId.A4
    printer.setResolution(40)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "打印.pdf"))
    bar = clerk.window.statusBar()

    dialog.accepted.emit(printer)
    assert bar.currentMessage() == "正在打印……"
    clerk.qtbot.waitUntil(lambda: "交给打印机" in bar.currentMessage(), timeout=30000)

    assert f"已把 {pages(tmp_path / '打印.pdf')} 页" in bar.currentMessage()


def pages(file: Path) -> int:
    document = QPdfDocument()
    document.load(str(file))
    return document.pageCount()


def clerk_pages(pdf: bytes, folder: Path) -> int:
    file = folder / "原件.pdf"
    file.write_bytes(pdf)
    return pages(file)
