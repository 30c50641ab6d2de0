"""What links print: an amount, last year's, or a phrase of verb and amount that is right in direction.

Faces of a figure's link (the part behind the dot):

- none: this year's amount; ``last``: last year's.
- ``yoy``, ``diff``: how an indicator changed, in per cent (of rates: 百分点) or in its own unit, as 增长9.33%,
  增加15件, 持平; a wording may follow (``yoy.rise``).
- of a CHANGE indicator a wording (`models.phrase`): ``wm_msg_yoy.cut`` prints 减少38.41%.
"""

from typing import TYPE_CHECKING

from models.indicator import Indicator, Kind
from models.linked_text import Link
from models.phrase import TIMES, UNCHANGED, Wording
from models.quantity import Quantity
from models.target import LAST
from models.year_on_year import Movement, reckoned, usual_unit, usual_wording

if TYPE_CHECKING:
    from models.report import Figure, Report

YOY, DIFF = "yoy", "diff"

FACE_WORDS = {LAST: "上年", YOY: "同比", DIFF: "增减"}
"""What the faces of a figure are called behind its name."""


def shown(report: "Report", link: Link) -> str:
    """What a link prints; while the amount is unknown the indicator's name in 〔〕."""
    indicator = report.indicator(link.figure)
    figure = report.figure(link.figure)
    if indicator is not None and indicator.kind is Kind.CHANGE:
        words = _change_words(report, indicator, figure, link.face)
    elif link.face.partition(".")[0] in (YOY, DIFF):
        words = _phrase(indicator, figure, link.face) if indicator else ""
    else:
        amount = figure.last if link.face == LAST else figure.value
        words = amount.surface if amount is not None else ""
    return words or f"〔{link_name(indicator, link)}〕"


def link_name(indicator: Indicator | None, link: Link) -> str:
    """What a link shows, by name: 行政复议申请同比."""
    if indicator is None:
        return link.target
    words = FACE_WORDS.get(link.face.partition(".")[0], "")
    return f"{indicator.name}{words if words != FACE_WORDS[LAST] else ''}"


def described(report: "Report", link: Link) -> str:
    """A link explained: the indicator, what is shown of it, the amount with its unit or that it is still to come."""
    indicator = report.indicator(link.figure)
    name, unit = (indicator.name, indicator.unit) if indicator else (link.figure, "")
    face = FACE_WORDS.get(link.face.partition(".")[0], "")
    title, words = f"{name}（{face}）" if face else name, shown(report, link)
    if words.startswith("〔"):
        return f"{title}：还没有填，单位 {unit}"
    is_phrase = words.endswith((unit, UNCHANGED)) or link.face not in ("", LAST)
    return f"{title}：{words}{'' if is_phrase else unit}"


def movement(report: "Report", indicator: Indicator, figure: "Figure") -> Movement | None:
    """How a CHANGE says its base changed: as stated, else reckoned where both years are known; None for neither.

    What is stated follows the data when these change (`models.settling`).
    """
    return _stated(indicator, figure.value) or reckoned_movement(report, indicator, figure)


def reckoned_movement(report: "Report", indicator: Indicator, figure: "Figure") -> Movement | None:
    """How the base of a CHANGE changed by both years' amounts, None where one is unknown.

    What was stated stays letter for letter as long as the amounts bear it out.
    """
    base = report.indicator(indicator.base) if indicator.base else None
    if base is None:
        return None
    data = report.figure(base.id)
    if data.value is None or data.last is None:
        return None
    return reckoned(base, data.value, data.last, indicator.unit, figure.value)


def _stated(indicator: Indicator, value: Quantity | None) -> Movement | None:
    """A sign decides the direction; without one the words around the amount do."""
    if value is None:
        return None
    rises = None if not value.sign or not value.value else value.value > 0
    return Movement(rises, value.unsigned(), "" if value.percent else indicator.unit)


def _change_words(report: "Report", indicator: Indicator, figure: "Figure", face: str) -> str:
    said = movement(report, indicator, figure)
    if said is None:
        return ""
    if wording := Wording.parse(face):
        return said.worded(wording)
    if indicator.unit == TIMES and said.amount.percent and figure.value:
        return figure.value.surface  # the text goes on with 倍, which cannot tell of a fall
    return signed_like(figure.value, said).surface


def signed_like(stated: Quantity | None, said: Movement) -> Quantity:
    """The amount of a change, with a sign where it was stated with one (-3.5%)."""
    if stated is None or not stated.sign or said.rises is None:
        return said.amount
    minus = stated.sign if stated.sign != "+" else "-"
    return said.amount.signed("+" if said.rises else minus)


def _phrase(indicator: Indicator, figure: "Figure", face: str) -> str:
    if figure.value is None or figure.last is None:
        return ""
    kind, _, worded = face.partition(".")
    units = [indicator.unit] if kind == DIFF and indicator.kind is not Kind.RATE else []
    for unit in (*units, usual_unit(indicator), indicator.unit):  # of nothing there is no per cent: 增加15件
        if said := reckoned(indicator, figure.value, figure.last, unit):
            return said.worded(Wording.parse(worded) or usual_wording(indicator, unit))
    return ""
