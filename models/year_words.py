"""Words in carried texts that may have been true of last year only: found and listed, changed when somebody says so."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, partial
from itertools import groupby

import resources
from models.carrying import carried_places
from models.linked_text import blanked
from models.normalise import normalise
from models.report import ATTACHMENTS, Item, Place, Report, Section
from models.text_places import all_texts, with_text_changed

_DIGITS = "〇一二三四五六七八九"
_ZEROS = str.maketrans("零○", "〇〇")
_FOUR = re.compile(r"\d{4}")
_CHINESE_YEAR = re.compile("[一二][九〇零○][〇零○一二三四五六七八九]{2}")
_TITLES = re.compile("《[^《》]*》")
_AROUND = 8
"""Characters quoted on either side of a word."""


@dataclass(frozen=True, slots=True)
class WordKind:
    """A kind of word as `resources/word_lists/year_words.toml` declares it.

    `shift`: how its year is moved on ("year" digits, "chinese" characters, "" not at all).
    """

    name: str
    pattern: re.Pattern[str]
    advice: str
    shift: str = ""


@dataclass(frozen=True, slots=True)
class YearWord:
    """A word to look at: where (`start` counts in the stored text), what, with its surroundings.

    `year` is the year it names, 0 for none. `suggestion` is what a machine would write instead, None where only a
    person can tell.
    """

    place: Place
    start: int
    word: str
    quote: str
    kind: str
    advice: str
    year: int
    suggestion: str | None


def year_words(report: Report) -> tuple[YearWord, ...]:
    """The words of a report's carried texts that still stand as they stood last year, in printing order."""
    return tuple(
        word for place, stored in carried_texts(report) for word in _still_old(report, place, stored)
    )


def carried_texts(report: Report) -> Iterator[tuple[Place, str]]:
    """Every carried text as stored: opening words, sections' headings and own words, items, attachments."""
    carried: set[tuple[str, tuple[int, ...]]] = {("", ())} if report.is_preamble_carried else set()
    carried.update(carried_places(report))
    carried.update((ATTACHMENTS, (n,)) for n, one in enumerate(report.attachments, start=1) if one.is_carried)
    for place, stored in all_texts(report):
        if (place.section, place.item) in carried:
            yield place, stored


def with_words_replaced(report: Report, words: Iterable[YearWord]) -> Report:
    """The report with each word's suggestion in its place; what no longer stands there is left alone.

    The texts wait as before: nobody has read them, only their years are new.
    """
    ordered = sorted(words, key=lambda word: (_order(word.place), -word.start))
    for place, group in groupby(ordered, key=lambda word: word.place):
        report = with_text_changed(report, place, partial(_replaced, list(group)))
    return report


@cache
def word_kinds() -> tuple[WordKind, ...]:
    """The declared kinds; where two meet, the earlier one has the word."""
    return tuple(
        WordKind(
            entry["name"],
            re.compile(entry["pattern"]),
            entry["advice"],
            entry.get("shift", ""),
        )
        for entry in resources.read_toml("word_lists/year_words.toml")["word"]
    )


def _still_old(report: Report, place: Place, stored: str) -> Iterator[YearWord]:
    """The words of one text, without those that stand otherwise than in last year's."""
    found = list(_words(report, place, stored))
    before = _last_years_words(report, place, stored, found)
    for number, word in enumerate(found):
        if before is None or before[number] == normalise(word.word):
            yield word


def _words(report: Report, place: Place, stored: str) -> Iterator[YearWord]:
    text = blanked(stored)
    taken: list[tuple[int, int, WordKind]] = []
    for kind in word_kinds():
        for match in kind.pattern.finditer(text):
            if all(match.end() <= start or end <= match.start() for start, end, _ in taken):
                taken.append((match.start(), match.end(), kind))
    titles = [match.span() for match in _TITLES.finditer(text)]
    for start, end, kind in sorted(taken, key=lambda one: one[0]):
        is_name = any(first < start < last for first, last in titles)
        yield YearWord(
            place,
            start,
            stored[start:end],
            _surroundings(report, stored, start, end),
            kind.name,
            kind.advice,
            _year(text[start:end]),
            None if is_name and kind.shift else _suggestion(report, kind, stored[start:end]),
        )


def _suggestion(report: Report, kind: WordKind, word: str) -> str | None:
    """Last year's year, and those directly before and after it, move on together."""
    since = report.reference_year or report.year - 1
    if not kind.shift or abs(_year(word) - since) > 1:
        return None
    later = _year(word) + report.year - since
    if kind.shift == "year":
        return _FOUR.sub(str(later), word, count=1)
    return _CHINESE_YEAR.sub("".join(_DIGITS[int(digit)] for digit in str(later)), word, count=1)


def _year(word: str) -> int:
    """The first year in a word, 0 for none."""
    if match := _FOUR.search(word):
        return int(match[0])
    if match := _CHINESE_YEAR.search(word):
        return int("".join(str(_DIGITS.index(one)) for one in match[0].translate(_ZEROS)))
    return 0


def _last_years_words(
    report: Report, place: Place, stored: str, found: list[YearWord]
) -> tuple[str, ...] | None:
    """What stood last year where these words stand; None where last year's text cannot be found."""
    pattern, at = "", 0
    for word in found:
        pattern += _literal(stored[at : word.start]) + f"({re.escape(normalise(word.word))}|.+?)"
        at = word.start + len(word.word)
    expected = re.compile(pattern + _literal(stored[at:]), re.DOTALL)
    opening = normalise(blanked(stored).partition("\0")[0][: found[0].start]) if found else ""
    for text in _reference_texts(report, place.section):
        if text.startswith(opening) and (match := expected.fullmatch(text)):
            return match.groups()
    return None


def _literal(stored: str) -> str:
    """A piece of stored text as a pattern of what it prints: whatever a link showed fits."""
    runs = re.split("\0+", blanked(stored))
    return ".*?".join(re.escape(normalise(run)) for run in runs)


def _reference_texts(report: Report, key: str) -> Iterator[str]:
    section = next((one for one in report.reference if one.key == key), None)
    return _all_texts(section) if section else iter(())


def _all_texts(whole: Section | Item) -> Iterator[str]:
    yield from (whole.title, *whole.paragraphs)
    for item in whole.items:
        yield from _all_texts(item)


def _surroundings(report: Report, stored: str, start: int, end: int) -> str:
    before = report.printed(stored[:start])
    return before[-_AROUND:] + stored[start:end] + report.printed(stored[end:])[:_AROUND]


def _replaced(words: list[YearWord], text: str) -> str:
    """`words` come from the last to the first, so that places stay places."""
    for word in words:
        end = word.start + len(word.word)
        if word.suggestion is not None and text[word.start : end] == word.word:
            text = text[: word.start] + word.suggestion + text[end:]
    return text


def _order(place: Place) -> tuple[str, tuple[int, ...], int]:
    return place.section, place.item, place.paragraph
