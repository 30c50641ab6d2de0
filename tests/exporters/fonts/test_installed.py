"""The PC's own fonts come first, known by the names inside; what cannot be used is refused with a reason."""

import subprocess
import sys
from pathlib import Path

import pytest

from exporters.fonts import BUNDLED, BUNDLED_FONTS, OFFICIAL_NAMES, RARE, Choice, Face, FontSet, installed_set
from models.errors import UserError
from tests.exporters.fonts.made_fonts import COMMON, made_font, save, save_collection


def choice(fonts: FontSet, face: Face) -> Choice:
    return next(one for one in fonts.choices if one.face is face)


@pytest.mark.parametrize("face", Face)
def test_a_font_is_found_by_its_chinese_name_whatever_its_file_is_called(face: Face, tmp_path: Path) -> None:
    file = save(made_font("Some Latin Name", chinese=OFFICIAL_NAMES[face]), tmp_path / "深" / "A1B2.TTF")

    fonts = installed_set(None, (tmp_path,))

    assert (fonts.own(face).path, fonts.own(face).name) == (file, OFFICIAL_NAMES[face])
    assert not choice(fonts, face).is_stand_in
    assert OFFICIAL_NAMES[face] in choice(fonts, face).why


@pytest.mark.parametrize(
    ("family", "face"),
    [
        ("FangSong_GB2312", Face.FANGSONG),
        ("FangSong", Face.FANGSONG),
        ("STFangsong", Face.FANGSONG),
        ("KaiTi", Face.KAI),
        ("SimHei", Face.HEI),
        ("SimSun", Face.SONG),
        ("FZXiaoBiaoSong-B05S", Face.BIAOSONG),
        ("FZXiaoBiaoSong-B05", Face.BIAOSONG),
        ("simsun", Face.SONG),
    ],
)
def test_a_font_is_found_by_its_english_name(family: str, face: Face, tmp_path: Path) -> None:
    file = save(made_font(family), tmp_path / "font.ttf")

    assert installed_set(None, (tmp_path,)).own(face).path == file


def test_the_better_name_wins_within_a_folder(tmp_path: Path) -> None:
    save(made_font("FangSong", chinese="仿宋"), tmp_path / "a.ttf")
    gb2312 = save(made_font("FangSong_GB2312", chinese="仿宋_GB2312"), tmp_path / "z.ttf")

    assert installed_set(None, (tmp_path,)).own(Face.FANGSONG).path == gb2312


def test_the_folder_a_user_names_comes_before_the_system(tmp_path: Path) -> None:
    save(made_font("FangSong_GB2312", chinese="仿宋_GB2312"), tmp_path / "系统" / "a.ttf")
    named = save(made_font("FangSong", chinese="仿宋"), tmp_path / "自己的" / "b.ttf")

    fonts = installed_set(tmp_path / "自己的", (tmp_path / "系统",))

    assert fonts.own(Face.FANGSONG).path == named
    assert "指定的字体文件夹" in choice(fonts, Face.FANGSONG).why


def test_a_font_in_a_collection_is_known_by_its_number(tmp_path: Path) -> None:
    file = save_collection(
        [made_font("NSimSun", chinese="新宋体"), made_font("SimSun", chinese="宋体", characters="塱")],
        tmp_path / "simsun.ttc",
    )

    own = installed_set(None, (tmp_path,)).own(Face.SONG)

    assert (own.path, own.number) == (file, 1)
    assert own.holds("塱")


def test_upright_and_regular_is_taken_before_bold(tmp_path: Path) -> None:
    save(made_font("SimHei", chinese="黑体", style="Bold"), tmp_path / "a.ttf")
    regular = save(made_font("SimHei", chinese="黑体"), tmp_path / "b.ttf")

    assert installed_set(None, (tmp_path,)).own(Face.HEI).path == regular


@pytest.mark.parametrize(
    ("options", "reason"),
    [
        ({"is_cff": True}, "CFF"),
        ({"embedding": 0x0002}, "不允许嵌入文件"),
        ({"embedding": 0x0100}, "不允许只嵌入用到的字"),
        ({"embedding": 0x0200}, "只允许嵌入点阵"),
        ({"widths": dict.fromkeys(COMMON, 800)}, "汉字不是一个字宽"),
        ({"empty": COMMON}, "没有常用汉字"),
    ],
    ids=["outlines", "licence", "no subset", "bitmaps", "narrow", "no Chinese"],
)
def test_what_cannot_be_used_is_refused_with_a_reason_and_the_bundled_font_stands_in(
    options: dict, reason: str, tmp_path: Path
) -> None:
    file = save(made_font("KaiTi_GB2312", chinese="楷体_GB2312", **options), tmp_path / "k.ttf")

    fonts = installed_set(None, (tmp_path,))

    chosen = choice(fonts, Face.KAI)
    assert (chosen.font, chosen.is_stand_in) == (BUNDLED[Face.KAI], True)
    assert [(one.name, one.file) for one in chosen.refused] == [("楷体_GB2312", file)]
    assert reason in chosen.refused[0].why
    assert file not in {font.path for chain in fonts.faces.values() for font in chain}


