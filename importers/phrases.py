"""What of a text becomes the link to a statistic: its amount, or with the verb before it a phrase.

同比减少38.41% becomes 同比{{wm_msg_yoy.cut}}, which prints verb and amount; 下降2.60个百分点 is linked with its unit,
so that nothing of it stays behind when the phrase becomes 持平.
"""

import re
from dataclasses import replace

from importers.numbers import Amount
from models.indicator import Indicator, Kind
from models.linked_text import Link
from models.phrase import COUNTED_UNIT, UNIT, wording_before

_SHARED = re.compile("分别|各自|[和与、或至到-]$")
_SEVERAL = re.compile(r"\s*(?:和|与|及|、|至|到|或|[-—–~～]+)\s*[0-9０-９]")
"""One verb for several amounts (分别增长3%和5%) stays outside the links."""


def link_of(text: str, amount: Amount, indicator: Indicator, after: int = 0) -> tuple[Link, int, int]:
    """The link to an amount in a text, and which part of the text, behind `after`, it takes the place of."""
    phrase = _phrase(text, amount, indicator, after) if indicator.kind is Kind.CHANGE else None
    return phrase or (Link(indicator.id), amount.start, amount.end)


def _phrase(text: str, amount: Amount, indicator: Indicator, after: int) -> tuple[Link, int, int] | None:
    before = text[after : amount.start]
    wording = wording_before(before, indicator.unit)
    clause = re.split("[，,。；;：:]", before)[-1]
    if wording is None or amount.quantity.sign or _SHARED.search(clause) or _SEVERAL.match(text, amount.stop):
        return None
    end = amount.end
    if not amount.quantity.percent:
        written = text[amount.end : amount.stop]
        known = {indicator.unit: UNIT, f"个{indicator.unit}": COUNTED_UNIT}
        if written not in known:
            return None
        wording, end = replace(wording, unit=known[written]), amount.stop
    return Link(f"{indicator.id}.{wording.face}"), amount.start - len(wording.typed), end
