"""Names and plain questions to the XML of a Word file (ECMA-376, WordprocessingML)."""

from typing import Any

Element = Any
"""An element of lxml, which has no types of its own."""

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE_LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_STRICT = {
    b"http://purl.oclc.org/ooxml/wordprocessingml/main": WORD.encode(),
    b"http://purl.oclc.org/ooxml/officeDocument/relationships": OFFICE_LINKS.encode(),
}
_OFF = frozenset({"0", "false", "off"})


def parsed(content: bytes) -> Element:
    """The root element of a part; one in the strict dialect is read in the usual one's names. Raises SyntaxError."""
    from docx.oxml import parse_xml  # lxml and all of python-docx

    for strict, usual in _STRICT.items():
        content = content.replace(strict, usual)
    return parse_xml(content)


def w(name: str) -> str:
    """A name of the word processor's own as lxml writes it."""
    return f"{{{WORD}}}{name}"


def local(element: Element) -> str:
    """An element's name without its dialect; "" for a comment."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def child(element: Element | None, *path: str) -> Element | None:
    """The element at a path of names below another, None where one of them is missing."""
    for name in path:
        if element is None:
            return None
        element = element.find(w(name))
    return element


def value(element: Element | None, *path: str) -> str:
    """The `w:val` of the element at a path, "" where there is none."""
    found = child(element, *path)
    return "" if found is None else str(found.get(w("val"), ""))


def number(element: Element | None, *path: str) -> int | None:
    """The same as a number, None where it is none."""
    return whole(value(element, *path))


def place(element: Element, name: str) -> int:
    """A number that an element bears itself, 0 where it bears none."""
    return whole(element.get(w(name), "")) or 0


def whole(text: str) -> int | None:
    """The number of at most nine digits a text is, None where it is none."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 10 else None


def is_on(element: Element | None, *path: str) -> bool:
    """Whether a switch is there and not turned off."""
    found = child(element, *path)
    return found is not None and found.get(w("val"), "1") not in _OFF
