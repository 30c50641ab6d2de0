"""How a command is declared: its name, what it is about, its arguments, what it does."""

import argparse
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from commands.answer import Answer, Command


def no_arguments(parser: argparse.ArgumentParser) -> None:
    """For a command that takes none."""


@dataclass(frozen=True, slots=True)
class Subcommand:
    """One command of the command line. `declare` adds its arguments, `carry_out` does it or raises UserError."""

    name: str
    about: str
    carry_out: Callable[[Command], Answer]
    declare: Callable[[argparse.ArgumentParser], None] = no_arguments


def takes_report(parser: argparse.ArgumentParser) -> None:
    """The argument most commands begin with: which report."""
    parser.add_argument("id", metavar="ID")


def takes_fonts(parser: argparse.ArgumentParser) -> None:
    """Where to look for fonts first."""
    parser.add_argument("--fonts", type=Path, metavar="DIR", help="先从这个文件夹找公文字体，再找系统的")
