"""Where on the tabs an occurrence stands: the way there, its field, its stretch of the field's text."""

from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument
from PySide6.QtWidgets import QLineEdit, QListWidget, QTextEdit, QWidget

from models.atoms import units
from models.occurrences import Occurrence, part_of
from models.report import ATTACHMENTS, HEADING
from ui.item_card import path_name
from ui.report_tabs import ReportTabs


def reveal(tabs: ReportTabs, one: Occurrence) -> None:
    """Show the field in which an occurrence stands, the words selected and in view."""
    place = one.text.place
    if place is None:
        tabs.reveal(one.text.key if one.text.figure else one.text.field)
    else:
        tabs.reveal(place.section or "preamble", place.item)
    field = field_of(tabs, one)
    if isinstance(field, QTextEdit):
        field.setFocus()  # what has the keyboard scrolls its caret into view
        field.setTextCursor(stretch(field.document(), one))
    elif isinstance(field, QLineEdit):
        field.setFocus()
        start = len(units(one.text.printed[: one.start]))
        field.setSelection(start, len(units(one.words)))


def field_of(tabs: ReportTabs, one: Occurrence) -> QWidget | None:
    """The field on the tab on screen; None where the occurrence is on another one or in a table."""
    if part_of(one.text) != tabs.key:
        return None
    name, place = _field_name(one), one.text.place
    if place is not None and place.section == ATTACHMENTS and not _is_chosen(tabs, place.item[0]):
        return None
    return tabs.currentWidget().findChild(QWidget, name) if name else None


def stretch(document: QTextDocument, one: Occurrence) -> QTextCursor:
    """The words selected in the document of the occurrence's field."""
    place, cursor = one.text.place, QTextCursor(document)
    block = _paragraph(document, place.paragraph) if place else document.begin()
    start = block.position() + len(units(one.text.printed[: one.start]))
    last = document.characterCount() - 1
    cursor.setPosition(min(start, last))
    cursor.setPosition(min(start + len(units(one.words)), last), QTextCursor.MoveMode.KeepAnchor)
    return cursor


def _field_name(one: Occurrence) -> str:
    place = one.text.place
    if place is None:
        return "" if one.text.figure else f"field:{one.text.field}"
    is_heading = place.paragraph == HEADING
    if place.section == ATTACHMENTS:
        return f"field:attachment_{'title' if is_heading else 'text'}"
    if not place.section:
        return "field:preamble"
    if is_heading and not place.item:
        return f"field:section_title:{place.section}"
    return f"{'heading' if is_heading else 'body'}:{place.section}:{path_name(place.item)}"


def _is_chosen(tabs: ReportTabs, number: int) -> bool:
    chosen = tabs.findChild(QListWidget, "attachments_list")
    return chosen is not None and chosen.currentRow() == number - 1


def _paragraph(document: QTextDocument, number: int) -> QTextBlock:
    """A paragraph by its number; empty lines being typed are none."""
    block = document.begin()
    while block.isValid():
        if block.text().strip():
            if number == 0:
                return block
            number -= 1
        block = block.next()
    return document.begin()
