"""What the workbook for superiors has beyond the paper: its cover, the checked relations, the chosen forms."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from models.change import stated_change
from models.document import Cell, Table
from models.exchange import Marks, Purpose
from models.figure_cells import amount_cell, difference_cell, parts, percent_cell
from models.forms import Entry, Form, chosen_forms
from models.formula_words import in_words
from models.indicator import Indicator, Kind
from models.judging import Judgement, judge, judgements
from models.quantity import Quantity, plain
from models.report import Report
from models.template import Template, fill
from models.totals import amount

_LAST = ".last"


@dataclass(frozen=True, slots=True)
class CheckedAmount:
    """An amount a relation speaks of, as relations reckon it.

    `times` is what the number in its cell is multiplied by for that: 1, 100 of a percentage, -100 where the text says
    that something fell by so much. `decimals` are the digits behind the point as stated.
    """

    target: str
    value: Decimal | None
    times: int = 1
    decimals: int = 0
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
class FilledEntry:
    """An entry of a form with its figure's unit and cells."""

    entry: Entry
    unit: str
    this: Cell
    last: Cell
    difference: Cell
    percent: Cell


@dataclass(frozen=True, slots=True)
class FilledForm:
    """A form with the report's figures, year words filled in. `lines` is how many lines its list needs,
    `is_checked` whether it says under the table if its sums hold."""

    form: Form
    title: str
    notes: tuple[str, ...]
    entries: tuple[FilledEntry, ...]
    lines: int = 0
    is_checked: bool = True


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
        tuple(_filled(report, form) for form in chosen_forms(report)),
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
    sums = (judge(report, relation) for form in chosen_forms(report) for relation in form.relations)
    known = {figure.indicator for figure in report.figures if figure.value or figure.last}
    for judgement in (*judgements(report), *sums):
        relation = judgement.relation
        if known.intersection(relation.indicators):
            amounts = tuple(_amount(report, target) for target in relation.targets)
            yield Check(judgement, in_words(relation.tree, report), amounts)


def _amount(report: Report, target: str) -> CheckedAmount:
    indicator = report.indicator(target.partition(".")[0])
    quantity = amount(report, target)
    if quantity is None or indicator is None:
        return CheckedAmount(target, None)
    exponent = quantity.value.as_tuple().exponent
    decimals = max(-exponent, 0) if isinstance(exponent, int) else 0
    sign = -1 if indicator.kind is Kind.CHANGE and _is_fall(report, indicator, quantity) else 1
    times = sign * parts(indicator, quantity)
    return CheckedAmount(target, sign * quantity.value, times, decimals, is_exact=not quantity.qualifier)


def _is_fall(report: Report, indicator: Indicator, quantity: Quantity) -> bool:
    """Whether a stated change is a decrease although no sign stands before it."""
    stated = stated_change(report, indicator.base)
    return stated is not None and stated == -quantity.value


def _filled(report: Report, form: Form) -> FilledForm:
    entries = tuple(
        _entry(report, entry, indicator)
        for entry in form.entries
        if (indicator := report.indicator(entry.indicator))
    )
    reviewed = amount(report, form.list.rows) if form.list else None
    return FilledForm(
        form,
        fill(form.title, report.year),
        tuple(fill(note, report.year) for note in form.notes),
        entries,
        int(reviewed.value) if reviewed else 0,
    )


def _entry(report: Report, entry: Entry, indicator: Indicator) -> FilledEntry:
    figure = report.figure(entry.indicator)
    sums = {}
    for year in ("", _LAST) if entry.parts else ():
        total = _sum(report, entry, year)
        if total is not None:
            sums[f"{entry.indicator}{year}"] = " + ".join(f"{part}{year}" for part in entry.parts)
            added = total.quantity
            figure = replace(figure, last=added) if year else replace(figure, value=added)
    return FilledEntry(
        entry,
        indicator.unit,
        amount_cell(indicator, figure, sums),
        amount_cell(indicator, figure, sums, is_last=True),
        difference_cell(indicator, figure),
        percent_cell(indicator, figure),
    )


@dataclass(frozen=True, slots=True)
class _Sum:
    quantity: Quantity | None


def _sum(report: Report, entry: Entry, year: str) -> _Sum | None:
    """What a total's parts add up to (nothing while none is known); None where the total is stated otherwise.

    Parts that are not known count for nothing, approximate ones cannot be added.
    """
    stated = amount(report, f"{entry.indicator}{year}")
    known = [quantity for part in entry.parts if (quantity := amount(report, f"{part}{year}"))]
    if any(quantity.qualifier or quantity.percent for quantity in known):
        return None
    added = sum((quantity.value for quantity in known), Decimal(0))
    if stated is None:
        return _Sum(Quantity(plain(added)) if known else None)
    is_so = bool(known) and not stated.qualifier and stated.value == added
    return _Sum(stated) if is_so else None
