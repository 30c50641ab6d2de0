"""A chart as plain values: what is drawn of a report's figures, and the words at every bar."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from models.target import Year


class ChartKind(StrEnum):
    """What a chart shows: counts of two years, rates of two years, or the parts of one whole."""

    COUNTS = "counts"
    RATES = "rates"
    PARTS = "parts"


@dataclass(frozen=True, slots=True)
class Bar:
    """One amount: its year, its value as drawn (a percentage is the number before the sign), its printed form."""

    year: Year
    value: Decimal
    label: str


@dataclass(frozen=True, slots=True)
class ChartRow:
    """What belongs to one indicator: its bars from top to bottom and the words behind them (▲ 9.33%, 29.3%)."""

    indicator: str
    name: str
    bars: tuple[Bar, ...]
    words: str = ""

    @property
    def description(self) -> str:
        """The row as a sentence, for whoever cannot see the bars."""
        amounts = "，".join(f"{bar.year}{bar.label}" for bar in self.bars)
        spoken = self.words.replace("▲ ", "上升").replace("▼ ", "下降")
        return "，".join(part for part in (f"{self.name}：{amounts}", spoken) if part)

    @property
    def size(self) -> Decimal:
        """The length of its longest bar."""
        return max((abs(bar.value) for bar in self.bars), default=Decimal(0))


@dataclass(frozen=True, slots=True)
class Chart:
    """Rows on one axis. `unit` is what they are counted in, "" where that differs; `whole` is the indicator whose parts
    they are, "" where two years are compared."""

    kind: ChartKind
    title: str
    unit: str
    rows: tuple[ChartRow, ...]
    whole: str = ""

    @property
    def span(self) -> tuple[Decimal, Decimal]:
        """From where to where its axis goes; nought is always on it, and of percentages the hundred."""
        values = [bar.value for row in self.rows for bar in row.bars]
        least, most = min(values, default=Decimal(0)), max(values, default=Decimal(0))
        if self.kind is ChartKind.RATES and most > 0:
            most = max(most, Decimal(100))
        return min(least, Decimal(0)), max(most, Decimal(0))

    @property
    def years(self) -> tuple[Year, ...]:
        """The years it has bars of, the earlier one first."""
        found = {bar.year for row in self.rows for bar in row.bars}
        return tuple(year for year in (Year.LAST, Year.THIS) if year in found)


@dataclass(frozen=True, slots=True)
class ChartPage:
    """The charts of one subject of a section. `remarks` are sentences on what is not drawn, and why."""

    section: str
    topic: str
    charts: tuple[Chart, ...]
    remarks: tuple[str, ...] = ()
