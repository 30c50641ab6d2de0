"""An amount as a cell: a number that can be reckoned with, everything else of its writing in the format."""

from decimal import Decimal

from models.quantity import Quantity

_HUNDRED = 100


def cell_number(quantity: Quantity) -> Decimal:
    """The number that stands in the cell: 万 and 亿 multiplied out, a percentage as a fraction.

    No number format knows ‰: such an amount keeps its number, and the sign stands behind it.
    """
    return quantity.value / _HUNDRED if quantity.percent in ("%", "％") else quantity.value


def cell_format(quantity: Quantity) -> str:
    """The number format that shows the amount with its 约, 余 and 以上."""
    exponent = quantity.value.normalize().as_tuple().exponent
    digits = -exponent if isinstance(exponent, int) and exponent < 0 else 0
    decimals = f".{'0' * digits}" if digits else ""
    behind = f"{'‰' if quantity.percent == '‰' else ''}{quantity.middle}{quantity.after}{quantity.tail}"
    number = f"0{decimals}%" if quantity.percent in ("%", "％") else f"#,##0{decimals}"
    return f"{_quoted(quantity.before)}{number}{_quoted(behind)}"


def _quoted(words: str) -> str:
    return f'"{words}"' if words else ""
