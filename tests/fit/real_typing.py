"""Types 你好 by the keys n i h a o and blank, as ibus with libpinyin makes it of them; prints what stands where.

Runs in a session bus of its own, on the display that is set. xdotool presses the keys.
"""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QDeadlineTimer, QEventLoop, QProcess
from PySide6.QtWidgets import QLineEdit, QPushButton, QTableView, QTextEdit, QWidget

from actions.drafting import new_report
from models.store import Store
from ui.application import application
from ui.figures_columns import NOTE
from ui.main_window import MainWindow, open_window

_SECTION = "leadership"
_FIGURES = 6
_FIELDS = {f"heading:{_SECTION}:1": 3, f"body:{_SECTION}:1": 3, "figures_filter": _FIGURES}
"""What is typed in, and the number of its tab."""
_PATIENCE_MS = 10_000
_TRIES = 20


def main(data_dir: Path) -> dict[str, str]:
    """What came of the keys, by the field's name."""
    subprocess.run(["ibus-daemon", "-d", "-r", "-x", "-p", "disable"], check=True)
    with Store.open(data_dir) as store:
        report_id = store.create(new_report("county-regulation", "云岭县人民政府", 2025))
    application()
    window = open_window(data_dir)
    window.show()
    window.open_report(report_id)
    window.findChild(QPushButton, f"first_item:{_SECTION}").click()
    window.activateWindow()
    wait(window.isActiveWindow)
    choose_pinyin(window)
    typed = {name: type_into(window, tab, name) for name, tab in _FIELDS.items()}
    typed["figures_table"] = type_onto_a_note(window)
    window.close()
    return typed


def choose_pinyin(window: MainWindow) -> None:
    """Have characters made of pinyin; ibus answers only while a window has the keyboard and goes on."""
    window.findChild(QLineEdit, "field:organs").setFocus()
    for _ in range(_TRIES):
        ask_ibus("engine", "libpinyin")
        if ask_ibus("engine") == "libpinyin":  # on a busy machine it is not there at once
            return


def ask_ibus(*words: str) -> str:
    """What ibus answers, while the window goes on."""
    asked = QProcess()
    asked.start("ibus", list(words))
    wait(lambda: asked.state() is QProcess.ProcessState.NotRunning)
    return bytes(asked.readAllStandardOutput().data()).decode().strip()


def type_into(window: MainWindow, tab: int, name: str) -> str:
    """Press the keys where the field has the keyboard."""
    window.view.show_tab(tab)
    field = window.findChild(QWidget, name)
    assert isinstance(field, QLineEdit | QTextEdit)
    field.clear()
    field.setFocus()
    wait(field.hasFocus)
    subprocess.run(["xdotool", "type", "--delay", "40", "nihao "], check=True)
    read = field.text if isinstance(field, QLineEdit) else field.toPlainText
    wait(lambda: bool(read()))
    return read()


def type_onto_a_note(window: MainWindow) -> str:
    """Press the keys on the 备注 of a figure, as on a cell of a spreadsheet that is not open yet, and Return."""
    window.view.show_tab(_FIGURES)
    window.findChild(QLineEdit, "figures_filter").clear()
    table = window.findChild(QTableView, "figures_table")
    table.go_to_first()
    note = table.currentIndex().siblingAtColumn(NOTE)
    table.setCurrentIndex(note)
    table.setFocus()
    wait(table.hasFocus)
    subprocess.run(["xdotool", "type", "--delay", "40", "nihao "], check=True)
    wait(lambda: isinstance(table.indexWidget(note), QLineEdit) and bool(table.indexWidget(note).text()))
    subprocess.run(["xdotool", "key", "Return"], check=True)
    wait(lambda: bool(note.data()))
    return str(note.data())


def wait(holds: Callable[[], bool]) -> None:
    """Let the window go on until something holds, or the time is over."""
    patience = QDeadlineTimer(_PATIENCE_MS)
    while not holds() and not patience.hasExpired():
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)


if __name__ == "__main__":
    print(json.dumps(main(Path(sys.argv[1])), ensure_ascii=False))
    subprocess.run(["ibus", "exit"], check=False)
