"""The sheet: paper, type area, fonts, characters that no font has."""

from collections.abc import Iterator

from exporters.fonts import STAND_IN
from exporters.measuring.evidence import Evidence
from exporters.measuring.marks import HANGING
from exporters.measuring.page import Box, Line, Page
from exporters.measuring.rule import (
    Measured,
    Value,
    absent,
    amount,
    mm,
    pages_in_words,
    rule,
    verdict,
)
from exporters.profile import POINTS_PER_MM, Profile

_PAPER_TOLERANCE_MM = 0.5
_AREA_TOLERANCE_MM = 0.3


def _paper(profile: Profile) -> str:
    return f"纸张{amount(profile.paper_mm.width)}×{amount(profile.paper_mm.height)} mm"


@rule("paper", "纸张", "5.1", _paper)
def paper(evidence: Evidence) -> Measured:
    """Every page is the profile's paper, upright."""
    wanted = evidence.profile.paper_mm
    faults = [
        (page.number, f"是{amount(mm(page.width_pt))}×{amount(mm(page.height_pt))} mm")
        for page in evidence.pages
        if max(abs(mm(page.width_pt) - wanted.width), abs(mm(page.height_pt) - wanted.height))
        > _PAPER_TOLERANCE_MM
    ]
    return verdict(faults, f"{_all_pages(evidence)}都是")


def _area(profile: Profile) -> str:
    return f"版心{amount(profile.text_width_mm)}×{amount(profile.text_height_mm)} mm，版心外只有页码"


@rule("type_area", "版心", "5.2.1", _area)
def type_area(evidence: Evidence) -> Measured:
    """No ink outside the type area but the page number, the small trace line and hanging marks."""
    if all(page.is_blank for page in evidence.pages):
        return absent("没有内容")
    found = [Value(page.number, over) for page in evidence.pages for over in _overshoots(page, evidence)]
    worst = max(found, key=lambda value: value.amount)
    if worst.amount <= _AREA_TOLERANCE_MM:
        return Measured(f"{_all_pages(evidence)}都在版心以内", True)
    return Measured(f"第{worst.page}面超出{amount(worst.amount)} mm", False, worst.page)


def _overshoots(page: Page, evidence: Evidence) -> Iterator[float]:
    """How far each line and stroke leaves the type area, in millimetres; 0 where it does not."""
    upright = _area_box(evidence.profile)
    turned = _area_box(evidence.profile.turned())
    allowed = (evidence.numbers[page.number - 1], *_traces(page, evidence))
    yield 0.0
    for line in page.lines:
        if not any(line is one for one in allowed):
            yield _overshoot(_ink(line, evidence), turned if line.is_turned else upright)
    for stroke in page.strokes:
        yield _overshoot(stroke.ink, upright)


def _traces(page: Page, evidence: Evidence) -> Iterator[Line]:
    """The small line in the footer margin."""
    most = evidence.profile.styles.trace.size_pt + 1
    return (line for line in page.lines if line.ink.top > evidence.bottom and line.size_pt <= most)


def _ink(line: Line, evidence: Evidence) -> Box:
    """A line's ink without the mark that a profile lets hang at its end."""
    if not evidence.profile.line_breaking.hanging or line.characters[-1].text not in HANGING:
        return line.ink
    return line.ink._replace(right=max((one.end_pt for one in line.characters[:-1]), default=line.left_pt))


def _area_box(profile: Profile) -> Box:
    left, top = profile.left_pt, profile.top_pt
    return Box(left, top, left + profile.text_width_pt, top + profile.text_height_pt)


def _overshoot(ink: Box, area: Box) -> float:
    over = max(area.left - ink.left, area.top - ink.top, ink.right - area.right, ink.bottom - area.bottom)
    return max(over, 0.0) / POINTS_PER_MM


@rule("embedded", "字体嵌入", "惯例", "所有字体都嵌入文件")
def embedded(evidence: Evidence) -> Measured:
    """No font is left to the reader's machine."""
    if not evidence.file.fonts:
        return absent("没有文字")
    missing = [font.name for font in evidence.file.fonts if not font.is_embedded]
    if missing:
        return Measured(f"{'、'.join(missing)}没有嵌入", False)
    return Measured(f"{len(evidence.file.fonts)}种字体都已嵌入", True)


@rule("stand_ins", "缺字", "惯例", f"没有印成“{STAND_IN}”的字")
def stand_ins(evidence: Evidence) -> Measured:
    """No character is drawn as the sign for a missing one."""
    counts = {
        page.number: sum(line.text.count(STAND_IN) + line.text.count("\0") for line in page.lines)
        for page in evidence.pages
    }
    pages = [number for number, count in counts.items() if count]
    if pages:
        return Measured(f"{pages_in_words(pages)}共{sum(counts.values())}个字没有字形", False, pages[0])
    return Measured("没有缺字", True)


def _all_pages(evidence: Evidence) -> str:
    return pages_in_words(page.number for page in evidence.pages)
