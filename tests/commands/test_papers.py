"""Papers on the command line: demo, export, public version, sign-off, fonts."""

import re
import zipfile
from pathlib import Path
from typing import Any

import pypdfium2  # type: ignore[import-untyped]
import pytest

import main
from tests.exporters.fonts.made_fonts import made_font, save
from tests.shell import SAMPLE, Shell


def assert_measured(layout: dict[str, Any]) -> None:
    """The page was measured by every rule, and keeps them all."""
    assert layout["pages"] == len(layout["page_numbers"])
    assert len(layout["rules"]) > 30
    assert [rule["measured"] for rule in layout["rules"] if rule["ok"] is False] == []


def test_demo_writes_the_sample_in_four_formats_and_tells_what_was_measured(
    shell: Shell, tmp_path: Path
) -> None:
    told = shell("demo", "--to", tmp_path / "出")
    files = [Path(name) for name in told["files"]]

    assert sorted(file.suffix for file in files) == [".docx", ".pdf", ".txt", ".xlsx"]
    assert all(file.stat().st_size > 1000 for file in files)
    assert_measured(told["layout"])


def test_export_writes_the_formats_asked_for(shell: Shell, imported: str, tmp_path: Path) -> None:
    files = shell("export", imported, "--to", tmp_path, "--format", "txt,pdf", "--stage", "送审稿")["files"]

    assert [Path(name).suffix for name in files] == [".txt", ".pdf"]
    assert "（送审稿）" in Path(files[0]).read_text(encoding="utf-8")


def test_export_tells_what_was_measured_on_the_pdf(shell: Shell, imported: str, tmp_path: Path) -> None:
    assert_measured(shell("export", imported, "--format", "pdf", "--to", tmp_path)["layout"])

    assert set(shell("export", imported, "--to", tmp_path, "--format", "txt")) == {
        "files",
        "fonts",
        "version",
    }


