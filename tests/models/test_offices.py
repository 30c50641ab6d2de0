"""Offices by name."""

import pytest

from models.offices import missing_offices, unexpected_offices


@pytest.mark.parametrize(
    ("expected", "present"),
    [
        ("云岭县", "云岭县人民政府"),
        ("云岭县人民政府", "中共云岭县委员会、云岭县人民政府"),
        ("云岭县", "中共云岭县委"),
        ("云州市云岭县", "云岭县人民政府"),
        ("云岭县司法局", "云州市云岭县人民政府"),
        (" 云岭 县", "云岭县"),
    ],
)
def test_a_name_stands_for_the_place(expected: str, present: str) -> None:
    assert not missing_offices([expected], [present])
    assert not unexpected_offices([expected], [present])


@pytest.mark.parametrize(
    ("expected", "present"),
    [
        ("青河县", "云岭县人民政府"),
        ("徐城市鼓楼区", "福城市鼓楼区人民政府"),
        ("云州市", "云州市云岭县人民政府"),
    ],
)
def test_another_place_is_missing(expected: str, present: str) -> None:
    assert missing_offices([expected], [present]) == (expected,)
