"""Where the parts of a chart stand: nothing overlaps, nothing is cut off, whatever the words and the width."""

from decimal import Decimal
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from models.chart import Bar, Chart, ChartKind, ChartRow
from models.target import Year
from tests.strategies import FEW
from ui.chart_drawing import Box, Drawing, Role
from ui.chart_layout import Metrics, lay_out
from ui.chart_wrapping import wrapped

_SLACK = 0.01


def measure(text: str) -> float:
    return sum(7.0 if character.isascii() else 13.0 for character in text)


METRICS = Metrics(17.0, measure, lambda text: measure(text) * 1.05)
TEXTS = st.text(alphabet="云岭县行政复议（）“”，。、1234.%▲ ab", min_size=1, max_size=60).filter(str.strip)
VALUES = st.decimals(-(10**9), 10**9, places=1)
BARS = st.builds(Bar, st.sampled_from(Year), VALUES, TEXTS)
ROWS = st.builds(ChartRow, st.just("a"), TEXTS, st.lists(BARS, min_size=1, max_size=2).map(tuple), TEXTS)
CHARTS = st.builds(
    Chart, st.sampled_from(ChartKind), TEXTS, st.just("件"), st.lists(ROWS, min_size=1, max_size=4).map(tuple)
)


def overlap(one: Box, other: Box) -> bool:
    across = min(one.right, other.right) - max(one.x, other.x)
    down = min(one.bottom, other.bottom) - max(one.y, other.y)
    return across > _SLACK and down > _SLACK


def inside(box: Box, drawing: Drawing) -> bool:
    return (
        box.x >= -_SLACK
        and box.y >= -_SLACK
        and box.right <= drawing.width + _SLACK
        and box.bottom <= drawing.height + _SLACK
    )


@FEW
@given(st.lists(CHARTS, max_size=3), st.lists(TEXTS, max_size=2), st.floats(50, 1600))
def test_texts_and_bars_never_overlap_or_leave_the_drawing(
    charts: list[Chart], remarks: list[str], width: float
) -> None:
    drawing = lay_out(charts, remarks, width, METRICS)

    for one, other in combinations([words.box for words in drawing.words], 2):
        assert not overlap(one, other)
    for words in drawing.words:
        assert not any(overlap(words.box, stroke.box) for stroke in drawing.strokes)
    for one, other in combinations([stroke.box for stroke in drawing.strokes], 2):
        assert not overlap(one, other)
    placed = [one.box for one in drawing.words] + [one.box for one in drawing.strokes]
    placed += [one.box for one in drawing.rows]
    assert all(inside(box, drawing) for box in placed)


@FEW
@given(st.lists(CHARTS, min_size=1, max_size=3), st.floats(300, 1600))
def test_every_word_is_on_the_drawing_whole(charts: list[Chart], width: float) -> None:
    drawing = lay_out(charts, (), width, METRICS)
    shown = ["".join("".join(words.lines).split()) for words in drawing.words]

    for chart in charts:
        wanted = [chart.title, *(row.name for row in chart.rows), *(row.words for row in chart.rows)]
        wanted += [bar.label for row in chart.rows for bar in row.bars]
        assert all("".join(text.split()) in shown for text in wanted)


@FEW
@given(TEXTS, st.floats(14, 400))
def test_no_line_is_wider_than_its_column(text: str, width: float) -> None:
    assert all(measure(line) <= width for line in wrapped(text, width, measure))


def row(name: str, this: str, last: str) -> ChartRow:
    amounts = ((Year.LAST, last), (Year.THIS, this))
    return ChartRow(name, name, tuple(Bar(year, Decimal(text), text) for year, text in amounts), "持平")


def drawn(*rows: ChartRow) -> Drawing:
    return lay_out([Chart(ChartKind.COUNTS, "题", "件", rows)], (), 800, METRICS)


def lengths(drawing: Drawing) -> list[float]:
    """Of the bars, without the samples in the legend."""
    return [stroke.box.width for stroke in drawing.strokes[2:]]


def test_bars_are_as_long_as_their_amounts_and_nought_has_no_length() -> None:
    drawing = drawn(row("a", "100", "50"), row("b", "0", "25"))
    last, this, quarter, nothing = lengths(drawing)

    assert this == 2 * last == 4 * quarter > 0
    assert nothing == 0


def test_the_smallest_amount_can_still_be_seen() -> None:
    drawing = drawn(row("a", "6820000", "1"))

    assert min(lengths(drawing)) >= 2


def test_a_negative_amount_points_the_other_way() -> None:
    drawing = drawn(row("a", "-40", "80"))
    zero = drawing.axes[0].x
    last, this = (stroke.box for stroke in drawing.strokes[2:])

    assert this.right == zero == last.x


def test_numbers_are_not_broken_and_marks_stay_with_their_neighbours() -> None:
    assert wrapped("共办结12345件（含上年），其余略", 13 * 4, measure) == (
        "共办结",
        "12345件",
        "（含上",
        "年），其",
        "余略",
    )


def test_the_axes_of_all_charts_of_a_page_stand_below_each_other() -> None:
    charts = [
        Chart(ChartKind.COUNTS, "题", "件", (row(name, "3", "2"),)) for name in ("短", "很长很长的名称")
    ]
    drawing = lay_out(charts, (), 800, METRICS)

    assert len({axis.x for axis in drawing.axes}) == 1


def test_a_chart_of_parts_has_no_legend() -> None:
    chart = Chart(
        ChartKind.PARTS,
        "题",
        "件",
        (ChartRow("a", "甲", (Bar(Year.THIS, Decimal(3), "3件"),), "100.0%"),),
        "b",
    )

    assert Role.LEGEND not in {words.role for words in lay_out([chart], (), 800, METRICS).words}
