"""Page rules with the PC's fonts, and what those cannot draw, named with its place before an export."""

from dataclasses import replace
from pathlib import Path

import pytest

from actions.drafting import set_values
from actions.page_rules import (
    MissingCharacter,
    missing_characters,
    page_rules,
    profile_choices,
    profile_trouble,
    profile_troubles,
)
from exporters.fonts import Face
from exporters.layout import lay_out
from exporters.profile import profile
from models.compose import compose
from models.errors import UserError
from models.report import Attachment, Item, Report, Section
from models.template import template
from tests.exporters.fonts.made_fonts import made_font, save
from tests.the_sample import sample_report

SAMPLE = sample_report()
SECTION = Section(
    "measures",
    "主要举措",
    ("总的情况。",),
    (
        Item("首件事", ("甲村。乙𠮷村已办结；丙村未办。",)),
        Item("第二件", (), (Item("里面的", ("㐂某反映。",)),)),
    ),
)


def report(preamble: tuple[str, ...] = ()) -> Report:
    """The sample with one section of two items, in which two characters are rare."""
    return replace(SAMPLE, preamble=preamble, sections=(SECTION,))


def test_the_pcs_fonts_are_looked_for_and_a_named_folder_comes_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    system = save(made_font("SimHei", chinese="黑体"), tmp_path / "系统" / "a.ttf")
    named = save(made_font("SimHei", chinese="黑体"), tmp_path / "指定" / "a.ttf")
    monkeypatch.setenv("FAZHI_FONT_FOLDERS", str(system.parent))

    assert page_rules(None).fonts.own(Face.HEI).path == system
    assert page_rules(None, font_folder=named.parent).fonts.own(Face.HEI).path == named


def test_an_offices_own_profile_is_taken_and_offered(data_dir: Path) -> None:
    own = data_dir / "profiles" / "county.toml"
    own.parent.mkdir(parents=True)
    own.write_text('base = "gbt9704"\nname = "本县版式"\n', encoding="utf-8")

    assert page_rules(data_dir, "county").name == "本县版式"
    assert profile_choices(data_dir)["county"] == "本县版式"
    assert next(iter(profile_choices(data_dir))) == "gbt9704"


def test_a_profile_that_is_no_utf8_is_refused_in_a_sentence_and_the_others_are_kept(data_dir: Path) -> None:
    own = data_dir / "profiles" / "county.toml"
    own.parent.mkdir(parents=True)
    own.write_bytes('name = "本县版式"'.encode("gb18030"))

    with pytest.raises(UserError, match="UTF-8"):
        page_rules(data_dir, "county")
    assert page_rules(data_dir).id == "gbt9704"
    assert "county" not in profile_choices(data_dir)
    assert profile_trouble(data_dir, "gbt9704") == ""
    (said,) = profile_troubles(data_dir, "gbt9704")
    assert "county.toml" in said


def test_a_chosen_profile_that_is_gone_or_broken_says_what_to_do(data_dir: Path) -> None:
    own = data_dir / "profiles" / "county.toml"
    own.parent.mkdir(parents=True)
    own.write_text('base = "gbt9704"\n[gird]\nlines = 3\n', encoding="utf-8")

    assert profile_trouble(data_dir, "county").endswith(
        "不认识的“gird”，没有使用；请对照自带的版式改正，或者另选一个版式。"
    )
    gone = profile_trouble(data_dir, "nosuch")
    assert gone.startswith("选定的版式“nosuch”找不到了，没有使用；请另选一个")
    assert len(profile_troubles(data_dir, "nosuch")) == 2


def test_a_missing_character_is_named_with_section_item_and_sentence() -> None:
    found = missing_characters(report(), profile())

    assert found == (
        MissingCharacter("𠮷", "measures", 1, "乙𠮷村已办结；", "“主要举措”第1条"),
        MissingCharacter("㐂", "measures", 2, "㐂某反映。", "“主要举措”第2条"),
    )


@pytest.mark.parametrize(
    ("key", "where"),
    [
        ("title", "文头的标题"),
        ("organs", "文头的发文机关"),
        ("addressees", "文头的主送机关"),
        ("signatories", "文头的签发人"),
        ("copies", "文头的抄送机关"),
        ("printed_by", "文头的印发机关"),
        ("signer_position", "文头的签发人职务"),
    ],
)
def test_the_letterhead_is_looked_through_field_by_field(key: str, where: str) -> None:
    given = set_values(SAMPLE, {key: "云岭县𠮷"})

    assert [(one.section, one.where) for one in missing_characters(given, profile())] == [
        ("letterhead", where)
    ]


def test_attachments_and_their_table_are_looked_through() -> None:
    figure = replace(SAMPLE.figures[0], note="含𠮷镇")
    attachments = (Attachment("第𠮷表", shows_figures=True), Attachment("说明", ("㐂",)))
    given = replace(SAMPLE.with_figure(figure), attachments=attachments)

    assert [(one.character, one.section, one.item) for one in missing_characters(given, profile())] == [
        ("𠮷", "attachments", 1),
        ("㐂", "attachments", 2),
        ("𠮷", "figures", None),
    ]


def test_what_is_named_is_what_the_layout_cannot_draw() -> None:
    given = set_values(report(preamble=("见造字\ue000。",)), {"title": "𠮷县报告"})
    given = replace(given, attachments=(Attachment("𡃁", ("𫝀",), shows_figures=True),))

    named = {one.character for one in missing_characters(given, profile())}

    assert named == lay_out(compose(given, template(given.template))).missing
    assert {"𠮷", "㐂", "\ue000"} <= named


def test_nothing_is_missing_from_the_sample_and_invisible_marks_do_not_count() -> None:
    assert missing_characters(SAMPLE, profile()) == ()
    assert missing_characters(set_values(SAMPLE, {"notes": "零\u200b宽"}), profile()) == ()


def test_a_font_of_the_pc_that_holds_the_character_settles_it(tmp_path: Path) -> None:
    save(made_font("SimSun", "㐂", chinese="宋体"), tmp_path / "a.ttf")
    save(made_font("SimSun-ExtB", "𠮷"), tmp_path / "b.ttf")

    assert missing_characters(report(), page_rules(None, font_folder=tmp_path)) == ()
