"""An amount's address: which indicator, which year. Formulas, cells and links write it ``fy_apply.last``."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from models.quantity import Quantity

if TYPE_CHECKING:
    from models.report import Figure

LAST = "last"
"""What stands behind the dot where last year's amount is meant."""


class Year(StrEnum):
    """The year an amount is of, by its name on screen and paper."""

    THIS = "本年"
    LAST = "上年"

    def target(self, indicator: str) -> str:
        """An indicator's amount of this year, as formulas and links write it."""
        return f"{indicator}.{LAST}" if self is Year.LAST else indicator

    def amount(self, figure: "Figure") -> Quantity | None:
        """A figure's amount of this year."""
        return figure.last if self is Year.LAST else figure.value


@dataclass(frozen=True, slots=True)
class Target:
    """An indicator's amount in one of the two years."""

    indicator: str
    year: Year = Year.THIS

    @classmethod
    def parse(cls, written: str) -> "Target":
        """The target a formula, cell or key names; any other word behind the dot is none of last year's."""
        indicator, _, face = written.partition(".")
        return cls(indicator, Year.LAST if face == LAST else Year.THIS)

    def __str__(self) -> str:
        return self.year.target(self.indicator)
