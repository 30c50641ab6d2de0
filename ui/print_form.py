"""What is asked before printing: printer, pages, copies, both sides of the paper."""

from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QCheckBox, QFormLayout, QLabel, QSpinBox, QWidget

from models.errors import UserError
from ui import look
from ui.fields import ChoiceField, LineField
from ui.print_range import pages_of
from ui.printers import Device
from ui.printing import Order
from ui.settings import DUPLEX, PRINTER, Settings

_MOST_COPIES = 999
_NO_PRINTER = "（没有找到打印机）"
_BINDING = "按长边翻转，印好后在左侧装订。"
_BY_HAND = "这台打印机不能自动双面：先印单数页，把纸翻过来放回纸盒，再印双数页。"
_ALWAYS = "A4 纸、纵向、原大，不缩放。"
_NO, _YES = "0", "1"


class Pages(StrEnum):
    """Which pages are printed."""

    ALL = "全部"
    CURRENT = "预览中的这一页"
    ODD = "单数页"
    EVEN = "双数页"
    CHOSEN = "指定页码"


class PrintForm(QWidget):
    """Signals: `changed()`."""

    changed = Signal()

    def __init__(
        self, printers: tuple[Device, ...], settings: Settings, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._devices = printers
        self._settings = settings
        self._printer = ChoiceField()
        self._which = ChoiceField()
        self._pages = LineField()
        self._copies = _Copies()
        self._collated = QCheckBox("逐份打印")
        self._duplex = QCheckBox("双面打印")
        self._about_duplex = look.quiet_label(_BINDING)
        self._name_all()
        self._fill()
        self._lay_out()
        self._fit_device()
        self._judge()

    @property
    def device(self) -> Device | None:
        """The printer chosen; None where there is none."""
        return self._devices[self._printer.currentIndex()] if self._devices else None

    def order(self, count: int, current: int) -> Order:
        """What is wanted of a paper of `count` pages, `current` being in view. Raises UserError in words."""
        pages = self._wanted(count, current)
        if not pages:
            raise UserError(f"全文只有 {count} 页，没有双数页，没有打印；请改选“全部”或“单数页”。")
        return Order(
            pages,
            self._copies.value(),
            self._collated.isChecked(),
            self._duplex.isChecked() and self._can_duplex,
        )

    def remember(self) -> None:
        """Begin with the same printer next time."""
        if self.device:
            self._settings.set(PRINTER, self.device.name)
        if self._can_duplex:
            self._settings.set(DUPLEX, _YES if self._duplex.isChecked() else _NO)

    def _wanted(self, count: int, current: int) -> tuple[int, ...]:
        whole = tuple(range(1, count + 1))
        match Pages(self._which.currentText()):
            case Pages.ALL:
                return whole
            case Pages.CURRENT:
                return (current,)
            case Pages.ODD:
                return whole[::2]
            case Pages.EVEN:
                return whole[1::2]
            case Pages.CHOSEN:
                return pages_of(self._pages.text(), count)

    @property
    def _can_duplex(self) -> bool:
        return self.device is not None and self.device.can_duplex

    def _name_all(self) -> None:
        for widget, name, words in (
            (self._printer, "field:printer", "打印机"),
            (self._which, "field:print_range", "打印范围"),
            (self._pages, "field:print_pages", "指定的页码"),
            (self._copies, "field:copies", "份数"),
            (self._collated, "field:collated", "逐份打印"),
            (self._duplex, "field:duplex", "双面打印"),
        ):
            look.named(widget, name, words)
        self._about_duplex.setObjectName("note:duplex")

    def _fill(self) -> None:
        self._printer.addItems([device.name for device in self._devices] or [_NO_PRINTER])
        self._printer.setEnabled(bool(self._devices))
        self._printer.setCurrentIndex(max(0, self._printer.findText(self._settings.get(PRINTER))))
        self._printer.currentIndexChanged.connect(self._fit_device)
        self._which.addItems(list(Pages))
        self._which.currentIndexChanged.connect(self._judge)
        self._pages.setPlaceholderText("如：1-3、5")
        self._pages.textEdited.connect(lambda _text: self._which.setCurrentText(Pages.CHOSEN))
        self._pages.textChanged.connect(self._judge)
        self._copies.valueChanged.connect(self._judge)
        self._collated.setChecked(True)
        self._collated.setToolTip("印完一份再印下一份；不选则每一页（张）连着印几份。")

    def _lay_out(self) -> None:
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(3 * look.SPACE)
        form.setVerticalSpacing(3 * look.SPACE)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for words, widget in (
            ("打印机", self._printer),
            ("范围", self._which),
            ("", self._pages),
            ("份数", self._copies),
            ("", self._collated),
            ("", self._duplex),
            ("", self._about_duplex),
            ("纸张", QLabel(_ALWAYS)),
        ):
            form.addRow(words, widget)
        for choice in (self._printer, self._which):
            choice.setMinimumHeight(7 * look.SPACE)
            choice.setSizeAdjustPolicy(ChoiceField.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)

    def _fit_device(self) -> None:
        can = self._can_duplex
        self._duplex.setEnabled(can)
        self._duplex.setChecked(can and self._settings.get(DUPLEX) != _NO)
        self._about_duplex.setText(_BINDING if can or not self._devices else _BY_HAND)

    def _judge(self) -> None:
        self._collated.setEnabled(self._copies.value() > 1)
        self.changed.emit()


class _Copies(QSpinBox):
    """How many copies; the wheel does not change them."""

    def __init__(self) -> None:
        super().__init__()
        self.setRange(1, _MOST_COPIES)
        self.setSuffix(" 份")
        self.setMinimumHeight(7 * look.SPACE)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
