"""The grid: lines on a page, their pitch, characters in a line, edges and indents."""

from collections.abc import Iterator
from itertools import pairwise

from exporters.measuring.evidence import Evidence
from exporters.measuring.marks import HANGING, first_group, is_western
from exporters.measuring.page import Line
from exporters.measuring.paragraphs import Broken
from exporters.measuring.rule import (
    Measured,
    Value,
    absent,
    amount,
    mm,
    pages_in_words,
    rule,
    verdict,
    within,
)
from exporters.profile import Profile

_EDGE_MM = 0.3
_PITCH_MM = 0.1
_HEIGHT_MM = 0.5
_CELL = 0.3
"""Characters: PDFium takes a letter whose ink leaves its width (f) for a little wider than it is."""
_ROUNDING = 0.005
_LETTER_ROUNDING = 0.001
"""Characters: a PDF says widths in thousandths of the type size, which cuts those of letters short."""
_BLANK_CELLS = 0.5
_NO_FULL_LINES = "没有排满的行"


@rule("lines", "每面行数", "5.2.3", lambda profile: f"每面{profile.grid.lines}行")
def lines(evidence: Evidence) -> Measured:
    """Pages of running text that another follows are full: as many lines as the grid has, down to its last.

    A page may end earlier where what comes next had to stay together: headings with their text, the signature.
    """
    wanted = evidence.profile.grid.lines
    faults, full = [], []
    for number in evidence.followed:
        room = evidence.room(number)
        count = _unbroken(evidence.running[number - 1], evidence)
        if room and room >= evidence.kept_together(number + 1):
            faults.append((number, f"下面还空{room}行"))
        elif count and not room and count != wanted:
            faults.append((number, f"排了{count}行"))
        elif count == wanted:
            full.append(number)
    good = f"{pages_in_words(full)}实测{wanted}行" if full else "各面都排到底"
    return verdict(faults, good) if evidence.followed else absent("没有后面还接正文的整面")


def _unbroken(found: tuple[Line, ...], evidence: Evidence) -> int:
    """The number of lines where they fill the type area from its top without a blank one, else 0."""
    pitch = evidence.profile.line_pitch_pt
    begins = found[0].baseline_pt - found[0].size_pt < evidence.top + pitch
    is_unbroken = all(evidence.follows(above, below) for above, below in pairwise(found))
    return len(found) if begins and is_unbroken else 0


@rule("pitch", "行距", "5.2.3", lambda profile: f"行距相等，{profile.grid.lines}行{_height(profile)} mm")
def pitch(evidence: Evidence) -> Measured:
    """Neighbouring lines are one pitch apart, and a page's worth of them is as high as the type area."""
    wanted = mm(evidence.profile.line_pitch_pt)
    found = [
        Value(number, mm(below.baseline_pt - above.baseline_pt))
        for number, running in enumerate(evidence.running, start=1)
        for above, below in pairwise(running)
        if evidence.follows(above, below)
    ]
    if not found:
        return absent("没有相邻的两行正文")
    mean = sum(value.amount for value in found) / len(found)
    height = mean * evidence.profile.grid.lines
    worst = within(found, wanted, _PITCH_MM, "行距")
    is_ok = bool(worst.is_ok) and abs(height - evidence.profile.text_height_mm) <= _HEIGHT_MM
    words = f"平均{amount(mean)} mm，{evidence.profile.grid.lines}行合{amount(height)} mm；{worst.words}"
    return Measured(words, is_ok, worst.page)


def _height(profile: Profile) -> str:
    return amount(profile.text_height_mm)


@rule("characters", "每行字数", "5.2.3", lambda profile: f"每行{profile.grid.characters}字")
def characters(evidence: Evidence) -> Measured:
    """A line that goes on in the next holds as many characters as the grid, or one more would not have fitted.

    Two half-width characters count as one; what must stay together goes down together (避头尾, numbers).
    """
    wanted = evidence.profile.grid.characters
    broken = _flush(evidence)
    if not broken:
        return absent(_NO_FULL_LINES)
    faults = [fault for one in broken for fault in _badly_filled(one, wanted, evidence)]
    return verdict(faults, f"{len(broken)}行都排满，通常{evidence.usual_cells}字")


def _badly_filled(one: Broken, wanted: int, evidence: Evidence) -> Iterator[tuple[int, str]]:
    cells = evidence.cells(_without_hanging(one.line, evidence))
    following = one.following.characters[: first_group(one.following.text)]
    next_cells = sum((each.end_pt - each.x_pt) / each.type.size_pt for each in following)
    if is_western(one.line.text[-1]) and is_western(following[0].text):
        next_cells += _BLANK_CELLS  # the blank between two words, which is not drawn where a line ends
    if cells > wanted + _CELL:
        yield one.page, f"“{one.line.text[:6]}…”一行有{amount(cells)}字"
    elif cells + next_cells <= wanted + _ROUNDING - _LETTER_ROUNDING * _letters(one):
        yield (
            one.page,
            f"“{one.line.text[:6]}…”一行只有{amount(cells)}字，下一行的“{following[0].text}”还排得下",
        )


def _letters(one: Broken) -> int:
    """How many letters and figures two lines have, whose widths are no whole part of a character's."""
    return sum(is_western(character) for line in (one.line, one.following) for character in line.text)


@rule("right_edge", "右边齐", "5.2.3", lambda profile: f"满行右边齐{_right_mm(profile)} mm处")
def right_edge(evidence: Evidence) -> Measured:
    """Lines that go on in the next end on the type area's right edge."""
    found = [Value(one.page, mm(_without_hanging(one.line, evidence).right_pt)) for one in evidence.broken]
    wanted = mm(evidence.right)
    return within(found, wanted, _EDGE_MM, "右边", absence=_NO_FULL_LINES)


def _right_mm(profile: Profile) -> str:
    return amount(profile.margins_mm.left + profile.text_width_mm)


@rule("left_edge", "左边齐", "5.2.1", lambda profile: f"回行左边齐{amount(profile.margins_mm.left)} mm处")
def left_edge(evidence: Evidence) -> Measured:
    """Lines in which another goes on begin on the type area's left edge."""
    found = [Value(one.page, mm(one.following.left_pt)) for one in _flush(evidence)]
    return within(found, mm(evidence.left), _EDGE_MM, "左边", absence="没有回行")


@rule(
    "indent",
    "段首空字",
    "7.3.3",
    lambda profile: f"每个自然段左空{amount(profile.body.indent_characters)}字",
)
def indent(evidence: Evidence) -> Measured:
    """Paragraphs begin two characters in."""
    cell = evidence.profile.cell_pt
    found = [Value(one.page, (one.line.left_pt - evidence.left) / cell) for one in evidence.beginnings]
    wanted = evidence.profile.body.indent_characters
    return within(found, wanted, _EDGE_MM / mm(cell), "左空", "字", "没有自然段")


def _flush(evidence: Evidence) -> list[Broken]:
    """The broken lines without those of the list of attachments."""
    return [one for one in evidence.broken if evidence.is_flush(one.following)]


def _without_hanging(line: Line, evidence: Evidence) -> Line:
    """A line without the mark that hangs outside the type area, where the profile lets it."""
    last = line.characters[-1]
    hangs = evidence.profile.line_breaking.hanging and last.text in HANGING
    if not hangs or last.end_pt < evidence.right + last.type.size_pt / 4 or len(line.characters) == 1:
        return line
    return Line(
        line.baseline_pt, line.characters[:-1], line.ink, line.first_ink, line.last_ink, line.is_turned
    )
