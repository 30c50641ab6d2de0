"""The bundled fonts: what they hold, and what happens to a character that none of them holds."""

import pytest

from exporters.fonts import (
    BUNDLED,
    BUNDLED_FONTS,
    BUNDLED_SET,
    OFFICIAL_NAMES,
    RARE,
    Face,
    Font,
)


def gb2312_hanzi() -> list[str]:
    """The 6763 characters of GB 2312, rows 16 to 87."""
    codes = (bytes((0xA0 + row, 0xA0 + cell)) for row in range(16, 88) for cell in range(1, 95))
    return [text for code in codes if (text := code.decode("gb2312", errors="ignore"))]


@pytest.mark.parametrize("face", Face)
def test_every_face_has_an_official_name_and_a_bundled_font(face: Face) -> None:
    assert OFFICIAL_NAMES[face]
    assert BUNDLED[face].path.is_file()


@pytest.mark.parametrize("face", Face)
def test_every_face_draws_all_of_gb2312_itself(face: Face) -> None:
    hanzi = gb2312_hanzi()

    assert len(hanzi) == 6763
    assert {drawn if (drawn := BUNDLED_SET.font_for(face, one)) else None for one in hanzi} == {BUNDLED[face]}


@pytest.mark.parametrize("face", Face)
def test_rare_characters_of_names_are_drawn_in_every_face(face: Face) -> None:
    assert all(BUNDLED_SET.font_for(face, character) for character in "翀玥喆堃骉昇旻瑀镕")


@pytest.mark.parametrize("face", Face)
def test_quotation_marks_fill_a_cell_and_never_come_from_the_rare_font(face: Face) -> None:
    for mark in "“”‘’":
        drawn = BUNDLED_SET.font_for(face, mark)

        assert drawn is not None
        assert drawn != RARE
        assert drawn.widths[mark] == 1.0


def test_digits_of_the_body_are_half_a_character_wide() -> None:
    body = BUNDLED_SET.font_for(Face.FANGSONG, "0")

    assert body is not None
    assert {body.widths[digit] for digit in "0123456789"} == {0.5}


def test_characters_that_no_font_holds_are_reported_and_blanks_are_not() -> None:
    assert BUNDLED_SET.missing(["县长𠮷某\u3000\t\n", "村民㛃\u200b\ufe0f", "青河县"]) == {"𠮷"} | (
        set() if BUNDLED_SET.font_for(Face.FANGSONG, "㛃") else {"㛃"}
    )


@pytest.mark.parametrize("font", BUNDLED_FONTS, ids=lambda font: font.name)
def test_layout_and_drawing_read_the_same_characters_and_widths(font: Font) -> None:
    from reportlab.pdfbase.ttfonts import TTFontFile

    drawn = TTFontFile(str(font.path))
    drawn_widths = {chr(code): drawn.charWidths[code] / 1000 for code in drawn.charToGlyph}

    assert font.widths.keys() <= drawn_widths.keys()
    assert all(
        width == pytest.approx(drawn_widths[character], abs=1e-3) for character, width in font.widths.items()
    )
