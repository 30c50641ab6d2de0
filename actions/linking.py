"""Put a link to a figure where a number stands: what becomes of the number."""

from dataclasses import dataclass, replace

from actions.drafting import amount_of
from models.errors import UserError
from models.filling import filled
from models.link_words import LAST
from models.linked_text import Link
from models.report import Figure, Report


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
    if link.face not in ("", LAST):
        return Prospect(f"插入后这里显示“{report.show(link)}”，代替所选的 {number}。", figure)
    try:
        amount = amount_of(indicator, number)
    except UserError as error:
        return Prospect(str(error), None)
    known = figure.last if link.face else figure.value
    whose = f"“{indicator.name}”的{'上' if link.face else '本'}年数"
    if known is None:
        amended = replace(figure, last=amount) if link.face else filled(figure, amount)
        return Prospect(f"“{number}”将记为{whose}。", amended)
    if amount is not None and known.surface == amount.surface:
        return Prospect("", figure)
    return Prospect(
        f"{whose}是 {known.surface}，不是所选的 {number}；插入后这里显示 {known.surface}。", figure
    )
