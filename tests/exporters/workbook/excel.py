"""Reckons the few functions our formulas are made of, in binary fractions as Excel does."""

import re
from collections.abc import Mapping
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from math import isnan, nan

_TEXT = re.compile(r'"(?:[^"]|"")*"')
_NAME = re.compile(r"[本上]年_\w+")
_EQUALS = re.compile(r"(?<![<>])=")


def reckoned(formula: str, cells: Mapping[str, object]) -> object:
    """What a formula comes to over named cells; one without a number counts as empty."""
    numbers = {name: float(cell) if isinstance(cell, int | float) else nan for name, cell in cells.items()}
    texts: list[str] = []

    def kept(match: re.Match[str]) -> str:
        texts.append(match[0][1:-1])
        return f"texts[{len(texts) - 1}]"

    code = _EQUALS.sub("==", _TEXT.sub(kept, formula.removeprefix("="))).replace("<>", "!=")
    code = _NAME.sub(lambda match: f"numbers[{match[0]!r}]", code)
    code = re.sub(r"IFERROR\((.*),(texts\[\d+\])\)", r"IFERROR(lambda: \1,\2)", code)
    return eval(code, {**_FUNCTIONS, "texts": texts, "numbers": numbers})


def _if(condition: bool, one: object, other: object) -> object:
    return one if condition else other


def _guarded(reckon, otherwise: object) -> object:  # type: ignore[no-untyped-def]
    try:
        return reckon()
    except ZeroDivisionError:
        return otherwise


def _cut(number: float, places: int, mode: str) -> float:
    if isnan(number):
        return number
    shown = Decimal(format(number, ".15g"))
    return float(shown.quantize(Decimal(1).scaleb(-places), mode))


_FUNCTIONS = {
    "IF": _if,
    "IFERROR": _guarded,
    "AND": lambda *all_of: all(all_of),
    "OR": lambda *any_of: any(any_of),
    "ABS": abs,
    "COUNT": lambda *numbers: sum(not isnan(one) for one in numbers),
    "ROUND": lambda number, places: _cut(number, places, ROUND_HALF_UP),
    "ROUNDDOWN": lambda number, places: _cut(number, places, ROUND_DOWN),
}
