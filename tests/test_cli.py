"""What all commands have in common: refusals in one sentence, options, JSON."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

import cli
import main
from commands.answer import Answer, Command
from commands.subcommand import Subcommand
from tests.shell import SAMPLE, Shell, rows


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
        (["diff", "99", "2"], "没有编号为“99”的报告"),
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
    shell: Shell, imported: str, data_dir: Path, arguments: list[object], reason: str
) -> None:
    assert imported == "1"
    before = rows(data_dir)

    assert reason in shell.refused(*arguments)

    assert rows(data_dir) == before


@pytest.mark.parametrize(
    ("arguments", "refusal"),
    [
        (["export", "1"], "缺少--to，什么也没有做；请用 run export --help 看用法。"),
        (["explode"], "没有“explode”这个命令，什么也没有做；请用 run 命令 --help 看用法。"),
        (
            ["export", "1", "--to", ".", "--stage", "草稿"],
            "--stage不能是“草稿”，可以是征求意见稿、送审稿、定稿，什么也没有做；请用 run export --help 看用法。",
        ),
        (["set"], "缺少ID、KEY=VALUE，什么也没有做；请用 run set --help 看用法。"),
        (["list", "--colour"], "不认识“--colour”，什么也没有做；请用 run 命令 --help 看用法。"),
        (["export", "1", "--to"], "--to后面缺少内容，什么也没有做；请用 run export --help 看用法。"),
        (
            ["unpack", "包", "--new", "--merge"],
            "--merge不能和--new一起用，什么也没有做；请用 run unpack --help 看用法。",
        ),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)  # fmt: skip
def test_a_line_that_cannot_be_taken_apart_is_refused_in_short_chinese(
    shell: Shell, arguments: list[str], refusal: str
) -> None:
    assert shell.refused(*arguments) == refusal


def test_common_options_may_stand_behind_the_command(
    data_dir: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main.main(["import", str(SAMPLE), "--json", "--data-dir", str(data_dir)]) == 0
    capsys.readouterr()

    assert main.main(["--data-dir", str(data_dir), "list", "--json"]) == 0

    assert len(json.loads(capsys.readouterr().out)["reports"]) == 1


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


def answering(monkeypatch: pytest.MonkeyPatch, carry_out: Callable[[Command], Answer]) -> None:
    """Let the command `list` do something else."""
    monkeypatch.setattr(cli, "SUBCOMMANDS", (Subcommand("list", "", carry_out),))


def test_a_damaged_text_is_printed_as_well_as_can_be(
    data_dir: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    answering(monkeypatch, lambda _: Answer({}, ("坏\udcff字",), notes=("\ud800",)))

    assert main.main(["--data-dir", str(data_dir), "list"]) == 0

    assert capsys.readouterr().out == "坏?字\n"


def test_a_bug_ends_in_a_sentence_and_a_log_without_any_text(
    data_dir: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(_: Command) -> Answer:
        raise RuntimeError("报告里的话")

    data_dir.mkdir()
    answering(monkeypatch, fail)

    assert main.main(["--data-dir", str(data_dir), "list"]) == 2

    said = capsys.readouterr()
    assert (said.out, said.err.count("\n")) == ("", 1)
    log = data_dir / "crashes" / "errors.txt"
    assert str(log) in said.err
    assert "RuntimeError" in log.read_text(encoding="utf-8")
    assert "报告里的话" not in said.err + log.read_text(encoding="utf-8")
