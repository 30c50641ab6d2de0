"""Modules loaded beside the window find every class of Qt made, for making one there may end the process."""

import json
from pathlib import Path

from tests.own_process import run_code

ROOT = Path(__file__).resolve().parents[2]

LOADING = """
import json, sys, threading
from importlib import import_module
from ui import after_paint, idle, qt_classes
from ui.application import application

def left():
    modules = {part: sys.modules.get(f"PySide6.{part}") for part in qt_classes.PARTS}
    return [part for part, module in modules.items() if module is None or set(dir(module)) - set(vars(module))]

def loaded():
    before, missing = set(sys.modules), left()
    thread = threading.Thread(target=after_paint._load_what_opens_a_report)
    thread.start()
    thread.join()
    new = [name for name in set(sys.modules) - before if name.startswith("PySide6.")]
    print(json.dumps([first, missing, new]))
    app.quit()

app = application()
first = left()
idle.go_through(qt_classes.made_one_by_one(), loaded, app)
app.exec()
"""


def test_every_class_is_made_before_what_uses_it_is_loaded_beside_the_window() -> None:
    answer = run_code(LOADING)

    at_first, missing, loaded_beside = json.loads(answer.stdout or answer.stderr)
    assert "QtWidgets" in at_first
    assert missing == []
    assert loaded_beside == [], "a part of Qt that is not among qt_classes.PARTS"
