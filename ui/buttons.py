"""Buttons with their names and what they do."""

from collections.abc import Callable

from PySide6.QtWidgets import QPushButton

from ui import look


def push_button(name: str, words: str, do: Callable[[], object], tip: str = "") -> QPushButton:
    """A button for a dialog: Return never presses it by chance, for that it has to be made the default."""
    button = QPushButton(words)
    button.setAutoDefault(False)
    button.setToolTip(tip)
    wire(button, name, do)
    return button


def wire(button: QPushButton, name: str, do: Callable[[], object]) -> None:
    """Give a button its name, the screen reader the words on it, and have it do something."""
    look.named(button, name, button.text().rstrip("…"))
    button.clicked.connect(lambda _checked=False: do())
