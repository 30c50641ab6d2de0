"""Filling a figure in by hand."""

from dataclasses import replace

from models.quantity import Quantity
from models.report import Figure
from models.target import Year


def filled(figure: Figure, amount: Quantity | None, year: Year = Year.THIS) -> Figure:
    """The figure with an amount as somebody typed it.

    Where it is this year's, no file is its source any more, and it waits for nothing.
    """
    if year is Year.LAST:
        return replace(figure, last=amount)
    return replace(figure, value=amount, source="", received="", is_carried=False)
