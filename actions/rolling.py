"""结转: next year's report from this one, and what the clerk should know about it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from actions.dating import with_year, year_of
from models.carrying import Treatment, carried_over, usual_treatments
from models.errors import UnknownKeyError, UserError
from models.indicator import Kind
from models.letterhead import LETTERHEAD, SEPARATOR
from models.report import Report
from models.version import Occasion
from models.year_words import YearWord, year_words

if TYPE_CHECKING:
    from models.report_list import ReportSummary
    from models.store import Store

_EMPTIED = ("doc_number", "date", "copy_number", "urgency", "printed_on")
_KEPT = ("signatories", "signer_position", "contact_name", "contact_phone")


@dataclass(frozen=True, slots=True)
class Rolled:
    """A new report: its id, each section's treatment, what there is to say of it, and the words to look at."""

    id: str
    treatments: Mapping[str, Treatment]
    notes: tuple[str, ...]
    words: tuple[YearWord, ...]


def roll(report: Report, year: int, treatments: Mapping[str, Treatment]) -> Report:
    """The report for a later year; sections not named in `treatments` are treated as usual.

    Raises UserError where the year is none or not later, UnknownKeyError for no such section. The report given
    stays as it is.
    """
    year_of(str(year))
    if year <= report.year:
        raise UserError(
            f"这份报告写的是{report.year}年，不能结转为{year}年，什么也没有改动；"
            f"请填写{report.year + 1}年或更晚的年度。"
        )
    known = usual_treatments(report)
    wrong = next((key for key in treatments if key not in known), None)
    if wrong is not None:
        raise UnknownKeyError("部分", wrong, f"这份报告的部分有：{SEPARATOR.join(known)}。")
    return carried_over(report, with_year(report, year), treatments)


def roll_stored(store: "Store", report_id: str, year: int, treatments: Mapping[str, Treatment]) -> Rolled:
    """Roll a stored report into a new one. Raises what `roll` raises, and UnknownReportError."""
    report = store.load(report_id)
    rolled = roll(report, year, treatments)
    there = store.list()
    store.keep(report_id, Occasion.ROLL)
    new_id = store.create(rolled)
    chosen = usual_treatments(report) | dict(treatments)
    return Rolled(new_id, chosen, tuple(_notes(report, rolled, there)), year_words(rolled))


def _notes(report: Report, rolled: Report, there: "tuple[ReportSummary, ...]") -> Iterator[str]:
    yield from _twins(rolled, there)
    yield from _letterhead(report, rolled)
    yield from _figures(report, rolled)


def _twins(rolled: Report, there: "tuple[ReportSummary, ...]") -> Iterator[str]:
    organ = SEPARATOR.join(rolled.letterhead.organs)
    twins = [one.id for one in there if one.year == rolled.year and one.organ == organ]
    if twins:
        yield f"{organ}{rolled.year}年度的报告原来已有{len(twins)}份（编号{SEPARATOR.join(twins)}），这次又新建了一份。"


def _letterhead(report: Report, rolled: Report) -> Iterator[str]:
    old, new = report.letterhead, rolled.letterhead
    emptied = [LETTERHEAD[key].label for key in _EMPTIED if old.text(key) != new.text(key)]
    if emptied:
        yield f"{SEPARATOR.join(emptied)}属于上年那份公文，已清空待填。"
    kept = [f"{LETTERHEAD[key].label}“{old.text(key)}”" for key in _KEPT if old.text(key)]
    if kept:
        yield f"{SEPARATOR.join(kept)}沿用上年的，请核对。"
    if old.title != new.title:
        yield "标题是自己定的，其中的年份已顺延，请核对。"


def _figures(report: Report, rolled: Report) -> Iterator[str]:
    years = rolled.year - report.year
    if years > 1:
        yield (
            f"{report.year}年与{rolled.year}年不相连：{report.year}年的数不是“上年”数，没有填入上年栏；"
            f"请先补做{rolled.year - 1}年度的报告再结转，或者自己填写{rolled.year - 1}年的数。"
        )
    elif count := sum(figure.last is not None for figure in rolled.figures):
        yield f"{count}项数据的{report.year}年数移到了上年栏，本年数待填。"
    stated = [
        one.name
        for figure in report.figures
        if figure.value and (one := report.indicator(figure.indicator)) and one.kind is Kind.CHANGE
    ]
    if stated:
        yield f"正文写明的{len(stated)}项增减幅度已清空，填上本年数后自动计算；没有上年数可比的请重填。"
