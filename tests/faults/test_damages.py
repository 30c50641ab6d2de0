"""A damaged file is opened as it was, or got back with every loss named."""

from pathlib import Path

import pytest

from tests.faults.damages import damage_one, furnish_with_backup

DAMAGES = 12


@pytest.fixture(scope="module")
def ready(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("damages") / "数据 目录"
    furnish_with_backup(folder)
    return folder


@pytest.mark.parametrize("number", range(DAMAGES))
def test_nothing_is_lost_without_a_word(number: int, ready: Path, tmp_path: Path) -> None:
    found = damage_one(ready, tmp_path, f"test {number}")

    assert found.complaints == ()
    assert found.end in {"一样", "抢救", "备份"}
