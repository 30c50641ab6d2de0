"""Put a link to a figure where a number stands: what becomes of the number."""

from dataclasses import dataclass

from actions.drafting import amount_of
from models.errors import UserError
from models.filling import filled
from models.linked_text import Link
from models.report import Figure, Report
from models.target import Target


@dataclass(frozen=True, slots=True)
class Prospect:
    """What linking would do: the sentence for the clerk ("" for nothing to say) and the figure afterwards.

    Without a figure the number does not fit the indicator.
    """

    words: str
    figure: Figure | None


def prospect(report: Report, link: Link, number: str) -> Prospect:
    """What linking a number (with its unit; "" for none) to an indicator would do.

    The number becomes the figure's amount only where it has none: an amount from 数据 is never overwritten.
    """
    figure = report.figure(link.figure)
    indicator = report.indicator(link.figure)
    if not number or indicator is None:
        return Prospect("", figure)
    target = Target.parse(link.target)
    if str(target) != link.target:
        return Prospect(f"插入后这里显示“{report.show(link)}”，代替所选的 {number}。", figure)
    try:
        amount = amount_of(indicator, number)
    except UserError as error:
        return Prospect(str(error), None)
    known = target.year.amount(figure)
    whose = f"“{indicator.name}”的{target.year}数"
    if known is None:
        return Prospect(f"“{number}”将记为{whose}。", filled(figure, amount, target.year))
    if amount is not None and known.surface == amount.surface:
        return Prospect("", figure)
    return Prospect(
        f"{whose}是 {known.surface}，不是所选的 {number}；插入后这里显示 {known.surface}。", figure
    )
