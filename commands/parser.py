"""argparse in Chinese: help, and one sentence for what is wrong."""

import argparse
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NoReturn

from commands.subcommand import Subcommand
from models.errors import UserError

_PROGRAM = "run"
_COMPLAINTS = (
    (r"argument (?:COMMAND|命令): invalid choice: '(.*?)'", "没有“{0}”这个命令"),
    (r"argument (\S+): invalid choice: '(.*?)' \(choose from (.*)\)", "{0}不能是“{1}”，可以是{2}"),
    (r"argument (\S+): invalid int value: '(.*?)'", "{0}要写数字，不能是“{1}”"),
    (r"argument (\S+): expected", "{0}后面缺少内容"),
    (r"argument (\S+): not allowed with argument (\S+)", "{0}不能和{1}一起用"),
    (r"argument (\S+): ignored explicit argument '(.*?)'", "{0}后面不带内容，多了“{1}”"),
    (r"ambiguous option: (\S+) could match (.*)", "“{0}”可以是{1}，要写全"),
    (r"required: (.*)", "缺少{0}"),
    (r"unrecognized arguments: (.*)", "不认识“{0}”"),
)
"""What argparse says in English, as a pattern, and the same in Chinese."""


def parser(subcommands: Iterable[Subcommand]) -> argparse.ArgumentParser:
    """The parser of the whole command line; it raises UserError for what it cannot take apart."""
    everywhere = _Parser(add_help=False, argument_default=argparse.SUPPRESS)
    everywhere.add_argument("--data-dir", type=Path, metavar="DIR", help="存放草稿的文件夹")
    everywhere.add_argument("--json", action="store_true", help="用JSON回答")
    whole = _Parser(prog=_PROGRAM, description="法治年报。不带命令时打开窗口。", parents=[everywhere])
    commands = whole.add_subparsers(dest="command", metavar="COMMAND", title="命令")
    for one in subcommands:
        one.declare(commands.add_parser(one.name, help=one.about, parents=[everywhere]))
    return whole


class _ChineseHelp(argparse.HelpFormatter):
    """argparse's help with its own few English words in Chinese."""

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[Any],
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, "用法：" if prefix is None else prefix)

    def start_section(self, heading: str | None) -> None:
        words = {"positional arguments": "参数", "options": "选项"}
        super().start_section(words.get(heading or "", heading))


class _Parser(argparse.ArgumentParser):
    """argparse that speaks Chinese: help, and one sentence for what is wrong."""

    def __init__(self, *, add_help: bool = True, **options: Any) -> None:
        super().__init__(**options, add_help=False, formatter_class=_ChineseHelp)
        if add_help:
            self.add_argument("-h", "--help", action="help", help="显示这段说明")

    def error(self, message: str) -> NoReturn:
        command = self.prog if self.prog != _PROGRAM else f"{_PROGRAM} 命令"
        raise UserError(f"{_in_chinese(message)}，什么也没有做；请用 {command} --help 看用法。")


def _in_chinese(message: str) -> str:
    """What argparse complains of, in Chinese."""
    for pattern, words in _COMPLAINTS:
        if match := re.search(pattern, message):
            return words.format(
                *(one.replace("', '", "、").replace(", ", "、").strip("'") for one in match.groups())
            )
    return "命令写得不完整或不对"
