"""Which offices are expected."""

from pathlib import Path


def expected_offices(path: Path) -> tuple[str, ...]:
    """The names in a list of offices, one a line; blank lines and numbers before the names do not count.

    Raises UserError for a file that is no list.
    """
    from importers.decoding import read_text_file

    lines = (line.strip().lstrip("0123456789.．、 \t") for line in read_text_file(path).splitlines())
    return tuple(dict.fromkeys(line for line in lines if line))
