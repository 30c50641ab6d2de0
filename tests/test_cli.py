"""The command line as a clerk's scripts and outside checks use it."""

import json
import re
import zipfile
from pathlib import Path
from typing import Any

import pypdfium2  # type: ignore[import-untyped]
import pytest

import main
import resources
from tests.exporters.fonts.made_fonts import made_font, save
from tests.office_workbooks import office_workbook, row

SAMPLE = resources.path("sample/report.txt")


class Shell:
    """Runs commands on one data folder and remembers the last output."""

    def __init__(self, data_dir: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self._data_dir, self._capsys = data_dir, capsys

    def __call__(self, *arguments: object, status: int = 0) -> dict[str, Any]:
        """The JSON answer of a command that ends with `status`."""
        ended = main.main(["--data-dir", str(self._data_dir), "--json", *map(str, arguments)])
        said = self._capsys.readouterr()
        assert ended == status, said.err
        return json.loads(said.out)

    def refused(self, *arguments: object) -> str:
        """The one sentence on stderr of a command that cannot be met."""
        assert main.main(["--data-dir", str(self._data_dir), *map(str, arguments)]) == 2
        said = self._capsys.readouterr()
        assert said.out == ""
        assert said.err.count("\n") == 1
        return said.err.strip()


@pytest.fixture
def shell(data_dir: Path, capsys: pytest.CaptureFixture[str]) -> Shell:
    return Shell(data_dir, capsys)


@pytest.fixture
def imported(shell: Shell) -> str:
    """The sample as a stored report: its id."""
    return shell("import", SAMPLE)["reports"][0]["id"]


def test_demo_writes_the_sample_in_four_formats(shell: Shell, tmp_path: Path) -> None:
    files = [Path(name) for name in shell("demo", "--to", tmp_path / "出")["files"]]

    assert sorted(file.suffix for file in files) == [".docx", ".pdf", ".txt", ".xlsx"]
    assert all(file.stat().st_size > 1000 for file in files)


def test_import_answers_with_an_id_the_file_and_notes(shell: Shell) -> None:
    reports = shell("import", SAMPLE, SAMPLE)["reports"]

    assert [set(report) for report in reports] == [{"id", "file", "notes"}] * 2
    assert reports[0]["id"] != reports[1]["id"]
    assert reports[0]["file"] == str(SAMPLE)


def test_show_has_the_fields_of_the_contract(shell: Shell, imported: str) -> None:
    shown = shell("show", imported)

    assert set(shown) == {
        "id", "year", "template", "stage", "title", "organs", "addressees", "preamble", "sections", "figures",
        "relations", "attachments", "signature",
    }  # fmt: skip
    assert [section["number"] for section in shown["sections"]] == ["一", "二", "三", "四", "五"]
    assert set(shown["sections"][0]) == {"key", "number", "title", "paragraphs", "items"}
    assert shown["sections"][0]["items"][0]["number"] == "（一）"
    figure = next(one for one in shown["figures"] if one["id"] == "fy_apply")
    assert set(figure) == {
        "id", "name", "value", "unit", "qualifier", "surface", "last", "yoy", "department", "source",
        "received", "places",
    }  # fmt: skip
    assert set(figure["places"][0]) == {"section", "item", "quote"}
    relation = next(one for one in shown["relations"] if one["id"] == "V5")
    assert set(relation) == {"id", "name", "verdict", "working", "words"}
    assert (relation["verdict"], relation["working"]) == ("成立", "15+9+17+48+43+6+26=164 ✓")


def test_every_figure_is_quoted_where_it_stands(shell: Shell, imported: str) -> None:
    text = SAMPLE.read_text(encoding="utf-8")

    for figure in shell("show", imported)["figures"]:
        assert figure["places"], figure["name"]
        for place in figure["places"]:
            assert place["quote"] in text
            assert figure["surface"] in place["quote"]


def test_set_changes_a_figure_and_every_sentence_that_quotes_it(shell: Shell, imported: str) -> None:
    before = next(one for one in shell("show", imported)["figures"] if one["id"] == "fy_apply")

    shell("set", imported, "figure.fy_apply=987654", "figure.fy_apply.last=493827", "date=2026-3-1")

    after = shell("show", imported)
    figure = next(one for one in after["figures"] if one["id"] == "fy_apply")
    assert (figure["value"], figure["last"], figure["yoy"]) == ("987654", "493827", "100")
    assert len(figure["places"]) == len(before["places"])
    assert all("987654" in place["quote"] for place in figure["places"])
    assert after["signature"]["date"] == "2026年3月1日"


def test_list_names_the_reports(shell: Shell, imported: str) -> None:
    assert shell("list")["reports"][0]["id"] == imported


def test_check_ends_with_one_only_when_there_are_errors(shell: Shell, imported: str, tmp_path: Path) -> None:
    assert "error" not in {one["level"] for one in shell("check", imported)["findings"]}
    short = tmp_path / "短.txt"
    short.write_text("一、主要举措和成效\n甲。", encoding="utf-8")
    number = shell("import", short)["reports"][0]["id"]

    findings = shell("check", number, status=1)["findings"]

    assert set(findings[0]) == {
        "rule",
        "level",
        "section",
        "item",
        "quote",
        "message",
        "suggestion",
        "source",
    }
    assert {one["level"] for one in findings} == {"error"}


def test_export_writes_the_formats_asked_for(shell: Shell, imported: str, tmp_path: Path) -> None:
    files = shell("export", imported, "--to", tmp_path, "--format", "txt,pdf", "--stage", "送审稿")["files"]

    assert [Path(name).suffix for name in files] == [".txt", ".pdf"]
    assert "（送审稿）" in Path(files[0]).read_text(encoding="utf-8")


def test_export_and_demo_tell_what_was_measured_on_the_pdf(
    shell: Shell, imported: str, tmp_path: Path
) -> None:
    for arguments in (["demo"], ["export", imported, "--format", "pdf"]):
        layout = shell(*arguments, "--to", tmp_path)["layout"]
        assert layout["pages"] == len(layout["page_numbers"])
        assert len(layout["rules"]) > 30
        assert [rule["measured"] for rule in layout["rules"] if rule["ok"] is False] == []

    assert set(shell("export", imported, "--to", tmp_path, "--format", "txt")) == {"files", "fonts"}


def test_the_summary_of_what_was_measured_is_printed_beside_the_paths(
    data_dir: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main.main(["--data-dir", str(data_dir), "demo", "--to", str(tmp_path)])

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
    assert set(signed["version"]) == {"number", "kind", "name", "time", "hash"}
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


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["show", "99"], "没有编号为“99”的报告"),
        (["show", "张三"], "没有编号为“张三”的报告"),
        (["import", "没有这个.txt"], "找不到文件"),
        (["import", SAMPLE, "没有这个.txt"], "找不到文件"),
        (["import", SAMPLE, "--template", "village"], "没有名为“village”的模板"),
        (["set", "1", "colour=red"], "没有名为“colour”的文头字段"),
        (["set", "1", "figure.nothing=3"], "没有名为“nothing”的指标"),
        (["set", "1", "figure.fy_apply=许多"], "“许多”不是数量"),
        (["set", "1", "figure.fy_apply=180元"], "单位是“件”"),
        (["set", "1", "date=2026年2月30日"], "不是日期"),
        (["set", "1", "secrecy=绝对机密"], "密级不能是"),
        (["set", "1", "date"], "字段=值"),
        (["export", "1", "--to", SAMPLE], "文件夹"),
        (["export", "1", "--to", "/proc/出"], "/proc/出"),
        (["export", "1", "--to", ".", "--format", "ofd"], "没有名为“ofd”的导出格式"),
        (["export", "1", "--to", ".", "--format", ","], "没有选择导出格式"),
        (["explode"], "没有“explode”这个命令"),
        (["export", "1"], "缺少--to"),
        (["export", "1", "--to", ".", "--stage", "草稿"], "--stage不能是“草稿”"),
        (["export", "1", "--to", ".", "--accept"], "--accept只和--public一起用"),
        (["export", "1", "--to", ".", "--profile", "magazine"], "没有名为“magazine”的版式"),
        (["export", "1", "--to", ".", "--fonts", "没有这个"], "字体文件夹“没有这个”"),
        (["demo", "--to", ".", "--fonts", SAMPLE], "不是文件夹"),
        (["import", SAMPLE, "--year", "今年"], "--year要写数字"),
        (["import", SAMPLE, "--year", "0"], "年度“0”不对"),
        (["diff", "1", "2"], "这个版本还没有“diff”"),
        (["signoff", "1"], "缺少--to"),
        (["signoff", "99", "--to", "/proc/出"], "没有编号为“99”的报告"),
        (["signoff", "1", "--to", SAMPLE], "不是文件夹"),
        (["signoff", "1", "--to", "/proc/出"], "/proc/出"),
        (["versions", "99"], "没有编号为“99”的报告"),
        (["set", "1", "figure.fy_apply=98%"], "不是“%”"),
        (["set", "1", "figure.fy_apply=-5"], "不能是负数"),
        (["set", "1", "figure.fy_apply=99999999999999999999999999999999.5"], "不是数量"),
    ],
    ids=lambda value: " ".join(map(str, value)) if isinstance(value, list) else "",
)
def test_what_cannot_be_met_is_refused_in_a_sentence_and_changes_nothing(
    shell: Shell, imported: str, arguments: list[object], reason: str
) -> None:
    assert imported == "1"
    before = (shell("list"), shell("show", "1"), shell("versions", "1"))

    assert reason in shell.refused(*arguments)

    assert (shell("list"), shell("show", "1"), shell("versions", "1")) == before


