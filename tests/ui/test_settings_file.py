"""Settings travel to the next PC in a file people can read; nothing else does, and nothing is taken on trust."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.errors import UserError
from tests.strategies import FEW
from ui.declared_settings import (
    BACKUP_FOLDER,
    DECLARED,
    FONT_FOLDER,
    PAPER_ZOOM,
    SCHEME,
    UNIT_ADDRESSEES,
    UNIT_ORGANS,
    UNIT_PHONE,
)
from ui.setting import Kind, is_writable
from ui.settings import DRAFTER, PRINTER, Settings
from ui.settings_file import exported, read_incoming, take_over


@pytest.fixture
def here(tmp_path: Path) -> Settings:
    (tmp_path / "here").mkdir()
    return Settings(tmp_path / "here")


@pytest.fixture
def there(tmp_path: Path) -> Settings:
    (tmp_path / "there").mkdir()
    return Settings(tmp_path / "there")


def written(folder: Path, text: str) -> Path:
    file = folder / "法治年报设置.toml"
    file.write_text(text, encoding="utf-8")
    return file


def test_every_setting_that_travels_arrives(here: Settings, there: Settings, tmp_path: Path) -> None:
    for one in DECLARED:
        here.set(one, changed(one, here))

    take_over(read_incoming(written(tmp_path, exported(here)), there), there)

    arrived = {one.key for one in DECLARED if there.get(one) == here.get(one)}
    assert arrived == {one.key for one in DECLARED if one.travels}


def changed(one, settings: Settings) -> str:
    match one.kind:
        case Kind.CHOICE:
            return next(
                value for value in reversed(list(one.choices(settings.data_dir))) if value != one.default
            )
        case Kind.NUMBER:
            return str(one.most)
        case Kind.YES_NO:
            return "yes"
        case _:
            return "甲“乙”\\丙"


def test_folders_and_printers_stay_on_their_pc(here: Settings) -> None:
    for setting in (FONT_FOLDER, BACKUP_FOLDER, PRINTER, DRAFTER):
        here.set(setting, "只在这里")

    assert "只在这里" not in exported(here)


@FEW
@given(text=st.text(max_size=60))
def test_any_text_comes_back_as_it_was_typed(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    folder = tmp_path_factory.mktemp("settings")
    here, there = Settings(folder / "a"), Settings(folder / "b")
    typed = "".join(filter(is_writable, text))
    here.set(UNIT_ADDRESSEES, typed)

    take_over(read_incoming(written(folder, exported(here)), there), there)

    assert there.get(UNIT_ADDRESSEES) == typed


def test_the_file_says_what_each_value_is_called(here: Settings) -> None:
    here.set(UNIT_ORGANS, "云岭县人民政府")

    assert '# 发文机关\n"unit/organs" = "云岭县人民政府"' in exported(here)


def test_only_what_differs_would_change_and_nothing_does_before_it_is_accepted(
    here: Settings, tmp_path: Path
) -> None:
    here.set(UNIT_PHONE, "0000-1234567")
    file = written(tmp_path, exported(here).replace("0000-1234567", "0000-7654321"))

    incoming = read_incoming(file, here)

    (change,) = incoming.changes
    assert (change.setting.label, change.old_words, change.new_words) == (
        "联系电话",
        "0000-1234567",
        "0000-7654321",
    )
    assert here.get(UNIT_PHONE) == "0000-1234567"


def test_what_cannot_hold_here_is_named_and_the_rest_is_taken(here: Settings, tmp_path: Path) -> None:
    text = 'format = 1\n"looks/scheme" = "pink"\n"looks/zoom" = "900"\n"unit/phone" = "1"\n"unit/contact_name" = "李某"'

    incoming = read_incoming(written(tmp_path, text), here)

    assert [change.value for change in incoming.changes] == ["李某"]
    said = "；".join(incoming.left_out)
    assert SCHEME.label in said
    assert PAPER_ZOOM.label in said
    assert "unit/phone" in said


def test_an_editors_mark_at_the_beginning_is_no_damage(here: Settings, tmp_path: Path) -> None:
    file = written(tmp_path, "\ufeff" + exported(here))

    assert read_incoming(file, here).changes == ()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b'format = 1\n"unit/organs" = "\xe4\xba', "已损坏或不是设置文件"),
        (b"\xff\xfe\x00", "已损坏或不是设置文件"),
        (b"PK\x03\x04 = 1", "已损坏或不是设置文件"),
        (b'title = "x"', "不是法治年报的设置文件"),
        (b"format = true", "不是法治年报的设置文件"),
        (b"format = 2", "更新版本"),
        (b"format = 1\n" + b"#" * 1_000_001, "不是法治年报的设置文件"),
        (None, "读不出来"),
    ],
    ids=["cut off", "other encoding", "zip", "other file", "no number", "newer", "too large", "gone"],
)
def test_a_file_that_is_none_is_refused_in_one_sentence(
    here: Settings, tmp_path: Path, content: bytes | None, said: str
) -> None:
    file = tmp_path / "设置.toml"
    if content is not None:
        file.write_bytes(content)

    with pytest.raises(UserError, match=said) as refused:
        read_incoming(file, here)

    words = str(refused.value)
    assert "设置没有改动；请" in words
    assert words.count("。") == 1
