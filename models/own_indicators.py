"""The report's own indicators: statistics the catalogue does not have, added, renamed and removed by the clerk."""

from dataclasses import dataclass, replace

from models.errors import UserError
from models.indicator import Indicator, catalogue
from models.quotations import places
from models.report import Report


def free_id(report: Report) -> str:
    """An id that no indicator of the report has."""
    taken = {indicator.id for indicator in report.own_indicators}
    return next(name for n in range(1, len(taken) + 2) if (name := f"own_{n}") not in taken)


@dataclass(frozen=True, slots=True)
class Belonging:
    """Where an indicator of the report's own belongs: its section, who supplies it, what texts also call it."""

    section: str = "measures"
    department: str = ""
    aliases: tuple[str, ...] = ()


def own_indicator(
    report: Report, name: str, unit: str, but: str = "", belonging: Belonging | None = None
) -> Indicator:
    """A new indicator of the report's own, or with `but` the one of this id called otherwise.

    Its name is always among its aliases, so that a text which uses it is understood. Without `belonging` an old
    indicator stays where it was. Raises UserError where name or unit is missing or another indicator has the name.
    """
    name, unit = " ".join(name.split()), "".join(unit.split())
    if not name or not unit:
        raise UserError("名称和单位没有填全，没有添加；请都填上，如：法律援助案件，件。")
    others = [one for one in (*report.own_indicators, *catalogue().values()) if one.id != but]
    if any(one.name == name for one in others):
        raise UserError(f"已经有名为“{name}”的指标，没有改动；请直接用它，或者换一个名称。")
    old = next((one for one in report.own_indicators if one.id == but), None)
    base = old or Indicator(free_id(report), name, unit, aliases=(name,))
    if belonging is None:
        aliases = tuple(name if alias == base.name else alias for alias in base.aliases)
        return replace(base, name=name, unit=unit, aliases=aliases)
    aliases = tuple(dict.fromkeys((name, *belonging.aliases)))
    return replace(
        base,
        name=name,
        unit=unit,
        section=belonging.section,
        department=belonging.department,
        aliases=aliases,
    )


def with_own_indicator(report: Report, indicator: Indicator) -> Report:
    """The report with an indicator of its own added, or put in place of the one with its id."""
    own = report.own_indicators
    if all(one.id != indicator.id for one in own):
        return replace(report, own_indicators=(*own, indicator))
    return replace(report, own_indicators=tuple(indicator if one.id == indicator.id else one for one in own))


def without_own_indicator(report: Report, indicator_id: str) -> Report:
    """The report without one of its own indicators and its figure.

    Raises UserError where a text still links to it.
    """
    indicator = report.indicator(indicator_id)
    count = len(places(report).get(indicator_id, ()))
    if count and indicator:
        raise UserError(f"“{indicator.name}”还有 {count} 处引用，没有删除；请先在正文中取消这些链接。")
    return replace(
        report,
        own_indicators=tuple(one for one in report.own_indicators if one.id != indicator_id),
        figures=tuple(figure for figure in report.figures if figure.indicator != indicator_id),
    )
