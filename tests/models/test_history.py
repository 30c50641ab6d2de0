"""History grows by itself, stays short, and never lets go of what somebody signed off, named or nearly lost."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from models.letterhead import Letterhead
from models.quantity import Quantity
from models.report import Figure, Item, Report, Section, Stage
from models.store import Store
from models.version import Occasion, Version, content_hash, written_content
from tests.drafts import kinds, put, take_in

TEXT = (
    "全年收到行政复议申请一百七十九件，审结一百六十八件，按期办结率百分之百，当事人满意，没有被纠错的案件。"
)
REPORT = Report(
    2025, "county-regulation", sections=(Section("measures", "举措", (), (Item("复议", (TEXT,)),)),)
)
START = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


class Clock:
    """What history takes for the present."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.now = START
        monkeypatch.setattr("models.history._now", self.present)

    def present(self) -> datetime:
        return self.now.astimezone()

    def pass_by(self, **time: int) -> None:
        self.now += timedelta(**time)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    return Clock(monkeypatch)


def version(number: int, kind: str, time: datetime, name: str = "") -> tuple[Version, Report]:
    """A version as the store would have kept it then."""
    report = Report(1000 + number, "county-regulation")
    return Version(number, kind, name, time, content_hash(written_content(report)), number, 50, 1), report


def days_of_work(days: int, a_day: int = 3, since: datetime = START) -> list[datetime]:
    """When automatic versions were made in days of work, some each morning."""
    return [since + timedelta(days=day, minutes=11 * count) for day in range(days) for count in range(a_day)]


def with_history(store: Store, *kept: tuple[str, datetime]) -> str:
    """A report with versions of such kinds, made at such times."""
    versions = tuple(version(number, kind, time) for number, (kind, time) in enumerate(kept, start=1))
    return take_in(store, REPORT, versions)


class TestWhereAreMyOldVersions:
    def test_where_are_my_old_versions_every_ten_minutes_of_a_days_work_one_that_can_be_found(
        self, store: Store, report_id: str, clock: Clock
    ) -> None:
        states = [replace(REPORT, preamble=(f"第{number}句。",)) for number in range(5)]
        for state in states:
            put(store, report_id, state)
            clock.pass_by(minutes=10)
        put(store, report_id, REPORT)

        found = [store.load_version(report_id, one.number) for one in store.versions(report_id)]
        assert found == [REPORT, *states]

    def test_changes_that_follow_each_other_quickly_are_one(
        self, store: Store, report_id: str, clock: Clock
    ) -> None:
        for number in range(30):
            put(store, report_id, replace(REPORT, preamble=(f"第{number}句。",)))
            clock.pass_by(seconds=19)

        assert kinds(store, report_id) == ["自动"]

    def test_a_version_says_how_long_it_is_and_how_much_was_changed(
        self, store: Store, report_id: str
    ) -> None:
        first = store.keep(report_id, Occasion.NAMED, "甲")
        put(store, report_id, replace(REPORT, preamble=("加八个字在这里。",)))
        second = store.keep(report_id, Occasion.NAMED, "乙")

        assert second.characters == first.characters + 8
        assert second.changed == 8
        assert first.changed == -1  # there was nothing to compare it with

    @pytest.mark.parametrize(
        "changed",
        [
            replace(REPORT, letterhead=Letterhead(title="另一个标题")),
            replace(REPORT, letterhead=Letterhead(organs=("云岭县人民政府",))),
            replace(REPORT, letterhead=Letterhead(date="2026年2月9日")),
            replace(REPORT, figures=(Figure("fy_apply", Quantity.parse("164")),)),
            replace(REPORT, year=2030),
            replace(REPORT, stage=Stage.REVIEW),
            replace(REPORT, is_preamble_carried=True),
        ],
        ids=["title", "organ", "date", "figure", "year", "stage", "to be updated"],
    )
    def test_a_version_that_differs_in_anything_is_never_said_to_change_nothing(
        self, store: Store, report_id: str, changed: Report
    ) -> None:
        store.keep(report_id, Occasion.NAMED, "甲")
        store.edit(report_id, lambda _report: changed)

        assert store.keep(report_id, Occasion.NAMED, "乙").changed > 0


class TestNoIdenticalEntries:
    def test_unchanged_content_makes_no_version(self, store: Store, report_id: str, clock: Clock) -> None:
        for _ in range(5):
            store.keep(report_id, Occasion.EXPORT)
            clock.pass_by(days=1)
            put(store, report_id, store.load(report_id))

        assert kinds(store, report_id) == ["导出前"]

    def test_history_records_no_identical_entries_for_going_to_and_fro(
        self, store: Store, report_id: str
    ) -> None:
        put(store, report_id, replace(REPORT, preamble=("另一个样子。",)))
        for number in (1, 2) * 5:
            store.restore(report_id, number)

        assert kinds(store, report_id) == ["自动", "恢复前"]

    def test_what_was_signed_off_needs_no_copy_before_it_is_restored_over(
        self, store: Store, report_id: str
    ) -> None:
        first = store.keep(report_id, Stage.COMMENT)
        put(store, report_id, replace(store.load(report_id), preamble=("加了一句。",)))
        second = store.keep(report_id, Stage.REVIEW)

        assert store.restore(report_id, first.number).before == second

    def test_a_state_that_was_nearly_lost_is_kept_though_an_automatic_version_holds_it(
        self, store: Store, report_id: str, clock: Clock
    ) -> None:
        store.keep(report_id, Occasion.AUTOMATIC)

        saved = put(store, report_id, replace(REPORT, sections=()))

        assert saved.before is not None
        assert saved.before.kind == Occasion.SHRUNK  # the automatic one would be thinned out in time


