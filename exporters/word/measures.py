"""A profile's measures in Word's units: twips (twentieths of a point), and hundredths of characters and lines."""

from docx.oxml.xmlchemy import BaseOxmlElement

from exporters.profile import POINTS_PER_MM, Profile, Style
from exporters.word.xml import element

TWIPS = 20
RISE = 0.8
"""Where Word and its kin put the baseline in a line of exact height: this share of it from the top."""
_SPARE = 5
"""Twips: a footer that reached further up would shorten the page."""
_EXACT_LEADING = 1.25


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


def footer_fill(page: Profile, distance: int, height: int) -> int:
    """Room above a footer so high, so far from the paper's edge, that it reaches up to the type area.

    LibreOffice ends the type area of a section that begins on an even page where the footer begins.
    """
    return max(0, twips(page.margins_mm.bottom) - distance - height - _SPARE)


def trace_line(page: Profile) -> int:
    """The height of the small line in the footer margin."""
    return line_height(page.styles.trace.size_pt)


def trace_distance(page: Profile) -> int:
    """From the paper's edge to the foot of that line, whose baseline is where the profile has it."""
    return twips(page.trace.from_bottom_mm) - round((1 - RISE) * trace_line(page))


def indent(page: Profile, **characters: float) -> BaseOxmlElement:
    """Indents in characters, for Word, and in twips, for programs that know no characters."""
    values: dict[str, str | int] = {}
    for side, count in characters.items():
        values[f"{side}Chars"] = round(count * 100)
        values[side] = round(count * cell(page))
    return element("ind", **values)


def line_height(size_pt: float) -> int:
    """A line of exact height, in twips, that cuts nothing off type of a size and leaves it room to be moved."""
    return round(size_pt * _EXACT_LEADING * TWIPS)


def own_indent(style: Style, **characters: float) -> BaseOxmlElement:
    """Indents in characters of a style's own size, for text that does not stand on the grid."""
    values: dict[str, str | int] = {}
    for side, count in characters.items():
        values[f"{side}Chars"] = round(count * 100)
        values[side] = round(count * style.size_pt * TWIPS)
    return element("ind", **values)


def exact_lines(height: int, above: int = 0, below: int = 0) -> BaseOxmlElement:
    """Lines of one height in twips, whatever type they hold, with room above and below the paragraph."""
    return element("spacing", before=above, after=below, line=height, lineRule="exact")


def cell_margins(upright: int, sideways: int) -> BaseOxmlElement:
    """Room between a table's rules and its texts, in twips."""
    widths = {"top": upright, "left": sideways, "bottom": upright, "right": sideways}
    return element("tblCellMar", *(element(side, w=width, type="dxa") for side, width in widths.items()))


def rule(side: str, millimetres: float, colour: str = "000000", space_pt: int = 0) -> BaseOxmlElement:
    """A ruled line on one side of a paragraph or a cell, in eighths of a point, so far from the text."""
    eighths = round(millimetres * POINTS_PER_MM * 8)
    return element(side, val="single", sz=eighths, space=space_pt, color=colour)


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
