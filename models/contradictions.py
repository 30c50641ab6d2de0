"""Relations that an office's figures contradict."""

from collections.abc import Iterable
from dataclasses import dataclass

from models.judging import Verdict, judge
from models.quantity import Quantity, plain
from models.relation import Relation, Strength, relations
from models.report import Figure, Report
from models.submission import Submission, exact, indicator_of, is_given, share_of


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A relation that does not hold in an office's figures, with the reckoning and one sentence on it."""

    office: str
    relation: Relation
    working: str
    words: str


def contradictions(one: Submission, approximate: frozenset[str] = frozenset()) -> list[Contradiction]:
    """The hard relations that fail in a submission; `approximate` are further keys of approximate amounts."""
    report = _report(one, one.approximate | approximate)
    known = {figure.indicator for figure in report.figures}
    judged = (judge(report, relation) for relation in _hard() if known.intersection(relation.indicators))
    return [
        Contradiction(one.organ, found.relation, found.working, found.words)
        for found in judged
        if found.verdict is Verdict.FAILS
    ]


def _hard() -> Iterable[Relation]:
    return (relation for relation in relations().values() if relation.strength is Strength.HARD)


def _report(one: Submission, approximate: frozenset[str]) -> Report:
    """A report of the figures that relations speak of."""
    wanted = {indicator for relation in _hard() for indicator in relation.indicators}
    return Report(
        one.year,
        "",
        figures=tuple(
            Figure(key, _quantity(key, this, approximate), _quantity(key, last, approximate))
            for key, this, last in zip(one.keys, one.values, one.lasts, strict=True)
            if key in wanted
        ),
    )


def _quantity(key: str, amount: float, approximate: frozenset[str]) -> Quantity | None:
    if not is_given(amount):
        return None
    indicator = indicator_of(key)
    share = share_of(indicator)
    value = exact(amount) * share
    return Quantity(
        plain(abs(value)),
        before="约" if key in approximate else "",
        sign="-" if value < 0 else "",
        percent=indicator.unit if share > 1 else "",
    )
