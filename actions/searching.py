"""Searching in reports' texts as they are printed: every word asked for, whatever its width and case."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from models.letterhead import LETTERHEAD
from models.report import ATTACHMENTS, HEADING, Figure, Report
from models.target import Year
from models.text_places import all_texts, sentences
from models.title import printed_title

PREAMBLE = "preamble"
"""The key of the opening words, which stand among the letterhead's fields."""
_GAP = " …… "
_ALIKE = (
    {full: full - 0xFEE0 for full in range(0xFF01, 0xFF5F)}
    | {0x3000: 0x20, 0xA0: 0x20, 0x09: 0x20}
    | {upper: upper + 32 for upper in range(ord("A"), ord("Z") + 1)}
    | {upper: upper - 0xFEE0 + 32 for upper in range(ord("Ａ"), ord("Ｚ") + 1)}
)


@dataclass(frozen=True, slots=True)
class Text:
    """A text and where it stands: `key` is a section's, a letterhead field's, PREAMBLE, ATTACHMENTS or ``figure.<id>``;
    `item` the path of the item or the attachment's number. `alike` is the text with widths and cases made alike."""

    key: str
    item: tuple[int, ...]
    words: str
    alike: str


@dataclass(frozen=True, slots=True)
class Hit:
    """A sentence with all the words, or the sentences that have them together; `marks` are their places in it.

    `quote` is a sentence as it stands in the text.
    """

    key: str
    item: tuple[int, ...]
    sentence: str
    marks: tuple[tuple[int, int], ...]
    quote: str


def alike(text: str) -> str:
    """A text with full-width letters, digits and marks as half-width ones, and small letters; places stay the same."""
    return text.translate(_ALIKE)


def wanted_words(wish: str) -> tuple[str, ...]:
    """The words somebody typed to search for, each once."""
    return tuple(dict.fromkeys(alike(wish).split()))


def searchable(report: Report) -> tuple[Text, ...]:
    """Every text of a report with its links filled in: letterhead, body, attachments, figures."""
    everything = (*_letterhead(report), *_printed(report), *_figures(report))
    return tuple(
        Text(key, item, words, alike(words)) for key, item, text in everything if (words := _one_line(text))
    )


def hits(texts: Sequence[Text], words: Sequence[str]) -> Iterator[Hit]:
    """Where all the words stand in one text, in printing order; none for no words."""
    for text in texts:
        if words and all(word in text.alike for word in words):
            yield from _in_text(text, words)


_Placed = tuple[str, tuple[int, ...], str]


def _letterhead(report: Report) -> Iterator[_Placed]:
    yield "title", (), printed_title(report)
    for key in LETTERHEAD:
        if key != "title":
            yield key, (), report.letterhead.text(key)


def _printed(report: Report) -> Iterator[_Placed]:
    for place, stored in all_texts(report):
        is_plain = place.section == ATTACHMENTS and place.paragraph == HEADING
        yield place.section or PREAMBLE, place.item, stored if is_plain else report.printed(stored)


def _figures(report: Report) -> Iterator[_Placed]:
    for figure in report.figures:
        indicator = report.indicator(figure.indicator)
        if indicator is not None and (figure.value or figure.last):
            amounts = "　".join(_amounts(figure, indicator.unit))
            yield f"figure.{figure.indicator}", (), f"{indicator.name}　{amounts}"


def _amounts(figure: Figure, unit: str) -> Iterator[str]:
    for year in Year:
        amount = year.amount(figure)
        if amount is not None:
            yield f"{year}{amount.surface.removesuffix(unit)}{unit}"


def _one_line(text: str) -> str:
    return text.replace("\n", " ").strip()


def _in_text(text: Text, words: Sequence[str]) -> Iterator[Hit]:
    """Sentences that have all the words; where there is none, those that have some of them, together."""
    parts = [(one, alike(one)) for one in sentences(text.words)]
    whole = [one for one, folded in parts if all(word in folded for word in words)]
    some = [one for one, folded in parts if any(word in folded for word in words)]
    for quote in dict.fromkeys(whole):
        yield _hit(text, quote, quote, words)
    if not whole:
        yield _hit(text, _GAP.join(some) or text.words, some[0] if some else text.words, words)


def _hit(text: Text, sentence: str, quote: str, words: Sequence[str]) -> Hit:
    return Hit(
        text.key, text.item, sentence.strip(), tuple(_marks(alike(sentence.strip()), words)), quote.strip()
    )


def _marks(folded: str, words: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Where the words stand, places that overlap or touch as one."""
    found = sorted(
        (at, at + len(word)) for word in words for at in range(len(folded)) if folded.startswith(word, at)
    )
    while found:
        start, stop = found.pop(0)
        while found and found[0][0] <= stop:
            stop = max(stop, found.pop(0)[1])
        yield start, stop
