"""The command line: takes it apart, carries the command out, prints its answer.

Exit status 0 done, 1 `check` found errors, 2 the request cannot be met (one Chinese sentence on stderr).
"""

import argparse
import json
import os
import sys
from pathlib import Path

import platformdirs

from commands import SUBCOMMANDS
from commands.answer import REFUSED, Answer, Command
from commands.parser import parser
from models.errors import UserError


def parse(arguments: list[str]) -> Command:
    """Take the command line apart."""
    try:
        found = parser(SUBCOMMANDS).parse_args(arguments)
    except UserError as error:
        return Command("?", default_data_dir(), "--json" in arguments, argparse.Namespace(), str(error))
    options = vars(found)
    data_dir = options.get("data_dir") or default_data_dir()
    return Command(options.get("command") or "", data_dir, options.get("json", False), found)


def default_data_dir() -> Path:
    """The per-user folder that holds the drafts."""
    return platformdirs.user_data_path("fazhi-nianbao", appauthor=False)


def run(command: Command) -> int:
    """Carry out a command and print its answer; returns the exit status."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8")  # a Chinese Windows console would be GBK when redirected
    try:
        if command.complaint:
            raise UserError(command.complaint)
        answer = _carry_out(command)
    except UserError as error:
        print(error, file=sys.stderr)
        if command.json:
            _say(json.dumps({"error": str(error)}, ensure_ascii=False))
        return REFUSED
    if command.json or answer.lines:
        _say(
            json.dumps(answer.data, ensure_ascii=False, indent=1) if command.json else "\n".join(answer.lines)
        )
    for note in answer.notes:
        print(note, file=sys.stderr)
    return answer.status


def _carry_out(command: Command) -> Answer:
    wanted = next(one for one in SUBCOMMANDS if one.name == command.name)
    return wanted.carry_out(command)


def _say(text: str) -> None:
    """Print, even where the reader has seen enough (`run show 1 | head`)."""
    try:
        print(text, flush=True)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
