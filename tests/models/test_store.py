"""Drafts go into the file and come out as they were, and what goes wrong with the file is said in words."""

import os
import sqlite3
import stat
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from models.database import file_in
from models.errors import UnknownReportError, UserError
from models.letterhead import Letterhead
from models.quantity import Quantity
from models.report import Figure, Item, Report, Section, Stage
from models.stages import after_edit
from models.store import Store
from tests.drafts import damage, put, write
from tests.strategies import FEW, REPORTS

ORGAN = "云岭县人民政府"
REPORT = Report(
    2024,
    "county-regulation",
    letterhead=Letterhead(organs=(ORGAN,)),
    preamble=("现将有关情况报告如下。",),
    sections=(
        Section("measures", "举措", (), (Item("复议", ("办结{{fy_apply}}件。",)),)),
        Section("plan", "安排"),
    ),
    figures=(Figure("fy_apply", Quantity.parse("约682万")), Figure("fy_close")),
)

posix = pytest.mark.skipif(sys.platform == "win32", reason="file modes and limits are POSIX's")


def rows(data_dir: Path, statement: str) -> list[tuple]:
    with closing(sqlite3.connect(file_in(data_dir))) as connection:
        return connection.execute(statement).fetchall()


def contents(data_dir: Path) -> dict[str, str]:
    return dict(rows(data_dir, "SELECT key, value FROM contents"))


def revision(data_dir: Path) -> int:
    return rows(data_dir, "SELECT revision FROM reports")[0][0]


@contextmanager
def watched(data_dir: Path) -> Iterator[list[str]]:
    """The content keys that are written or deleted meanwhile, noted by triggers in the file."""
    touched: list[str] = []
    with closing(sqlite3.connect(file_in(data_dir))) as connection:
        connection.execute("CREATE TABLE touched (key TEXT)")
        for event, row in (("INSERT", "new"), ("UPDATE", "new"), ("DELETE", "old")):
            connection.execute(
                f"CREATE TRIGGER on_{event} AFTER {event} ON contents BEGIN INSERT INTO touched VALUES ({row}.key); END"
            )
        yield touched
        touched += [key for (key,) in connection.execute("SELECT key FROM touched ORDER BY key")]


