"""An application that looks as the settings say; afterwards it looks as it did."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtWidgets import QApplication

from ui.appearance import Appearance
from ui.application import application
from ui.declared_settings import declared
from ui.setting import Group
from ui.settings import Settings


@contextmanager
def usual_afterwards(settings: Settings) -> Iterator[Settings]:
    """The application is the same for all tests of a process."""
    try:
        yield settings
    finally:
        for one in declared(Group.LOOKS):
            settings.set(one, one.default)


@contextmanager
def dressed(data_dir: Path) -> Iterator[tuple[Settings, Appearance, QApplication]]:
    """Settings, what dresses the application by them, and the application."""
    app = application()
    settings = Settings(data_dir)
    appearance = Appearance(settings, app)
    with usual_afterwards(settings):
        yield settings, appearance, app
