"""打印: what is asked, what is remembered, how it goes, and what the system's own dialog may and may not change."""

from collections.abc import Callable
from pathlib import Path
from threading import Event

import pypdfium2 as pdfium  # type: ignore[import-untyped]
import pytest
from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QPageLayout, QPageRanges, QPageSize
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QSpinBox,
    QWidget,
)
from pytestqt.qtbot import QtBot

from models.version import Occasion
from tests.the_sample import sample_report
from tests.ui.conftest import Clerk
from ui import print_dialog
from ui.pages_view import PagesView
from ui.preview import Preview, pdf_of
from ui.print_dialog import PrintDialog, order_of
from ui.printers import Device
from ui.printing import Order
from ui.settings import DUPLEX, PRINTER, Settings


@pytest.fixture(scope="module")
def pdf() -> bytes:
    return pdf_of(sample_report())


class Office:
    """Two printers that print into files, one of them on both sides; and the dialog before them."""

    def __init__(self, qtbot: QtBot, folder: Path, pdf: bytes) -> None:
        self.qtbot, self.pdf = qtbot, pdf
        self.file = folder / "打印.pdf"
        self.settings = Settings(folder)
        self.devices = (Device("一楼", False, self.make), Device("二楼 双面", True, self.make))

    def make(self) -> QPrinter:
        printer = QPrinter()
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(self.file))
        printer.setResolution(40)
        return printer

    def open(self, make: Callable[[], bytes] | None = None, keep: Callable[[], str] = str) -> PrintDialog:
        dialog = PrintDialog(
            make or (lambda: self.pdf), self.settings, keep=keep, find_devices=lambda: self.devices
        )
        self.qtbot.addWidget(dialog)
        dialog.open()
        self.qtbot.waitUntil(dialog.findChild(QPushButton, "print_start").isEnabled, timeout=30000)
        return dialog

    def print(self, dialog: PrintDialog) -> str:
        """Print and wait; what the dialog says in the end."""
        with self.qtbot.waitSignal(dialog.told, timeout=30000):
            dialog.findChild(QPushButton, "print_start").click()
        return status(dialog)

    def printed(self) -> int:
        document = QPdfDocument()
        document.load(str(self.file))
        return document.pageCount()


@pytest.fixture
def office(qtbot: QtBot, tmp_path: Path, pdf: bytes) -> Office:
    return Office(qtbot, tmp_path, pdf)


def status(dialog: QDialog) -> str:
    return dialog.findChild(QLabel, "print_status").text()


def test_all_pages_are_printed_and_it_is_said(office: Office) -> None:
    dialog = office.open()

    said = office.print(dialog)

    assert said == f"已把 {office.printed()} 面交给打印机。"
    assert office.printed() > 5
    assert dialog.isVisible()


