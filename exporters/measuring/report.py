"""The layout report: how right a finished page is, rule by rule."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from exporters.measuring import (
    breaking,
    ending,
    grid,
    imprint,
    masthead,
    page_numbers,
    read_back,
    sheet,
    styles,
)
from exporters.measuring.evidence import Evidence
from exporters.measuring.page import FontUse
from exporters.measuring.reading import MOST_PAGES, read
from exporters.measuring.rule import Rule
from exporters.profile import Profile, profile
from models.document import Document

_SUBJECTS = (sheet, grid, breaking, page_numbers, masthead, styles, ending, imprint, read_back)

RULES = tuple(one for subject in _SUBJECTS for one in vars(subject).values() if isinstance(one, Rule))
"""Every rule of the page, subject by subject, in the order they are written down."""

_SIGNS = {True: "✓", False: "✗", None: "－"}


@dataclass(frozen=True, slots=True)
class Verdict:
    """What came of one rule. `is_ok` is None where there was nothing to measure; `page` is that of the worst place."""

    id: str
    name: str
    clause: str
    wanted: str
    measured: str
    is_ok: bool | None
    page: int | None

    @property
    def line(self) -> str:
        """✓ 每面22行：第1—8面实测22行（GB/T 9704-2012 5.2.3）"""
        words = self.measured if self.is_ok is not None else f"不适用，{self.measured}"
        return f"{_SIGNS[self.is_ok]} {self.wanted}：{words}（{self.clause}）"


@dataclass(frozen=True, slots=True)
class LayoutReport:
    """What was measured on a finished PDF file.

    `lines` counts those of running text, `characters` is how many most full lines have (0 where there is none);
    `page_numbers` are as printed, empty for a page without; `measured_pages` may be fewer than `pages`.
    """

    pages: int
    measured_pages: int
    lines: int
    characters: int
    fonts: tuple[FontUse, ...]
    page_numbers: tuple[str, ...]
    rules: tuple[Verdict, ...]

    @property
    def failed(self) -> tuple[Verdict, ...]:
        """The rules that are broken."""
        return tuple(one for one in self.rules if one.is_ok is False)

    @property
    def summary(self) -> str:
        """One line for people."""
        judged = sum(one.is_ok is not None for one in self.rules)
        kept = judged - len(self.failed)
        measured = "" if self.measured_pages == self.pages else f"（只量了前{self.measured_pages}面）"
        characters = f"，每行{self.characters}字" if self.characters else ""
        return (
            f"版面实测：{self.pages}面{measured}，正文{self.lines}行{characters}；{judged}项中{kept}项合格。"
        )

    def as_json(self) -> dict[str, Any]:
        """The report as plain values for `--json`."""
        return {
            "pages": self.pages,
            "measured_pages": self.measured_pages,
            "lines": self.lines,
            "characters": self.characters,
            "fonts": [
                {"name": font.name, "embedded": font.is_embedded, "characters": font.characters}
                for font in self.fonts
            ],
            "page_numbers": list(self.page_numbers),
            "rules": [
                {
                    "id": one.id,
                    "name": one.name,
                    "clause": one.clause,
                    "wanted": one.wanted,
                    "measured": one.measured,
                    "ok": one.is_ok,
                    "page": one.page,
                }
                for one in self.rules
            ],
        }


def measure(
    content: bytes,
    rules: Profile | None = None,
    document: Document | None = None,
    most_pages: int = MOST_PAGES,
) -> LayoutReport:
    """Measure a PDF file against a profile, GB/T 9704-2012 unless told otherwise.

    With the document the text read back is compared with it. Raises UserError for bytes that are no readable PDF.
    """
    file = read(content, most_pages)
    evidence = Evidence(file, rules or profile(), document)
    return LayoutReport(
        file.page_count,
        len(file.pages),
        evidence.line_count,
        evidence.usual_cells,
        file.fonts,
        tuple(line.text.strip("— ") if line else "" for line in evidence.numbers),
        tuple(_verdicts(evidence)),
    )


def _verdicts(evidence: Evidence) -> Iterator[Verdict]:
    for one in RULES:
        found = one.measure(evidence)
        clause = f"GB/T 9704-2012 {one.clause}" if one.clause[0].isdigit() else one.clause
        wanted = one.wanted(evidence.profile)
        yield Verdict(one.id, one.name, clause, wanted, found.words, found.is_ok, found.page)
