"""Where in the report the caret is, and the caret put where a place is. Fields are known by their names."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QTextBlock
from PySide6.QtWidgets import QApplication, QLineEdit, QListWidget, QTextEdit, QWidget
from shiboken6 import isValid

from models.letterhead import LETTERHEAD
from models.printed_places import STAGE, field_key, field_place, is_figure
from models.report import ATTACHMENTS, HEADING, Place
from ui.item_card import path_name


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in the report and a character of what it prints, from 0."""

    place: Place
    offset: int


class CaretWatch(QObject):
    """Follows the caret through the fields inside `room`; outside of it the last spot stays.

    Signals: `moved()`: `spot` is another now, None where the field has no place on paper.
    """

    moved = Signal()

    def __init__(self, room: QWidget) -> None:
        super().__init__(room)
        self.spot: Spot | None = None
        self._room = room
        self._field: QTextEdit | QLineEdit | None = None
        QApplication.instance().focusChanged.connect(self._follow_focus)

    def retire(self) -> None:
        """Follow nothing any more."""
        QApplication.instance().focusChanged.disconnect(self._follow_focus)
        self._leave()

    def _follow_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is None or now is self._field or not self._room.isAncestorOf(now):
            return
        self._leave()
        if isinstance(now, QTextEdit | QLineEdit):
            self._field = now
            now.cursorPositionChanged.connect(self._look)
        self._look(of=now)

    def _leave(self) -> None:
        if self._field is not None and isValid(self._field):
            self._field.cursorPositionChanged.disconnect(self._look)
        self._field = None

    def _look(self, *_positions: int, of: QWidget | None = None) -> None:
        field = of or self._field
        spot = spot_of(field, self._room) if field is not None else None
        if spot != self.spot:
            self.spot = spot
            self.moved.emit()


def spot_of(field: QWidget, room: QWidget) -> Spot | None:
    """Where a field's caret is; None for a field that is not printed. `room` holds all fields of the report."""
    place = _place_of(field.objectName(), room)
    if place is None:
        return None
    if not isinstance(field, QTextEdit):
        return Spot(place, field.cursorPosition() if isinstance(field, QLineEdit) else 0)
    if field_key(place):
        return Spot(place, field.textCursor().position())
    block = field.textCursor().block()
    before = sum(1 for one in _written(field) if one.blockNumber() < block.blockNumber())
    return Spot(Place(place.section, place.item, before), field.textCursor().positionInBlock())


def field_of(place: Place) -> tuple[str, tuple[int, ...]]:
    """The key and the item by which the report's tabs know a place."""
    return ("stage" if place == STAGE else field_key(place) or place.section or "preamble"), place.item


def put_caret(spot: Spot, room: QWidget) -> None:
    """Put the keyboard into the field of a spot that is on screen, and the caret at its character."""
    if is_figure(spot.place) or not (field := room.findChild(QWidget, _name_of(spot.place))):
        return
    field.setFocus(Qt.FocusReason.OtherFocusReason)
    if isinstance(field, QLineEdit):
        field.setCursorPosition(min(spot.offset, len(field.text())))
    elif isinstance(field, QTextEdit):
        cursor = field.textCursor()
        blocks = [field.document().begin()] if field_key(spot.place) else list(_written(field))
        block = (
            blocks[spot.place.paragraph]
            if spot.place.paragraph < len(blocks)
            else field.document().lastBlock()
        )
        end = field.document().characterCount() - 1 if field_key(spot.place) else block.length() - 1
        cursor.setPosition(block.position() + min(spot.offset, end))
        field.setTextCursor(cursor)


def _written(field: QTextEdit) -> Iterator[QTextBlock]:
    """The lines of a text that are paragraphs: blank ones are none."""
    block = field.document().begin()
    while block.isValid():
        if block.text().strip():
            yield block
        block = block.next()


def _place_of(name: str, room: QWidget) -> Place | None:
    kind, _, rest = name.partition(":")
    key, _, path = rest.partition(":")
    if kind == "body":
        return Place(key, _path(path), 0)
    if kind == "heading":
        return Place(key, _path(path), HEADING)
    if kind != "field":
        return None
    if key == "section_title":
        return Place(path, (), HEADING)
    if key in ("attachment_title", "attachment_text"):
        return Place(ATTACHMENTS, (_attachment(room),), HEADING if key == "attachment_title" else 0)
    others = {"preamble": Place("", (), 0), "report_stage": STAGE}
    return others.get(key) or (field_place(key) if key in LETTERHEAD else None)


def _name_of(place: Place) -> str:
    is_heading = place.paragraph == HEADING
    if key := field_key(place):
        return f"field:{key}"
    if place == STAGE:
        return "field:report_stage"
    if place.section == ATTACHMENTS:
        return "field:attachment_title" if is_heading else "field:attachment_text"
    if not place.section:
        return "field:preamble"
    if is_heading and not place.item:
        return f"field:section_title:{place.section}"
    return f"{'heading' if is_heading else 'body'}:{place.section}:{path_name(place.item)}"


def _path(name: str) -> tuple[int, ...]:
    return () if name == "0" else tuple(map(int, name.split(".")))


def _attachment(room: QWidget) -> int:
    chosen = room.findChild(QListWidget, "attachments_list")
    return chosen.currentRow() + 1 if chosen else 1
