"""Whatever call of SQLite fails: words, nothing lost, and the next try works.

A few operations, each under one or two faults; `python -m tests.faults` does every fault to every operation.
"""

from pathlib import Path

import pytest

from models.database import file_in
from models.errors import UserError
from models.store import Store
from tests.faults.failing_sqlite import FAULTS, Schedule, failing
from tests.faults.reports import begun, furnish
from tests.faults.sqlite_run import strike_all

BY_NAME = {fault.name: fault for fault in FAULTS}


@pytest.mark.parametrize(
    ("operation", "fault"),
    [
        ("save over another writer", "I/O error after the call"),
        ("migrate from 2", "full from then on"),
        ("restore", "locked"),
        ("purge", "corrupt"),
        ("merge in", "I/O error after the call"),
        ("back up", "full"),
    ],
)
def test_an_operation_is_done_or_not_whatever_call_fails(operation: str, fault: str, tmp_path: Path) -> None:
    struck = list(strike_all(operation, tmp_path, (BY_NAME[fault],)))

    assert len(struck) > 5
    assert [one for one in struck if one.complaints] == []


def test_a_rollback_that_fails_too_prints_no_traceback(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    furnish(tmp_path / "drafts")
    schedule = Schedule(BY_NAME["full from then on"], 8)

    store = Store(file_in(tmp_path / "drafts"))

    with store, failing(schedule), pytest.raises(UserError, match="磁盘已满"):
        store.create(begun())

    assert schedule.struck
    assert capfd.readouterr() == ("", "")
