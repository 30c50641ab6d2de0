"""What the window needs soon and its first paint does not: modules, loaded while the list is on screen already.

Loading takes longer than everything before it, so it goes on beside the window.
"""

import gc
import sys
from collections.abc import Callable
from importlib import import_module

from PySide6.QtCore import QObject

from ui import background, icons, idle, qt_classes

FIRST = ("models.store",)
"""What opens the drafts' file."""
THEN = ("ui.report_view", "ui.saving", "actions.recovering_unsaved", "actions.sample")
"""What opens a report."""
AT_LAST = (
    "ui.preview",
    "ui.versions_dialog",
    "ui.print_dialog",
    "ui.go_to",
    "ui.settings_dialog",
    "ui.backups_dialog",
    "ui.merge_dialog",
    "ui.collect_dialog",
    "ui.summarise_dialog",
    "ui.year_words_dialog",
    "ui.link_numbers_dialog",
)
"""What a clerk may ask for in an open report: he would wait for it with the window standing still."""


def load_the_rest(on_first: Callable[[], None], on_then: Callable[[], None], owner: QObject) -> None:
    """Load what is in `FIRST`, call `on_first` on this thread, the same with `THEN`, at last load `AT_LAST`.

    What is loaded already is not waited for.
    """

    def go_on(_answer: object = None) -> None:
        on_first()
        if _are_loaded(THEN):
            on_then()
        else:
            idle.go_through(qt_classes.made_one_by_one(), load_then, owner)

    def load_then() -> None:
        background.run(_load_what_opens_a_report, then_loaded, then_loaded, owner)
        idle.go_through(icons.drawn_one_by_one(), lambda: None, owner)

    def then_loaded(answer: object) -> None:
        _stay(answer)
        on_then()
        background.run(lambda: _load(AT_LAST), _stay, lambda _error: None, owner)

    def first_loaded(answer: object) -> None:
        _stay(answer)
        go_on()

    if _are_loaded(FIRST):
        go_on()
    else:
        background.run(lambda: _load(FIRST), first_loaded, go_on, owner)


def opens_at_once() -> bool:
    """Whether what opens a report is loaded: a module that is being loaded has not got its class yet."""
    return hasattr(sys.modules.get(THEN[0]), "ReportView")


def _stay(_answer: object) -> None:
    """What was loaded stays to the end, and need not be looked through for garbage."""
    gc.freeze()


def _are_loaded(names: tuple[str, ...]) -> bool:
    return all(name in sys.modules for name in names)


def _load(names: tuple[str, ...]) -> None:
    for name in names:
        import_module(name)


def _load_what_opens_a_report() -> None:
    _load(THEN)
    from models.template import templates  # read once, and asked for by every report

    templates()
