"""打印: the pages as they will come out of the printer, what to print of them, and how far it has got."""

from collections.abc import Callable
from functools import partial
from threading import Event

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from models.errors import UserError
from ui import background, dialogs, look, pages_menu
from ui.buttons import wire
from ui.low_area import LowArea, TightArea
from ui.preflight import left_out_words
from ui.preview import MakePdf, Preview
from ui.print_form import PrintForm
from ui.printers import Device, devices, plain_printer
from ui.printing import Order, print_pdf, set_up
from ui.settings import Settings

_FORM_WIDTH = 68 * look.SPACE
_NO_PRINTER = (
    "这台电脑上没有找到打印机。请接好打印机再打开，或把“签批”“导出”存下的 PDF 拿到有打印机的电脑上打印。"
)


class _Progress(QObject):
    """Brings word from the thread that prints. Signals: `went_on(int, int)` sides done, and of how many."""

    went_on = Signal(int, int)


class PrintDialog(QDialog):
    """Prints the pages that `make` makes; `open()` it, it blocks nothing.

    `keep` is called before, on the thread that prints, and returns what went wrong with it, which hinders nothing.
    `trouble` is what was refused and is not on the pages. Signals: `told(str)` how it ended, in words.
    """

    told = Signal(str)

    def __init__(
        self,
        make: MakePdf,
        settings: Settings,
        parent: QWidget | None = None,
        keep: Callable[[], str] = str,
        *,
        trouble: str = "",
        find_devices: Callable[[], tuple[Device, ...]] | None = None,
    ) -> None:
        super().__init__(parent)
        look.named(self, "print_dialog", "打印")
        self.setWindowTitle("打印")
        self._pdf, self._keep_version = b"", keep
        self._is_stopped = Event()
        self._is_printing = False
        self._form = PrintForm((find_devices or devices)(), settings)
        self._form.changed.connect(self._judge)
        self._preview = Preview()
        pages_menu.serve(self._preview.pages)
        self._status = look.quiet_label("")
        self._status.setWordWrap(True)
        self._status.setObjectName("print_status")
        self._bar = QProgressBar()
        look.named(self._bar, "print_progress", "打印进度")
        self._bar.setTextVisible(False)
        self._bar.hide()
        self._start = QPushButton("打印")
        self._close = QPushButton("关闭")
        self._system = QPushButton("更多打印设置……")
        self._name_buttons()
        self._lay_out()
        words = (left_out_words(trouble) if trouble else "", "" if self._form.device else _NO_PRINTER)
        self._say("\n".join(filter(None, words)), wrong=any(words))
        self._preview.fit_page()
        self._preview.show_pdf(lambda: self._keep(make()))
        self._preview.shown.connect(self._judge)
        self._judge()

    def reject(self) -> None:
        """Close; while something is being printed, stop that first and say how far it went."""
        if self._is_printing:
            self._is_stopped.set()
            self._say("正在停止……", wrong=False)
        else:
            super().reject()

    def _keep(self, pdf: bytes) -> bytes:
        self._pdf = pdf
        return pdf

    def _judge(self) -> None:
        ready = bool(self._preview.page_count) and not self._is_printing
        self._system.setEnabled(ready)
        self._form.setEnabled(not self._is_printing)
        self._start.setEnabled(ready and self._form.device is not None)
        self._close.setText("停止" if self._is_printing else "关闭")

    def _print(self) -> None:
        device = self._form.device
        if device is None:
            return
        try:
            order = self._form.order(self._preview.page_count, self._preview.page)
        except UserError as error:
            self._say(str(error), wrong=True)
            return
        self._form.remember()
        self._begin(device.make(), order)

    def _ask_system(self) -> None:
        """The system's own dialog, for trays and the like; what it says of paper and size is not followed."""
        printer = self._form.device.make() if self._form.device else plain_printer()
        try:
            order = self._form.order(self._preview.page_count, self._preview.page)
            set_up(printer, order)
        except UserError as error:
            self._say(str(error), wrong=True)
            return
        printer.setCopyCount(order.copies)
        dialog = QPrintDialog(printer, self)
        look.named(dialog, "system_print_dialog", "系统的打印设置")
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintCurrentPage)
        dialog.setMinMax(1, self._preview.page_count)
        asked = partial(order_of, printer, self._preview.page_count, self._preview.page, order)
        dialog.accepted.connect(lambda: self._begin(printer, asked()))
        dialogs.show(dialog)

    def _begin(self, printer: QPrinter, order: Order) -> None:
        printer.setDocName("法治年报")
        self._is_stopped.clear()
        self._is_printing = True
        self._bar.setRange(0, 0)
        self._bar.show()
        self._say("正在打印……", wrong=False)
        self._judge()
        progress = _Progress()  # lives as long as the work, whatever becomes of this dialog
        progress.went_on.connect(self._show_progress)
        keep, is_stopped = self._keep_version, self._is_stopped.is_set
        work = partial(print_pdf, self._pdf, printer, order, progress.went_on.emit, is_stopped)
        background.run(lambda: (keep(), work(), progress)[:2], self._finish, self._complain, self)

    def _show_progress(self, done: int, count: int) -> None:
        self._bar.setRange(0, count)
        self._bar.setValue(done)
        if not self._is_stopped.is_set():
            self._say(f"正在打印，已送出 {done} 面，共 {count} 面……", wrong=False)

    def _finish(self, came_of_it: tuple[str, int]) -> None:
        unkept, sides = came_of_it
        more = f"印出的这一份没有存成版本：{unkept}" if unkept else ""
        self._end(f"已把 {sides} 面交给打印机。{more}", wrong=bool(unkept))

    def _complain(self, error: UserError) -> None:
        self._end(str(error), wrong=True)

    def _end(self, sentence: str, *, wrong: bool) -> None:
        self._is_printing = False
        self._bar.hide()
        self._say(sentence, wrong=wrong)
        self._judge()
        self.told.emit(sentence)

    def _say(self, sentence: str, *, wrong: bool) -> None:
        self._status.setText(sentence)
        look.set_wrong(self._status, wrong)

    def _name_buttons(self) -> None:
        for button, name, do in (
            (self._start, "print_start", self._print),
            (self._close, "print_close", self.reject),
            (self._system, "print_system", self._ask_system),
        ):
            wire(button, name, do)
        self._system.setToolTip("选纸盒、纸张类型等；纸张大小和缩放仍按 A4 原大")
        look.make_main(self._start)
        self._start.setDefault(True)
        self._close.setAutoDefault(False)
        self._system.setAutoDefault(False)

    def _lay_out(self) -> None:
        choices, side = QWidget(), QWidget()
        side.setFixedWidth(_FORM_WIDTH)
        above, column = QVBoxLayout(choices), QVBoxLayout(side)
        for one in (above, column):
            one.setContentsMargins(0, 0, 0, 0)
            one.setSpacing(3 * look.SPACE)
        above.addWidget(self._form)
        above.addWidget(self._system, 0, Qt.AlignmentFlag.AlignLeft)
        above.addStretch(1)
        column.addWidget(LowArea(choices), 1)
        column.addWidget(self._status)
        column.addWidget(self._bar)
        buttons = QDialogButtonBox()  # the system's own order, as in every other dialog
        buttons.addButton(self._close, QDialogButtonBox.ButtonRole.RejectRole)
        buttons.addButton(self._start, QDialogButtonBox.ButtonRole.AcceptRole)
        column.addWidget(buttons)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(*(4 * look.SPACE,) * 4)
        layout.setSpacing(6 * look.SPACE)
        layout.addWidget(TightArea(self._preview), 1)
        layout.addWidget(side)
        self.resize(220 * look.SPACE, 160 * look.SPACE)


def order_of(printer: QPrinter, count: int, current: int, before: Order) -> Order:
    """What the system's dialog was told; pages that only the printer's server picks out are all sent to it."""
    ranges = QPrinter.PrintRange
    match printer.printRange():
        case ranges.CurrentPage:
            pages: tuple[int, ...] = (current,)
        case ranges.PageRange:
            pages = _chosen(printer, count)
        case _:
            pages = tuple(range(1, count + 1))
    return Order(
        pages or before.pages,
        printer.copyCount(),
        printer.collateCopies(),
        printer.duplex() is QPrinter.DuplexMode.DuplexLongSide,
    )


def _chosen(printer: QPrinter, count: int) -> tuple[int, ...]:
    ranges = printer.pageRanges()
    if ranges.isEmpty():
        return tuple(range(printer.fromPage() or 1, min(printer.toPage() or count, count) + 1))
    return tuple(page for page in range(1, count + 1) if ranges.contains(page))
