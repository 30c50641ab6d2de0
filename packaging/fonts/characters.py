"""Make tonggui.txt, the 8,105 characters of 通用规范汉字表 (2013), from Unicode's Unihan database.

    python packaging/fonts/characters.py SOURCES/usr/share/unicode/Unihan_OtherMappings.txt.bz2

One line for each of the table's three levels, in the table's order.
"""

import argparse
import bz2
from pathlib import Path

LIST = Path(__file__).with_name("tonggui.txt")
LEVELS = ((1, 3500), (3501, 6500), (6501, 8105))
"""The numbers that the table gives the first and the last character of each level."""


def numbered(unihan: str) -> dict[int, str]:
    """Each character of the table by its number there: lines such as ``U+3447⇥kTGH⇥2013:6602``."""
    found = {}
    for line in unihan.splitlines():
        fields = line.split("\t")
        if len(fields) == 3 and fields[1] == "kTGH":
            edition, _, number = fields[2].partition(":")
            if edition == "2013":
                found[int(number)] = chr(int(fields[0].removeprefix("U+"), 16))
    return found


def main() -> None:
    """Write the list. Raises KeyError where the database lacks a number."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("unihan", type=Path, help="Unihan_OtherMappings.txt, plain or .bz2")
    path = parser.parse_args().unihan
    content = path.read_bytes()
    table = numbered((bz2.decompress(content) if path.suffix == ".bz2" else content).decode("utf-8"))
    lines = ("".join(table[number] for number in range(first, last + 1)) for first, last in LEVELS)
    LIST.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    print(f"{LIST}: {len(table)}")


if __name__ == "__main__":
    main()
