"""Which fonts a paper is drawn in: what each face asks for, what it gets, what the PDF carries, and why."""

from dataclasses import dataclass

from exporters.fonts import ROLES, WANTED, Choice, Font, Refused
from exporters.layout import Layout
from exporters.profile import Profile


@dataclass(frozen=True, slots=True)
class FaceReport:
    """A face: its choice, and whether the PDF of this paper carries its font (it does where it draws with it)."""

    choice: Choice
    is_embedded: bool

    @property
    def role(self) -> str:
        """What the standard calls the face: 仿宋, 黑体 …"""
        return ROLES[self.choice.face]

    @property
    def wanted(self) -> tuple[str, ...]:
        """The names the face is looked for by, the best first."""
        return tuple(names[0] for names in WANTED[self.choice.face])


@dataclass(frozen=True, slots=True)
class Borrowed:
    """Characters of the paper that another font than their face's own draws."""

    font: Font
    characters: str


@dataclass(frozen=True, slots=True)
class FontReport:
    """The fonts of one paper. `unreadable` are files in the folder the user named that are no fonts."""

    faces: tuple[FaceReport, ...]
    borrowed: tuple[Borrowed, ...]
    unreadable: tuple[Refused, ...]

    @property
    def lines(self) -> tuple[str, ...]:
        """The report in short Chinese lines."""
        return (
            *(_face_line(one) for one in self.faces),
            *(f"由“{one.font.name}”代印的字：{one.characters}" for one in self.borrowed),
            *(f"“{one.file.name}”没有使用：{one.why}" for one in self.refused),
        )

    @property
    def stand_ins(self) -> tuple[str, ...]:
        """The faces drawn in a bundled font for want of the PC's own, by the names Word will ask for."""
        return tuple(one.wanted[0] for one in self.faces if one.choice.is_stand_in and one.is_embedded)

    @property
    def obstacles(self) -> tuple[Refused, ...]:
        """The fonts that would be drawn in place of the bundled ones but for a reason, and the files that are none."""
        stand_ins = (one.choice for one in self.faces if one.choice.is_stand_in)
        return (*(refused for choice in stand_ins for refused in choice.refused), *self.unreadable)

    @property
    def refused(self) -> tuple[Refused, ...]:
        """Every font that was found and not used."""
        return (*(one for face in self.faces for one in face.choice.refused), *self.unreadable)


def font_report(rules: Profile, layout: Layout | None = None) -> FontReport:
    """The fonts of some page rules. Without pages nothing is drawn, so nothing is embedded or borrowed."""
    drawn = _drawn(layout) if layout else {}
    own = {choice.font for choice in rules.fonts.choices}
    return FontReport(
        tuple(FaceReport(choice, choice.font in drawn) for choice in rules.fonts.choices),
        tuple(
            Borrowed(font, "".join(sorted(characters)))
            for font, characters in drawn.items()
            if font not in own
        ),
        rules.fonts.unreadable,
    )


def _drawn(layout: Layout) -> dict[Font, set[str]]:
    """Every font that draws something, with what it draws."""
    drawn: dict[Font, set[str]] = {}
    for page in layout.pages:
        for placed in page.all_lines:
            for run in placed.line.runs:
                drawn.setdefault(run.font, set()).update(run.text)
    return drawn


def _face_line(one: FaceReport) -> str:
    return f"{one.role}：{one.choice.why}{'，已嵌入PDF' if one.is_embedded else ''}"
