"""Places of printed words that stand in no text of the report: named by content keys, as undo and merging name them."""

from models.linked_text import Link
from models.report import Place

STAGE = Place("stage", (), 0)
"""（送审稿） under the title."""

_FIELD, _FIGURE = "letterhead.", "figure."


def field_place(key: str) -> Place:
    """The place of a letterhead field; characters are counted in the text the form shows."""
    return Place(f"{_FIELD}{key}", (), 0)


def field_key(place: Place) -> str:
    """The letterhead field at a place, "" for any other."""
    return place.section.removeprefix(_FIELD) if place.section.startswith(_FIELD) else ""


def figure_place(target: str) -> Place:
    """The place of a figure in the table of figures, by any of its targets (`fy_apply.last`)."""
    return Place(f"{_FIGURE}{Link(target).figure}", (), 0)


def is_figure(place: Place) -> bool:
    """Whether it is a figure's place."""
    return place.section.startswith(_FIGURE)
