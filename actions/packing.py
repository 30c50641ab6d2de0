"""打包带走: one report with its history as one file, and what becomes of such a file on another PC."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from enum import StrEnum
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from actions.progress import Steps, Tell, unwatched
from exporters.writing import file_name, write_whole
from models.archive import Archive
from models.errors import UserError
from models.parcel import MOST_BYTES, SUFFIX, packed, unpacked
from models.report import Report
from models.reuniting import Reunion, reunited
from models.title import title_in_one_line
from models.version import Occasion, Version, written_content

if TYPE_CHECKING:
    from models.store import Store
    from models.stored import Saved, Stored

_STEPS = 3
_DEED = "打包"
_NAME = "打包带走"
_BACKUPS = "models.backup"


class Way(StrEnum):
    """What becomes of a parcel: a report of its own, or part of the one it was packed from."""

    NEW = "作为新报告"
    MERGE = "并入原来的"


class Counterpart(StrEnum):
    """How a parcel's report stands to what is here already."""

    UNKNOWN = "本机没有这份报告"
    SAME = "与本机的相同"
    DIFFERENT = "与本机的不同"
    TRASHED = "本机的在回收站里"


@dataclass(frozen=True, slots=True)
class Meeting:
    """A parcel's content beside what is here of the same report: id, state and versions; "", None, () for nothing."""

    counterpart: Counterpart
    brought: Archive
    here_id: str = ""
    here: "Stored | None" = None
    kept: tuple[Version, ...] = ()

    @property
    def reunion(self) -> Reunion | None:
        """What merging would give; None where there is nothing to merge with."""
        if self.here is None or self.counterpart is Counterpart.TRASHED:
            return None
        return reunited(self.here.report, self.kept, self.brought)


@dataclass(frozen=True, slots=True)
class Unpacked:
    """What became of a parcel: the report's id, and in words what there is to know."""

    id: str
    notes: tuple[str, ...]


def pack(store: "Store", report_id: str, to: Path, password: str = "", tell: Tell = unwatched) -> Path:
    """Write a stored report with its history into one file, which nobody but the user may read; its path.

    `to` is the file (the next free name（2）where it is taken) or a folder that is there, where the file is called
    after the report. What is packed becomes a version, so that both sides know later what they have in common.
    Raises UnknownReportError, DamagedError, UserError where it cannot be written, StoppedError where `tell` says no;
    then nothing is left behind. May be called from any thread.
    """
    steps = Steps(_STEPS, tell)
    steps.begin("正在读报告和版本……")
    archive = store.archive(report_id)
    planned = store.plan_version(report_id, Occasion.EXPORT, _NAME)
    new = ((planned.version, written_content(planned.report)),) if planned.is_new else ()
    whole = replace(archive, report=planned.report, versions=archive.versions + new)
    file = _write(whole, to, password, steps)
    with suppress(
        UserError
    ):  # the file is there and whole; without the version a later merge has less to go by
        store.keep_version(planned)
    return file


def wanted_file(store: "Store", report_id: str, to: Path) -> Path:
    """Where `pack` writes to if nothing is there yet; raises UnknownReportError, DamagedError."""
    return to / parcel_name(store.load(report_id)) if to.is_dir() else to


def pack_report(report: Report, file: Path, uid: str = "") -> Path:
    """Write one report as it is in memory, without history or password; its path. Raises UserError.

    `uid` is the name it has in a store, so that `unpack` knows it again.
    """
    return _write(Archive(uid, report), file, "", Steps(_STEPS, unwatched))


def parcel_name(report: Report) -> str:
    """What the file of a report is called."""
    return f"{file_name(title_in_one_line(report), SUFFIX)}{SUFFIX}"


def parcel_bytes(file: Path) -> bytes:
    """A parcel's bytes; raises UserError where it cannot be read or is far too large."""
    try:
        if not file.is_file():
            what = "是一个文件夹" if file.is_dir() else "找不到"
            raise UserError(f"“{file}”{what}，什么也没有放进来；请选择后缀为{SUFFIX}的文件，U盘要插好。")
        with file.open("rb") as stream:
            return stream.read(MOST_BYTES + 1)
    except OSError as error:
        raise UserError(f"“{file}”读不出来，什么也没有放进来；请检查U盘是否插好、文件能否打开。") from error


def read_parcel(file: Path, password: str = "") -> Archive:
    """What is in a parcel. Raises NeedsPasswordError, WrongPasswordError, UserError for any other file."""
    return unpacked(parcel_bytes(file), password)


