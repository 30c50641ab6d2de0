"""What comes of a relation in a report."""

from dataclasses import dataclass
from enum import StrEnum

from models.relation import Relation, Strength
from models.rounding import Rounding
from models.solving import Implied


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

    @property
    def is_agreement(self) -> bool:
        """Whether the relation holds, exactly or but for decimals that were cut."""
        return self in (Verdict.HOLDS, Verdict.ROUNDED, Verdict.TRUNCATED)


@dataclass(frozen=True, slots=True)
class Judgement:
    """A relation in a report.

    `relation` is the declared one without the optional addends the report lacks. `working` is the reckoning with its
    mark (``20+11+20+43+39+18+28=179 ✓``), `words` one Chinese sentence on it. `implied` is what follows for the one
    amount the report does not print. `roundings` are the ways of cutting decimals with which it holds, where some
    were cut. `is_certain`: exact amounts alone were reckoned with, all of them printed. `is_doubtful`: it does not
    fail, but the clerk is told: decimals were cut off instead of rounded, or approximate amounts do not agree.
    """

    relation: Relation
    verdict: Verdict
    working: str = ""
    words: str = ""
    implied: Implied | None = None
    roundings: tuple[Rounding, ...] = ()
    is_certain: bool = True
    is_doubtful: bool = False

    @property
    def is_trouble(self) -> bool:
        """Whether the clerk should look at it."""
        return self.verdict is Verdict.FAILS

    @property
    def is_error(self) -> bool:
        """Whether it is certainly wrong: arithmetic that must hold does not, with exact amounts that are all there."""
        return self.is_trouble and self.is_certain and self.relation.strength is Strength.HARD
