"""指引: what belongs in each part of a report, what is usual there, and an example sentence for it and its items."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

import resources
from models.letterhead import LETTERHEAD
from models.report import Report
from models.template import SectionTemplate, fill, template

_SENTENCE = re.compile(r"[^。]+。")
_USUAL, _FAULTS = "通常", "常见毛病"


@dataclass(frozen=True, slots=True)
class SuggestedItem:
    """An item many reports have in a section, with an example sentence as stored."""

    title: str
    example: str


@dataclass(frozen=True, slots=True)
class Clause:
    """What the page standard (GB/T 9704-2012) says of a field."""

    label: str
    words: str


@dataclass(frozen=True, slots=True)
class Guidance:
    """What to say of a part; empty where there is nothing to say. `example` is as stored."""

    wants: str = ""
    usual: str = ""
    faults: str = ""
    example: str = ""
    items: tuple[SuggestedItem, ...] = ()
    clauses: tuple[Clause, ...] = ()


def guidance_of(report: Report, key: str) -> Guidance:
    """The guidance for a section or for one of the parts that are none; empty for a section of the report's own."""
    declared = template(report.template).section(key)
    if declared is not None:
        return _of_section(declared)
    about = _file("parts").get(key)
    return _of_part(about, report) if about else Guidance()


def item_example(title: str) -> str:
    """The example sentence for an item with this heading as stored, "" where there is none."""
    return str(_file("examples")["items"].get(title, ""))


def _of_section(declared: SectionTemplate) -> Guidance:
    told = _SENTENCE.findall(declared.guidance)
    usual = [one for one in told if one.startswith(_USUAL)]
    faults = [one for one in told if one.startswith(_FAULTS)]
    wants = [one for one in told if one not in (*usual, *faults)]
    return Guidance(
        "".join(wants),
        "".join(usual),
        _without_lead(faults),
        declared.example,
        tuple(SuggestedItem(title, item_example(title)) for title in declared.suggested),
    )


def _without_lead(faults: Iterable[str]) -> str:
    return "".join(one.removeprefix(f"{_FAULTS}是") for one in faults)


def _of_part(about: dict[str, Any], report: Report) -> Guidance:
    clauses = (
        Clause(LETTERHEAD[key].label if key in LETTERHEAD else key, words)
        for key, words in about.get("clauses", {}).items()
    )
    organ = "、".join(report.letterhead.organs)
    example = fill(about["example"], report.year, organ)
    return Guidance(about["wants"], about["usual"], about["faults"], example, clauses=tuple(clauses))


@cache
def _file(name: str) -> dict[str, Any]:
    return resources.read_toml(f"guidance/{name}.toml")