@pytest.mark.parametrize(
    ("which", "pages", "sides"), [("预览中的这一页", "", 1), ("指定页码", "1-3、5", 4), ("双数页", "", None)]
)
def test_only_the_pages_asked_for_are_printed(
    office: Office, which: str, pages: str, sides: int | None
) -> None:
    dialog = office.open()
    dialog.findChild(QLineEdit, "field:print_pages").setText(pages)
    dialog.findChild(QComboBox, "field:print_range").setCurrentText(which)

    office.print(dialog)

    whole = dialog.findChild(Preview, "preview_content").page_count
    assert office.printed() == (whole // 2 if sides is None else sides)


def test_copies_are_printed(office: Office) -> None:
    dialog = office.open()
    dialog.findChild(QComboBox, "field:print_range").setCurrentText("预览中的这一页")
    dialog.findChild(QSpinBox, "field:copies").setValue(3)
    assert dialog.findChild(QCheckBox, "field:collated").isEnabled()

    office.print(dialog)

    assert office.printed() == 3


def test_pages_that_are_none_are_refused_in_words_and_nothing_is_printed(office: Office) -> None:
    dialog = office.open()
    dialog.findChild(QLineEdit, "field:print_pages").setText("99")
    dialog.findChild(QComboBox, "field:print_range").setCurrentText("指定页码")

    dialog.findChild(QPushButton, "print_start").click()

    assert "没有第“99”页" in status(dialog)
    assert not office.file.exists()


def test_typing_pages_chooses_them(office: Office) -> None:
    dialog = office.open()
    field = dialog.findChild(QLineEdit, "field:print_pages")

    office.qtbot.keyClicks(field, "2")

    assert dialog.findChild(QComboBox, "field:print_range").currentText() == "指定页码"


def test_both_sides_are_offered_where_the_printer_can_and_explained_where_not(office: Office) -> None:
    dialog = office.open()
    printer, both = dialog.findChild(QComboBox, "field:printer"), dialog.findChild(QCheckBox, "field:duplex")
    note = dialog.findChild(QLabel, "note:duplex")
    assert (both.isEnabled(), both.isChecked()) == (False, False)
    assert "单数页" in note.text()

    printer.setCurrentText("二楼 双面")
    assert (both.isEnabled(), both.isChecked()) == (True, True)
    assert "左侧装订" in note.text()

    both.setChecked(False)
    dialog.findChild(QSpinBox, "field:copies").setValue(2)
    assert not both.isChecked()


def test_the_printer_and_both_sides_are_remembered(office: Office) -> None:
    dialog = office.open()
    dialog.findChild(QComboBox, "field:printer").setCurrentText("二楼 双面")
    dialog.findChild(QCheckBox, "field:duplex").setChecked(False)
    dialog.findChild(QComboBox, "field:print_range").setCurrentText("预览中的这一页")
    office.print(dialog)

    again = office.open()

    assert office.settings.get(PRINTER) == "二楼 双面"
    assert office.settings.get(DUPLEX) == "0"
    assert again.findChild(QComboBox, "field:printer").currentText() == "二楼 双面"
    assert not again.findChild(QCheckBox, "field:duplex").isChecked()


def test_one_sees_how_far_it_is_and_can_stop_it(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    begun, go_on = Event(), Event()
    real = print_dialog.print_pdf

    def slow(
        pdf: bytes,
        printer: QPrinter,
        order: Order,
        tell: Callable[[int, int], object],
        is_stopped: Callable[[], bool],
    ) -> int:
        def told(done: int, count: int) -> None:
            tell(done, count)
            if done == 2:
                begun.set()
                assert go_on.wait(30)

        return real(pdf, printer, order, told, is_stopped)

    monkeypatch.setattr(print_dialog, "print_pdf", slow)
    office.file.write_bytes(b"before")
    dialog = office.open()
    bar = dialog.findChild(QProgressBar, "print_progress")
    assert not bar.isVisible()
    dialog.findChild(QPushButton, "print_start").click()
    office.qtbot.waitUntil(lambda: bar.value() == 2, timeout=30000)

    assert bar.isVisible()
    assert status(dialog).startswith("正在打印，已送出 2 面，共 ")
    assert not dialog.findChild(QPushButton, "print_start").isEnabled()
    close = dialog.findChild(QPushButton, "print_close")
    assert close.text() == "停止"
    close.click()
    assert dialog.isVisible()
    with office.qtbot.waitSignal(dialog.told, timeout=30000):
        go_on.set()

    assert "已停止，送出了 2 面" in status(dialog)
    assert office.file.read_bytes() == b"before"
    assert close.text() == "关闭"
    close.click()
    assert not dialog.isVisible()


def test_what_is_printed_becomes_a_version_before(
    drafting: Clerk, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(print_dialog, "devices", lambda: office.devices)
    view, store = drafting.window.view, drafting.window.store
    view.ways_out.print_out()
    dialog = drafting.find(PrintDialog, "print_dialog")
    office.qtbot.waitUntil(dialog.findChild(QPushButton, "print_start").isEnabled, timeout=30000)

    said = office.print(dialog)

    assert said == f"已把 {office.printed()} 面交给打印机。"
    (version,) = store.versions("1")
    assert version.kind == Occasion.EXPORT
    assert store.load_version("1", version.number) == view.draft.report


def test_a_version_that_cannot_be_kept_is_said_and_stops_no_printer(office: Office) -> None:
    dialog = office.open(keep=lambda: "磁盘已满。")

    said = office.print(dialog)

    assert said.endswith("没有存成版本：磁盘已满。")
    assert office.printed() > 5


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_fails_is_said_in_words(office: Office, tmp_path: Path) -> None:
    office.file = tmp_path / "没有这里" / "打印.pdf"

    said = office.print(office.open())

    assert "打印机没有接受" in said


def test_without_a_printer_it_is_said_what_to_do(office: Office) -> None:
    dialog = PrintDialog(lambda: office.pdf, office.settings, find_devices=lambda: ())
    office.qtbot.addWidget(dialog)
    dialog.open()
    office.qtbot.waitUntil(dialog.findChild(QPushButton, "print_system").isEnabled, timeout=30000)

    assert "没有找到打印机" in status(dialog)
    assert not dialog.findChild(QPushButton, "print_start").isEnabled()


def test_the_systems_dialog_changes_no_paper_and_no_size(office: Office) -> None:
    dialog = office.open()
    dialog.findChild(QPushButton, "print_system").click()
    system = dialog.findChild(QPrintDialog, "system_print_dialog")
    printer = system.printer()
    printer.setFullPage(False)
    printer.setPageLayout(
        QPageLayout(
            QPageSize(QPageSize.PageSizeId.A5), QPageLayout.Orientation.Landscape, QMarginsF(20, 20, 20, 20)
        )
    )
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 4)

    with office.qtbot.waitSignal(dialog.told, timeout=30000):
        system.accepted.emit(printer)

    document = QPdfDocument()
    document.load(str(office.file))
    assert document.pageCount() == 3
    assert document.pagePointSize(0).toSize().toTuple() == (595, 842)


def test_what_the_systems_dialog_was_told_is_followed(qtbot: QtBot) -> None:
    printer, before = QPrinter(), Order((1,))
    whole = tuple(range(1, 11))
    assert order_of(printer, 10, 4, before) == Order(whole)

    printer.setPrintRange(QPrinter.PrintRange.CurrentPage)
    printer.setCollateCopies(False)
    assert order_of(printer, 10, 4, before) == Order((4,), collated=False)

    ranges = QPageRanges()
    ranges.addRange(2, 3)
    ranges.addPage(9)
    printer.setPageRanges(ranges)
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    assert order_of(printer, 10, 4, before).pages == (2, 3, 9)


def test_the_button_and_the_key_lead_to_the_report_as_it_is_now(
    drafting: Clerk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(print_dialog, "devices", lambda: ())
    drafting.type(drafting.find(QWidget, "field:title"), "云岭县年度报告")

    drafting.click("print")

    dialog = drafting.find(PrintDialog, "print_dialog")
    drafting.qtbot.waitUntil(dialog.findChild(QPushButton, "print_system").isEnabled, timeout=30000)
    pages = dialog.findChild(PagesView, "preview_pages").source
    assert "云岭县年度报告" in pdfium.PdfDocument(pages.pdf)[0].get_textpage().get_text_range()
    drafting.click("print_close")
    assert drafting.window.findChild(QDialog, "print_dialog") is None


def test_everything_in_the_dialog_has_a_name(office: Office) -> None:
    dialog = office.open()

    nameless = [
        (type(widget).__name__, widget.objectName())
        for widget in dialog.findChildren(QWidget)
        if isinstance(widget, QAbstractButton | QComboBox | QSpinBox)
        and not widget.objectName().startswith("qt_")
        and not (widget.objectName() and widget.accessibleName())
    ]
    assert nameless == []


def test_the_buttons_stand_in_the_same_order_as_in_the_other_dialogs(
    drafting: Clerk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(print_dialog, "devices", lambda: ())
    orders = set()
    for way in ("export", "signoff", "print"):
        drafting.click(way)
        dialog = drafting.find(QDialog, f"{way}_dialog")
        start, close = (dialog.findChild(QPushButton, f"{way}_{what}") for what in ("start", "close"))
        orders.add(start.x() < close.x())
        dialog.reject()

    assert len(orders) == 1
