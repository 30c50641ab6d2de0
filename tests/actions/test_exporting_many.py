"""Several stored reports exported into one folder."""

from dataclasses import replace
from pathlib import Path

from actions.drafting import new_report
from actions.exporting_many import export_many
from models.store import Store

REPORT = new_report("county-regulation", "云岭县人民政府", 2025)


def test_one_that_is_gone_keeps_none_of_the_others_back(store: Store, tmp_path: Path) -> None:
    for year in (2023, 2024, 2025):
        store.create(replace(REPORT, year=year))
    wanted = store.list()
    store.trash(wanted[1].id)
    store.purge(wanted[1].id)
    told: list[str] = []

    def tell(_done: int, _of: int, what: str) -> bool:
        told.append(what)
        return True

    done = export_many(store, wanted, tmp_path / "导出", ["txt"], tell=tell)

    assert [bool(one.files) for one in done] == [True, False, True]
    assert wanted[1].id in done[1].why
    assert len(list((tmp_path / "导出").iterdir())) == 2
    assert all(one.title in what for one, what in zip(wanted, told, strict=True))
    assert store.versions(wanted[0].id)


def test_what_is_stopped_leaves_what_was_written(store: Store, tmp_path: Path) -> None:
    for year in (2024, 2025):
        store.create(replace(REPORT, year=year))

    done = export_many(store, store.list(), tmp_path, ["txt"], tell=lambda count, _of, _what: count < 1)

    assert [len(one.files) for one in done] == [1]


def test_equal_names_do_not_overwrite_each_other(store: Store, tmp_path: Path) -> None:
    store.create(REPORT)
    store.create(REPORT)

    done = export_many(store, store.list(), tmp_path, ["txt"])

    assert len({file for one in done for file in one.files}) == 2
