"""What could not be saved before a recovery is found again after it."""

from dataclasses import replace
from pathlib import Path

from actions.drafting import new_report
from actions.unsaved import Unsaved, keep_unsaved
from models.store import Store
from models.version import Occasion

TYPED = ("恢复以前打的字。",)


def unsaved(store: Store, report_id: str) -> Unsaved:
    return Unsaved(report_id, replace(store.load(report_id), preamble=TYPED))


def test_after_a_salvage_it_is_the_report_and_what_was_salvaged_a_version(data_dir: Path) -> None:
    with Store.open(data_dir) as store:
        report_id = store.create(new_report("county-regulation", "云岭县人民政府", 2025))
        before = store.load(report_id)
        keep_unsaved(store, unsaved(store, report_id), is_newest=True)

        assert store.load(report_id).preamble == TYPED
        (version,) = store.versions(report_id)
        assert store.load_version(report_id, version.number) == before


def test_after_a_restore_it_is_a_version_of_what_was_restored(data_dir: Path) -> None:
    with Store.open(data_dir) as store:
        report_id = store.create(new_report("county-regulation", "云岭县人民政府", 2025))
        before = store.load(report_id)
        keep_unsaved(store, unsaved(store, report_id), is_newest=False)

        assert store.load(report_id) == before
        (version,) = store.versions(report_id)
        assert version.kind == Occasion.UNSAVED
        assert store.load_version(report_id, version.number).preamble == TYPED


def test_where_the_number_means_another_report_now_it_is_a_report_of_its_own(data_dir: Path) -> None:
    with Store.open(data_dir) as store:
        report_id = store.create(new_report("county-regulation", "云岭县人民政府", 2025))
        typed = unsaved(store, report_id)
        other = Unsaved(report_id, replace(typed.report, year=2024))
        keep_unsaved(store, other, is_newest=True)

        assert store.load(report_id).preamble != TYPED
        assert store.load(store.list()[0].id).preamble == TYPED
