"""What is saved lies at its place afterwards, or is said not to be: never in a file that nobody will find again."""

import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from models.database import file_in
from models.errors import UserError
from models.inspection import troubles
from models.store import Store
from tests.drafts import put
from tests.the_sample import sample_report

pytestmark = pytest.mark.skipif(
    sys.platform == "win32", reason="Windows lets nobody take a file away that is open"
)


@pytest.fixture
def store(data_dir: Path) -> Iterator[Store]:
    with Store.open(data_dir) as opened:
        yield opened


def take_away(data_dir: Path) -> None:
    for file in data_dir.glob("drafts.db*"):
        file.unlink()


def test_a_file_that_was_deleted_while_open_is_put_back_with_everything(store: Store, data_dir: Path) -> None:
    first, second = store.create(sample_report()), store.create(sample_report())
    take_away(data_dir)

    put(store, first, replace(sample_report(), preamble=("后来写的。",)))

    assert troubles(file_in(data_dir)) == ()
    with Store.open(data_dir) as other:
        assert other.load(first).preamble == ("后来写的。",)
        assert other.load(second) == sample_report()
    put(store, second, replace(sample_report(), preamble=("又写的。",)))
    with Store.open(data_dir) as other:
        assert other.load(second).preamble == ("又写的。",)


def test_the_whole_folder_may_be_gone(store: Store, data_dir: Path) -> None:
    report_id = store.create(sample_report())
    take_away(data_dir)
    data_dir.rmdir()

    put(store, report_id, replace(sample_report(), year=2027))

    with Store.open(data_dir) as other:
        assert other.load(report_id).year == 2027


def test_a_log_left_beside_it_is_not_mixed_with_what_is_put_back(store: Store, data_dir: Path) -> None:
    report_id = store.create(sample_report())
    file_in(data_dir).unlink()

    put(store, report_id, replace(sample_report(), year=2027))

    assert troubles(file_in(data_dir)) == ()
    with Store.open(data_dir) as other:
        assert other.load(report_id).year == 2027


@pytest.mark.parametrize("instead", ["folder", "other drafts"])
def test_what_lies_in_its_place_is_not_written_over(
    store: Store, data_dir: Path, tmp_path: Path, instead: str
) -> None:
    report_id = store.create(sample_report())
    take_away(data_dir)
    if instead == "folder":
        file_in(data_dir).mkdir()
    else:
        with Store.open(tmp_path / "别处") as elsewhere:
            elsewhere.create(replace(sample_report(), year=2001))
        Path(file_in(tmp_path / "别处")).replace(file_in(data_dir))

    with pytest.raises(UserError, match=r"被别的程序换掉了.*另存到"):
        put(store, report_id, replace(sample_report(), year=2027))

    if instead == "other drafts":
        with Store.open(data_dir) as other:
            assert [one.year for one in other.list()] == [2001]


def test_a_copy_with_another_number_but_the_same_content_is_taken_for_the_file(
    store: Store, data_dir: Path
) -> None:
    """Some network disks number files anew each time."""
    report_id = store.create(sample_report())
    with pytest.MonkeyPatch.context() as patch:
        numbers = iter(range(1, 99))
        patch.setattr("models.engine.identity_of", lambda _file: (7, next(numbers)))

        put(store, report_id, replace(sample_report(), year=2027))
        put(store, report_id, replace(sample_report(), year=2028))

    assert store.load(report_id).year == 2028
