"""A version stays what it was: its content, its number, its hash."""

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from models.content import to_content
from models.database import file_in
from models.errors import DamagedError, UnknownKeyError, UnknownReportError, UserError
from models.letterhead import Letterhead
from models.report import Report, Section, Stage
from models.store import Store
from models.version import Occasion, canonical, content_hash, written_content
from tests.drafts import put
from tests.strategies import FEW, REPORTS

REPORT = Report(
    2026,
    "county-regulation",
    letterhead=Letterhead(organs=("青河县人民政府",)),
    preamble=("现将有关情况报告如下。",),
    sections=(Section("plan", "主要安排", ("办结{{fy_apply}}件。",)),),
)


def execute(data_dir: Path, statement: str) -> list[tuple]:
    with closing(sqlite3.connect(file_in(data_dir))) as connection, connection:
        return connection.execute(statement).fetchall()


class TestHash:
    def test_it_is_the_same_on_every_machine(self) -> None:
        written = canonical({"year": 2026, "letterhead.title": "报告", "sections": ["plan"]})

        assert written == '{"letterhead.title":"\\u62a5\\u544a","sections":["plan"],"year":2026}'
        assert content_hash(written) == "d7d8f5e075e8f3f082f43696ef6c6333cc9173d7fabd708e9101cbd59ae65385"

    @given(report=REPORTS, order=st.randoms(use_true_random=False))
    @FEW
    def test_the_order_of_keys_makes_no_difference(self, report: Report, order: object) -> None:
        keys = list(to_content(report))
        order.shuffle(keys)  # type: ignore[attr-defined]

        assert canonical({key: to_content(report)[key] for key in keys}) == written_content(report)

    @given(one=REPORTS, other=REPORTS)
    @FEW
    def test_two_reports_have_one_hash_only_where_they_are_equal(self, one: Report, other: Report) -> None:
        hashes = [content_hash(written_content(report)) for report in (one, other)]

        assert (hashes[0] == hashes[1]) == (one == other)

    def test_the_trace_names_kind_number_and_ten_characters_of_the_hash(
        self, store: Store, report_id: str
    ) -> None:
        version = store.keep(report_id, Stage.REVIEW)

        assert version.trace == f"送审稿 第1稿 · {version.hash[:10]}"


