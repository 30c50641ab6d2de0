"""Where a title too long for one line is broken (GB/T 9704-2012 §7.3.1).

回行时，要做到词意完整，排列对称，长短适宜，间距恰当; 标题排列应当使用梯形或菱形. Every way of breaking it is weighed:
what the break tears apart, and what shape the lines make.
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from math import ceil, inf

from exporters.layout.paragraph import Line, Setting, Shape, set_paragraph
from exporters.layout.units import BREAK, Span, Unit, may_part, remarked, units
from exporters.profile import Style

_SPARE_EM = 1.0
"""A broken title leaves a character free: full lines one below the other make no shape."""

_MOST_LINES = 4
"""A title of more lines is no title; it is broken like a paragraph."""

_WORDS = re.compile(
    r"中国共产党|中共|人民政府|管理委员会|委员会|街道办事处|办事处|办公室|管理局|[一-龥]局|[一-龥]厅"
    r"|关于|法治政府建设|法治建设|法治政府|依法行政|第一责任人|主体责任|主要负责人|责任制?|履行|推进|落实|贯彻|实施|工作|进展|情况的?"
    r"|年度|报告|总结|通知|方案|意见|征求|上半年|下半年|第[一二三四]季度"
)

_INSIDE_WORD = 60.0
_BEFORE_PARTICLE = 60.0
_INSIDE_ISSUER = 20.0
_LOST_ENDING = 30.0
_MORE_LINES = 8.0
_UNKNOWN_PLACE = 8.0


def set_title(text: str, style: Style, width_pt: float) -> tuple[Line, ...]:
    """The lines of a title, centred. A line break that is typed in the text is kept."""
    shape = Shape(width_pt, setting=Setting.CENTER)
    return tuple(
        line
        for part in text.split(BREAK)
        for broken in _broken(part.strip(), style, width_pt)
        for line in set_paragraph((Span(broken, style),), shape)
    )


def _broken(text: str, style: Style, width_pt: float) -> tuple[str, ...]:
    pieces = units((Span(text, style),), 1.0, width_pt)
    total = sum(piece.advance_pt for piece in pieces)
    if total <= width_pt:
        return (text,)
    widest = width_pt - _SPARE_EM * style.size_pt
    fewest = ceil(total / widest)
    if fewest > _MOST_LINES:
        return (text,)
    title = _Title(pieces, style.size_pt)
    ways = (
        (title.cost(way) + (len(way) + 1 - fewest) * _MORE_LINES, way)
        for count in range(fewest, min(fewest + 1, _MOST_LINES) + 1)
        for way in title.ways(count, 0, widest)
    )
    _, best = min(ways, default=(inf, ()))
    return tuple(remarked(pieces[start:end]) for start, end in title.lines(best))


class _Title:
    """A title's units, where it may be broken, and what each break costs."""

    def __init__(self, pieces: tuple[Unit, ...], size_pt: float) -> None:
        self._pieces = pieces
        self._at = [0.0]
        for piece in pieces:
            self._at.append(self._at[-1] + piece.advance_pt / size_pt)
        self._size_pt = size_pt
        self._costs = self._break_costs()

    def text(self, start: int, end: int) -> str:
        """The text from one unit to another."""
        return "".join(piece.text for piece in self._pieces[start:end])

    def lines(self, way: tuple[int, ...]) -> Iterator[tuple[int, int]]:
        """From where to where each line reaches when broken before the units that `way` names."""
        return zip((0, *way), (*way, len(self._pieces)), strict=True)

    def ways(self, count: int, start: int, widest_pt: float) -> Iterator[tuple[int, ...]]:
        """Every way of making `count` lines from a unit on, none wider than allowed."""
        widest = widest_pt / self._size_pt
        if self._at[-1] - self._at[start] > widest * count:
            return
        if count == 1:
            yield ()
            return
        for end in range(start + 1, len(self._pieces)):
            if self._at[end] - self._at[start] > widest:
                return
            if end in self._costs:
                yield from ((end, *rest) for rest in self.ways(count - 1, end, widest_pt))

    def cost(self, way: tuple[int, ...]) -> float:
        """How bad a way of breaking is, in characters of unevenness."""
        widths = [self._at[end] - self._at[start] for start, end in self.lines(way)]
        ending = _LOST_ENDING if widths[-1] < 4 else 0.0
        return sum(self._costs[place] for place in way) + _shape_cost(widths) + ending

    def _break_costs(self) -> dict[int, float]:
        text = self.text(0, len(self._pieces))
        inside = {place for word in _WORDS.finditer(text) for place in range(word.start() + 1, word.end())}
        word_edges = {edge for word in _WORDS.finditer(text) for edge in word.span()}
        issuer_end = max(text.find("关于"), 0)
        costs: dict[int, float] = {}
        place = 0
        for index, (before, after) in enumerate(pairwise(self._pieces), start=1):
            place += len(before.text)
            if may_part(before, after):
                costs[index] = _break_cost(text, place, place in inside, place in word_edges)
                if place < issuer_end and not before.text.isspace():
                    costs[index] += _INSIDE_ISSUER
        return costs


def _break_cost(text: str, place: int, is_inside_word: bool, is_word_edge: bool) -> float:
    before, after = text[:place], text[place:]
    if is_inside_word:
        return _INSIDE_WORD
    if after.startswith("的") or re.match("[年月日]", after):
        return _BEFORE_PARTICLE
    if after.startswith("关于") or before[-1].isspace():
        return 0.0
    if re.search(r"\d年度?$", before):
        return 1.0
    if before.endswith("关于"):
        return 5.0
    return 2.0 if is_word_edge else _UNKNOWN_PLACE


def _shape_cost(widths: list[float]) -> float:
    """上长下短 is best, 上短下长 and 菱形 are allowed, an hourglass is not; equal lines make no shape."""
    steps = [lower - upper for upper, lower in pairwise(widths)]
    hourglass = any(first < 0 < second for first, second in pairwise(steps))
    growing = 4.0 * any(step > 0 for step in steps)
    equal = 3.0 * sum(abs(step) < 0.5 for step in steps)
    return 20.0 * hourglass + growing + equal + 0.5 * (max(widths) - min(widths))
