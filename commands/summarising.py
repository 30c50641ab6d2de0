"""Many offices' workbooks in one: summarise."""

import argparse
import sys
from pathlib import Path

from commands.answer import Answer, Command
from commands.subcommand import Subcommand

_PROGRESS_WIDTH = 36
"""Characters, most of them two columns wide."""


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("places", type=Path, nargs="+", metavar="FILE|DIR", help="统计表，或存放它们的文件夹")
    parser.add_argument("--to", type=Path, required=True, metavar="FILE", help="汇总表存成哪个.xlsx文件")
    parser.add_argument("--offices", type=Path, metavar="FILE", help="应报单位名单，文本文件，一行一个")
    parser.add_argument("--year", type=int, metavar="Y", help="汇总哪一年的，不填则取最多的那一年")
    parser.add_argument("--overwrite", action="store_true", help="覆盖同名文件")


def _summarise(command: Command) -> Answer:
    from actions.progress import StoppedError
    from actions.showing_workbooks import show_summarised, summarised_lines
    from actions.summarising import summarise

    wanted = command.arguments
    try:
        done = summarise(
            wanted.places, wanted.to, offices=wanted.offices, year=wanted.year, overwrite=wanted.overwrite,
            tell=_tell,
        )  # fmt: skip
    except KeyboardInterrupt:
        raise StoppedError from None
    finally:
        _tell(0, 0, "")
    return Answer(
        show_summarised(done), summarised_lines(done), notes=() if command.json else done.overview.problems
    )


def _tell(done: int, count: int, name: str) -> bool:
    """One line on a terminal, written over again and again; an empty name clears it."""
    if sys.stderr.isatty():
        words = f"{done}/{count} {name}"[:_PROGRESS_WIDTH] if name else ""
        blanks = " " * (2 * _PROGRESS_WIDTH - sum(1 if one.isascii() else 2 for one in words))
        print(f"\r{words}{blanks}\r", end="", file=sys.stderr, flush=True)
    return True


SUBCOMMANDS = (Subcommand("summarise", "把多个单位的统计表汇总成一个工作簿", _summarise, _arguments),)
