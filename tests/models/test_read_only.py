"""Drafts that cannot be written can be read, whatever state they were left in, and nothing is left beside them."""

import json
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from models.database import file_in
from models.letterhead import Letterhead
from models.read_only import is_read_only
from models.report import Report
from models.store import Store
from tests.bound import run_bound

pytestmark = pytest.mark.needs("setpriv")

OLD = Path(__file__).parent / "old_databases"
REPORT = Report(2024, "county-regulation", letterhead=Letterhead(organs=("云岭县人民政府",)))
USE = """
import json, sys
from pathlib import Path
from models.errors import UserError
from models.report import Report
from models.report_list import read_report_list
from models.store import Store
folder = Path(sys.argv[1])
with Store.open(folder) as store:
    said = {"protected": store.is_read_only, "years": [store.load(one.id).year for one in store.list()]}
    said["listed"] = [one.year for one in read_report_list(folder)]
    try:
        store.create(Report(2030, "county-regulation"))
    except UserError as error:
        said["refused"] = str(error)
print(json.dumps(said))
"""


def used(data_dir: Path) -> dict:
    """What a user whom the modes bind finds in a folder, and is told on writing."""
    ended = run_bound("-W", "error", "-c", USE, data_dir)
    assert ended.returncode == 0, ended.stderr
    return json.loads(ended.stdout)


@contextmanager
def protected(*paths: Path) -> Iterator[list[str]]:
    """Paths that cannot be written meanwhile; the names in the folder of the first before it."""
    folder = paths[0] if paths[0].is_dir() else paths[0].parent
    names = sorted(one.name for one in folder.iterdir())
    for path in paths:
        path.chmod(0o555 if path.is_dir() else 0o444)
    try:
        yield names
        assert sorted(one.name for one in folder.iterdir()) == names
    finally:
        for path in paths:
            path.chmod(0o755 if path.is_dir() else 0o644)


@pytest.fixture
def drafts(data_dir: Path) -> Path:
    """A data folder with one report, closed."""
    with Store.open(data_dir) as store:
        store.create(REPORT)
    return data_dir


@pytest.mark.parametrize("what", ["folder", "file"])
def test_a_readonly_database_on_start(drafts: Path, what: str) -> None:
    """It opens for reading; what would change it is refused in words."""
    with protected({"folder": drafts, "file": file_in(drafts)}[what]):
        found = used(drafts)

    assert (found["protected"], found["years"], found["listed"]) == (True, [2024], [2024])
    assert "只能读不能写" in found["refused"]
    assert str(drafts) in found["refused"]
    assert not is_read_only(file_in(drafts))


def test_what_stood_in_the_log_when_the_power_went_is_read_too(drafts: Path, tmp_path: Path) -> None:
    stick = tmp_path / "优盘"
    stick.mkdir()
    with Store.open(drafts) as store:
        store.create(Report(2025, "county-regulation"))
        for name in ("drafts.db", "drafts.db-wal"):
            shutil.copy(drafts / name, stick)

    with protected(stick, stick / "drafts.db", stick / "drafts.db-wal"):
        found = used(stick)

    assert sorted(found["years"]) == sorted(found["listed"]) == [2024, 2025]
    assert "只能读不能写" in found["refused"]


def test_what_another_user_is_writing_just_now_is_read(drafts: Path) -> None:
    with Store.open(drafts) as writer:
        writer.create(Report(2025, "county-regulation"))
        with protected(drafts, file_in(drafts)):
            found = used(drafts)

    assert sorted(found["years"]) == sorted(found["listed"]) == [2024, 2025]


def test_a_change_that_was_cut_off_without_a_log_is_undone_in_the_copy(drafts: Path, tmp_path: Path) -> None:
    stick = tmp_path / "优盘"
    stick.mkdir()
    with closing(sqlite3.connect(file_in(drafts), isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")
        connection.execute("PRAGMA cache_size = 1")
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("DELETE FROM reports")
        connection.execute("CREATE TABLE filler AS SELECT zeroblob(500000) AS filling")
        for name in ("drafts.db", "drafts.db-journal"):
            shutil.copy(drafts / name, stick)
        connection.execute("ROLLBACK")
    assert (stick / "drafts.db-journal").stat().st_size

    with protected(stick, stick / "drafts.db"):
        found = used(stick)

    assert found["years"] == found["listed"] == [2024]


@pytest.mark.parametrize("version", [1, 2])
def test_an_older_version_is_read_from_a_copy_and_stays_what_it_is(data_dir: Path, version: int) -> None:
    data_dir.mkdir()
    shutil.copy(OLD / f"{version}.db", file_in(data_dir))
    before = file_in(data_dir).read_bytes()

    with protected(data_dir, file_in(data_dir)):
        found = used(data_dir)

    assert found["years"]
    assert sorted(found["listed"]) == sorted(found["years"])
    assert "只能读不能写" in found["refused"]
    assert file_in(data_dir).read_bytes() == before


def test_a_newer_version_is_refused_in_words(drafts: Path) -> None:
    with closing(sqlite3.connect(file_in(drafts))) as connection:
        connection.execute("PRAGMA user_version = 99")

    with protected(drafts):
        ended = run_bound("main.py", "--data-dir", drafts, "list")

    assert (ended.returncode, ended.stdout) == (2, "")
    assert "更新版本的法治年报" in ended.stderr


def test_a_file_that_may_not_even_be_read_is_refused_in_words(drafts: Path) -> None:
    file_in(drafts).chmod(0)
    drafts.chmod(0o555)

    ended = run_bound("main.py", "--data-dir", drafts, "list")

    drafts.chmod(0o755)
    assert (ended.returncode, ended.stdout) == (2, "")
    assert "权限" in ended.stderr
    assert ended.stderr.count("\n") == 1


def test_no_copy_is_left_in_the_temporary_folder(data_dir: Path, tmp_path: Path) -> None:
    data_dir.mkdir()
    shutil.copy(OLD / "1.db", file_in(data_dir))
    temporary = tmp_path / "tmp"
    temporary.mkdir()

    with protected(data_dir):
        ended = run_bound("-c", USE, data_dir, TMPDIR=str(temporary))

    assert ended.returncode == 0, ended.stderr
    assert list(temporary.iterdir()) == []
