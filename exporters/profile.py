"""Page rules from TOML files: paper, margins, grid, faces, sizes, distances, for every printed format.

A profile of an office names the one it is based on and says only what is different.
"""

from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from tomllib import TOMLDecodeError, loads
from typing import Any, get_type_hints

from exporters.fonts import BUNDLED_SET, Face, FontSet
from exporters.profile_files import profile_files, text_of
from exporters.profile_tables import (
    AttachmentListRules,
    AttachmentRules,
    BodyRules,
    Grid,
    ImprintRules,
    LineBreaking,
    Margins,
    MastheadRules,
    PageNumberRules,
    Paper,
    SignatureRules,
    SignoffRules,
    Style,
    Styles,
    TableRules,
    TitleRules,
    TraceRules,
    WordRules,
)
from models.errors import UnknownKeyError, UserError

__all__ = ["DEFAULT", "POINTS_PER_MM", "Profile", "Style", "broken_profiles", "profile", "profile_names"]

POINTS_PER_MM = 72 / 25.4

DEFAULT = "gbt9704"


@dataclass(frozen=True, slots=True)
class Profile:
    """The page rules of one office or standard."""

    id: str
    name: str
    paper_mm: Paper
    margins_mm: Margins
    grid: Grid
    line_breaking: LineBreaking
    styles: Styles
    body: BodyRules
    masthead: MastheadRules
    title: TitleRules
    attachment_list: AttachmentListRules
    signature: SignatureRules
    attachment: AttachmentRules
    imprint: ImprintRules
    page_number: PageNumberRules
    trace: TraceRules
    table: TableRules
    word: WordRules
    signoff: SignoffRules

    @property
    def fonts(self) -> FontSet:
        """The fonts its texts are drawn with."""
        return self.styles.body.fonts

    @property
    def text_width_mm(self) -> float:
        """Width of the type area (版心)."""
        return self.paper_mm.width - self.margins_mm.left - self.margins_mm.right

    @property
    def text_height_mm(self) -> float:
        """Height of the type area (版心)."""
        return self.paper_mm.height - self.margins_mm.top - self.margins_mm.bottom

    @property
    def paper_width_pt(self) -> float:
        """Width of the paper in points."""
        return self.paper_mm.width * POINTS_PER_MM

    @property
    def paper_height_pt(self) -> float:
        """Height of the paper in points."""
        return self.paper_mm.height * POINTS_PER_MM

    @property
    def left_pt(self) -> float:
        """From the paper's left edge to the type area, in points."""
        return self.margins_mm.left * POINTS_PER_MM

    @property
    def top_pt(self) -> float:
        """From the paper's top edge to the type area, in points."""
        return self.margins_mm.top * POINTS_PER_MM

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
        return self.text_height_pt / self.grid.lines

    @property
    def cell_pt(self) -> float:
        """From one character to the next, in points: the last of a full line ends on the right edge.

        28 characters of 16 pt are wider than 156 mm, so this is a little less than their size (15.785).
        """
        return (self.text_width_pt - self.styles.body.size_pt) / (self.grid.characters - 1)

    def for_working_papers(self) -> "Profile":
        """The same page with the small tables of the papers that lie under the sign-off sheet."""
        size, styles = self.signoff.table_size_pt, self.styles
        return replace(
            self,
            styles=replace(
                styles,
                table_head=replace(styles.table_head, size_pt=size),
                table_body=replace(styles.table_body, size_pt=size),
            ),
            table=replace(self.table, padding_pt=self.signoff.table_padding_pt),
        )

    def with_embedded_fonts(self) -> "Profile":
        """The same rules with the fonts in the Word file."""
        return replace(self, word=WordRules(embeds_fonts=True))

    def for_redline(self) -> "Profile":
        """The same page for texts that carry their changes (`models.marked_text`)."""
        kinds = {
            kind: replace(getattr(self.styles, kind), reads_marks=True) for kind in get_type_hints(Styles)
        }
        return replace(self, styles=Styles(**kinds), word=WordRules(embeds_fonts=False))

    def turned(self) -> "Profile":
        """The same sheet as it lies before whoever reads a wide table on it.

        The paper is turned clockwise to be read, so its left edge becomes the top: the head of the table is at the
        binding edge of odd pages and at the open edge of even ones, and the page number keeps its place (§8).
        """
        paper, margins = self.paper_mm, self.margins_mm
        width, height = self.text_height_mm, self.text_width_mm
        return replace(
            self,
            paper_mm=Paper(paper.height, paper.width),
            margins_mm=Margins(margins.left, margins.right, margins.bottom, margins.top),
            grid=Grid(
                int(width * self.grid.characters / self.text_width_mm),
                int(height * self.grid.lines / self.text_height_mm),
            ),
        )


@cache
def profile(profile_id: str = DEFAULT, folder: Path | None = None, fonts: FontSet = BUNDLED_SET) -> Profile:
    """A profile by its id, which is the name of its file: in an office's own folder, else of the program.

    Raises UnknownKeyError naming those there are, UserError for a file that cannot be understood.
    """
    return _made(profile_id, _rules(profile_id, folder), fonts)


