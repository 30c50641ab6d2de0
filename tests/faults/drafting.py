"""Typing into the open report, with its timers and whatever thread it saves on; 已保存 is what counts as told."""

import random
from functools import partial
from pathlib import Path

from models.report import Report
from models.store import Store
from models.stored import Saved, Stored
from tests.faults.facts import text_facts
from tests.faults.reports import KEYS, typed
from tests.faults.telling import Teller

_KEY_MS = 3


def typing(folder: Path, teller: Teller, chance: random.Random) -> None:
    """A key every few milliseconds; leaving a field, which saves at once, every few keys."""
    from PySide6.QtCore import QCoreApplication, QTimer

    from ui.draft import Draft

    application = QCoreApplication([])
    with Store.open(folder) as store:
        stored: list[Report] = []

        def save(report: Report, since: Stored) -> Saved:
            saved = store.save("3", report, since)
            stored.append(report)
            return saved

        draft = Draft(store.fetch("3"), save)
        draft.saved.connect(lambda _when: teller.done(text_facts("3", stored[-1])))
        keys = QTimer()
        keys.timeout.connect(partial(_press, draft, teller, chance))
        keys.start(_KEY_MS)
        application.exec()


def _press(draft, teller: Teller, chance: random.Random, counted: list[int] = []) -> None:  # noqa: B006 - one child
    counted.append(1)
    report = typed(draft.report, chance.randrange(len(KEYS)), len(counted))
    teller.doing(text_facts("3", report))
    draft.change("填写", report)
    if chance.random() < 0.2:
        draft.flush()
