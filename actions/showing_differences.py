"""Differences between two states of a report: as plain JSON values, and in lines for people."""

from collections.abc import Iterable
from typing import Any

from models.difference import Deed, Difference
from models.word_difference import Kind, Run

_DEEDS = {Deed.ADDED: "增加", Deed.REMOVED: "删去", Deed.CHANGED: "改动", Deed.MOVED: "移动"}
_AROUND = 12
"""Characters that are shown of what stayed, on each side of a change."""


def show_differences(found: Iterable[Difference]) -> dict[str, Any]:
    """The differences; `item` is the number of the item in its section, null above the items."""
    return {
        "changes": [
            {
                "section": one.section,
                "item": one.item[0] if one.item else None,
                "kind": str(one.deed),
                "old": one.old,
                "new": one.new,
                "where": one.where,
                "runs": [{"text": run.text, "kind": str(run.kind)} for run in one.runs],
            }
            for one in found
        ]
    }


def difference_line(one: Difference) -> str:
    """Where, what was done, and the words: 一（三）第2段　改动　收到〔删：179〕〔增：180〕件。"""
    if one.deed is Deed.MOVED:
        return f"{one.where}　{_DEEDS[one.deed]}　原在{one.was}：{_in_one_line(one.new)}"
    words = "".join(_words(run, at == 0, at == len(one.runs) - 1) for at, run in enumerate(one.runs))
    return f"{one.where}　{_DEEDS[one.deed]}　{words}"


def _words(run: Run, is_first: bool, is_last: bool) -> str:
    text = _in_one_line(run.text)
    if run.kind is not Kind.EQUAL:
        return f"〔{'删' if run.kind is Kind.DELETED else '增'}：{text}〕"
    if is_first:
        return text if len(text) <= _AROUND else f"……{text[-_AROUND:]}"
    if is_last:
        return text if len(text) <= _AROUND else f"{text[:_AROUND]}……"
    return text if len(text) <= 2 * _AROUND else f"{text[:_AROUND]}……{text[-_AROUND:]}"


def _in_one_line(text: str) -> str:
    return " ".join(text.split())
