"""What an error says is written as a paper would be."""

import pytest

from models.errors import NotAQuantityError, UserError


@pytest.mark.parametrize(
    ("said", "printed"),
    [
        ("““一件事一次办”事项”没有填。", "“‘一件事一次办’事项”没有填。"),
        ("“甲”和“乙”都没有。", "“甲”和“乙”都没有。"),
        ("引文“称号。”没有对上”。", "引文“称号。”没有对上”。"),
        ("引文“““称号”没有对上。", "引文“““称号”没有对上。"),
    ],
)
def test_quotation_marks_inside_others_are_single_where_they_pair(said: str, printed: str) -> None:
    assert str(UserError(said)) == printed


def test_so_are_those_of_what_was_typed() -> None:
    assert str(NotAQuantityError("“三”件")).startswith("“‘三’件”不是数量")
