"""Does a relation hold in a report? What was reckoned, in numbers and in words."""

from dataclasses import dataclass
from enum import StrEnum

from models.relation import Relation, relations
from models.report import Report


class Verdict(StrEnum):
    """What came of a relation: the word the clerk reads."""

    HOLDS = "成立"
    ROUNDED = "四舍五入成立"
    TRUNCATED = "截去尾数成立"
    FAILS = "不成立"
    IMPLIED = "可反推"
    APPROXIMATE = "有约数，无法核对"
    EXPLAINED = "已作说明"
    UNKNOWN = "缺数据"


@dataclass(frozen=True, slots=True)
class Judgement:
    """A relation in a report.

    `working` is the reckoning with its mark (``20+11+20+43+39+18+28=179 ✓``), `words` one Chinese sentence on it.
    """

    relation: Relation
    verdict: Verdict
    working: str = ""
    words: str = ""

    @property
    def is_trouble(self) -> bool:
        """Whether the clerk should look at it."""
        return self.verdict is Verdict.FAILS


def judge(report: Report, relation: Relation) -> Judgement:
    """What comes of one relation."""
    return Judgement(relation, Verdict.UNKNOWN)


def judgements(report: Report) -> tuple[Judgement, ...]:
    """Every relation of which the report knows an amount, in the order they are declared."""
    known = {figure.indicator for figure in report.figures if figure.value or figure.last}
    return tuple(judge(report, one) for one in relations().values() if known.intersection(one.indicators))
