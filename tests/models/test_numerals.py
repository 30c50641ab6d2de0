"""Chinese numerals."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.numerals import chinese_number, chinese_value


@given(st.integers(1, 99))
def test_a_counted_heading_is_read_back_as_its_number(number):
    assert chinese_value(chinese_number(number)) == number


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("两", 2),
        ("十", 10),
        ("二十三", 23),
        ("一百零五", 105),
        ("千", 1000),
        ("万", 10_000),
        ("三万五千", 35_000),
        ("十二万", 120_000),
        ("三亿五千万", 350_000_000),
        ("两万亿", 2_000_000_000_000),
        ("二〇二六", 2026),
    ],
)
def test_a_numeral_means_its_number(text, value):
    assert chinese_value(text) == value


@pytest.mark.parametrize("text", ["十件", "3", "几十", "十 二"])
def test_other_characters_are_no_numeral(text):
    with pytest.raises(ValueError, match=re.escape(text)):
        chinese_value(text)
