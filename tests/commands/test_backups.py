"""Backing up and recovering on the command line."""

import random
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

import main
from models.database import file_in
from models.occupancy import occupy
from models.store import Store
from tests.drafts import damage
from tests.shell import Shell


def test_backup_and_recover_bring_the_former_state_back(shell: Shell, imported: str, tmp_path: Path) -> None:
    before = shell("show", imported)
    file = tmp_path / "备份.db"
    assert shell("backup", "--to", file) == {"file": str(file)}
    shell("set", imported, "date=2026年3月9日")

    done = shell("recover", file)

    assert (done["how"], done["reports"], done["lost"]) == ("restored", 1, [])
    assert shell("show", imported) == before
    assert "报告1" in done["notes"][0]
    again = shell("recover", done["aside"])
    assert again["how"] == "restored"
    assert shell("show", imported) != before


def test_backup_never_overwrites(shell: Shell, imported: str, tmp_path: Path) -> None:
    file = tmp_path / "备份.db"
    file.write_text("别的", encoding="utf-8")

    assert "已经有" in shell.refused("backup", "--to", file)
    assert file.read_text(encoding="utf-8") == "别的"
    assert Path(shell("backup", "--to", tmp_path)["file"]).parent == tmp_path


def test_backup_of_nothing_is_refused(shell: Shell, tmp_path: Path) -> None:
    assert "没有草稿" in shell.refused("backup", "--to", tmp_path / "x.db")


def test_importing_backs_up_what_is_there_first(shell: Shell, imported: str, data_dir: Path) -> None:
    from tests.shell import SAMPLE

    shell("import", SAMPLE)

    assert [one.name[-9:-3] for one in (data_dir / "backups").iterdir()] == ["import"]


@pytest.mark.parametrize("command", ["show", "check"])
def test_commands_on_damaged_drafts_name_recover(
    shell: Shell, imported: str, data_dir: Path, command: str
) -> None:
    with file_in(data_dir).open("r+b") as stream:
        stream.write(bytes(100))

    assert "recover" in shell.refused(command, imported)


def test_recover_refuses_what_is_no_backup_and_leaves_all_as_it_is(
    shell: Shell, imported: str, tmp_path: Path, data_dir: Path
) -> None:
    picture = tmp_path / "照片.db"
    picture.write_bytes(b"\xff\xd8\xff" * 5000)
    before = shell("list")

    assert "没有找到任何报告" in shell.refused("recover", picture)
    assert "没有“" in shell.refused("recover", tmp_path / "没有.db")
    assert "完好" in shell.refused("recover", file_in(data_dir))
    assert shell("list") == before


def test_recover_waits_for_the_window_to_be_closed(shell: Shell, imported: str, data_dir: Path) -> None:
    with occupy(data_dir):
        assert "窗口" in shell.refused("recover", file_in(data_dir))


def test_recover_says_what_it_took_from_where(shell: Shell, imported: str, data_dir: Path) -> None:
    with Store.open(data_dir) as store:
        store.keep(imported, "手动", "好的")
    shell("set", imported, "date=2026年3月9日")
    damage(data_dir, "DELETE FROM contents WHERE key = 'letterhead.date'")

    done = shell("recover", file_in(data_dir))

    assert done["how"] == "salvaged"
    assert len(done["lost"]) == 1
    assert "成文日期取自" in done["lost"][0]
    assert "版本" in done["lost"][0]
    assert Path(done["aside"]).name.startswith("drafts-损坏-")
    shell("show", imported)


def test_an_empty_file_and_a_backup_without_reports_never_take_the_place_of_drafts(
    shell: Shell, imported: str, tmp_path: Path
) -> None:
    nothing, bare = tmp_path / "空.db", tmp_path / "没有报告"
    nothing.touch()
    Store.open(bare).close()
    before = shell("list")

    assert "是空的" in shell.refused("recover", nothing)
    assert "没有报告" in shell.refused("recover", file_in(bare))
    assert shell("list") == before


def test_a_backup_into_a_folder_that_is_not_there_is_refused(
    shell: Shell, imported: str, tmp_path: Path
) -> None:
    assert "U盘" in shell.refused("backup", "--to", tmp_path / "a" / "b")
    assert not (tmp_path / "a").exists()
    assert shell("backup", "--to", tmp_path / "备份")["file"].endswith("备份.db")


def test_recover_says_how_to_reach_what_a_backup_lacks(shell: Shell, imported: str, tmp_path: Path) -> None:
    shell("backup", "--to", tmp_path / "备份.db")
    shell("set", imported, "date=2026年3月9日")

    (said,) = shell("recover", tmp_path / "备份.db")["notes"]

    assert "recover" in said
    assert "“取出报告”" in said


def test_a_schema_that_is_no_text_is_damage_and_no_traceback(
    shell: Shell, imported: str, data_dir: Path
) -> None:
    Store.open(data_dir).close()
    with closing(sqlite3.connect(file_in(data_dir))) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    file = file_in(data_dir)
    file.write_bytes(file.read_bytes().replace(b"CREATE TABLE contents", b"CREATE T\xff\xfeLE contents"))

    assert "recover" in shell.refused("list")
    assert shell("recover", file)["how"] == "salvaged"
    shell("show", imported)


@pytest.mark.parametrize("seed", range(3))
def test_however_damaged_the_drafts_are_commands_end_in_a_sentence(
    data_dir: Path, imported: str, capsys: pytest.CaptureFixture[str], seed: int
) -> None:
    chance, file = random.Random(seed), file_in(data_dir)
    content = bytearray(file.read_bytes())
    for _ in range(chance.randint(30, 200)):
        at = chance.randrange(len(content) - 8)
        content[at : at + 8] = chance.randbytes(8)
    file.write_bytes(content)

    for arguments in (["list"], ["show", "1"], ["recover", str(file)], ["list"], ["show", "1"]):
        main.main(["--data-dir", str(data_dir), *arguments])

        assert "程序出错" not in capsys.readouterr().err
