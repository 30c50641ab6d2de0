"""Why a face is drawn in the font it is drawn in."""

from dataclasses import dataclass
from pathlib import Path

from exporters.fonts.face import Face
from exporters.fonts.font import Font


@dataclass(frozen=True, slots=True)
class Refused:
    """A font that was found and is not used: its name as wanted ("" where it has none), its file, the reason."""

    name: str
    file: Path
    why: str


@dataclass(frozen=True, slots=True)
class Choice:
    """The font of a face. `is_stand_in`: none of the wanted ones was there, so the program's own is taken."""

    face: Face
    font: Font
    is_stand_in: bool
    why: str
    refused: tuple[Refused, ...] = ()
