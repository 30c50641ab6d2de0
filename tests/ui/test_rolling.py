"""From the list to next year's report: asked, made, opened; its year words listed and replaced in one step."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QTableView,
    QTextEdit,
    QTreeWidget,
    QWidget,
)

from models.carrying import waiting
from models.editing import with_paragraphs, with_waiting
from models.letterhead import Letterhead
from models.report import Attachment, Item, Report, Section
from tests.ui.conftest import Clerk
from ui.side_pane import LAST_YEAR, SidePane
from ui.year_words_model import CHANGE

LAST = Report(
    2025,
    "county-regulation",
    letterhead=Letterhead(organs=("云岭县人民政府",)),
    preamble=("2025年，我县推进依法行政。",),
    sections=(
        Section(
            "measures",
            "主要举措和成效",
            (),
            (Item("规范执法", ("2025年，开展评查。",)), Item("化解纠纷", ("县政府第42次常务会议研究。",))),
        ),
        Section("shortcomings", "不足和原因", (), (Item("人手不足", ("主要原因是编制少。",)),)),
    ),
    attachments=(Attachment("2025年清单", ("第一项。",)),),
)


@pytest.fixture
def rolled(clerk: Clerk) -> Clerk:
    """A clerk who has carried a report over as proposed."""
    clerk.window.store.create(LAST)
    clerk.window.show_start()
    clerk.click("roll_report")
    carry_over(clerk)
    return clerk


def carry_over(clerk: Clerk) -> None:
    """Confirm the dialog; the new report is made beside the window."""
    clerk.click("roll_ok")
    clerk.qtbot.waitUntil(lambda: clerk.window.view is not None, timeout=30_000)


def report_of(clerk: Clerk) -> Report:
    assert clerk.window.view is not None
    return clerk.window.view.draft.report


def words_table(clerk: Clerk) -> QTableView:
    return clerk.find(QTableView, "year_words_table")


def listed(clerk: Clerk) -> list[str]:
    model = words_table(clerk).model()
    return [model.index(row, 2).data() for row in range(model.rowCount())]


def test_the_new_report_is_open_and_the_old_one_as_it_was(rolled: Clerk) -> None:
    assert report_of(rolled).year == 2026
    assert len(rolled.window.store.list()) == 2
    assert rolled.window.store.load("1") == LAST


def test_the_dialog_asks_for_a_later_year(clerk: Clerk) -> None:
    clerk.window.store.create(LAST)
    clerk.window.show_start()
    clerk.click("roll_report")
    year = clerk.find(QLineEdit, "field:roll_year")
    assert year.text() == "2026"

    clerk.type(year, "2025")

    assert "2025" in clerk.find(QLabel, "roll_complaint").text()
    assert not clerk.find(QPushButton, "roll_ok").isEnabled()


def test_each_section_is_treated_as_chosen(clerk: Clerk) -> None:
    clerk.window.store.create(LAST)
    clerk.window.show_start()
    clerk.click("roll_report")
    choice = clerk.find(QComboBox, "field:roll_section:measures")
    choice.setCurrentIndex(choice.findText("不要"))
    shortcomings = clerk.find(QComboBox, "field:roll_section:shortcomings")
    assert shortcomings.currentText() == "只作参考"
    carry_over(clerk)

    section = report_of(clerk).section("measures")
    assert section is not None
    assert not section.items


def test_without_a_report_the_clerk_is_told_what_to_do(clerk: Clerk) -> None:
    clerk.click("roll_report")

    assert "导入 Word/文本" in clerk.find(QMessageBox, "message").text()


def test_chosen_words_are_replaced_in_one_step_and_the_rest_stay(rolled: Clerk) -> None:
    assert listed(rolled) == ["2025年", "2025年", "第42次", "2025年"]
    model = words_table(rolled).model()
    model.setData(model.index(1, 0), Qt.CheckState.Unchecked.value, Qt.ItemDataRole.CheckStateRole)
    model.setData(model.index(2, CHANGE), "第12次")
    before = report_of(rolled)

    rolled.click("year_words_replace")

    report = report_of(rolled)
    assert report.preamble == ("2026年，我县推进依法行政。",)
    assert report.attachments[0].title == "2026年清单"
    section = report.section("measures")
    assert section is not None
    assert [item.paragraphs[0] for item in section.items] == [
        "2025年，开展评查。",
        "县政府第12次常务会议研究。",
    ]
    assert listed(rolled) == ["2025年"]
    assert rolled.find(QLabel, "year_words_about").text().startswith("已替换 3 处，可以撤销。")
    assert waiting(report) == waiting(before)
    rolled.window.view.undo()
    assert report_of(rolled) == before


def test_a_context_says_where_its_text_goes_on(rolled: Clerk) -> None:
    draft, long = rolled.window.view.draft, "一" * 40
    draft.change("改", with_paragraphs(draft.report, "measures", (1,), (f"2025年，{long}2025年{long}。",)))
    draft.change("改", with_waiting(draft.report, "measures", (1,)))
    model = words_table(rolled).model()
    rolled.qtbot.waitUntil(
        lambda: any("一一" in model.index(row, 1).data() for row in range(model.rowCount()))
    )

    contexts = [model.index(row, 1).data() for row in range(model.rowCount())]
    ends = [(words.startswith("…"), words.endswith("…")) for words in contexts if "一一" in words]

    assert ends == [(False, True), (True, True)]


def test_a_word_leads_to_its_place(rolled: Clerk) -> None:
    table = words_table(rolled)
    table.setCurrentIndex(table.model().index(2, 0))

    rolled.click("year_words_go")

    body = rolled.find(QTextEdit, "body:measures:2")
    assert "第42次" in body.textCursor().selectedText()


def test_the_list_comes_back_from_the_menu(rolled: Clerk) -> None:
    rolled.click("year_words_close")

    rolled.window.view.list_year_words()

    assert len(listed(rolled)) == 4


def test_the_sign_is_there_until_the_text_is_touched(rolled: Clerk) -> None:
    rolled.window.view.show_tab(1)
    sign = rolled.find(QWidget, "carried:measures:1")
    outline = rolled.find(QTreeWidget, "items:measures")
    assert sign.isVisible()
    assert outline.topLevelItem(0).text(0).startswith("◇")

    rolled.type(rolled.find(QTextEdit, "body:measures:1"), "全年评查3次。")

    assert not sign.isVisible()
    assert not outline.topLevelItem(0).text(0).startswith("◇")
    assert rolled.find(QWidget, "carried:measures:2").isVisible()


def test_confirming_changes_no_word_and_can_be_undone(rolled: Clerk) -> None:
    rolled.window.view.show_tab(1)
    before = report_of(rolled)

    rolled.click("confirm:measures:1")

    section = report_of(rolled).section("measures")
    assert section is not None
    assert [item.is_carried for item in section.items] == [False, True]
    assert rolled.window.view.draft.undo_words.startswith("核对")
    rolled.window.view.undo()
    assert report_of(rolled) == before


@pytest.mark.parametrize("name", ["confirm:preamble", "confirm:attachments"])
def test_opening_words_and_attachments_are_confirmed_where_they_stand(rolled: Clerk, name: str) -> None:
    before = waiting(report_of(rolled)).texts

    rolled.click(name)

    assert waiting(report_of(rolled)).texts == before - 1


def test_tabs_and_status_count_what_waits(rolled: Clerk) -> None:
    rolled.window.view.show_findings()
    rolled.wait_for_findings()

    assert "◇2" in rolled.window.view._tabs.tabText(1)
    assert "待更新" in rolled.window.view.count_words()


def test_last_years_text_is_there_to_be_read(rolled: Clerk) -> None:
    rolled.window.view.show_tab(2)
    assert rolled.find(QTextEdit, "body:shortcomings:1").toPlainText() == ""

    rolled.window.view.reveal("shortcomings", (1,))
    rolled.find(SidePane, "side_pane").show_face(LAST_YEAR)

    text = rolled.find(QTextEdit, "last_year_text")
    rolled.qtbot.waitUntil(lambda: "主要原因是编制少。" in text.toPlainText())
    assert text.isReadOnly()


def test_a_report_of_its_own_carries_nothing(drafting: Clerk) -> None:
    drafting.window.view.show_tab(1)

    assert not drafting.find(QWidget, "carried:measures:1").isVisible()


def test_a_report_that_is_gone_by_then_is_not_carried_over_and_the_clerk_is_told(clerk: Clerk) -> None:
    report_id = clerk.window.store.create(LAST)
    clerk.window.show_start()
    clerk.click("roll_report")
    clerk.window.store.trash(report_id)
    clerk.window.store.purge(report_id)
    clerk.click("roll_ok")

    clerk.qtbot.waitUntil(lambda: clerk.window.findChild(QMessageBox, "message") is not None, timeout=30_000)
    assert clerk.window.view is None
    assert clerk.window.store.list() == ()


def test_what_is_pasted_as_another_word_comes_in_clean(rolled: Clerk) -> None:
    table = words_table(rolled)
    index = table.model().index(2, CHANGE)
    table.edit(index)
    editor = table.indexWidget(index)
    QApplication.clipboard().setText("第\u200b12\u00ad次\r\n")

    rolled.qtbot.keySequence(editor, QKeySequence.StandardKey.Paste)

    assert isinstance(editor, QLineEdit)
    assert editor.text() == "第12次"
