"""Judging a relation of which the report does not print every amount."""

from models.case import Case
from models.indicator import Kind
from models.judgement import Judgement, Verdict
from models.relation import Strength, target_of
from models.rounding import CENT, Rounding
from models.solving import Implied, implied
from models.span import Span
from models.working import number


def unprinted(case: Case) -> Judgement:
    """What follows for the one amount that is missing, if it is one; whether there is such an amount at all.

    Of two amounts that are only said to be equal the one that is printed tells nothing new.
    """
    missing = [target for target in case.relation.targets if target not in case.known]
    if len(missing) == 1 and case.formula.is_equation and _may_follow(case, missing[0]):
        found = implied(case.operands, case.relation, missing[0])
        if found is not None and not target_of(found.solution):
            return _follows(case, found)
    return case.judged(Verdict.UNKNOWN, words=f"{case.title}无法核对：缺{case.names(missing)}。")


def _may_follow(case: Case, target: str) -> bool:
    """A relation that is only likely gives no rate: 执法人员占比 need not be 执法人员注册率."""
    indicator = case.operands.indicator(target.partition(".")[0])
    if indicator is None or indicator.kind is Kind.DATE:
        return False
    return case.relation.strength is Strength.HARD or indicator.kind is not Kind.RATE


def _follows(case: Case, found: Implied) -> Judgement:
    name, working = case.operands.name(found.target), case.writer.expression(found.solution)
    indicator = case.operands.indicator(found.target.partition(".")[0])
    assert indicator is not None
    if not found.spans:
        what = f"没有哪个整数的{name}能算出印出的百分比，四舍五入、截去尾数都不行"
        return case.failed(f"{working}不是整数", what, is_certain=False)
    if indicator.kind is Kind.COUNT and found.whole[1] < 0:
        what = f"{name}没有印出，按其他数算是{_amount(found, found.whole, case)}，不可能"
        return case.failed(f"{working}={_amount(found, found.whole, case)}", what, is_certain=False)
    ways = tuple(found.spans) if not found.is_exact else ()
    if ways == (Rounding.DOWN,):
        return _only_cut_off(case, found, working)
    outcome = _outcome(case, found)
    if_same = "口径一致的话" if case.relation.strength is Strength.SOFT else ""
    words = f"{case.title}缺{name}，{if_same}可反推{outcome.lstrip('=≈')}；请补上准确数再核对。"
    return case.judged(Verdict.IMPLIED, working + outcome, words, implied=found, roundings=ways)


def _only_cut_off(case: Case, found: Implied, working: str) -> Judgement:
    """No whole number is printed so when rounded."""
    name, value = case.operands.name(found.target), _amount(found, found.spans[Rounding.DOWN], case)
    words = (
        f"{case.title}四舍五入对不上：没有哪个整数的{name}四舍五入得到印出的百分比，只有{value}截去尾数才是；"
        f"请核对{name}和百分比，全文统一用四舍五入。"
    )
    return case.judged(
        Verdict.TRUNCATED,
        f"{working}≈{value}（截去尾数），四舍五入没有整数",
        words,
        implied=found,
        roundings=(Rounding.DOWN,),
        is_certain=False,
        is_doubtful=True,
    )


def _outcome(case: Case, found: Implied) -> str:
    """=566; ≈14724（四舍五入）或14723（截去尾数）; =18414～18416.5."""
    spans = list(found.spans.items())
    if found.is_exact or len({reach for _, reach in spans}) == 1:
        return f"={_amount(found, spans[0][1], case)}"
    if all(low == high for _, (low, high) in spans):
        return "≈" + "或".join(f"{_amount(found, reach, case)}（{way}）" for way, reach in spans)
    return f"={_amount(found, found.whole, case)}"


def _amount(found: Implied, reach: Span, case: Case) -> str:
    indicator = case.operands.indicator(found.target.partition(".")[0])
    is_rate = indicator is not None and indicator.unit in ("%", "‰")
    low, high = (number(value, CENT) for value in reach)
    return (low if low == high else f"{low}～{high}") + ("%" if is_rate else "")
