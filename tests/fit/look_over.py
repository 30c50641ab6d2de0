"""Brings up every surface of a share once and prints what is wrong with each, as one JSON object: kind → fault → where.

    python -m tests.fit.look_over KINDS GROUND TEXT_SIZE SHARE

A process of its own, for Qt reads how large the screen and a pixel are when it starts.
"""

import json
import sys
from collections.abc import Callable

from PySide6.QtWidgets import QDialog, QWidget

from tests.fit import inks, keyboard, names, pictures, rooms, tints, wheels
from tests.fit.shares import of_share
from tests.fit.stage import Scene, Stage
from tests.fit.surfaces import Surface, bring_up
from ui import colours
from ui.application import application

SYSTEM = "system"
"""The palette of the system, mended."""
Faults = Callable[[QWidget], list[str]]
KINDS: dict[str, Faults] = {
    "rooms": rooms.faults,
    "inks": inks.faults,
    "tints": tints.faults,
    "pictures": pictures.faults,
    "names": names.faults,
    "wheels": wheels.faults,
    "keyboard": keyboard.faults,
}


def look_over(kinds: list[str], ground: str, text_size: str, share: str) -> dict[str, dict[str, list[str]]]:
    """Everything that is wrong, with the names of the surfaces."""
    app = application()
    app.setCursorFlashTime(0)
    if ground != SYSTEM:
        app.setPalette(colours.palette_for(colours.Ground(ground)))
    found: dict[str, dict[str, list[str]]] = {kind: {} for kind in kinds}
    with Stage(text_size) as stage:
        for surface in of_share(share):
            root = bring_up(stage, surface)
            for kind in kinds:
                for fault in _faults(kind, surface, root):
                    found[kind].setdefault(fault, []).append(surface.name)
            stage.clear()
    return found


def _faults(kind: str, surface: Surface, root: QWidget) -> list[str]:
    if kind != "keyboard":
        return KINDS[kind](root)
    if (
        surface.keeps_keyboard or surface.scene is Scene.WRONG
    ):  # which is laid out as the report without errors
        return []
    found = keyboard.faults(root)
    if isinstance(root, QDialog) and not keyboard.leaves_by_escape(root):
        found.append(f"{rooms.called(root)}：Esc 关不掉")
    return found


if __name__ == "__main__":
    _, kinds, ground, text_size, share = sys.argv
    told = look_over(kinds.split(","), ground, text_size, share)
    print(json.dumps(told, ensure_ascii=False))
