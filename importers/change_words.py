"""Words that tell of a change, as they stand before its amount: 同比增长, 降幅为."""

import re

CHANGED = re.compile(
    r"(?:(?:增幅|降幅|增速|增长率|下降率)(?:为|达|达到)?|"
    r"(?:同比|环比|增长|上升|增加|提升|提高|下降|减少|降低|回落|压降|上浮|下浮)(?:了|达|超过)?)$"
)
"""What ends words that lead to the amount of a change."""

COMPARED = re.compile("同比|环比|[比较与][上去]一?年(?:度|同期)?(?:相比)?|同期|的?基础上|相比较?|有所|净")
"""What such words say of the time compared with."""

_VAGUE = re.compile(f"(?:{COMPARED.pattern})+(?:多出?|少|增|减)了?$")


def is_vague(words: str) -> bool:
    """Whether words tell by how much more or less there was in a way no phrase can turn round: 比上年多."""
    return _VAGUE.fullmatch(words) is not None


def without_comparison(words: str) -> str:
    """Words without what they say of a change and of the time compared with."""
    return COMPARED.sub("", _VAGUE.sub("", CHANGED.sub("", words)))
