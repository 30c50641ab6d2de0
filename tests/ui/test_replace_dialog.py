"""全部替换 shows each hit before and after; only what is ticked changes, as one step."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QTableView
from pytestqt.qtbot import QtBot

from models.editing import with_section_title
from tests.ui.finding_desk import REPORT, FindingDesk
from ui.replace_model import AFTER, BEFORE, ReplaceModel

_CHECKED = Qt.ItemDataRole.CheckStateRole


@pytest.fixture
def desk(qtbot: QtBot, data_dir: Path) -> FindingDesk:
    return FindingDesk(qtbot, data_dir)


def listed(desk: FindingDesk, words: str, by: str) -> ReplaceModel:
    desk.begin_replacing(words, by)
    desk.click("replace_list")
    found = desk.find(QTableView, "replace_table").model()
    assert isinstance(found, ReplaceModel)
    return found


def test_each_hit_is_shown_with_its_place_before_and_after(desk: FindingDesk) -> None:
    rows = listed(desk, "2025年", "2026年")

    assert [rows.index(number, 0).data() for number in range(rows.rowCount())] == [
        "文头 开头语",
        "一 举措成效 标题",
    ]
    for number in range(rows.rowCount()):
        before, after = (str(rows.index(number, column).data()) for column in (BEFORE, AFTER))
        assert before.replace("2025年", "2026年") == after


def test_what_is_ticked_is_replaced_in_one_step_and_undone_in_one(desk: FindingDesk) -> None:
    rows = listed(desk, "依法", "照法")
    total = rows.rowCount()
    rows.setData(rows.index(0, 0), Qt.CheckState.Unchecked, _CHECKED)

    desk.click("replace_chosen")

    assert desk.draft.undo_words == f"替换“依法”为“照法”（{total - 1} 处）"
    assert rows.rowCount() == 1
    assert f"替换了 {total - 1} 处" in desk.find(QLabel, "replace_about").text()
    desk.draft.undo()
    assert desk.draft.report == REPORT


def test_all_or_none_are_ticked_at_once(desk: FindingDesk) -> None:
    rows = listed(desk, "依法", "照法")

    desk.click("replace_all")
    assert not desk.find(QPushButton, "replace_chosen").isEnabled()

    desk.click("replace_all")
    assert len(rows.chosen_ones) == rows.rowCount()


def test_nothing_is_replaced_that_was_changed_since_it_was_ticked(desk: FindingDesk) -> None:
    listed(desk, "2025年", "2026年")
    desk.draft.change("改标题", with_section_title(desk.draft.report, "measures", "举措"))

    desk.click("replace_chosen")

    assert desk.draft.undo_words == "替换“2025年”为“2026年”"
    assert desk.draft.report.section("measures").title == "举措"


def test_fixed_names_are_counted_and_not_listed(desk: FindingDesk) -> None:
    rows = listed(desk, "行政复议", "复议")

    assert "另有 1 处是固定的名称" in desk.find(QLabel, "replace_about").text()
    assert rows.rowCount() == 1


def test_a_linked_number_is_listed_without_a_box_until_its_link_is_released(desk: FindingDesk) -> None:
    rows = listed(desk, "164件", "若干件")
    assert rows.index(0, 0).data(_CHECKED) is None
    assert not desk.find(QPushButton, "replace_chosen").isEnabled()

    desk.click("replace_list_unlink")

    assert Qt.CheckState(rows.index(0, 0).data(_CHECKED)) is Qt.CheckState.Checked


def test_the_place_is_shown_and_a_closed_list_is_found_no_more(desk: FindingDesk) -> None:
    listed(desk, "治县", "治市")
    desk.click("replace_go")
    assert desk.tabs.key == "plan"

    desk.find(QDialog, "replace_dialog").close()

    assert desk.window.findChild(QDialog, "replace_dialog") is None
