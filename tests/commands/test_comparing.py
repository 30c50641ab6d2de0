"""diff on the command line."""

from pathlib import Path

from models.store import Store
from models.version import Occasion
from tests.shell import Shell


def kept(data_dir: Path, report_id: str, name: str) -> str:
    """Keep the report as a version; its hash."""
    with Store.open(data_dir) as store:
        return store.keep(report_id, Occasion.NAMED, name).hash


def test_a_version_is_compared_with_the_present_draft(shell: Shell, imported: str, data_dir: Path) -> None:
    kept(data_dir, imported, "初稿")
    shell("set", imported, "figure.fy_apply=180", "date=2026年3月1日")

    changes = shell("diff", imported, "1")["changes"]

    assert {"section", "item", "kind", "old", "new"} <= set(changes[0])
    date = next(one for one in changes if one["section"] == "letterhead")
    assert (date["kind"], date["new"], date["item"]) == ("changed", "2026年3月1日", None)
    figure = next(one for one in changes if one["where"] == "数据·行政复议申请（本年）")
    assert (figure["section"], figure["old"], figure["new"]) == ("figures", "164", "180")
    sentence = next(one for one in changes if "行政复议申请180件" in one["new"])
    assert sentence["section"] == "measures"
    assert "行政复议申请164件" in sentence["old"]
    assert {"text": "164", "kind": "deleted"} in sentence["runs"]


def test_two_versions_are_compared_by_number_or_by_the_code_on_the_paper(
    shell: Shell, imported: str, data_dir: Path
) -> None:
    first = kept(data_dir, imported, "初稿")
    shell("set", imported, "figure.fy_apply=180")
    second = kept(data_dir, imported, "二稿")

    by_number = shell("diff", imported, "1", "2")
    assert by_number["changes"]
    assert shell("diff", imported, first[:10], second[:10].upper()) == by_number
    assert shell("diff", imported, "2", "2")["changes"] == []


def test_the_redline_is_written_where_it_is_asked_for(
    shell: Shell, imported: str, data_dir: Path, tmp_path: Path
) -> None:
    kept(data_dir, imported, "初稿")
    shell("set", imported, "figure.fy_apply=180")

    files = [Path(file) for file in shell("diff", imported, "1", "--to", tmp_path / "出")["files"]]

    assert [file.suffix for file in files] == [".docx", ".pdf"]
    assert all(file.is_file() and file.stem.endswith("花脸稿") for file in files)


def test_a_version_that_is_not_there_is_refused_in_words(shell: Shell, imported: str, data_dir: Path) -> None:
    code = kept(data_dir, imported, "初稿")
    other = shell("import", Path(__file__).parents[2] / "resources/sample/report.txt")["reports"][0]["id"]

    assert "没有叫“7”的版本" in shell.refused("diff", imported, "7")
    assert "没有叫“ffff”的版本" in shell.refused("diff", imported, "ffff" if code[:4] != "ffff" else "eeee")
    assert f"是报告{imported}《" in shell.refused("diff", other, code[:10])
    assert "只写一个或两个" in shell.refused("diff", imported, "1", "1", "1")
