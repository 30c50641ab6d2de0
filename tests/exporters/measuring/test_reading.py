"""What is read from a page is what was drawn on it."""

from dataclasses import replace

import pytest

from exporters.fonts import BUNDLED, Face
from exporters.measuring.page import Line
from exporters.measuring.reading import read
from models.errors import UserError
from tests.exporters.measuring.drawing import LEFT, MM, RIGHT, Page, Rule, Text, drawn, line, words


def lines(*things: Text | Rule) -> tuple[Line, ...]:
    return read(drawn(things)).pages[0].lines


def test_a_line_has_its_place_font_size_and_colour() -> None:
    (found,) = lines(Text("依法行政", 100, 200, Face.KAI, 22, colour="FF0000"))

    assert found.text == "依法行政"
    assert (found.baseline_pt, found.left_pt, found.right_pt) == pytest.approx((200, 100, 188), abs=0.01)
    assert (found.size_pt, found.colour, found.characters[0].type.font) == (22, "FF0000", "GwKai")


def test_the_ink_of_a_character_is_that_of_its_glyph() -> None:
    (found,) = lines(Text("—一", 100, 200, Face.SONG, 100))
    low, high = BUNDLED[Face.SONG].ink("—")

    assert (found.first_ink.top, found.first_ink.bottom) == pytest.approx(
        (200 - high * 100, 200 - low * 100), abs=0.2
    )
    assert found.ink.right == found.last_ink.right


def test_lines_come_from_top_to_bottom_whatever_was_drawn_first() -> None:
    first, second, third = line("一行", 0), line("二行", 1), line("三行", 2)

    assert [one.text for one in lines(third, first, second)] == ["一行", "二行", "三行"]


def test_what_stands_on_one_baseline_is_one_line_with_parts() -> None:
    (found,) = lines(line("青河县委", 0, 12), line("青河县人民政府", 0, 2))

    assert found.text == "青河县人民政府青河县委"
    assert ["".join(one.text for one in part) for part in found.parts()] == ["青河县人民政府", "青河县委"]


def test_the_cells_of_a_table_stay_apart_in_the_order_of_drawing() -> None:
    page = read(
        drawn([Text("甲", 100, 200), Text("乙", 300, 190), Text("丙", 300, 210), Text("丁", 400, 200)])
    ).pages[0]

    assert [one.text for one in page.drawn] == ["甲", "乙", "丙", "丁"]
    assert [one.text for one in page.lines] == ["乙", "甲丁", "丙"]


def test_turned_text_is_measured_on_the_sheet_as_it_is_read() -> None:
    (found,) = lines(Text("横排的表", 100, 200, size=12, is_turned=True))

    assert found.is_turned
    assert (found.left_pt, found.baseline_pt, found.right_pt) == pytest.approx((100, 200, 148), abs=0.01)
    assert found.ink.top < 200 < found.ink.bottom + 2
    assert found.size_pt == 12


@pytest.mark.parametrize("text", ["县长𬭎某", "见e-", "e-mail", "“综合查一次”……", "WPS Office"])
def test_every_character_is_read_as_it_was_written(text: str) -> None:
    found = lines(line(text, 0, face=Face.HEI), line("下一行", 1))

    assert found[0].text == text
    assert len(found[0].characters) == len(text)


def test_strokes_have_their_ends_their_weight_and_their_colour() -> None:
    (stroke,) = read(drawn([Rule(LEFT, RIGHT, 300, 0.5, "FF0000")])).pages[0].strokes

    assert stroke.is_horizontal
    assert (stroke.box.left, stroke.box.right, stroke.middle_pt) == pytest.approx(
        (LEFT, RIGHT, 300), abs=0.01
    )
    assert stroke.width_pt == pytest.approx(0.5 * MM, abs=0.01)
    assert stroke.colour == "FF0000"
    assert (stroke.ink.left, stroke.ink.top) == pytest.approx((LEFT, 300 - 0.25 * MM), abs=0.01)


def test_fonts_are_counted_and_known_to_be_embedded_or_not() -> None:
    fonts = read(drawn([line(words(5), 0), Text("GDP", 100, 400, None)])).fonts

    assert [(font.name, font.is_embedded, font.characters) for font in fonts] == [
        ("GwFangSong", True, 5),
        ("Helvetica", False, 3),
    ]


def test_only_so_many_pages_are_read_but_all_are_counted() -> None:
    pages: list[Page] = [[replace(line("一行", 0))]] * 5
    file = read(drawn(*pages), most_pages=2)

    assert len(file.pages) == 2
    assert file.page_count == 5


@pytest.mark.parametrize("content", [b"", b"no PDF", b"%PDF-1.4\ncut off"])
def test_what_is_no_pdf_is_said_in_a_sentence(content: bytes) -> None:
    with pytest.raises(UserError, match="读不出来"):
        read(content)
