"""A page of the manual on paper, black on white whatever the window's palette is."""

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QPixmap, QTextDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

import resources
from ui import dialogs
from ui.printers import plain_printer

_PICTURE_WIDTH = 600
"""Pixels of 1/96 inch: as wide as a page of A4 has room between its margins."""


class ManualPaper(QTextDocument):
    """A page of the manual laid out for paper."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._file = resources.manual_path(f"{name}.md")
        self.setMarkdown(self._file.read_text(encoding="utf-8"))

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        if kind != QTextDocument.ResourceType.ImageResource.value:
            return super().loadResource(kind, name)
        picture = QPixmap(str(self._file.parent / QUrl(name).toString()))
        if picture.width() > _PICTURE_WIDTH:
            picture.setDevicePixelRatio(picture.width() / _PICTURE_WIDTH)
        return picture


def print_page(name: str, parent: QWidget) -> None:
    """Ask for a printer and print a page of the manual."""
    printer = plain_printer()
    dialog = QPrintDialog(printer, parent)
    dialog.setObjectName("manual_print_dialog")
    dialog.setWindowModality(Qt.WindowModality.WindowModal)
    dialog.accepted.connect(lambda: put_on_paper(name, printer))
    dialogs.show(dialog)


def put_on_paper(name: str, printer: QPrinter) -> None:
    """Print a page of the manual."""
    ManualPaper(name).print_(printer)