class TestKeeping:
    def test_a_report_comes_back_as_it_was(self, store: Store) -> None:
        assert store.load(store.create(REPORT)) == REPORT

    @settings(FEW, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
    @given(old=REPORTS, new=REPORTS)
    def test_any_report_can_be_saved_over_any_other(self, store: Store, old: Report, new: Report) -> None:
        report_id = store.create(old)

        put(store, report_id, new)

        assert store.load(report_id) == after_edit(old, new)

    def test_a_report_is_there_after_closing(self, data_dir: Path) -> None:
        with Store.open(data_dir) as store:
            report_id = store.create(REPORT)

        with Store.open(data_dir) as store:
            assert store.load(report_id) == REPORT

    def test_half_a_character_does_not_keep_a_report_from_being_saved(self, store: Store) -> None:
        broken = replace(REPORT, preamble=("半个字\ud83c",), letterhead=Letterhead("\ud83c题", (ORGAN,)))

        report_id = store.create(broken)

        assert store.load(report_id) == broken
        assert store.list()[0].title == "?题"

    def test_an_empty_report_can_be_kept(self, store: Store) -> None:
        assert store.load(store.create(Report(0, ""))) == Report(0, "")

    def test_a_purged_report_is_gone_with_all_its_content(self, store: Store, data_dir: Path) -> None:
        report_id = store.create(REPORT)
        store.trash(report_id)

        store.purge(report_id)

        assert store.list() == store.trashed() == ()
        assert contents(data_dir) == {}

    def test_a_purged_reports_number_is_not_used_again(self, store: Store) -> None:
        first = store.create(REPORT)
        store.trash(first)
        store.purge(first)

        assert store.create(REPORT) != first

    def test_reports_do_not_touch_each_other(self, store: Store) -> None:
        first, second = store.create(REPORT), store.create(REPORT)

        put(store, first, replace(REPORT, year=2025))
        store.trash(first)
        store.purge(first)

        assert store.load(second) == REPORT

    @pytest.mark.parametrize("report_id", ["abc", "", "0", "-1", "１", "1.0", " 1", "01", "2", "9" * 40])
    def test_an_id_that_is_nobodys_is_refused(self, store: Store, report_id: str) -> None:
        only = store.create(REPORT)

        for operation in (store.load, store.trash, lambda unknown: put(store, unknown, Report(2025, "x"))):
            with pytest.raises(UnknownReportError, match="没有编号为"):
                operation(report_id)

        assert store.load(only) == REPORT

    def test_a_report_with_two_sections_of_one_key_is_not_half_kept(self, store: Store) -> None:
        with pytest.raises(ValueError, match="share a key"):
            store.create(replace(REPORT, sections=REPORT.sections[:1] * 2))

        assert store.list() == ()


class TestSavingByKey:
    @pytest.mark.parametrize(
        ("new", "keys"),
        [
            (REPORT.with_section(Section("plan", "安排", ("明年。",))), ["section.plan"]),
            (replace(REPORT, sections=REPORT.sections[:1]), ["section.plan", "sections"]),
            (REPORT.with_figure(Figure("fz_train")), ["figure.fz_train", "figures"]),
            (replace(REPORT, stage=Stage.FINAL), ["stage"]),
            (REPORT, []),
        ],
    )
    def test_a_save_writes_only_the_keys_that_changed(
        self, store: Store, data_dir: Path, new: Report, keys: list[str]
    ) -> None:
        report_id = store.create(REPORT)

        with watched(data_dir) as touched:
            put(store, report_id, new)

        assert touched == keys

    def test_a_key_this_program_does_not_know_is_kept(self, store: Store, data_dir: Path) -> None:
        report_id = store.create(REPORT)
        write(data_dir, "INSERT INTO contents VALUES (?, 'mood', '\"好\"', '')", report_id)

        put(store, report_id, replace(store.load(report_id), year=2025, sections=(), figures=()))

        assert contents(data_dir)["mood"] == '"好"'

    def test_a_value_this_program_cannot_read_is_kept_until_the_clerk_changes_it(
        self, store: Store, data_dir: Path
    ) -> None:
        report_id = store.create(REPORT)
        write(data_dir, "UPDATE contents SET value = '\"未来稿\"' WHERE key = 'stage'")

        put(store, report_id, replace(store.load(report_id), year=2025))
        kept = contents(data_dir)["stage"]
        put(store, report_id, replace(store.load(report_id), stage=Stage.FINAL))

        assert kept == '"未来稿"'
        assert store.load(report_id).stage is Stage.FINAL

    def test_what_another_writer_stored_meanwhile_is_kept(self, store: Store) -> None:
        report_id = store.create(REPORT)
        mine = store.fetch(report_id)
        theirs = REPORT.with_figure(Figure("fy_apply", Quantity("180"))).with_figure(Figure("fz_train"))
        put(
            store, report_id, replace(theirs, letterhead=Letterhead("别人的标题", (ORGAN,), doc_number="5号"))
        )

        changed = mine.report.with_section(Section("plan", "安排", ("明年。",))).with_figure(
            Figure("fy_close", Quantity("7"))
        )
        store.save(report_id, changed, mine)

        kept = store.load(report_id)
        assert kept.letterhead.doc_number == "5号"
        assert kept.section("plan").paragraphs == ("明年。",)
        assert [str(kept.figure(key).value) for key in ("fy_apply", "fy_close")] == ["180", "7"]
        assert "fz_train" in {figure.indicator for figure in kept.figures}
        assert store.list()[0].title == "别人的标题"

    def test_two_writers_who_add_a_figure_each_lose_none(self, store: Store) -> None:
        report_id = store.create(REPORT)
        since = store.fetch(report_id)
        for added in ("fz_train", "xz_case"):
            saved = store.save(report_id, REPORT.with_figure(Figure(added, Quantity("1"))), since)
            assert saved.overtaken is None

        assert {figure.indicator for figure in store.load(report_id).figures} == {
            "fy_apply",
            "fy_close",
            "fz_train",
            "xz_case",
        }

    def test_a_part_removed_here_is_gone_whatever_another_wrote_elsewhere(self, store: Store) -> None:
        report_id = store.create(REPORT)
        since = store.fetch(report_id)
        put(store, report_id, replace(REPORT, preamble=("别人写的。",)))

        store.save(report_id, replace(REPORT, sections=REPORT.sections[:1]), since)

        assert store.load(report_id) == replace(
            REPORT, preamble=("别人写的。",), sections=REPORT.sections[:1]
        )

    def test_nothing_is_written_where_nothing_changed_since(self, store: Store, data_dir: Path) -> None:
        report_id = store.create(REPORT)
        since = store.fetch(report_id)
        put(store, report_id, replace(REPORT, year=2025))

        with watched(data_dir) as touched:
            store.save(report_id, REPORT, since)

        assert touched == []

    def test_chinese_is_stored_as_chinese(self, store: Store, data_dir: Path) -> None:
        store.create(REPORT)

        assert "办结{{fy_apply}}件。" in contents(data_dir)["section.measures"]

    def test_each_save_that_changes_something_counts(self, store: Store, data_dir: Path) -> None:
        report_id = store.create(REPORT)
        counted = [revision(data_dir)]

        for report in (REPORT, replace(REPORT, year=2025), replace(REPORT, year=2025), REPORT):
            put(store, report_id, report)
            counted.append(revision(data_dir))

        assert counted == [1, 1, 2, 2, 3]

    def test_reading_writes_nothing(self, store: Store, data_dir: Path) -> None:
        report_id = store.create(REPORT)
        before = (*rows(data_dir, "SELECT * FROM reports"), contents(data_dir))
        with closing(sqlite3.connect(file_in(data_dir))) as observer:
            version = observer.execute("PRAGMA data_version").fetchone()

            store.load(report_id)
            store.list()

            assert observer.execute("PRAGMA data_version").fetchone() == version
        assert (*rows(data_dir, "SELECT * FROM reports"), contents(data_dir)) == before


class TestList:
    def test_the_list_says_what_the_reports_are(self, store: Store) -> None:
        report_id = store.create(replace(REPORT, stage=Stage.REVIEW))

        (summary,) = store.list()

        assert summary.id == report_id
        assert summary.title == f"{ORGAN}关于2024年度法治政府建设情况的报告"
        assert (summary.organ, summary.year, summary.stage) == (ORGAN, 2024, Stage.REVIEW)
        assert abs(datetime.now().astimezone() - summary.updated) < timedelta(hours=1)

    def test_the_list_follows_what_is_saved(self, store: Store) -> None:
        report_id = store.create(REPORT)

        letterhead = Letterhead("关于(试行)情况的报告", ("云岭县委", ORGAN))
        put(store, report_id, replace(REPORT, year=2025, letterhead=letterhead))

        (summary,) = store.list()
        assert (summary.title, summary.organ, summary.year) == (
            "关于（试行）情况的报告",
            f"云岭县委、{ORGAN}",
            2025,
        )

    def test_the_report_saved_last_comes_first(self, store: Store) -> None:
        first, second, third = (store.create(REPORT) for _ in range(3))

        put(store, second, replace(REPORT, year=2025))

        assert [summary.id for summary in store.list()] == [second, third, first]


class TestFile:
    @posix
    def test_only_the_user_can_read_folder_and_files_whatever_the_umask(self, data_dir: Path) -> None:
        old = os.umask(0)
        try:
            with Store.open(data_dir) as store:
                store.create(REPORT)
                modes = {file.name: stat.S_IMODE(file.stat().st_mode) for file in data_dir.iterdir()}
        finally:
            os.umask(old)

        assert stat.S_IMODE(data_dir.stat().st_mode) == 0o700
        assert modes == dict.fromkeys(("drafts.db", "drafts.db-wal", "drafts.db-shm"), 0o600)

    @posix
    def test_a_file_that_others_could_read_is_closed_to_them(self, data_dir: Path) -> None:
        Store.open(data_dir).close()
        file_in(data_dir).chmod(0o664)

        Store.open(data_dir).close()

        assert stat.S_IMODE(file_in(data_dir).stat().st_mode) == 0o600

    @pytest.mark.parametrize("name", ["a b", "云岭县 司法局（测试）#1?x=%20", "很长的名字" * 16])
    def test_the_folder_may_be_called_anything(self, tmp_path: Path, name: str) -> None:
        if sys.platform == "win32":
            name = name.replace("?", "")
        with Store.open(tmp_path / name) as store:
            report_id = store.create(REPORT)

        with Store.open(tmp_path / name) as store:
            assert store.load(report_id) == REPORT
        assert (tmp_path / name / "drafts.db").is_file()

    def test_a_pulled_plug_is_reckoned_with(self, store: Store) -> None:
        with store._engine.connect() as connection:
            pragmas = {
                name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
                for name in ("journal_mode", "synchronous", "foreign_keys")
            }

        assert pragmas == {"journal_mode": "wal", "synchronous": 3, "foreign_keys": 1}

    def test_two_stores_see_each_others_work(self, data_dir: Path) -> None:
        with Store.open(data_dir) as one, Store.open(data_dir) as other:
            report_id = one.create(REPORT)
            put(other, report_id, replace(REPORT, year=2025))

            assert one.load(report_id).year == 2025

    def test_many_writers_at_once_wait_for_each_other(self, data_dir: Path) -> None:
        def fill(_: int) -> str:
            with Store.open(data_dir) as store:
                report_id = store.create(REPORT)
                put(store, report_id, replace(REPORT, year=2025))
                return report_id

        with ThreadPoolExecutor(4) as pool:
            ids = list(pool.map(fill, range(8)))

        with Store.open(data_dir) as store:
            assert {summary.id for summary in store.list()} == set(ids)
            assert {summary.year for summary in store.list()} == {2025}


class TestTrouble:
    def test_a_folder_that_cannot_be_made_is_named(self, tmp_path: Path) -> None:
        (tmp_path / "文件").write_text("不是文件夹", encoding="utf-8")

        with pytest.raises(UserError, match=r"无法在“.*文件.*”建立草稿库"):
            Store.open(tmp_path / "文件")
        with pytest.raises(UserError, match="建立草稿库"):
            Store.open(tmp_path / "文件" / "下面")

    @posix
    def test_a_folder_that_cannot_be_written_is_named(self, data_dir: Path) -> None:
        data_dir.mkdir(mode=0o500)
        if os.access(data_dir, os.W_OK):
            pytest.skip("this user may write everywhere")

        with pytest.raises(UserError, match="建立草稿库"):
            Store.open(data_dir)

    @pytest.mark.parametrize("content", [b"not a database, but long enough to hold a header", b"\0" * 5000])
    def test_a_file_that_is_no_database_is_left_as_it_is(self, data_dir: Path, content: bytes) -> None:
        data_dir.mkdir()
        file_in(data_dir).write_bytes(content)

        with pytest.raises(UserError, match="不是草稿库或已损坏"):
            Store.open(data_dir)

        assert file_in(data_dir).read_bytes() == content

    def test_a_folder_in_the_files_place_is_named(self, data_dir: Path) -> None:
        file_in(data_dir).mkdir(parents=True)

        with pytest.raises(UserError, match="无法打开"):
            Store.open(data_dir)

    def test_content_damaged_on_disk_is_no_traceback(self, store: Store, data_dir: Path) -> None:
        report_id = store.create(REPORT)
        damage(data_dir, "UPDATE contents SET value = '{\"title\"' WHERE key = 'section.plan'")

        with pytest.raises(UserError, match="已损坏"):
            store.load(report_id)

    def test_a_file_damaged_in_the_middle_is_no_traceback(self, data_dir: Path) -> None:
        with Store.open(data_dir) as store:
            report_id = store.create(replace(REPORT, preamble=("依法行政。" * 4000,)))
        damaged = bytearray(file_in(data_dir).read_bytes())
        damaged[4096:] = b"\xff" * (len(damaged) - 4096)
        file_in(data_dir).write_bytes(damaged)

        with Store.open(data_dir) as store, pytest.raises(UserError, match="损坏"):
            store.load(report_id)

        assert file_in(data_dir).read_bytes() == damaged

    def test_a_file_in_use_by_another_program_is_said_to_be_so(self, data_dir: Path) -> None:
        with Store.open(data_dir, patience_ms=1) as store:
            report_id = store.create(REPORT)
            with closing(sqlite3.connect(file_in(data_dir), isolation_level=None)) as other:
                other.execute("BEGIN IMMEDIATE")

                with pytest.raises(UserError, match="正被另一个程序占用"):
                    put(store, report_id, replace(REPORT, year=2025))

                assert store.load(report_id) == REPORT
                other.execute("ROLLBACK")
            put(store, report_id, replace(REPORT, year=2025))
            assert store.load(report_id).year == 2025

    @posix
    def test_a_disk_that_takes_no_more_keeps_what_was_saved(self, store: Store, data_dir: Path) -> None:
        import resource

        report_id = store.create(REPORT)
        written = (data_dir / "drafts.db-wal").stat().st_size
        soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (written + 8192, hard))
        try:
            with pytest.raises(UserError, match=r"没有写入.*上次保存的内容都在"):
                put(store, report_id, replace(REPORT, preamble=("依法行政。" * 40_000,)))
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))

        assert store.load(report_id) == REPORT
        put(store, report_id, replace(REPORT, year=2025))
        assert store.load(report_id).year == 2025

    def test_every_sentence_is_one_for_the_clerk(self, tmp_path: Path) -> None:
        from models.database import in_words

        for code in (sqlite3.SQLITE_FULL, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_READONLY_DBMOVED):
            error = sqlite3.OperationalError("english")
            error.sqlite_errorcode = code
            told = str(in_words(error, tmp_path / "drafts.db"))

            assert told.count("。") == 1
            assert "drafts.db" in told
            assert "english" not in told

    def test_a_bug_of_ours_is_not_put_down_to_the_file(self, tmp_path: Path) -> None:
        from models.database import told_in_words

        with (
            closing(sqlite3.connect(":memory:")) as connection,
            pytest.raises(sqlite3.OperationalError, match="syntax"),
            told_in_words(tmp_path),
        ):
            connection.execute("SELEKT")
