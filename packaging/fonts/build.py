"""Make the fonts of resources/fonts from the fonts of Debian packages; see README.md beside this file.

    python packaging/fonts/build.py --sources SOURCES [--to DIR] [--only Song] [--compare resources/fonts]

Each is cut down to the characters an official paper may need, gets TrueType outlines where it has PostScript ones
(reportlab embeds no others), loses its layout tables and takes a name of its own. The same sources give the same bytes.
"""

import argparse
import gzip
import time
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont, newTable

HERE = Path(__file__).resolve().parent
FANDOL = "usr/share/texlive/texmf-dist/fonts/opentype/public/fandol"
FANDOL_NOTES = "usr/share/doc/texlive-doc/fonts/fandol"
NOTO = "usr/share/fonts/opentype/noto"
SIMPLIFIED_CHINESE = 2
"""Which font of Noto's collections draws characters as China does."""

MORE_MARKS = "—〇⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳∋≅㎏㎞㎡"
"""Python's GB 2312 has the bar ― for the dash —; the others stand in papers and not in GB 2312."""

FAR_FROM_CURVE = 0.001
"""How far a quadratic curve may be from the cubic one it stands for, in parts of the em."""


@dataclass(frozen=True)
class Recipe:
    """One font to make: from which file of the packages, as which family. `beside`: only what this font lacks."""

    file: str
    family: str
    source: str
    number: int = 0
    beside: str = ""


RECIPES = (
    Recipe("FangSong", "Gw FangSong", f"{FANDOL}/FandolFang-Regular.otf"),
    Recipe("Kai", "Gw Kai", f"{FANDOL}/FandolKai-Regular.otf"),
    Recipe("BiaoSong", "Gw BiaoSong", f"{NOTO}/NotoSerifCJK-Bold.ttc", SIMPLIFIED_CHINESE),
    Recipe("Hei", "Gw Hei", f"{NOTO}/NotoSansCJK-Medium.ttc", SIMPLIFIED_CHINESE),
    Recipe("Song", "Gw Song", f"{NOTO}/NotoSerifCJK-Regular.ttc", SIMPLIFIED_CHINESE),
    Recipe(
        "RareLight",
        "Gw Rare Light",
        "usr/share/fonts/truetype/lxgw-wenkai/LXGWWenKai-Light.ttf",
        beside=f"{FANDOL}/FandolFang-Regular.otf",
    ),
)

OPEN_FONT_LICENCES = {
    "Noto-OFL.txt": ("usr/share/doc/fonts-noto-cjk/copyright", ("Hei", "Song"), ""),
    "LXGW-OFL.txt": (
        "usr/share/doc/fonts-lxgw-wenkai/copyright",
        ("RareLight",),
        "Reserved Font Names: 霞鹜, LXGW.",
    ),
}
"""Licence files: the package's file with the text; the fonts whose notices go above it; the names they reserve."""


def standard_characters() -> str:
    """The 8,105 characters of 通用规范汉字表."""
    return (HERE / "tonggui.txt").read_text(encoding="utf-8").replace("\n", "")


def gb2312() -> set[str]:
    """The characters and symbols of GB 2312."""
    codes = (bytes((0xA0 + row, 0xA0 + cell)) for row in range(1, 95) for cell in range(1, 95))
    return {text for code in codes if (text := code.decode("gb2312", errors="ignore"))}


def wanted_characters() -> set[str]:
    """What a paper may need: standard characters, GB 2312, more marks, Latin up to U+017F."""
    latin = {chr(code) for code in (*range(0x20, 0x7F), *range(0xA0, 0x180))}
    return set(standard_characters()) | gb2312() | latin | set(MORE_MARKS)


def make(recipe: Recipe, sources: Path) -> TTFont:
    """The font of a recipe."""
    characters = wanted_characters()
    if recipe.beside:
        characters = characters - held(open_font(sources / recipe.beside)) | {"①"}  # its circle suits ⑪ to ⑳
    font = open_font(sources / recipe.source, recipe.number)
    subset(font, characters)
    if "glyf" not in font:
        use_truetype_outlines(font)
    rename(font, recipe.family)
    return font


def open_font(path: Path, number: int = 0) -> TTFont:
    """A font that keeps its own date, so that the result does not depend on the day."""
    return TTFont(path, fontNumber=number, recalcTimestamp=False)


def held(font: TTFont) -> set[str]:
    """The characters a font has."""
    return set(map(chr, font.getBestCmap()))


def subset(font: TTFont, characters: Iterable[str]) -> None:
    """Leave some characters and the tables that drawing needs: the layout of lines is the program's own."""
    options = Options(
        layout_features=[], hinting=False, notdef_outline=True, name_IDs=["*"], glyph_names=False
    )
    options.drop_tables += "GPOS GSUB GDEF BASE DSIG STAT VORG gasp meta vhea vmtx".split()
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=map(ord, characters))
    subsetter.subset(font)


def use_truetype_outlines(font: TTFont) -> None:
    """Cubic outlines (CFF) become quadratic ones (glyf); contours run the other way round there."""
    order, glyph_set = font.getGlyphOrder(), font.getGlyphSet()
    most = font["head"].unitsPerEm * FAR_FROM_CURVE
    glyphs = {}
    for name in order:
        pen = TTGlyphPen(None)
        glyph_set[name].draw(Cu2QuPen(pen, most, reverse_direction=True))
        glyphs[name] = pen.glyph()
    font["loca"], font["glyf"] = newTable("loca"), newTable("glyf")
    font["glyf"].glyphOrder, font["glyf"].glyphs = order, glyphs
    del font["CFF "]
    for name, glyph in glyphs.items():
        glyph.recalcBounds(font["glyf"])
        width, _ = font["hmtx"][name]
        font["hmtx"][name] = width, getattr(glyph, "xMin", 0)
    use_truetype_limits(font)


