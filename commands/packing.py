"""One report as a file to carry: pack, unpack."""

import argparse
import sys
from pathlib import Path

from commands.answer import Answer, Command, opened_store
from commands.subcommand import Subcommand, takes_report
from models.errors import UserError


def _pack_arguments(parser: argparse.ArgumentParser) -> None:
    takes_report(parser)
    parser.add_argument("--to", type=Path, required=True, metavar="FILE", help="写到哪个文件，或哪个文件夹")
    _takes_password(parser)


def _pack(command: Command) -> Answer:
    from actions.packing import pack

    wanted = command.arguments
    password = _password(wanted)
    with opened_store(command) as store:
        file = pack(store, wanted.id, wanted.to, password)
    return Answer({"files": [str(file)]}, (str(file),))


def _unpack_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE")
    _takes_password(parser)
    ways = parser.add_mutually_exclusive_group()
    ways.add_argument("--merge", action="store_true", help="本机已有这份报告时并入它")
    ways.add_argument("--new", action="store_true", help="总是作为新报告")


def _unpack(command: Command) -> Answer:
    from actions.packing import Way, read_parcel, unpack

    wanted = command.arguments
    brought = read_parcel(wanted.file, _password(wanted))
    way = Way.MERGE if wanted.merge else Way.NEW if wanted.new else None
    with opened_store(command) as store:
        found = unpack(store, brought, way, command.data_dir)
    file = str(wanted.file)
    return Answer(
        {"reports": [{"id": found.id, "file": file, "notes": list(found.notes)}]},
        ("\n  ".join((f"{file} → 报告{found.id}", *found.notes)),),
    )


def _takes_password(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--password-stdin", action="store_true", help="从标准输入读一行作密码")


def _password(wanted: argparse.Namespace) -> str:
    """The password from the standard input's first line, "" where none is wanted."""
    if not wanted.password_stdin:
        return ""
    line = sys.stdin.buffer.readline().removesuffix(b"\n").removesuffix(b"\r")
    password = _decoded(line)
    if not password:
        raise UserError("标准输入里没有密码，什么也没有做；请把密码作为一行写进标准输入。")
    return password


def _decoded(line: bytes) -> str:
    """UTF-8, or what a Chinese Windows console writes."""
    try:
        return line.decode("utf-8-sig")
    except UnicodeDecodeError:
        return line.decode("gb18030", errors="replace")


SUBCOMMANDS = (
    Subcommand("pack", "打包带走：一份报告连同历史版本写成一个文件，可加密码", _pack, _pack_arguments),
    Subcommand("unpack", "打开带来的包：成为新报告，或并入原来的", _unpack, _unpack_arguments),
)
