"""Cells of a table in which some words of a text stand out."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, Qt
from PySide6.QtGui import QPainter, QPalette, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from models.atoms import units
from ui import look

MARKED = Qt.ItemDataRole.UserRole + 1
"""A cell's answer for this role: pairs of places from where to where its text stands out."""

_SHARE = 0.3


class MarkedWords(QStyledItemDelegate):
    """Draws one line of text, the marked stretches on a tint of the palette's highlight."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        shown = QStyleOptionViewItem(option)
        self.initStyleOption(shown, index)
        text, shown.text = shown.text, ""  # type: ignore[attr-defined]
        style = shown.widget.style() if shown.widget else QApplication.style()  # type: ignore[attr-defined]
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, shown, painter, shown.widget)  # type: ignore[attr-defined]
        room = shown.rect.adjusted(2 * look.SPACE, 0, -2 * look.SPACE, 0)  # type: ignore[attr-defined]
        layout = _line(text, index.data(MARKED) or (), shown)
        painter.save()
        painter.setClipRect(room)
        painter.setPen(shown.palette.color(_group(shown), QPalette.ColorRole.Text))  # type: ignore[attr-defined]
        below = (room.height() - layout.boundingRect().height()) / 2
        layout.draw(painter, QPointF(room.left(), room.top() + below))
        painter.restore()


def _line(text: str, marks: tuple[tuple[int, int], ...], option: QStyleOptionViewItem) -> QTextLayout:
    layout = QTextLayout(text, option.font)  # type: ignore[attr-defined]
    tint = QTextCharFormat()
    palette = QApplication.palette()  # the table's own highlight is its chosen row
    tint.setBackground(look.mixed(palette.highlight().color(), palette.base().color(), _SHARE))
    formats = []
    for start, stop in marks:
        mark = QTextLayout.FormatRange()
        mark.start = len(units(text[:start]))  # type: ignore[attr-defined]
        mark.length = len(units(text[start:stop]))  # type: ignore[attr-defined]
        mark.format = tint  # type: ignore[attr-defined]
        formats.append(mark)
    layout.setFormats(formats)
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    return layout


def _group(option: QStyleOptionViewItem) -> QPalette.ColorGroup:
    enabled = option.state & QStyle.StateFlag.State_Enabled  # type: ignore[attr-defined]
    return QPalette.ColorGroup.Normal if enabled else QPalette.ColorGroup.Disabled
