"""What the amounts of a sentence have to do with each other: this year's and last year's, received and accepted."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from importers import last_year
from importers.change_words import CHANGED, COMPARED
from importers.filler_words import essence
from importers.label import Label, bare
from importers.numbers import Amount

_THIS_YEAR = re.compile("今年|本年|当年|20[0-9]{2}年")
_RESPECTIVELY = "分别"
_LISTED = re.compile(r"^\s*[、和及与]\s*")
_AND = re.compile("[、和及与]")
_NAMES_END = re.compile("[同环]比$|[，、]$")

# Of 受理许可申请3450件，受理3421件 the first were received.
_ACCEPTED = re.compile("(?:其中|依法|决定|予以|已)*受理")
_ACCEPTING = re.compile("受理(?=.*申请$)")


def related(text: str, amounts: Sequence[Amount], found: Sequence[Label], year: int) -> tuple[Label, ...]:
    """The labels of a paragraph's amounts, each with what it has to do with others of its sentence."""
    labels = list(found)
    for place, label in enumerate(found):
        if _RESPECTIVELY in label.words and not (label.inherited or CHANGED.search(label.words)):
            _name_respectively(text, amounts, labels, place)
        if not label.adjoining:
            continue
        between = text[amounts[place - 1].stop : amounts[place].start]
        if _RESPECTIVELY in between:
            _tell_respectively(text, amounts, labels, place, year)
        if not labels[place].of:
            labels[place] = _of_last_year(labels, place, amounts, bare(between), year)
            _tell_result(labels, place, amounts, year)
            _tell_received(labels, place)
    return tuple(labels)


def _of_last_year(
    labels: Sequence[Label], place: int, amounts: Sequence[Amount], between: str, year: int
) -> Label:
    """The label of an amount with what it says of last year.

    Bare words (上年160件) tell of the nearest amount of the sentence counted alike that is none of a change or of last
    year; words of their own (上年走访96家) of the amount before them told in the same words.
    """
    label = labels[place]
    if label.starting or label.resulting:
        return label
    told = COMPARED.sub("", label.words)
    if CHANGED.fullmatch(told) and any(labels[one].last_year for one in [*_before(labels, place)][:2]):
        return replace(label, words=f"较上年{told}")
    things = _things(labels, place, year)
    if last_year.is_bare(between, year):
        alike = next((one for one in things if amounts[one].unit == amounts[place].unit), None)
        subject = labels[things[0] if alike is None else alike].words if things else ""
        of = 0 if alike is None else alike - place
        return replace(label, words=subject, inherited=False, last_year=True, of=of)
    thing = essence(last_year.without_year(label.words, year))
    if len(thing) > 1 and things and amounts[things[0]].unit == amounts[place].unit:
        same = essence(labels[things[0]].words)
        if same.startswith(thing) or same.endswith(thing):
            return replace(label, last_year=True, of=things[0] - place)
    return label


def _before(labels: Sequence[Label], place: int) -> Iterator[int]:
    """The places before one in its sentence, the nearest first."""
    while place and labels[place].adjoining:
        place -= 1
        yield place


def _things(labels: Sequence[Label], place: int, year: int) -> list[int]:
    """Those before a place that count something this year, the nearest first."""
    return [
        one
        for one in _before(labels, place)
        if not (labels[one].last_year or labels[one].of or CHANGED.search(labels[one].words))
        and last_year.told_year(labels[one].earlier) in ("", f"{year}年")
    ]


def _tell_respectively(
    text: str, amounts: Sequence[Amount], labels: list[Label], place: int, year: int
) -> None:
    """受理96件、办结90件，上年分别为88件、85件，同比分别增长9%和6%: let each amount be of its own one before."""
    between = bare(text[amounts[place - 1].stop : amounts[place].start]).replace(_RESPECTIVELY, "", 1)
    is_last = last_year.is_bare(between, year)
    change = COMPARED.sub("", labels[place].words.replace(_RESPECTIVELY, "", 1))
    listed = _listed(text, amounts, place)
    things = _things(labels, place, year)[: len(listed)][::-1]
    if len(things) < len(listed) or not (is_last or CHANGED.fullmatch(change)):
        return
    for one, thing in zip(listed, things, strict=True):
        if not is_last or amounts[one].unit == amounts[thing].unit:
            words = labels[thing].words if is_last else f"同比{change}"
            labels[one] = replace(
                labels[one], words=words, inherited=False, last_year=is_last, of=thing - one
            )


def _name_respectively(text: str, amounts: Sequence[Amount], labels: list[Label], place: int) -> None:
    """公证、司法鉴定分别为120件、35件: let each amount have its own of the names before."""
    names = _NAMES_END.sub("", labels[place].words.partition(_RESPECTIVELY)[0])
    listed = _listed(text, amounts, place)
    each = _AND.split(names)
    if len(each) == len(listed) > 1 and all(each):
        for one, words in zip(listed, each, strict=True):
            labels[one] = replace(labels[one], words=words, inherited=False)


def _listed(text: str, amounts: Sequence[Amount], place: int) -> list[int]:
    """The places of the amounts told in one breath from a place on: 3.5%和7%, 30%和下降14.46%."""
    listed = [place]
    for one in range(place + 1, len(amounts)):
        between = text[amounts[one - 1].stop : amounts[one].start]
        if not _LISTED.match(between) or CHANGED.sub("", _LISTED.sub("", between)):
            break
        listed.append(one)
    return listed


def _tell_result(labels: list[Label], place: int, amounts: Sequence[Amount], year: int) -> None:
    """Where an amount and the one before it are this year's and last year's of one thing, let both labels say so."""
    before, label = labels[place - 1], labels[place]
    if amounts[place].unit != amounts[place - 1].unit:
        return
    if label.resulting and before.last_year:
        labels[place - 1] = replace(before, of=1)
        return
    thing = last_year.without_year(before.words, year)
    told = essence(label.words)
    if not before.last_year and _THIS_YEAR.match(label.words) and len(told) > 1 and thing.endswith(told):
        labels[place - 1] = replace(before, last_year=True, of=1)
        labels[place] = replace(label, words=thing)


def _tell_received(labels: list[Label], place: int) -> None:
    """Where of 受理…申请 it is told next how many were 受理, let the first label say 收到."""
    if _ACCEPTED.fullmatch(labels[place].words):
        before = labels[place - 1]
        labels[place - 1] = replace(before, words=_ACCEPTING.sub("收到", before.words))
