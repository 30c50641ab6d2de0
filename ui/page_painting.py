"""One page of the preview: what of it is to be drawn, and the picture put where the page is, pixel on pixel."""

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, QSizeF
from PySide6.QtGui import QPainter, QPalette, Qt

from ui import look
from ui.page_pictures import Picture, Wish

_MOST_PIXELS = 12_000_000
"""Of a larger page only what is in view is drawn."""


def pixels(size: QSizeF, ratio: float) -> QSize:
    """A size on screen in the screen's own pixels."""
    return (size * ratio).toSize()


def wish(page: int, place: QRect, view: QRect, ratio: float) -> Wish:
    """What is to be drawn of a page that is at `place` in a view; `ratio` is the screen's pixels for one of ours."""
    scaled = pixels(QSizeF(place.size()), ratio)
    whole = QRect(QPoint(), scaled)
    if scaled.width() * scaled.height() <= _MOST_PIXELS:
        return Wish(page, scaled, whole)
    seen = view.intersected(place).translated(-place.topLeft())
    clip = QRectF(seen.x() * ratio, seen.y() * ratio, seen.width() * ratio, seen.height() * ratio)
    return Wish(page, scaled, clip.toAlignedRect().intersected(whole))


def paint_paper(painter: QPainter, place: QRect, palette: QPalette) -> None:
    """White paper, whatever the palette, with a thin edge."""
    edge = look.mixed(palette.windowText().color(), palette.window().color(), 0.3)
    painter.fillRect(place.adjusted(-1, -1, 1, 1), edge)
    painter.fillRect(place, Qt.GlobalColor.white)


def paint_mark(painter: QPainter, place: QRectF) -> None:
    """A bar of the accent as it reads on white paper."""
    painter.fillRect(place, look.wash(QPalette(Qt.GlobalColor.white), 1.0))


def paint_picture(painter: QPainter, picture: Picture, place: QRect, ratio: float) -> None:
    """A picture at the screen's own pixels where it has the right size; else stretched until the right one is there."""
    wanted, clip = picture.wish.scaled, picture.wish.clip
    is_exact = wanted == pixels(QSizeF(place.size()), ratio)
    across, down = (
        (1 / ratio, 1 / ratio)
        if is_exact
        else (place.width() / wanted.width(), place.height() / wanted.height())
    )
    corner = QPointF(place.left() + clip.left() * across, place.top() + clip.top() * down)
    if is_exact:
        corner = _on_pixel(painter, corner)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, not is_exact)
    painter.drawImage(QRectF(corner, QSizeF(clip.width() * across, clip.height() * down)), picture.image)


def _on_pixel(painter: QPainter, point: QPointF) -> QPointF:
    """The nearest point that is a whole pixel of the screen."""
    device = painter.deviceTransform()
    pixel = device.map(point)
    back, _ = device.inverted()
    return back.map(QPointF(round(pixel.x()), round(pixel.y())))
