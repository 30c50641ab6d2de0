"""Measure words that count the same things."""

from models.measure_words import near_equal


def test_only_units_that_count_the_same_are_near_equal():
    assert near_equal("件", "起")
    assert near_equal("件", "件")
    assert not near_equal("件", "项")
    assert not near_equal("人", "人次")
