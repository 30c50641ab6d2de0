"""Characters that may stand in an exported file."""

import re

_ILLEGAL = re.compile("[^\t\n\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LINE_BREAKS = re.compile("\r\n|[\r\x0b\x0c\u2028\u2029]")


def printable(text: str) -> str:
    """The text without characters that XML 1.0 (§2.2) forbids; Word's soft returns become line breaks."""
    return _ILLEGAL.sub("", _LINE_BREAKS.sub("\n", text))


def in_one_line(text: str) -> str:
    """The printable text with tabs and line breaks as single blanks, as a table cell needs it."""
    return " ".join(re.split("[\t\n]+", printable(text)))
