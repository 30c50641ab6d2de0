"""Stated changes follow the amounts they are changes of.

同比增长26.44% stands in a text as it was stated, and a relation says whether the amounts bear it out. When one of the
amounts is changed, what was stated before is about other amounts: it is reckoned anew where both years are known, and
waits to be looked at where last year is not.
"""

from dataclasses import replace
from typing import TYPE_CHECKING

from models.change import is_plainly_linked, told_directions
from models.indicator import Kind
from models.link_words import reckoned_movement

if TYPE_CHECKING:
    from models.report import Figure, Report
    from models.year_on_year import Movement


def settled(before: "Report", after: "Report", base_id: str) -> "Report":
    """`after` with the changes of an indicator as its amounts now are, if these are others than `before`."""
    old, new = before.figure(base_id), after.figure(base_id)
    if (old.value, old.last) == (new.value, new.last):
        return after
    figures = tuple(
        _settled(after, figure, is_outdated=old.value is not None)
        if _is_change(after, figure, base_id)
        else figure
        for figure in after.figures
    )
    return replace(after, figures=figures)


def _is_change(report: "Report", figure: "Figure", base_id: str) -> bool:
    indicator = report.indicator(figure.indicator)
    return indicator is not None and indicator.kind is Kind.CHANGE and indicator.base == base_id


def _settled(report: "Report", figure: "Figure", *, is_outdated: bool) -> "Figure":
    """The amount as stated while the data bear it out, else reckoned."""
    indicator = report.indicator(figure.indicator)
    said = reckoned_movement(report, indicator, figure) if indicator else None
    if said is None:
        return replace(figure, is_carried=figure.is_carried or (is_outdated and figure.value is not None))
    sign = _sign(report, figure.indicator, said)
    return replace(figure, value=said.amount.signed(sign) if sign else said.amount, is_carried=False)


def _sign(report: "Report", change_id: str, said: "Movement") -> str:
    """What the words at its links do not tell; beside a verb outside the link a sign would be read twice."""
    told = set(told_directions(report, change_id))
    if said.rises is None or told == {said.rises} or is_plainly_linked(report, change_id):
        return ""
    return "+" if said.rises else "-"
