"""The printers this PC has, as far as the window must know them."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtPrintSupport import QPrinter, QPrinterInfo


@dataclass(frozen=True, slots=True)
class Device:
    """A printer: what it is called, whether it can print on both sides by itself, and how to begin with it."""

    name: str
    can_duplex: bool
    make: Callable[[], QPrinter]


def devices() -> tuple[Device, ...]:
    """Every printer, the system's own choice first."""
    usual = QPrinterInfo.defaultPrinterName()
    names = sorted(QPrinterInfo.availablePrinterNames(), key=lambda name: (name != usual, name))
    return tuple(_device(QPrinterInfo.printerInfo(name)) for name in names)


def plain_printer() -> QPrinter:
    """What the system's own dialog begins with."""
    return QPrinter(QPrinter.PrinterMode.HighResolution)


def _device(info: QPrinterInfo) -> Device:
    def make() -> QPrinter:
        printer = plain_printer()
        printer.setPrinterName(info.printerName())
        return printer

    return Device(info.printerName(), _LONG_SIDE in info.supportedDuplexModes(), make)


_LONG_SIDE = QPrinter.DuplexMode.DuplexLongSide
