"""Column widths: by share, but no number is ever parted."""

from decimal import Decimal

import pytest

from exporters.layout.columns import column_widths
from models.document import Align, Cell, Column, Group, Table
from tests.exporters.layout_reading import RULES, laid_out, texts

LONG = "+1,234,567,890.25"


def table(*shares: float, text: str = LONG) -> Table:
    columns = tuple(Column(f"第{n}列", share, Align.RIGHT) for n, share in enumerate(shares))
    cells = (Cell(text, Decimal(1)), *(Cell("说明文字") for _ in shares[1:]))
    return Table("", columns, (Group("分组"), cells))


def test_widths_follow_the_shares_where_numbers_have_room() -> None:
    assert column_widths(table(1, 3, text="12"), RULES) == pytest.approx(
        (RULES.text_width_pt / 4, RULES.text_width_pt * 3 / 4)
    )


@pytest.mark.parametrize("shares", [(1, 9), (1, 5, 5), (0, 1), (1, 1, 1, 1, 8)])
def test_a_long_number_stands_in_one_line_and_the_table_keeps_its_width(shares: tuple[float, ...]) -> None:
    wide = table(*shares)

    assert sum(column_widths(wide, RULES)) == pytest.approx(RULES.text_width_pt)
    assert LONG in texts(laid_out(wide).pages[0])


def test_where_no_column_can_give_room_the_shares_stay() -> None:
    columns = tuple(Column("", 1, Align.RIGHT) for _ in range(12))
    crowded = Table("", columns, (tuple(Cell(LONG, Decimal(1)) for _ in columns),))

    assert column_widths(crowded, RULES) == pytest.approx([RULES.text_width_pt / 12] * 12)
