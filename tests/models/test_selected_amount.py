"""Which part of a selection is the number."""

import pytest

from models.selected_amount import selected_amount


@pytest.mark.parametrize(
    ("selection", "behind", "amount"),
    [
        ("179", "件", "179"),
        ("179件", "，", "179"),
        (" 约682万条 ", "", "约682万"),
        ("98", "%，", "98%"),
        ("98%以上", "", "98%以上"),
        ("二十三场", "", "二十三"),
        ("100人以上", "", "100"),
    ],
)
def test_the_amount_is_taken_and_its_unit_is_left(selection: str, behind: str, amount: str) -> None:
    found = selected_amount(selection, behind)

    assert found is not None
    assert (selection + behind)[found.start : found.end] == amount


@pytest.mark.parametrize("selection", ["", "申请179件", "007", "179件，12件"])
def test_what_is_no_amount_is_none(selection: str) -> None:
    assert selected_amount(selection) is None
