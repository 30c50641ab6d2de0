"""Reports taken from the store to be looked into."""

from dataclasses import replace

from actions.drafting import new_report
from actions.overview import overview
from actions.shelf import Shelf
from models.store import Store
from tests.the_sample import sample_report

REPORT = new_report("county-regulation", "云岭县人民政府", 2025)


def test_a_report_is_read_anew_only_when_it_was_changed(store: Store, report_id: str) -> None:
    shelf = Shelf()
    (summary,) = store.list()
    first = shelf.take(store, summary)

    assert shelf.take(store, summary) is first

    store.edit(report_id, lambda report: replace(report, year=2026))
    (changed,) = store.list()

    assert shelf.take(store, changed).report.year == 2026


def test_nothing_more_is_read_from_a_store_let_go_of_nor_a_report_that_is_gone(
    store: Store, report_id: str
) -> None:
    (summary,) = store.list()
    store.trash(report_id)
    store.purge(report_id)
    assert Shelf().take(store, summary) is None

    shelf = Shelf()
    store.create(REPORT)
    (there,) = store.list()
    shelf.let_go(store)

    assert shelf.take(store, there) is None


def test_an_overview_counts_parts_and_findings() -> None:
    empty, whole = overview(REPORT), overview(sample_report())

    assert (empty.completeness.done, whole.completeness.share) == (0, 1.0)
    assert empty.errors > whole.errors == 0
