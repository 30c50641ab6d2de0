"""How far work is, and a button that stops it."""

from PySide6.QtWidgets import QProgressBar, QPushButton
from pytestqt.qtbot import QtBot

from ui.work_bar import WorkBar


def test_it_counts_and_can_be_stopped(qtbot: QtBot) -> None:
    bar = WorkBar("trial", "试")
    qtbot.addWidget(bar)
    assert not bar.is_working

    bar.begin()
    assert bar.tell(1, 3, "云岭县.xlsx")
    progress = bar.findChild(QProgressBar, "trial_progress")
    assert (progress.value(), progress.maximum()) == (1, 3)

    bar.findChild(QPushButton, "trial_stop").click()
    assert not bar.tell(2, 3, "云岭县.xlsx")
    assert bar.is_stopped

    bar.end()
    bar.begin()
    assert bar.tell(0, 3, "云岭县.xlsx")
