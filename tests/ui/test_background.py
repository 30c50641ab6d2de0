"""Long work: answered on this thread, in words, and not at all once nobody waits."""

import threading

import pytest
from PySide6.QtCore import QObject, QThreadPool
from PySide6.QtTest import QTest
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot

from models.errors import UserError
from ui import background


def unwanted(answer: object) -> None:
    pytest.fail(f"answered {answer}")


@pytest.fixture
def owner(qapp: object) -> QObject:
    return QObject()


def test_work_runs_elsewhere_and_is_answered_here(owner: QObject, qtbot: QtBot) -> None:
    answers: list[tuple[int, int]] = []

    background.run(
        threading.get_ident, lambda there: answers.append((there, threading.get_ident())), unwanted, owner
    )
    qtbot.waitUntil(lambda: bool(answers))

    there, here = answers[0]
    assert here == threading.get_ident() != there


def test_what_the_clerk_can_mend_is_answered_as_an_error(owner: QObject, qtbot: QtBot) -> None:
    def work() -> None:
        raise UserError("文件不见了。")

    errors: list[str] = []
    background.run(work, unwanted, lambda error: errors.append(str(error)), owner)
    qtbot.waitUntil(lambda: bool(errors))

    assert errors == ["文件不见了。"]


def test_what_nobody_expected_rises_here_and_is_told_too(owner: QObject, qtbot: QtBot) -> None:
    errors: list[str] = []
    with capture_exceptions() as raised:
        background.run(lambda: 1 // 0, unwanted, lambda error: errors.append(str(error)), owner)
        qtbot.waitUntil(lambda: bool(errors))

    assert [kind for kind, *_ in raised] == [ZeroDivisionError]


def test_nobody_is_answered_who_is_gone(qtbot: QtBot) -> None:
    owner, other = QObject(), QObject()
    answers: list[object] = []
    hold = threading.Event()
    background.run(hold.wait, answers.append, unwanted, owner)
    owner.deleteLater()
    qtbot.waitUntil(lambda: not background.isValid(owner))
    hold.set()
    QThreadPool.globalInstance().waitForDone()

    background.run(lambda: None, lambda _: answers.append("after"), unwanted, other)
    qtbot.waitUntil(lambda: bool(answers))

    assert answers == ["after"]


def test_work_goes_on_in_an_event_loop_that_keeps_pythons_lock(owner: QObject, qtbot: QtBot) -> None:
    def count() -> int:
        counted = 0
        while counted < 6_000_000:  # in Python, so that it needs the lock all the time
            counted += 1
        return counted

    answers: list[int] = []
    background.run(count, answers.append, unwanted, owner)
    for _ in range(10):
        if not answers:
            QTest.qWait(1000)

    assert answers == [6_000_000]
