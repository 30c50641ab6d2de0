"""What the workbook for superiors has beyond the paper: its cover, the checked relations, the chosen forms."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from models.change import with_direction
from models.document import Table
from models.exchange import Marks, Purpose
from models.figure_cells import parts
from models.form_filling import FilledForm, filled_forms, with_form_totals
from models.form_judging import form_judgements
from models.forms import chosen_forms
from models.formula_words import in_words
from models.indicator import Indicator, Kind
from models.judging import Judgement, Verdict, judgements
from models.quantity import Quantity
from models.report import Figure, Report
from models.template import Template

_HUNDRED = 100
_USUAL_DECIMALS = 2
"""Of a percentage that is not known yet."""


@dataclass(frozen=True, slots=True)
class CheckedAmount:
    """An amount a relation speaks of, as relations reckon it.

    Rates are in per cent, ‰ too, a stated fall has a minus. `times` is what the number in its cell is multiplied by
    for that: 1, of a rate 100. `decimals` says to which place it was cut (2 of 95.76%,
    -3 of 1.2万), None where it is the full amount.
    """

    target: str
    value: Decimal | None
    times: int = 1
    decimals: int | None = None
    is_exact: bool = True


@dataclass(frozen=True, slots=True)
class Check:
    """A relation with what came of it, its formula in words and its amounts."""

    judgement: Judgement
    statement: str
    amounts: tuple[CheckedAmount, ...]

    @property
    def tree(self) -> ast.expr:
        """The relation's formula taken apart."""
        return self.judgement.relation.tree


@dataclass(frozen=True, slots=True)
class Annex:
    """The workbook's own parts. `cover` are labels and what stands behind them, in order; `figures` is the table of
    statistics with the columns that are not printed."""

    figures: Table
    cover: tuple[tuple[str, str], ...] = ()
    marks: Marks | None = None
    checks: tuple[Check, ...] = ()
    forms: tuple[FilledForm, ...] = ()


def annex(report: Report, template: Template, figures: Table) -> Annex:
    """All of it for a report whose table of figures is given."""
    organ = "、".join(report.letterhead.organs)
    return Annex(
        figures,
        _cover(report, organ),
        Marks(Purpose.REPORT, template.id, report.template_version, organ, report.year),
        tuple(_checks(report)),
        filled_forms(report),
    )


def _cover(report: Report, organ: str) -> tuple[tuple[str, str], ...]:
    letterhead = report.letterhead
    return (
        ("填报单位", organ),
        ("年度", f"{report.year}年"),
        ("填报人", letterhead.filled_by),
        ("审核人", letterhead.checked_by),
        ("联系电话", letterhead.contact_phone),
        ("填报日期", letterhead.date),
    )


def _checks(report: Report) -> Iterator[Check]:
    """The relations of the catalogue and of the chosen forms that a superior can follow in the workbook.

    Of those that lack an amount only such as have a cell for it: the others would say nothing for ever.
    """
    known = {figure.indicator for figure in report.figures if figure.value or figure.last}
    in_forms = {entry.indicator for form in chosen_forms(report) for entry in form.entries}
    whole = _as_tabled(with_form_totals(report))
    for judgement in (*judgements(whole), *form_judgements(report)):
        wanted = judgement.relation.indicators
        has_cells = (known | in_forms).issuperset(wanted)
        if known.intersection(wanted) and (has_cells or judgement.verdict is not Verdict.UNKNOWN):
            yield checked(whole, judgement)


def _as_tabled(report: Report) -> Report:
    """The report with its stated changes as the table of figures has them, and with a plus where they rise there."""
    return replace(
        report, figures=tuple(_signed(report, with_direction(report, one)) for one in report.figures)
    )


def _signed(report: Report, figure: Figure) -> Figure:
    """So that no word of the text is asked for the direction once more."""
    indicator = report.indicator(figure.indicator)
    if indicator is None or indicator.kind is not Kind.CHANGE or figure.value is None or figure.value.sign:
        return figure
    return replace(figure, value=figure.value.signed("+"))


def checked(report: Report, judgement: Judgement) -> Check:
    """A judgement with what a workbook needs to reckon it again."""
    relation = judgement.relation
    amounts = tuple(_amount(report, target) for target in relation.targets)
    return Check(judgement, in_words(relation.tree, report), amounts)


def _amount(report: Report, target: str) -> CheckedAmount:
    indicator = report.indicator(target.partition(".")[0])
    if indicator is None:
        return CheckedAmount(target, None)
    figure = with_direction(report, report.figure(indicator.id))
    quantity = figure.value if target == indicator.id else figure.last
    divided = parts(indicator, quantity)
    times = 1 if divided == 1 else _HUNDRED
    if quantity is None:
        return CheckedAmount(target, None, times, None if times == 1 else _USUAL_DECIMALS)
    value = quantity.value * times / divided
    return CheckedAmount(target, value, times, _decimals(indicator, quantity, value), not quantity.qualifier)


def _decimals(indicator: Indicator, quantity: Quantity, value: Decimal) -> int | None:
    """The place an amount was cut to. A count is whole, and 100% claims that nothing is missing."""
    is_whole = not quantity.scale and quantity.number == quantity.number.to_integral_value()
    divided = parts(indicator, quantity)
    if is_whole and (divided == 1 or abs(value) in (0, _HUNDRED)):
        return None
    exponent = quantity.number.as_tuple().exponent
    digits = max(-exponent, 0) if isinstance(exponent, int) else 0
    scale = quantity.value / quantity.number if quantity.number else Decimal(1)
    return digits - scale.adjusted() + (divided == 1000)
