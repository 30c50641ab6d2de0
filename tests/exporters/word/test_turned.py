"""Wide attachments in Word: a section whose sheet lies on its side, with the page number where it always is (§8)."""

from dataclasses import replace

import pytest
from docx.oxml.ns import nsmap, qn
from docx.oxml.xmlchemy import BaseOxmlElement

from models.document import AttachmentStart, Block, Document, Paragraph
from tests.exporters.invented import figures, paper
from tests.exporters.word_file import TRACE, attributes, local, part, read, text, value

TEXT, WIDE = Paragraph("正文。"), (AttachmentStart(1, "统计表", is_wide=True), figures(3, title=""))
UPRIGHT = (AttachmentStart(2, "说明"), Paragraph("说明的正文。"))


def document(*blocks: Block) -> Document:
    return replace(paper(), blocks=blocks)


def sections(*blocks: Block) -> list[BaseOxmlElement]:
    return list(read(document(*blocks)).element.body.iter(qn("w:sectPr")))


def page(section: BaseOxmlElement) -> dict[str, str]:
    return attributes(section.find("w:pgSz", nsmap))


def test_a_wide_attachment_has_a_section_of_its_own_between_upright_ones():
    found = sections(TEXT, *WIDE, *UPRIGHT)

    assert [page(one).get("orient") for one in found] == [None, "landscape", None]
    assert {value(one, "w:type") for one in found} == {"nextPage"}


def test_the_sheet_is_turned_with_its_margins():
    _, turned = sections(TEXT, *WIDE)

    assert (page(turned)["w"], page(turned)["h"]) == ("16838", "11906")
    margins = attributes(turned.find("w:pgMar", nsmap))
    millimetres = [round(int(margins[side]) / 1440 * 25.4, 1) for side in ("top", "right", "bottom", "left")]
    assert millimetres == [28, 37, 26, 35]
    assert value(turned, "w:docGrid", "type") == "lines"


def test_the_table_lies_across_the_sheet():
    (table,) = read(document(TEXT, *WIDE)).tables

    across = 16838 - round(35 / 25.4 * 1440) - round(37 / 25.4 * 1440)
    assert int(value(table._tbl, "w:tblPr/w:tblW", "w")) == pytest.approx(across, abs=1)
    assert sum(int(column.get(qn("w:w"))) for column in table._tbl.tblGrid) == pytest.approx(across, abs=1)


def test_an_attachment_that_begins_a_section_begins_no_second_page():
    file = read(document(TEXT, *WIDE, *UPRIGHT, AttachmentStart(3, "又一份"), TEXT))

    marks = [one._p for one in file.paragraphs if one.style.name == "附件序号"]
    assert [value(mark, "w:pPr/w:pageBreakBefore") for mark in marks] == ["0", "0", ""]


def test_two_wide_attachments_share_a_section_and_each_begins_a_page():
    file = read(document(TEXT, *WIDE, AttachmentStart(2, "又一份", is_wide=True), figures(2)))

    assert len(file.sections) == 2
    marks = [one._p for one in file.paragraphs if one.style.name == "附件序号"]
    assert [value(mark, "w:pPr/w:pageBreakBefore") for mark in marks] == ["0", ""]


def test_a_sections_properties_stand_in_a_small_paragraph_behind_its_table():
    body = read(document(TEXT, *WIDE, *UPRIGHT)).element.body

    holder = body.xpath("w:tbl/following-sibling::w:p")[0]
    assert value(holder, "w:pPr/w:pStyle") == "表后空行"
    assert local(holder.find("w:pPr", nsmap)[-1]) == "sectPr"


def test_an_upright_attachment_needs_no_section():
    assert len(sections(TEXT, *UPRIGHT)) == 1


@pytest.mark.parametrize(("name", "side"), [("footer3", "right"), ("footer4", "left")])
def test_the_page_number_runs_down_the_left_edge_where_an_upright_sheet_has_its_foot(name: str, side: str):
    footer = part(name, document(TEXT, *WIDE))

    (table,) = footer.iter(qn("w:tbl"))
    place = attributes(table.find("w:tblPr/w:tblpPr", nsmap))
    assert (place["vertAnchor"], place["horzAnchor"]) == ("page", "page")
    middle = (int(place["tblpX"]) + 14 * 20 / 2) / 1440 * 25.4
    assert 35 - middle == pytest.approx(7, abs=0.05)
    assert int(place["tblpY"]) / 1440 * 25.4 == pytest.approx(28, abs=0.05)
    cell = table.find("w:tr/w:tc", nsmap)
    assert value(cell, "w:tcPr/w:textDirection") == "tbRl"
    length = attributes(table.find("w:tr/w:trPr/w:trHeight", nsmap))
    assert (length["hRule"], round(int(length["val"]) / 1440 * 25.4)) == ("exact", 156)
    line = cell.find("w:p", nsmap)
    assert value(line, "w:pPr/w:pStyle") == {"right": "单页页码", "left": "双页页码"}[side]
    assert [one.get(qn("w:fldCharType")) for one in line.iter(qn("w:fldChar"))] == [
        "begin",
        "separate",
        "end",
    ]


def test_the_line_of_the_version_runs_beside_it():
    footer = part("footer3", replace(document(TEXT, *WIDE), trace=TRACE))

    number, trace = footer.iter(qn("w:tbl"))
    assert text(trace) == TRACE
    left = [int(value(one, "w:tblPr/w:tblpPr", "tblpX")) for one in (number, trace)]
    assert left[1] < left[0]
