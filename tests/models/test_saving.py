"""No change is lost by saving: not to another writer, not to a slip of the hand, not after sign-off."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from models.errors import DamagedError, UserError
from models.report import Item, Report, Section, Stage
from models.store import Store
from models.version import Occasion
from tests.drafts import damage, kinds, put, write

LONG = "一是加强行政复议规范化建设，全年收到行政复议申请一百七十九件，审结一百六十八件，按期办结率百分之百，群众满意。"
OTHER = "二是推进严格规范公正文明执法，组织执法人员集中培训十二期，评查执法案卷三百余宗，发现问题全部督促整改到位。"
REPORT = Report(
    2025,
    "county-regulation",
    sections=(Section("measures", "举措", (), (Item("复议", (LONG,)), Item("执法", (OTHER,)))),),
)


def with_items(*items: Item) -> Report:
    return replace(REPORT, sections=(Section("measures", "举措", (), items),))


class TestTwoWriters:
    def test_what_both_changed_is_kept_twice(self, store: Store, report_id: str) -> None:
        mine = store.fetch(report_id)
        theirs = replace(REPORT, preamble=("别人写的。",))
        put(store, report_id, theirs)

        saved = store.save(report_id, replace(REPORT, preamble=("我写的。",)), mine)

        assert store.load(report_id).preamble == saved.stored.report.preamble == ("我写的。",)
        assert saved.overtaken.kind == Occasion.OVERTAKEN
        assert store.load_version(report_id, saved.overtaken.number) == theirs

    def test_the_same_change_made_twice_is_no_conflict(self, store: Store, report_id: str) -> None:
        mine = store.fetch(report_id)
        same = replace(REPORT, preamble=("一样的。",))
        put(store, report_id, same)

        assert store.save(report_id, same, mine).overtaken is None

    def test_what_is_stored_is_said_with_the_others_work_in_it(self, store: Store, report_id: str) -> None:
        mine = store.fetch(report_id)
        put(store, report_id, replace(REPORT, preamble=("别人写的。",)))

        saved = store.save(report_id, replace(REPORT, year=2026), mine)

        assert saved.stored == store.fetch(report_id)
        assert (saved.stored.report.year, saved.stored.report.preamble) == (2026, ("别人写的。",))

    def test_what_another_froze_is_a_draft_again_with_my_changes_in_it(
        self, store: Store, report_id: str
    ) -> None:
        mine = store.fetch(report_id)
        store.keep(report_id, Stage.REVIEW)

        saved = store.save(report_id, replace(REPORT, preamble=("我写的。",)), mine)

        assert saved.stored.report.stage is Stage.DRAFT
        assert saved.stored.report.preamble == ("我写的。",)

    def test_a_count_that_came_back_with_a_backup_is_not_taken_for_the_same_state(
        self, store: Store, report_id: str, data_dir: Path
    ) -> None:
        put(store, report_id, replace(REPORT, preamble=("甲。",)))
        mine = store.fetch(report_id)
        write(data_dir, "UPDATE contents SET value = '[\"乙。\"]' WHERE key = 'preamble'")
        write(data_dir, "UPDATE reports SET updated = '2026-01-01T00:00:00+00:00'")

        saved = store.save(report_id, replace(mine.report, year=2026), mine)

        assert saved.stored.report.preamble == ("乙。",)


class TestEditing:
    def test_a_change_starts_from_what_is_stored(self, store: Store, report_id: str) -> None:
        for _ in range(3):
            store.edit(report_id, lambda report: replace(report, year=report.year + 1))

        assert store.load(report_id).year == 2028

    def test_a_change_that_fails_leaves_everything(self, store: Store, report_id: str) -> None:
        def fail(_report: Report) -> Report:
            raise UserError("不行。")

        with pytest.raises(UserError, match="不行"):
            store.edit(report_id, fail)

        assert store.load(report_id) == REPORT
        assert kinds(store, report_id) == []


class TestVersionsBySaving:
    def test_the_state_before_the_first_change_is_kept(self, store: Store, report_id: str) -> None:
        put(store, report_id, replace(REPORT, year=2026))

        assert kinds(store, report_id) == ["自动"]
        assert store.load_version(report_id, 1) == REPORT

    def test_changes_within_ten_minutes_make_no_second_version(self, store: Store, report_id: str) -> None:
        for year in range(2026, 2030):
            put(store, report_id, replace(REPORT, year=year))

        assert kinds(store, report_id) == ["自动"]

    def test_after_ten_minutes_of_change_there_is_another(
        self, store: Store, report_id: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        put(store, report_id, replace(REPORT, year=2026))
        monkeypatch.setattr("models.history.EVERY", timedelta(0))
        put(store, report_id, replace(REPORT, year=2027))

        assert [store.load_version(report_id, one).year for one in (1, 2)] == [2025, 2026]

    def test_a_report_nobody_has_written_in_gets_none(self, store: Store) -> None:
        empty = store.create(Report(2025, "county-regulation", sections=(Section("plan", "安排"),)))

        put(store, empty, Report(2026, "county-regulation"))

        assert kinds(store, empty) == []


class TestShrinking:
    @pytest.mark.parametrize(
        "smaller",
        [
            with_items(Item("复议", ()), REPORT.sections[0].items[1]),
            with_items(Item("复议", (LONG[:10],)), REPORT.sections[0].items[1]),
            with_items(Item("复议", ("换成了完全不同的一段话，" * 6,)), REPORT.sections[0].items[1]),
            replace(REPORT, sections=()),
        ],
        ids=["emptied", "more than half deleted", "overwritten", "sections gone"],
    )
    def test_a_text_that_loses_more_than_half_becomes_a_version_first(
        self, store: Store, report_id: str, smaller: Report
    ) -> None:
        before = put(store, report_id, replace(REPORT, year=2026)).stored.report

        saved = put(store, report_id, replace(smaller, year=2026))

        assert saved.before.kind == Occasion.SHRUNK
        assert store.load_version(report_id, saved.before.number) == before

    @pytest.mark.parametrize(
        "changed",
        [
            with_items(*reversed(REPORT.sections[0].items)),
            with_items(Item("复议", (LONG[:-8],)), REPORT.sections[0].items[1]),
            with_items(Item("复议", (LONG[:30], LONG[30:])), REPORT.sections[0].items[1]),
        ],
        ids=["moved", "shortened a little", "split"],
    )
    def test_a_text_that_is_moved_or_mended_makes_none(
        self, store: Store, report_id: str, changed: Report
    ) -> None:
        assert put(store, report_id, changed).before is None


class TestAfterSignOff:
    def test_an_edit_makes_it_a_draft_again_and_leaves_what_was_signed(
        self, store: Store, report_id: str
    ) -> None:
        signed = store.keep(report_id, Stage.REVIEW)

        saved = put(store, report_id, replace(store.load(report_id), preamble=("加一句。",)))

        assert saved.stored.report.stage is store.load(report_id).stage is Stage.DRAFT
        assert store.load_version(report_id, signed.number) == replace(REPORT, stage=Stage.REVIEW)

    def test_the_code_on_a_paper_finds_its_version(self, store: Store, report_id: str) -> None:
        signed = store.keep(report_id, Stage.REVIEW)

        assert store.find_version(f" {signed.short_hash.upper()} ") == ((report_id, signed.number),)
        assert store.find_version("没有%") == ()


class TestRestoring:
    def test_the_state_before_restoring_becomes_a_version(self, store: Store, report_id: str) -> None:
        put(store, report_id, replace(REPORT, year=2026))
        later = put(store, report_id, replace(REPORT, year=2027)).stored.report

        saved = store.restore(report_id, 1)

        assert store.load(report_id) == saved.stored.report == REPORT
        assert store.versions(report_id)[-1].kind == Occasion.RESTORE
        assert store.load_version(report_id, 2) == later

    def test_a_restored_sign_off_is_at_its_stage_again(self, store: Store, report_id: str) -> None:
        store.keep(report_id, Stage.REVIEW)
        put(store, report_id, replace(store.load(report_id), preamble=("加一句。",)))

        assert store.restore(report_id, 1).stored.report == replace(REPORT, stage=Stage.REVIEW)


class TestTrash:
    def test_a_report_comes_back_from_the_trash_with_its_history(self, store: Store, report_id: str) -> None:
        put(store, report_id, replace(REPORT, year=2026))
        store.trash(report_id)
        assert store.list() == ()
        assert [one.id for one in store.trashed()] == [report_id]

        store.take_back(report_id)

        assert [one.id for one in store.list()] == [report_id]
        assert len(store.versions(report_id)) == 1

    def test_only_what_is_in_the_trash_can_be_purged(self, store: Store, report_id: str) -> None:
        with pytest.raises(UserError, match="不在回收站"):
            store.purge(report_id)

        assert store.load(report_id) == REPORT


class TestDamage:
    @pytest.mark.parametrize(
        "statement",
        [
            "UPDATE contents SET value = replace(value, '举措', '举错')",
            "UPDATE contents SET key = 'section.measuros' WHERE key = 'section.measures'",
            "DELETE FROM contents WHERE key = 'section.measures'",
            "UPDATE contents SET value = CAST(x'22ff22' AS TEXT) WHERE key = 'section.measures'",
            "UPDATE reports SET revision = 77",
        ],
    )
    def test_a_change_that_the_program_did_not_make_is_noticed(
        self, store: Store, report_id: str, data_dir: Path, statement: str
    ) -> None:
        damage(data_dir, statement)

        for ask in (store.load, lambda one: put(store, one, REPORT), lambda one: store.keep(one, "自动")):
            with pytest.raises(DamagedError, match="已损坏"):
                ask(report_id)


class TestArchive:
    def test_a_report_goes_to_another_file_with_its_history(
        self, store: Store, report_id: str, tmp_path: Path
    ) -> None:
        put(store, report_id, replace(REPORT, year=2026))
        store.keep(report_id, Stage.REVIEW, "送县长")
        archive = store.archive(report_id)

        with Store.open(tmp_path / "另一台电脑") as other:
            taken = other.take_in(archive)
            assert other.archive(taken) == archive
            assert other.id_of(archive.uid) == taken

            assert other.archive(other.take_in(archive)).uid != archive.uid
