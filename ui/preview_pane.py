"""The pane with the printed pages; Qt's PDF libraries are loaded when it is first shown."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from models.report import Report
from ui.page_setup import page_setup
from ui.pane import Pane
from ui.settings import Settings

if TYPE_CHECKING:
    from ui.preview import Preview


class PreviewPane(Pane):
    """Shows a report's pages while it is open."""

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__("preview_pane", "预览", parent)
        self._settings = settings
        self._preview: Preview | None = None

    def begin(self, report: Report) -> None:
        """Show the pane with these pages."""
        self.show()
        if self._preview is None:
            from ui.preview import Preview

            self._preview = Preview()
            self.put_in(self._preview)
        self._show(report)

    def refresh(self, report: Report) -> None:
        """Bring the pages up to date, if they are on screen."""
        if self._preview is not None and self.isVisible():
            self._show(report)

    def _show(self, report: Report) -> None:
        from ui.preview import pdf_of

        assert self._preview is not None
        self._preview.show_pdf(partial(pdf_of, report, page_setup(self._settings)))
