"""What could not be saved lies whole in a file of its own, and comes out as it was or is called damaged."""

import json
import stat
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given

from models import journal
from models.journal import Journal, left_behind
from models.report import Report
from tests.strategies import FEW, REPORTS

EMPTY = Report(2025, "county-regulation")
TYPED = Report(2025, "county-regulation", preamble=("没有存下的字。",))

posix = pytest.mark.skipif(sys.platform == "win32", reason="file modes are POSIX's")


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """No test reads or writes the user's own cache."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache"


@pytest.fixture
def folder(data_dir: Path) -> Path:
    data_dir.mkdir()
    return data_dir


@FEW
@given(REPORTS)
def test_every_report_comes_out_of_a_journal_as_it_went_in(
    tmp_path_factory: pytest.TempPathFactory, report: Report
) -> None:
    data_dir = tmp_path_factory.mktemp("data")

    Journal(data_dir, "3", "abc").write(report, TYPED)

    (found,), troubles = left_behind(data_dir)
    assert (found.report_id, found.uid, found.base, found.report) == ("3", "abc", report, TYPED)
    assert troubles == ()


def test_a_journal_holds_the_last_state_and_is_gone_once_that_is_saved(folder: Path) -> None:
    written = Journal(folder, "1", "u")
    written.write(EMPTY, EMPTY)
    written.write(EMPTY, TYPED)

    assert [one.report for one in left_behind(folder)[0]] == [TYPED]
    written.remove()
    assert list((folder / journal.FOLDER).iterdir()) == []


def test_an_earlier_state_is_not_taken_for_the_one_that_could_not_be_written(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written = Journal(folder, "1", "u")
    written.write(EMPTY, EMPTY)

    def refuse(_file: Path, _content: bytes) -> None:
        raise OSError("full")

    monkeypatch.setattr(journal, "_write_whole", refuse)
    with pytest.raises(OSError, match="full"):
        written.write(EMPTY, TYPED)

    assert written.holds(EMPTY)
    assert not written.holds(TYPED)


def test_what_was_left_behind_earlier_is_never_written_over(folder: Path) -> None:
    Journal(folder, "1", "u").write(EMPTY, TYPED)
    later = Journal(folder, "1", "u")

    later.write(EMPTY, EMPTY)
    assert {one.report for one in left_behind(folder)[0]} == {TYPED, EMPTY}
    later.remove()

    assert [one.report for one in left_behind(folder)[0]] == [TYPED]


@posix
def test_a_journal_is_the_users_alone(folder: Path) -> None:
    Journal(folder, "1", "u").write(EMPTY, TYPED)

    (file,) = (folder / journal.FOLDER).iterdir()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700


def test_where_the_folder_is_gone_the_journal_lies_in_the_users_own(data_dir: Path, own_cache: Path) -> None:
    """A pulled stick: the folder is not made anew where it was mounted."""
    Journal(data_dir, "1", "u").write(EMPTY, TYPED)

    assert not data_dir.exists()
    assert [own_cache in one.file.parents for one in left_behind(data_dir)[0]] == [True]
    assert left_behind(data_dir.with_name("另一处"))[0] == ()


def test_a_journal_moves_back_to_the_drafts_and_leaves_no_second_one(data_dir: Path) -> None:
    written = Journal(data_dir, "1", "u")
    written.write(EMPTY, EMPTY)
    data_dir.mkdir()

    written.write(EMPTY, TYPED)

    assert [(one.report, one.file.parent.parent) for one in left_behind(data_dir)[0]] == [(TYPED, data_dir)]


def test_a_write_that_fails_half_way_keeps_the_last_state(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written = Journal(folder, "1", "u")
    written.write(EMPTY, TYPED)

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("models.journal.os.fsync", full)
    with pytest.raises(OSError, match="No space"):
        written.write(EMPTY, EMPTY)

    assert [one.report for one in left_behind(folder)[0]] == [TYPED]
    assert [one.suffix for one in (folder / journal.FOLDER).iterdir()] == [".json"]


def test_what_a_killed_process_left_half_written_is_cleared_away(folder: Path) -> None:
    Journal(folder, "1", "u").write(EMPTY, TYPED)
    (folder / journal.FOLDER / ".abc.tmp").write_text("{", "utf-8")

    assert len(left_behind(folder)[0]) == 1

    assert [one.suffix for one in (folder / journal.FOLDER).iterdir()] == [".json"]


def without_hash(content: bytes) -> bytes:
    return json.dumps({**json.loads(content), "hash": ""}).encode()


@pytest.mark.parametrize(
    "damage",
    [
        lambda content: b"",
        lambda content: content[: len(content) // 2],
        lambda content: content.replace(b"2025", b"2024", 1),
        lambda content: b"\xff" + content,
        lambda content: b"[]",
        without_hash,
    ],
    ids=["empty", "cut", "changed", "no text", "other", "no hash"],
)
def test_a_damaged_journal_is_spoken_of_once_and_kept(folder: Path, damage: Callable[[bytes], bytes]) -> None:
    Journal(folder, "1", "u").write(EMPTY, TYPED)
    (file,) = (folder / journal.FOLDER).iterdir()
    damaged = damage(file.read_bytes())
    file.write_bytes(damaged)

    found, (trouble,) = left_behind(folder)

    assert found == ()
    (kept,) = (folder / journal.FOLDER).iterdir()
    assert kept.read_bytes() == damaged
    assert str(kept) in str(trouble)
    assert left_behind(folder) == ((), ())
