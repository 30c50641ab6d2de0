"""Whether everything the clerk can touch has a name for tests and for a screen reader, and no two have the same."""

from collections import Counter

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QDialog,
    QHeaderView,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QTextEdit,
    QWidget,
)

from tests.fit.rooms import called, seen

_TOUCHED = (
    QAbstractButton, QAbstractItemView, QAbstractSpinBox, QComboBox, QDialog, QLineEdit, QPlainTextEdit, QTabBar,
    QTextEdit,
)  # fmt: skip


def touched(root: QWidget) -> list[QWidget]:
    """What of a surface can be used, without the parts Qt makes these of."""
    return [one for one in seen(root) if isinstance(one, _TOUCHED) and not _is_part(one)]


def _is_part(widget: QWidget) -> bool:
    above = widget.parentWidget()
    inner = isinstance(above, QComboBox | QAbstractSpinBox | QTabBar) or isinstance(widget, QHeaderView)
    return inner or widget.objectName().startswith("qt_") or isinstance(widget, QAbstractSlider)


def faults(root: QWidget) -> list[str]:
    """What has no name, or one that something else has."""
    found = []
    for one in touched(root):
        if not one.objectName():
            found.append(f"{called(one)}：没有对象名")
        if not one.accessibleName() and one.focusPolicy() is not Qt.FocusPolicy.NoFocus:
            found.append(f"{called(one)}：没有读屏用的名字")
    found += [
        f"读屏的名字 {one.accessibleName()} 没有填好" for one in seen(root) if "{" in one.accessibleName()
    ]
    found += [
        f"对象名 {name} 有 {many} 个" for name, many in _twice(one.objectName() for one in touched(root))
    ]
    reached = [one for one in touched(root) if one.focusPolicy() & Qt.FocusPolicy.TabFocus]
    spoken = _twice(f"{type(one).__name__} {one.accessibleName()}" for one in reached)
    return found + [f"读屏的名字 {name} 有 {many} 个" for name, many in spoken]


def _twice(names: "Counter[str] | object") -> list[tuple[str, int]]:
    counted = Counter(name for name in names if name)  # type: ignore[attr-defined]
    return [(name, many) for name, many in counted.items() if many > 1]
