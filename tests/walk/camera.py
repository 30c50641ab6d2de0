"""Pictures of what is on screen: the window, its dialogs with a title bar like a window manager's, an open menu."""

from io import BytesIO
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QBuffer, QIODevice, QPoint, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QWidget

_SETTLED_MS = 1200
"""Until nothing is being saved, counted or drawn any more."""
_BAR, _AIR = 30, 8
_COLOURS = 128
_BAR_COLOUR, _EDGE_COLOUR, _SHADE = QColor("#dcdcdc"), QColor("#8c8c8c"), QColor(0, 0, 0, 40)


class Camera:
    """Takes pictures into a folder, or none where there is no folder."""

    def __init__(self, folder: Path | None) -> None:
        self.folder = folder
        self.taken: list[str] = []

    def take(self, name: str, window: QWidget) -> None:
        """A picture of a window with what lies over it."""
        self.taken.append(name)
        if self.folder is None:
            return
        QTest.qWait(_SETTLED_MS)
        self.folder.mkdir(parents=True, exist_ok=True)
        _save(_composed(window), self.folder / f"{name}.png")


def _composed(window: QWidget) -> QPixmap:
    """On a ground as large as the largest of them."""
    dialogs = _dialogs(window)
    height = max([window.height(), *(one.height() + _BAR + 2 * _AIR for one in dialogs)])
    picture = QPixmap(window.width(), height)
    picture.fill(window.palette().window().color())
    painter = QPainter(picture)
    painter.drawPixmap(0, 0, window.grab())
    for dialog in dialogs:
        place = QRect(QPoint(0, 0), dialog.size())
        place.moveCenter(picture.rect().center() + QPoint(0, _BAR // 2))
        _frame(painter, place, dialog.windowTitle() or dialog.accessibleName())
        painter.drawPixmap(place.topLeft(), dialog.grab())
    if isinstance(menu := QApplication.activePopupWidget(), QMenu):
        painter.drawPixmap(window.mapFromGlobal(menu.pos()), menu.grab())
    painter.end()
    return picture


def _dialogs(window: QWidget) -> list[QDialog]:
    """Those in front of the window, the lowest first."""
    shown = (one for one in QApplication.topLevelWidgets() if isinstance(one, QDialog) and one.isVisible())
    mine = [one for one in shown if window in _above(one)]
    return sorted(mine, key=lambda one: len(_above(one)))


def _above(widget: QWidget) -> list[QWidget]:
    found = []
    while (parent := widget.parentWidget()) is not None:
        found.append(parent)
        widget = parent
    return found


def _frame(painter: QPainter, place: QRect, title: str) -> None:
    outer = place.adjusted(-1, -_BAR, 1, 1)
    painter.fillRect(outer.adjusted(4, 4, 6, 6), _SHADE)
    painter.fillRect(outer, _BAR_COLOUR)
    painter.setPen(_EDGE_COLOUR)
    painter.drawRect(outer.adjusted(0, 0, -1, -1))
    painter.setPen(Qt.GlobalColor.black)
    bar = QRect(outer.left() + 12, outer.top(), outer.width() - 24, _BAR)
    painter.drawText(bar, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, title)
    painter.drawText(bar, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, "×")


def _save(picture: QPixmap, file: Path) -> None:
    """With few colours: a page of the manual has to load at once, and the program is carried on sticks."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG")
    image = Image.open(BytesIO(buffer.data().data())).convert("RGB")
    image.quantize(_COLOURS, dither=Image.Dither.NONE).save(file, optimize=True)
