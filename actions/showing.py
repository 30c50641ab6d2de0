"""A report, its findings and the list of reports as plain JSON values (the command line's contract)."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from actions.page_rules import MissingCharacter
from checks import Finding
from models.change import change, present, stated_change
from models.compose import printed
from models.judging import judgements
from models.normalise import normalise
from models.numbering import heading_number
from models.quantity import Quantity, plain
from models.quotations import Quotation, places
from models.report import Figure, Item, Report, Section
from models.report_list import ReportSummary
from models.title import title_in_one_line
from models.version import Version
from models.year_words import YearWord

if TYPE_CHECKING:
    from actions.versioning import FoundPaper
    from exporters.font_report import FaceReport, FontReport


def show(report_id: str, report: Report) -> dict[str, Any]:
    """The whole report, texts as printed."""
    letterhead = report.letterhead
    return {
        "id": report_id,
        "year": report.year,
        "template": report.template,
        "stage": str(report.stage),
        "title": normalise(title_in_one_line(report)),
        "organs": list(letterhead.organs),
        "addressees": list(letterhead.addressees),
        "preamble": [printed(report, text) for text in report.preamble],
        "sections": _sections(report),
        "figures": _figures(report),
        "relations": _relations(report),
        "attachments": [
            {"title": normalise(one.title), "paragraphs": [printed(report, text) for text in one.paragraphs]}
            for one in report.attachments
        ],
        "signature": {"organ": "、".join(letterhead.organs), "date": letterhead.date},
    }


def show_words(words: Iterable[YearWord]) -> list[dict[str, Any]]:
    """The words to look at in a report that was carried over; those of the opening words have no section."""
    return [
        {
            "section": one.place.section,
            "item": one.place.item[0] if one.place.item else None,
            "quote": one.quote,
            "word": one.word,
            "kind": one.kind,
            "advice": one.advice,
            "suggestion": one.suggestion,
        }
        for one in words
    ]


def show_findings(findings: Iterable[Finding]) -> dict[str, Any]:
    """The findings of a check; `item` is the number of the item in its section, null above the items."""
    return {
        "findings": [
            {
                "rule": one.rule,
                "level": one.level.value,
                "section": one.section,
                "item": one.item[0] if one.item else None,
                "quote": one.quote,
                "message": one.message,
                "suggestion": one.suggestion,
                "source": one.source,
            }
            for one in findings
        ]
    }


def show_list(summaries: Iterable[ReportSummary]) -> dict[str, Any]:
    """The reports there are."""
    return {
        "reports": [
            {
                "id": one.id,
                "title": one.title,
                "year": one.year,
                "stage": str(one.stage),
                "updated": one.updated.isoformat(timespec="seconds"),
            }
            for one in summaries
        ]
    }


def show_versions(versions: Iterable[Version]) -> dict[str, Any]:
    """The versions of a report."""
    return {"versions": list(map(show_version, versions))}


def show_version(version: Version) -> dict[str, Any]:
    """What is known of a version without its content; null for what was never counted."""
    return {
        "number": version.number,
        "kind": version.kind,
        "name": version.name,
        "time": version.time.isoformat(timespec="seconds"),
        "hash": version.hash,
        "label": version.label,
        "characters": _counted(version.characters),
        "changed": _counted(version.changed),
    }


def show_paper(found: "FoundPaper") -> dict[str, Any]:
    """A version found by the code on a paper, and whose it is."""
    return {**show_version(found.version), "report": found.report_id, "title": found.title}


def show_fonts(report: "FontReport", missing: Iterable[MissingCharacter]) -> dict[str, Any]:
    """The fonts of a paper, and the characters no font can draw; `item` as in the findings of a check."""
    return {
        "faces": [_face(one) for one in report.faces],
        "borrowed": [
            {"name": one.font.name, "file": str(one.font.path), "characters": one.characters}
            for one in report.borrowed
        ],
        "unreadable": [{"file": str(one.file), "why": one.why} for one in report.unreadable],
        "missing": [
            {
                "character": one.character,
                "code": f"U+{ord(one.character):04X}",
                "section": one.section,
                "item": one.item,
                "quote": one.quote,
            }
            for one in missing
        ],
    }


def _counted(characters: int) -> int | None:
    return characters if characters >= 0 else None


def _face(one: "FaceReport") -> dict[str, Any]:
    font = one.choice.font
    return {
        "face": one.role,
        "wanted": list(one.wanted),
        "used": font.name,
        "file": str(font.path),
        "number": font.number,
        "stand_in": one.choice.is_stand_in,
        "embedded": one.is_embedded,
        "why": one.choice.why,
        "refused": [{"name": no.name, "file": str(no.file), "why": no.why} for no in one.choice.refused],
    }


def _sections(report: Report) -> list[dict[str, Any]]:
    shown, count = [], 0
    for section in report.sections:
        count += bool(section.title)
        shown.append(
            {
                "key": section.key,
                "number": heading_number(1, count).rstrip("、") if section.title else "",
                "title": printed(report, section.title),
                "paragraphs": [printed(report, text) for text in section.paragraphs],
                "items": _items(report, section),
            }
        )
    return shown


def _items(report: Report, section: Section) -> list[dict[str, Any]]:
    shown, running = [], 0
    for count, item in enumerate(section.items, start=1):
        start = running if section.continuous else 0
        shown.append(_item(report, item, section.level, count, start))
        running += len(item.items)
    return shown


def _item(report: Report, item: Item, level: int, count: int, start: int) -> dict[str, Any]:
    shown: dict[str, Any] = {
        "number": heading_number(level, count),
        "title": printed(report, item.title),
        "paragraphs": [printed(report, text) for text in item.paragraphs],
    }
    if item.items:
        shown["items"] = [
            _item(report, below, level + 1, number, 0)
            for number, below in enumerate(item.items, start=start + 1)
        ]
    return shown


def _figures(report: Report) -> list[dict[str, Any]]:
    quoted = places(report)
    known = {figure.indicator: figure for figure in report.figures}
    linked = {target: Figure(target) for target in quoted if target not in known}
    return [_figure(report, figure, quoted.get(figure.indicator, ())) for figure in (known | linked).values()]


def _figure(report: Report, figure: Figure, quoted: Iterable[Quotation]) -> dict[str, Any]:
    indicator = report.indicator(figure.indicator)
    value = present(report, figure).value
    return {
        "id": figure.indicator,
        "name": indicator.name if indicator else figure.indicator,
        "value": plain(value.value) if value else None,
        "unit": (value.unit if value else "") or (indicator.unit if indicator else ""),
        "qualifier": value.qualifier if value else "",
        "surface": value.surface if value else "",
        "last": _amount(figure.last),
        "yoy": _year_on_year(report, figure),
        "department": figure.department or (indicator.department if indicator else ""),
        "source": figure.source,
        "received": figure.received,
        "places": [_place(report, one) for one in quoted],
    }


def _relations(report: Report) -> list[dict[str, str]]:
    """What comes of the relations among the figures."""
    return [
        {
            "id": one.relation.id,
            "name": one.relation.name,
            "verdict": str(one.verdict),
            "working": one.working,
            "words": one.words,
        }
        for one in judgements(report)
    ]


def _amount(quantity: Quantity | None) -> str | None:
    return plain(quantity.value) if quantity else None


def _year_on_year(report: Report, figure: Figure) -> str | None:
    """Per cent of last year: reckoned where last year is known, else as the text states it."""
    indicator = report.indicator(figure.indicator)
    changed = change(indicator, figure) if indicator else None
    percent = changed.percent if changed else stated_change(report, figure.indicator)
    return None if percent is None else plain(percent)


def _place(report: Report, one: Quotation) -> dict[str, Any]:
    item = one.place.item[0] if one.place.item else None
    return {"section": one.place.section, "item": item, "quote": printed(report, one.sentence).strip()}
