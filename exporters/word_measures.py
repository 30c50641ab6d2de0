"""A profile's measures in Word's units: twips (twentieths of a point), and hundredths of characters and lines."""

from docx.oxml.xmlchemy import BaseOxmlElement

from exporters.profile import POINTS_PER_MM, Profile
from exporters.word_xml import element

TWIPS = 20


def twips(millimetres: float) -> int:
    """Millimetres in twips."""
    return round(millimetres * POINTS_PER_MM * TWIPS)


def text_width(page: Profile) -> int:
    """The type area's width as Word has it: the paper less its rounded margins."""
    return twips(page.paper_mm.width) - twips(page.margins_mm.left) - twips(page.margins_mm.right)


def line_pitch(page: Profile) -> int:
    """The grid's line pitch, rounded down: one twip more and the last line does not fit (580 gives 21)."""
    height = twips(page.paper_mm.height) - twips(page.margins_mm.top) - twips(page.margins_mm.bottom)
    return height // page.grid.lines


def cell(page: Profile) -> int:
    """From one character to the next, rounded down: one twip more and the last one does not fit."""
    return text_width(page) // page.grid.characters


def character_spacing(page: Profile) -> int:
    """What a run adds to a character's own width to come to a cell (-5: 28 × 15.75 pt fit, 28 × 16 do not)."""
    return cell(page) - round(page.styles.body.size_pt * TWIPS)


def footer_distance(page: Profile) -> int:
    """From the paper's edge to the foot of the page number's line, whose middle is the dash (§7.5)."""
    half_line = page.styles.page_number.size_pt * TWIPS / 2
    return round(twips(page.margins_mm.bottom - page.page_number.below_mm) - half_line)


def indent(page: Profile, **characters: float) -> BaseOxmlElement:
    """Indents in characters, for Word, and in twips, for programs that know no characters."""
    values: dict[str, str | int] = {}
    for side, count in characters.items():
        values[f"{side}Chars"] = round(count * 100)
        values[side] = round(count * cell(page))
    return element("ind", **values)


def spacing(page: Profile, above: float = 0, below: float = 0) -> BaseOxmlElement:
    """Blank grid lines above and below a paragraph whose own lines stand on the grid."""
    return element("spacing", **_blank_lines(page, above, below), line=240, lineRule="auto")


def title_spacing(page: Profile, above: float = 0, below: float = 0) -> BaseOxmlElement:
    """The same around a title, whose larger type must not make its lines higher than the grid's."""
    exact = line_pitch(page) * page.title.grid_lines
    return element("spacing", **_blank_lines(page, above, below), line=exact, lineRule="exact")


def _blank_lines(page: Profile, above: float, below: float) -> dict[str, str | int]:
    pitch = line_pitch(page)
    return {
        "beforeLines": round(above * 100),
        "before": round(above * pitch),
        "afterLines": round(below * 100),
        "after": round(below * pitch),
    }
