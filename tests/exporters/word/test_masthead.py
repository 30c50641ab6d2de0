"""版头 in Word: paragraphs of exact height that bring every line to where the layout has it (GB/T 9704-2012 §7.2)."""

from dataclasses import replace

import pytest
from docx.oxml.ns import nsmap, qn
from docx.oxml.xmlchemy import BaseOxmlElement

from models.document import Mark, Masthead, Title
from tests.exporters.invented import paper
from tests.exporters.word_file import HEAD, attributes, chain, read, style, text, value

PITCH = 579
TOP = round(35 / 25.4 * 1440)
THREE = ("云岭县人民政府", "云岭县发展和改革委员会", "云岭县司法局")
NAMES = ("张明远", "李想", "欧阳文山", "王二")


def head(masthead: Masthead) -> list[BaseOxmlElement]:
    """What stands above the title, and the title."""
    document = replace(paper(), blocks=(Title("关于情况的报告"),), masthead=masthead)
    body = read(document).element.body
    end = next(index for index, part in enumerate(body) if value(part, "w:pPr/w:pStyle") == "公文标题")
    return list(body[: end + 1])


def spacing(paragraph: BaseOxmlElement, name: str) -> int:
    """A number of a paragraph's spacing, its own or its style's."""
    sources = (paragraph, *chain(value(paragraph, "w:pPr/w:pStyle")))
    found = (value(source, "w:pPr/w:spacing", name) for source in sources)
    return int(next((number for number in found if number), "0"))


def baselines(paragraphs: list[BaseOxmlElement]) -> list[float]:
    """How far below the type area's top each paragraph's baseline is, in twips: four fifths down its exact line."""
    found, reached = [], 0.0
    for paragraph in paragraphs:
        top = reached + spacing(paragraph, "before")
        found.append(top + 0.8 * spacing(paragraph, "line"))
        reached = top + spacing(paragraph, "line")
        reached += int(value(paragraph, "w:pPr/w:pBdr/w:bottom", "space") or 0) * 20
        reached += int(value(paragraph, "w:pPr/w:pBdr/w:bottom", "sz") or 0) / 8 * 20
    return found


def test_a_paper_without_a_mark_has_no_masthead():
    assert [text(part) for part in head(replace(HEAD, mark=Mark.NONE))] == ["关于情况的报告"]


def test_every_element_is_a_paragraph_of_its_own_style():
    found = [(value(part, "w:pPr/w:pStyle"), text(part)) for part in head(HEAD)]

    assert found == [
        ("份号", "000007"),
        ("密级", "秘密★1年"),
        ("紧急程度", "加急"),
        ("发文机关标志", "云岭县人民政府文件"),
        ("发文字号", "云政〔2027〕5号\t签发人：张明远"),
        ("公文标题", "关于情况的报告"),
    ]


def test_the_lines_of_the_corner_stand_on_the_first_three_grid_lines_also_without_the_first():
    full, without = head(HEAD), head(replace(HEAD, copy_number=""))

    middle = PITCH / 2 + 0.38 * 320
    assert baselines(full)[:3] == pytest.approx([middle, middle + PITCH, middle + 2 * PITCH], abs=2)
    assert baselines(without)[:2] == pytest.approx([middle + PITCH, middle + 2 * PITCH], abs=2)


def test_the_mark_is_red_and_its_top_is_35_mm_below_the_type_area():
    parts = head(HEAD)
    mark = style("发文机关标志")

    assert value(mark, "w:rPr/w:color") == "FF0000"
    assert value(mark, "w:rPr/w:rFonts", "eastAsia") == "方正小标宋简体"
    assert value(mark, "w:pPr/w:jc") == "center"
    size = int(parts[3].find(".//w:sz", nsmap).get(qn("w:val"))) * 10
    assert baselines(parts)[3] - 0.86 * size == pytest.approx(TOP, abs=0.03 * size)


def test_a_long_name_is_narrowed_until_it_fits():
    mark = head(replace(HEAD, organs=("云岭县发展和改革委员会",)))[3]

    points, percent = int(value(mark, "w:r/w:rPr/w:sz")) / 2, int(value(mark, "w:r/w:rPr/w:w"))
    assert 0.95 * 442.2 < points * percent / 100 * 13 <= 442.2
    assert percent >= 59


def test_a_very_long_name_has_a_paragraph_for_each_of_its_lines():
    longest = "云岭经济技术开发区管理委员会综合行政执法监督工作领导小组办公室"
    parts = head(replace(HEAD, organs=(longest,)))

    marks = [part for part in parts if value(part, "w:pPr/w:pStyle") == value(parts[3], "w:pPr/w:pStyle")]
    assert len(marks) > 1
    assert "".join(text(mark) for mark in marks) == f"{longest}文件"
    assert {int(value(mark, "w:r/w:rPr/w:sz")) for mark in marks} == {54}


