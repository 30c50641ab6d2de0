"""What the clerk writes as page numbers, and the order in which sides come out."""

import pytest

from models.errors import UserError
from ui.print_range import pages_of, sides


@pytest.mark.parametrize(
    ("text", "pages"),
    [
        ("3", (3,)),
        ("1-3", (1, 2, 3)),
        ("1-3、5", (1, 2, 3, 5)),
        ("７－８，２", (7, 8, 2)),
        ("6至8", (6, 7, 8)),
        ("7—", (7, 8)),
        ("2 4;4,2-3", (2, 4, 3)),
    ],
)
def test_page_numbers_are_understood_in_every_writing(text: str, pages: tuple[int, ...]) -> None:
    assert pages_of(text, 8) == pages


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "没有写"),
        (" 、", "没有写"),
        ("首页", "“首页”不是页码"),
        ("9", "全文只有 8 页"),
        ("0", "没有第“0”页"),
        ("2-99", "全文只有 8 页"),
        ("5-3", "从后往前"),
    ],
)
def test_what_means_no_page_is_refused_in_words(text: str, said: str) -> None:
    with pytest.raises(UserError, match=said):
        pages_of(text, 8)


def test_copies_come_one_after_the_other_or_page_by_page() -> None:
    assert sides((1, 2, 3), 2) == (1, 2, 3, 1, 2, 3)
    assert sides((1, 2, 3), 2, collated=False) == (1, 1, 2, 2, 3, 3)


def test_on_both_sides_every_copy_begins_on_a_sheet_of_its_own() -> None:
    assert sides((1, 2, 3), 2, on_both_sides=True) == (1, 2, 3, None, 1, 2, 3)
    assert sides((1, 2, 3), 2, collated=False, on_both_sides=True) == (1, 2, 1, 2, 3, None, 3)
    assert sides((4,), on_both_sides=True) == (4,)
