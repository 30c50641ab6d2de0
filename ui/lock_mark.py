"""A small padlock beside what is final."""

from functools import cache

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap

_SIZE = 64


@cache
def lock_icon(colour: str) -> QIcon:
    """A closed padlock in a colour (#rrggbb)."""
    picture = QPixmap(_SIZE, _SIZE)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(colour), 6))
    painter.drawArc(QRectF(21, 9, 22, 34), 0, 180 * 16)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawRoundedRect(QRectF(13, 27, 38, 28), 5, 5)
    painter.end()
    return QIcon(picture)
