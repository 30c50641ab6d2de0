"""Whatever is not as it was written is found, and a file is only read for it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from models.database import file_in
from models.errors import DamagedError
from models.inspection import troubles
from models.store import Store
from tests.drafts import damage
from tests.the_sample import sample_report


@pytest.fixture
def drafts(data_dir: Path) -> Path:
    with Store.open(data_dir) as store:
        store.keep(store.create(sample_report()), "手动")
    return data_dir


def overwrite(at: int, content: bytes) -> Callable[[Path], None]:
    def act(data_dir: Path) -> None:
        with file_in(data_dir).open("r+b") as stream:
            stream.seek(at)
            stream.write(content)

    return act


def truncate(data_dir: Path) -> None:
    with file_in(data_dir).open("r+b") as stream:
        stream.truncate(20_000)


def statement(words: str) -> Callable[[Path], None]:
    return lambda data_dir: damage(data_dir, words)


def test_a_sound_file_has_no_troubles_also_while_it_is_written_to(drafts: Path) -> None:
    with Store.open(drafts) as store:
        store.create(sample_report())

        assert troubles(file_in(drafts)) == ()


@pytest.mark.parametrize(
    ("act", "words"),
    [
        (statement("UPDATE contents SET value = '\"x\"' WHERE key = 'preamble'"), "报告1《"),
        (statement("UPDATE contents SET value = '\"x\"' WHERE key = 'section.plan'"), "的内容（“"),
        (statement("DELETE FROM contents WHERE key = 'preamble'"), "报告1"),
        (statement("UPDATE reports SET deleted = '2026'"), "报告1"),
        (statement("DELETE FROM reports"), "登记不见了"),
        (
            statement(
                "INSERT INTO versions SELECT report_id, 2, kind, name, created, hash, content, characters,"
                " changed, seal FROM versions"
            ),
            "第2个版本",
        ),
        (statement("DROP TABLE versions"), "缺少"),
        (statement("PRAGMA user_version = 2"), "开头"),
        (overwrite(0, bytes(100)), "开头"),
        (overwrite(8192, bytes(4096)), "结构"),
        (truncate, "结构"),
    ],
)
def test_every_damage_is_told_in_words(drafts: Path, act: Callable[[Path], None], words: str) -> None:
    act(drafts)
    before = file_in(drafts).read_bytes()

    assert words in "".join(troubles(file_in(drafts)))
    assert file_in(drafts).read_bytes() == before


def test_a_torn_log_is_refused_before_it_is_overwritten(drafts: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    copy.mkdir()
    with Store.open(drafts) as store:
        for _ in range(3):
            store.create(sample_report())
        for end in ("", "-wal"):
            file = file_in(drafts).with_name(f"drafts.db{end}")
            (copy / file.name).write_bytes(file.read_bytes())
    log = copy / "drafts.db-wal"
    torn = bytearray(log.read_bytes())
    torn[9000] ^= 1
    log.write_bytes(torn)

    assert "日志" in "".join(troubles(file_in(copy)))
    with pytest.raises(DamagedError, match="最近的改动"):
        Store.open(copy)
    assert log.read_bytes() == bytes(torn)