class TestThinning:
    def test_old_automatic_versions_are_let_go(self, store: Store, clock: Clock) -> None:
        report_id = with_history(store, *((Occasion.AUTOMATIC, time) for time in days_of_work(40)))
        clock.pass_by(days=39, minutes=44)

        put(store, report_id, replace(REPORT, year=2026))

        found = store.versions(report_id)
        young = [one for one in found if clock.now - one.time <= timedelta(days=2)]
        old = [one for one in found if one not in young]
        assert len(young) >= 6
        assert len({one.time.date() for one in old[-12:]}) == 12
        assert len(old) < 12 + 10 + 9
        assert clock.now - old[0].time > timedelta(days=30)

    def test_stages_and_named_versions_stay_whatever_their_age(self, store: Store, clock: Clock) -> None:
        for_ever = [Occasion.NAMED, *Stage, Occasion.SHRUNK, Occasion.OVERTAKEN, Occasion.UNSAVED]
        kept = [(one, time) for time in days_of_work(2, 2) for one in (*for_ever, Occasion.EXPORT)]
        report_id = with_history(store, *kept)
        clock.pass_by(days=900)

        for year in range(2026, 2033):  # the last five stay in any case
            put(store, report_id, replace(REPORT, year=year))
            clock.pass_by(minutes=11)

        left = kinds(store, report_id)
        assert {kind: left.count(kind) for kind in for_ever} == dict.fromkeys(for_ever, 4)
        assert left.count(Occasion.EXPORT) == 2  # of four, the last of each day

    def test_a_clock_set_back_takes_nothing_of_the_last_work_away(self, store: Store, clock: Clock) -> None:
        wrong = datetime(2019, 1, 1, 8, 0, tzinfo=UTC)
        times = [*days_of_work(20), *days_of_work(1, 3, wrong)]
        report_id = with_history(store, *((Occasion.AUTOMATIC, time) for time in times))
        clock.now = wrong + timedelta(hours=1)
        put(store, report_id, replace(REPORT, year=2026))
        clock.now = START + timedelta(days=400)  # somebody sets it right
        put(store, report_id, replace(REPORT, year=2027))

        found = store.versions(report_id)
        assert [one.number for one in found] == sorted(one.number for one in found)
        assert [one.time.year for one in found[-5:]] == [2019] * 4 + [2027]
        assert [store.load_version(report_id, one.number).year for one in found[-2:]] == [2025, 2026]


class TestHugeHistory:
    def test_two_thousand_versions_are_listed_found_and_added_to(self, store: Store) -> None:
        kept = tuple(version(number, Occasion.NAMED, START, f"第{number}次") for number in range(1, 2001))
        report_id = take_in(store, REPORT, kept)

        found = store.versions(report_id)

        assert [(one.number, one.name) for one in found] == [(one.number, one.name) for one, _ in kept]
        assert store.find_version(kept[1233][0].hash) == ((report_id, 1234),)
        assert store.keep(report_id, Occasion.NAMED, "再一次").number == 2001


class TestTakingBack:
    def test_forgetting_leaves_an_earlier_version_of_the_same_content_alone(
        self, store: Store, report_id: str
    ) -> None:
        signed = store.keep(report_id, Stage.REVIEW)
        put(store, report_id, replace(store.load(report_id), preamble=("改了。",)))
        other = store.keep(report_id, Stage.REVIEW)
        put(store, report_id, REPORT)
        planned = store.plan_version(report_id, Stage.REVIEW)
        assert planned.version.hash == signed.hash
        store.keep_version(planned)

        store.forget_version(planned)

        assert [one for one in store.versions(report_id) if one.is_stage] == [signed, other]


@pytest.mark.parametrize(
    "ask",
    [
        lambda store, one: store.keep(one, Stage.FINAL),
        lambda store, one: store.restore(one, 1),
        lambda store, one: store.keep(one, Occasion.NAMED, "再存"),
    ],
    ids=["signed off again", "restored", "named"],
)
def test_a_signed_version_is_the_same_whatever_is_done_afterwards(
    store: Store, report_id: str, ask: Callable[[Store, str], object]
) -> None:
    signed = store.keep(report_id, Stage.FINAL)
    held = store.load_version(report_id, signed.number)
    put(store, report_id, replace(store.load(report_id), sections=()))

    ask(store, report_id)

    assert store.versions(report_id)[0] == signed
    assert store.load_version(report_id, signed.number) == held
