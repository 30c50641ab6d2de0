"""Every change reaches the disk, and the status line tells the truth about it."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMessageBox,
    QTableView,
    QTabWidget,
)
from pytestqt.qtbot import QtBot

from models.errors import UserError
from models.journal import FOLDER, left_behind
from models.report import Report
from models.store import Store
from tests.ui.broken_disk import dump, occupied
from tests.ui.conftest import Clerk
from ui.save_state import SaveState


@pytest.fixture(autouse=True)
def no_patience(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A busy file is given up at once, and the user's own cache is left alone."""
    monkeypatch.setattr("ui.main_window.PATIENCE_MS", 0)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


def state(clerk: Clerk) -> str:
    return clerk.find(QLabel, "save_state").text()


def button(clerk: Clerk, name: str) -> QAbstractButton:
    return clerk.find(QAbstractButton, name)


def stored(clerk: Clerk) -> Report:
    with Store.open(clerk.data_dir) as store:
        return store.load(store.list()[0].id)


@contextmanager
def failing(clerk: Clerk, words: str = "最后的字") -> Iterator[None]:
    """Something has been typed that cannot be saved; it can be afterwards."""
    with occupied(clerk.data_dir):
        clerk.type(clerk.find(QLineEdit, "field:notes"), words)
        assert not clerk.window.flush()
        yield


def type_in_cell(clerk: Clerk, text: str) -> None:
    """Begin to fill in this year's amount of the first indicator, and stay in the cell."""
    clerk.window.view.reveal("figures")
    table = clerk.find(QTableView, "figures_table")
    model = table.model()
    column = next(
        at for at in range(model.columnCount()) if model.headerData(at, Qt.Orientation.Horizontal) == "本年"
    )
    row = next(at for at in range(model.rowCount()) if table.columnSpan(at, 0) == 1)
    table.setCurrentIndex(model.index(row, column))
    table.edit(table.currentIndex())
    clerk.qtbot.keyClicks(table.indexWidget(table.currentIndex()), text)


@pytest.mark.parametrize("way", ["close", "list", "tab", "leave the window", "end of session"])
def test_last_field_typed_is_saved_without_leaving_it(drafting: Clerk, way: str) -> None:
    window, tabs = drafting.window, drafting.find(QTabWidget, "report_tabs")
    drafting.qtbot.keyClicks(drafting.find(QLineEdit, "field:contact_phone"), "7")
    type_in_cell(drafting, "8")

    match way:
        case "close":
            window.close()
        case "list":
            window.show_start()
        case "tab":
            tabs.setCurrentIndex(3)
        case "leave the window":
            QApplication.sendEvent(window, QEvent(QEvent.Type.ActivationChange))
        case _:
            window.saving.save_for_the_end()
    drafting.qtbot.waitUntil(lambda: window.view is None or window.view.draft.is_saved, timeout=30_000)

    found = stored(drafting)
    assert found.letterhead.contact_phone == "7"
    assert [str(one.value) for one in found.figures if one.value] == ["8"]


def test_autosave_does_not_ignore_documents_never_saved(drafting: Clerk) -> None:
    """The row is there before the first key, so that the first key has a place to go to."""
    assert stored(drafting).year == 2025

    field = drafting.find(QLineEdit, "field:contact_phone")
    with drafting.qtbot.waitSignal(drafting.window.view.draft.saved):
        drafting.qtbot.keyClicks(field, "1")

    assert stored(drafting).letterhead.contact_phone == "1"


def test_blank_field_does_not_erase_the_stored_value_on_reload(clerk: Clerk) -> None:
    """Opening, looking at every tab and closing again writes nothing at all."""
    clerk.click("open_sample")
    clerk.window.close()
    before = dump(clerk.data_dir)

    clerk.reopen()
    tabs = clerk.find(QTabWidget, "report_tabs")
    for number in range(tabs.count()):
        clerk.window.view.show_tab(number)
    clerk.window.show_start()
    clerk.window.close()

    assert dump(clerk.data_dir) == before


def test_autosave_never_stops_silently(drafting: Clerk) -> None:
    buttons = [button(drafting, name) for name in ("retry_saving", "save_elsewhere")]
    assert not any(one.isVisible() for one in buttons)
    with failing(drafting):
        assert state(drafting).startswith("保存失败：草稿库")
        assert drafting.find(QLabel, "save_state").property("wrong")
        assert all(one.isVisible() for one in buttons)

        drafting.type(drafting.find(QLineEdit, "field:notes"), "还在打字")
        assert state(drafting).startswith("保存失败：")
        drafting.window.tell("已把 9 面交给打印机。")
        assert drafting.find(QLabel, "save_state").isVisible()

    with drafting.qtbot.waitSignal(drafting.window.view.draft.saved):
        drafting.click("retry_saving")

    assert state(drafting).startswith("已保存 ")
    assert not any(one.isVisible() for one in buttons)
    assert stored(drafting).letterhead.notes == "还在打字"


