"""Pictures of pages, drawn beside the window one after the other, the most wanted first."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, QPoint, QRect, QSize, Signal
from PySide6.QtGui import QImage

from models.errors import UserError
from ui import background
from ui.page_source import PageSource

_KEPT_AROUND = 3
"""Pictures of pages farther away from those that are wanted are given up: each takes some megabytes."""


@dataclass(frozen=True, slots=True)
class Wish:
    """A page (from 1) that is to be `scaled` pixels large, of which `clip` is to be seen."""

    page: int
    scaled: QSize
    clip: QRect


@dataclass(frozen=True, slots=True)
class Picture:
    """What was drawn for a wish; `is_old` once the page looks otherwise now."""

    wish: Wish
    image: QImage
    is_old: bool = False

    def fulfils(self, wish: Wish) -> bool:
        """Whether nothing better need be drawn."""
        return not self.is_old and self.wish.scaled == wish.scaled and self.wish.clip.contains(wish.clip)


class PagePictures(QObject):
    """Keeps the old picture of a page until the new one is drawn.

    Signals: `drawn(int)` a page has another picture; `settled()` there is a picture of all that is wanted;
    `failed(UserError)`.
    """

    drawn = Signal(int)
    settled = Signal()
    failed = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._source: PageSource | None = None
        self._pictures: dict[int, Picture] = {}
        self._wishes: tuple[Wish, ...] = ()
        self._is_working = False
        self._is_settled = True

    def show_pages(self, source: PageSource) -> None:
        """Other pages are to be drawn from now on."""
        before, self._source = self._source, source
        self._pictures = {
            page: one if before is not None and source.shows_same(page, before) else replace(one, is_old=True)
            for page, one in self._pictures.items()
            if page <= len(source.sizes)
        }
        self._is_settled = False

    def picture(self, page: int) -> Picture | None:
        """What there is of a page."""
        return self._pictures.get(page)

    def want(self, wishes: Sequence[Wish]) -> None:
        """These pages are looked at now, the most wanted first."""
        if tuple(wishes) != self._wishes:
            self._wishes = tuple(wishes)
            self._is_settled = False
        self._go_on()

    def _go_on(self) -> None:
        if self._is_working or self._source is None:
            return
        wish = next((one for one in self._wishes if not self._is_fulfilled(one)), None)
        if wish is None:
            self._settle()
            return
        self._is_working = True
        source, wish = self._source, _roomy(wish)
        background.run(
            lambda: source.picture(wish.page, wish.scaled, wish.clip),
            lambda image: self._take(source, wish, image),
            self._give_up,
            self,
        )

    def _take(self, source: PageSource, wish: Wish, image: QImage) -> None:
        """What was drawn of an older state is shown all the same: it is newer than what stands there."""
        self._is_working = False
        current = self._source
        if current is not None and wish.page <= len(current.sizes):
            is_old = source is not current and not current.shows_same(wish.page, source)
            self._pictures[wish.page] = Picture(wish, image, is_old)
            self.drawn.emit(wish.page)
        self._go_on()

    def _give_up(self, error: UserError) -> None:
        self._is_working = False
        self._wishes = ()
        self.failed.emit(error)

    def _is_fulfilled(self, wish: Wish) -> bool:
        picture = self._pictures.get(wish.page)
        return picture is not None and picture.fulfils(wish)

    def _settle(self) -> None:
        if self._is_settled:
            return
        self._is_settled = True
        near = [wish.page for wish in self._wishes]
        if near:
            kept = range(min(near) - _KEPT_AROUND, max(near) + _KEPT_AROUND + 1)
            self._pictures = {page: one for page, one in self._pictures.items() if page in kept}
        self.settled.emit()


def _roomy(wish: Wish) -> Wish:
    """With half as much again around it, so that scrolling a little needs no other picture."""
    across, down = wish.clip.width() // 2, wish.clip.height() // 2
    around = wish.clip.adjusted(-across, -down, across, down)
    return replace(wish, clip=around.intersected(QRect(QPoint(), wish.scaled)))
