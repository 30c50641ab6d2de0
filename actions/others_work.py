"""What another writer changed in a report, in words short enough for one line of the window."""

from dataclasses import replace

from models.comparison import Difference, compare
from models.report import Report

_MOST = 3
_LONGEST = 14
"""Characters of a value; a longer text is named by its place alone."""


def others_words(before: Report, after: Report) -> str:
    """The places that differ, short values with what they were: 文头·发文字号（甲 → 乙）、一（二）等5处; "" for none.

    Another stage alone is nothing to tell: the heading shows it.
    """
    found = compare(replace(before, stage=after.stage), after)
    told = "、".join(_told(one) for one in found[:_MOST])
    return f"{told}等 {len(found)} 处" if len(found) > _MOST else told


def _told(one: Difference) -> str:
    if max(len(one.old), len(one.new)) > _LONGEST or "\n" in one.old + one.new:
        return one.where
    return f"{one.where}（{one.old or '空'} → {one.new or '空'}）"