@pytest.mark.parametrize("embedding", [0x0000, 0x0004, 0x0008, 0x000A])
def test_a_font_that_may_be_embedded_for_reading_or_editing_is_taken(embedding: int, tmp_path: Path) -> None:
    file = save(made_font("KaiTi", chinese="楷体", embedding=embedding), tmp_path / "k.ttf")

    assert installed_set(None, (tmp_path,)).own(Face.KAI).path == file


def test_the_next_name_is_asked_for_where_the_best_is_refused(tmp_path: Path) -> None:
    save(made_font("FangSong_GB2312", chinese="仿宋_GB2312", is_cff=True), tmp_path / "a.otf")
    other = save(made_font("FangSong", chinese="仿宋"), tmp_path / "b.ttf")

    fonts = installed_set(None, (tmp_path,))

    assert fonts.own(Face.FANGSONG).path == other
    assert [one.name for one in choice(fonts, Face.FANGSONG).refused] == ["仿宋_GB2312"]


def damaged(file: Path, table: str) -> Path:
    """The font with one of its tables overwritten."""
    from fontTools.ttLib import TTFont

    with TTFont(file) as font:
        entry = font.reader.tables[table]
        start, length = entry.offset, entry.length
    content = bytearray(file.read_bytes())
    content[start : start + length] = b"\xff" * length
    file.write_bytes(content)
    return file


@pytest.mark.parametrize("table", ["cmap", "head", "hhea", "hmtx", "loca", "maxp", "post", "glyf"])
def test_a_font_with_a_broken_table_is_refused(table: str, tmp_path: Path) -> None:
    file = damaged(save(made_font("SimHei", chinese="黑体"), tmp_path / "h.ttf"), table)

    chosen = choice(installed_set(None, (tmp_path,)), Face.HEI)

    assert chosen.is_stand_in
    assert [one.file for one in chosen.refused] == [file]


def test_harmless_faults_of_an_old_font_are_not_printed(tmp_path: Path) -> None:
    """Outside of pytest, which would catch what the library logs."""
    font = made_font("SimHei", chinese="黑体")
    font["head"].modified = 0
    font.recalcTimestamp = False
    save(font, tmp_path / "h.ttf")
    code = (
        "import sys, pathlib; from exporters.fonts import installed_set;"
        "print(installed_set(None, (pathlib.Path(sys.argv[1]),)).own('hei').number)"
    )

    root = Path(__file__).resolve().parents[3]
    done = subprocess.run(
        [sys.executable, "-c", code, tmp_path], cwd=root, capture_output=True, text=True, check=True
    )

    assert (done.stdout.strip(), done.stderr) == ("0", "")


def test_a_font_cut_short_is_refused(tmp_path: Path) -> None:
    whole = save(made_font("SimHei", chinese="黑体"), tmp_path / "h.ttf").read_bytes()
    for length in range(0, len(whole), 97):
        file = tmp_path / str(length) / "h.ttf"
        file.parent.mkdir()
        file.write_bytes(whole[:length])

        assert installed_set(file.parent, ()).own(Face.HEI) == BUNDLED[Face.HEI]


def test_a_file_that_is_no_font_is_named_only_in_the_folder_the_user_chose(tmp_path: Path) -> None:
    wrong = tmp_path / "自己的" / "仿宋.ttf"
    wrong.parent.mkdir()
    wrong.write_text("这不是字体", encoding="utf-8")

    named = installed_set(wrong.parent, ())

    assert [one.file for one in named.unreadable] == [wrong]
    assert "损坏" in named.unreadable[0].why
    assert not installed_set(None, (wrong.parent,)).unreadable


def test_a_folder_that_is_not_there_is_refused_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="没有这个"):
        installed_set(tmp_path / "没有这个", ())


def test_without_any_font_the_set_is_the_bundled_one(tmp_path: Path) -> None:
    fonts = installed_set(None, (tmp_path, tmp_path / "没有"))

    assert {face: fonts.own(face) for face in Face} == BUNDLED
    assert all(one.is_stand_in and OFFICIAL_NAMES[one.face] in one.why for one in fonts.choices)


