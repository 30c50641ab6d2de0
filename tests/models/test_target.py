"""An amount's address is written as formulas and links write it, and read back."""

import pytest

from models.quantity import Quantity
from models.report import Figure
from models.target import Target, Year


@pytest.mark.parametrize("written", ["fy_apply", "fy_apply.last", "own_1.last"])
def test_a_target_is_read_back_as_it_was_written(written: str) -> None:
    assert str(Target.parse(written)) == written


def test_each_year_names_its_own_amount() -> None:
    figure = Figure("fy_apply", Quantity("164"), Quantity("150"))
    assert [str(year.amount(figure)) for year in Year] == ["164", "150"]
    assert [Target.parse(year.target("fy_apply")).year for year in Year] == list(Year)
