"""Linking a number that stands in a sentence to an indicator: which part of it becomes the link."""

from dataclasses import dataclass

from models.errors import NotAQuantityError
from models.quantity import Quantity


@dataclass(frozen=True, slots=True)
class Selected:
    """A number the clerk selected: where its amount begins and ends in the selection, and as what it is read."""

    start: int
    end: int
    text: str
    """The amount with the unit that was selected along with it."""


def selected_amount(selection: str, behind: str = "") -> Selected | None:
    """The amount in a selected text that is one, its unit left standing; None where it is anything else.

    `behind` is what follows the selection: a percent sign there belongs to the amount.
    """
    text = selection.strip()
    start = len(selection) - len(selection.lstrip())
    if text == selection and behind[:1] in ("%", "％", "‰") and behind:
        text += behind[0]
    try:
        amount = Quantity.parse(text)
    except NotAQuantityError:
        return None
    if not text.startswith(amount.surface):
        return None
    return Selected(start, start + len(amount.surface), text)
