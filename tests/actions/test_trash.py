"""The trash: removing for good only after a backup, and never a seal over damage."""

from pathlib import Path

import pytest

from actions.drafting import new_report
from actions.trash import purge_reports, trashed_reports
from models.backup import Reason, backups, folder_in
from models.database import file_in
from models.errors import DamagedError, UserError
from models.inspection import troubles
from models.store import Store
from tests.drafts import damage


@pytest.fixture
def trashed(data_dir: Path) -> Path:
    """A data folder with one report in the list and one in the trash."""
    with Store.open(data_dir) as store:
        for organ in ("云岭县人民政府", "澜江县人民政府"):
            store.create(new_report("county-regulation", organ, 2025))
        store.trash("1")
    return data_dir


def in_trash(data_dir: Path) -> list[str]:
    with Store.open(data_dir) as store:
        return [one.summary.id for one in trashed_reports(store)]


def test_nothing_is_removed_for_good_where_no_backup_can_be_made(trashed: Path) -> None:
    folder_in(trashed).write_text("这里不能建文件夹", encoding="utf-8")

    with pytest.raises(UserError, match="没有备份"):
        purge_reports(trashed, ["1"])

    assert in_trash(trashed) == ["1"]


def test_a_report_put_back_meanwhile_is_not_removed(trashed: Path) -> None:
    assert purge_reports(trashed, ["1", "2"]) == 1

    with Store.open(trashed) as store:
        assert [one.id for one in store.list()] == ["2"]
    assert [one.reason for one in backups(folder_in(trashed))] == [Reason.PURGE]


def test_the_trash_seals_no_damage(trashed: Path) -> None:
    damage(trashed, "DELETE FROM contents WHERE report_id = 2 AND key = 'letterhead.notes'")
    with Store.open(trashed) as store, pytest.raises(DamagedError):
        store.trash("2")

    assert troubles(file_in(trashed))
