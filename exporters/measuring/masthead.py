"""The masthead: the organs' mark, the red line (GB/T 9704-2012 §7.2)."""

from exporters.measuring.evidence import Evidence
from exporters.measuring.rule import Measured, Value, absent, amount, mm, rule, within
from exporters.profile import Profile
from models.document import Mark

_TOLERANCE_MM = 0.3
_GAP_MM = 1.0
"""The type's lower edge may be read as that of the ink, the em box or the line."""
_BELOW_BASELINE_EM = 0.12


def _mark(profile: Profile) -> str:
    return f"发文机关标志上边缘至版心上边缘{amount(profile.masthead.mark_top_mm)} mm，红色"


@rule("mark", "发文机关标志", "7.2.4", _mark)
def mark(evidence: Evidence) -> Measured:
    """The upper edge of the mark's ink."""
    if not evidence.mark:
        document = evidence.document
        is_wanted = document is not None and document.masthead.mark is Mark.PRINTED
        if is_wanted and document and document.masthead.organs:
            return Measured("第1面没有红色的发文机关标志", False, 1)
        return absent("没有发文机关标志")
    top = min(line.ink.top for line in evidence.mark)
    found = [Value(1, mm(top - evidence.top))]
    return within(found, evidence.profile.masthead.mark_top_mm, _TOLERANCE_MM, "上距")


def _line(profile: Profile) -> str:
    return f"红色分隔线与版心等宽（{amount(profile.text_width_mm)} mm），居中"


@rule("red_line", "红色分隔线", "7.2.7", _line)
def red_line(evidence: Evidence) -> Measured:
    """The line reaches from the type area's left edge to its right."""
    if not evidence.red_line:
        if evidence.mark:
            return Measured("发文机关标志下没有红色分隔线", False, 1)
        return absent("没有红色分隔线")
    box = evidence.red_line.box
    words = f"从{amount(mm(box.left))}至{amount(mm(box.right))} mm，宽{amount(mm(box.right - box.left))} mm"
    off = max(abs(mm(box.left - evidence.left)), abs(mm(box.right - evidence.right)))
    return Measured(words, off <= _TOLERANCE_MM, 1)


def _gap(profile: Profile) -> str:
    return f"红色分隔线在发文字号下{amount(profile.masthead.rule_below_mm)} mm"


@rule("red_line_gap", "分隔线距发文字号", "7.2.7", _gap)
def red_line_gap(evidence: Evidence) -> Measured:
    """From the last line of black type above the line, which is the number's, to the line."""
    if not evidence.red_line:
        return absent("没有红色分隔线")
    at = evidence.red_line.middle_pt
    marks = {id(line) for line in evidence.mark}
    above = [
        line
        for line in evidence.pages[0].lines
        if line.baseline_pt < at and id(line) not in marks and not line.is_turned
    ]
    if not above or (evidence.mark and above[-1].baseline_pt < evidence.mark[-1].baseline_pt):
        return absent("没有发文字号")
    last = above[-1]
    gap = mm(at - last.baseline_pt - _BELOW_BASELINE_EM * last.size_pt)
    return within([Value(1, gap)], evidence.profile.masthead.rule_below_mm, _GAP_MM, "距离")
