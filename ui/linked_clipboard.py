"""Texts with links on the clipboard: as printed for every program, with links for our own texts."""

from PySide6.QtCore import QMimeData

from models.atoms import clean, units
from ui.linked_document import LinkedDocument

MIME = "application/x-fazhi-linked-text"
"""The type of a text as stored."""


def fill(data: QMimeData, printed: str, stored: str) -> QMimeData:
    """What Qt made of a selection, with our text instead: a QMimeData made here would crash as Python ends."""
    data.text()  # it fills itself on the first reading; only then clear() holds
    data.clear()
    data.setText(printed)
    data.setData(MIME, stored.encode())
    return data


def can_read(data: QMimeData) -> bool:
    """Whether it holds any text."""
    return data.hasText() or data.hasFormat(MIME)


def read(data: QMimeData, linked: LinkedDocument) -> str:
    """The text in atoms of a document; that of another program without its controls and formats."""
    if data.hasFormat(MIME):
        return linked.parse(data.data(MIME).data().decode("utf-8", "replace"))
    return units(clean(data.text()))
