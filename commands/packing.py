"""One report as a file to carry: pack, unpack."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from commands.answer import Answer, Command, opened_store
from commands.subcommand import Subcommand, takes_report
from models.errors import UserError

if TYPE_CHECKING:
    from models.archive import Archive
    from models.store import Store

_OPEN = "没有设密码，谁拿到这个文件都能打开看；要加密，请加--password-stdin再打包一次。"
_UNKNOWN = "本机没有这份报告，没有可并入的，什么也没有做；去掉--merge就作为新报告放进来。"
_SAME = "本机的就是包里的这一份，内容和历史版本都相同，没有要并入的。"


def _pack_arguments(parser: argparse.ArgumentParser) -> None:
    takes_report(parser)
    parser.add_argument("--to", type=Path, required=True, metavar="FILE", help="写到哪个文件，或哪个文件夹")
    _takes_password(parser)


def _pack(command: Command) -> Answer:
    from actions.packing import pack, wanted_file

    wanted = command.arguments
    password = _password(wanted)
    with opened_store(command) as store:
        asked = wanted_file(store, wanted.id, wanted.to)
        file = pack(store, wanted.id, wanted.to, password)
    notes = [] if password else [_OPEN]
    if file != asked:
        notes.append(f"“{asked.name}”已经有了，没有动它；这次写成了“{file.name}”。")
    return Answer({"files": [str(file)]}, (str(file),), notes=tuple(notes))


def _unpack_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE")
    _takes_password(parser)
    ways = parser.add_mutually_exclusive_group()
    ways.add_argument(
        "--merge", action="store_true", help="看并入本机已有的这份报告会改动什么；加--accept才并入"
    )
    ways.add_argument("--new", action="store_true", help="总是作为新报告")
    parser.add_argument("--accept", action="store_true", help="和--merge一起用：并入")


def _unpack(command: Command) -> Answer:
    from actions.packing import Way, read_parcel, unpack

    wanted = command.arguments
    if wanted.accept and not wanted.merge:
        raise UserError("--accept只和--merge一起用，什么也没有做；要并入请写 --merge --accept。")
    brought = read_parcel(wanted.file, _password(wanted))
    with opened_store(command) as store:
        if wanted.merge:
            return _merge(command, store, brought)
        found = unpack(store, brought, Way.NEW if wanted.new else None, command.data_dir)
    return Answer({"reports": [_report(wanted, found.id, found.notes)]}, _told(wanted, found.id, found.notes))


def _merge(command: Command, store: "Store", brought: "Archive") -> Answer:
    """What merging would change, or with --accept merging; a report that is not here is taken in by the latter."""
    from actions.packing import Counterpart, Way, meet, unpack
    from actions.parcel_preview import merger
    from actions.showing_parcels import conflict_notes, forecast_notes, merger_lines, show_merger
    from actions.unfreezing import unfrozen

    wanted, met = command.arguments, meet(store, brought)
    found = merger(met)
    left: tuple[str, ...] = ()
    if wanted.accept:
        done = unpack(store, brought, Way.MERGE, command.data_dir)
        report_id, notes = done.id, (*done.notes, *conflict_notes(found.conflicts))
        left = unfrozen(store, report_id, met.here.report, store.load(report_id)) if met.here else ()
    elif met.counterpart is Counterpart.UNKNOWN:
        return Answer({"reports": [], **show_merger(found)}, (_UNKNOWN,))
    else:
        report_id = met.here_id
        notes = (_SAME,) if met.counterpart is Counterpart.SAME else forecast_notes(found)
    said = (*(() if wanted.accept else merger_lines(found)), *notes)
    data = {"reports": [_report(wanted, report_id, notes)], **show_merger(found)}
    return Answer(data, _told(wanted, report_id, said), notes=left)


def _report(wanted: argparse.Namespace, report_id: str, notes: tuple[str, ...]) -> dict[str, Any]:
    return {"id": report_id, "file": str(wanted.file), "notes": list(notes)}


def _told(wanted: argparse.Namespace, report_id: str, lines: tuple[str, ...]) -> tuple[str, ...]:
    return ("\n  ".join((f"{wanted.file} → 报告{report_id}", *lines)),)


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
