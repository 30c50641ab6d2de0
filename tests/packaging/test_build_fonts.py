"""The script that makes the bundled fonts, on small fonts of the same kind."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest
from fontTools.ttLib import TTFont

from tests.exporters.fonts.made_fonts import made_font, save

SCRIPTS = Path(__file__).resolve().parents[2] / "packaging/fonts"


def script(name: str) -> ModuleType:
    """A script as a module: its folder is no package."""
    spec = importlib.util.spec_from_file_location(name, SCRIPTS / f"{name}.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def build() -> ModuleType:
    return script("build")


@pytest.fixture
def sources(build: ModuleType, tmp_path: Path) -> Path:
    """Packages with an OTF and, for the rare characters, a TTF."""
    save(made_font("FandolFang", "县①", is_cff=True), tmp_path / build.FANDOL / "FandolFang-Regular.otf")
    rare = next(one for one in build.RECIPES if one.beside)
    save(made_font("LXGW WenKai", "县翀①㐂"), tmp_path / rare.source)
    return tmp_path


def recipe(build: ModuleType, file: str) -> object:
    return next(one for one in build.RECIPES if one.file == file)


def test_a_postscript_font_gets_truetype_outlines_of_the_same_shape(
    build: ModuleType, sources: Path, tmp_path: Path
) -> None:
    path = tmp_path / "f.ttf"
    build.make(recipe(build, "FangSong"), sources).save(path)

    with TTFont(path) as made:
        glyph = made["glyf"][made.getBestCmap()[ord("县")]]
        assert (glyph.xMin, glyph.yMin, glyph.xMax, glyph.yMax) == (60, 0, 440, 700)
        assert made["hmtx"][made.getBestCmap()[ord("县")]] == (1000, 60)
        assert (made.sfntVersion, made["post"].formatType) == ("\0\1\0\0", 3.0)
        assert not {"CFF ", "GSUB", "GPOS", "VORG"} & set(made.keys())


def test_a_made_font_carries_the_new_name_only(build: ModuleType, sources: Path) -> None:
    names = build.make(recipe(build, "RareLight"), sources)["name"]

    assert [names.getDebugName(kind) for kind in (1, 4, 6)] == [
        "Gw Rare Light",
        "Gw Rare Light",
        "GwRareLight",
    ]
    assert not [record for record in names.names if "LXGW" in str(record)]


def test_the_rare_font_keeps_what_fangsong_lacks_and_no_unwanted_character(
    build: ModuleType, sources: Path
) -> None:
    made = build.make(recipe(build, "RareLight"), sources)

    assert build.held(made) == {"翀", "①"}


def test_the_same_sources_give_the_same_bytes(build: ModuleType, sources: Path, tmp_path: Path) -> None:
    for name in ("a.ttf", "b.ttf"):
        build.make(recipe(build, "FangSong"), sources).save(tmp_path / name)

    assert (tmp_path / "a.ttf").read_bytes() == (tmp_path / "b.ttf").read_bytes()
    assert "of these with the same width and outline" in build.compare(tmp_path / "a.ttf", tmp_path / "b.ttf")
    assert "the same bytes" in build.compare(tmp_path / "a.ttf", tmp_path / "b.ttf")


def test_every_recipe_makes_a_font_that_is_bundled(build: ModuleType) -> None:
    bundled = {file.stem for file in (SCRIPTS.parents[1] / "resources/fonts").glob("*.ttf")}

    assert {one.file for one in build.RECIPES} == bundled


def test_the_licence_is_taken_out_of_a_packages_copyright_file(build: ModuleType) -> None:
    text = "Files: *\nLicense: OFL-1.1\n\nLicense: OFL-1.1\n SIL OPEN FONT LICENSE\n .\n PREAMBLE\n\nLicense: GPL\n x\n"

    assert build.open_font_licence(text) == "SIL OPEN FONT LICENSE\n\nPREAMBLE\n"


def test_the_list_of_characters_is_read_from_unihan_by_the_tables_numbers() -> None:
    lines = "# Unihan\nU+4E28\tkTGH\t2013:2\nU+4E00\tkTGH\t2013:1\nU+4E00\tkGB0\t5027\nU+4E01\tkTGH\t1999:3\n"

    assert script("characters").numbered(lines) == {1: "一", 2: "丨"}
