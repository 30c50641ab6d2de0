"""Whether icons and pictures are whole at every pixel ratio: what is drawn takes the same part of its square."""

from functools import cache

from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon, QImage, QPixmap
from PySide6.QtWidgets import QAbstractButton, QLabel, QMenu, QWidget

from tests.fit.rooms import called, seen

Box = tuple[float, float, float, float]
"""Left, top, right, bottom, as parts of a picture's side; all 0 where nothing is drawn."""
RATIOS = (1.0, 1.25, 1.5, 2.0)
_INKED = 96
"""Of 255: paler pixels are the blurred edge of a line."""
_BLUR = 1.5
"""Pixels by which the edge of a line may be off."""


def faults(root: QWidget) -> list[str]:
    """What is cropped or has no room, a line each."""
    found = []
    for widget in seen(root):
        for name, icon, size in _icons(widget):
            found += [f"{called(widget)} {name}：{words}" for words in _uneven(icon, size)]
        if isinstance(widget, QLabel) and not widget.pixmap().isNull():
            found += [f"{called(widget)}：{words}" for words in _picture(widget)]
        if isinstance(widget, QAbstractButton) and not widget.icon().isNull():
            size = widget.iconSize()
            if size.width() > widget.width() or size.height() > widget.height():
                found.append(f"{called(widget)}：图要 {size.toTuple()}，只有 {widget.size().toTuple()}")
    return found


def whole(pixmap: QPixmap) -> bool:
    """Whether nothing runs over the edge of a picture: each outline leaves a margin."""
    left, top, right, bottom = drawn_part(pixmap)
    return 0 < left < right < 1 and 0 < top < bottom < 1


def drawn_part(pixmap: QPixmap) -> Box:
    """The box around what is drawn."""
    image = pixmap.toImage().convertToFormat(QImage.Format.Format_Alpha8)
    line, alphas, width, height = (
        image.bytesPerLine(),
        bytes(image.constBits()),
        image.width(),
        image.height(),
    )
    rows = [alphas[y * line : y * line + width] for y in range(height)]
    across = [x for x in range(width) if any(row[x] > _INKED for row in rows)]
    down = [y for y, row in enumerate(rows) if max(row) > _INKED]
    if not across:
        return 0, 0, 0, 0
    return across[0] / width, down[0] / height, (across[-1] + 1) / width, (down[-1] + 1) / height


def _icons(widget: QWidget) -> list[tuple[str, QIcon, QSize]]:
    if isinstance(widget, QAbstractButton):
        return [("", widget.icon(), widget.iconSize())] if not widget.icon().isNull() else []
    if isinstance(widget, QMenu):
        actions = [one for one in widget.actions() if not one.icon().isNull()]
        return [(one.text(), one.icon(), QSize(16, 16)) for one in actions]
    return []


def _uneven(icon: QIcon, size: QSize) -> tuple[str, ...]:
    return _compared(_SameIcon(icon), size.width())


class _SameIcon:
    """An icon, known again by what it is made of."""

    def __init__(self, icon: QIcon) -> None:
        self.icon = icon

    def __hash__(self) -> int:
        return hash(self.icon.cacheKey())

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _SameIcon) and self.icon.cacheKey() == other.icon.cacheKey()


@cache
def _compared(same: _SameIcon, side: int) -> tuple[str, ...]:
    usual, told = drawn_part(same.icon.pixmap(QSize(side, side), 1.0)), []
    for ratio in RATIOS:
        part = drawn_part(same.icon.pixmap(QSize(side, side), ratio))
        off = max(abs(one - other) for one, other in zip(part, usual, strict=True))
        if not any(part) or off * side > _BLUR:
            told.append(f"{ratio:.0%} 时画在 {part}，原来在 {usual}")
    return tuple(told)


def _picture(label: QLabel) -> list[str]:
    pixmap, room = label.pixmap(), label.contentsRect().size()
    wanted, told = pixmap.deviceIndependentSize().toSize(), []
    if wanted.width() > room.width() or wanted.height() > room.height():
        told.append(f"图要 {wanted.toTuple()}，只有 {room.toTuple()}")
    if not whole(pixmap):
        told.append(f"图画到边上，像是截掉了：{drawn_part(pixmap)}")
    return told
