"""Typing while the disk takes only some of the saves: the others lie in a journal before the window hears of it."""

import random
from functools import partial
from itertools import count
from pathlib import Path

from actions.recovering_unsaved import find_unsaved, journal_for, journalling
from models.errors import UserError
from models.report import Report
from models.store import Store
from models.stored import Saved, Stored
from tests.faults.drafting import KEY_MS, press
from tests.faults.facts import Facts, text_facts
from tests.faults.telling import Teller

_REPORT = "3"
_FAILING = 0.5


class _BadDisk:
    """A store as a draft sees it, of which every other save fails."""

    def __init__(self, store: Store, chance: random.Random) -> None:
        self._store, self._chance = store, chance

    def save(self, report_id: str, report: Report, since: Stored) -> Saved:
        if self._chance.random() < _FAILING:
            raise UserError("磁盘已满，这次没有写入；请清理磁盘后再试。")
        return self._store.save(report_id, report, since)


def typing(folder: Path, teller: Teller, chance: random.Random) -> None:
    """A key every few milliseconds; what was stored or put into the journal is acknowledged alike."""
    from PySide6.QtCore import QCoreApplication, QTimer

    from ui.draft import Draft

    application = QCoreApplication([])
    with Store.open(folder) as store:
        tried: list[Report] = []
        write = journalling(_BadDisk(store, chance), _REPORT, journal_for(store, folder, _REPORT))  # type: ignore[arg-type]

        def save(report: Report, since: Stored) -> Saved:
            try:
                return write(report, since)
            finally:
                tried.append(report)

        teller.done(text_facts(_REPORT, store.load(_REPORT)))
        draft = Draft(store.fetch(_REPORT), save)
        for told in (draft.saved, draft.save_failed):
            told.connect(lambda _words: teller.done(text_facts(_REPORT, tried[-1])))
        keys = QTimer()
        keys.timeout.connect(partial(press, draft, teller, chance, count(1)))
        keys.start(KEY_MS)
        application.exec()


def read(folder: Path) -> Facts:
    """The report as the next start offers it: as stored, with what lies in the journal."""
    with Store.open(folder) as store:
        found, troubles = find_unsaved(store, folder, _REPORT)
        if troubles or len(found) > 1:
            raise AssertionError(f"{len(found)} journals, {troubles}")
        report = found[0].recovered if found else store.load(_REPORT)
        return text_facts(_REPORT, report)
