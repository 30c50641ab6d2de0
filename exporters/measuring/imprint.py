"""The imprint at the foot of the last page (GB/T 9704-2012 §7.4)."""

from exporters.measuring.evidence import Evidence
from exporters.measuring.page import Stroke
from exporters.measuring.rule import Measured, absent, amount, mm, rule, verdict
from exporters.profile import Profile
from models.document import Imprint

_TOLERANCE_MM = 0.3
_WIDTH_MM = 0.05
_NONE = "没有版记"


def _place(profile: Profile) -> str:
    return "版记在最后一面" + ("，最后一面是双数面" if profile.imprint.on_even_page else "")


@rule("imprint_page", "版记位置", "7.4", _place)
def imprint_page(evidence: Evidence) -> Measured:
    """All of it on the last page, which is even where the profile wants it."""
    if not evidence.imprint:
        document = evidence.document
        if document and document.imprint != Imprint() and _is_whole(evidence):
            return Measured("文件里没有找到版记", False)
        return absent(_NONE)
    last = evidence.file.page_count
    first = evidence.imprint[0].page
    if first != last:
        return Measured(f"在第{first}面，全文共{last}面", False, first)
    is_even = not evidence.profile.imprint.on_even_page or last % 2 == 0
    return Measured(f"在第{last}面，全文共{last}面", is_even, last)


@rule("imprint_foot", "版记末条分隔线", "7.4.1", "版记末条分隔线与版心下边缘重合")
def imprint_foot(evidence: Evidence) -> Measured:
    """The last line lies on the type area's bottom edge."""
    if not evidence.imprint:
        return absent(_NONE)
    page = evidence.imprint[-1].page
    lines = _lines(evidence)
    if not lines:
        return Measured("没有分隔线", False, page)
    below = mm(lines[-1].middle_pt - evidence.bottom)
    words = f"末条分隔线距版心下边缘{amount(abs(below))} mm"
    return Measured(words, abs(below) <= _TOLERANCE_MM, page)


def _widths(profile: Profile) -> str:
    outer, inner = amount(profile.imprint.outer_rule_mm), amount(profile.imprint.inner_rule_mm)
    return f"版记分隔线与版心等宽，首末条{outer} mm，中间{inner} mm"


@rule("imprint_lines", "版记分隔线", "7.4.1", _widths)
def imprint_lines(evidence: Evidence) -> Measured:
    """Length and weight of the lines."""
    if not evidence.imprint:
        return absent(_NONE)
    page, lines = evidence.imprint[-1].page, _lines(evidence)
    if len(lines) < 2:
        return Measured(f"只有{len(lines)}条分隔线", False, page)
    faults: list[tuple[int, str]] = []
    for index, line in enumerate(lines):
        is_outer = index in {0, len(lines) - 1}
        rules = evidence.profile.imprint
        wanted = rules.outer_rule_mm if is_outer else rules.inner_rule_mm
        off = max(abs(mm(line.box.left - evidence.left)), abs(mm(line.box.right - evidence.right)))
        if off > _TOLERANCE_MM:
            faults.append((page, f"第{index + 1}条长{amount(mm(line.length_pt))} mm"))
        elif abs(mm(line.width_pt) - wanted) > _WIDTH_MM:
            faults.append((page, f"第{index + 1}条粗{amount(mm(line.width_pt))} mm"))
    return verdict(faults, f"{len(lines)}条都是")


def _lines(evidence: Evidence) -> list[Stroke]:
    """The lines across around the imprint's text, from the top, without those of a table above it."""
    page, first = evidence.imprint[0]
    strokes = evidence.pages[page - 1].strokes
    table_foot = max((one.box.bottom for one in strokes if not one.is_horizontal), default=0.0)
    above = max(first.ink.top - 2 * first.size_pt, table_foot + 1)
    found = (one for one in strokes if one.is_horizontal and one.middle_pt > above)
    return sorted(found, key=lambda stroke: stroke.middle_pt)


def _is_whole(evidence: Evidence) -> bool:
    return len(evidence.pages) == evidence.file.page_count