def profile_names(folder: Path | None = None) -> dict[str, str]:
    """Every profile's id and name, the default first; one that cannot be used is left out."""
    names = {}
    for profile_id in sorted(profile_files(folder), key=lambda one: (one != DEFAULT, one)):
        with suppress(UserError):
            names[profile_id] = profile(profile_id, folder).name
    return names


def broken_profiles(folder: Path | None = None) -> dict[str, str]:
    """Every profile that cannot be used, by its id, and in a sentence why."""
    broken = {}
    for profile_id in sorted(profile_files(folder)):
        try:
            profile(profile_id, folder)
        except UserError as error:
            broken[profile_id] = str(error)
    return broken


def _rules(profile_id: str, folder: Path | None, above: tuple[str, ...] = ()) -> dict[str, Any]:
    """A profile's tables, those of the profile it is based on below its own."""
    known = profile_files(folder)
    if profile_id not in known:
        raise UnknownKeyError("版式", profile_id, f"可用的版式有：{'、'.join(known)}。")
    if profile_id in above:
        raise UserError(f"版式“{profile_id}”以自己为底本，没有使用；请改它的 base 一行。")
    try:
        tables = loads(text_of(profile_id, known[profile_id]))
    except TOMLDecodeError as error:
        raise UserError(
            f"版式文件“{profile_id}.toml”写法不对（{error}），没有使用；请改正后再试。"
        ) from error
    base = tables.pop("base", None)
    return _merged(_rules(str(base), folder, (*above, profile_id)), tables) if base else tables


def _merged(base: Mapping[str, Any], own: Mapping[str, Any]) -> dict[str, Any]:
    both = {
        key: _merged(base[key], value)
        if isinstance(value, dict) and isinstance(base.get(key), dict)
        else value
        for key, value in own.items()
    }
    return {**base, **both}


def _made(profile_id: str, tables: dict[str, Any], fonts: FontSet) -> Profile:
    kinds = get_type_hints(Profile)
    _compare(profile_id, "", tables, kinds.keys() - {"id"})
    groups: dict[str, Any] = {
        key: _group(profile_id, key, kinds[key], tables[key])
        for key in tables
        if key not in ("name", "styles")
    }
    styles = _styles(profile_id, tables["styles"], fonts)
    made = Profile(id=profile_id, name=str(tables["name"]), styles=styles, **groups)
    _judge(made)
    return made


def _wrong(profile_id: str, what: str) -> UserError:
    return UserError(f"版式“{profile_id}”{what}，没有使用；请对照自带的版式改正。")


def _compare(profile_id: str, table: str, given: Any, wanted: Iterable[str]) -> None:
    """Raises UserError naming what is not known or missing in a table ("" for the file itself)."""
    where = f"的[{table}]一节" if table else ""
    if not isinstance(given, dict):
        raise _wrong(profile_id, f"{where}不是一节")
    if unknown := [key for key in given if key not in wanted]:
        raise _wrong(profile_id, f"{where}有不认识的“{unknown[0]}”")
    if missing := [key for key in wanted if key not in given]:
        hint = "" if table else f'（以国标为底本的，第一行写base = "{DEFAULT}"）'
        raise _wrong(profile_id, f"{where}缺少“{min(missing)}”{hint}")


def _styles(profile_id: str, given: Any, fonts: FontSet) -> Styles:
    _compare(profile_id, "styles", given, get_type_hints(Styles))
    styles = {}
    for kind, one in given.items():
        is_style = isinstance(one, dict) and one.keys() == {"face", "size_pt"}
        if not is_style or one["face"] not in set(Face) or not _fits(one["size_pt"], float):
            raise _wrong(profile_id, f"的[styles]一节中“{kind}”写得不对")
        styles[kind] = Style(Face(one["face"]), one["size_pt"], fonts)
    return Styles(**styles)


def _group(profile_id: str, table: str, kind: Any, values: Any) -> Any:
    """A group of rules; raises UserError for a value of another kind than declared."""
    declared = get_type_hints(kind)
    _compare(profile_id, table, values, declared)
    for key, value in values.items():
        if not _fits(value, declared[key]):
            words = {bool: "true或false", str: "文字"}.get(declared[key], "数字")
            raise _wrong(profile_id, f"的[{table}]一节中“{key}”要写{words}，不能是“{value}”")
    return kind(**values)


def _fits(value: Any, wanted: type) -> bool:
    """Whether a value is of a kind; true and false are no numbers, though Python counts with them."""
    allowed = (int, float) if wanted is float else wanted
    return isinstance(value, allowed) and isinstance(value, bool) == (wanted is bool)


def _judge(made: Profile) -> None:
    """A page must hold at least a line of two characters."""
    if made.grid.characters < 2 or made.grid.lines < 1:
        raise UserError(f"版式“{made.id}”的每行字数和每页行数太小，没有使用；请改正 grid 一节。")
    if (
        made.text_width_pt < made.styles.body.size_pt * 2
        or made.text_height_pt < made.styles.body.size_pt * 2
    ):
        raise UserError(f"版式“{made.id}”的版心放不下字，没有使用；请检查纸张和页边的毫米数。")