def test_common_options_may_stand_behind_the_command(
    data_dir: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main.main(["import", str(SAMPLE), "--json", "--data-dir", str(data_dir)]) == 0
    capsys.readouterr()

    assert main.main(["--data-dir", str(data_dir), "list", "--json"]) == 0

    assert len(json.loads(capsys.readouterr().out)["reports"]) == 1


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
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    save(made_font("SimHei", chinese="黑体", is_cff=True), tmp_path / "字体" / "黑体.otf")
    (tmp_path / "字体" / "仿宋.ttf").write_bytes(b"")

    main.main(["demo", "--to", str(tmp_path / "出"), "--fonts", str(tmp_path / "字体")])

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


def test_with_json_a_refusal_is_one_object_too(shell: Shell) -> None:
    assert "没有编号为" in shell("show", "1", status=2)["error"]


def test_without_a_screen_the_demo_is_made_instead(
    data_dir: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.chdir(tmp_path)

    assert main.main(["--data-dir", str(data_dir)]) == 0

    said = capsys.readouterr()
    assert "没有可用的显示屏" in said.err
    assert all((tmp_path / line).exists() for line in said.out.splitlines())


def test_roll_answers_with_the_new_report_its_notes_and_the_words_to_look_at(
    shell: Shell, imported: str
) -> None:
    before = shell("show", imported)

    rolled = shell("roll", imported, "--year", 2026, "--section", "plan=copy")

    assert set(rolled) == {"id", "sections", "notes", "words"}
    assert rolled["sections"]["plan"] == "copy"
    assert set(rolled["words"][0]) == {
        "section", "item", "quote", "word", "kind", "advice", "suggestion",
    }  # fmt: skip
    assert {"word": "2025年", "suggestion": "2026年"}.items() <= rolled["words"][0].items()
    new = shell("show", rolled["id"])
    assert new["year"] == 2026
    old, now = ({one["id"]: one for one in shown["figures"]} for shown in (before, new))
    assert old.keys() == now.keys()
    assert all(one["value"] is None for one in now.values())
    assert now["fy_apply"]["last"] == old["fy_apply"]["value"] == "164"
    assert shell("show", imported) == before


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--year", 2025), "2026"),
        (("--year", 2026, "--section", "plan=burn"), "只作参考"),
        (("--year", 2026, "--section", "nothing=copy"), "leadership"),
        ((), "--year"),
    ],
)
def test_a_roll_that_cannot_be_done_is_refused_and_makes_nothing(
    shell: Shell, imported: str, arguments: tuple[object, ...], words: str
) -> None:
    assert words in shell.refused("roll", imported, *arguments)
    assert len(shell("list")["reports"]) == 1


