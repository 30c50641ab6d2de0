"""版记 in Word: a table that floats at the foot of the last, even page (GB/T 9704-2012 §7.4)."""

from dataclasses import replace

import pytest
from docx.oxml.ns import nsmap, qn
from docx.oxml.xmlchemy import BaseOxmlElement

from exporters.layout import lay_out
from models.document import Document, Imprint, Paragraph
from tests.exporters.invented import SENTENCE, paper
from tests.exporters.word_file import IMPRINT, TRACE, attributes, local, part, read, style, text, value

LINE = 448
"""Twips: 14 pt × 1.6."""


def printed(paragraphs: int, imprint: Imprint = IMPRINT) -> Document:
    """A paper of so many paragraphs of four lines, 22 lines on a page."""
    return replace(paper(), blocks=(Paragraph(SENTENCE),) * paragraphs, imprint=imprint)


def body(document: Document) -> BaseOxmlElement:
    return read(document).element.body


def table(imprint: Imprint = IMPRINT) -> BaseOxmlElement:
    return body(printed(7, imprint)).xpath("w:tbl")[0]


def sections(document: Document) -> list[BaseOxmlElement]:
    return list(body(document).iter(qn("w:sectPr")))


def test_without_copies_and_printer_there_is_none():
    assert not body(printed(7, Imprint())).xpath("w:tbl")


def test_it_floats_on_the_bottom_edge_of_the_type_area():
    place = attributes(table().find("w:tblPr/w:tblpPr", nsmap))

    assert (place["vertAnchor"], place["tblpYSpec"]) == ("margin", "bottom")
    assert (place["horzAnchor"], place["tblpX"]) == ("page", "1587")
    assert value(table(), "w:tblPr/w:tblW", "w") == "8845"
    assert value(table(), "w:tblPr/w:tblOverlap") == "never"


def test_the_first_and_the_last_rule_are_thicker_than_the_one_between():
    copies, printer = table().xpath("w:tr/w:tc/w:tcPr/w:tcBorders")

    assert [value(copies, f"w:{side}", "sz") for side in ("top", "bottom")] == ["8", "6"]
    assert [value(printer, f"w:{side}", "sz") for side in ("top", "bottom")] == ["6", "8"]
    assert {rule.get(qn("w:val")) for row in (copies, printer) for rule in row} == {"single"}
    assert {rule.get(qn("w:color")) for row in (copies, printer) for rule in row} == {"000000"}
    assert {local(rule) for rule in copies} == {"top", "bottom"}


def test_copies_hang_behind_their_label_one_character_in_and_end_with_a_full_stop():
    copies = table().xpath("w:tr/w:tc/w:p")[0]

    assert text(copies) == "抄送：云州市司法局，云岭县人大常委会办公室。"
    indent = attributes(copies.find("w:pPr/w:ind", nsmap))
    assert (indent["leftChars"], indent["hangingChars"], indent["rightChars"]) == ("400", "300", "100")
    assert (indent["left"], indent["hanging"], indent["right"]) == ("1120", "840", "280")


def test_printer_and_date_stand_in_one_line_each_one_character_from_its_edge():
    printer = table().xpath("w:tr/w:tc/w:p")[1]

    assert text(printer) == "云岭县人民政府办公室\t2027年2月10日印发"
    assert value(printer, "w:pPr/w:ind", "leftChars") == "100"
    assert attributes(printer.find("w:pPr/w:tabs/w:tab", nsmap)) == {"val": "right", "pos": str(8845 - 280)}


def test_a_printer_too_long_for_that_leaves_the_date_a_line_of_its_own():
    long = replace(IMPRINT, printed_by="云岭经济技术开发区管理委员会综合行政执法监督办公室")
    _, printer, date = table(long).xpath("w:tr/w:tc/w:p")

    assert text(date) == "2027年2月10日印发"
    assert (value(date, "w:pPr/w:jc"), value(date, "w:pPr/w:ind", "rightChars")) == ("right", "100")
    assert printer.getparent() is date.getparent()


def test_its_lines_are_4th_size_and_of_exact_height():
    for name in ("抄送机关", "印发机关"):
        assert value(style(name), "w:rPr/w:rFonts", "eastAsia") == "仿宋_GB2312"
        assert value(style(name), "w:rPr/w:sz") == "28"
        assert value(style(name), "w:pPr/w:spacing", "line") == str(LINE)
        assert value(style(name), "w:pPr/w:spacing", "lineRule") == "exact"
        assert value(style(name), "w:pPr/w:snapToGrid") == "0"


def test_below_text_that_ends_on_an_even_page_it_needs_no_section_of_its_own():
    document = printed(7)

    assert len(lay_out(document).pages) == 2
    assert len(sections(document)) == 1
    assert [local(child) for child in body(document)][-3:] == ["tbl", "p", "sectPr"]


def test_behind_an_odd_page_it_has_a_section_that_begins_on_an_even_one_with_its_page_number():
    document = printed(2)

    assert len(lay_out(document).pages) == 2
    text, imprint = sections(document)
    assert value(imprint, "w:type") == "evenPage"
    assert footers(text) == footers(imprint) == ["footer1", "footer2"]
    assert local(text.getparent()) == "pPr"


def test_behind_a_blank_page_it_bears_no_number():
    document = replace(printed(11), trace=TRACE)

    assert [page.number_line is None for page in lay_out(document).pages] == [False, False, True, True]
    _, imprint = sections(document)
    assert value(imprint, "w:type") == "evenPage"
    assert footers(imprint) == ["footer5", "footer5"]
    assert not list(part("footer5", document).iter(qn("w:fldChar")))
    assert text(part("footer5", document)) == TRACE


def footers(section: BaseOxmlElement) -> list[str]:
    return [reference.get(qn("r:id")) for reference in section.iter(qn("w:footerReference"))]


@pytest.mark.parametrize("paragraphs", [2, 7, 11])
def test_the_paragraph_that_holds_it_is_too_small_to_be_seen(paragraphs: int):
    anchor = body(printed(paragraphs)).xpath("w:tbl/following-sibling::w:p")[0]

    assert value(anchor, "w:pPr/w:pStyle") == "表后空行"
    assert value(style("表后空行"), "w:pPr/w:spacing", "line") == "20"
