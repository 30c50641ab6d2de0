"""Does a relation hold in a report? What was reckoned, in numbers and in words."""

from itertools import chain

from models.approximating import approximate
from models.case import Case
from models.comparing import compared
from models.judgement import Judgement, Verdict
from models.operand import Operands
from models.relation import Relation, relations
from models.report import Report
from models.stated_relations import stated_relations
from models.unprinted import unprinted

__all__ = ["Judgement", "Verdict", "judge", "judgements"]


def judge(report: Report, relation: Relation) -> Judgement:
    """What comes of one relation."""
    return _judge(Operands(report), relation)


def judgements(report: Report) -> tuple[Judgement, ...]:
    """Every relation of which the report knows an amount: the declared ones in order, then those its texts state."""
    known = {figure.indicator for figure in report.figures if figure.value or figure.last}
    operands = Operands(report)
    wanted = (
        one
        for one in chain(relations().values(), stated_relations(report))
        if not known.isdisjoint(one.indicators)
    )
    return tuple(_judge(operands, one) for one in wanted)


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
