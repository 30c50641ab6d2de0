"""Measure words that count the same things."""

_NEAR_EQUAL = (
    {"件", "起", "宗", "例"},
    {"场", "场次", "次", "期", "轮", "轮次"},
    {"人", "名", "位"},
    {"个", "家"},
    {"批", "批次"},
)


def near_equal(one: str, other: str) -> bool:
    """Whether two units count the same things: 件 and 起 of cases, 人 and 名 of persons."""
    return one == other or any({one, other} <= group for group in _NEAR_EQUAL)