def use_truetype_limits(font: TTFont) -> None:
    """The head of the file says TrueType; what is counted (points, contours) is counted on saving."""
    limits = font["maxp"] = newTable("maxp")
    limits.tableVersion, limits.numGlyphs = 0x00010000, len(font.getGlyphOrder())
    limits.maxZones = 1
    for (
        unused
    ) in "TwilightPoints Storage FunctionDefs InstructionDefs StackElements SizeOfInstructions".split():
        setattr(limits, f"max{unused}", 0)
    limits.maxComponentElements = 0
    font["post"].formatType = 3.0
    font.sfntVersion = "\0\1\0\0"


def rename(font: TTFont, family: str) -> None:
    """A changed font may not carry a reserved name; who made it and its licence stay written in it."""
    names = font["name"]
    version = names.getDebugName(5)
    names.names = [record for record in names.names if record.nameID not in {1, 3, 4, 6, 16, 17, 18, 21, 22}]
    postscript = family.replace(" ", "")
    for kind, text in ((1, family), (3, f"{postscript};{version}"), (4, family), (6, postscript)):
        names.setName(text, kind, 3, 1, 0x409)


def write_licences(sources: Path, folder: Path) -> None:
    """The licence of every font, with the copyright notices of the fonts made, beside them."""
    folder.mkdir(parents=True, exist_ok=True)
    with gzip.open(sources / FANDOL_NOTES / "COPYING.gz") as file:
        (folder / "Fandol-COPYING.txt").write_bytes(file.read())
    (folder / "Fandol-README.txt").write_bytes((sources / FANDOL_NOTES / "README").read_bytes())
    for name, (package_file, fonts, reserved) in OPEN_FONT_LICENCES.items():
        recipes = (recipe for recipe in RECIPES if recipe.file in fonts)
        notices = dict.fromkeys(notice(sources, one) for one in recipes)
        text = open_font_licence((sources / package_file).read_text(encoding="utf-8"))
        head = filter(None, (*notices, reserved))
        (folder / name).write_text("\n".join((*head, "", text)), encoding="utf-8")


def notice(sources: Path, recipe: Recipe) -> str:
    """The copyright notice in the font a recipe begins with."""
    text = str(open_font(sources / recipe.source, recipe.number)["name"].getDebugName(0))
    return "\n".join(text.splitlines())


def open_font_licence(package_file: str) -> str:
    """The licence's text out of a package's copyright file, where lines are indented and blank ones are dots."""
    paragraphs = package_file.split("\n\n")
    found = next(one for one in paragraphs if one.startswith("License:") and "SIL OPEN FONT LICENSE" in one)
    lines = (line.removeprefix(" ") for line in found.rstrip().splitlines()[1:])
    return "\n".join("" if line == "." else line for line in lines).rstrip() + "\n"


def describe(path: Path, seconds: float) -> str:
    """What was made, in one line."""
    font = TTFont(path)
    characters = held(font)
    return (
        f"{path.name}: {font['maxp'].numGlyphs} glyphs, {len(characters)} characters, "
        f"{len(characters & set(standard_characters()))} of 8105, {len(characters & gb2312())} of GB 2312, "
        f"{path.stat().st_size / 1e6:.2f} MB, {seconds:.1f} s"
    )


def compare(made: Path, other: Path) -> str:
    """How a font differs from another of the same name: characters, widths, outlines."""
    one, two = TTFont(made), TTFont(other)
    shared = held(one) & held(two)
    outlines = sum(outline(one, character) == outline(two, character) for character in shared)
    return (
        f"  beside {other}: characters {len(held(one))} and {len(held(two))}, shared {len(shared)}, "
        f"of these with the same width and outline {outlines}; "
        f"{'the same bytes' if made.read_bytes() == other.read_bytes() else 'other bytes'}"
    )


def outline(font: TTFont, character: str) -> tuple[float, list[object]]:
    """A character's width and the strokes of its outline."""
    glyphs = font.getGlyphSet()
    name = font.getBestCmap()[ord(character)]
    pen = DecomposingRecordingPen(glyphs)
    glyphs[name].draw(pen)
    return glyphs[name].width, list(pen.value)


def main() -> None:
    """Make the fonts asked for and say what came of it."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sources", type=Path, required=True, help="folder the packages are unpacked in")
    parser.add_argument("--to", type=Path, default=Path("build/fonts"), help="folder for the fonts")
    parser.add_argument("--only", nargs="+", choices=[one.file for one in RECIPES], help="make these only")
    parser.add_argument(
        "--compare", type=Path, metavar="DIR", help="say how they differ from the fonts there"
    )
    wanted = parser.parse_args()
    wanted.to.mkdir(parents=True, exist_ok=True)
    for recipe in RECIPES:
        if wanted.only and recipe.file not in wanted.only:
            continue
        started = time.monotonic()
        path = wanted.to / f"{recipe.file}.ttf"
        make(recipe, wanted.sources).save(path)
        print(describe(path, time.monotonic() - started), flush=True)
        if wanted.compare:
            print(compare(path, wanted.compare / path.name), flush=True)
    write_licences(wanted.sources, wanted.to / "licences")


if __name__ == "__main__":
    main()
