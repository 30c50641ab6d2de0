"""Offices by name: which are expected and missing, which sent two workbooks, which only share a name."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from models.submission import Submission, exact, is_given, plain_words

_SEPARATORS = re.compile(r"[、，,；;\s]+")
_ENDINGS = re.compile(
    r"(?:人民政府办公室|人民政府|司法局|依法治.{1,2}委员会办公室|委员会|(?<=[县市区旗州])委)$"
)
_PARTY = re.compile(r"^(?:中国共产党|中共)")
_CITY = re.compile(r"^.+(?:省|自治区|市|州|盟|地区)(?=..+[县区市旗]$)")
_SAME = 0.5
"""Two workbooks that agree in half of last year's amounts come from one office: those are settled."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """The submissions that count, each office once; `remarks` say in words what was left out and why."""

    submissions: tuple[Submission, ...]
    remarks: tuple[str, ...]


def missing_offices(expected: Iterable[str], present: Iterable[str]) -> tuple[str, ...]:
    """The expected names of which no office is present, in their order.

    A name stands for the place: 云岭县 is there when 云岭县人民政府 or 中共云岭县委员会、云岭县人民政府 is, and
    where only one of the two names the city, 云州市云岭县 is too.
    """
    return _strangers(dict.fromkeys(expected), present)


def unexpected_offices(expected: Iterable[str], present: Iterable[str]) -> tuple[str, ...]:
    """The offices present that no expected name stands for."""
    return _strangers(present, expected)


def _strangers(names: Iterable[str], others: Iterable[str]) -> tuple[str, ...]:
    full = {place for name in others for place in _places(name)}
    short = {_without_city(place) for place in full}
    return tuple(
        name
        for name in names
        if not any(place in full or place in short or _without_city(place) in full for place in _places(name))
    )


def each_office_once(
    submissions: Sequence[Submission], age: Callable[[Submission], tuple[str, float]]
) -> Chosen:
    """One submission for each office: of two the one with the greater `age` (moments, the first that differs decides).

    Places that only share their name (several cities have a 鼓楼区) differ in last year's amounts; both stay, told
    apart by the folder they lie in, or by the file.
    """
    by_name: dict[str, list[Submission]] = defaultdict(list)
    for one in submissions:
        by_name[plain_words(one.organ)].append(one)
    kept: dict[int, Submission] = {}
    remarks: list[str] = []
    for namesakes in by_name.values():
        groups = _by_office(namesakes)
        newest = [group[0] if len(group) == 1 else max(group, key=age) for group in groups]
        names = [one.organ if len(groups) == 1 else _told_apart(one, newest) for one in newest]
        kept |= {id(one): replace(one, organ=name) for one, name in zip(newest, names, strict=True)}
        remarks += _remarks(groups, newest, names)
    return Chosen(tuple(kept[id(one)] for one in submissions if id(one) in kept), tuple(remarks))


def _remarks(
    groups: Sequence[Sequence[Submission]], newest: Sequence[Submission], names: Sequence[str]
) -> Iterator[str]:
    """What became of workbooks under one name: of each office's group the newest counts."""
    if len(groups) > 1:
        organ = newest[0].organ
        yield f"有{len(groups)}个单位都写“{organ}”而上年数不同，按不同单位计入：{'、'.join(names)}。"
    for group, chosen in zip(groups, newest, strict=True):
        for one in group:
            if one is not chosen:
                yield f"“{one.organ}”报了不止一份，用较新的“{chosen.path.name}”，没有用“{one.path.name}”。"


def _by_office(namesakes: Sequence[Submission]) -> list[list[Submission]]:
    groups: list[list[Submission]] = []
    for one in namesakes:
        group = next((group for group in groups if _is_same_office(group[0], one)), None)
        if group is None:
            groups.append([one])
        else:
            group.append(one)
    return groups


def _is_same_office(one: Submission, other: Submission) -> bool:
    lasts = {key: last for key, last in zip(one.keys, one.lasts, strict=True) if is_given(last)}
    pairs = [
        (lasts[key], last)
        for key, last in zip(other.keys, other.lasts, strict=True)
        if is_given(last) and key in lasts
    ]
    return not pairs or sum(exact(mine) == exact(its) for mine, its in pairs) >= _SAME * len(pairs)


def _told_apart(office: Submission, namesakes: Sequence[Submission]) -> str:
    folders = {one.path.parent.name for one in namesakes}
    mark = office.path.parent.name if len(folders) == len(namesakes) else office.path.stem
    return f"{office.organ}（{mark}）"


def in_order(submissions: Iterable[Submission], names: Sequence[str]) -> list[Submission]:
    """The submissions in the order of a list of names, those it does not name behind, as they came."""
    places = {place: number for number, name in reversed([*enumerate(names)]) for place in _places(name)}

    def number(one: Submission) -> int:
        known = (places.get(place, places.get(_without_city(place))) for place in _places(one.organ))
        return min((place for place in known if place is not None), default=len(places))

    return sorted(submissions, key=number)


def _places(name: str) -> set[str]:
    """The places a name stands for: 云岭县 of 中共云岭县委员会、云岭县人民政府."""
    parts = {plain_words(part) for part in (name, *_SEPARATORS.split(name))}  # lists have 云 岭 县 as well
    return {_ENDINGS.sub("", _PARTY.sub("", part)) or part for part in parts if part}


def _without_city(place: str) -> str:
    return _CITY.sub("", place)
