"""Whether tinted, marked and grey words within a text can be read: reckoned from formats, run by run."""

from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QColor, QPalette, QTextBlock, QTextCharFormat, QTextDocument
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLabel,
    QListView,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from tests.fit.rooms import called, seen
from ui.colours import DISCERNIBLE, READABLE, contrast, over

Stretch = tuple[int, int, QTextCharFormat]
"""From where to where in a document, and what holds there besides."""
Run = tuple[str, QColor, QColor]
"""Words, their colour, and what they stand on."""
_MOST_ROWS = 60
_WORDS = 12
_STATE = "looked_at"


def faults(root: QWidget) -> list[str]:
    """Runs of words that hardly stand out, a line each."""
    found = []
    for widget in seen(root):
        for words, ink, behind in _runs(widget):
            needed = READABLE if widget.isEnabled() else DISCERNIBLE
            ratio = _ratio(over(ink, behind).rgb(), behind.rgb())
            if words.strip() and ratio < needed:
                pair = f"{ink.name()} 在 {behind.name()} 上"
                found.append(f"{called(widget)}“{words[:_WORDS]}”：{ratio:.2f} < {needed}（{pair}）")
    return list(dict.fromkeys(found))


def _is_known(edit: QTextEdit) -> bool:
    """Whether the same text was looked at on an earlier surface, in the same colours and without marks."""
    state = (edit.document().revision(), edit.palette().cacheKey(), edit.toPlainText())
    is_known = edit.property(_STATE) == str(state) and not edit.extraSelections()
    edit.setProperty(_STATE, str(state))
    return is_known


@cache
def _ratio(ink: int, behind: int) -> float:
    return contrast(QColor(ink), QColor(behind))


def _runs(widget: QWidget) -> Iterator[Run]:
    palette = widget.palette()
    match widget:
        case QTextEdit() if _is_known(widget):
            return
        case QTextEdit():
            marks = [_stretch(one) for one in widget.extraSelections()]
            yield from document_runs(widget.document(), palette, QPalette.ColorRole.Base, marks)
        case QPlainTextEdit():
            yield from document_runs(widget.document(), palette, QPalette.ColorRole.Base, [])
        case QLabel() if "</" in widget.text():
            document = QTextDocument()
            document.setHtml(widget.text())
            yield from document_runs(document, palette, QPalette.ColorRole.Window, [])
        case QHeaderView():
            return
        case QAbstractItemView() if widget.model() is not None:
            yield from _cell_runs(widget)


def document_runs(
    document: QTextDocument, palette: QPalette, ground: QPalette.ColorRole, marks: list[Stretch]
) -> Iterator[Run]:
    """Every run of words in a document with the formats of text, highlighter and marks laid over each other."""
    block = document.begin()
    while block.isValid():
        yield from _block_runs(block, palette, ground, marks)
        block = block.next()


def _block_runs(
    block: QTextBlock, palette: QPalette, ground: QPalette.ColorRole, marks: list[Stretch]
) -> Iterator[Run]:
    first, last = block.position(), block.position() + block.length() - 1
    layers = [*_written(block), *_highlit(block), *marks]
    ends = {first, last, *(end for start, stop, _ in layers for end in (start, stop) if first < end < last)}
    usual = block.blockFormat().background()
    cuts = sorted(ends)
    for start, stop in pairwise(cuts):
        ink, behind = palette.text(), usual if _is_set(usual) else palette.brush(ground)
        if ground is QPalette.ColorRole.Window:
            ink = palette.windowText()
        for left, right, form in layers:
            if left <= start and stop <= right:
                ink = _inked(form, palette) or ink
                behind = form.background() if _is_set(form.background()) else behind
        yield block.text()[start - first : stop - first], ink.color(), behind.color()


def _written(block: QTextBlock) -> Iterator[Stretch]:
    step = block.begin()
    while not step.atEnd():
        fragment = step.fragment()
        yield fragment.position(), fragment.position() + fragment.length(), fragment.charFormat()
        step += 1


def _highlit(block: QTextBlock) -> Iterator[Stretch]:
    ranges = block.layout().formats() if block.layout() else []
    for one in ranges:  # a copy of each format: theirs goes with its range
        start = block.position() + one.start  # type: ignore[attr-defined]
        yield start, start + one.length, QTextCharFormat(one.format)  # type: ignore[attr-defined]


def _stretch(mark: QTextEdit.ExtraSelection) -> Stretch:
    cursor = mark.cursor  # type: ignore[attr-defined]
    shape = QTextCharFormat(mark.format)  # type: ignore[attr-defined]
    return cursor.selectionStart(), cursor.selectionEnd(), shape


def _inked(form: QTextCharFormat, palette: QPalette) -> QBrush | None:
    if _is_set(form.foreground()):
        return form.foreground()
    return palette.link() if form.isAnchor() else None


def _is_set(brush: QBrush) -> bool:
    return brush.style() is not Qt.BrushStyle.NoBrush


def _cell_runs(view: QAbstractItemView) -> Iterator[Run]:
    """Cells for which the model names a colour of its own."""
    model, palette = view.model(), view.palette()
    for row in range(min(model.rowCount(), _MOST_ROWS)):
        for column in range(1 if isinstance(view, QListView) else model.columnCount()):
            index = model.index(row, column)
            ink = _colour(index.data(Qt.ItemDataRole.ForegroundRole))
            behind = _colour(index.data(Qt.ItemDataRole.BackgroundRole))
            if (ink or behind) and isinstance(index.data(), str):
                base = palette.base().color()
                yield index.data(), ink or palette.text().color(), over(behind, base) if behind else base


def _colour(said: object) -> QColor | None:
    if isinstance(said, QBrush):
        return said.color() if _is_set(said) else None
    return said if isinstance(said, QColor) else None
