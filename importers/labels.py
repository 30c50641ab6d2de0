"""The words around an amount that say what it counts."""

import re
from bisect import bisect
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from importers import last_year
from importers.change_words import CHANGED, COMPARED
from importers.filler_words import essence
from importers.numbers import Amount

_SENTENCE_END = re.compile(r"[。；;！!？?\n]")
_PIECE_END = re.compile(r"[，,：:（()）]")
_ASIDE = re.compile(r"[(（][^()（）]*[)）]")
_MARKS = re.compile(r"[“”‘’\"「」『』《》〈〉\s]")
_PART = re.compile(
    r"(?:^|[。；;，,：:\s])(?:[一二三四五六七八九十]{1,2}是|首先|其次|再次|最后)"
    r"|第[一二三四五六七八九十]，"
)

# The sum of amounts before it: 建议63件、提案81件，合计144件.
_SUM = re.compile("(?:合计|总计|共计|，共)(?:为|达)?$")
_REST = re.compile("(?:其余|其他|余下|剩余)(?:的|为)?$")

# Of 受理许可申请3450件，受理3421件 the first were received.
_ACCEPTED = re.compile("(?:其中|依法|决定|予以|已)*受理")
_ACCEPTING = re.compile("受理(?=.*申请$)")

# The first and the second of two amounts: 由法定的20天缩短至5天.
_START = re.compile(
    "(?<![自理事缘])[由从](?:法定|承诺|原来|原有|原先|原|最初|年初|此前|过去|以往|[去上]年|[去上]年同期|最高)*的?$"
)
_RESULT = re.compile(
    "(?:大幅|进一步|平均|再|统一)?(?:缩短|压缩|压减|缩减|减少|精简|减|降低|下降|降|提升|提高|增加|增长|增|上升|上涨|调整|变)"
    "[至到为成]"
)

_THIS_YEAR = re.compile("今年|本年|当年|20[0-9]{2}年")

_NEAR = 200
"""So many characters around an amount are looked at."""


@dataclass(frozen=True, slots=True)
class Label:
    """What stands around one amount, quotation marks and blanks left out.

    - `words` stand directly before it, `behind` directly behind its unit.
    - `earlier`: the text that may tell what the words are about, from the last 一是, 二是 on.
    - `inherited`: nothing stands before it, the words are those of the amount before (813批次、1325人次).
    - `apart`: a comma stands between words and amount. `about`: the clause before that of the words.
    - `starting`: it is what was before a change (由20天缩短至5天), `resulting`: what has become of it.
    - `adjoining`: the amount before is in the same sentence.
    - `last_year`: it is said to be last year's; `recalls`: how many amounts on (negative: back) stands this year's of
      the same thing, 0 where that is not told.
    """

    words: str
    behind: str
    earlier: str
    inherited: bool = False
    apart: bool = False
    about: str = ""
    starting: bool = False
    resulting: bool = False
    adjoining: bool = False
    last_year: bool = False
    recalls: int = 0


def bare(text: str) -> str:
    """The text without quotation marks and blanks, as labels and aliases are compared."""
    return _MARKS.sub("", text)


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
        units = [one.unit for one in amounts[: number + 1]]
        found.append(_of_last_year(label, bare(sentences[-1]), found, units, year))
        _tell_result(found, units, year)
        _tell_received(found)
    return tuple(found)


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


def _of_last_year(
    label: Label, between: str, found: Sequence[Label], units: Sequence[str], year: int
) -> Label:
    """The label of the amount behind those `found`, with what it says of last year.

    Bare words (上年160件) recall the nearest amount of the sentence counted alike that is none of a change or of last
    year; words of their own (上年走访96家) recall the amount before them told in the same words.
    """
    if label.starting or label.resulting or not label.adjoining:
        return label
    told = COMPARED.sub("", label.words)
    if CHANGED.fullmatch(told) and any(found[one].last_year for one in [*_sentence(found)][:2]):
        return replace(label, words=f"较上年{told}")
    things = [
        one for one in _sentence(found) if not (found[one].last_year or CHANGED.search(found[one].words))
    ]
    place = len(found)
    if last_year.is_bare(between, year):
        base = next((one for one in things if units[one] == units[place]), None)
        subject = found[things[0] if base is None else base].words if things else ""
        return replace(
            label, words=subject, inherited=False, last_year=True, recalls=0 if base is None else base - place
        )
    thing = essence(last_year.without_year(label.words, year))
    if len(thing) > 1 and things and units[things[0]] == units[place]:
        told = essence(found[things[0]].words)
        if told.startswith(thing) or told.endswith(thing):
            return replace(label, last_year=True, recalls=things[0] - place)
    return label


def _sentence(found: Sequence[Label]) -> Iterator[int]:
    """The places of the amounts of the last sentence, the last one first."""
    for place in range(len(found) - 1, -1, -1):
        yield place
        if not found[place].adjoining:
            return


def _tell_result(found: list[Label], units: Sequence[str], year: int) -> None:
    """Where the last two amounts are last year's and then this year's of one thing, let their labels say so."""
    if len(found) < 2 or not found[-1].adjoining or units[-1] != units[-2]:
        return
    before, label = found[-2:]
    if label.resulting and before.last_year:
        found[-2] = replace(before, recalls=1)
        return
    thing = last_year.without_year(before.words, year)
    told = essence(label.words)
    if not before.last_year and _THIS_YEAR.match(label.words) and len(told) > 1 and thing.endswith(told):
        found[-2] = replace(before, last_year=True, recalls=1)
        found[-1] = replace(label, words=thing)


def _tell_received(found: list[Label]) -> None:
    """Where of 受理…申请 it is told next how many were 受理, let the first label say 收到."""
    if len(found) > 1 and found[-1].adjoining and _ACCEPTED.fullmatch(found[-1].words):
        found[-2] = replace(found[-2], words=_ACCEPTING.sub("收到", found[-2].words))


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
