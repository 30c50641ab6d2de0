"""A report packed on one PC and unpacked on another; what is here already is never overwritten."""

import errno
import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import NoReturn

import pytest

from actions.packing import Counterpart, Way, meet, pack, pack_report, read_parcel, unpack
from models.errors import UnknownReportError, UserError
from models.parcel import NeedsPasswordError
from models.report import Report, Stage
from models.store import Store
from models.version import Occasion
from tests.drafts import put

REPORT = Report(2025, "county-regulation", preamble=("全年推进依法行政。",))
OTHER = replace(REPORT, preamble=("另一台电脑上写的。",))


@pytest.fixture(autouse=True)
def passwords_are_tried_fast(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("models.password_seal.COST", 2**10)


@pytest.fixture
def here(data_dir: Path) -> Iterator[Store]:
    with Store.open(data_dir) as store:
        store.create(REPORT)
        yield store


@pytest.fixture
def there(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "另一台电脑") as store:
        yield store


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "U 盘（备用）" / ("很长的文件夹名" * 12)
    folder.mkdir(parents=True)
    return folder


class TestPacking:
    def test_a_folder_gets_a_file_called_after_the_report(self, here: Store, stick: Path) -> None:
        first, second = pack(here, "1", stick), pack(here, "1", stick)

        assert first.parent == second.parent == stick
        assert "2025年度法治政府建设情况的报告" in first.name
        assert (first.suffix, second.stem) == (".fznb", f"{first.stem}（2）")

    def test_a_file_that_is_there_is_not_overwritten(self, here: Store, stick: Path) -> None:
        (stick / "包.fznb").write_text("别的", encoding="utf-8")

        assert pack(here, "1", stick / "包.fznb") == stick / "包（2）.fznb"
        assert (stick / "包.fznb").read_text(encoding="utf-8") == "别的"

    def test_nobody_else_may_read_it(self, here: Store, stick: Path) -> None:
        mask = os.umask(0)
        try:
            files = (pack(here, "1", stick), pack_report(REPORT, stick / "急救.fznb"))
        finally:
            os.umask(mask)

        assert [file.stat().st_mode & 0o777 for file in files] == [0o600, 0o600]

    def test_what_is_packed_is_a_version_on_both_sides(self, here: Store, there: Store, stick: Path) -> None:
        file = pack(here, "1", stick)
        pack(here, "1", stick)

        (version,) = here.versions("1")
        unpack(there, read_parcel(file))
        assert (version.kind, version.name) == (Occasion.EXPORT, "打包带走")
        assert there.versions("1") == (version,)
        assert here.load_version("1", version.number) == REPORT

    @pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO, errno.EACCES])
    def test_a_full_disk_leaves_neither_file_nor_version(
        self, here: Store, stick: Path, monkeypatch: pytest.MonkeyPatch, number: int
    ) -> None:
        def fail(_descriptor: int) -> NoReturn:
            raise OSError(number, os.strerror(number))

        monkeypatch.setattr(os, "fsync", fail)
        with pytest.raises(UserError, match="再打包。"):
            pack(here, "1", stick)
        with pytest.raises(UserError, match="再打包。"):
            pack_report(REPORT, stick / "急救.fznb")

        assert list(stick.iterdir()) == []
        assert here.versions("1") == ()

    def test_a_report_that_is_not_there_is_not_packed(self, here: Store, stick: Path) -> None:
        with pytest.raises(UnknownReportError):
            pack(here, "9", stick)

        assert list(stick.iterdir()) == []

    def test_what_could_not_be_saved_goes_into_a_file_and_comes_back(self, here: Store, stick: Path) -> None:
        uid = here.archive("1").uid
        file = pack_report(OTHER, stick / "急救", uid)

        brought = read_parcel(file)

        assert brought.report == OTHER
        assert meet(here, brought).here_id == "1"
        assert here.load(unpack(here, brought).id) == OTHER


class TestUnpacking:
    def test_a_report_that_is_not_here_comes_with_its_history(
        self, here: Store, there: Store, stick: Path
    ) -> None:
        signed = here.keep("1", Stage.REVIEW)
        file = pack(here, "1", stick, "密码")

        with pytest.raises(NeedsPasswordError):
            read_parcel(file)
        found = unpack(there, read_parcel(file, "密码"), Way.MERGE)

        assert there.archive(found.id) == here.archive("1")
        assert there.find_version(signed.short_hash)[0] == (found.id, signed.number)
        assert any("没有可并入的" in note for note in found.notes)

    def test_the_same_again_changes_nothing(self, here: Store, stick: Path) -> None:
        brought = read_parcel(pack(here, "1", stick))
        before = (here.list(), here.versions("1"))

        for way in (None, Way.MERGE):
            found = unpack(here, brought, way)
            assert found.id == "1"
            assert "什么也没有做" in found.notes[0]

        assert (here.list(), here.versions("1")) == before
        assert unpack(here, brought, Way.NEW).id != "1"

    def test_another_state_of_a_report_becomes_a_report_of_its_own(self, here: Store, stick: Path) -> None:
        brought = read_parcel(pack(here, "1", stick))
        put(here, "1", OTHER)

        found = unpack(here, brought)

        assert meet(here, brought).counterpart is Counterpart.DIFFERENT
        assert (here.load("1"), here.load(found.id)) == (OTHER, REPORT)
        assert here.archive(found.id).uid != brought.uid
        assert any("没有动它" in note for note in found.notes)

    def test_merging_says_what_was_kept(self, here: Store, there: Store, stick: Path) -> None:
        unpack(there, read_parcel(pack(here, "1", stick)))
        put(here, "1", replace(REPORT, preamble=("这里写的。",)))
        here.keep("1", Stage.REVIEW)
        put(there, "1", OTHER)
        there.keep("1", Stage.REVIEW)

        found = unpack(here, read_parcel(pack(there, "1", stick)), Way.MERGE)

        notes = "".join(found.notes)
        assert found.id == "1"
        assert here.load("1").preamble == ("这里写的。",)
        assert "带来的整份存为第" in notes
        assert "带来的送审稿第1稿" in notes
        assert "在本机排为第2稿" in notes

    def test_a_report_in_the_trash_is_said_and_left_there(self, here: Store, stick: Path) -> None:
        brought = read_parcel(pack(here, "1", stick))
        here.trash("1")

        with pytest.raises(UserError, match="回收站"):
            unpack(here, brought, Way.MERGE)
        found = unpack(here, brought)

        assert any("在回收站里" in note for note in found.notes)
        assert [one.id for one in here.list()] == [found.id]
        assert [one.id for one in here.trashed()] == ["1"]

    @pytest.mark.parametrize("name", ["没有", ""])
    def test_a_file_that_is_not_there_is_said(self, stick: Path, name: str) -> None:
        with pytest.raises(UserError, match="什么也没有放进来"):
            read_parcel(stick / name)

    def test_a_file_far_too_large_is_not_read_whole(self, stick: Path) -> None:
        file = stick / "大.fznb"
        with file.open("wb") as stream:
            stream.write(b"\x89FZNB\r\n\x1a")
            stream.truncate(2**33)

        with pytest.raises(UserError, match="大得不合常理"):
            read_parcel(file)
