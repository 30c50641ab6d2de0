"""The pages of the Word file: the grid of 28 characters and 22 lines, and the page numbers."""

from dataclasses import replace

import pytest
from docx.oxml.ns import qn

from tests.exporters.invented import paper
from tests.exporters.word_file import TRACE, chain, local, opened, part, read, style, value

TYPE_AREA = 8845
"""Twips."""


def test_the_page_is_a4_with_the_margins_of_the_standard():
    section = opened().sections[0]

    assert [section.page_width.twips, section.page_height.twips] == [11906, 16838]
    margins = [section.top_margin, section.bottom_margin, section.left_margin, section.right_margin]
    assert [round(margin.mm, 1) for margin in margins] == [37.0, 35.0, 28.0, 26.0]


def test_22_lines_and_28_characters_fit_and_one_twip_more_would_not():
    grid = next(part("document").iter(qn("w:docGrid")))
    spacing = int(value(style("Normal"), "w:rPr/w:spacing"))

    assert grid.get(qn("w:type")) == "lines"
    assert grid.get(qn("w:linePitch")) == "579"
    assert 22 * 579 <= 16838 - 2098 - 1984 < 22 * 580
    assert 28 * (320 + spacing) <= TYPE_AREA < 28 * (320 + spacing + 1)


def test_the_body_obeys_the_grid_and_the_rules_of_line_breaking():
    rules = {local(rule): rule.get(qn("w:val")) for rule in style("Normal").find(qn("w:pPr"))}

    assert rules["snapToGrid"] == rules["kinsoku"] == rules["overflowPunct"] == "1"
    assert rules["widowControl"] == rules["autoSpaceDE"] == rules["autoSpaceDN"] == "0"
    assert rules["jc"] == "both"


def test_the_first_line_is_indented_by_two_characters_not_by_blanks():
    body = style("公文正文")

    assert value(body, "w:pPr/w:ind", "firstLineChars") == "200"
    assert value(body, "w:pPr/w:ind", "firstLine") == "630"


def test_a_new_word_opens_the_file_as_one_of_its_own():
    compatibility = next(part("settings").iter(qn("w:compatSetting")))

    assert (compatibility.get(qn("w:name")), compatibility.get(qn("w:val"))) == ("compatibilityMode", "15")


def test_page_numbers_are_complete_fields_right_on_odd_and_left_on_even_pages():
    file = opened()
    section = file.sections[0]

    assert file.settings.odd_and_even_pages_header_footer
    for footer, side in ((section.footer, "right"), (section.even_page_footer, "left")):
        (line,) = footer.paragraphs
        assert line.text == "— 1 —"
        steps = [found.get(qn("w:fldCharType")) for found in line._p.iter(qn("w:fldChar"))]
        assert steps == ["begin", "separate", "end"]
        assert [found.text.strip() for found in line._p.iter(qn("w:instrText"))] == ["PAGE"]
        place = line.style.element
        assert value(place, "w:pPr/w:jc") == side
        assert value(place, "w:pPr/w:ind", f"{side}Chars") == "100"
        assert (line.style.font.name, line.style.font.size.pt) == ("宋体", 14)


def test_the_dash_of_the_page_number_is_7_mm_below_the_type_area():
    section = opened().sections[0]

    middle_of_line = section.bottom_margin.mm - section.footer_distance.mm - 14 / 2 * 25.4 / 72
    assert middle_of_line == pytest.approx(7, abs=0.05)


# --- the line of the version ----------------------------------------------------------------------------------


def test_the_version_stands_in_small_type_below_the_page_number_which_keeps_its_place():
    document = replace(paper(), trace=TRACE)

    section = read(document).sections[0]
    for footer, side in ((section.footer, "left"), (section.even_page_footer, "right")):
        number, trace = footer.paragraphs
        assert (trace.text, value(trace._p, "w:pPr/w:jc")) == (TRACE, side)
        assert trace.style.font.size.pt == 7
        below = (
            int(value(number._p, "w:pPr/w:spacing", "after"))
            + trace.style.paragraph_format.line_spacing.twips
        )
        number_foot = section.footer_distance.twips + below
        assert number_foot == pytest.approx(opened().sections[0].footer_distance.twips, abs=2)


def test_the_versions_baseline_is_12_mm_above_the_papers_edge():
    section = read(replace(paper(), trace=TRACE)).sections[0]

    line = section.footer.paragraphs[1].style.paragraph_format.line_spacing
    assert section.footer_distance.mm + 0.2 * line.mm == pytest.approx(12, abs=0.05)


def test_the_footer_reaches_up_to_the_type_area_and_not_into_it():
    for document in (paper(), replace(paper(), trace=TRACE)):
        section = read(document).sections[0]
        height = section.footer_distance.twips
        for line in section.footer.paragraphs:
            sources = (line._p, *chain(line.style.style_id))
            for name in ("before", "after", "line"):
                found = (value(source, "w:pPr/w:spacing", name) for source in sources)
                height += int(next(number for number in found if number))
        assert 0 <= section.bottom_margin.twips - height <= 10
