"""Do the words around a linked change say what the number says?

A phrase that is one link turns by itself; where verb and number stand apart (增长{{…}}) only a reader sees it.
"""

from collections.abc import Iterator
from dataclasses import replace

from checks.rule import Level, Remark, check
from models.indicator import Indicator, Kind
from models.link_words import DIFF, YOY, movement, reckoned_movement
from models.linked_text import Link, parts
from models.phrase import UNCHANGED, Wording, wording_before
from models.quantity import Quantity
from models.report import Figure, Place, Report, Section
from models.template import Template
from models.text_places import paragraphs

_SOURCE = "数据一致"
_QUOTED = 6

_FALLEN = Report(
    year=2025,
    template="county-regulation",
    sections=(Section("measures", "举措", ("收到网民留言{{wm_msg}}件，同比增长{{wm_msg_yoy}}。",)),),
    figures=(Figure("wm_msg_yoy", Quantity("5")),),
).with_figure(Figure("wm_msg", Quantity("226"), Quantity("367")))
_RISEN = _FALLEN.with_figure(Figure("wm_msg", Quantity("400"), Quantity("367")))
_EQUAL = _FALLEN.with_figure(Figure("wm_msg", Quantity("367"), Quantity("367")))
_DOUBLED = replace(_RISEN, sections=(Section("measures", "举措", ("同比增长{{wm_msg.yoy}}。",)),))
_WHOLE = replace(_FALLEN, sections=(Section("measures", "举措", ("同比{{wm_msg.yoy}}。",)),))


@check("LNK01", "增减方向与数据不符", Level.ERROR, _SOURCE, bad=(_FALLEN, _EQUAL), good=(_RISEN, _WHOLE))
def directions(report: Report, template: Template) -> Iterator[Remark]:
    """A verb before the bare number of a change says the same direction as this year's and last year's amounts."""
    for place, before, link, indicator in _after_verbs(report):
        wording = wording_before(before, indicator.unit)
        figure = report.figure(link.figure)
        said = reckoned_movement(report, indicator, figure) or movement(report, indicator, figure)
        if wording is None or said is None or Wording.parse(link.face):
            continue
        wrong = (
            wording.verb.rises != said.rises if said.rises is not None else _is_reckoned_nothing(report, link)
        )
        if wrong:
            right = UNCHANGED if said.is_nothing else f"{wording.words(bool(said.rises))}{report.show(link)}"
            yield _remark(
                place,
                f"{before[-_QUOTED:]}{report.show(link)}",
                f"“{wording.typed}{report.show(link)}”与数据不符：按本年数和上年数应为“{right}”。",
                right,
                f"{wording.typed}{report.show(link)}",
            )


@check("LNK03", "增减的词重复", Level.ERROR, _SOURCE, bad=(_DOUBLED,), good=(_RISEN, _WHOLE))
def doubled_verbs(report: Report, template: Template) -> Iterator[Remark]:
    """A link that prints its verb itself has no other verb before it."""
    for place, before, link, indicator in _after_verbs(report):
        prints_verb = link.face.partition(".")[0] in (YOY, DIFF) or Wording.parse(link.face) is not None
        shown = report.show(link)
        wording = wording_before(before, indicator.unit)
        if prints_verb and wording is not None and not shown.startswith("〔"):
            yield _remark(
                place,
                f"{before[-_QUOTED:]}{shown}",
                f"“{wording.typed}{shown}”里表示增减的词重复了：链接本身就印出“{shown}”，请删去前面的“{wording.typed}”。",
                shown,
                f"{wording.typed}{shown}",
            )


def _after_verbs(report: Report) -> Iterator[tuple[Place, str, Link, Indicator]]:
    """Every link with the plain text directly before it."""
    for paragraph in paragraphs(report):
        before = ""
        for part in parts(paragraph.stored):
            if isinstance(part, Link):
                indicator = report.indicator(part.figure)
                if indicator and (indicator.kind is Kind.CHANGE or part.face):
                    yield paragraph.place, before, part, indicator
            before = "" if isinstance(part, Link) else part


def _is_reckoned_nothing(report: Report, link: Link) -> bool:
    indicator = report.indicator(link.figure)
    base = report.figure(indicator.base) if indicator and indicator.base else None
    return bool(base and base.value and base.last and base.value.value == base.last.value)


def _remark(place: Place, quote: str, message: str, suggestion: str, replaces: str) -> Remark:
    return Remark(
        message,
        place.section or "letterhead",
        place.item,
        quote,
        suggestion,
        "" if place.section else "preamble",
        replaces=replaces,
    )
