"""Of a damaged file everything comes back as it was, or is named."""

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import pytest

from actions.recovering import recover
from models.backup import Reason, keep_backup
from models.database import file_in
from models.errors import UserError
from models.inspection import troubles
from models.report import Report, Section
from models.store import Store
from tests.drafts import damage, put
from tests.the_sample import sample_report

PAGE = 4096
SMALL = Report(2024, "county-regulation", sections=(Section("plan", "明年安排", ("写了很多。" * 400,)),))


class Truth(NamedTuple):
    """All rows that matter, by report: contents by key, versions by number, whether it is in the trash."""

    contents: dict[int, dict[str, str]]
    versions: dict[tuple[int, int], tuple]
    trash: set[int]


def truth(data_dir: Path) -> Truth:
    with closing(sqlite3.connect(file_in(data_dir))) as connection:
        reports = dict(connection.execute("SELECT id, deleted FROM reports"))
        rows = connection.execute("SELECT report_id, key, value FROM contents").fetchall()
        versions = {row[:2]: row for row in connection.execute("SELECT * FROM versions")}
    contents = {one: {key: value for number, key, value in rows if number == one} for one in reports}
    return Truth(contents, versions, {one for one, deleted in reports.items() if deleted})


def missing(wanted: Truth, got: Truth) -> list[str]:
    """What is not as it was, in the words in which it has to be named."""
    reports = [
        f"报告{one}"
        for one in wanted.contents
        if wanted.contents[one] != got.contents.get(one) or (one in wanted.trash) != (one in got.trash)
    ]
    versions = [
        f"报告{number}：第{version}个版本"
        for (number, version), row in wanted.versions.items()
        if got.versions.get((number, version)) != row
    ]
    return reports + versions


def recovered(data_dir: Path) -> tuple[str, Truth]:
    """Recover a data folder from its own file: what was said to be lost, what is there."""
    done = recover(data_dir, file_in(data_dir))
    assert troubles(file_in(data_dir)) == ()
    assert done.how == "salvaged"
    return "\n".join(done.lost), truth(data_dir)


def overwrite(data_dir: Path, at: int, content: bytes, end: str = "") -> None:
    with file_in(data_dir).with_name(f"drafts.db{end}").open("r+b") as stream:
        stream.seek(at)
        stream.write(content)


@pytest.fixture(scope="module")
def furnished_small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("small") / "drafts"
    with Store.open(folder) as store:
        first = store.create(SMALL)
        store.keep(first, "手动", "初稿")
        put(store, first, replace(SMALL, preamble=("改后。",)))
        store.trash(store.create(replace(SMALL, year=2023)))
    return folder


@pytest.fixture(scope="module")
def furnished_big(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("big") / "drafts"
    with Store.open(folder) as store:
        first = store.create(sample_report())
        store.keep(first, "送审稿")
        store.create(replace(sample_report(), year=2024))
        keep_backup(folder, Reason.ASKED)
        store.edit(first, lambda report: replace(report, preamble=("备份以后写的。",)))
        store.keep(first, "手动", "最后")
    return folder


@pytest.fixture
def small(furnished_small: Path, data_dir: Path) -> Path:
    """A data folder with a report, a version of it, and a report in the trash."""
    return Path(shutil.copytree(furnished_small, data_dir))


@pytest.fixture
def big(furnished_big: Path, data_dir: Path) -> Path:
    """A data folder with real content, two versions and a backup that lacks the last change."""
    return Path(shutil.copytree(furnished_big, data_dir))


def test_every_page_destroyed_in_turn_gives_everything_or_names_the_loss(small: Path, tmp_path: Path) -> None:
    wanted = truth(small)
    pages = file_in(small).stat().st_size // PAGE
    whole = 0
    for page in range(pages):
        case = tmp_path / f"第{page + 1}页"
        shutil.copytree(small, case)
        overwrite(case, page * PAGE, b"\xa5" * PAGE)
        if not troubles(file_in(case)):
            assert truth(case) == wanted
            continue

        said, got = recovered(case)

        lost = missing(wanted, got)
        assert [one for one in lost if one not in said] == [], f"page {page + 1}: {said}"
        whole += not lost
    assert whole > pages // 2


@pytest.mark.parametrize(
    "act",
    [
        lambda data_dir: overwrite(data_dir, 0, bytes(100)),
        lambda data_dir: overwrite(data_dir, 0, bytes(PAGE)),
        lambda data_dir: damage(data_dir, "DROP TABLE reports"),
        lambda data_dir: damage(data_dir, "PRAGMA application_id = 7"),
    ],
    ids=["header zeroed", "page 1 zeroed", "a table dropped", "another mark"],
)
def test_without_header_and_schema_no_report_and_no_version_is_lost(
    big: Path, act: Callable[[Path], None]
) -> None:
    wanted = truth(big)
    act(big)

    _, got = recovered(big)

    assert got.contents == wanted.contents
    assert got.versions == wanted.versions


@pytest.mark.parametrize("at", [3, 9, 14, 20])
def test_corrupt_project_no_way_back_4_kb_in_the_middle(big: Path, at: int) -> None:
    wanted = truth(big)
    overwrite(big, at * PAGE + 1000, b"\x5a" * PAGE)
    broken = file_in(big).read_bytes()

    said, got = recovered(big)

    assert [one for one in missing(wanted, got) if one not in said] == []
    (aside,) = big.glob("drafts-损坏-*.db")
    assert aside.read_bytes() == broken


def test_half_a_file_gives_half_its_rows_and_the_rest_out_of_the_backup(big: Path) -> None:
    wanted = truth(big)
    file = file_in(big)
    file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])

    said, got = recovered(big)

    assert set(got.contents) == set(wanted.contents)
    assert [one for one in missing(wanted, got) if one not in said] == []


