"""Whether everything on a surface has the room it needs: on the screen, for its words, and beside its neighbours."""

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QCheckBox,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QRadioButton,
    QSizeGrip,
    QStyle,
    QStyleOptionComboBox,
    QTabBar,
    QTableView,
    QToolButton,
    QWidget,
)

_ROUNDING = 1
"""Pixels by which sizes differ where a pixel of the program is not a whole number of the screen's."""
_OVERLAYS = ("go_to", "figure_popup")
"""What lies over others on purpose."""


def faults(root: QWidget) -> list[str]:
    """What is wrong with a surface, a line each."""
    found = [*off_screen(root)]
    for widget in seen(root):
        found += [f"{called(widget)}：{fault}" for fault in (*_cut(widget), *_out_of_its_parent(widget))]
    return [*found, *overlaps(root)]


def seen(root: QWidget) -> list[QWidget]:
    """The surface and the widgets on it that are shown, without what belongs to another window over it."""
    window = root.window()
    inner = [one for one in root.findChildren(QWidget) if one.isVisible() and one.window() is window]
    return [root, *inner]


def called(widget: QWidget) -> str:
    """How a widget is named in a fault."""
    words = widget.text() if isinstance(widget, QLabel | QAbstractButton | QLineEdit) else ""
    names = [widget.objectName(), type(widget).__name__, words[:24]]
    above = widget.parentWidget()
    while not widget.objectName() and above is not None and len(names) < 4:
        names.append(f"in {above.objectName()}" if above.objectName() else "")
        names = [one for one in names if one]
        above = above.parentWidget()
    return " ".join(filter(None, names))


def off_screen(root: QWidget) -> Iterator[str]:
    """A window that is larger than its screen, wants to be, or lies beyond its edge."""
    window = root.window()
    room = window.screen().availableGeometry()
    if not room.contains(window.geometry().adjusted(_ROUNDING, _ROUNDING, -_ROUNDING, -_ROUNDING)):
        yield f"{called(window)}：{window.geometry().getRect()} 不在屏幕 {room.getRect()} 里"
    least = window.minimumSizeHint().expandedTo(window.minimumSize())
    if least.width() > window.width() + _ROUNDING or least.height() > window.height() + _ROUNDING:
        yield f"{called(window)}：至少要 {least.toTuple()}，只有 {window.size().toTuple()}"


def _cut(widget: QWidget) -> Iterator[str]:
    """Words that are cut off."""
    match widget:
        case QLabel():
            yield from _label(widget)
        case QAbstractButton():
            yield from _button(widget)
        case QTabBar():
            yield from _tabs(widget)
        case QHeaderView():
            yield from _header(widget)
        case QComboBox():
            yield from _choice(widget)
        case QLineEdit():
            yield from _line(widget)
        case QAbstractItemView():
            yield from _cells(widget)


def _short(needed: QSize, room: QSize) -> Iterator[str]:
    if needed.width() > room.width() + _ROUNDING or needed.height() > room.height() + _ROUNDING:
        yield f"要 {needed.toTuple()}，只有 {room.toTuple()}"


def _label(label: QLabel) -> Iterator[str]:
    if not label.text() or label.toolTip():
        return
    if label.wordWrap():
        height = label.heightForWidth(label.width())
        longest = QSize(_longest_word(label), height)
        yield from _short(longest, label.size())
    else:
        yield from _short(label.minimumSizeHint(), label.size())


def _longest_word(label: QLabel) -> int:
    """Chinese breaks anywhere; what is written in Latin letters does not."""
    words = label.text().split() if label.textFormat() is not Qt.TextFormat.RichText else []
    latin = [word for word in words if word.isascii()]
    return max((label.fontMetrics().horizontalAdvance(word) for word in latin), default=0)


def _button(button: QAbstractButton) -> Iterator[str]:
    if not button.text() or (isinstance(button, QToolButton) and _has_no_words(button)):
        return
    words = button.fontMetrics().size(Qt.TextFlag.TextShowMnemonic, button.text())
    icon = 0 if button.icon().isNull() else button.iconSize().width() + 4
    box = button.style().pixelMetric(QStyle.PixelMetric.PM_IndicatorWidth) + 4
    mark = box if isinstance(button, QCheckBox | QRadioButton) else 0
    yield from _short(words + QSize(icon + mark, 0), button.size())


def _has_no_words(button: QToolButton) -> bool:
    return button.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonIconOnly and not button.icon().isNull()


def _tabs(bar: QTabBar) -> Iterator[str]:
    for number in range(bar.count()):
        room, needed = bar.tabRect(number), bar.fontMetrics().horizontalAdvance(bar.tabText(number))
        if bar.isTabVisible(number) and needed > room.width() and not bar.tabToolTip(number):
            yield f"“{bar.tabText(number)}”要 {needed}，只有 {room.width()}"
    turns = any(one.isVisible() for one in bar.findChildren(QToolButton))
    end = bar.tabRect(bar.count() - 1).right() if bar.count() else 0
    if end > bar.width() + _ROUNDING and not turns:
        yield f"只看得见 {bar.width()}，共有 {end}，又不能翻"


