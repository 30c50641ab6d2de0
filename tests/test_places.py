"""Bad places from the outside: the command line says in words what cannot be done there, and nothing is lost."""

import json
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

import main
from models import rows
from models.database import file_in
from tests.bound import run_bound
from tests.shell import SAMPLE, Shell

ROOT = Path(__file__).resolve().parent.parent
OLD = Path(__file__).parent / "models/old_databases"
COMMANDS = """
import contextlib, io, json, sys
import main
said = []
for arguments in json.loads(sys.argv[1]):
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        status = main.main(arguments)
    said.append((status, out.getvalue(), err.getvalue()))
print(json.dumps(said))
"""
CRAMPED = """
import resource, sys
import main
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[1]),) * 2)
sys.exit(main.main(sys.argv[2:]))
"""


@pytest.mark.needs("setpriv")
class TestReadOnly:
    def test_a_read_only_program_folder_lets_everything_be_read_and_says_what_it_cannot_store(
        self, shell: Shell, imported: str, data_dir: Path, tmp_path: Path
    ) -> None:
        before = shell("show", imported)
        commands = (
            ("--json", "show", imported),
            ("export", imported, "--to", str(tmp_path), "--format", "txt"),
            ("set", imported, "figure.fy_apply=7"),
        )
        file_in(data_dir).chmod(0o444)
        data_dir.chmod(0o555)
        try:
            ended = run_bound(
                "-c", COMMANDS, json.dumps([("--data-dir", str(data_dir), *one) for one in commands])
            )
        finally:
            data_dir.chmod(0o755)
            file_in(data_dir).chmod(0o644)

        shown, exported, refused = json.loads(ended.stdout)
        assert (shown[0], json.loads(shown[1])) == (0, before)
        assert shown[2].startswith("只读：")
        assert shown[2].count("\n") == 1
        assert exported[0] == 0, exported[2]
        assert Path(exported[1].strip()).is_file()
        assert (refused[0], refused[1], refused[2].count("\n")) == (2, "", 1)
        assert "只能读不能写" in refused[2]
        assert shell("show", imported) == before

    def test_selfcheck_says_so(self, shell: Shell, imported: str, data_dir: Path) -> None:
        file_in(data_dir).chmod(0o400)
        data_dir.chmod(0o500)
        try:
            ended = run_bound("main.py", "--data-dir", data_dir, "selfcheck", "--json")
        finally:
            data_dir.chmod(0o700)

        wrong = [one for one in json.loads(ended.stdout)["checks"] if not one["ok"]]
        assert (ended.returncode, [one["name"] for one in wrong]) == (1, ["草稿文件夹"])
        assert "只读" in wrong[0]["words"]


def test_a_synchronised_folder_is_used_and_warned_of_once(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "我的坚果云" / "法治年报"

    assert main.main(["--data-dir", str(folder), "import", str(SAMPLE)]) == 0
    said = capsys.readouterr()

    assert "报告1" in said.out
    assert said.err.count("坚果云”里") + said.err.count("（坚果云）里") == 1
    assert [one.name for one in folder.glob("drafts.db*")] == ["drafts.db"]


def test_new_profile_name_or_user_name_in_chinese_breaks_paths(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """They do not: a home folder in Chinese with blanks is one like any other."""
    home = tmp_path / "张 三（办公室） 的文件夹"
    home.mkdir()
    for name in ("HOME", "USERPROFILE", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(home))
    monkeypatch.delenv("XDG_DATA_HOME", raising=False)

    assert main.main(["import", str(SAMPLE)]) == 0
    assert main.main(["export", "1", "--to", str(home / "导 出"), "--format", "docx,txt"]) == 0

    assert len(list((home / "导 出").iterdir())) == 2
    assert list(home.rglob("drafts.db"))


def test_a_path_of_two_hundred_characters_holds_drafts(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = (
        tmp_path / "法治政府建设 年度报告（云岭县司法局）#1%20" / "drafts of the yearly report" / "草稿 2026"
    )
    folder /= "x" * (200 - len(str(folder)))
    assert len(str(folder)) > 200

    assert main.main(["--data-dir", str(folder), "import", str(SAMPLE)]) == 0
    assert main.main(["--data-dir", str(folder), "set", "1", "figure.fy_apply=181"]) == 0
    assert main.main(["--data-dir", str(folder), "backup", "--to", str(folder)]) == 0

    assert main.main(["--data-dir", str(folder), "list"]) == 0
    assert "法治政府建设" in capsys.readouterr().out.splitlines()[-1]


@pytest.mark.skipif(sys.platform == "win32", reason="SQLite's limit is another one there")
def test_a_path_that_sqlite_cannot_open_is_refused_in_words_and_not_made(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path.joinpath(*["深" * 50] * 4)

    assert main.main(["--data-dir", str(folder), "list"]) == 2

    assert "路径太长" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_a_clock_that_was_set_back_loses_nothing(
    shell: Shell, imported: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    shell("set", imported, "figure.fy_apply=181")
    monkeypatch.setattr(rows, "now_utc", lambda: "2001-01-01T00:00:00+00:00")

    shell("set", imported, "figure.fy_apply=182")

    assert [one["id"] for one in shell("list")["reports"]] == [imported]
    figures = {one["id"]: one for one in shell("show", imported)["figures"]}
    assert "182" in json.dumps(figures["fy_apply"], ensure_ascii=False)


def test_a_newer_database_is_refused_and_stays_as_it_is(shell: Shell, imported: str, data_dir: Path) -> None:
    with closing(sqlite3.connect(file_in(data_dir))) as connection:
        connection.execute("PRAGMA user_version = 99")
    before = file_in(data_dir).read_bytes()

    for command in (["list"], ["show", imported], ["set", imported, "figure.fy_apply=7"]):
        assert "更新版本的法治年报" in shell.refused(*command)

    assert file_in(data_dir).read_bytes() == before


@pytest.mark.parametrize("version", sorted(file.stem for file in OLD.glob("*.db")))
def test_a_database_of_every_earlier_program_goes_on(shell: Shell, data_dir: Path, version: str) -> None:
    data_dir.mkdir()
    file_in(data_dir).write_bytes((OLD / f"{version}.db").read_bytes())

    reports = shell("list")["reports"]
    assert len(reports) == 2
    shell("set", reports[0]["id"], "figure.fy_apply=7")

    assert len(shell("list")["reports"]) == 2


@pytest.mark.skipif(sys.platform == "win32", reason="limits are POSIX's")
def test_a_full_disk_loses_nothing_and_the_next_try_works(
    shell: Shell, imported: str, data_dir: Path
) -> None:
    before, room = shell("show", imported), file_in(data_dir).stat().st_size
    arguments = ["--data-dir", str(data_dir), "import", str(SAMPLE)]

    ended = subprocess.run(
        [sys.executable, "-c", CRAMPED, str(room - 4096), *arguments],
        cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip

    assert (ended.returncode, ended.stdout, ended.stderr.count("\n")) == (2, "", 1), ended.stderr
    assert "磁盘" in ended.stderr
    assert shell("show", imported) == before
    assert shell("import", SAMPLE)["reports"][0]["id"] != imported
