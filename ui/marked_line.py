"""A line of text in a list with some of its words marked; what is too long is cut so that the first of them shows."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QWidget

from ui import look

_MORE = "……"
_BEFORE = 16
"""Characters shown before the first marked word."""
_MARGIN = 2 * look.SPACE


def shortened(text: str, marks: Sequence[tuple[int, int]]) -> tuple[str, list[tuple[int, int]]]:
    """The text from shortly before the first mark on, and the marks' places in it."""
    start = marks[0][0] - _BEFORE if marks else 0
    if start <= len(_MORE):
        return text, list(marks)
    by = len(_MORE) - start
    return _MORE + text[start:], [(one + by, two + by) for one, two in marks]


class MarkedLine(QStyledItemDelegate):
    """Marks the places that the model gives under `role`, pairs of begin and end."""

    def __init__(self, role: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._role = role

    def paint(self, painter: QPainter, option: Any, index: QModelIndex | QPersistentModelIndex) -> None:
        self.initStyleOption(option, index)
        text, marks = shortened(option.text, index.data(self._role) or ())
        option.text = ""
        style = option.widget.style() if option.widget else QApplication.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        room = option.rect.adjusted(_MARGIN, 0, -_MARGIN, 0)
        metrics = QFontMetricsF(option.font)
        layout = QTextLayout(
            metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width() * 0.98), option.font
        )
        layout.setFormats([self._format(one, option) for one in marks])
        layout.beginLayout()
        layout.createLine().setLineWidth(10 * room.width())
        layout.endLayout()
        painter.save()
        painter.setClipRect(room)
        painter.setPen(option.palette.text().color())
        above = (room.height() - layout.boundingRect().height()) / 2
        layout.draw(painter, QPointF(room.left(), room.top() + above))
        painter.restore()

    @staticmethod
    def _format(mark: tuple[int, int], option: Any) -> QTextLayout.FormatRange:
        found: Any = QTextLayout.FormatRange()
        found.start, found.length = mark[0], mark[1] - mark[0]
        shape = QTextCharFormat()
        shape.setBackground(look.wash(option.palette, 0.28))
        shape.setFontWeight(QFont.Weight.Bold)
        found.format = shape
        return found
