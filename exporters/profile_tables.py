"""The tables a profile consists of: each a group of rules with the clause of GB/T 9704-2012 it follows.

Names say the unit: _mm, _pt, characters (of the body's type) and lines (of the grid).
"""

from dataclasses import dataclass

from exporters.fonts import BUNDLED_SET, Face, FontSet
from models.word_difference import Kind


@dataclass(frozen=True, slots=True)
class Style:
    """How a kind of text is set: its face, its size in points, and the fonts that draw it.

    One that `reads_marks` sets what was deleted and inserted apart (`models.marked_text`), each piece in its `kind`.
    """

    face: Face
    size_pt: float
    fonts: FontSet = BUNDLED_SET
    reads_marks: bool = False
    kind: Kind = Kind.EQUAL


@dataclass(frozen=True, slots=True)
class Styles:
    """The style of every kind of text in a paper."""

    mark: Style
    copy_number: Style
    secrecy: Style
    urgency: Style
    doc_number: Style
    signatory: Style
    title: Style
    stage_mark: Style
    body: Style
    heading1: Style
    heading2: Style
    heading3: Style
    heading4: Style
    attachment_mark: Style
    table_title: Style
    table_head: Style
    table_body: Style
    imprint: Style
    page_number: Style
    trace: Style
    form_title: Style
    form_label: Style
    form_value: Style

    def heading(self, level: int) -> Style:
        """The style of a heading of level 1 to 4; deeper ones look like the fourth."""
        return (self.heading1, self.heading2, self.heading3, self.heading4)[min(level, 4) - 1]


@dataclass(frozen=True, slots=True)
class Paper:
    """The sheet, in millimetres."""

    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Margins:
    """From the paper's edges to the type area, in millimetres."""

    top: float
    bottom: float
    left: float
    right: float


@dataclass(frozen=True, slots=True)
class Grid:
    """How many characters a full line has and how many lines a full page."""

    characters: int
    lines: int


@dataclass(frozen=True, slots=True)
class LineBreaking:
    """`hanging`: a mark that would begin a line hangs outside the type area instead of going down (标点悬挂)."""

    hanging: bool


@dataclass(frozen=True, slots=True)
class BodyRules:
    """Paragraphs (§7.3.3)."""

    indent_characters: float


@dataclass(frozen=True, slots=True)
class MastheadRules:
    """The first page above the red line (§7.2). `narrowest` is the least width of the mark's characters as a
    share of their own, `colour` that of mark and line (RRGGBB)."""

    mark_top_mm: float
    narrowest: float
    joint_leading: float
    colour: str
    blank_lines_below_mark: int
    rule_below_mm: float
    rule_mm: float
    blank_lines_below_rule: int
    indent_characters: float
    names_in_a_line: int


@dataclass(frozen=True, slots=True)
class TitleRules:
    """The title (§7.3.1): grid lines that one line of it takes, blank lines below."""

    grid_lines: int
    blank_lines_below: int


@dataclass(frozen=True, slots=True)
class AttachmentListRules:
    """附件说明 (§7.3.4)."""

    blank_lines_above: int


@dataclass(frozen=True, slots=True)
class SignatureRules:
    """Organs and date (§7.3.5): sealed, unsealed, or with the stamp of the signatory's name."""

    blank_lines_above: int
    date_right_characters: float
    seal_mm: float
    unsealed_blank_lines_above: int
    unsealed_right_characters: float
    unsealed_date_shift_characters: float
    stamp_width_mm: float
    stamp_height_mm: float
    stamp_right_characters: float
    stamp_position_gap_characters: float


@dataclass(frozen=True, slots=True)
class AttachmentRules:
    """The beginning of an attachment (§7.3.7)."""

    title_line: int
    blank_lines_below_title: int


@dataclass(frozen=True, slots=True)
class ImprintRules:
    """版记 (§7.4)."""

    outer_rule_mm: float
    inner_rule_mm: float
    indent_characters: float
    leading: float
    on_even_page: bool


@dataclass(frozen=True, slots=True)
class PageNumberRules:
    """页码 (§7.5)."""

    below_mm: float
    indent_characters: float


@dataclass(frozen=True, slots=True)
class TraceRules:
    """The small line in the footer margin that says which version the paper shows (practice, no clause)."""

    from_bottom_mm: float


@dataclass(frozen=True, slots=True)
class WordRules:
    """`embeds_fonts`: the characters a paper needs travel in its Word file, so that it looks alike everywhere."""

    embeds_fonts: bool


@dataclass(frozen=True, slots=True)
class TableRules:
    """Tables: `leading` is from one line in a cell to the next, in parts of the type size."""

    rule_pt: float
    padding_pt: float
    leading: float


@dataclass(frozen=True, slots=True)
class SignoffRules:
    """The sign-off sheet (发文稿纸) and the working papers under it (practice, no clause).

    `leading` is as in tables. `label_mm` is the width of the first label of a row; the others are as wide as their
    words. Tables of the working papers are set smaller than those of the report.
    """

    top_mm: float
    bottom_mm: float
    title_mm: float
    label_mm: float
    padding_mm: float
    leading: float
    outer_rule_mm: float
    inner_rule_mm: float
    colour: str
    table_size_pt: float
    table_padding_pt: float
