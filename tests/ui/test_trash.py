"""The trash: deleting takes nothing away, putting back is one key, removing for good asks and is backed up first."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QMessageBox, QPushButton, QTableView, QTextEdit

from actions.drafting import new_report
from models.version import Occasion
from tests.drafts import damage
from tests.ui.conftest import Clerk

ORGANS = ("云岭县人民政府", "澜江县人民政府", "青河县人民政府")


@pytest.fixture
def listing(clerk: Clerk) -> Clerk:
    """A clerk with three reports in the list; the first has a history of two versions."""
    store = clerk.window.store
    ids = [store.create(new_report("county-regulation", organ, 2025)) for organ in ORGANS]
    store.keep(ids[0], Occasion.NAMED, "第一次")
    store.keep(ids[0], Occasion.NAMED, "第二次")
    clerk.window.show_start()
    return clerk


def delete(clerk: Clerk, organ: str) -> str:
    """Choose an organ's report in the list and press the key."""
    table = clerk.find(QTableView, "report_list")
    rows = [row for row in range(table.model().rowCount()) if table.model().index(row, 1).data() == organ]
    table.setCurrentIndex(table.model().index(rows[0], 0))
    report_id = clerk.window.chosen_id
    clerk.qtbot.keyClick(table, Qt.Key.Key_Delete)
    return report_id


def trash(clerk: Clerk) -> QDialog:
    clerk.find(QAction, "action:trash").trigger()
    return clerk.find(QDialog, "trash_dialog")


def shown(dialog: QDialog) -> list[list[str]]:
    model = dialog.findChild(QTableView, "trash_list").model()
    return [
        [model.index(row, column).data() for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def status(dialog: QDialog) -> str:
    return dialog.findChild(QLabel, "trash_status").text()


def test_deleting_asks_nothing_and_says_how_to_take_it_back(listing: Clerk) -> None:
    delete(listing, ORGANS[0])

    assert listing.window.findChild(QMessageBox) is None
    assert len(listing.window.store.list()) == 2
    assert "已移到回收站" in listing.find(QLabel, "notice_words").text()
    assert listing.find(QPushButton, "open_trash").text() == "回收站（1）"


def test_a_deleted_report_comes_back_with_its_history_by_one_button(listing: Clerk) -> None:
    report_id = delete(listing, ORGANS[0])

    listing.click("notice_undo")

    assert {one.id for one in listing.window.store.list()} >= {report_id}
    assert [one.name for one in listing.window.store.versions(report_id)] == ["第一次", "第二次"]
    assert listing.find(QPushButton, "open_trash").text() == "回收站"


def test_the_undo_key_takes_deletions_back_one_after_the_other(listing: Clerk) -> None:
    for organ in ORGANS[:2]:
        delete(listing, organ)
    table = listing.find(QTableView, "report_list")

    for left in (2, 3, 3):
        listing.qtbot.keyClick(table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        assert len(listing.window.store.list()) == left


def test_the_last_report_deleted_can_be_taken_back_from_the_keyboard(listing: Clerk) -> None:
    for organ in ORGANS:
        delete(listing, organ)

    page = listing.window.focusWidget()
    listing.qtbot.keyClick(page, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    assert len(listing.window.store.list()) == 1


def test_the_trash_lists_what_was_deleted_with_its_versions(listing: Clerk) -> None:
    delete(listing, ORGANS[1])
    delete(listing, ORGANS[0])

    rows = shown(trash(listing))

    assert [row[1:3] for row in rows] == [["2025", ORGANS[0]], ["2025", ORGANS[1]]]
    assert [row[4] for row in rows] == ["2个", "0个"]
    assert all(row[3].startswith("今天") for row in rows)


def test_return_in_the_trash_puts_a_report_back_into_the_list(listing: Clerk) -> None:
    delete(listing, ORGANS[0])
    dialog = trash(listing)

    listing.qtbot.keyClick(dialog.findChild(QTableView, "trash_list"), Qt.Key.Key_Return)

    assert len(listing.window.store.list()) == 3
    assert listing.find(QTableView, "report_list").model().rowCount() == 3
    assert "放回" in status(dialog)
    assert dialog.findChild(QLabel, "trash_empty").isVisible()


def test_the_empty_trash_has_nothing_to_press(listing: Clerk) -> None:
    dialog = trash(listing)

    names = ("trash_back", "trash_purge", "trash_clear")
    assert not any(dialog.findChild(QPushButton, name).isEnabled() for name in names)


def test_a_damaged_history_does_not_keep_the_trash_from_being_shown(listing: Clerk) -> None:
    delete(listing, ORGANS[0])
    damage(listing.data_dir, "DROP TRIGGER versions_never_change")
    damage(listing.data_dir, "UPDATE versions SET name = '别的' WHERE number = 1")

    assert [row[4] for row in shown(trash(listing))] == ["读不出"]


def test_an_open_report_deleted_elsewhere_stays_editable_and_is_said_so(listing: Clerk) -> None:
    window = listing.window
    report_id = window.store.list()[0].id
    window.open_report(report_id)
    window.activateWindow()
    listing.qtbot.waitUntil(window.isActiveWindow)
    window.store.trash(report_id)

    QApplication.sendEvent(window, QEvent(QEvent.Type.ActivationChange))

    assert "在另一处移到回收站" in listing.find(QLabel, "notice_words").text()
    listing.type(listing.find(QTextEdit, "field:preamble"), "还在写。")
    assert window.flush()
    assert window.store.load(report_id) == window.view.draft.report

    listing.click("notice_back")
    assert report_id in {one.id for one in window.store.list()}
