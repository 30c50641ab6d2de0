"""Finished pages: type areas put on numbered sheets, with the imprint on the last."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from exporters.layout.column import Column, fill
from exporters.layout.paragraph import Setting, Shape, set_paragraph
from exporters.layout.strip import PlacedLine, Rule, Strip
from exporters.layout.units import Span
from exporters.profile import POINTS_PER_MM, Profile

_ABOVE_IMPRINT_LINES = 0.3
"""Room between text and imprint: the text's line and the imprint must not run into each other."""
_DESCENT_EM = 0.12


@dataclass(frozen=True, slots=True)
class Page:
    """A finished page: everything in points from the paper's top left corner, downwards.

    `is_turned`: lines and rules are measured on the paper as it lies before whoever reads the wide table on it, whose
    top is the left edge of the sheet. Page number and trace stand where they stand on every other page.
    """

    number: int
    lines: tuple[PlacedLine, ...]
    rules: tuple[Rule, ...]
    number_line: PlacedLine | None
    is_turned: bool = False
    trace_line: PlacedLine | None = None

    @property
    def all_lines(self) -> tuple[PlacedLine, ...]:
        """Every line of type, page number and trace included."""
        return (*self.lines, *(line for line in (self.trace_line, self.number_line) if line))


_BLANK = Page(0, (), (), None)


@dataclass(frozen=True, slots=True)
class Layout:
    """A finished paper."""

    profile: Profile
    pages: tuple[Page, ...]

    @property
    def line_count(self) -> int:
        """How many lines of text it has, page numbers not counted."""
        return sum(len(page.lines) for page in self.pages)

    @property
    def missing(self) -> frozenset[str]:
        """The characters that no font holds and for which 〓 is drawn."""
        return self.profile.fonts.missing(placed.line.text for page in self.pages for placed in page.lines)


@dataclass(frozen=True, slots=True)
class Part:
    """Strips that go through pages of one kind; a wide part's pages are turned."""

    strips: tuple[Strip, ...]
    is_wide: bool = False


def paginate(
    parts: Iterable[Part], profile: Profile, imprint: Strip | None = None, trace: str = ""
) -> Layout:
    """The pages of a paper, each part beginning a new one; a paper without a word has one page."""
    pages: list[Page] = []
    for part in parts:
        rules = profile.turned() if part.is_wide else profile
        pages += (_page(column, rules, part.is_wide) for column in fill(part.strips, rules))
    pages = pages or [_page([], profile, False)]
    without_number = 0
    if imprint:
        pages, without_number = _with_imprint(pages, imprint, profile)
    last_numbered = len(pages) - without_number
    return Layout(
        profile,
        tuple(
            replace(
                page,
                number=number,
                number_line=_number_line(number, profile) if number <= last_numbered else None,
                trace_line=_trace_line(number, trace, profile),
            )
            for number, page in enumerate(pages, start=1)
        ),
    )


def _page(column: Column, rules: Profile, is_turned: bool) -> Page:
    left, top = rules.left_pt, rules.top_pt
    return Page(
        0,
        tuple(line.moved(left, top + y) for y, strip in column for line in strip.lines),
        tuple(rule.moved(left, top + y) for y, strip in column for rule in strip.rules),
        None,
        is_turned,
    )


def _with_imprint(pages: list[Page], imprint: Strip, profile: Profile) -> tuple[list[Page], int]:
    """The imprint at the foot of the last page, which is an even one where the profile says so (§7.4).

    Also how many of the last pages bear no number: where a blank page comes before the imprint's, those two (§7.5).
    """
    foot = profile.top_pt + profile.text_height_pt
    placed = Page(
        0,
        tuple(line.moved(profile.left_pt, foot - imprint.height_pt) for line in imprint.lines),
        tuple(rule.moved(profile.left_pt, foot - imprint.height_pt) for rule in imprint.rules),
        None,
    )
    last, is_even = pages[-1], len(pages) % 2 == 0
    fits = (
        not last.is_turned
        and _lowest(last) + _ABOVE_IMPRINT_LINES * profile.line_pitch_pt <= foot - imprint.height_pt
    )
    if fits and (is_even or not profile.imprint.on_even_page):
        joined = replace(last, lines=last.lines + placed.lines, rules=last.rules + placed.rules)
        return [*pages[:-1], joined], 0
    if is_even and profile.imprint.on_even_page:
        return [*pages, _BLANK, placed], 2
    return [*pages, placed], 0


def _lowest(page: Page) -> float:
    """How far down its lines reach."""
    feet = (placed.baseline_pt + _DESCENT_EM * placed.line.size_pt for placed in page.lines)
    return max((*feet, *(rule.y2_pt for rule in page.rules)), default=0.0)


def _number_line(number: int, profile: Profile) -> PlacedLine:
    """— 1 —, the top of its dashes 7 mm below the type area; odd pages right, even pages left (§7.5)."""
    style = profile.styles.page_number
    (line,) = set_paragraph((Span(f"— {number} —", style),), Shape(profile.text_width_pt))
    indent = profile.page_number.indent_characters * style.size_pt
    below = profile.page_number.below_mm * POINTS_PER_MM
    return PlacedLine(
        profile.left_pt + (profile.text_width_pt - indent - line.right_pt if number % 2 else indent),
        profile.top_pt + profile.text_height_pt + below + line.runs[0].font.ink("—")[1] * style.size_pt,
        line,
    )


def _trace_line(number: int, trace: str, profile: Profile) -> PlacedLine | None:
    """Which stored version this is, in small type on the inner side of the footer margin."""
    style = profile.styles.trace
    setting = Setting.LEFT if number % 2 else Setting.RIGHT
    lines = set_paragraph((Span(trace, style),), Shape(profile.text_width_pt, setting=setting))
    if not lines:
        return None
    baseline = profile.paper_height_pt - profile.trace.from_bottom_mm * POINTS_PER_MM
    return PlacedLine(profile.left_pt, baseline, lines[0])
