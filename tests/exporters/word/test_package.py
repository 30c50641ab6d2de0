"""The Word file as a package: the schema's order, official fonts, nothing of python-docx's own template."""

from io import BytesIO

import pytest
from docx.opc.oxml import serialize_part_xml
from docx.oxml.ns import qn

from exporters import word
from exporters.fonts import OFFICIAL_NAMES
from tests.exporters.invented import paper
from tests.exporters.word_file import chain, local, opened, part, parts, value, whole
from tests.exporters.word_schema import ONE_OF, SCHEMA

PLAIN = {
    "[Content_Types].xml",
    "_rels/.rels",
    "docProps/core.xml",
    "docProps/app.xml",
    "word/document.xml",
    "word/_rels/document.xml.rels",
    "word/styles.xml",
    "word/settings.xml",
    "word/fontTable.xml",
    "word/footer1.xml",
    "word/footer2.xml",
}
TURNED = {"word/footer3.xml", "word/footer4.xml"}


def test_there_is_no_theme_no_picture_and_no_numbering():
    assert {name for name, _ in parts()} == PLAIN
    assert {name for name, _ in parts(whole())} == PLAIN | TURNED


def test_no_theme_font_no_japanese_and_no_colour_is_left():
    for name, root in parts(whole()):
        content = serialize_part_xml(root).decode()
        assert not any(word in content for word in ("Theme=", "ja-JP", "python-docx", "2013-", "Calibri")), (
            name
        )
        red = [mark for mark in root.iter(qn("w:color")) if mark.get(qn("w:val")) != "000000"]
        named = {next(mark.iterancestors(qn("w:style"))).get(qn("w:styleId")) for mark in red}
        assert named <= {"发文机关标志"}, name


def test_only_the_official_fonts_are_named():
    named = {
        found
        for _, root in parts(whole())
        for fonts in root.iter(qn("w:rFonts"))
        for key, found in fonts.attrib.items()
        if key != qn("w:hint")
    }
    assert named == set(OFFICIAL_NAMES.values())


def test_every_run_has_one_official_font_for_all_four_kinds_of_characters():
    defaults = next(part("styles").iter(qn("w:rPrDefault")))
    for name in ("document", "footer1", "footer2", "footer3", "footer4"):
        for run in part(name, whole()).iter(qn("w:r")):
            own = run.find(qn("w:rPr"))
            paragraph = next(run.iterancestors(qn("w:p")))
            sources = [
                *chain(value(own, "w:rStyle")),
                *chain(value(paragraph, "w:pPr/w:pStyle")),
                defaults,
            ]
            fonts = next(found for source in sources for found in source.iter(qn("w:rFonts")))
            four = {fonts.get(qn(f"w:{kind}")) for kind in ("ascii", "hAnsi", "eastAsia", "cs")}
            assert len(four) == 1
            assert four <= set(OFFICIAL_NAMES.values())
            assert own.find(qn("w:rFonts")).get(qn("w:hint")) == "eastAsia"


def test_nothing_is_bold():
    assert {
        found.get(qn("w:val")) for _, root in parts(whole()) for found in root.iter(qn("w:b"), qn("w:bCs"))
    } == {"0"}


def test_the_properties_are_the_papers_own():
    properties = opened(*paper().blocks).core_properties

    assert (properties.title, properties.author) == (paper().title, "云岭县人民政府")
    assert properties.language == "zh-CN"
    assert properties.created.strftime("%Y-%m-%d") == "2027-02-09"


@pytest.mark.parametrize("with_fonts", [False, True])
def test_children_stand_in_the_order_of_the_schema(with_fonts: bool):
    for name, root in parts(whole(), with_fonts):
        for element in root.iter():
            order = (
                SCHEMA.get(local(element), "").split()
                if "wordprocessingml" in element.nsmap.get("w", "")
                else []
            )
            free = ONE_OF.get(local(element), set())
            places = [
                order.index("t" if local(child) in free else local(child)) for child in element if order
            ]
            assert places == sorted(places), f"{name}: {local(element)}"


def test_every_style_that_is_used_exists():
    known = {one.get(qn("w:styleId")) for one in part("styles")}
    used = {
        found.get(qn("w:val"))
        for _, root in parts(whole())
        for found in root.iter(
            qn("w:pStyle"), qn("w:rStyle"), qn("w:tblStyle"), qn("w:basedOn"), qn("w:next")
        )
    }

    assert used <= known


def test_the_same_paper_gives_the_same_bytes():
    streams = BytesIO(), BytesIO()
    for stream in streams:
        word.write(whole(), stream)

    assert streams[0].getvalue() == streams[1].getvalue()
