"""Which charts stand on the sheet 同比图, and from which cells of the table of figures each is drawn."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from models.chart import Chart, ChartKind, ChartPage
from models.document import Cell, Group, Table
from models.target import Year

_NEEDED = {"指标", "单位", "本年", "上年", "增减", "增减幅度"}


@dataclass(frozen=True, slots=True)
class Member:
    """An indicator of a chart: its name, its unit, its cells. `percent` is empty of a rate."""

    name: str
    unit: str
    this: Cell
    last: Cell
    percent: Cell
    is_compared: bool
    section: str


@dataclass(frozen=True, slots=True)
class Block:
    """A chart with what it is drawn from; `whole` is the cell whose parts the members are."""

    section: str
    chart: Chart
    members: tuple[Member, ...]
    whole: Cell | None = None

    @property
    def kind(self) -> ChartKind:
        return self.chart.kind

    def name(self, member: Member) -> str:
        """What a member is called: with its unit where those of the others differ."""
        return member.name if self.chart.unit else f"{member.name}（{member.unit}）"


def blocks(pages: Iterable[ChartPage], table: Table) -> tuple[Block, ...]:
    """The pages' charts in their order; what has not both years is compared with nothing and left out."""
    found = {member.this.target: member for member in _members(table)}
    made = (_block(chart, found) for page in pages for chart in page.charts)
    return tuple(block for block in made if block)


def _block(chart: Chart, found: Mapping[str, Member]) -> Block | None:
    members = [found[row.indicator] for row in chart.rows if row.indicator in found]
    if chart.kind is not ChartKind.PARTS:
        members = [one for one in members if one.is_compared]
    whole = found.get(chart.whole)
    if not members or (chart.whole and whole is None):
        return None
    return Block(members[0].section, chart, tuple(members), whole.this if whole else None)


def _members(table: Table) -> Iterator[Member]:
    at = {column.title: number for number, column in enumerate(table.columns)}
    if not at.keys() >= _NEEDED:
        return
    section = ""
    for row in table.rows:
        if isinstance(row, Group):
            section = row.title
            continue
        name, unit, this, last, difference, percent = (
            row[at[title]] for title in ("指标", "单位", Year.THIS, Year.LAST, "增减", "增减幅度")
        )
        has_both = this.number is not None and last.number is not None
        is_compared = has_both and bool(difference.formula)  # stated changes and dates are not
        yield Member(name.text, unit.text, this, last, percent, is_compared, section)
