"""Which of the rows found make up a report: the ones with which the report's seal holds."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations, islice

from models.salvage.older import Older
from models.sealed_rows import ContentRow, ReportRow

_MOST_TRIES = 2000

Rows = dict[str, ContentRow]


def proven(
    rows: Sequence[ReportRow],
    candidates: Mapping[str, Sequence[ContentRow]],
    known: Iterable[str],
    older: Sequence[Older],
) -> tuple[ReportRow, Rows] | None:
    """A report's row and contents that are exactly what was stored last; None where that cannot be shown.

    A damaged row counts with the seal in it: what it held may be found in an older state. `known` are the keys that
    the report had according to the file's index.
    """
    for row in rows:
        tries = _selections(row.id, candidates, frozenset(known), older)
        for selection in islice(tries, _MOST_TRIES):
            seals = [one.seal for one in selection.values()]
            for variant in _variants(row, older):
                if variant.holds(seals):
                    return variant, selection
    return None


def first_choice(candidates: Mapping[str, Sequence[ContentRow]]) -> Rows:
    """Of each key the row that is to be believed first."""
    return {key: found[0] for key, found in candidates.items()}


def _selections(
    number: int,
    candidates: Mapping[str, Sequence[ContentRow]],
    known: frozenset[str],
    older: Sequence[Older],
) -> Iterator[Rows]:
    first = first_choice(candidates)
    yield first
    sound = {key: row for key, row in first.items() if row.is_sound}
    for state in older:
        for have in (first, sound):
            for missing in (known - have.keys(), state.contents.keys() - have.keys()):
                if missing and missing <= state.contents.keys():
                    yield have | {key: state.row_of(number, key) for key in missing}
    yield from _deviations(first, candidates)


def _deviations(first: Rows, candidates: Mapping[str, Sequence[ContentRow]]) -> Iterator[Rows]:
    """One or two keys otherwise than at first sight: another row, or none because it had been deleted."""
    others: list[tuple[str, ContentRow | None]] = [
        (key, one) for key, found in candidates.items() for one in (*found[1:], None)
    ]
    for many in (1, 2):
        for changes in combinations(others, many):
            selection: dict[str, ContentRow | None] = {**first, **dict(changes)}
            yield {key: one for key, one in selection.items() if one}


def _variants(row: ReportRow, older: Sequence[Older]) -> Iterator[ReportRow]:
    """The row, and what it was if what never changes in it was damaged."""
    yield row
    for state in older:
        if state.row:
            kept = replace(row, uid=state.row.uid, created=state.row.created)
            yield kept
            if state.time == row.updated or state.row.revision == row.revision:
                yield replace(state.row, seal=row.seal)
                if state.is_akin:  # else the other report would be proven, not this one
                    yield state.row