def _header(header: QHeaderView) -> Iterator[str]:
    if header.orientation() is not Qt.Orientation.Horizontal or header.model() is None:
        return
    for number in range(header.count()):
        words = header.model().headerData(number, header.orientation()) or ""
        told = header.model().headerData(number, header.orientation(), Qt.ItemDataRole.ToolTipRole)
        if header.isSectionHidden(number) or told or not words:
            continue
        needed = header.fontMetrics().horizontalAdvance(str(words)) + 4
        if needed > header.sectionSize(number) + _ROUNDING:
            yield f"“{words}”要 {needed}，只有 {header.sectionSize(number)}"


def _choice(box: QComboBox) -> Iterator[str]:
    option = QStyleOptionComboBox()
    box.initStyleOption(option)
    style, part = QStyle.ComplexControl.CC_ComboBox, QStyle.SubControl.SC_ComboBoxEditField
    room = box.style().subControlRect(style, option, part, box)
    needed = box.fontMetrics().horizontalAdvance(box.currentText())
    if needed > room.width() + _ROUNDING and not box.toolTip() and not box.isEditable():
        yield f"“{box.currentText()}”要 {needed}，只有 {room.width()}"


def _line(line: QLineEdit) -> Iterator[str]:
    needed = line.fontMetrics().horizontalAdvance(line.placeholderText())
    left, _top, right, _bottom = line.textMargins().left(), 0, line.textMargins().right(), 0
    room = line.contentsRect().width() - left - right - 4
    if not line.text() and needed > room + _ROUNDING and not line.toolTip():
        yield f"提示“{line.placeholderText()}”要 {needed}，只有 {room}"
    if line.fontMetrics().height() > line.contentsRect().height() + _ROUNDING:
        yield f"字高 {line.fontMetrics().height()}，只有 {line.contentsRect().height()}"


def _cells(view: QAbstractItemView) -> Iterator[str]:
    """Cells on screen whose words are elided and told nowhere whole."""
    if view.model() is None or not isinstance(view, QTableView) or isinstance(view, QHeaderView):
        return
    inside = view.viewport().rect()
    for row in range(view.model().rowCount()):
        for column in range(view.model().columnCount()):
            index = view.model().index(row, column)
            place = view.visualRect(index)
            if not inside.intersects(place) or not isinstance(index.data(), str):
                continue
            needed = view.sizeHintForIndex(index).width()
            if needed > place.width() + _ROUNDING and not index.data(Qt.ItemDataRole.ToolTipRole):
                if view.wordWrap() and view.sizeHintForIndex(index).height() <= place.height():
                    continue
                yield f"“{index.data()[:20]}”要 {needed}，只有 {place.width()}"


def _out_of_its_parent(widget: QWidget) -> Iterator[str]:
    """What lies beyond the edge of the widget it is on can be seen only where that can be scrolled."""
    above = widget.parentWidget()
    if above is None or widget.isWindow() or isinstance(above.parentWidget(), QAbstractScrollArea):
        return
    if isinstance(above, QAbstractItemView | QAbstractScrollArea | QTabBar) or _is_bare(widget):
        return
    place = widget.geometry().adjusted(_ROUNDING, _ROUNDING, -_ROUNDING, -_ROUNDING)
    if not above.rect().contains(place) and not place.isEmpty():
        yield f"{widget.geometry().getRect()} 不在 {above.size().toTuple()} 里"


def _is_bare(widget: QWidget) -> bool:
    return isinstance(widget, QSizeGrip)


def overlaps(root: QWidget) -> Iterator[str]:
    """Neighbours that lie over each other."""
    for above in seen(root):
        if above.layout() is None:
            continue
        laid = [one for one in above.children() if isinstance(one, QWidget) and _takes_room(one)]
        laid = [one for one in laid if one.objectName() != "tour"]  # it lies over what it speaks of
        for number, one in enumerate(laid):
            for other in laid[number + 1 :]:
                common = one.geometry().intersected(other.geometry())
                if common.width() > _ROUNDING and common.height() > _ROUNDING:
                    yield f"{called(one)} 和 {called(other)} 重叠 {common.size().toTuple()}"


def _takes_room(widget: QWidget) -> bool:
    is_over = widget.objectName() in _OVERLAYS or isinstance(widget, QSizeGrip)
    return widget.isVisible() and not widget.isWindow() and not is_over


def in_window(widget: QWidget) -> QRect:
    """A widget's place in its window."""
    return QRect(widget.mapTo(widget.window(), QPoint()), widget.size())
