"""The printed pages in the pane beside the text; Qt's PDF libraries are loaded when they are first shown."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.report import Report
from ui import look
from ui.page_setup import page_setup
from ui.settings import Settings

if TYPE_CHECKING:
    from ui.preview import Preview


class PreviewFace(QWidget):
    """Shows a report's pages while it is on screen."""

    def __init__(self, report: Report, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look.named(self, "preview_face", "预览")
        self._report, self._settings = report, settings
        self._preview: Preview | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)

    def refresh(self, report: Report) -> None:
        """Bring the pages up to date, at once if they are on screen."""
        self._report = report
        if self.isVisible():
            self._show()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show()

    def _show(self) -> None:
        from ui.preview import Preview, pdf_of

        if self._preview is None:
            self._preview = Preview()
            self.layout().addWidget(self._preview)
        self._preview.show_pdf(partial(pdf_of, self._report, page_setup(self._settings)))
