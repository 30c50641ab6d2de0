"""One window for a data folder, by a lock that no crash can leave behind."""

import subprocess
import sys
from pathlib import Path

import pytest

from models.occupancy import LOCK_NAME, OccupiedError, holder, is_occupied, occupy

ROOT = Path(__file__).resolve().parents[2]
HOLDING = """
import sys
from pathlib import Path
from models.occupancy import occupy
held = occupy(Path(sys.argv[1]))
held.sign()
print("held", flush=True)
sys.stdin.read()
"""


def another_window(data_dir: Path) -> subprocess.Popen[str]:
    """Another process that has taken the folder."""
    other = subprocess.Popen(
        [sys.executable, "-c", HOLDING, str(data_dir)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT,
    )  # fmt: skip
    assert other.stdout.readline() == "held\n"
    return other


def open_files() -> int:
    """How many files this process has open; 0 where the system does not say."""
    return len(list(Path("/proc/self/fd").iterdir())) if sys.platform == "linux" else 0


def test_a_folder_is_free_until_a_window_takes_it_and_after_it_let_go(data_dir: Path) -> None:
    assert not is_occupied(data_dir)
    assert not data_dir.exists()

    with occupy(data_dir):
        assert is_occupied(data_dir)

    assert not is_occupied(data_dir)


def test_two_windows_or_instances_overwrite_each_other(data_dir: Path) -> None:
    """They cannot: the second is refused, and told who has the folder."""
    with another_window(data_dir) as other:
        assert is_occupied(data_dir)
        with pytest.raises(OccupiedError, match=r"已经打开（本机，用户“.+”，.+起）"):
            occupy(data_dir)
        other.stdin.close()

    occupy(data_dir).release()


def test_a_stale_lock_after_a_crash_locks_the_owner_out(data_dir: Path) -> None:
    """It cannot: the lock dies with its process, though the file stays."""
    with another_window(data_dir) as other:
        other.kill()

    assert (data_dir / LOCK_NAME).exists()
    assert not is_occupied(data_dir)
    occupy(data_dir).release()


def test_asking_does_not_take_the_folder(data_dir: Path) -> None:
    occupy(data_dir).release()

    assert not is_occupied(data_dir)

    with occupy(data_dir):
        assert [is_occupied(data_dir) for _ in range(3)] == [True] * 3


def test_a_folder_that_cannot_be_made_has_no_lock_and_keeps_nobody_out(tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    assert occupy(tmp_path / "file" / "data") is None
    assert not is_occupied(tmp_path / "file" / "data")


def test_a_disk_without_locks_keeps_nobody_out(data_dir: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_handle: int, **_how: bool) -> bool:
        raise OSError(38, "Function not implemented")

    monkeypatch.setattr("models.occupancy._lock", refuse)
    before = open_files()

    assert occupy(data_dir) is None
    assert not is_occupied(data_dir)
    assert open_files() == before


@pytest.mark.parametrize("said", ["", "{}", "\x00\x01", '{"computer": 3, "since": 4, "user": 5}'])
def test_a_lock_file_that_says_nothing_is_no_obstacle(data_dir: Path, said: str) -> None:
    data_dir.mkdir()
    (data_dir / LOCK_NAME).write_text(said, encoding="utf-8")

    assert holder(data_dir) == "时间不详"
    occupy(data_dir).release()
