"""增减 says difference and per cent, of rates percentage points, and what is only about so."""

import pytest

from models.indicator import Indicator, Kind
from models.quantity import Quantity
from models.report import Figure
from ui.figures_columns import difference_words

COUNT, RATE = Indicator("a", "甲", "件"), Indicator("b", "乙", "%", Kind.RATE)


@pytest.mark.parametrize(
    ("indicator", "this", "last", "words"),
    [
        (COUNT, "165", "150", "+15（+10.00%）"),
        (COUNT, "120", "150", "-30（-20.00%）"),
        (COUNT, "150", "150", "持平"),
        (COUNT, "3", "0", "+3"),
        (COUNT, "23.5万", "20万", "+3.5万（+17.50%）"),
        (COUNT, "1万", "9000", "+1000（+11.11%）"),
        (COUNT, "约300", "200", "约+100（+50.00%）"),
        (RATE, "98.5%", "97%", "+1.5个百分点"),
        (COUNT, "3", None, ""),
        (COUNT, None, "3", ""),
    ],
)
def test_the_difference_in_words(
    indicator: Indicator, this: str | None, last: str | None, words: str
) -> None:
    value, before = (Quantity.parse(text) if text else None for text in (this, last))

    assert difference_words(indicator, Figure(indicator.id, value, before)) == words
