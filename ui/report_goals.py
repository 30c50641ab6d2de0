"""The places of the open report as something to go to: items, fields, figures, attachments, findings, pages."""

import re
from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from models.compose import numbered
from models.editing import paths
from models.indicator import Indicator, catalogue
from models.letterhead import LETTERHEAD
from models.matching import Names
from models.report import ATTACHMENTS, Report, Section
from models.template import template
from ui.goal import Goal, GoalKind
from ui.section_names import place_name, tab_names

if TYPE_CHECKING:
    from ui.report_view import ReportView

_PAGE = re.compile(r"\s*(?:[:：]|第(?=\s*\d))\s*(\d{1,4})?\s*[页頁]?\s*")
_LONGEST = 30


def report_goals(view: "ReportView") -> Iterator[Goal]:
    """Every place of the report that is open."""
    report = view.draft.report
    tabs = tab_names(report, template(report.template))
    for section in report.sections:
        yield from _items(view, section, tabs.get(section.key, ""))
    yield from _fields(view)
    yield from _figures(view)
    for number, attachment in enumerate(report.attachments, start=1):
        names = Names(f"附件{number} {attachment.title}".strip())
        go = partial(view.reveal, ATTACHMENTS, (number,))
        yield Goal(f"attachment:{number}", GoalKind.ATTACHMENT, names, go)
    yield from _findings(view)


def page_goals(view: "ReportView", typed: str) -> Iterator[Goal]:
    """The page that is meant by :3, 第3页 or 第 3 页; every page where no number follows yet.

    While nothing is laid out, any page is taken for one there is.
    """
    found, count = _PAGE.fullmatch(typed), view.page_count
    if not found:
        return
    numbers = [int(found[1])] if found[1] else range(1, count + 1)
    for number in numbers:
        if number <= count or not count:
            go = partial(_show_page, view, number)
            yield Goal(f"page:{number}", GoalKind.PAGE, Names(f"第 {number} 页"), go, "在预览中")


def _items(view: "ReportView", section: Section, tab: str) -> Iterator[Goal]:
    for path, (item, _, number) in zip(paths(section), numbered(section), strict=True):
        title = view.draft.report.printed(item.title)
        text = "".join(item.paragraphs)[:_LONGEST] if not title else ""
        name = f"{number}{title or view.draft.report.printed(text)}"
        go = partial(view.reveal, section.key, path)
        yield Goal(f"item:{section.key}:{path}", GoalKind.ITEM, Names(name, tab), go, tab)


def _fields(view: "ReportView") -> Iterator[Goal]:
    """The letterhead's fields with what is filled in."""
    letterhead = view.draft.report.letterhead
    for key, field in LETTERHEAD.items():
        text = letterhead.text(key).replace("\n", "")
        names = Names(field.label, f"文头 {field.group} {text}")
        yield Goal(f"field:{key}", GoalKind.FIELD, names, partial(view.reveal, key), text)
    preamble = Names("开头语", "文头")
    yield Goal("field:preamble", GoalKind.FIELD, preamble, partial(view.reveal, "preamble"))


def _figures(view: "ReportView") -> Iterator[Goal]:
    report = view.draft.report
    for indicator in (*report.own_indicators, *catalogue().values()):
        amounts = _amounts(report, indicator)
        also = " ".join((indicator.id, *indicator.aliases, indicator.department, amounts))
        go = partial(view.reveal, f"figure.{indicator.id}")
        yield Goal(f"figure:{indicator.id}", GoalKind.FIGURE, Names(indicator.name, also), go, amounts)


def _amounts(report: Report, indicator: Indicator) -> str:
    """179件，上年164件."""
    figure = report.figure(indicator.id)
    words = []
    for year, amount in (("", figure.value), ("上年", figure.last)):
        if amount is not None:
            words.append(f"{year}{amount.surface}{'' if amount.percent else indicator.unit}")
    return "，".join(words)


def _findings(view: "ReportView") -> Iterator[Goal]:
    report = view.draft.report
    known = template(report.template)
    for number, one in enumerate(view.findings, start=1):
        place = place_name(report, known, one.section, one.item)
        go = partial(view.reveal, one.field or one.section, one.item or None, one.quote)
        names = Names(one.message, f"{one.level.label} {place}")
        yield Goal(f"finding:{number}", GoalKind.FINDING, names, go, place, one.level.label)


def _show_page(view: "ReportView", number: int) -> None:
    """Show the pages, and this one as soon as they are there."""
    from ui.pages_view import PagesView

    view.show_preview()
    pages = view.findChild(PagesView, "preview_pages")
    if pages is None:
        return
    if pages.page_count:
        pages.go_to(min(number, pages.page_count))
        return
    once = Qt.ConnectionType.SingleShotConnection
    pages.moved.connect(lambda: pages.go_to(min(number, pages.page_count)), once)