def test_summarise_answers_with_counts_and_findings(shell: Shell, tmp_path: Path) -> None:
    folder = tmp_path / "各地"
    folder.mkdir()
    for name in ("云岭县", "青河县"):
        (folder / f"{name}.xlsx").write_bytes(office_workbook(f"{name}人民政府", row("fy_apply", 20, 15)))
    (tmp_path / "名单.txt").write_text("云岭县\n青河县\n白水县\n", encoding="utf-8")
    answer = shell("summarise", folder, "--to", tmp_path / "汇总.xlsx", "--offices", tmp_path / "名单.txt")

    assert answer["files"] == [str(tmp_path / "汇总.xlsx")]
    assert (answer["offices"], answer["indicators"], answer["missing"]) == (2, 1, ["白水县"])
    assert (answer["contradictions"], answer["outliers"], answer["problems"]) == ([], [], [])


@pytest.mark.parametrize(
    ("place", "target", "words"),
    [
        ("没有", "汇总.xlsx", "找不到"),
        (".", "汇总.xlsx", "没有Excel表格"),
        (".", "汇总.pdf", "只能存成.xlsx"),
    ],
)
def test_summarise_says_what_is_wrong(
    shell: Shell, tmp_path: Path, place: str, target: str, words: str
) -> None:
    folder = tmp_path / "各地"
    folder.mkdir()

    assert words in shell.refused("summarise", folder / place, "--to", tmp_path / target)
    assert not list(folder.iterdir())


def test_ctrl_c_stops_summarising_with_nothing_written(
    shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "云岭县.xlsx").write_bytes(office_workbook("云岭县", row("fy_apply", 20)))

    def press(_done: int, _count: int, name: str) -> None:
        if name:
            raise KeyboardInterrupt

    monkeypatch.setattr("commands.summarising._tell", press)
    assert "什么也没有写入" in shell.refused("summarise", tmp_path, "--to", tmp_path / "汇总.xlsx")
    assert not (tmp_path / "汇总.xlsx").exists()
