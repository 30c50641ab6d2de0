"""What stands around one amount, as words to match and to name by."""

import re
from dataclasses import dataclass

_MARKS = re.compile(r"[“”‘’\"「」『』《》〈〉\s]")


@dataclass(frozen=True, slots=True)
class Label:
    """What stands around one amount, quotation marks and blanks left out.

    - `words` stand directly before it, `behind` directly behind its unit.
    - `earlier`: the text that may tell what the words are about, from the last 一是, 二是 on.
    - `inherited`: nothing stands before it, the words are those of the amount before (813批次、1325人次).
    - `apart`: a comma stands between words and amount. `about`: the clause before that of the words.
    - `starting`: it is what was before a change (由20天缩短至5天), `resulting`: what has become of it.
    - `adjoining`: the amount before is in the same sentence.
    - `last_year`: it is said to be last year's.
    - `of`: how many amounts on (negative: back) stands the one whose last year's amount, or of several told together
      whose change it is; 0 where that is not told.
    """

    words: str
    behind: str
    earlier: str
    inherited: bool = False
    apart: bool = False
    about: str = ""
    starting: bool = False
    resulting: bool = False
    adjoining: bool = False
    last_year: bool = False
    of: int = 0


def bare(text: str) -> str:
    """The text without quotation marks and blanks, as labels and aliases are compared."""
    return _MARKS.sub("", text)
