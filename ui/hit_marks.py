"""The tint behind every occurrence of the words looked for in the texts on screen; the current one is stronger."""

from collections.abc import Sequence

from PySide6.QtGui import QPalette, QTextCharFormat
from PySide6.QtWidgets import QTextEdit
from shiboken6 import isValid

from models.occurrences import Occurrence
from ui import look
from ui.hit_places import field_of, stretch
from ui.report_tabs import ReportTabs

_SHARE = 0.3


class HitMarks:
    """Marks texts by extra selections, which are no edits."""

    def __init__(self, tabs: ReportTabs) -> None:
        self._tabs = tabs
        self._marked: list[QTextEdit] = []

    def show(self, found: Sequence[Occurrence], current: Occurrence | None) -> None:
        """Mark these in the tab on screen, and no others."""
        marks: dict[QTextEdit, list[QTextEdit.ExtraSelection]] = {}
        for one in found:
            field = field_of(self._tabs, one)
            if isinstance(field, QTextEdit):
                marks.setdefault(field, []).append(_mark(field, one, one is current))
        self.clear()
        for field, selections in marks.items():
            field.setExtraSelections(selections)
        self._marked = list(marks)

    def clear(self) -> None:
        """Take the marks away."""
        for field in filter(isValid, self._marked):
            field.setExtraSelections([])
        self._marked = []


def _mark(field: QTextEdit, one: Occurrence, is_current: bool) -> QTextEdit.ExtraSelection:
    mark: QTextEdit.ExtraSelection = QTextEdit.ExtraSelection()
    mark.cursor = stretch(field.document(), one)  # type: ignore[attr-defined]
    mark.format = _strong(field.palette()) if is_current else _pale(field.palette())  # type: ignore[attr-defined]
    return mark


def _pale(palette: QPalette) -> QTextCharFormat:
    tint = QTextCharFormat()
    tint.setBackground(look.mixed(palette.highlight().color(), palette.base().color(), _SHARE))
    return tint


def _strong(palette: QPalette) -> QTextCharFormat:
    tint = QTextCharFormat()
    tint.setBackground(palette.highlight().color())
    tint.setForeground(palette.highlightedText().color())
    return tint
