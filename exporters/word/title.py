"""A title's lines in Word: broken where the layout breaks them, without breaks in the text where that can be had."""

from docx.oxml.xmlchemy import BaseOxmlElement

from exporters.layout.title import set_title
from exporters.profile import Profile
from exporters.word.measures import TWIPS, text_width
from exporters.word.xml import element

_SPARE_EM = 0.7
"""Room in each line for a font with wider digits; a whole character more would draw up the next line's first."""


def shaped_title(text: str, page: Profile) -> tuple[str, tuple[BaseOxmlElement, ...]]:
    """The title's text and, where it has several lines, the indents that make it break as it should.

    Indents leave the text whole. Lines of very different length cannot be had by them; only these are broken by
    hand, as a clerk would (GB/T 9704-2012 §7.3.1).
    """
    size = page.styles.title.size_pt
    lines = set_title(text, page.styles.title, page.text_width_pt)
    widths = [line.right_pt - line.left_pt for line in lines]
    if len(lines) < 2 or "\n" in text:
        return text, ()
    room = max(widths) + _SPARE_EM * size
    if any(width + size <= room for width in widths[:-1]) or room >= page.text_width_pt:
        return "\n".join(line.text.strip() for line in lines), ()
    indent = int((text_width(page) - room * TWIPS) / 2)
    return text, (element("ind", left=indent, right=indent),)
