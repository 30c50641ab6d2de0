"""What stands in a cell of a workbook, whichever library read it."""

import re
from dataclasses import dataclass
from datetime import date, time, timedelta
from decimal import Decimal

_BLANKS = re.compile(r"\s+")
_HALF_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in a cell: a text, an exact number, yes or no, a day or a time, or nothing.

    Of a formula `content` is the value that was saved beside it, None where there is none. `format` is the number
    format. An error (#REF!) is a text with `is_error`.
    """

    content: str | Decimal | bool | date | time | timedelta | None = None
    format: str = "General"
    is_formula: bool = False
    is_error: bool = False

    @property
    def text(self) -> str:
        """The content as a text in one line; empty for a blank cell."""
        return "" if self.content is None else " ".join(str(self.content).split())


def half_width(text: str) -> str:
    """A text with letters, digits and marks of half width: １７９％ is 179%."""
    return text.translate(_HALF_WIDTH)


def squeezed(text: str) -> str:
    """A text without blanks, in half-width letters: what two people write alike."""
    return half_width(_BLANKS.sub("", text))
