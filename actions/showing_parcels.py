"""What merging a parcel would do or did: as plain JSON values, and in lines for people."""

from collections.abc import Iterable
from typing import Any

from actions.parcel_preview import Merger
from models.difference import Difference
from models.word_difference import Kind

_AROUND = 8
"""Characters shown before the first place where two texts differ,"""
_MOST = 40
"""and of either text in all."""
_NOTED = 20
"""Conflicts that are told one by one; all of them are in the version with what was brought."""
_BROUGHT_ASIDE = "带来的整份存为一个版本，可以比较、恢复"


def show_merger(merger: Merger) -> dict[str, Any]:
    """The places as JSON values; `item` is the number of the item in its section, null above the items."""
    return {
        "changes": [_place(one) for one in merger.changes],
        "conflicts": [_place(one) for one in merger.conflicts],
    }


def _place(one: Difference) -> dict[str, Any]:
    return {
        "where": one.where,
        "here": one.old,
        "brought": one.new,
        "section": one.section,
        "item": one.item[0] if one.item else None,
        "kind": str(one.deed),
    }


def merger_lines(merger: Merger) -> tuple[str, ...]:
    """A line for each place that would change."""
    return tuple("{}：{} → {}".format(one.where, *_both(one)) for one in merger.changes)


def conflict_notes(conflicts: Iterable[Difference]) -> tuple[str, ...]:
    """A sentence for each place that both sides changed, with both values."""
    found = tuple(conflicts)
    notes = [
        "两边都改过“{}”：本机是{}，带来的是{}，保留本机的。".format(one.where, *_both(one))
        for one in found[:_NOTED]
    ]
    more = len(found) - _NOTED
    return (*notes, f"另有{more}处两边都改过，也都保留本机的。") if more > 0 else tuple(notes)


def forecast_notes(merger: Merger) -> tuple[str, ...]:
    """What merging would do, for whoever has not merged yet."""
    count = f"并入后将改动{len(merger.changes)}处，两边都改过{len(merger.conflicts)}处"
    if not merger.changes and not merger.conflicts:
        count = "本机的现稿已经有带来的全部改动，并入后不变"
    elif not merger.is_based:
        count = "找不到两边共同的版本，不能逐处合并，并入后现稿不变"
    aside = f"，{_BROUGHT_ASIDE}" if merger.conflicts else ""
    return (*conflict_notes(merger.conflicts), f"{count}{aside}；现在什么也没有改动，加--accept才并入。")


def _both(one: Difference) -> tuple[str, str]:
    """Both texts, each cut to what surrounds the first place where they differ."""
    kept = next((run.text for run in one.runs if run.kind is Kind.EQUAL), "") if one.old and one.new else ""
    same = len(kept) if one.old.startswith(kept) and one.new.startswith(kept) else 0
    start = max(0, same - _AROUND)
    return _cut(one.old, start), _cut(one.new, start)


def _cut(text: str, start: int) -> str:
    shown = " ".join(text[start : start + _MOST].split())
    if not shown:
        return "（空）"
    return f"“{'……' * (start > 0)}{shown}{'……' * (len(text) > start + _MOST)}”"
