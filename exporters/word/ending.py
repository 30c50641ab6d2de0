"""What stands below the body in Word: the list of attachments, and the issuing organs with the date."""

from collections.abc import Callable, Iterator

from docx.oxml.xmlchemy import BaseOxmlElement

from exporters.characters import printable
from exporters.layout.ending import signature_strips
from exporters.layout.paragraph import Line
from exporters.profile import Profile
from exporters.word import styles
from exporters.word.measures import RISE, TWIPS, exact_lines, indent, line_pitch, spacing
from exporters.word.xml import aligned, element, paragraph, set_property, switch, tab_run, text_run
from models.document import Ending, Signature

_LABEL = "附件："
_TOLERANCE = 0.01
"""Characters."""


def attachment_list(page: Profile, titles: tuple[str, ...], is_held: bool) -> Iterator[BaseOxmlElement]:
    """附件：1.… with the titles hanging below each other (§7.3.4); held, they stay on the signature's page."""
    for number, title in enumerate(titles, start=1):
        counted = f"{number}." if len(titles) > 1 else ""
        opening = f"{_LABEL}{counted}" if number == 1 else counted
        left = page.body.indent_characters + _width(f"{_LABEL}{counted}")
        properties = [indent(page, left=left, hanging=_width(opening))]
        if number == 1:
            properties.append(spacing(page, above=page.attachment_list.blank_lines_above))
        if is_held:
            properties.append(switch("keepNext", True))
        text = printable(f"{opening}{title}").strip()
        yield paragraph(styles.ATTACHMENT_LIST, text_run(text), properties=properties)


def signature_lines(page: Profile, signature: Signature, has_note: bool) -> Iterator[BaseOxmlElement]:
    """Who attests the paper and when (§7.3.5), kept on one page.

    The layout says where each stands; here that is put into indents and tabs that stay right when the clerk
    changes the words.
    """
    if not (signature.organs or signature.date):
        return
    made = _SETTERS[signature.ending](page, signature)
    for line in made[:-1] if not has_note else made:
        set_property(line, switch("keepNext", True))
    yield from made


def _rows(page: Profile, signature: Signature) -> list[list[Line]]:
    strips = signature_strips(signature, page)
    return [[placed.line for placed in strip.lines] for strip in strips if strip.lines]


def _sealed(page: Profile, signature: Signature) -> list[BaseOxmlElement]:
    """Organs centred over the date, the date four characters from the right (§7.3.5.1)."""
    made: list[BaseOxmlElement] = []
    count = len(_rows(page, signature))
    blank = 0
    for strip in signature_strips(signature, page):
        row = [placed.line for placed in strip.lines]
        if not row:
            blank += 1
            continue
        above = [spacing(page, above=blank)] if blank else []
        blank = 0
        if len(made) == count - 1 and signature.date:
            made.append(_date(page, row[0], above))
        elif len(row) == 1:
            made.append(_organ(page, row[0], above))
        else:
            made.append(_organs_side_by_side(row, above))
    return made


def _unsealed(page: Profile, signature: Signature) -> list[BaseOxmlElement]:
    """Every line by its distance from the right (§7.3.5.2)."""
    made = []
    rows = _rows(page, signature)
    for number, (line, *_) in enumerate(rows):
        above = [] if number else [spacing(page, above=page.signature.unsealed_blank_lines_above)]
        if number == len(rows) - 1 and signature.date:
            made.append(_date(page, line, above))
        else:
            made.append(_from_right(page, styles.SIGNATURE, line, [*above, aligned("right")]))
    return made


def _stamped(page: Profile, signature: Signature) -> list[BaseOxmlElement]:
    """The signatory's office in the middle of the stamp's height, the date one blank line below (§7.3.5.3).

    All room is left above a paragraph: between two, Word takes the larger of what they ask for, not the sum.
    """
    made: list[BaseOxmlElement] = []
    blank = 0.0
    for strip in signature_strips(signature, page):
        height = round(strip.height_pt / page.line_pitch_pt)
        if not strip.lines:
            blank += height
            continue
        placed = strip.lines[0]
        if height == 1:
            made.append(_date(page, placed.line, [spacing(page, above=blank)]))
            continue
        shift = placed.baseline_pt / page.line_pitch_pt - RISE
        off_grid = exact_lines(line_pitch(page), above=round((blank + shift) * line_pitch(page)))
        properties = [off_grid, switch("snapToGrid", False), aligned("right")]
        made.append(_from_right(page, styles.SIGNATURE, placed.line, properties))
        blank = height - 1 - shift
    return made


def _date(page: Profile, line: Line, properties: list[BaseOxmlElement]) -> BaseOxmlElement:
    """The date where its style has it, unless the organ has moved it."""
    if abs(_distance(page, line) - page.signature.date_right_characters) > _TOLERANCE:
        return _from_right(page, styles.DATE, line, properties)
    return paragraph(styles.DATE, text_run(printable(line.text)), properties=properties)


def _from_right(page: Profile, style: str, line: Line, properties: list[BaseOxmlElement]) -> BaseOxmlElement:
    place = indent(page, right=_distance(page, line))
    return paragraph(style, text_run(printable(line.text)), properties=[*properties, place])


def _distance(page: Profile, line: Line) -> float:
    """From a line's end to the right edge, in characters."""
    return (page.text_width_pt - line.right_pt) / page.cell_pt


def _organ(page: Profile, line: Line, properties: list[BaseOxmlElement]) -> BaseOxmlElement:
    """An organ in the middle of a room that has the date in its middle and ends at the right edge."""
    from_left = max(0.0, (line.left_pt + line.right_pt - page.text_width_pt) / page.cell_pt)
    return paragraph(
        styles.SIGNATURE,
        text_run(printable(line.text)),
        properties=[*properties, indent(page, left=from_left)],
    )


def _organs_side_by_side(row: list[Line], properties: list[BaseOxmlElement]) -> BaseOxmlElement:
    middles = (round((line.left_pt + line.right_pt) / 2 * TWIPS) for line in row)
    tabs = element("tabs", *(element("tab", val="center", pos=middle) for middle in middles))
    runs = (run for line in row for run in (tab_run(), text_run(printable(line.text))))
    return paragraph(styles.SIGNATURE, *runs, properties=[*properties, tabs, aligned("left")])


_SETTERS: dict[Ending, Callable[[Profile, Signature], list[BaseOxmlElement]]] = {
    Ending.SEALED: _sealed,
    Ending.UNSEALED: _unsealed,
    Ending.STAMPED: _stamped,
}


def _width(text: str) -> float:
    """A text's width in characters: digits and other ASCII are half as wide in the official faces."""
    return sum(0.5 if character.isascii() else 1 for character in text)
