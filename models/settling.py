"""Stated changes that the data have taken over follow them also in what is stored.

As long as last year's amount is unknown, 同比增长26.44% is all there is. Once both years are known, sentences show what
they give, and a stated change they contradict is pointed out. If the amounts change after that, the stated change
has nothing more to say of its own.
"""

from dataclasses import replace
from typing import TYPE_CHECKING

from models.change import says_rise
from models.indicator import Kind
from models.link_words import movement

if TYPE_CHECKING:
    from models.report import Figure, Report


def settled(before: "Report", after: "Report", base_id: str) -> "Report":
    """`after` with the stated changes of an indicator brought up to date, if both years were known `before`."""
    old, new = before.figure(base_id), after.figure(base_id)
    if None in (old.value, old.last, new.value, new.last):
        return after
    if (old.value, old.last) == (new.value, new.last):
        return after
    return replace(after, figures=tuple(_settled(after, figure, base_id) for figure in after.figures))


def _settled(report: "Report", figure: "Figure", base_id: str) -> "Figure":
    """A sign stands only where the words around the amount say the opposite."""
    indicator = report.indicator(figure.indicator)
    if (
        indicator is None
        or indicator.kind is not Kind.CHANGE
        or indicator.base != base_id
        or not figure.value
    ):
        return figure
    said = movement(report, indicator, figure)
    if said is None:
        return figure
    words_rise = says_rise(report, figure.indicator) is not False
    is_as_worded = said.rises is None or said.rises is words_rise
    return replace(
        figure, value=said.amount if is_as_worded else said.amount.signed("+" if said.rises else "-")
    )
