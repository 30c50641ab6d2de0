"""收采集表: what came back from departments becomes figures, after the clerk has seen old and new."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from pathlib import Path

from actions.progress import Tell, unwatched
from models.errors import UserError
from models.merge_plan import Change, Conflict, MergePlan
from models.quantity import Quantity, plain
from models.report import Figure, Report
from models.returning import Returned, ReturnedFile
from models.unit_slip import over_the_whole, unit_slip

_MOST_NAMES = 5
_MOST_DECIMALS = 2
_MOST_TIMES = 10
"""Departments leave out a digit or add one more often than the clerk, who looks at both years."""


@dataclass(frozen=True, slots=True)
class Returns:
    """The files that could be read, and for each of the others the sentence that says why not."""

    files: tuple[ReturnedFile, ...]
    refused: tuple[str, ...] = ()


def read_files(report: Report, paths: Sequence[Path], tell: Tell = unwatched) -> Returns:
    """Read workbooks; one that cannot be read keeps none of the others back.

    Where `tell` says not to go on, the rest is left out. Runs on any thread.
    """
    from importers.returned import read_returned

    files: dict[str, ReturnedFile] = {}
    refused = []
    for number, path in enumerate(paths):
        if not tell(number, len(paths), path.name):
            break
        try:
            read = read_returned(path, report)
        except UserError as error:
            refused.append(str(error))
        else:
            files.setdefault(read.digest, read)
    return Returns(_named_apart(tuple(files.values())), tuple(refused))


def _named_apart(files: tuple[ReturnedFile, ...]) -> tuple[ReturnedFile, ...]:
    """Files of one name from different folders are counted, so that each can be told."""
    seen: dict[str, int] = {}
    named = []
    for one in files:
        seen[one.name] = seen.get(one.name, 0) + 1
        count = seen[one.name]
        named.append(one if count == 1 else replace(one, name=f"{one.name}（{count}）"))
    return tuple(named)


def plan(report: Report, returns: Returns) -> MergePlan:
    """What the files would change in the report. An amount that is there already is no change."""
    offers: dict[str, list[Change]] = {}
    for file in returns.files:
        for amount in file.amounts:
            if change := _change(report, file, amount):
                offers.setdefault(change.indicator, []).append(change)
    changes: list[Change] = []
    conflicts: list[Conflict] = []
    agreed = 0
    for several in offers.values():
        different = _different(several)
        if len(different) > 1:
            conflicts.append(Conflict(tuple(different)))
        elif _is_known(report.figure(different[0].indicator), different[0]):
            agreed += 1
        else:
            changes.append(different[0])
    problems = (
        *returns.refused,
        *(words for change in changes for words in _doubts(report, change)),
        *(words for file in returns.files for words in _problems(report, file, offers.keys())),
    )
    return MergePlan(tuple(changes), tuple(conflicts), problems, len(returns.files), agreed)


def apply(report: Report, plan: MergePlan, today: date) -> Report:
    """The report with the plan's changes; conflicts are left as they are (`MergePlan.with_choices`)."""
    for change in plan.changes:
        figure = report.figure(change.indicator)
        report = report.with_figure(
            replace(
                figure,
                value=change.new,
                evidence=change.evidence or figure.evidence,
                note=change.note or figure.note,
                source=change.source,
                received=today.isoformat(),
                is_carried=False,
            )
        )
    return report


def _change(report: Report, file: ReturnedFile, amount: Returned) -> Change | None:
    indicator = report.indicator(amount.indicator)
    if indicator is None:
        return None
    figure = report.figure(amount.indicator)
    new = _in_style(amount.value, figure) if amount.is_plain else amount.value
    return Change(
        amount.indicator, indicator.name, indicator.unit, figure.value, new, file.name,
        amount.evidence, amount.note, amount.remarks, amount.is_plain,
    )  # fmt: skip


def _doubts(report: Report, change: Change) -> Iterator[str]:
    """What makes an amount look mistaken: it may be taken all the same, but not without a word."""
    indicator = report.indicator(change.indicator)
    if indicator is None:
        return
    figure = replace(report.figure(change.indicator), value=change.new)
    for words in (over_the_whole(indicator, figure), unit_slip(indicator, figure, _MOST_TIMES)):
        if words:
            yield f"“{change.source}”的“{change.name}”填的是{change.new.surface}{change.unit_behind}，{words}"


def _in_style(number: Quantity, figure: Figure) -> Quantity:
    """A bare number written as the report writes it: 214600 as 21.46万, where that is exact and short.

    A workbook's cell holds the number multiplied out; the sentence keeps its 万.
    """
    model = figure.value or figure.last
    if model is None or not model.scale or number.scale or number.percent:
        return number
    unit = model.value / model.number if model.number else Decimal(0)
    if not unit:
        return number
    digits = plain(abs(number.value) / unit)
    if number.value < unit or len(digits.partition(".")[2]) > _MOST_DECIMALS:
        return number
    written = replace(number, digits=digits, scale=model.scale)
    return written if written.value == number.value else number


def _different(offers: Sequence[Change]) -> list[Change]:
    """The offers without those that say the same again."""
    kept: list[Change] = []
    for offer in offers:
        if not any(_says_same(offer.new, one.new, offer.is_plain or one.is_plain) for one in kept):
            kept.append(offer)
    return kept


def _says_same(one: Quantity, other: Quantity, is_plain: bool) -> bool:
    """A bare number says the same as 约682万 when its value does: it cannot say 约."""
    return one.value == other.value and (is_plain or one.qualifier == other.qualifier)


def _is_known(figure: Figure, change: Change) -> bool:
    return (
        figure.value is not None
        and not figure.is_carried
        and _says_same(figure.value, change.new, change.is_plain)
    )


def _problems(report: Report, file: ReturnedFile, supplied: Collection[str]) -> Iterator[str]:
    """What a file leaves open; nothing is missed in it that another file supplies (the blank one beside the filled)."""
    asking = f"（{file.filled_by}）" if file.filled_by else ""
    yield from (f"{words}{asking}" for words in file.problems)
    blank = [
        f"{indicator.name}（{words}）" if words else indicator.name
        for one, words in file.blank
        if one not in supplied and (indicator := report.indicator(one))
    ]
    if blank:
        shown = "、".join(blank[:_MOST_NAMES]) + ("等" if len(blank) > _MOST_NAMES else "")
        yield f"“{file.name}”有{len(blank)}项没有填：{shown}，原值未改；没有发生的请填0。{asking}"
