"""Relations no file declares because a report's own words state them: 同比增长9.33%, the same fact told twice."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from models.indicator import Indicator, Kind, catalogue
from models.linked_text import links
from models.relation import Relation, Strength, relations
from models.report import Place, Report, texts

CHANGE, RETOLD = "YOY", "V8"
"""What the ids of such relations begin with; a colon and the id of the indicator follow."""

_FORMULAS = {
    "%": "yoy({base}) == {change}",
    "‰": "yoy({base}) == {change}",
    "倍": "yoy({base}) / 100 == {change}",
    "百分点": "{base} - {base}.last == {change}",
}
_PLAN = "plan"
_TELLING = 4
"""Characters a name has that means one thing in any sentence."""

_AROUND = re.compile(
    r"^(?:[^：]*：)?(?:全年|全县|累计|共|受理|收到|办理|完成|开展|组织|举办|召开)*|（[0-9]+）$"
)


@lru_cache(maxsize=4)
def stated_relations(report: Report) -> tuple[Relation, ...]:
    """Changes on last year in the order of the figures, then facts told twice."""
    return (*_changes(report), *_retold(report))


def _changes(report: Report) -> Iterator[Relation]:
    declared = _declared()
    for figure in report.figures:
        indicator = report.indicator(figure.indicator) if figure.value else None
        base = report.indicator(indicator.base) if indicator and indicator.base else None
        if indicator is None or base is None or indicator.kind is not Kind.CHANGE:
            continue
        if indicator.unit not in _FORMULAS or (base.kind is Kind.RATE) != (indicator.unit == "百分点"):
            continue
        formula = _FORMULAS[indicator.unit].format(base=base.id, change=indicator.id)
        if formula not in declared:
            note = "请核对本年数、上年数和增减幅度"
            yield Relation(f"{CHANGE}:{indicator.id}", f"{base.name}同比", formula, note=note)


def _retold(report: Report) -> Iterator[Relation]:
    """An indicator of the report's own that is called as one of the catalogue is that one, told with another amount.

    They stand in different paragraphs: within one, what is called alike is told apart by the sentence (共228件).
    """
    places = _places(report) if report.own_indicators else {}
    for own in report.own_indicators:
        twin = _by_name().get((_AROUND.sub("", own.name), own.unit))
        if twin is None or own.id in catalogue() or own.section == _PLAN or twin.section != own.section:
            continue
        told, told_before = places.get(own.id), places.get(twin.id)
        if told and told_before and told.isdisjoint(told_before) and report.figure(own.id).value:
            note = "同一个数请前后一致，不是一回事的请把名称写清楚"
            name, formula = f"{twin.name}前后说法", f"{own.id} == {twin.id}"
            yield Relation(f"{RETOLD}:{own.id}", name, formula, Strength.SOFT, note)


def _places(report: Report) -> dict[str, set[Place]]:
    """In which texts each figure is quoted."""
    places: dict[str, set[Place]] = {}
    for place, text in texts(report):
        for link in links(text):
            places.setdefault(link.figure, set()).add(place)
    return places


@cache
def _declared() -> frozenset[str]:
    return frozenset(relation.formula for relation in relations().values())


@cache
def _by_name() -> dict[tuple[str, str], Indicator]:
    """Indicators by what they are called and counted in, where that needs no context to be understood."""
    return {
        (name, one.unit): one
        for one in catalogue().values()
        if not one.context and one.kind not in (Kind.CHANGE, Kind.DATE)
        for name in (one.name, *one.aliases)
        if len(name) >= _TELLING and not set(name) & set("#…")
    }
