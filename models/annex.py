"""What the workbook for superiors has beyond the paper: its cover, the checked relations, the chosen forms."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from models.change import rises, with_direction
from models.chart import ChartPage
from models.charts import chart_pages
from models.document import Table
from models.exchange import Marks, Purpose
from models.figure_cells import parts
from models.form_filling import FilledForm, filled_forms, with_form_totals
from models.form_judging import form_judgements
from models.forms import chosen_forms
from models.formula_words import in_words
from models.indicator import Kind
from models.judging import Judgement, Verdict, judgements
from models.operand import Operands, operands_of
from models.report import Figure, Report
from models.rounding import CENT
from models.statistics import figures_table
from models.template import Template
from models.totals import amount

_HUNDRED = 100


@dataclass(frozen=True, slots=True)
class CheckedAmount:
    """An amount a relation speaks of, as relations reckon it.

    Rates are in per cent, ‰ too, a stated fall has a minus. `times` is what the number in its cell is multiplied by
    for that: 1, of a rate 100. `quantum` is what it was cut to (`Operand.quantum`). `is_plain`: the number in the
    cell says all of it, so that it is neither approximate nor a change whose direction nobody knows.
    """

    target: str
    value: Decimal | None
    times: int = 1
    quantum: Decimal = Decimal(0)
    is_plain: bool = True


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
    statistics with the columns that are not printed, `charts` what is drawn of it."""

    figures: Table
    cover: tuple[tuple[str, str], ...] = ()
    marks: Marks | None = None
    checks: tuple[Check, ...] = ()
    forms: tuple[FilledForm, ...] = ()
    charts: tuple[ChartPage, ...] = ()


def annex(report: Report, template: Template) -> Annex:
    """All of it for a report: only the workbook's writer asks for it, for judging the relations takes its time."""
    organ = "、".join(report.letterhead.organs)
    return Annex(
        figures_table(report, template),
        _cover(report, organ),
        Marks(Purpose.REPORT, template.id, report.template_version, organ, report.year),
        tuple(_checks(report)),
        filled_forms(report),
        chart_pages(report),
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
    whole = as_tabled(with_form_totals(report))
    for judgement in (*judgements(whole), *form_judgements(report)):
        wanted = judgement.relation.indicators
        has_cells = (known | in_forms).issuperset(wanted)
        if known.intersection(wanted) and (has_cells or judgement.verdict is not Verdict.UNKNOWN):
            yield checked(whole, judgement)


def as_tabled(report: Report) -> Report:
    """The report with its stated changes as the table of figures has them: following the data, with their direction."""
    figures = tuple(_tabled(report, figure) for figure in report.figures)
    is_same = all(new is old for new, old in zip(figures, report.figures, strict=True))
    return report if is_same else replace(report, figures=figures)


def _tabled(report: Report, figure: Figure) -> Figure:
    """A rise has a plus, so that the words of the text, which may say the opposite, are not asked again."""
    shown = with_direction(report, figure)
    indicator = report.indicator(figure.indicator)
    if indicator is None or indicator.kind is not Kind.CHANGE or shown.value is None or shown.value.sign:
        return shown
    return replace(shown, value=shown.value.signed("+")) if rises(report, figure) else shown


def checked(report: Report, judgement: Judgement) -> Check:
    """A judgement on a report `as_tabled`, with what a workbook needs to reckon it again."""
    relation, operands = judgement.relation, operands_of(report)
    amounts = tuple(_amount(operands, target) for target in relation.targets)
    return Check(judgement, in_words(relation.tree, report), amounts)


def _amount(operands: Operands, target: str) -> CheckedAmount:
    indicator = operands.indicator(target.partition(".")[0])
    if indicator is None:
        return CheckedAmount(target, None)
    quantity, operand = amount(operands.report, target), operands.get(target)
    times = 1 if parts(indicator, quantity) == 1 else _HUNDRED
    if operand is None:
        quantum = Decimal(0) if times == 1 else CENT  # of a percentage that is still to come
        return CheckedAmount(target, None, times, quantum, quantity is None or indicator.kind is Kind.DATE)
    return CheckedAmount(target, operand.value, times, operand.quantum, not operand.is_approximate)
