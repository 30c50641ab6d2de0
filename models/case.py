"""One relation in one report: the amounts it speaks of, and how a judgement on them is put."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal

from models.judgement import Judgement, Verdict
from models.operand import Operand, Operands
from models.reckoning import Formula, formula
from models.relation import Relation, Strength, target_of
from models.rounding import CENT, EXACTLY, Rounding, cut
from models.working import Writer, amount, number, percentage

GOOD, BAD = " ✓", " ✗"
_NAMED = 3
_INNER = str.maketrans("“”", "‘’")


@dataclass(frozen=True, slots=True)
class Case:
    """`known` are the amounts the report has of those the relation speaks of, by target."""

    operands: Operands
    relation: Relation
    known: dict[str, Operand]

    @property
    def writer(self) -> Writer:
        """Writes parts of the formula with the report's amounts."""
        return Writer(self.operands)

    @property
    def formula(self) -> Formula:
        """The relation's formula, ready to be reckoned."""
        return formula(self.relation.formula)

    @property
    def values(self) -> dict[str, Decimal]:
        """The known amounts, exact or taken as if they were."""
        return {target: operand.value for target, operand in self.known.items()}

    def results(self) -> tuple[Decimal, ...]:
        """What each side comes to. Raises ArithmeticError where it would have to divide by nought."""
        values = self.values
        return tuple(reckoning(values) for reckoning in self.formula.reckonings)

    @property
    def title(self) -> str:
        """The relation's name in quotes, quotes within it being single."""
        return f"“{self.relation.name.translate(_INNER)}”"

    def printed(self, side: int) -> Operand:
        """The amount that stands alone on a side."""
        return self.known[target_of(self.formula.nodes[side])]

    def name(self, side: int) -> str:
        """The name of the amount that stands alone on a side."""
        return self.operands.name(target_of(self.formula.nodes[side]))

    def names(self, targets: Iterable[str]) -> str:
        """Amounts by name, of many the first and how many."""
        names = [self.operands.name(target) for target in targets]
        return "、".join(names[:_NAMED]) + (f"等{len(names)}项" if len(names) > _NAMED else "")

    def judged(self, verdict: Verdict, working: str = "", words: str = "", **more: object) -> Judgement:
        """A judgement whose words name the relation; unless others are given they say no more than that it holds."""
        words = words or f"{self.title}{verdict}。"
        return Judgement(self.relation, verdict, working, words, **more)  # type: ignore[arg-type]

    def failed(self, working: str, what: str, *, is_certain: bool = True) -> Judgement:
        """A judgement that the relation does not hold; `what` says in words why."""
        is_soft = self.relation.strength is Strength.SOFT
        usual = "请核对，口径不同的在备注中写明" if is_soft else "请核对各数，改正写错的一个"
        words = f"{self.title}{'存疑' if is_soft else '对不上'}：{what}；{self.relation.note or usual}。"
        return self.judged(Verdict.FAILS, working + BAD, words, is_certain=is_certain)

    def divided_by_nought(self) -> Judgement:
        """A judgement that there is nothing to reckon."""
        return self.judged(Verdict.UNKNOWN, words=f"{self.title}无法核对：要除以的数是0；请核对。")

    def but_for_last_digits(self) -> str:
        """Words for a relation that holds but for the digits its amounts were cut to."""
        return f"{self.title}成立，相差的是各数四舍五入的尾数。"

    def explained(self, judgement: Judgement) -> Judgement:
        """A likely relation that does not hold is explained by the note of one of its figures."""
        if self.relation.strength is Strength.HARD:
            return judgement
        figures = map(self.operands.figure, self.relation.indicators)
        note = next((figure.note.strip() for figure in figures if figure and figure.note.strip()), "")
        if not note:
            return judgement
        words = f"{self.title}不相等或不相称，备注已说明：{note.rstrip('。')}。"
        working = judgement.working.replace(BAD, "（备注已说明）")  # no mark that says it is wrong
        return replace(judgement, verdict=Verdict.EXPLAINED, working=working, words=words)

    def reckoned(self, value: Decimal, printed: Operand) -> str:
        """A reckoned value with as many decimals as tell it from the printed one: 95.76%."""
        if not printed.mark:
            return number(value)
        quantum = printed.quantum or CENT
        while quantum > CENT**3 and cut(value, quantum, Rounding.HALF_UP) == printed.value:
            quantum /= 100
        return percentage(cut(value, quantum, Rounding.HALF_UP), printed.mark)

    def sum_up(self, value: Decimal, printed: Operand, side: int) -> str:
        """In words what a reckoned value says against the printed one."""
        first, last = self.name(side), amount(printed)
        if target_of(self.formula.nodes[1 - side]):
            return f"{self.name(1 - side)}是{amount(self.printed(1 - side))}，{first}是{last}"
        others = self.names(one for one in self.known if one != target_of(self.formula.nodes[side]))
        reckoned = self.reckoned(value, printed)
        if printed.mark:
            return f"{first}印作{last}，按{others}算是{reckoned}"
        difference = number(abs(EXACTLY.subtract(printed.value, value)))
        return f"{first}印作{last}，按{others}算是{reckoned}，相差{difference}"