class TestFreezing:
    def test_a_version_says_what_it_is(self, store: Store, report_id: str) -> None:
        version = store.keep(report_id, Stage.REVIEW, "送县长")

        assert (version.number, version.kind, version.name) == (1, "送审稿", "送县长")
        assert version.hash == content_hash(written_content(store.load(report_id)))
        assert timedelta(0) <= datetime.now(UTC) - version.time < timedelta(minutes=1)
        assert store.versions(report_id) == (version,)

    def test_the_report_comes_to_the_stage_it_is_frozen_at(self, store: Store, report_id: str) -> None:
        store.keep(report_id, Stage.REVIEW)

        assert store.load(report_id) == replace(REPORT, stage=Stage.REVIEW)
        assert store.load_version(report_id, 1) == replace(REPORT, stage=Stage.REVIEW)
        assert store.list()[0].stage is Stage.REVIEW

    def test_an_automatic_version_leaves_the_stage_alone(self, store: Store, report_id: str) -> None:
        store.keep(report_id, Occasion.AUTOMATIC)

        assert store.load(report_id) == store.load_version(report_id, 1) == REPORT

    def test_what_has_not_changed_is_not_frozen_twice(self, store: Store, report_id: str) -> None:
        first = store.keep(report_id, Stage.REVIEW, "甲")

        assert store.keep(report_id, Stage.REVIEW, "乙") == first
        assert store.versions(report_id) == (first,)

    def test_what_has_changed_gets_the_next_number(self, store: Store, report_id: str) -> None:
        first = store.keep(report_id, Stage.REVIEW)
        put(store, report_id, replace(store.load(report_id), year=2027))
        second = store.keep(report_id, Stage.REVIEW)

        assert [one.number for one in store.versions(report_id)] == [1, 2]
        assert first.hash != second.hash
        assert [store.load_version(report_id, number).year for number in (1, 2)] == [2026, 2027]

    def test_what_is_changed_back_is_a_version_of_its_own(self, store: Store, report_id: str) -> None:
        for year in (2026, 2027, 2026):
            put(store, report_id, replace(store.load(report_id), year=year))
            store.keep(report_id, Stage.REVIEW)

        first, _, third = store.versions(report_id)
        assert (third.number, third.hash) == (3, first.hash)

    def test_another_kind_is_another_version(self, store: Store, report_id: str) -> None:
        for kind in (Occasion.AUTOMATIC, Stage.COMMENT, Stage.REVIEW, Stage.FINAL):
            store.keep(report_id, kind)

        found = [(one.number, one.kind) for one in store.versions(report_id)]
        assert found == [(1, "自动"), (2, "征求意见稿"), (3, "送审稿"), (4, "定稿")]

    def test_every_report_counts_for_itself(self, store: Store, report_id: str) -> None:
        other = store.create(REPORT)
        store.keep(report_id, Stage.REVIEW)

        assert store.keep(other, Stage.REVIEW).number == 1

    @settings(FEW, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
    @given(report=REPORTS)
    def test_any_report_comes_back_as_it_was_frozen(self, store: Store, report: Report) -> None:
        number = store.create(report)
        store.keep(number, Occasion.AUTOMATIC)
        put(store, number, REPORT)

        assert store.load_version(number, 1) == report

    def test_many_at_once_get_numbers_of_their_own(self, store: Store, data_dir: Path) -> None:
        report_id = store.create(REPORT)

        def freeze(year: int) -> int:
            with Store.open(data_dir) as own:
                put(own, report_id, replace(REPORT, year=year))
                return own.keep(report_id, Occasion.AUTOMATIC).number

        with ThreadPoolExecutor(4) as pool:
            numbers = set(pool.map(freeze, range(2000, 2008)))

        found = [one.number for one in store.versions(report_id)]
        assert numbers <= set(found)
        assert found == sorted(set(found))


class TestPlanning:
    def test_a_plan_writes_nothing(self, store: Store, report_id: str) -> None:
        planned = store.plan_version(report_id, Stage.REVIEW)

        assert planned.version.number == 1
        assert planned.report.stage is Stage.REVIEW
        assert store.versions(report_id) == ()
        assert store.load(report_id) == REPORT

    def test_what_was_planned_is_kept_whatever_is_written_meanwhile(
        self, store: Store, report_id: str
    ) -> None:
        planned = store.plan_version(report_id, Stage.REVIEW)
        put(store, report_id, replace(REPORT, preamble=("又改了一句。",)))

        kept = store.keep_version(planned)

        assert kept in store.versions(report_id)
        assert (kept.hash, kept.trace) == (planned.version.hash, planned.version.trace)
        assert store.load_version(report_id, kept.number) == planned.report
        assert store.load(report_id) == replace(REPORT, preamble=("又改了一句。",))

    def test_a_plan_that_another_version_overtook_is_refused(self, store: Store, report_id: str) -> None:
        planned = store.plan_version(report_id, Stage.REVIEW)
        put(store, report_id, replace(REPORT, year=2030))
        other = store.keep(report_id, Stage.REVIEW)

        with pytest.raises(UserError, match="另一处存了新版本"):
            store.keep_version(planned)

        assert store.versions(report_id)[-1] == other
        assert store.load(report_id) == replace(REPORT, year=2030, stage=Stage.REVIEW)

    def test_an_automatic_version_does_not_get_in_the_way_of_a_plan(
        self, store: Store, report_id: str
    ) -> None:
        planned = store.plan_version(report_id, Stage.REVIEW)
        other = store.keep(report_id, Occasion.AUTOMATIC)

        kept = store.keep_version(planned)

        assert store.versions(report_id) == (other, kept)
        assert (kept.number, kept.trace) == (2, planned.version.trace)

    def test_a_kept_plan_can_be_undone(self, store: Store, report_id: str) -> None:
        earlier = store.keep(report_id, Occasion.AUTOMATIC)
        planned = store.plan_version(report_id, Stage.REVIEW)
        store.keep_version(planned)

        store.forget_version(planned)

        assert store.versions(report_id) == (earlier,)
        assert store.load(report_id) == REPORT

    def test_undoing_takes_no_version_that_was_there_before(self, store: Store, report_id: str) -> None:
        version = store.keep(report_id, Stage.REVIEW)
        again = store.plan_version(report_id, Stage.REVIEW)
        store.keep_version(again)

        store.forget_version(again)

        assert store.versions(report_id) == (version,)


class TestTrouble:
    def test_a_version_cannot_be_changed(self, store: Store, report_id: str, data_dir: Path) -> None:
        store.keep(report_id, Stage.REVIEW)

        with pytest.raises(sqlite3.IntegrityError, match="never changed"):
            execute(data_dir, "UPDATE versions SET content = '{}'")

    def test_a_purged_report_takes_its_versions_along(
        self, store: Store, report_id: str, data_dir: Path
    ) -> None:
        store.keep(report_id, Stage.REVIEW)

        store.trash(report_id)
        assert len(store.versions(report_id)) == 1
        store.purge(report_id)

        assert execute(data_dir, "SELECT count(*) FROM versions") == [(0,)]

    def test_a_report_that_is_not_there_has_no_versions(self, store: Store) -> None:
        for ask in (store.versions, lambda number: store.keep(number, Occasion.AUTOMATIC)):
            with pytest.raises(UnknownReportError):
                ask("7")

    def test_a_version_that_is_not_there_is_named(self, store: Store, report_id: str) -> None:
        with pytest.raises(UnknownKeyError, match="没有名为“3”的版本"):
            store.load_version(report_id, 3)

    def test_a_damaged_version_is_not_taken_for_the_real_one(
        self, store: Store, report_id: str, data_dir: Path
    ) -> None:
        store.keep(report_id, Stage.REVIEW)
        execute(data_dir, "DROP TRIGGER versions_never_change")
        execute(data_dir, "UPDATE versions SET content = CAST(x'00' || substr(content, 2) AS BLOB)")

        with pytest.raises(DamagedError, match="第1个版本在草稿库中已损坏"):
            store.load_version(report_id, 1)
