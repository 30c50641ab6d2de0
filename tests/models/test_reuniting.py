"""Two states of one report that went apart: both sides' changes are kept, and what both changed is never lost."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings

from models.archive import Archive
from models.content import changed_keys
from models.errors import UserError
from models.indicator import Indicator, Kind
from models.letterhead import Letterhead
from models.report import Item, Report, Section, Stage
from models.reuniting import reunited
from models.store import Store
from models.version import Occasion, Version, content_hash, written_content
from tests.drafts import put
from tests.strategies import FEW, REPORTS

REPORT = Report(
    2025,
    "county-regulation",
    letterhead=Letterhead(organs=("云岭县人民政府",)),
    sections=(
        Section("measures", "举措", (), (Item("评查", ("评查3次。",)),)),
        Section("plan", "安排", (), (Item("学法", ("学法4次。",)),)),
    ),
)


def written(report: Report, key: str, text: str) -> Report:
    """The report with other words in one section."""
    sections = (replace(one, paragraphs=(text,)) if one.key == key else one for one in report.sections)
    return replace(report, sections=tuple(sections))


def own(*names: str) -> tuple[Indicator, ...]:
    return tuple(
        Indicator(f"own_{number}", name, "件", Kind.COUNT, "measures") for number, name in enumerate(names, 1)
    )


@pytest.fixture
def here(data_dir: Path) -> Iterator[Store]:
    with Store.open(data_dir) as store:
        store.create(REPORT)
        store.keep("1", Occasion.EXPORT)
        yield store


@pytest.fixture
def there(here: Store, tmp_path: Path) -> Iterator[Store]:
    """Another PC, to which the report was carried."""
    with Store.open(tmp_path / "另一台电脑") as store:
        store.take_in(here.archive("1"))
        yield store


def test_what_each_side_changed_elsewhere_is_in_the_report(here: Store, there: Store) -> None:
    put(here, "1", written(REPORT, "plan", "这里写的。"))
    put(there, "1", written(REPORT, "measures", "那里写的。"))

    saved = here.merge_in("1", there.archive("1"))

    merged = written(written(REPORT, "plan", "这里写的。"), "measures", "那里写的。")
    assert here.load("1") == saved.stored.report == merged
    assert saved.overtaken is None
    assert here.fetch("1").is_same(saved.stored)


def test_the_state_before_is_a_version_and_comes_back(here: Store, there: Store) -> None:
    mine = written(REPORT, "plan", "这里写的。")
    put(here, "1", mine)
    put(there, "1", written(REPORT, "measures", "那里写的。"))

    before = here.merge_in("1", there.archive("1")).before

    assert before is not None
    assert before.kind == Occasion.IMPORT
    here.restore("1", before.number)
    assert here.load("1") == mine


def test_what_both_sides_changed_stays_and_the_other_is_a_version_for_ever(here: Store, there: Store) -> None:
    mine, theirs = written(REPORT, "plan", "这里写的。"), written(REPORT, "plan", "那里写的。")
    put(here, "1", mine)
    put(there, "1", replace(theirs, year=2026))

    brought = here.merge_in("1", there.archive("1")).overtaken

    assert here.load("1") == replace(mine, year=2026)
    assert brought is not None
    assert (brought.kind, brought.name) == (Occasion.OVERTAKEN, "带来的内容")
    assert here.load_version("1", brought.number) == replace(theirs, year=2026)


def test_versions_that_are_not_here_come_behind_with_the_hash_on_their_papers(
    here: Store, there: Store
) -> None:
    put(there, "1", written(REPORT, "plan", "送审的。"))
    signed = there.keep("1", Stage.REVIEW)
    put(there, "1", written(REPORT, "plan", "又改。"))

    here.merge_in("1", there.archive("1"))

    numbers = [one.number for one in here.versions("1")]
    assert numbers == sorted(set(numbers))
    ((report_id, number),) = here.find_version(signed.short_hash)
    assert report_id == "1"
    assert here.load_version("1", number) == there.load_version("1", signed.number)


def test_merging_again_adds_nothing(here: Store, there: Store) -> None:
    put(here, "1", written(REPORT, "plan", "这里写的。"))
    put(there, "1", written(REPORT, "measures", "那里写的。"))
    archive = there.archive("1")
    here.merge_in("1", archive)
    kept, stored = here.versions("1"), here.fetch("1")

    again = here.merge_in("1", archive)

    assert (here.versions("1"), here.fetch("1")) == (kept, stored)
    assert (again.before, again.overtaken) == (None, None)


def test_a_side_that_changed_nothing_takes_over_what_the_other_wrote(here: Store, there: Store) -> None:
    theirs = replace(written(REPORT, "plan", "那里写的。"), stage=Stage.REVIEW)
    put(there, "1", theirs)

    here.merge_in("1", there.archive("1"))

    assert here.load("1") == theirs
    assert there.merge_in("1", here.archive("1")).before is None


def test_what_neither_side_signed_off_is_a_draft(here: Store, there: Store) -> None:
    put(here, "1", written(REPORT, "measures", "这里写的。"))
    put(there, "1", replace(written(REPORT, "plan", "那里写的。"), stage=Stage.FINAL))

    assert here.merge_in("1", there.archive("1")).stored.report.stage is Stage.DRAFT


def test_a_side_that_went_back_to_an_earlier_state_keeps_it(here: Store, there: Store) -> None:
    put(here, "1", written(REPORT, "plan", "第二稿。"))
    here.keep("1", Stage.REVIEW)
    second = here.load("1")
    there.merge_in("1", here.archive("1"))
    there.restore("1", 1)
    put(there, "1", written(there.load("1"), "measures", "那里写的。"))

    here.merge_in("1", there.archive("1"))

    assert second.section("plan") != REPORT.section("plan")
    assert here.load("1").section("plan") == REPORT.section("plan")
    assert here.load("1").section("measures").paragraphs == ("那里写的。",)


def test_without_a_common_state_nothing_is_taken_over_and_the_other_is_a_version(here: Store) -> None:
    theirs = written(REPORT, "plan", "从急救文件来的。")
    stranger = Archive(here.archive("1").uid, theirs)
    put(here, "1", written(REPORT, "plan", "这里写的。"))

    saved = here.merge_in("1", stranger)

    assert here.load("1") == written(REPORT, "plan", "这里写的。")
    assert saved.overtaken is not None
    assert here.load_version("1", saved.overtaken.number) == theirs


def test_own_indicators_that_mean_different_things_are_not_mixed(here: Store, there: Store) -> None:
    put(here, "1", replace(REPORT, own_indicators=own("评查")))
    put(there, "1", replace(written(REPORT, "plan", "{{own_1}}"), own_indicators=own("学法")))

    saved = here.merge_in("1", there.archive("1"))

    assert here.load("1") == replace(REPORT, own_indicators=own("评查"))
    assert saved.overtaken is not None


def test_own_indicators_of_both_sides_are_kept(here: Store, there: Store) -> None:
    for store in (here, there):
        put(store, "1", replace(REPORT, own_indicators=own("评查")))
    base = here.keep("1", Occasion.NAMED, "共同的")
    there.take_in(here.archive("1"))
    put(here, "1", replace(REPORT, own_indicators=own("评查案卷")))
    theirs = replace(written(REPORT, "plan", "{{own_2}}"), own_indicators=own("评查", "学法"))

    merged = reunited(here.load("1"), (base,), replace(here.archive("1"), report=theirs)).report

    assert [one.name for one in merged.own_indicators] == ["评查案卷", "学法"]
    assert merged.section("plan").paragraphs == ("{{own_2}}",)


def test_a_report_in_the_trash_is_not_merged_with(here: Store, there: Store) -> None:
    put(there, "1", written(REPORT, "plan", "那里写的。"))
    here.trash("1")

    with pytest.raises(UserError, match="在回收站里"):
        here.merge_in("1", there.archive("1"))

    assert here.load("1") == REPORT


@settings(FEW, max_examples=8)
@given(REPORTS, REPORTS, REPORTS)
def test_no_change_of_either_side_is_lost_unsaid(base: Report, mine: Report, theirs: Report) -> None:
    written_base = written_content(base)
    common = Version(1, "自动", "", datetime(2026, 1, 1, tzinfo=UTC), content_hash(written_base), 1)

    reunion = reunited(mine, (common,), Archive("", theirs, ((common, written_base),)))

    whole = {
        "sections",
        "figures",
        "stage",
        "own_indicators",
    }  # orders, and lists of which both sides' pieces are kept
    lost = changed_keys(base, theirs) & changed_keys(theirs, reunion.report) - whole
    assert lost <= reunion.contested
    assert changed_keys(base, mine) & changed_keys(mine, reunion.report) - whole == set()