def test_the_summary_of_what_was_measured_is_printed_beside_the_paths(
    imported: str, data_dir: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main.main(["--data-dir", str(data_dir), "export", imported, "--to", str(tmp_path), "--format", "pdf"])

    printed = capsys.readouterr()
    assert "版面实测" not in printed.out
    assert re.search(r"版面实测：\d+面，正文168行，每行28字；", printed.err)


def test_fonts_travel_in_the_word_file_where_they_are_asked_for(
    shell: Shell, imported: str, tmp_path: Path
) -> None:
    wanted = ("export", imported, "--to", tmp_path, "--format", "docx")
    plain, embedded = (shell(*wanted, *more)["files"][0] for more in ((), ("--embed-fonts",)))

    parts = [zipfile.ZipFile(file).namelist() for file in (plain, embedded)]
    assert [any(name.endswith(".odttf") for name in names) for names in parts] == [False, True]


def test_signoff_writes_its_papers_and_names_the_version(shell: Shell, imported: str, tmp_path: Path) -> None:
    assert shell("versions", imported) == {"versions": []}

    signed = shell("signoff", imported, "--to", tmp_path, "--drafter", "王一", "--department", "青河县司法局")

    assert set(signed) == {"files", "version"}
    assert [Path(name).name.rsplit(" ", 1)[1] for name in signed["files"]] == [
        "1发文稿纸.pdf", "2送审稿.pdf", "3校对报告.pdf", "4数据表.pdf", "5签批材料.pdf",
    ]  # fmt: skip
    fixed = {"number", "kind", "name", "time", "hash"}
    assert set(signed["version"]) == fixed | {"label", "characters", "changed"}
    assert (signed["version"]["number"], signed["version"]["kind"]) == (1, "送审稿")
    assert shell("versions", imported) == {"versions": [signed["version"]]}
    assert shell("show", imported)["stage"] == "送审稿"


def test_signoff_of_an_unchanged_report_makes_no_second_version(
    shell: Shell, imported: str, tmp_path: Path
) -> None:
    first, second = (shell("signoff", imported, "--to", tmp_path) for _ in range(2))

    assert first["version"] == second["version"]
    assert set(first["files"]).isdisjoint(second["files"])
    pairs = zip(first["files"], second["files"], strict=True)
    assert all(Path(one).read_bytes() == Path(other).read_bytes() for one, other in pairs)
    assert len(shell("versions", imported)["versions"]) == 1


def test_a_public_version_comes_with_a_web_page_and_leaves_the_internal_files_alone(
    shell: Shell, imported: str, tmp_path: Path
) -> None:
    shell("set", imported, "signatories=周明远", "doc_number=云政〔2026〕5号")
    internal = shell("export", imported, "--to", tmp_path, "--format", "txt")["files"]

    files = shell("export", imported, "--to", tmp_path, "--public", "--overwrite")["files"]

    assert [Path(name).suffix for name in files] == [".docx", ".pdf", ".xlsx", ".txt", ".html"]
    assert all(Path(name).stem.endswith("（公开版）") for name in files)
    assert not set(internal) & set(files)
    page = Path(files[-1]).read_text(encoding="utf-8")
    assert "云政〔2026〕5号" in page
    assert "周明远" not in page


def test_personal_data_stop_a_public_version_until_they_are_accepted(shell: Shell, tmp_path: Path) -> None:
    source = tmp_path / "有电话.txt"
    source.write_text("一、主要举措和成效\n（一）热线。有事请拨打13800138000。\n内部资料。", encoding="utf-8")
    number = shell("import", source)["reports"][0]["id"]
    wanted = ("export", number, "--to", tmp_path / "出", "--public")

    stopped = shell(*wanted, status=2)
    said = shell.refused(*wanted)

    assert stopped["error"] == said
    assert "“13800138000”（一、（一））" in said
    assert "--accept" in said
    assert [(one["rule"], one["quote"], one["section"], one["item"]) for one in stopped["findings"]] == [
        ("DIS02", "13800138000", "measures", 1),
        ("DIS04", "内部资料", "measures", 1),
    ]
    assert not (tmp_path / "出").exists()
    files = shell(*wanted, "--accept", "--format", "txt")["files"]
    assert "13800138000" in Path(files[0]).read_text(encoding="utf-8")


def test_text_to_report_to_text_gives_the_sample_back(shell: Shell, imported: str, tmp_path: Path) -> None:
    [file] = shell("export", imported, "--to", tmp_path, "--format", "txt")["files"]

    assert Path(file).read_text(encoding="utf-8").split("\n") == SAMPLE.read_text(encoding="utf-8").split(
        "\n"
    )


def test_what_is_not_on_the_paper_is_said_beside_the_answer(
    shell: Shell, imported: str, tmp_path: Path, data_dir: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shell("set", imported, "title=𠮷县报告", "doc_number=云政〔2026〕5号")

    main.main(["--data-dir", str(data_dir), "export", imported, "--to", str(tmp_path), "--format", "pdf"])

    notes = capsys.readouterr().err.splitlines()
    assert "“𠮷”（在文头的标题）" in notes[0]
    assert "“仿宋_GB2312”" in notes[1]
    assert notes[2].startswith("版面实测：")
    assert "没有印成“〓”的字：第1面" in notes[3]


def test_demo_and_export_say_which_fonts_the_pdf_has(shell: Shell, imported: str, tmp_path: Path) -> None:
    folder = tmp_path / "字体"
    file = save(made_font("KaiTi", chinese="楷体"), folder / "k.ttf")
    shell("set", imported, "notes=送𠮷某")

    for answer in (
        shell("demo", "--to", tmp_path / "一", "--fonts", folder),
        shell("export", imported, "--to", tmp_path / "二", "--fonts", folder),
    ):
        faces = {one["face"]: one for one in answer["fonts"]["faces"]}
        assert list(faces) == ["仿宋", "黑体", "楷体", "小标宋", "宋体"]
        assert all(one["embedded"] for one in faces.values())
        assert (faces["楷体"]["used"], faces["楷体"]["file"]) == ("楷体", str(file))
        assert [one["stand_in"] for one in faces.values()] == [True, True, False, True, True]
    assert answer["fonts"]["missing"] == [
        {"character": "𠮷", "code": "U+20BB7", "section": "letterhead", "item": None, "quote": "送𠮷某"}
    ]


def test_a_font_that_is_not_used_is_said_with_its_reason(
    imported: str, data_dir: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    save(made_font("SimHei", chinese="黑体", is_cff=True), tmp_path / "字体" / "黑体.otf")
    (tmp_path / "字体" / "仿宋.ttf").write_bytes(b"")

    wanted = ["export", imported, "--to", str(tmp_path / "出"), "--format", "pdf"]
    main.main(["--data-dir", str(data_dir), *wanted, "--fonts", str(tmp_path / "字体")])

    said = capsys.readouterr().err
    assert "字体文件“黑体.otf”没有使用：没有TrueType轮廓" in said
    assert "字体文件“仿宋.ttf”没有使用：文件损坏" in said


def test_without_a_pdf_no_font_is_embedded(shell: Shell, imported: str, tmp_path: Path) -> None:
    fonts = shell("export", imported, "--to", tmp_path, "--format", "docx")["fonts"]

    assert not any(one["embedded"] for one in fonts["faces"])


def test_an_office_exports_by_its_own_profile(
    shell: Shell, imported: str, tmp_path: Path, data_dir: Path
) -> None:
    own = data_dir / "profiles" / "county.toml"
    own.parent.mkdir()
    own.write_text('base = "gbt9704"\nname = "本县"\n[grid]\nlines = 11\ncharacters = 28\n', encoding="utf-8")

    pages = []
    for number, profile in enumerate(("gbt9704", "county")):
        to = tmp_path / str(number)
        [file] = shell("export", imported, "--to", to, "--format", "pdf", "--profile", profile)["files"]
        with pypdfium2.PdfDocument(file) as paper:
            pages.append(len(paper))

    assert pages[1] > pages[0]
