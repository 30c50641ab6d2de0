"""查找: every place in the report, one after the other, from the first tab to the last."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QTabWidget, QTextEdit

from models.report import texts
from tests.ui.conftest import Clerk


@pytest.fixture
def searching(clerk: Clerk) -> Clerk:
    clerk.click("open_sample")
    clerk.click("find")
    return clerk


def look_for(clerk: Clerk, words: str, times: int = 1) -> None:
    box = clerk.find(QLineEdit, "field:find")
    box.setText(words)
    for _ in range(times):
        clerk.qtbot.keyClick(box, Qt.Key.Key_Return)


def test_words_are_found_across_texts_and_numbers(searching: Clerk) -> None:
    report = searching.window.view.draft.report
    place, printed = next(
        (place, report.printed(text)) for place, text in texts(report) if "{{" in text and place.item
    )
    words = printed[5:40]

    look_for(searching, words)

    body = searching.find(QTextEdit, f"body:{place.section}:{'.'.join(map(str, place.item))}")
    assert body.textCursor().selectedText() == words
    assert searching.find(QTabWidget, "report_tabs").currentWidget().objectName() == f"tab:{place.section}"


def test_hits_are_counted_and_gone_through_in_order(searching: Clerk) -> None:
    tabs = searching.find(QTabWidget, "report_tabs")
    searching.find(QLineEdit, "field:find").setText("法治")
    total = int(searching.find(QLabel, "find_count").text().split()[1])
    visited = []
    for _ in range(total):
        searching.click("find_next")
        visited.append(tabs.currentIndex())

    assert total > 5
    assert visited == sorted(visited)
    searching.click("find_next")
    assert searching.find(QLabel, "find_count").text() == f"第 1 处，共 {total} 处"


def test_what_is_nowhere_is_said_to_be(searching: Clerk) -> None:
    look_for(searching, "没有这样的话")

    assert searching.find(QLabel, "find_count").text() == "没有找到"


def test_esc_puts_the_bar_away(searching: Clerk) -> None:
    box = searching.find(QLineEdit, "field:find")
    assert box.isVisible()

    searching.qtbot.keyClick(box, Qt.Key.Key_Escape)

    assert not box.isVisible()


@pytest.mark.parametrize("way", ["button", "key"])
def test_the_keyboard_goes_back_to_where_it_was(searching: Clerk, way: str) -> None:
    close(searching, way)
    field = searching.find(QLineEdit, "field:doc_number")
    field.setFocus()
    searching.window.view.begin_search()

    close(searching, way)

    assert searching.window.focusWidget() is field


def test_the_keyboard_goes_to_the_last_hit(searching: Clerk) -> None:
    look_for(searching, "行政复议", times=2)

    close(searching, "button")

    focus = searching.window.focusWidget()
    assert isinstance(focus, QTextEdit)
    assert focus.textCursor().selectedText() == "行政复议"


def close(clerk: Clerk, way: str) -> None:
    if way == "button":
        clerk.click("find_close")
    else:
        clerk.qtbot.keyClick(clerk.find(QLineEdit, "field:find"), Qt.Key.Key_Escape)
