"""Where lines are broken: marks, numbers, dashes (GB/T 15834-2011)."""

from collections.abc import Callable

from exporters.measuring.evidence import Evidence
from exporters.measuring.marks import begins_badly, ends_badly, tears_dash, tears_number
from exporters.measuring.paragraphs import Broken
from exporters.measuring.rule import Measured, absent, rule, verdict

_MARKS = "GB/T 15834-2011 5.1"


@rule("line_starts", "避头", _MARKS, "行首没有句号、逗号、后引号等标点")
def line_starts(evidence: Evidence) -> Measured:
    """No line in which a paragraph goes on begins with a closing mark."""
    return _torn(
        evidence,
        lambda one: begins_badly(one.following.text),
        lambda one: f"行首是“{one.following.text[0]}”",
    )


@rule("line_ends", "避尾", _MARKS, "行尾没有前引号、前括号、前书名号")
def line_ends(evidence: Evidence) -> Measured:
    """No line that goes on in the next ends with an opening mark."""
    return _torn(evidence, lambda one: ends_badly(one.line.text), lambda one: f"行尾是“{one.line.text[-1]}”")


@rule("dashes", "破折号和省略号", _MARKS, "破折号、省略号不拆到两行")
def dashes(evidence: Evidence) -> Measured:
    """What takes two places is not divided."""
    return _torn(
        evidence,
        lambda one: tears_dash(one.line.text, one.following.text),
        lambda one: f"“{one.line.text[-1]}”拆到了两行",
    )


@rule("numbers", "数字不拆行", "惯例", "数字连同单位符号不拆到两行")
def numbers(evidence: Evidence) -> Measured:
    """No number, and no number and its sign, is divided: the wording of GB/T 9704-1999, still asked for."""
    return _torn(
        evidence,
        lambda one: tears_number(one.line.text, one.following.text),
        lambda one: f"“{one.line.text[-4:]}|{one.following.text[:4]}”拆到了两行",
    )


def _torn(evidence: Evidence, is_bad: Callable[[Broken], bool], words: Callable[[Broken], str]) -> Measured:
    if not evidence.all_broken:
        return absent("没有回行")
    faults = [(one.page, words(one)) for one in evidence.all_broken if is_bad(one)]
    return verdict(faults, f"{len(evidence.all_broken)}处回行都没有")
