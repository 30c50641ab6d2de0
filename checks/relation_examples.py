"""Small reports in which a relation holds and fails, made from its formula: the examples of its rule."""

from collections.abc import Sequence
from decimal import Decimal
from itertools import permutations

from checks.rule import Examples
from models.indicator import Kind, catalogue
from models.linked_text import Link
from models.quantity import Quantity, plain
from models.reckoning import formula
from models.relation import Relation, target_of
from models.report import Figure, Report, Section
from models.rounding import CENT, Rounding, cut

_WRONG = Decimal(7)


def examples(relation: Relation) -> Examples:
    """Reports that break the relation, and such as keep it."""
    alone = formula(relation.formula).alone
    if formula(relation.formula).is_equation and alone is not None:
        return _equation(relation, alone)
    sizes = [Decimal(10) ** power for power in range(1, len(relation.targets) + 1)]
    keeps = next(values for values in permutations(sizes) if _holds(relation, values))
    breaks = next(values for values in permutations(sizes) if not _holds(relation, values))
    return (_report(relation, breaks),), (_report(relation, keeps),)


def _equation(relation: Relation, side: int) -> Examples:
    """The amount that stands alone is reckoned from the others, then changed."""
    ready = formula(relation.formula)
    alone = target_of(ready.nodes[side])
    others = [target for target in relation.targets if target != alone]
    values = {target: Decimal(10) ** (len(others) - place) for place, target in enumerate(others)}
    value = cut(ready.reckonings[1 - side](values), CENT, Rounding.HALF_UP)
    kept = [values.get(target, value) for target in relation.targets]
    broken = [values.get(target, value + _WRONG) for target in relation.targets]
    return (_report(relation, broken),), (_report(relation, kept),)


def _holds(relation: Relation, values: Sequence[Decimal]) -> bool:
    ready, amounts = formula(relation.formula), dict(zip(relation.targets, values, strict=True))
    results = [reckoning(amounts) for reckoning in ready.reckonings]
    return all(
        holds(one, other)
        for holds, one, other in zip(ready.comparisons, results[:-1], results[1:], strict=True)
    )


def _report(relation: Relation, values: Sequence[Decimal]) -> Report:
    amounts = dict(zip(relation.targets, values, strict=True))
    figures = tuple(
        Figure(one, _quantity(one, amounts.get(one)), _quantity(one, amounts.get(f"{one}.last")))
        for one in relation.indicators
    )
    text = "，".join(Link(one).token for one in relation.indicators)
    body = Section("measures", "主要举措和成效", (f"{text}。",))
    return Report(2025, "county-regulation", sections=(body,), figures=figures)


def _quantity(indicator_id: str, value: Decimal | None) -> Quantity | None:
    if value is None:
        return None
    is_rate = catalogue()[indicator_id].kind in (Kind.RATE, Kind.CHANGE)
    return Quantity(plain(value), percent="%" if is_rate else "")
