"""How headings are counted: 一、 （一） 1. （1） (GB/T 9704-2012 §7.3.3)."""

from models.numerals import chinese_number


def heading_number(level: int, count: int) -> str:
    """The printed number of a level's count-th heading; levels below the fourth are counted as it is."""
    match level:
        case 1:
            return f"{chinese_number(count)}、"
        case 2:
            return f"（{chinese_number(count)}）"
        case 3:
            return f"{count}."
        case _:
            return f"（{count}）"
