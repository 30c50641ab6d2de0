"""Typing into the open report, with its timers and whatever thread it saves on; 已保存 is what counts as told."""

import random
from collections.abc import Iterator
from functools import partial
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from models.report import Report
from models.store import Store
from models.stored import Saved, Stored
from tests.faults.facts import hash_of, text_facts
from tests.faults.reports import KEYS, typed
from tests.faults.telling import Teller

if TYPE_CHECKING:
    from ui.draft import Draft

KEY_MS = 3


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

        teller.done(text_facts("3", store.load("3")))
        draft = Draft(store.fetch("3"), save)
        draft.saved.connect(lambda _when: teller.done(text_facts("3", stored[-1])))
        keys = QTimer()
        keys.timeout.connect(partial(press, draft, teller, chance, count(1)))
        keys.start(KEY_MS)
        application.exec()


def window(folder: Path, teller: Teller, chance: random.Random) -> None:
    """The whole window, off the screen, with the keys falling into a section's text."""
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    from ui.linked_text_edit import LinkedTextEdit
    from ui.main_window import open_window

    opened = open_window(folder)
    opened.open_report("3")
    draft = opened.view.draft
    (field,) = opened.findChildren(LinkedTextEdit, f"body:{KEYS[1]}:1")
    teller.done({("now", "3"): hash_of(draft.report)})
    draft.changed.connect(lambda _keys: teller.doing({("now", "3"): hash_of(draft.report)}))
    draft.saved.connect(
        lambda _when: teller.done({("now", "3"): hash_of(draft.report)}) if draft.is_saved else None
    )
    keys = QTimer()
    keys.timeout.connect(lambda: field.insertPlainText(chance.choice("依法行政，。")))
    keys.timeout.connect(lambda: draft.flush() if chance.random() < 0.2 else None)
    keys.start(KEY_MS)
    QApplication.exec()


def press(draft: "Draft", teller: Teller, chance: random.Random, numbers: Iterator[int]) -> None:
    """One key, told before; now and then the field is left, which saves at once."""
    report = typed(draft.report, chance.randrange(len(KEYS)), next(numbers))
    teller.doing(text_facts("3", report))
    draft.change("填写", report)
    if chance.random() < 0.2:
        draft.flush()
