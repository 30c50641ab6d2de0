"""History on the command line: versions, a paper found by its code, restore; export leaves a version."""

from pathlib import Path
from typing import Any

from tests.shell import Shell

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


def test_a_version_that_is_not_there_is_said_and_nothing_is_changed(shell: Shell, imported: str) -> None:
    assert "没有名为“12”的版本" in shell.refused("restore", imported, "12")
    assert shell("versions", imported) == {"versions": []}


def test_export_tells_the_version_it_shows(shell: Shell, imported: str, tmp_path: Path) -> None:
    plain = export(shell, imported, tmp_path)
    final = export(shell, imported, tmp_path, "--stage", "定稿")

    assert (plain["kind"], final["label"]) == ("导出前", "定稿 第1稿")
    assert shell("show", imported)["stage"] == "定稿"
    assert shell("versions", imported)["versions"] == [plain, final]
