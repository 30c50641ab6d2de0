"""The forms with a report's figures in their places, and the totals that follow from their parts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from models.document import Cell
from models.figure_cells import amount_cell, difference_cell, percent_cell
from models.forms import Entry, Form, chosen_forms
from models.indicator import Indicator
from models.judging import Verdict, judge
from models.operand import operands_of
from models.quantity import Quantity, plain
from models.relation import Relation
from models.report import Report
from models.template import fill
from models.totals import amount

_LAST = ".last"


@dataclass(frozen=True, slots=True)
class CheckedSum:
    """Whether a total is the sum of those of its `parts` that are known; the judge's word on it.

    `quanta` say by target what an amount was cut to (`Operand.quantum`), where it was.
    """

    total: str
    parts: tuple[str, ...]
    verdict: Verdict
    quanta: Mapping[str, Decimal] = field(hash=False)


@dataclass(frozen=True, slots=True)
class FilledEntry:
    """An entry of a form with its figure's unit and cells; of a total what is to be said of its sums in both years."""

    entry: Entry
    unit: str
    this: Cell
    last: Cell
    difference: Cell
    percent: Cell
    sums: tuple[CheckedSum, ...] = ()


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


def filled_forms(report: Report) -> tuple[FilledForm, ...]:
    """Every chosen form, filled in as far as the report knows."""
    whole = with_form_totals(report)
    return tuple(_filled(whole, form) for form in chosen_forms(report))


def with_form_totals(report: Report) -> Report:
    """The report with the totals of which it says nothing, where a chosen form reckons them from their parts."""
    stated = {figure.indicator for figure in report.figures if figure.value or figure.last}
    whole = report
    for form in chosen_forms(report):
        for entry in form.entries:
            if entry.parts and entry.indicator not in stated:
                this, last = (_sum(report, entry, year) for year in ("", _LAST))
                figure = replace(
                    report.figure(entry.indicator),
                    value=this.quantity if this else None,
                    last=last.quantity if last else None,
                )
                whole = whole.with_figure(figure)
    return whole


def form_relations(report: Report) -> tuple[Relation, ...]:
    """The sums of the chosen forms: of the parts that are known where these make up the total, else of all."""
    return tuple(
        form.relation(entry, _relevant(report, entry)) for form in chosen_forms(report) for entry in form.sums
    )


def _relevant(report: Report, entry: Entry) -> Sequence[str]:
    known = [part for part in entry.parts if amount(report, part)]
    is_made_up = amount(report, entry.indicator) and _sum(report, entry, "")
    return known if known and is_made_up else entry.parts


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
        tuple(_checked(report, entry, year) for year in ("", _LAST)) if entry.parts else (),
    )


def _checked(report: Report, entry: Entry, year: str) -> CheckedSum:
    total, operands = f"{entry.indicator}{year}", operands_of(report)
    parts = tuple(f"{part}{year}" for part in entry.parts)
    known = [part for part in parts if operands.get(part)]
    cut = {one: found.quantum for one in (total, *parts) if (found := operands.get(one)) and found.quantum}
    if not known or not operands.get(total):
        return CheckedSum(total, parts, Verdict.UNKNOWN, cut)
    judgement = judge(report, Relation(total, entry.head[-1], f"{' + '.join(known)} == {total}"))
    is_about = any(found.is_approximate for one in (total, *known) if (found := operands.get(one)))
    return CheckedSum(total, parts, Verdict.APPROXIMATE if is_about else judgement.verdict, cut)


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