def test_what_sqlite_forgets_after_a_torn_frame_comes_back(big: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    copy.mkdir()
    with Store.open(big) as store:
        for words in ("一。", "二。", "三。"):
            put(store, "1", replace(store.load("1"), preamble=(words,)))
        for name in ("drafts.db", "drafts.db-wal"):
            shutil.copy(big / name, copy / name)
    wanted = truth(big)
    overwrite(copy, 32 + 24 + 2000, b"\x00\xff" * 40, "-wal")

    said, got = recovered(copy)

    assert got.contents[1]["preamble"] == '["三。"]'
    assert "日志" in said
    assert [one for one in missing(wanted, got) if one not in said] == []


def test_a_purged_report_does_not_rise_again(small: Path) -> None:
    with Store.open(small) as store:
        store.purge("2")
    overwrite(small, 0, bytes(100))

    _, got = recovered(small)

    assert set(got.contents) == {1}


def test_a_report_that_only_the_backup_has_comes_back_and_is_named(big: Path) -> None:
    with Store.open(big) as store:
        store.trash("2")
        store.purge("2")
    overwrite(big, 0, bytes(100))

    said, got = recovered(big)

    assert set(got.contents) == {1, 2}
    assert said.count("报告2") == 1
    assert "取自" in said


def test_a_damaged_value_is_filled_from_where_its_seal_says_it_is_the_same(big: Path) -> None:
    wanted = truth(big)
    damage(big, "UPDATE contents SET value = '{}' WHERE key = 'section.plan' AND report_id = 1")

    said, got = recovered(big)

    assert got == wanted
    assert said == ""


def test_a_value_that_is_only_older_elsewhere_is_named_with_its_origin(small: Path) -> None:
    damage(small, "UPDATE contents SET value = '[' WHERE key = 'preamble' AND report_id = 1")

    said, got = recovered(small)

    assert got.contents[1]["preamble"] == "[]"
    assert "开头取自" in said
    assert "的版本" in said


def test_a_report_without_its_row_is_registered_anew(small: Path) -> None:
    wanted = truth(small)
    damage(small, "DELETE FROM reports WHERE id = 1")

    said, got = recovered(small)

    assert got.contents == wanted.contents
    assert "报告1" in said
    with Store.open(small) as store:
        assert store.load("1").preamble == ("改后。",)
        assert store.create(SMALL) == "3"


def test_nothing_of_ours_is_refused_and_left_alone(data_dir: Path) -> None:
    data_dir.mkdir()
    file_in(data_dir).write_bytes(b"\x07" * 50_000)

    with pytest.raises(UserError, match="没有找到任何报告"):
        recover(data_dir, file_in(data_dir))

    assert file_in(data_dir).read_bytes() == b"\x07" * 50_000
    assert [one.name for one in data_dir.iterdir()] == ["drafts.db"]
