"""Page rules from `resources/profiles/*.toml`: paper, margins, grid, faces, sizes, for every printed format."""

from dataclasses import dataclass
from functools import cache
from typing import Any

import resources
from exporters.fonts import Face

POINTS_PER_MM = 72 / 25.4

DEFAULT = "gbt9704"


@dataclass(frozen=True, slots=True)
class Style:
    """How a kind of text is set: its face, and its size in points."""

    face: Face
    size_pt: float


@dataclass(frozen=True, slots=True)
class Styles:
    """The style of every kind of text in a paper."""

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
    page_number: Style

    def heading(self, level: int) -> Style:
        """The style of a heading of level 1 to 4; deeper ones look like the fourth."""
        return (self.heading1, self.heading2, self.heading3, self.heading4)[min(level, 4) - 1]


@dataclass(frozen=True, slots=True)
class Profile:
    """The page rules of one office or standard. `characters` and `lines` are those of a full page."""

    id: str
    name: str
    paper_width_mm: float
    paper_height_mm: float
    top_mm: float
    bottom_mm: float
    left_mm: float
    right_mm: float
    characters: int
    lines: int
    styles: Styles
    indent_characters: float
    title_grid_lines: int
    blank_lines_below_title: int
    blank_lines_above_attachment_list: int
    blank_lines_above_signature: int
    date_right_characters: float
    attachment_title_line: int
    blank_lines_below_attachment_title: int
    page_number_below_mm: float
    page_number_indent_characters: float
    table_rule_pt: float
    table_padding_pt: float
    table_leading: float

    @property
    def text_width_mm(self) -> float:
        """Width of the type area (版心)."""
        return self.paper_width_mm - self.left_mm - self.right_mm

    @property
    def text_height_mm(self) -> float:
        """Height of the type area (版心)."""
        return self.paper_height_mm - self.top_mm - self.bottom_mm

    @property
    def paper_width_pt(self) -> float:
        """Width of the paper in points."""
        return self.paper_width_mm * POINTS_PER_MM

    @property
    def paper_height_pt(self) -> float:
        """Height of the paper in points."""
        return self.paper_height_mm * POINTS_PER_MM

    @property
    def left_pt(self) -> float:
        """From the paper's left edge to the type area, in points."""
        return self.left_mm * POINTS_PER_MM

    @property
    def top_pt(self) -> float:
        """From the paper's top edge to the type area, in points."""
        return self.top_mm * POINTS_PER_MM

    @property
    def text_width_pt(self) -> float:
        """Width of the type area in points."""
        return self.text_width_mm * POINTS_PER_MM

    @property
    def text_height_pt(self) -> float:
        """Height of the type area in points."""
        return self.text_height_mm * POINTS_PER_MM

    @property
    def line_pitch_pt(self) -> float:
        """From one line to the next, in points: an equal part of the type area's height (28.99)."""
        return self.text_height_pt / self.lines

    @property
    def cell_pt(self) -> float:
        """From one character to the next, in points: the last of a full line ends on the right edge.

        28 characters of 16 pt are wider than 156 mm, so this is a little less than their size (15.785).
        """
        return (self.text_width_pt - self.styles.body.size_pt) / (self.characters - 1)


@cache
def profile(profile_id: str = DEFAULT) -> Profile:
    """A profile by its id, which is the name of its file."""
    return _profile(profile_id, resources.read_toml(f"profiles/{profile_id}.toml"))


def _profile(profile_id: str, data: dict[str, Any]) -> Profile:
    paper, margins, grid = data["paper_mm"], data["margins_mm"], data["grid"]
    return Profile(
        id=profile_id,
        name=data["name"],
        paper_width_mm=paper["width"],
        paper_height_mm=paper["height"],
        top_mm=margins["top"],
        bottom_mm=margins["bottom"],
        left_mm=margins["left"],
        right_mm=margins["right"],
        characters=grid["characters"],
        lines=grid["lines"],
        styles=Styles(
            **{kind: Style(Face(style["face"]), style["size_pt"]) for kind, style in data["styles"].items()}
        ),
        indent_characters=data["body"]["indent_characters"],
        title_grid_lines=data["title"]["grid_lines"],
        blank_lines_below_title=data["title"]["blank_lines_below"],
        blank_lines_above_attachment_list=data["attachment_list"]["blank_lines_above"],
        blank_lines_above_signature=data["signature"]["blank_lines_above"],
        date_right_characters=data["signature"]["date_right_characters"],
        attachment_title_line=data["attachment"]["title_line"],
        blank_lines_below_attachment_title=data["attachment"]["blank_lines_below"],
        page_number_below_mm=data["page_number"]["below_mm"],
        page_number_indent_characters=data["page_number"]["indent_characters"],
        table_rule_pt=data["table"]["rule_pt"],
        table_padding_pt=data["table"]["padding_pt"],
        table_leading=data["table"]["leading"],
    )
