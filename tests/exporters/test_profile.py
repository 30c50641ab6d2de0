"""Page rules from files: the standard's, and an office's own that says only what is different."""

from pathlib import Path

import pytest

from exporters.profile import DEFAULT, POINTS_PER_MM, profile, profile_names
from models.errors import UserError


def own(folder: Path, name: str, text: str) -> Path:
    (folder / f"{name}.toml").write_text(text, encoding="utf-8")
    return folder


def test_the_standards_page_is_a4_with_a_type_area_of_156_by_225_mm() -> None:
    rules = profile()

    assert (rules.paper_mm.width, rules.paper_mm.height) == (210, 297)
    assert (rules.text_width_mm, rules.text_height_mm) == (156, 225)
    assert (rules.grid.characters, rules.grid.lines) == (28, 22)


def test_28_cells_fill_the_line_and_22_lines_the_page() -> None:
    rules = profile()

    assert 27 * rules.cell_pt + 16 == pytest.approx(156 * POINTS_PER_MM)
    assert 22 * rules.line_pitch_pt == pytest.approx(225 * POINTS_PER_MM)


def test_an_office_says_only_what_is_different(tmp_path: Path) -> None:
    folder = own(tmp_path, "本局", 'base = "gbt9704"\nname = "本局"\n[page_number]\nbelow_mm = 5\n')

    rules, standard = profile("本局", folder), profile()
    assert (rules.page_number.below_mm, rules.name) == (5, "本局")
    assert rules.page_number.indent_characters == standard.page_number.indent_characters
    assert rules.masthead == standard.masthead


def test_an_offices_profile_may_be_based_on_another_of_its_own(tmp_path: Path) -> None:
    own(tmp_path, "甲", 'base = "gbt9704"\n[grid]\nlines = 20\n')
    folder = own(tmp_path, "乙", 'base = "甲"\n[grid]\ncharacters = 26\n')

    assert (profile("乙", folder).grid.lines, profile("乙", folder).grid.characters) == (20, 26)


def test_all_profiles_are_named_the_standards_first(tmp_path: Path) -> None:
    folder = own(tmp_path, "a", 'base = "gbt9704"\nname = "本局"\n')

    names = profile_names(folder)
    assert next(iter(names)) == DEFAULT
    assert names["a"] == "本局"
    assert set(names) == {DEFAULT, "hanging", "a"}


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("[grid\n", r"写法不对.*没有使用"),
        ('base = "gbt9704"\n[grid]\ncolumns = 3\n', r"\[grid\]一节有不认识的“columns”"),
        ('base = "gbt9704"\n[gird]\nlines = 3\n', "有不认识的“gird”"),
        ('base = "gbt9704"\ngrid = 3\n', r"\[grid\]一节不是一节"),
        ('name = "缺"\n', r"缺少“.*第一行写base"),
        ('base = "自己"\n', "以自己为底本"),
        ('base = "没有"\n', "没有名为“没有”的版式"),
        ('base = "gbt9704"\n[margins_mm]\nleft = 190\n', "版心放不下字"),
        ('base = "gbt9704"\n[styles]\nbody = { face = "隶书", size_pt = 16 }\n', "“body”写得不对"),
        ('base = "gbt9704"\n[grid]\nlines = 0\n', "每行字数和每页行数"),
        ('base = "gbt9704"\n[grid]\nlines = "多"\n', "“lines”要写数字，不能是“多”"),
        ('base = "gbt9704"\n[line_breaking]\nhanging = 1\n', "“hanging”要写true或false"),
    ],
)
def test_a_file_that_cannot_be_used_is_refused_in_a_sentence(
    tmp_path: Path, text: str, complaint: str
) -> None:
    folder = own(tmp_path, "自己", text)

    with pytest.raises(UserError, match=complaint):
        profile("自己", folder)


def test_an_unknown_profile_names_those_there_are() -> None:
    with pytest.raises(UserError, match=r"没有名为“x”的版式.*gbt9704、hanging"):
        profile("x")


def test_a_broken_file_does_not_keep_the_others_from_being_listed(tmp_path: Path) -> None:
    folder = own(tmp_path, "坏", "[grid\n")

    assert DEFAULT in profile_names(folder)
