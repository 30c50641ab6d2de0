"""Backing up and recovering on the command line."""

from pathlib import Path

import pytest

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
