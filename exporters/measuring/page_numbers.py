"""Page numbers (GB/T 9704-2012 §7.5)."""

import re
from collections.abc import Iterator

from exporters.measuring.evidence import Evidence
from exporters.measuring.page import Line, Page
from exporters.measuring.places import solid
from exporters.measuring.rule import Measured, Value, absent, amount, mm, rule, verdict, within
from exporters.profile import Profile

_TOLERANCE_MM = 0.3
_SIZE_PT = 0.1
_NONE = "没有页码"
_PRINTED = re.compile(r"—(\d+)—")


def _below(profile: Profile) -> str:
    return f"页码一字线上距版心下边缘{amount(profile.page_number.below_mm)} mm"


@rule("number_height", "页码高低", "7.5", _below)
def number_height(evidence: Evidence) -> Measured:
    """The top of the dashes is 7 mm below the type area."""
    found = [Value(page, mm(line.first_ink.top - evidence.bottom)) for page, line in _numbers(evidence)]
    return within(found, evidence.profile.page_number.below_mm, _TOLERANCE_MM, "上距", absence=_NONE)


def _side(profile: Profile) -> str:
    characters = amount(profile.page_number.indent_characters)
    return f"单页码居右空{characters}字，双页码居左空{characters}字"


@rule("number_side", "页码左右", "7.5", _side)
def number_side(evidence: Evidence) -> Measured:
    """One character from the outer edge: odd pages from the right, even pages from the left."""
    size = evidence.profile.styles.page_number.size_pt
    wanted = evidence.profile.page_number.indent_characters
    found = [
        Value(page, (evidence.right - line.right_pt if page % 2 else line.left_pt - evidence.left) / size)
        for page, line in _numbers(evidence)
    ]
    return within(found, wanted, _TOLERANCE_MM / mm(size), "空", "字", _NONE)


def _type(profile: Profile) -> str:
    return f"页码{amount(profile.styles.page_number.size_pt)}磅，数字左右各一条一字线"


@rule("number_type", "页码字体字号", "7.5", _type)
def number_type(evidence: Evidence) -> Measured:
    """Its size and font, a dash on each side."""
    style = evidence.profile.styles.page_number
    faults: list[tuple[int, str]] = []
    for page, line in _numbers(evidence):
        if not _PRINTED.fullmatch(solid(line.text)):
            faults.append((page, f"写成“{line.text}”"))
        elif abs(line.size_pt - style.size_pt) > _SIZE_PT:
            faults.append((page, f"是{amount(line.size_pt)}磅"))
        elif any(not evidence.is_drawn_in(one, style) for one in line.characters if not one.text.isspace()):
            faults.append((page, f"用了{line.characters[0].type.font}"))
    return verdict(faults, "都是") if any(evidence.numbers) else absent(_NONE)


@rule("number_sequence", "页码连续", "7.5", "页码从1连续编排，空白页和其后的版记页不编")
def number_sequence(evidence: Evidence) -> Measured:
    """Every page has its number, but blank ones and the imprint's behind a blank one."""
    faults: list[tuple[int, str]] = []
    for page in evidence.pages:
        line = evidence.numbers[page.number - 1]
        wanted = None if _is_unnumbered(page, evidence) else str(page.number)
        found = re.sub(r"\D", "", line.text) if line else None
        if found != wanted:
            faults.append((page.number, f"页码是{found}" if found else "没有页码"))
    printed = sum(line is not None for line in evidence.numbers)
    return verdict(faults, f"编了{printed}面" + ("" if printed < len(evidence.pages) else "，没有缺漏"))


def _is_unnumbered(page: Page, evidence: Evidence) -> bool:
    if evidence.is_empty(page):
        return len(evidence.pages) > 1
    before = evidence.pages[page.number - 2] if page.number > 1 else None
    has_imprint = any(placed.page == page.number for placed in evidence.imprint)
    return has_imprint and before is not None and evidence.is_empty(before)


def _numbers(evidence: Evidence) -> Iterator[tuple[int, Line]]:
    return (
        (page.number, line)
        for page, line in zip(evidence.pages, evidence.numbers, strict=True)
        if line is not None
    )
