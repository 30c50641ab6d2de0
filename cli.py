"""The command line: takes it apart, carries the command out, prints its answer.

Exit status 0 done, 1 `check` found errors, 2 the request cannot be met (one Chinese sentence on stderr).
"""

import argparse
import json
import os
import sys

from commands import SUBCOMMANDS
from commands.answer import REFUSED, Answer, Command
from commands.parser import parser
from models import error_log
from models.data_folder import default_data_dir
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


def run(command: Command) -> int:
    """Carry out a command and print its answer; returns the exit status."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            # A Chinese Windows console would be GBK when redirected; damaged texts hold what is no UTF-8.
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        answer = _carry_out(command)
    except UserError as error:
        return _refused(command, str(error))
    except Exception as error:  # a bug: the clerk gets a sentence, the technicians the places in the code
        return _refused(command, _unexpected(command, error))
    if command.json or answer.lines:
        _say(
            json.dumps(answer.data, ensure_ascii=False, indent=1) if command.json else "\n".join(answer.lines)
        )
    for note in answer.notes:
        print(note, file=sys.stderr)
    return answer.status


def _carry_out(command: Command) -> Answer:
    if command.complaint:
        raise UserError(command.complaint)
    wanted = next(one for one in SUBCOMMANDS if one.name == command.name)
    return wanted.carry_out(command)


def _refused(command: Command, sentence: str) -> int:
    print(sentence, file=sys.stderr)
    if command.json:
        _say(json.dumps({"error": sentence}, ensure_ascii=False))
    return REFUSED


def _unexpected(command: Command, error: Exception) -> str:
    """What to say of an error nobody expected, which is noted without any text of a report."""
    file = error_log.note(command.data_dir, error_log.described(error))
    where = f"，出错的位置记在“{file}”（不含报告内容）" if file else ""
    return (
        f"程序出错，“{command.name}”没有做完，存过的草稿都在{where}；请把它交给技术人员，或用selfcheck检查。"
    )


def _say(text: str) -> None:
    """Print, even where the reader has seen enough (`run show 1 | head`)."""
    try:
        print(text, flush=True)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
