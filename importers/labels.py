"""The words around an amount that say what it counts."""

import re
from bisect import bisect
from dataclasses import dataclass

from importers import last_year
from importers.filler_words import essence
from importers.label import Label, bare
from importers.numbers import Amount
from importers.related_labels import related

_SENTENCE_END = re.compile(r"[。；;！!？?\n]")
_PIECE_END = re.compile(r"[，,：:（()）]")
_ASIDE = re.compile(r"[(（][^()（）]*[)）]")
_PART = re.compile(
    r"(?:^|[。；;，,：:\s])(?:[一二三四五六七八九十]{1,2}是|首先|其次|再次|最后)"
    r"|第[一二三四五六七八九十]，"
)

# The sum of amounts before it: 建议63件、提案81件，合计144件.
_SUM = re.compile("(?:合计|总计|共计|，共)(?:为|达)?$")
_REST = re.compile("(?:其余|其他|余下|剩余)(?:的|为)?$")

# The first and the second of two amounts: 由法定的20天缩短至5天.
_START = re.compile(
    "(?<![自理事缘])[由从](?:法定|承诺|原来|原有|原先|原|最初|年初|此前|过去|以往|[去上]年|[去上]年同期|最高)*的?$"
)
_RESULT = re.compile(
    "(?:大幅|进一步|平均|再|统一)?(?:缩短|压缩|压减|缩减|减少|精简|减|降低|下降|降|提升|提高|增加|增长|增|上升|上涨|调整|变)"
    "[至到为成]"
)

_NEAR = 200
"""So many characters around an amount are looked at."""


def labels(text: str, amounts: tuple[Amount, ...], year: int = 0) -> tuple[Label, ...]:
    """The label of each amount of a paragraph; `year` is the report's, which tells the one before it."""
    found: list[Label] = []
    parts = [0, *(match.start() for match in _PART.finditer(text))]
    for number, amount in enumerate(amounts):
        between = text[amounts[number - 1].stop if number else 0 : amount.start]
        sentences = _SENTENCE_END.split(between)
        before = found[-1] if number and len(sentences) == 1 else None
        same_unit = before is not None and amount.unit == amounts[number - 1].unit
        following = amounts[number + 1].start if number + 1 < len(amounts) else len(text)
        behind = _behind(text[amount.stop : min(following, amount.stop + _NEAR)], following < len(text))
        part = parts[bisect(parts, amount.start) - 1]
        earlier = bare(text[max(part, amount.start - 2 * _NEAR) : amount.start])
        label = _label(_Around(sentences[-1], behind, earlier), before, same_unit, year)
        found.append(label)
    return related(text, amounts, found, year)


@dataclass(frozen=True, slots=True)
class _Around:
    """The text between an amount and the one before it or the sentence's beginning, and `Label.behind`, `earlier`."""

    between: str
    behind: str
    earlier: str


def _label(around: _Around, before: Label | None, same_unit: bool, year: int) -> Label:
    """The label from what stands around the amount; `before` is that of the amount before it in the sentence."""
    between = around.between
    words, about = _words(between[-_NEAR:], before is not None)
    start = _START.search(words) or last_year.beginning(words, year)
    inherited = resulting = False
    if before:
        if same_unit and not words and _SUM.search(between):
            words = f"{before.words}、合计"
        elif same_unit and not words and _REST.search(between):
            words = f"{essence(before.words)}其余"
        elif before.starting and _RESULT.fullmatch(last_year.result_year(words)):
            words, resulting = before.words, True
        elif not words and not (around.behind and _PIECE_END.search(between)):
            words, inherited = before.words, True
    starting = start is not None and not inherited
    return Label(
        words[: start.start()] if start and starting else words,
        around.behind,
        around.earlier,
        inherited=inherited,
        apart=_PIECE_END.search(between[-2:]) is not None,
        about=about,
        starting=starting,
        resulting=resulting,
        adjoining=before is not None,
        last_year=starting and last_year.beginning(words, year) is not None,
    )


def _words(between: str, follows: bool) -> tuple[str, str]:
    """The nearest words before an amount that say something, and those before them.

    What directly follows the amount before belongs to that: 68个小区、420栋高层建筑.
    """
    pieces = _PIECE_END.split(_ASIDE.sub("", between))
    if follows:
        pieces[0] = re.sub("^[^、]*、|[和及与]$", "", pieces[0])
    nearest, *others = map(bare, reversed(pieces))
    if follows and others:
        others.pop()
    telling = [words for words in (nearest, *others) if essence(words)]
    return telling[0] if telling else "", telling[1] if len(telling) > 1 else ""


def _behind(between: str, more: bool) -> str:
    """The words right behind an amount; where `more` amounts follow, those behind a 、 belong to the next."""
    clause = _PIECE_END.split(_SENTENCE_END.split(_ASIDE.sub("", between))[0])[0]
    if more and clause == _ASIDE.sub("", between):
        clause = clause.partition("、")[0]
    return bare(clause)
