"""The report says what each face wanted, what it got, what the PDF carries, and why."""

from dataclasses import replace
from pathlib import Path

from exporters.font_report import FaceReport, FontReport, font_report
from exporters.fonts import BUNDLED, RARE, Face, installed_set
from exporters.layout import lay_out
from exporters.profile import profile
from models.document import Heading, Paragraph
from tests.exporters.example_paper import paper
from tests.exporters.fonts.made_fonts import made_font, save

BLOCKS = (Heading(1, "一、", "国了"), Paragraph("的一是，翀“了”1。"))


def report(folder: Path) -> FontReport:
    """The fonts of a heading and a paragraph, with the PC's fonts in a folder."""
    rules = profile(fonts=installed_set(None, (folder,)))
    return font_report(rules, lay_out(paper(BLOCKS), rules))


def face(found: FontReport, wanted: Face) -> FaceReport:
    return next(one for one in found.faces if one.choice.face is wanted)


def test_every_face_is_reported_with_the_names_it_is_looked_for_by(tmp_path: Path) -> None:
    faces = report(tmp_path).faces

    assert [one.role for one in faces] == ["仿宋", "黑体", "楷体", "小标宋", "宋体"]
    assert [one.wanted[0] for one in faces] == [
        "仿宋_GB2312", "黑体", "楷体_GB2312", "方正小标宋简体", "宋体",
    ]  # fmt: skip


def test_a_face_is_embedded_only_where_the_paper_uses_it(tmp_path: Path) -> None:
    found = report(tmp_path)

    assert {one.role: one.is_embedded for one in found.faces} == {
        "仿宋": True, "黑体": True, "楷体": False, "小标宋": False, "宋体": True,
    }  # fmt: skip
    assert found.stand_ins == ("仿宋_GB2312", "黑体", "宋体")


def test_a_font_of_the_pc_is_no_stand_in(tmp_path: Path) -> None:
    save(made_font("FangSong", chinese="仿宋"), tmp_path / "f.ttf")
    found = report(tmp_path)

    assert found.stand_ins == ("黑体", "宋体")
    assert "仿宋：本机装有“仿宋”，已嵌入PDF" in found.lines


def test_borrowed_characters_are_named_with_the_font_they_come_from(tmp_path: Path) -> None:
    narrow = dict.fromkeys("“”", 350)
    save(made_font("FangSong", chinese="仿宋", widths=narrow), tmp_path / "f.ttf")
    found = report(tmp_path)

    assert {one.font: one.characters for one in found.borrowed} == {
        BUNDLED[Face.FANGSONG]: "“”",
        RARE: "翀",
    }
    assert "由“RareLight”代印的字：翀" in found.lines


def test_refused_fonts_and_files_that_are_none_are_in_the_lines(tmp_path: Path) -> None:
    save(made_font("SimHei", chinese="黑体", is_cff=True), tmp_path / "黑体.otf")
    (tmp_path / "坏.ttf").write_bytes(b"")
    found = font_report(profile(fonts=installed_set(tmp_path, ())))

    said = "\n".join(found.lines)
    assert "“黑体.otf”没有使用：没有TrueType轮廓" in said
    assert "“坏.ttf”没有使用：文件损坏" in said
    assert face(found, Face.HEI).choice.why.startswith("找到的字体不能用")


def test_the_bundled_fonts_alone_say_that_nothing_was_looked_for() -> None:
    found = font_report(profile())

    assert all("没有在本机查找" in one.choice.why for one in found.faces)
    assert not any(one.is_embedded for one in found.faces)


def test_what_is_drawn_depends_on_the_paper_not_on_what_was_drawn_before(tmp_path: Path) -> None:
    rules = profile(fonts=installed_set(None, (tmp_path,)))
    document = paper(BLOCKS)

    first = font_report(rules, lay_out(document, rules))
    font_report(rules, lay_out(replace(document, blocks=(Paragraph("国"),)), rules))

    assert font_report(rules, lay_out(document, rules)) == first
