"""A report asked for before what opens one is loaded: a word at once, the report when it can be."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.conftest import Clerk
from tests.ui.finding_desk import REPORT
from ui import opening


@pytest.fixture
def before_loading(clerk: Clerk, monkeypatch: pytest.MonkeyPatch) -> Clerk:
    """A clerk before the list, with the report chosen."""
    monkeypatch.setattr(opening, "opens_at_once", lambda: False)
    report_id = clerk.window.store.create(REPORT)
    clerk.window.refresh_list(report_id)
    return clerk


def is_open(clerk: Clerk) -> bool:
    return clerk.window.view is not None


def test_it_is_said_and_the_report_comes_by_itself(before_loading: Clerk) -> None:
    window = before_loading.window
    QTest.keyClick(window.start_page.table, Qt.Key.Key_Return)
    assert window.statusBar().currentMessage() == "正在打开……"
    assert not is_open(before_loading)

    window.opening.go_on()

    assert is_open(before_loading)
    assert window.statusBar().currentMessage() == ""


def test_who_has_opened_another_one_meanwhile_stays_there(before_loading: Clerk) -> None:
    window = before_loading.window
    QTest.keyClick(window.start_page.table, Qt.Key.Key_Return)
    before_loading.begin_report()
    begun = window.view

    window.opening.go_on()

    assert window.view is begun


def test_nothing_is_opened_that_nobody_asked_for(clerk: Clerk) -> None:
    clerk.window.store.create(REPORT)

    clerk.window.opening.go_on()

    assert clerk.window.view is None
