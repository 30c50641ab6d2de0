"""Indicators: what each statistic of a report is called, counted in, who supplies it and how sentences name it."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any

import resources


class Kind(StrEnum):
    """How an indicator's amounts behave."""

    COUNT = "count"
    RATE = "rate"
    AMOUNT = "amount"
    CHANGE = "change"
    DATE = "date"


@dataclass(frozen=True, slots=True)
class Indicator:
    """The definition of a statistic.

    `units` are other units it may be counted in. `aliases` say how sentences name it: the words directly before
    the amount; with a ``#`` for the amount and its unit also or only the words behind it (``清理#规范性文件``);
    ``…`` stands for a few characters more. `context` are words of which one must occur earlier in the paragraph or
    in its heading (empty: none needed), `without` words that must not occur beside the amount. `base` names the
    indicator whose change on last year a CHANGE states. `topic` is the subject its file of the catalogue is about;
    one of a report's own has none.
    """

    id: str
    name: str
    unit: str
    kind: Kind = Kind.COUNT
    section: str = "measures"
    department: str = ""
    units: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    context: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    base: str = ""
    topic: str = ""


def to_indicator(entry: dict[str, Any]) -> Indicator:
    """An Indicator from a TOML table or stored JSON object; unknown keys raise TypeError."""
    lists = {key: tuple(entry.get(key, ())) for key in ("units", "aliases", "context", "without")}
    return Indicator(**{**entry, **lists, "kind": Kind(entry.get("kind", Kind.COUNT))})


@cache
def catalogue() -> dict[str, Indicator]:
    """Every indicator of `resources/indicators/*.toml` by id, in the order of the files."""
    entries = [
        to_indicator({"topic": file.get("topic", ""), **entry})
        for file in map(resources.read_toml, resources.toml_names("indicators"))
        for entry in file["indicator"]
    ]
    return {indicator.id: indicator for indicator in entries}
