"""History on the command line: versions, a paper found by its code, restore; export leaves a version."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

import main
from models.store import Store
from models.version import Occasion
from tests.shell import SAMPLE, Shell

FIXED = {"number", "kind", "name", "time", "hash"}


def export(shell: Shell, report_id: str, folder: Path, *more: str) -> dict[str, Any]:
    """The version of which a plain text was written."""
    return shell("export", report_id, "--to", folder, "--format", "txt", *more)["version"]


def test_versions_are_listed_with_what_they_hold(shell: Shell, imported: str, tmp_path: Path) -> None:
    signed = export(shell, imported, tmp_path, "--stage", "送审稿")
    shell("set", imported, "title=改过的标题")
    export(shell, imported, tmp_path)

    first, second = shell("versions", imported)["versions"]

    assert first == signed
    assert set(first) == FIXED | {"label", "characters", "changed"}
    assert (first["label"], second["label"]) == ("送审稿 第1稿", "导出前")
    assert first["changed"] is None  # nothing was before
    assert first["characters"] > 1000


def test_the_code_on_a_paper_finds_its_version_in_all_reports(
    shell: Shell, imported: str, tmp_path: Path
) -> None:
    signed = export(shell, imported, tmp_path, "--stage", "送审稿")

    (found,) = shell("versions", "--code", signed["hash"][:10].upper())["versions"]
    assert found.pop("report") == imported
    assert "法治政府建设" in found.pop("title")
    assert found == signed
    assert shell("versions", imported, "--code", signed["hash"][:4])["versions"][0]["hash"] == signed["hash"]
    assert shell("versions", "--code", "0000000000") == {"versions": []}


def test_what_versions_cannot_tell_is_said(shell: Shell, imported: str) -> None:
    assert "请写上报告的编号" in shell.refused("versions")
    assert "至少写4个字符" in shell.refused("versions", "--code", "3f9")
    assert "没有编号为“77”的报告" in shell.refused("versions", "77", "--code", "3f9c")


def test_restore_brings_a_version_back_and_says_where_the_present_is_kept(
    shell: Shell, imported: str, tmp_path: Path
) -> None:
    before = shell("show", imported)["title"]
    code = export(shell, imported, tmp_path)["hash"]
    shell("set", imported, "title=改过的标题")

    done = shell("restore", imported, code[:6])

    assert shell("show", imported)["title"] == before
    assert (done["id"], done["restored"]["hash"]) == (imported, code)
    assert done["kept"]["kind"] == "恢复前"
    shell("restore", imported, done["kept"]["number"])
    assert shell("show", imported)["title"] == "改过的标题"


def said(data_dir: Path, capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[list[str], str]:
    """What people read on a terminal: the lines, and the notes."""
    assert main.main(["--data-dir", str(data_dir), *arguments]) == 0
    found = capsys.readouterr()
    return found.out.splitlines(), found.err


def test_people_read_a_head_and_every_version_once_to_the_second(
    shell: Shell, imported: str, data_dir: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with Store.open(data_dir) as store:
        kept = store.keep(imported, Occasion.AUTOMATIC)
        store.edit(imported, lambda report: replace(report, year=2024))
        store.keep(imported, Occasion.EXPORT, "打包带走")

    (head, first, second), _ = said(data_dir, capsys, "versions", imported)

    assert head.split() == ["序号", "时间", "版本", "字数", "改动", "编码"]
    assert first.count("自动") == 1
    assert f"{kept.time:%Y-%m-%d %H:%M:%S}" in first
    assert "打包带走（导出前）" in second
    assert first.endswith(kept.short_hash)


def test_what_takes_a_report_out_of_its_frozen_stage_says_which_paper_it_left(
    shell: Shell, imported: str, tmp_path: Path, data_dir: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plain = export(shell, imported, tmp_path)["number"]
    signed = export(shell, imported, tmp_path, "--stage", "送审稿")
    left = f"报告{imported}已离开送审稿第1稿（{signed['hash'][:10]}），回到起草；用 diff {imported} 2 看改了什么。"

    assert left in said(data_dir, capsys, "set", imported, "title=改过的标题")[1]
    assert "离开" not in said(data_dir, capsys, "set", imported, "title=再改")[1]
    assert "离开" not in said(data_dir, capsys, "restore", imported, str(signed["number"]))[1]
    assert left in said(data_dir, capsys, "restore", imported, str(plain))[1]


def test_a_code_that_is_too_short_fits_several_or_another_report_is_said(
    shell: Shell, imported: str, tmp_path: Path
) -> None:
    code = export(shell, imported, tmp_path)["hash"]
    other = shell("import", SAMPLE)["reports"][0]["id"]
    shell("set", other, "title=另一份")
    foreign = export(shell, other, tmp_path)["hash"]

    for command in ("restore", "diff"):
        assert "作编码太短" in shell.refused(command, imported, "abc")
        assert f"报告{other}《另一份》的导出" in shell.refused(command, imported, foreign[:10])
    assert "没有叫“zzzzz”的版本" in shell.refused("restore", imported, "zzzzz")
    assert shell("versions", imported, "--code", foreign) == {"versions": []}
    assert shell("restore", imported, code[:8])["restored"]["hash"] == code


def test_a_version_that_is_not_there_is_said_and_nothing_is_changed(shell: Shell, imported: str) -> None:
    assert "没有叫“12”的版本" in shell.refused("restore", imported, "12")
    assert shell("versions", imported) == {"versions": []}


def test_export_tells_the_version_it_shows(shell: Shell, imported: str, tmp_path: Path) -> None:
    plain = export(shell, imported, tmp_path)
    final = export(shell, imported, tmp_path, "--stage", "定稿")

    assert (plain["kind"], final["label"]) == ("导出前", "定稿 第1稿")
    assert shell("show", imported)["stage"] == "定稿"
    assert shell("versions", imported)["versions"] == [plain, final]
