"""Pages below each other, to be looked at: which one is in view, how large, what is marked, what is pointed at."""

from collections.abc import Callable
from enum import Enum, auto

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QToolTip

from actions.page_map import Area
from ui import look
from ui.page_painting import paint_mark, paint_paper, paint_picture, wish
from ui.page_pictures import PagePictures
from ui.page_source import PageSource
from ui.page_stack import GAP, PageStack, stacked
from ui.pages_keys import page_key

SMALLEST, LARGEST = 0.25, 5.0
_STEP = 1.25
_STEP_OF_WHEEL = 1.1
_NOTCH = 120
_POINTS_IN_INCH = 72
_HIGHEST, _LOWEST = 0.15, 0.75
"""Between these parts of the view's height a place is brought."""
_POINT_HERE = "点一下，到这一处修改"


class Fit(Enum):
    """What decides how large the pages are."""

    WIDTH = auto()
    PAGE = auto()
    ZOOM = auto()


class PagesView(QAbstractScrollArea):
    """`source` is what is shown. `leads` tells whether a click on a point of a page (from 1; in points) leads anywhere.

    Signals: `moved()` another page is in view, or it has another size; `page_drawn(int)` a page has a new picture;
    `settled(int)` all that is in view is drawn, of so many pages; `failed(UserError)`; `pressed(int, float, float)` a
    page and the point in it; `entered(int)` Return was pressed on a page; `moved_by_hand()` the clerk turned over.
    """

    moved = Signal()
    page_drawn = Signal(int)
    settled = Signal(int)
    failed = Signal(object)
    pressed = Signal(int, float, float)
    entered = Signal(int)
    moved_by_hand = Signal()

    def __init__(self) -> None:
        super().__init__()
        look.named(self, "preview_pages", "报告的页面")
        self.leads: Callable[[int, float, float], bool] = lambda _page, _x, _y: False
        self.fit, self._zoom = Fit.WIDTH, 1.0
        self.source: PageSource | None = None
        self._sizes: tuple[QSizeF, ...] = ()
        self._stack = PageStack((), 0, 0)
        self.marks: tuple[Area, ...] = ()
        self._gone_to = (0, 0)
        self._pictures = PagePictures(self)
        self._pictures.drawn.connect(lambda _page: self.viewport().update())
        self._pictures.drawn.connect(self.page_drawn)
        self._pictures.settled.connect(lambda: self.settled.emit(self.page_count))
        self._pictures.failed.connect(self.failed)
        self.setProperty("bare", True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setBackgroundRole(QPalette.ColorRole.Window)
        self.viewport().setMouseTracking(True)
        self.verticalScrollBar().actionTriggered.connect(lambda _action: self.moved_by_hand.emit())

    @property
    def page_count(self) -> int:
        """How many pages there are."""
        return len(self._sizes)

    @property
    def page(self) -> int:
        """The page in view, from 1; the one gone to, while nobody turns over."""
        page, place = self._gone_to
        if place == self.verticalScrollBar().value() and 1 <= page <= self.page_count:
            return page
        return self._stack.at(self.verticalScrollBar().value() + self.viewport().height() // 3)

    @property
    def zoom(self) -> float:
        """How large the pages are shown; 1 is the size of the paper."""
        if self.fit is Fit.ZOOM or not self._sizes:
            return self._zoom
        widest = max(size.width() for size in self._sizes) * self._pixels_in_point()
        width = max((self.viewport().width() - 2 * GAP) / widest, SMALLEST / 2)
        if self.fit is Fit.WIDTH:
            return width
        highest = max(size.height() for size in self._sizes) * self._pixels_in_point()
        return min(width, max((self.viewport().height() - 2 * GAP) / highest, SMALLEST / 2))

    def show_pages(self, source: PageSource) -> None:
        """Show these pages where the earlier ones were: same place, same size."""
        self.source, self._sizes = source, source.sizes
        self._pictures.show_pages(source)
        self._pile()
        self.moved.emit()

    def mark(self, areas: tuple[Area, ...]) -> None:
        """Mark these parts of pages, and nothing else."""
        self.marks = areas
        self.viewport().update()
        self._look()

    def can_be_seen(self, area: Area) -> bool:
        """Whether a part of a page is in view."""
        place = self.place_of(area).toAlignedRect()
        return self.viewport().rect().adjusted(0, 0, 1, 1).contains(place)

    def bring(self, area: Area, around: Area | None = None) -> None:
        """Bring a part of a page into view where it is not, with as much as there is room for of what is around it."""
        if not 1 <= area.page <= self.page_count or self.can_be_seen(area):
            return
        down, across, height = self.verticalScrollBar(), self.horizontalScrollBar(), self.viewport().height()
        place, first = self.place_of(area), self.place_of(around or area)
        down.setValue(
            round(down.value() + max(first.top() - _HIGHEST * height, place.bottom() - _LOWEST * height))
        )
        if not 0 <= place.left() <= self.viewport().width():
            across.setValue(round(across.value() + place.left() - GAP))

    def go_to(self, page: int) -> None:
        """Bring a page (from 1) to the top of the view."""
        if 1 <= page <= self.page_count:
            self.verticalScrollBar().setValue(self._stack.places[page - 1].top() - GAP)
            self._gone_to = (page, self.verticalScrollBar().value())
            self.moved.emit()

    def fit_width(self) -> None:
        """Make the pages as wide as the view, without leaving the place."""
        self.fit = Fit.WIDTH
        self._pile()

    def fit_page(self) -> None:
        """Make the whole page visible."""
        page, self.fit = self.page, Fit.PAGE
        self._pile()
        self.go_to(page)

    def enlarge(self) -> None:
        """Show the pages a step larger."""
        self._zoom_to(self.zoom * _STEP, QPointF(self.viewport().rect().center()))

    def reduce(self) -> None:
        """Show the pages a step smaller."""
        self._zoom_to(self.zoom / _STEP, QPointF(self.viewport().rect().center()))

    def point_at(self, point: QPointF) -> tuple[int, float, float] | None:
        """The page (from 1) under a point of the view, and the point in it, in points."""
        x, y = self._scroll().x() + point.x(), self._scroll().y() + point.y()
        page = self._stack.at(round(y))
        if not page or not self._stack.places[page - 1].contains(round(x), round(y)):
            return None
        place = self._stack.places[page - 1]
        return page, (x - place.left()) / self._scale, (y - place.top()) / self._scale

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and page_key(event):
            event.accept()  # enlarging is meant for the pages while the keyboard is here
            return True
        return super().event(event)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(
                event.globalPos(), _POINT_HERE if self._leads(QPointF(event.pos())) else "", self
            )
            return True
        return super().viewportEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        do = page_key(event)
        if do is None:
            super().keyPressEvent(event)
        else:
            do(self)
            event.accept()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.moved_by_hand.emit()
            super().wheelEvent(event)
            return
        notches = event.angleDelta().y() / _NOTCH
        self._zoom_to(self.zoom * _STEP_OF_WHEEL**notches, event.position())
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        shape = (
            Qt.CursorShape.PointingHandCursor if self._leads(event.position()) else Qt.CursorShape.ArrowCursor
        )
        self.viewport().setCursor(shape)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and (point := self.point_at(event.position())):
            self.pressed.emit(*point)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._pile()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._look()

    def scrollContentsBy(self, _right: int, _down: int) -> None:
        self.viewport().update()
        self._look()
        self.moved.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        for page in self._pages_in(event.rect()):
            place = self._stack.places[page - 1].translated(-self._scroll())
            paint_paper(painter, place, self.palette())
            if picture := self._pictures.picture(page):
                paint_picture(painter, picture, place, self.devicePixelRatioF())
        for area in self.marks:
            paint_mark(painter, self.place_of(area))

    @property
    def _scale(self) -> float:
        return self.zoom * self._pixels_in_point()

    def _scroll(self) -> QPoint:
        return QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def _pages_in(self, rect: QRect) -> range:
        top = self._scroll().y() + rect.top()
        return self._stack.between(top, top + rect.height())

    def place_of(self, area: Area) -> QRectF:
        """Where a part of a page is in the view."""
        if not 1 <= area.page <= self.page_count:
            return QRectF()
        corner, scale = self._stack.places[area.page - 1].topLeft() - self._scroll(), self._scale
        x, y = corner.x() + area.x_pt * scale, corner.y() + area.y_pt * scale
        return QRectF(x, y, area.width_pt * scale, area.height_pt * scale)

    def _leads(self, point: QPointF) -> bool:
        found = self.point_at(point)
        return found is not None and self.leads(*found)

    def _zoom_to(self, zoom: float, point: QPointF) -> None:
        """Show the pages so large, with what is at a point of the view staying there."""
        self.fit, self._zoom = Fit.ZOOM, min(max(zoom, SMALLEST), LARGEST)
        self._pile(point)

    def _pile(self, point: QPointF | None = None) -> None:
        """Pile the pages up at this size; what is at a point of the view stays there, its top if none."""
        x, y = (point.x(), point.y()) if point else (0.0, 0.0)
        down, across, before = self.verticalScrollBar(), self.horizontalScrollBar(), self._stack
        page = before.at(round(down.value() + y))
        view = self.viewport().size()
        self._stack = stacked(self._sizes, self._scale, view.width())
        across.setRange(0, max(0, self._stack.width - view.width()))
        down.setRange(0, max(0, self._stack.height - view.height()))
        across.setPageStep(view.width())
        down.setPageStep(view.height())
        down.setSingleStep(5 * look.SPACE)
        across.setSingleStep(5 * look.SPACE)
        if page and page <= self.page_count:
            old, new = before.places[page - 1], self._stack.places[page - 1]
            growth = new.height() / max(old.height(), 1)
            down.setValue(round(new.top() + (down.value() + y - old.top()) * growth - y))
            across.setValue(round(new.left() + (across.value() + x - old.left()) * growth - x))
        self.viewport().update()
        self._look()
        self.moved.emit()

    def _look(self) -> None:
        """Ask for pictures of what is in view, and of the pages beside it, where they are not too large for that."""
        view, ratio, scroll = self.viewport().rect(), self.devicePixelRatioF(), self._scroll()
        seen = self._pages_in(view)
        marked = {area.page for area in self.marks}
        first = sorted(seen, key=lambda page: (page not in marked, abs(page - self.page)))
        beside = [page for page in (seen.start - 1, seen.stop) if 1 <= page <= self.page_count]
        places = ((page, self._stack.places[page - 1].translated(-scroll)) for page in first + beside)
        wishes = [wish(page, place, view, ratio) for page, place in places]
        self._pictures.want([one for one in wishes if not one.clip.isEmpty()])

    def _pixels_in_point(self) -> float:
        return self.logicalDpiX() / _POINTS_IN_INCH
