"""Which font draws which character of which face."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from exporters.fonts.choice import Choice, Refused
from exporters.fonts.face import Face
from exporters.fonts.font import Font
from exporters.fonts.ink import is_drawn

STAND_IN = "〓"
"""Drawn for a character that no font holds: the printers' mark for a missing sort."""


@dataclass(frozen=True, eq=False, slots=True)
class FontSet:
    """The fonts of each face in the order in which they are asked; the first is the face's own.

    `choices` says why each face got its own. `unreadable` are files of the folder a user named that are no fonts.
    """

    faces: Mapping[Face, tuple[Font, ...]]
    choices: tuple[Choice, ...] = ()
    unreadable: tuple[Refused, ...] = ()
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
