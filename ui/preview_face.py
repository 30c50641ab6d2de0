"""The printed pages in the pane beside the text: they follow the caret, and a click in them leads to its text.

Qt's PDF libraries are loaded when the pages are first shown.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from actions.laying_out import LaidOut
from models.errors import UserError
from models.report import Place
from ui import look
from ui.caret_place import CaretWatch, Spot
from ui.live_pages import LivePages

if TYPE_CHECKING:
    from ui.page_source import LaidOutPages
    from ui.preview import Preview


class PreviewFace(QWidget):
    """Shows the newest layout while it is on screen. Signals: `spot_wanted(Spot)` the clerk clicked on it."""

    spot_wanted = Signal(object)

    def __init__(self, pages: LivePages, caret: CaretWatch, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look.named(self, "preview_face", "预览")
        self._pages, self._caret = pages, caret
        self._preview: Preview | None = None
        self._source: LaidOutPages | None = None
        self._place: Place | None = None
        self._page = 0
        self._is_by_hand = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        pages.laid_out.connect(lambda _found: self._show_if_seen())
        pages.failed.connect(self._complain)
        caret.moved.connect(self._follow_if_seen)

    def show_caret(self) -> None:
        """Bring what the caret is in into view, wherever the clerk has turned to."""
        self._place = None
        self._follow_if_seen()

    def go_to_text(self) -> None:
        """Lead to the text of the page in view."""
        if self._preview is not None:
            self._lead_to_page(self._preview.page)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show_if_seen()

    def _show_if_seen(self) -> None:
        if not self.isVisible():
            return
        preview, found = self._made(), self._pages.newest
        if found is None:
            return
        if self._source is None or self._source.laid_out is not found:
            from ui.page_source import LaidOutPages

            self._source = LaidOutPages(found, self._source)
            preview.show_source(self._source)
        self._follow()

    def _made(self) -> "Preview":
        if self._preview is None:
            from ui import pages_menu
            from ui.preview import Preview

            self._preview = Preview()
            pages_menu.serve(self._preview.pages, leads_to_text=True)
            self._preview.pages.leads = lambda *point: self._spot_at(*point) is not None
            self._preview.pages.pressed.connect(self._lead_to)
            self._preview.pages.entered.connect(self._lead_to_page)
            self._preview.by_hand.connect(self._leave_to_clerk)
            self.layout().addWidget(self._preview)
        return self._preview

    def _complain(self, error: UserError) -> None:
        self._source = None
        if self._preview is not None:
            self._preview.complain(error)

    def _leave_to_clerk(self) -> None:
        self._is_by_hand = True

    def _follow_if_seen(self) -> None:
        if self.isVisible() and self._source is not None:
            self._follow()

    def _follow(self) -> None:
        """Mark what the caret is in and bring it into view; once the clerk turned over himself, only somewhere else."""
        view, found, spot = self._made().pages, self._source.laid_out, self._caret.spot
        place = found.places.printed(spot.place) if spot else None
        area = found.places.where(place, spot.offset) if place else None
        bars = found.places.bars(place) if place else ()
        view.mark(bars)
        if spot is None or area is None:
            return
        if (spot.place, area.page) != (self._place, self._page):
            self._is_by_hand = False
        self._place, self._page = spot.place, area.page
        if not self._is_by_hand:
            view.bring(area, next((bar for bar in bars if bar.page == area.page), None))

    def _spot_at(self, page: int, x_pt: float, y_pt: float) -> Spot | None:
        return _spot(self._source.laid_out.places.at(page, x_pt, y_pt) if self._source else None)

    def _lead_to(self, page: int, x_pt: float, y_pt: float) -> None:
        if spot := self._spot_at(page, x_pt, y_pt):
            self.spot_wanted.emit(spot)

    def _lead_to_page(self, page: int) -> None:
        found: LaidOut | None = self._source.laid_out if self._source else None
        if found and (spot := _spot(found.places.first_on(page))):
            self.spot_wanted.emit(spot)


def _spot(found: tuple[Place, int] | None) -> Spot | None:
    return Spot(*found) if found else None