def meet(store: "Store", brought: Archive) -> Meeting:
    """Look for the same report here; nothing is written. Raises DamagedError."""
    here_id = store.id_of(brought.uid)
    if here_id is None:
        return Meeting(Counterpart.UNKNOWN, brought)
    here, kept = store.fetch(here_id), store.versions(here_id)
    hashes = {version.hash for version in kept}
    if here_id in {one.id for one in store.trashed()}:
        counterpart = Counterpart.TRASHED
    elif here.report == brought.report and all(one.hash in hashes for one, _ in brought.versions):
        counterpart = Counterpart.SAME
    else:
        counterpart = Counterpart.DIFFERENT
    return Meeting(counterpart, brought, here_id, here, kept)


def unpack(
    store: "Store",
    brought: Archive,
    way: Way | None = None,
    data_dir: Path | None = None,
    tell: Tell = unwatched,
) -> Unpacked:
    """Put a parcel's report into the store; what is here is never overwritten.

    Without a `way` nothing is done where the same is here already, else it becomes a report of its own. All drafts of
    `data_dir` are backed up first. Raises UserError where it was to be merged and the report here is in the trash,
    DamagedError, StoppedError where `tell` says no. May be called from any thread.
    """
    steps = Steps(2, tell, "没有放进来，草稿原样未动")
    steps.begin("正在备份草稿……")
    found = meet(store, brought)
    if found.counterpart is Counterpart.SAME and way is not Way.NEW:
        return Unpacked(
            found.here_id, (f"报告{found.here_id}就是包里的这一份，内容和历史版本都相同，什么也没有做。",)
        )
    if data_dir is not None:
        _back_up(data_dir)
    steps.begin("正在放进来……")
    if way is Way.MERGE and found.here_id:
        saved = store.merge_in(found.here_id, brought)
        return Unpacked(found.here_id, tuple(_merge_notes(found, saved, store)))
    return Unpacked(store.take_in(brought), tuple(_new_notes(found, way)))


def _write(archive: Archive, to: Path, password: str, steps: Steps) -> Path:
    steps.begin("正在用密码加密……" if password else "正在打包……")
    content = packed(archive, password)
    steps.begin("正在写入文件……")
    file = to / parcel_name(archive.report) if to.is_dir() else to
    return write_whole(file, content, deed=_DEED, is_private=True)


def _back_up(data_dir: Path) -> None:
    if find_spec(_BACKUPS) is not None:
        backup = import_module(_BACKUPS)
        backup.keep_backup(data_dir, backup.Reason.IMPORT)


def _new_notes(found: Meeting, way: Way | None) -> Iterator[str]:
    if count := len(found.brought.versions):
        yield f"连同{count}个历史版本放进来了。"
    match found.counterpart:
        case Counterpart.UNKNOWN if way is Way.MERGE:
            yield "本机没有这份报告，没有可并入的，已作为新报告。"
        case Counterpart.TRASHED:
            yield f"原来的报告{found.here_id}在回收站里，没有动它，这次另成一份新报告。"
        case Counterpart.DIFFERENT | Counterpart.SAME:
            yield (
                f"本机原有的报告{found.here_id}是同一份，没有动它，这次另成一份新报告；"
                "要合成一份，可以再打开这个包并选“并入原来的”（命令行加--merge --accept）。"
            )


def _merge_notes(found: Meeting, saved: "Saved", store: "Store") -> Iterator[str]:
    if saved.before is not None:
        yield f"带来的改动已并入报告{found.here_id}；并入前的内容存为第{saved.before.number}个版本，随时可以恢复。"
    elif saved.overtaken is None:
        yield f"报告{found.here_id}的现稿已经有带来的全部改动，没有变。"
    if saved.overtaken is not None:
        why = (
            "两边都改过的地方保留了本机的" if saved.before else f"报告{found.here_id}的现稿保留本机的，没有变"
        )
        yield f"{why}；带来的整份存为第{saved.overtaken.number}个版本“{saved.overtaken.label}”，可以比较、恢复。"
    known = {one.number for one in found.kept}
    brought = {(one.hash, one.time, one.kind) for one, _ in found.brought.versions}
    added = [
        one
        for one in store.versions(found.here_id)
        if one.number not in known and (one.hash, one.time, one.kind) in brought
    ]
    if added:
        yield f"增加了{len(added)}个带来的历史版本。"
    yield from _renamed(found, {one.hash: one.ordinal for one in added if one.is_stage})


def _renamed(found: Meeting, ordinals: dict[str, int]) -> Iterator[str]:
    """Stages that are counted otherwise here than on their papers."""
    for version, _ in found.brought.versions:
        ordinal = ordinals.get(version.hash)
        if version.is_stage and ordinal is not None and ordinal != version.ordinal:
            yield (
                f"带来的{version.kind}第{version.ordinal}稿（{version.short_hash}）在本机排为第{ordinal}稿，"
                "纸上的编码不变，仍能查到。"
            )
