"""What the bundled fonts draw: all of 通用规范汉字表 and GB 2312, every mark of a paper; and under which licence."""

from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

import resources
from exporters.fonts import BUNDLED, BUNDLED_FONTS, BUNDLED_SET, RARE, STAND_IN, Face, Font

ROOT = Path(__file__).resolve().parents[3]

LEVELS = (ROOT / "packaging/fonts/tonggui.txt").read_text(encoding="utf-8").splitlines()
STANDARD = "".join(LEVELS)
"""The 8,105 characters of 通用规范汉字表 in its order, level by level."""

MARKS = "，。、；：？！“”‘’（）《》〈〉〔〕【】—…·～％‰℃№①②③④⑤⑥⑦⑧⑨⑩⑪⑳ⅠⅡⅫ〇×±≤≥㎡" + STAND_IN

OWN = {
    Face.FANGSONG: (6638, (3498, 2812, 328)),
    Face.KAI: (6638, (3498, 2812, 328)),
    Face.HEI: (8105, (3500, 3000, 1605)),
    Face.BIAOSONG: (8105, (3500, 3000, 1605)),
    Face.SONG: (8105, (3500, 3000, 1605)),
}
"""How many standard characters each face's own font draws: of all, and level by level."""


def gb2312_symbols() -> list[str]:
    """The 682 symbols of GB 2312, rows 1 to 9."""
    codes = (bytes((0xA0 + row, 0xA0 + cell)) for row in range(1, 10) for cell in range(1, 95))
    return [text for code in codes if (text := code.decode("gb2312", errors="ignore"))]


def test_the_list_is_the_whole_table_in_its_order() -> None:
    assert [len(level) for level in LEVELS] == [3500, 3000, 1605]
    assert len(set(STANDARD)) == 8105
    assert [level[0] + level[-1] for level in LEVELS] == ["一矗", "乂齉", "亍蠼"]


@pytest.mark.parametrize("face", Face)
def test_every_face_draws_8105_of_8105(face: Face) -> None:
    assert [one for one in STANDARD if BUNDLED_SET.font_for(face, one) is None] == []


@pytest.mark.parametrize(("face", "numbers"), OWN.items())
def test_how_many_standard_characters_a_face_draws_itself(
    face: Face, numbers: tuple[int, tuple[int, ...]]
) -> None:
    own = BUNDLED[face]

    assert (
        sum(map(own.holds, STANDARD)),
        tuple(sum(map(own.holds, level)) for level in LEVELS),
    ) == numbers


def test_the_rare_font_draws_what_fangsong_and_kai_lack_and_no_other_standard_character() -> None:
    lacking = {one for one in STANDARD if not BUNDLED[Face.FANGSONG].holds(one)}

    assert lacking == {one for one in STANDARD if not BUNDLED[Face.KAI].holds(one)}
    assert {one for one in STANDARD if RARE.holds(one)} == lacking
    assert len(lacking) == 1467


@pytest.mark.parametrize("face", Face)
def test_every_face_draws_the_symbols_of_gb2312_and_the_marks_of_a_paper(face: Face) -> None:
    symbols = gb2312_symbols()

    assert len(symbols) == 682
    assert BUNDLED_SET.missing([*symbols, MARKS]) == frozenset()
    assert all(BUNDLED_SET.font_for(face, one) for one in MARKS)


@pytest.mark.parametrize("font", BUNDLED_FONTS, ids=lambda font: font.name)
def test_a_bundled_font_may_be_embedded_names_its_licence_and_has_a_name_of_its_own(font: Font) -> None:
    with TTFont(font.path) as file:
        names = file["name"]
        licence = f"{names.getDebugName(13)} {names.getDebugName(14)}"
        assert file["OS/2"].fsType in {0, 8}
        assert names.getDebugName(0)
        assert "SIL Open Font License" in licence or "gnu.org/licenses" in licence
        for kind in (1, 4, 6):
            assert names.getDebugName(kind).startswith("Gw")


@pytest.mark.parametrize(
    ("file", "words"),
    [
        ("Fandol-COPYING.txt", ("GNU GENERAL PUBLIC LICENSE", "special exception")),
        ("Fandol-README.txt", ("GPL font exception",)),
        ("Noto-OFL.txt", ("Adobe", "SIL OPEN FONT LICENSE")),
        ("LXGW-OFL.txt", ("LXGW", "Klee", "Reserved Font Names", "SIL OPEN FONT LICENSE")),
    ],
)
def test_the_licences_lie_beside_the_fonts_and_are_named_there(file: str, words: tuple[str, ...]) -> None:
    text = resources.path(f"fonts/licences/{file}").read_text(encoding="utf-8")

    assert all(word in text for word in words)
    assert file in resources.path("fonts/README.md").read_text(encoding="utf-8")


def test_every_font_in_the_folder_is_used_and_named_in_its_readme() -> None:
    named = resources.path("fonts/README.md").read_text(encoding="utf-8")
    files = {file.name for file in resources.path("fonts").glob("*.ttf")}

    assert files == {font.path.name for font in BUNDLED_FONTS}
    assert all(f"`{file}`" in named for file in files)