def test_what_cannot_be_saved_is_in_a_journal_until_it_is(drafting: Clerk) -> None:
    with failing(drafting):
        (unsaved,), _ = left_behind(drafting.data_dir)
        assert unsaved.report.letterhead.notes == "最后的字"
        assert unsaved.file.parent == drafting.data_dir / FOLDER

    assert drafting.window.flush()
    assert left_behind(drafting.data_dir) == ((), ())


def test_where_no_journal_can_be_written_either_it_is_said(
    drafting: Clerk, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    file = tmp_path / "file"
    file.touch()
    monkeypatch.setattr("models.journal.folders", lambda _data_dir: (file / FOLDER,))

    with failing(drafting):
        assert "请马上用“另存到”" in state(drafting)
        assert "改动也记不到别处，只在窗口里；" in drafting.find(QLabel, "saving_failed_words").text()
        assert not drafting.window.close()
        assert drafting.find(QAbstractButton, "message_yes").text() == "放弃并关闭"


@pytest.fixture
def packed(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Report, Path, str]]:
    """What was written elsewhere; a file called 满 has no room."""
    found = []

    def pack_report(report: Report, file: Path, uid: str = "") -> Path:
        if file.stem == "满":
            raise UserError("磁盘已满，没有写成；请换一个文件夹。")
        found.append((report, file, uid))
        return file

    monkeypatch.setitem(sys.modules, "actions.packing", SimpleNamespace(pack_report=pack_report))
    return found


def test_a_report_that_cannot_be_saved_is_written_elsewhere_as_it_is_in_the_window(
    drafting: Clerk, packed: list[tuple[Report, Path, str]], tmp_path: Path
) -> None:
    window = drafting.window
    report_id = window.store.list()[0].id
    with failing(drafting):
        drafting.click("save_elsewhere")
        chooser = drafting.find(QFileDialog, "save_elsewhere_dialog")
        assert chooser.defaultSuffix() == "fznb"
        chooser.fileSelected.emit(str(tmp_path / "甲.fznb"))
        chooser.reject()
        drafting.qtbot.waitUntil(lambda: window.findChild(QMessageBox, "message") is not None)

    ((report, file, uid),) = packed
    assert (report.letterhead.notes, file.name) == ("最后的字", "甲.fznb")
    assert uid == window.store.uid_of(report_id)
    assert str(file) in drafting.find(QMessageBox, "message").text()


def test_closing_while_saving_fails_offers_three_ways(
    drafting: Clerk, packed: list[tuple[Report, Path, str]], tmp_path: Path
) -> None:
    window = drafting.window
    with failing(drafting):
        assert not window.close()
        box = drafting.find(QMessageBox, "message")
        assert "草稿库" in box.informativeText()
        assert {one.text() for one in box.buttons()} == {"关闭", "另存到……", "取消"}
        assert box.defaultButton().text() == "取消"

        drafting.click("message_instead")
        drafting.find(QFileDialog, "save_elsewhere_dialog").fileSelected.emit(str(tmp_path / "满.fznb"))
        drafting.qtbot.waitUntil(lambda: "换一个文件夹" in drafting.find(QMessageBox, "message").text())
        assert window.isVisible()
        drafting.click("message_ok")

        assert not window.close()
        drafting.click("message_yes")

    assert not window.isVisible()
    assert [one.report.letterhead.notes for one in left_behind(drafting.data_dir)[0]] == ["最后的字"]


def test_a_report_opened_says_when_it_was_saved_last(drafting: Clerk) -> None:
    drafting.type(drafting.find(QLineEdit, "field:notes"), "字")
    drafting.window.flush()
    said = state(drafting)

    drafting.reopen()

    assert state(drafting) == said
    assert said.startswith("已保存 ")


def test_another_day_than_today_is_named(qtbot: QtBot) -> None:
    shown = SaveState()
    qtbot.addWidget(shown)
    earlier = datetime(2025, 3, 4, 14, 3, 5).astimezone()

    shown.say_saved(earlier)
    assert shown.text() == "已保存 2025年3月4日 14:03"
    shown.say_saved(datetime.now().astimezone() - timedelta(microseconds=1))
    assert shown.text().count(":") == 2


def test_a_long_reason_does_not_widen_the_window(drafting: Clerk) -> None:
    narrow = drafting.window.minimumSizeHint().width()

    drafting.window.saving.complain("草稿库“" + "很长的路径/" * 60 + "”不能写入。")

    assert drafting.window.minimumSizeHint().width() <= narrow + 300
    assert "很长的路径" in drafting.find(QLabel, "save_state").toolTip()
