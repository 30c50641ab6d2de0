"""How wide the columns of a table are: by their shares, yet no number is parted over two lines."""

from exporters.layout.units import Span, units
from exporters.profile import Profile, Style
from models.document import Group, Table

_LEAST_CHARACTERS = 2
"""What a column keeps that makes room for others."""


def column_widths(table: Table, profile: Profile) -> tuple[float, ...]:
    """The widths in points; together they are as wide as the type area."""
    whole = profile.text_width_pt
    shares = [max(column.width, 0.0) for column in table.columns]
    total = sum(shares)
    widths = [whole * share / total if total else whole / len(shares) for share in shares]
    needed = [min(need, whole) for need in _needed(table, profile)]
    least = _LEAST_CHARACTERS * profile.styles.table_body.size_pt + 2 * profile.table.padding_pt
    lacking = sum(max(0.0, need - width) for need, width in zip(needed, widths, strict=True))
    spare = [max(0.0, width - max(need, least)) for need, width in zip(needed, widths, strict=True)]
    if not lacking or sum(spare) < lacking:
        return tuple(widths)
    give = lacking / sum(spare)
    return tuple(
        max(need, width) - give * free for need, width, free in zip(needed, widths, spare, strict=True)
    )


def _needed(table: Table, profile: Profile) -> list[float]:
    """What the widest unbreakable piece of every column needs, its padding included; 0 without any number."""
    needed = [0.0] * len(table.columns)
    for row in table.rows:
        if isinstance(row, Group):
            continue
        for index, cell in enumerate(row[: len(needed)]):
            if cell.number is not None and cell.text:
                width = _widest_piece(cell.text, profile.styles.table_body) + 2 * profile.table.padding_pt
                needed[index] = max(needed[index], width)
    return needed


def _widest_piece(text: str, style: Style) -> float:
    return max((unit.ink_pt for unit in units((Span(text, style),), 1.0, float("inf"))), default=0.0)
