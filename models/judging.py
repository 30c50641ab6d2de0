"""Does a relation hold in a report? What was reckoned, in numbers and in words."""

from functools import lru_cache
from itertools import chain

from models.approximating import approximate
from models.case import Case
from models.comparing import compared
from models.judgement import Judgement, Verdict
from models.operand import Operands, operands_of
from models.relation import Relation, relations
from models.report import Report
from models.stated_relations import stated_relations
from models.unprinted import unprinted

__all__ = ["Judgement", "Verdict", "judge", "judgements"]


def judge(report: Report, relation: Relation) -> Judgement:
    """What comes of one relation; reckoned once for each state of a report."""
    return _judging(report).judge(relation)


@lru_cache(maxsize=4)
def judgements(report: Report) -> tuple[Judgement, ...]:
    """Every relation of which the report knows an amount: the declared ones in order, then those its texts state."""
    known = {figure.indicator for figure in report.figures if figure.value or figure.last}
    wanted = (
        one
        for one in chain(relations().values(), stated_relations(report))
        if not known.isdisjoint(one.indicators)
    )
    return tuple(judge(report, one) for one in wanted)


class _Judging:
    """What has come of a report's relations so far."""

    def __init__(self, report: Report) -> None:
        self._operands = operands_of(report)
        self._found: dict[Relation, Judgement] = {}

    def judge(self, relation: Relation) -> Judgement:
        if relation not in self._found:
            self._found[relation] = _judge(self._operands, relation)
        return self._found[relation]


@lru_cache(maxsize=4)
def _judging(report: Report) -> _Judging:
    return _Judging(report)


def _judge(operands: Operands, relation: Relation) -> Judgement:
    lacking = [one for one in relation.optional if operands.get(one) is None]
    relation = relation.without(lacking)
    known = {target: operands.get(target) for target in relation.targets}
    case = Case(operands, relation, {target: operand for target, operand in known.items() if operand})
    if len(case.known) < len(known):
        judgement = unprinted(case)
    elif any(operand.is_approximate for operand in case.known.values()):
        judgement = approximate(case)
    else:
        judgement = compared(case)
    return case.explained(judgement) if judgement.is_trouble else judgement
