"""Hands on a real X server: xdotool moves the mouse and presses the keys, as for any program on the screen."""

import subprocess

from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

_KEYS = {"Esc": "Escape", "Return": "Return", "Tab": "Tab", ",": "comma"}
_LOOK_MS, _ARRIVED_MS = 5, 40
"""The latter: from the server to the program; whatever follows waits for what can be seen."""


class XHands:
    """Needs `DISPLAY` to name the X server the program is on.

    A Chinese character is given a key that no clerk presses, once: xdotool would lend it one for each stroke,
    and a program that is busy just then would read another's.
    """

    def __init__(self) -> None:
        self._spare = _spare_keys()
        self._known: set[str] = set()

    def bring_forward(self, window: QWidget) -> None:
        _tell("windowfocus", str(int(window.winId())))

    def click(self, widget: QWidget, at: QPoint, times: int = 1) -> None:
        place = widget.mapToGlobal(at)
        _tell("mousemove", str(place.x()), str(place.y()))
        _tell("click", "--repeat", str(times), "--delay", "60", "1")

    def press(self, keys: str) -> None:
        *held, last = keys.split("+")
        _tell(
            "key",
            "--clearmodifiers",
            "+".join([*(one.lower() for one in held), _KEYS.get(last, _plain(last))]),
        )

    def write(self, text: str) -> None:
        self._learn(sorted({one for one in text if not one.isascii()} - self._known))
        _tell("type", "--clearmodifiers", "--delay", "12", text)

    def _learn(self, characters: list[str]) -> None:
        if characters:
            keys = [f"keycode {self._spare.pop()} = U{ord(one):04X}" for one in characters]
            _run("xmodmap", *(word for key in keys for word in ("-e", key)))
            self._known |= set(characters)


def _plain(key: str) -> str:
    return key.lower() if len(key) == 1 else key


def _spare_keys() -> list[str]:
    """The numbers of the keys that mean nothing, or something that only some laptops have."""
    listed = subprocess.run(["xmodmap", "-pke"], check=True, capture_output=True, text=True).stdout
    keys = (line.split() for line in listed.splitlines())
    return [words[1] for words in keys if len(words) == 3 or words[3].startswith("XF86")]


def _tell(*arguments: str) -> None:
    _run("xdotool", *arguments)


def _run(*command: str) -> None:
    """The program goes on meanwhile, so that it hears of everything in the order in which it happens."""
    with subprocess.Popen(command) as hand:
        while hand.poll() is None:
            QTest.qWait(_LOOK_MS)
    assert hand.returncode == 0, command
    QTest.qWait(_ARRIVED_MS)
