"""The font table of the Word file, and fonts that travel in it."""

import hashlib
import uuid
from collections.abc import Sequence
from dataclasses import dataclass

from docx.oxml.xmlchemy import BaseOxmlElement

from exporters.fonts import OFFICIAL_NAMES, WANTED, Face
from exporters.word.xml import element, related

_OBFUSCATED = 32
"""Bytes at a font's beginning that are mixed with its key (ECMA-376-4 §2.8.1)."""


@dataclass(frozen=True, slots=True)
class EmbeddedFont:
    """A font in the file: its family name, the face it is drawn for, if any, and the font itself."""

    name: str
    face: Face | None
    content: bytes

    @property
    def key(self) -> uuid.UUID:
        """A GUID that follows from the content, so that the same paper gives the same file."""
        return uuid.UUID(bytes=hashlib.sha256(self.content).digest()[:16], version=4)

    @property
    def obfuscated(self) -> bytes:
        """The content as it stands in the file."""
        key = self.key.bytes[::-1] * 2
        opening = bytes(one ^ other for one, other in zip(self.content[:_OBFUSCATED], key, strict=True))
        return opening + self.content[_OBFUSCATED:]


def font_table(embedded: Sequence[EmbeddedFont]) -> BaseOxmlElement:
    """The fonts by name, what to take where one is missing, and where those lie that are in the file."""
    faces = {font.face for font in embedded}
    named = (_font(OFFICIAL_NAMES[face], _names(face)[1:]) for face in WANTED if face not in faces)
    carried = (
        _font(font.name, _names(font.face), _embedding(number, font))
        for number, font in enumerate(embedded, start=1)
    )
    return element("fonts", *named, *carried)


def _names(face: Face | None) -> list[str]:
    """What a face is called, the official name first; a program takes the first that it finds."""
    return [name for names in WANTED[face] for name in names] if face else []


def _font(name: str, others: Sequence[str], *more: BaseOxmlElement) -> BaseOxmlElement:
    known_as = [element("altName", val=",".join(others))] if others else []
    return element(
        "font", *known_as, element("charset", val="86"), element("family", val="auto"), *more, name=name
    )


def _embedding(number: int, font: EmbeddedFont) -> BaseOxmlElement:
    return related("embedRegular", f"font{number}", fontKey=f"{{{str(font.key).upper()}}}")