def test_the_fallback_goes_character_by_character(tmp_path: Path) -> None:
    """仿宋_GB2312 lacks 翀, 仿宋 has it; neither has 喆; none of our own has 𠮷, the PC's 宋体-ExtB has."""
    first = save(made_font("FangSong_GB2312", chinese="仿宋_GB2312"), tmp_path / "1.ttf")
    second = save(made_font("FangSong", "翀", chinese="仿宋"), tmp_path / "2.ttf")
    rare = save(made_font("SimSun-ExtB", "𠮷"), tmp_path / "3.ttf")

    fonts = installed_set(None, (tmp_path,))

    drawn = {one: fonts.font_for(Face.FANGSONG, one) for one in "国翀县喆𠮷㐂"}
    assert [font.path if font else None for font in drawn.values()] == [
        first, second, BUNDLED[Face.FANGSONG].path, RARE.path, rare, None,
    ]  # fmt: skip
    assert fonts.missing(["国翀县喆𠮷㐂"]) == {"㐂"}


def test_a_character_that_one_face_lacks_comes_from_another_of_the_pc_last(tmp_path: Path) -> None:
    song = save(made_font("SimSun", "㐂", chinese="宋体"), tmp_path / "s.ttf")

    fonts = installed_set(None, (tmp_path,))

    assert [font.path for font in fonts.faces[Face.KAI]] == [
        BUNDLED[Face.KAI].path, RARE.path, *(f.path for f in BUNDLED_FONTS if f not in {BUNDLED[Face.KAI], RARE}), song,
    ]  # fmt: skip
    assert fonts.missing(["㐂"]) == frozenset()


def test_a_character_listed_without_an_outline_is_not_drawn_from_that_font(tmp_path: Path) -> None:
    save(made_font("FangSong_GB2312", chinese="仿宋_GB2312", empty="县翀"), tmp_path / "f.ttf")

    fonts = installed_set(None, (tmp_path,))

    assert not fonts.own(Face.FANGSONG).holds("县")
    assert fonts.font_for(Face.FANGSONG, "县") == BUNDLED[Face.FANGSONG]
    assert fonts.font_for(Face.FANGSONG, "翀") == RARE
    assert fonts.own(Face.FANGSONG).holds(" ")


def test_marks_and_digits_that_leave_the_grid_come_from_the_bundled_font(tmp_path: Path) -> None:
    narrow = {**dict.fromkeys("“”‘’", 350), **dict.fromkeys("0123456789", 600)}
    save(made_font("FangSong_GB2312", chinese="仿宋_GB2312", widths=narrow), tmp_path / "f.ttf")

    fonts = installed_set(None, (tmp_path,))

    for character in "“”‘’0123456789":
        assert fonts.font_for(Face.FANGSONG, character) == BUNDLED[Face.FANGSONG]
    assert fonts.font_for(Face.FANGSONG, "，") == fonts.own(Face.FANGSONG)
    assert "；其中0123456789‘’“”的宽度不合版面" in choice(fonts, Face.FANGSONG).why


def test_digits_stay_with_the_face_where_the_bundled_ones_are_no_narrower(tmp_path: Path) -> None:
    save(made_font("SimHei", chinese="黑体", widths=dict.fromkeys("0123456789", 560)), tmp_path / "h.ttf")

    fonts = installed_set(None, (tmp_path,))

    assert fonts.font_for(Face.HEI, "8") == fonts.own(Face.HEI)


def test_two_files_with_one_inner_name_are_never_in_one_set(tmp_path: Path) -> None:
    """A PDF takes them for the same font."""
    for file, chinese in (("a.ttf", "楷体"), ("b.ttf", "仿宋")):
        save(made_font("Carelessly Named", chinese=chinese), tmp_path / file)

    fonts = installed_set(None, (tmp_path,))

    assert fonts.own(Face.FANGSONG).path == tmp_path / "b.ttf"
    assert fonts.own(Face.KAI) == BUNDLED[Face.KAI]
    assert "内部名称" in choice(fonts, Face.KAI).refused[0].why


def test_the_set_is_the_same_object_until_a_file_changes(tmp_path: Path) -> None:
    """What the layout measured stays valid as long as it is."""
    save(made_font("SimHei", chinese="黑体"), tmp_path / "h.ttf")
    before = installed_set(None, (tmp_path,))

    assert installed_set(None, (tmp_path,)) is before

    save(made_font("KaiTi", chinese="楷体"), tmp_path / "k.ttf")
    assert installed_set(None, (tmp_path,)).own(Face.KAI).path == tmp_path / "k.ttf"
