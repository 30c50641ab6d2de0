"""Templates: the kinds of report, read from `resources/templates/*.toml`."""

from dataclasses import dataclass
from functools import cache
from typing import Any

import resources
from models.errors import UnknownKeyError

MANDATED = ("leadership", "measures", "shortcomings", "plan", "other")
"""The five contents the regulation asks for; which order they come in is the template's affair."""

_LONGEST = 5000
"""一般不超过5000字: 《整治形式主义为基层减负若干规定》 (2024-08-06) says so of local papers in general, and no guide
to this report is known to say another number."""


@dataclass(frozen=True, slots=True)
class SectionTemplate:
    """One section: its usual title, what belongs in it, and how an imported heading is recognised.

    `keywords` are alternatives, each a group of words that must all occur in a heading ("不足", "主要+安排").
    `example` is a sentence of our own as stored, with links and ×× for what is to be filled in.
    None of `unless` may occur, so that a heading which speaks of two parts is recognised by one.
    `required_words` are words of which one must occur in the section (原因 in the shortcomings).
    """

    key: str
    title: str
    guidance: str
    keywords: tuple[str, ...]
    unless: tuple[str, ...] = ()
    required_words: tuple[str, ...] = ()
    suggested: tuple[str, ...] = ()
    example: str = ""

    def recognises(self, heading: str) -> bool:
        """Whether an imported heading names this section."""
        return any(all(word in heading for word in group.split("+")) for group in self.keywords) and not any(
            word in heading for word in self.unless
        )


@dataclass(frozen=True, slots=True)
class Template:
    """A kind of report. Titles may hold {year}, {next_year}, {last_year} and {organ}.

    `longest`: how many characters its text may have at most, 0 where nothing limits it.
    """

    id: str
    version: int
    name: str
    description: str
    title: str
    preamble: str
    organ_words: tuple[str, ...]
    sections: tuple[SectionTemplate, ...]
    letterhead: dict[str, str]
    longest: int = _LONGEST

    def section(self, key: str) -> SectionTemplate | None:
        """The declaration of a section, None for a report's own."""
        return next((section for section in self.sections if section.key == key), None)


def fill(text: str, year: int, organ: str = "") -> str:
    """A template's text with its year and organ words filled in."""
    return text.format(year=year, next_year=year + 1, last_year=year - 1, organ=organ)


@cache
def templates() -> dict[str, Template]:
    """Every template by id, in the order of the files."""
    found = [_template(resources.read_toml(name)) for name in resources.toml_names("templates")]
    return {template.id: template for template in found}


def template(template_id: str) -> Template:
    """One template. Raises UnknownKeyError naming those there are."""
    if template_id not in templates():
        raise UnknownKeyError("模板", template_id, f"可用的模板有：{'、'.join(templates())}。")
    return templates()[template_id]


def _template(data: dict[str, Any]) -> Template:
    sections = tuple(SectionTemplate(**_frozen(section)) for section in data.pop("section"))
    return Template(**_frozen(data), sections=sections)


def _frozen(table: dict[str, Any]) -> dict[str, Any]:
    return {key: tuple(value) if isinstance(value, list) else value for key, value in table.items()}
