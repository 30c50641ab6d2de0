"""A small bar in a table's cell that says how much is done, with the words beside it."""

from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QWidget

from ui import look

_WIDTH, _HEIGHT = 13 * look.SPACE, 2 * look.SPACE
_MARGIN = 2 * look.SPACE


class ShareBar(QStyledItemDelegate):
    """Draws the share (0 to 1) that the model gives under `role`; nothing where it gives none."""

    def __init__(self, role: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._role = role

    def paint(self, painter: QPainter, option: Any, index: QModelIndex | QPersistentModelIndex) -> None:
        self.initStyleOption(option, index)
        words, option.text = option.text, ""
        style = option.widget.style() if option.widget else QApplication.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        share = index.data(self._role)
        if share is None:
            return
        palette = option.palette
        text = palette.text().color()
        bar = QRectF(0, 0, _WIDTH, _HEIGHT)
        bar.moveCenter(QRectF(option.rect).center())
        bar.moveLeft(option.rect.left() + _MARGIN)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.mixed(text, palette.base().color(), 0.16))
        painter.drawRoundedRect(bar, 3, 3)
        painter.setClipRect(QRectF(bar.left(), bar.top(), bar.width() * share, bar.height()))
        painter.setBrush(look.mixed(text, palette.base().color(), 0.55))
        painter.drawRoundedRect(bar, 3, 3)
        painter.setClipping(False)
        painter.setPen(text)
        beside = option.rect.adjusted(_WIDTH + 2 * _MARGIN, 0, 0, 0)
        painter.drawText(beside, Qt.AlignmentFlag.AlignVCenter, words)
        painter.restore()
