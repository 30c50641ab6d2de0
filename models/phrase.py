"""Words for changes on last year: which verb says that something rose, and what is said when it fell instead.

A link that prints verb and amount together has a face naming the verb as it was typed (``wm_msg_yoy.cut`` prints
减少38.41%), then, where it was typed, the particle between verb and amount (``.cut.le``: 减少了) and how the unit that
belongs to the phrase is written (``.sink.ge``: 下降2.60个百分点).
"""

import re
from dataclasses import dataclass
from functools import cache
from typing import Self

UNCHANGED = "持平"


@dataclass(frozen=True, slots=True)
class Verb:
    """A word for a change. `opposite` is the face of the word for the other direction.

    A noun (增幅) names an amount that may be nothing; a verb does not, and becomes 持平.
    """

    face: str
    word: str
    rises: bool
    opposite: str
    is_noun: bool = False


def _pair(up: str, rising: str, down: str, falling: str, *, is_noun: bool = False) -> tuple[Verb, Verb]:
    return Verb(up, rising, True, down, is_noun), Verb(down, falling, False, up, is_noun)


_VERBS = (
    *_pair("grow", "增长", "fall", "下降"),
    *_pair("rise", "上升", "sink", "下降"),
    *_pair("add", "增加", "cut", "减少"),
    *_pair("lift", "提高", "lower", "降低"),
    *_pair("climb", "上涨", "drop", "下跌"),
    *_pair("float", "上浮", "dip", "下浮"),
    *_pair("more", "增", "less", "减"),
    *_pair("up", "升", "down", "降"),
    Verb("boost", "提升", True, "sink"),
    Verb("ease", "回落", False, "rise"),
    Verb("press", "压降", False, "grow"),
    Verb("slip", "下滑", False, "grow"),
    *_pair("increase", "增幅", "decrease", "降幅", is_noun=True),
    *_pair("growth", "增长率", "decline", "下降率", is_noun=True),
)
"""Every verb once by face; of two faces for one word the first is that of amounts, the second that of rates."""

PARTICLES = {"le": "了", "da": "达", "dadao": "达到", "wei": "为"}
"""What may stand between verb and amount: its part of the face, its word."""

UNIT, COUNTED_UNIT = "unit", "ge"
"""Parts of a face: the indicator's unit belongs to the phrase, without and with 个 before it."""

POINTS = "百分点"
TIMES = "倍"

_TYPED = re.compile(
    f"({'|'.join(sorted({verb.word for verb in _VERBS}, key=len, reverse=True))})"
    f"({'|'.join(sorted(PARTICLES.values(), key=len, reverse=True))})?$"
)
_OTHER_WORD = re.compile(r"(?:[压缩精递倍激猛骤新递][增减降]|[下提直爬晋跃][升降])$")
"""Words that end like a verb of one character and are another: 压减, 新增, 递增."""


@cache
def verbs() -> dict[str, Verb]:
    """Every verb by its face."""
    return {verb.face: verb for verb in _VERBS}


@dataclass(frozen=True, slots=True)
class Wording:
    """How a phrase is worded: the verb as typed, the particle behind it, and the unit if it belongs to the phrase."""

    verb: Verb
    particle: str = ""
    unit: str = ""

    @classmethod
    def parse(cls, face: str) -> Self | None:
        """The wording a face names, None where it names none."""
        first, *others = face.split(".")
        verb = verbs().get(first)
        unit = others.pop() if others and others[-1] in (UNIT, COUNTED_UNIT) else ""
        particle = others.pop() if others and others[-1] in PARTICLES else ""
        return cls(verb, particle, unit) if verb and not others else None

    @property
    def face(self) -> str:
        """The wording as part of a link."""
        return ".".join(filter(None, (self.verb.face, self.particle, self.unit)))

    @property
    def typed(self) -> str:
        """What stands before the amount, as it was typed."""
        return f"{self.verb.word}{PARTICLES.get(self.particle, '')}"

    def words(self, rises: bool) -> str:
        """What stands before the amount when it has risen or fallen."""
        verb = self.verb if rises == self.verb.rises else verbs()[self.verb.opposite]
        return f"{verb.word}{PARTICLES.get(self.particle, '')}"

    def unit_words(self, unit: str) -> str:
        """What stands behind the amount of an indicator counted in `unit`."""
        return f"个{unit}" if self.unit == COUNTED_UNIT else unit if self.unit else ""


def wording_before(text: str, unit: str) -> Wording | None:
    """The wording whose words end a text; `unit` is that of the amount behind it (下降 of rates becomes 上升)."""
    match = _TYPED.search(text)
    if match is None or (len(match[1]) == 1 and _OTHER_WORD.search(text[: match.end(1)])):
        return None
    fitting = [verb for verb in _VERBS if verb.word == match[1]]
    particle = next((key for key, word in PARTICLES.items() if word == match[2]), "")
    return Wording(fitting[-1 if unit == POINTS else 0], particle)
