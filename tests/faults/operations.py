"""Every operation of the store, with the data folder it starts from, for faults to fall on."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache, partial
from pathlib import Path
from typing import Any

from actions.recovering import recover
from models.backup import Reason, backups, folder_in, keep_backup
from models.database import file_in
from models.inspection import troubles
from models.report import Stage
from models.report_list import read_report_list
from models.store import Store
from models.version import Occasion
from tests.drafts import damage
from tests.faults import backing_up
from tests.faults.failing_sqlite import FAULTS, Fault
from tests.faults.reports import begun, furnish, furnish_old, typed

Begin = Callable[[Path], None]
"""Makes a data folder."""
Do = Callable[[Path, Any], object]
"""The operation: data folder, what was prepared."""
_OF_EACH_KIND = tuple(
    one
    for one in FAULTS
    if one.name in {"full from then on", "I/O error after the call", "locked", "corrupt"}
)
"""For recovering, whose calls are many and mostly look through a file."""


@dataclass(frozen=True, slots=True)
class Operation:
    """`prepare` reads what the operation needs before anything can fail, `do` is the operation itself.

    `steps` lead to the whole states between, where the operation is more than one transaction. `beside` says what
    is wrong in the folder besides the drafts. `once`: done again after it took effect and yet failed, it changes
    nothing more. `faults` fall on it.
    """

    do: Do
    begin: Begin = furnish
    prepare: Callable[[Path], Any] = lambda _folder: None
    steps: tuple[Do, ...] = ()
    beside: Callable[[Path], Iterable[str]] = lambda _folder: ()
    once: bool = False
    faults: tuple[Fault, ...] = FAULTS


@cache
def _store(file: Path) -> Store:
    """A store that may be closed and used again: it connects anew, yet knows how its statements are written."""
    return Store(file)


def _in_store(call: Callable[[Store], object]) -> Do:
    def do(folder: Path, _prepared: Any) -> object:
        with _store(file_in(folder)) as store:
            return call(store)

    return do


def _prepared(
    call: Callable[[Store, Any], object], prepare: Callable[[Store], Any], *, once: bool = True
) -> Operation:
    def do(folder: Path, prepared: Any) -> object:
        with _store(file_in(folder)) as store:
            return call(store, prepared)

    def ready(folder: Path) -> Any:
        with Store(file_in(folder)) as store:
            return prepare(store)

    return Operation(do, prepare=ready, once=once)


def _opened_and_fetched(folder: Path, _prepared: Any) -> object:
    """What SQLAlchemy asks a database at its first connection fails, too."""
    with Store.open(folder) as store:
        return store.fetch("1")


def _stale(store: Store) -> Any:
    """A state of report 3 that another writer has left behind since, at the same place."""
    since = store.fetch("3")
    store.edit("3", lambda report: typed(report, 2, 8, "乙"))
    return since


def _shortened(store: Store) -> object:
    empty = ("短。",)
    return store.edit(
        "1", lambda report: replace(report, sections=(replace(report.sections[0], paragraphs=empty),))
    )


def _diverged(store: Store) -> Any:
    """An archive of report 1 that says something else at one place than the report does since, and more at another."""
    archive = store.archive("1")
    store.edit("1", lambda report: typed(report, 0, 20))
    return replace(archive, report=typed(typed(archive.report, 0, 21, "乙"), 2, 22, "乙"))


def _damaged(folder: Path) -> None:
    furnish(folder)
    damage(folder, "UPDATE contents SET value = value || ' ' WHERE report_id = 3 AND key LIKE '%measures%'")


def _unsound_backups(folder: Path) -> list[str]:
    listed = backups(folder_in(folder))
    wrong = [f"listed as a backup and is none: {one.file.name}" for one in listed if troubles(one.file)]
    return wrong if listed else ["no backup is left"]


def _freeze_and_forget(store: Store) -> None:
    planned = store.plan_version("1", Stage.FINAL)
    store.keep_version(planned)
    store.forget_version(planned)


OPERATIONS: Mapping[str, Operation] = {
    "open a new folder": Operation(lambda folder, _: Store.open(folder).close(), lambda folder: None),
    "open": Operation(lambda folder, _: Store.open(folder).close()),
    "migrate from 1": Operation(
        lambda folder, _: Store.open(folder).close(), partial(furnish_old, version=1)
    ),
    "migrate from 2": Operation(
        lambda folder, _: Store.open(folder).close(), partial(furnish_old, version=2)
    ),
    "create": Operation(_in_store(lambda store: store.create(begun()))),
    "list": Operation(_in_store(lambda store: store.list())),
    "list without SQLAlchemy": Operation(lambda folder, _: read_report_list(folder)),
    "open and fetch": Operation(_opened_and_fetched),
    "fetch": Operation(_in_store(lambda store: store.fetch("1"))),
    "save": _prepared(
        lambda store, since: store.save("3", typed(since.report, 1, 9), since), lambda store: store.fetch("3")
    ),
    "save over another writer": _prepared(
        lambda store, since: store.save("3", typed(since.report, 2, 9), since), _stale
    ),
    "edit": Operation(
        _in_store(lambda store: store.edit("1", lambda report: typed(report, 3, 9))), once=True
    ),
    "shorten": Operation(_in_store(_shortened), once=True),
    "keep": Operation(_in_store(lambda store: store.keep("3", Occasion.NAMED, "留存")), once=True),
    "freeze": Operation(_in_store(lambda store: store.keep("1", Stage.FINAL)), once=True),
    "freeze and forget": Operation(
        _in_store(_freeze_and_forget), steps=(_in_store(lambda store: store.keep("1", Stage.FINAL)),)
    ),
    "keep another state": Operation(
        _in_store(lambda store: store.keep_other("3", typed(begun(), 0, 7), Occasion.UNSAVED))
    ),
    "restore": Operation(_in_store(lambda store: store.restore("1", 1))),
    "load a version": Operation(_in_store(lambda store: store.load_version("1", 2))),
    "find a version": Operation(_in_store(lambda store: store.find_version("0"))),
    "trash": Operation(_in_store(lambda store: store.trash("1"))),
    "take back": Operation(_in_store(lambda store: store.take_back("2"))),
    "purge": Operation(_in_store(lambda store: store.purge("2"))),
    "trashed": Operation(_in_store(lambda store: store.trashed())),
    "archive": Operation(_in_store(lambda store: store.archive("1"))),
    "take in": _prepared(
        lambda store, archive: store.take_in(archive), lambda store: store.archive("1"), once=False
    ),
    "merge in": _prepared(lambda store, archive: store.merge_in("1", archive), _diverged),
    "back up": Operation(
        lambda folder, _: keep_backup(folder, Reason.ASKED), backing_up.begin, beside=_unsound_backups
    ),
    "recover a backup": Operation(
        lambda folder, _: recover(folder, backups(folder_in(folder))[-1].file),
        backing_up.begin,
        beside=_unsound_backups,
        faults=_OF_EACH_KIND,
    ),
    "recover what is damaged": Operation(
        lambda folder, _: recover(folder, file_in(folder)), _damaged, faults=_OF_EACH_KIND
    ),
}
