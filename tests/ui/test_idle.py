"""What can wait is done in turns, and the event loop comes to other things in between."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer
from pytestqt.qtbot import QtBot

from ui import idle


@pytest.fixture(autouse=True)
def one_step_a_turn(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(idle, "_TURN_S", -1.0)


def test_other_things_are_done_between_the_steps_and_the_end_comes_last(qtbot: QtBot) -> None:
    owner, order = QObject(), []

    def steps() -> Iterator[None]:
        for number in range(3):
            order.append(str(number))
            QTimer.singleShot(0, owner, lambda: order.append("key"))
            yield

    idle.go_through(steps(), lambda: order.append("end"), owner)
    qtbot.waitUntil(lambda: "end" in order)

    assert order == ["0", "key", "1", "key", "2", "key", "end"]


def test_no_step_is_taken_for_an_owner_that_is_gone(qtbot: QtBot) -> None:
    owner, taken, later = QObject(), [], []
    idle.go_through(iter(lambda: taken.append(1), 1), lambda: None, owner)

    owner.deleteLater()
    QCoreApplication.sendPostedEvents(owner, QEvent.Type.DeferredDelete)
    QTimer.singleShot(0, lambda: QTimer.singleShot(0, lambda: later.append(1)))
    qtbot.waitUntil(lambda: bool(later))

    assert taken == []
