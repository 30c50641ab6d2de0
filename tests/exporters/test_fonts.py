"""The bundled fonts: what they hold, and what happens to a character that none of them holds."""

import pytest

from exporters.fonts import (
    BUNDLED,
    FONT_NAMES,
    OFFICIAL_NAMES,
    RARE,
    Face,
    font,
    font_for,
    font_path,
    missing_characters,
)


def gb2312_hanzi() -> list[str]:
    """The 6763 characters of GB 2312, rows 16 to 87."""
    codes = (bytes((0xA0 + row, 0xA0 + cell)) for row in range(16, 88) for cell in range(1, 95))
    return [text for code in codes if (text := code.decode("gb2312", errors="ignore"))]


@pytest.mark.parametrize("face", Face)
def test_every_face_has_an_official_name_and_a_bundled_font(face: Face) -> None:
    assert OFFICIAL_NAMES[face]
    assert font_path(BUNDLED[face]).is_file()


@pytest.mark.parametrize("face", Face)
def test_every_face_draws_all_of_gb2312_itself(face: Face) -> None:
    hanzi = gb2312_hanzi()

    assert len(hanzi) == 6763
    assert {drawn.name if (drawn := font_for(face, one)) else None for one in hanzi} == {BUNDLED[face]}


@pytest.mark.parametrize("face", Face)
def test_rare_characters_of_names_are_drawn_in_every_face(face: Face) -> None:
    assert all(font_for(face, character) for character in "翀玥喆堃骉昇旻瑀镕")


@pytest.mark.parametrize("face", Face)
def test_quotation_marks_fill_a_cell_and_never_come_from_the_rare_font(face: Face) -> None:
    for mark in "“”‘’":
        drawn = font_for(face, mark)

        assert drawn is not None
        assert drawn.name != RARE
        assert drawn.widths[mark] == 1.0


def test_digits_of_the_body_are_half_a_character_wide() -> None:
    body = font_for(Face.FANGSONG, "0")

    assert body is not None
    assert {body.widths[digit] for digit in "0123456789"} == {0.5}


def test_characters_that_no_font_holds_are_reported_and_blanks_are_not() -> None:
    assert missing_characters(["县长𠮷某\u3000\t\n", "村民㛃\u200b\ufe0f", "青河县"]) == {"𠮷"} | (
        set() if font_for(Face.FANGSONG, "㛃") else {"㛃"}
    )


@pytest.mark.parametrize("name", FONT_NAMES)
def test_layout_and_drawing_read_the_same_characters_and_widths(name: str) -> None:
    from reportlab.pdfbase.ttfonts import TTFontFile

    drawn = TTFontFile(str(font_path(name)))
    drawn_widths = {chr(code): drawn.charWidths[code] / 1000 for code in drawn.charToGlyph}

    assert font(name).widths.keys() <= drawn_widths.keys()
    assert all(
        width == pytest.approx(drawn_widths[character], abs=1e-3)
        for character, width in font(name).widths.items()
    )