def test_several_organs_are_spread_over_one_width_with_the_suffix_in_the_middle_beside_them():
    table = head(replace(HEAD, organs=THREE))[3]

    organs, suffix = table.xpath("w:tr/w:tc")
    assert [text(line) for line in organs.xpath("w:p")] == list(THREE)
    assert {value(line, "w:pPr/w:jc") for line in organs.xpath("w:p")} == {"distribute"}
    assert text(suffix) == "文件"
    assert [value(cell, "w:tcPr/w:vAlign") for cell in (organs, suffix)] == ["center", "center"]
    above = [int(value(cell.xpath("w:p")[0], "w:pPr/w:spacing", "before")) for cell in (organs, suffix)]
    assert above[0] == above[1] > 0
    width = sum(int(column.get(qn("w:w"))) for column in table.iter(qn("w:gridCol")))
    assert width == int(value(table, "w:tblPr/w:tblW", "w")) <= 8845
    assert table.find(".//w:tblBorders", nsmap) is None


def test_organs_without_a_suffix_have_no_second_column():
    table = head(replace(HEAD, organs=THREE, suffix=""))[3]

    assert len(table.xpath("w:tr/w:tc")) == 1


def test_the_red_line_is_the_numbers_border_as_wide_as_the_type_area_4_mm_below_it():
    parts = head(HEAD)
    number = parts[4]

    border = attributes(number.find("w:pPr/w:pBdr/w:bottom", nsmap))
    assert (border["val"], border["color"], border["sz"]) == ("single", "FF0000", "11")
    assert not value(number, "w:pPr/w:ind", "left")
    assert not value(number, "w:pPr/w:ind", "right")
    below_baseline = 0.2 * spacing(number, "line") + int(border["space"]) * 20 + int(border["sz"]) / 8 * 10
    em_bottom = 0.12 * 320
    assert (below_baseline - em_bottom) / 1440 * 25.4 == pytest.approx(4, abs=0.1)


@pytest.mark.parametrize(("names", "lines"), [(1, 8), (2, 8), (3, 9), (4, 9)])
def test_the_red_line_falls_on_a_grid_line_and_the_title_two_lines_below(names: int, lines: int):
    parts = head(replace(HEAD, signatories=NAMES[:names]))

    *_, number, title = baselines(parts)
    border = attributes(parts[-2].find("w:pPr/w:pBdr/w:bottom", nsmap))
    red = number + 0.2 * spacing(parts[-2], "line") + int(border["space"]) * 20 + int(border["sz"]) / 8 * 10
    assert red == pytest.approx(lines * PITCH, abs=4)
    assert title - 0.8 * PITCH == pytest.approx((lines + 2) * PITCH, abs=8)
    assert title - 0.8 * PITCH <= (lines + 2) * PITCH


def test_upward_the_number_is_one_character_in_and_a_single_name_ends_one_character_from_the_right():
    number = head(HEAD)[4]

    assert value(number, "w:pPr/w:ind", "firstLineChars") == "100"
    (stop,) = number.iter(qn("w:tabs"))
    assert [attributes(tab) for tab in stop] == [{"val": "right", "pos": "8528"}]


def test_the_label_is_in_the_numbers_face_and_the_names_are_in_kai():
    label, name = head(HEAD)[4].xpath("w:r[w:t]")[1:]

    assert (text(label), value(label, "w:rPr/w:rStyle")) == ("签发人：", "")
    assert (text(name), value(name, "w:rPr/w:rStyle")) == ("张明远", "签发人姓名")
    assert value(style("签发人姓名"), "w:rPr/w:rFonts", "eastAsia") == "楷体_GB2312"


def test_names_stand_two_in_a_line_below_each_other_and_the_number_beside_the_last():
    first, last = head(replace(HEAD, signatories=NAMES))[4:6]

    assert text(first) == "\t签发人：张明远\t李想"
    assert text(last) == "云政〔2027〕5号\t欧阳文山\t王二"
    label, second = (int(tab.get(qn("w:pos"))) for tab in first.iter(qn("w:tab")) if tab.get(qn("w:pos")))
    begin, below = (int(tab.get(qn("w:pos"))) for tab in last.iter(qn("w:tab")) if tab.get(qn("w:pos")))
    assert begin - label == pytest.approx(4 * 315, abs=10)
    assert below == second


def test_to_others_the_number_is_centred_and_nobody_is_named():
    number = head(replace(HEAD, is_upward=False))[4]

    assert (text(number), value(number, "w:pPr/w:jc")) == ("云政〔2027〕5号", "center")


def test_on_paper_with_a_red_head_the_same_room_stays_free():
    printed, free = head(HEAD), head(replace(HEAD, mark=Mark.PREPRINTED))

    assert [text(part) for part in free] == [text(part) for part in printed if "文件" not in text(part)]
    assert not any(part.xpath(".//w:pBdr") for part in free)
    assert baselines(free)[-1] == pytest.approx(baselines(printed)[-1], abs=12)


def test_on_such_paper_without_a_number_the_title_alone_keeps_the_room():
    (title,) = head(Masthead(mark=Mark.PREPRINTED))

    assert value(title, "w:pPr/w:spacing", "beforeLines") == "900"


def test_a_number_that_is_not_known_yet_leaves_its_line_with_the_red_one_below():
    *_, number, _ = head(replace(HEAD, doc_number="", signatories=()))

    assert (value(number, "w:pPr/w:pStyle"), text(number)) == ("发文字号", "")
    assert number.find("w:pPr/w:pBdr/w:bottom", nsmap) is not None
