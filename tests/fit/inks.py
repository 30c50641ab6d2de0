"""Whether words and icons stand out from what they stand on, reckoned from pictures of a surface."""

from collections import Counter
from collections.abc import Iterator
from functools import cache

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QCheckBox,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QListView,
    QMenu,
    QMenuBar,
    QPlainTextEdit,
    QRadioButton,
    QTabBar,
    QTextEdit,
    QToolButton,
    QWidget,
)

from tests.fit.rooms import called, seen
from ui.colours import DISCERNIBLE, READABLE, contrast

_MOST_CELLS = 12
_MOST_OF_IT = 0.8
_LOOKED_AT: dict[str, set[tuple[str, str, float, tuple[int, int]]]] = {}
Part = tuple[QRect, str, float]
"""A place in a widget, what is called so there, and the contrast it needs."""


def faults(root: QWidget) -> list[str]:
    """What can hardly be read on a surface, a line each; what was looked at on an earlier one is left out."""
    if (held := QApplication.focusWidget()) is not None:
        held.clearFocus()  # a caret or a mark of the keyboard would be taken for words
    picture = root.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    found = []
    for widget in seen(root):
        for place, name, needed in _parts(widget):
            inside = _visible(widget, root).intersected(place.translated(widget.mapTo(root, QPoint())))
            if _area(inside) < _MOST_OF_IT * _area(place):
                continue  # partly scrolled away
            known = (called(widget), name, needed, (inside.width(), inside.height()))
            if widget.objectName() and known in _looked_at(widget.window()):
                continue
            _looked_at(widget.window()).add(known)
            reckoned = _reckoned(picture, inside)
            if reckoned and reckoned[0] < needed:
                ratio, ink, behind = reckoned
                found.append(f"{called(widget)} {name}：{ratio:.2f} < {needed}（{ink} 在 {behind} 上）")
    return found


def _looked_at(window: QWidget) -> set[tuple[str, str, float, tuple[int, int]]]:
    """What of a window is known already: the same words on as much room in the same place of the program."""
    return _LOOKED_AT.setdefault(window.objectName(), set())


def _area(place: QRect) -> int:
    return max(place.width(), 0) * max(place.height(), 0)


def _visible(widget: QWidget, root: QWidget) -> QRect:
    """The part of a widget that is not scrolled away."""
    place = QRect(widget.mapTo(root, QPoint()), widget.size())
    above = widget.parentWidget()
    while above is not None and widget is not root:
        place = place.intersected(QRect(above.mapTo(root, QPoint()), above.size()))
        if above is root:
            break
        above = above.parentWidget()
    return place


def _parts(widget: QWidget) -> Iterator[Part]:
    needed = READABLE if widget.isEnabled() else DISCERNIBLE
    inner = widget.rect().adjusted(4, 3, -4, -3)
    match widget:
        case QLabel():
            if widget.text() or not widget.pixmap().isNull():
                yield widget.rect(), "", needed if widget.text() else DISCERNIBLE
        case QCheckBox() | QRadioButton():
            yield widget.rect().adjusted(18, 0, 0, 0), "", needed
        case QAbstractButton():
            if widget.text() or not widget.icon().isNull():
                yield inner, "", needed if widget.text() else DISCERNIBLE
        case QComboBox():
            yield inner.adjusted(0, 0, -20, 0), "", needed
        case QLineEdit() | QTextEdit() | QPlainTextEdit():
            yield inner, "", needed
        case QTabBar():
            turns = [one.x() for one in widget.findChildren(QToolButton) if one.isVisible()]
            for number in range(widget.count()):
                if widget.tabRect(number).right() > min(turns, default=widget.width()):
                    continue  # under the buttons that turn to it
                yield widget.tabRect(number).adjusted(4, 4, -4, -4), widget.tabText(number), needed
        case QMenu() | QMenuBar():
            for action in widget.actions():
                if action.text() and not action.isSeparator():
                    place = widget.actionGeometry(action).adjusted(4, 2, -4, -2)
                    yield place, action.text(), needed if action.isEnabled() else DISCERNIBLE
        case QHeaderView():
            yield from _heads(widget)
        case QAbstractItemView():
            yield from _cells(widget)


def _heads(header: QHeaderView) -> Iterator[Part]:
    if header.orientation() is Qt.Orientation.Horizontal and header.model() is not None:
        for number in range(header.count()):
            words = header.model().headerData(number, header.orientation())
            if words and not header.isSectionHidden(number):
                left, width = header.sectionViewportPosition(number), header.sectionSize(number)
                yield QRect(left + 4, 2, width - 8, header.height() - 6), str(words), READABLE


def _cells(view: QAbstractItemView) -> Iterator[Part]:
    if view.model() is None:
        return
    origin, many = view.viewport().pos(), 0
    for row in range(min(view.model().rowCount(), 30)):
        for column in range(1 if isinstance(view, QListView) else view.model().columnCount()):
            index = view.model().index(row, column)
            place = view.visualRect(index)
            if not isinstance(index.data(), str) or not index.data().strip():
                continue
            if not view.viewport().rect().contains(place) or place.width() < 24:
                continue
            many += 1
            if many > _MOST_CELLS:
                return
            usable = bool(index.flags() & Qt.ItemFlag.ItemIsEnabled)
            yield (
                place.translated(origin).adjusted(4, 3, -4, -3),
                index.data()[:12],
                (READABLE if usable else DISCERNIBLE),
            )


def _reckoned(picture: QImage, place: QRect) -> tuple[float, str, str] | None:
    """The contrast of the strongest colour with the commonest, and both; None where there is only one."""
    scale = picture.devicePixelRatio()
    left, top = round(place.left() * scale), round(place.top() * scale)
    right = min(round((place.right() + 1) * scale), picture.width())
    bottom = min(round((place.bottom() + 1) * scale), picture.height())
    if right - left < 4 or bottom - top < 4:
        return None
    line = picture.bytesPerLine() // 4
    pixels = memoryview(picture.constBits()).cast("I")
    counted = _counted(pixels, line, QRect(QPoint(max(left, 0), max(top, 0)), QPoint(right - 1, bottom - 1)))
    behind, others = max(counted, key=lambda one: counted[one]), set(counted)
    others.discard(behind)
    if not others:
        return None
    strongest = max(others, key=lambda ink: _ratio(ink, behind))
    return _ratio(strongest, behind), QColor(strongest).name(), QColor(behind).name()


def _counted(pixels: "memoryview[int]", line: int, place: QRect) -> Counter[int]:
    """How often each colour is there; many rows are alike and are counted once."""
    starts = (y * line + place.left() for y in range(place.top(), place.bottom() + 1))
    rows = Counter(pixels[start : start + place.width()].tobytes() for start in starts)
    counted: Counter[int] = Counter()
    for row, times in rows.items():
        for colour, many in Counter(memoryview(row).cast("I")).items():
            counted[colour] += many * times
    return counted


@cache
def _ratio(ink: int, behind: int) -> float:
    return contrast(QColor(ink), QColor(behind))
