"""A Word file with its fonts in it: what it brings, what its runs ask for, and that it is needed nowhere else."""

import zipfile
from dataclasses import replace
from io import BytesIO
from uuid import UUID

from docx.oxml.ns import nsmap, qn
from fontTools.ttLib import TTFont

from exporters import word
from exporters.font_subset import may_be_embedded
from exporters.fonts import BUNDLED, OFFICIAL_NAMES, Face, Font
from exporters.profile import profile
from models.document import Document, Heading, Paragraph
from tests.exporters.invented import paper
from tests.exporters.word_file import attributes, packed, parts, text, value

NAMES = {"Gw FangSong", "Gw Hei", "Gw Kai", "Gw BiaoSong", "Gw Song"}


def with_rare_names() -> Document:
    blocks = (Heading(2, "（一）", "分工。", "副县长王翀、李玥分管。"), Paragraph("普通的一段。"))
    return replace(paper(), blocks=blocks)


def font_parts(document: Document) -> dict[str, TTFont]:
    """The fonts in the file by the name the font table gives them, their beginnings restored with their keys."""
    with zipfile.ZipFile(BytesIO(packed(document, with_fonts=True))) as file:
        table = dict(parts(document, with_fonts=True))["word/fontTable.xml"]
        links = dict(parts(document, with_fonts=True))["word/_rels/fontTable.xml.rels"]
        targets = {link.get("Id"): link.get("Target") for link in links}
        found = {}
        for font in table.iter(qn("w:font")):
            regular = attributes(font.find("w:embedRegular", nsmap))
            content = file.read(f"word/{targets[regular['id']]}")
            key = UUID(regular["fontKey"]).bytes[::-1] * 2
            opening = bytes(one ^ other for one, other in zip(content, key, strict=False))
            found[str(font.get(qn("w:name")))] = TTFont(BytesIO(opening + content[32:]))
    return found


def test_every_face_travels_under_its_own_name_and_the_rare_characters_too():
    assert set(font_parts(with_rare_names())) == NAMES | {"Gw Rare Light"}
    assert set(font_parts(paper())) == NAMES


def test_a_font_brings_what_the_paper_needs_of_it_and_what_is_likely_to_be_typed_next():
    fonts = font_parts(with_rare_names())

    own = {chr(code) for code in fonts["Gw FangSong"].getBestCmap()}
    assert set("副县长王、李分管普通的一段 0123456789，。：“”") <= own
    assert len(own) < 200
    assert "翀" not in own
    assert {"翀", "玥"} <= {chr(code) for code in fonts["Gw Rare Light"].getBestCmap()}


def test_a_fonts_name_in_the_file_is_the_name_inside_the_font():
    for name, font in font_parts(with_rare_names()).items():
        assert font["name"].getDebugName(1) == name


def test_rare_characters_stand_in_runs_of_their_own_and_the_text_is_whole():
    body = dict(parts(with_rare_names(), with_fonts=True))["word/document.xml"]

    paragraph = next(body.iter(qn("w:p")))
    assert text(paragraph) == "（一）分工。副县长王翀、李玥分管。"
    rare = [run for run in paragraph.iter(qn("w:r")) if value(run, "w:rPr/w:rFonts", "ascii")]
    assert [text(run) for run in rare] == ["翀", "玥"]
    for run in rare:
        fonts = attributes(run.find("w:rPr/w:rFonts", nsmap))
        assert {fonts[kind] for kind in ("ascii", "hAnsi", "eastAsia", "cs")} == {"Gw Rare Light"}
        assert fonts["hint"] == "eastAsia"


def test_styles_ask_for_the_fonts_in_the_file_and_the_official_ones_are_their_other_names():
    files = dict(parts(paper(), with_fonts=True))

    asked = {fonts.get(qn("w:eastAsia")) for fonts in files["word/styles.xml"].iter(qn("w:rFonts"))}
    assert asked == NAMES
    others = {
        font.get(qn("w:name")): value(font, "w:altName").split(",")[0]
        for font in files["word/fontTable.xml"].iter(qn("w:font"))
    }
    assert others == {f"Gw {BUNDLED[face].name}": name for face, name in OFFICIAL_NAMES.items()}


def test_word_is_told_that_the_file_has_fonts_and_that_they_are_parts():
    settings = dict(parts(paper(), with_fonts=True))["word/settings.xml"]

    assert value(settings, "w:embedTrueTypeFonts") == value(settings, "w:saveSubsetFonts") == "1"
    assert not value(dict(parts())["word/settings.xml"], "w:embedTrueTypeFonts")


def test_a_font_that_may_not_travel_keeps_its_official_name(tmp_path):
    restricted = TTFont(BUNDLED[Face.KAI].path)
    restricted["OS/2"].fsType = 2
    restricted.save(tmp_path / "restricted.ttf")
    kai = Font("restricted", tmp_path / "restricted.ttf")
    rules = profile()
    faces = {**rules.fonts.faces, Face.KAI: (kai, *rules.fonts.faces[Face.KAI])}
    fonts = type(rules.fonts)(faces)

    stream = BytesIO()
    word.write(with_rare_names(), stream, profile(fonts=fonts).with_embedded_fonts())

    assert not may_be_embedded(kai)
    with zipfile.ZipFile(stream) as file:
        styles = file.read("word/styles.xml").decode()
    assert "楷体_GB2312" in styles
    assert "Gw Kai" not in styles
    assert "仿宋_GB2312" not in styles


def test_the_same_paper_gives_the_same_bytes():
    stream = BytesIO()
    word.write(with_rare_names(), stream, profile().with_embedded_fonts())

    assert stream.getvalue() == packed(with_rare_names(), with_fonts=True)
