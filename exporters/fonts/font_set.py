"""Which font draws which character of which face."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from exporters.fonts.face import Face
from exporters.fonts.font import Font

STAND_IN = "〓"
"""Drawn for a character that no font holds: the printers' mark for a missing sort."""


@dataclass(frozen=True, eq=False, slots=True)
class FontSet:
    """The fonts of each face in the order in which they are asked; the first is the face's own."""

    faces: Mapping[Face, tuple[Font, ...]]
    _found: dict[tuple[Face, str], Font | None] = field(default_factory=dict, repr=False)

    def own(self, face: Face) -> Font:
        """The font a face is drawn in wherever it can be."""
        return self.faces[face][0]

    def font_for(self, face: Face, character: str) -> Font | None:
        """The font that draws a character of a face: its own, else the next that holds it; or None."""
        key = face, character
        if key not in self._found:
            self._found[key] = next((font for font in self.faces[face] if font.holds(character)), None)
        return self._found[key]

    def missing(self, texts: Iterable[str]) -> frozenset[str]:
        """The characters of some texts that no font can draw; blanks and invisible marks do not count."""
        seen: frozenset[str] = frozenset().union(*texts)
        return frozenset(
            character
            for character in seen
            if is_drawn(character) and self.font_for(Face.FANGSONG, character) is None
        )


def is_drawn(character: str) -> bool:
    """Whether a character leaves ink: blanks, controls, joiners and variation selectors leave none."""
    return character.isprintable() and not character.isspace() and not _is_variation_selector(character)


def _is_variation_selector(character: str) -> bool:
    return 0xFE00 <= ord(character) <= 0xFE0F or 0xE0100 <= ord(character) <= 0xE01EF
