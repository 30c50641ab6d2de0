"""The sheet: wherever it is clicked one can write, it stands ready while it is empty, and nothing is said twice."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractScrollArea, QLabel, QLineEdit, QPushButton, QSplitter, QWidget
from pytestqt.qtbot import QtBot

from models.report import Item, Report, Section
from tests.ui.section_desk import DECLARED, KEY, Desk, begun
from ui.paper import Paper
from ui.section_sheet import SectionSheet


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    return Desk(qtbot, begun())


@pytest.fixture
def empty(qtbot: QtBot) -> Desk:
    return Desk(qtbot, Report(2025, "county-regulation", sections=(Section(KEY, "主要举措"),)))


def is_offered(desk: Desk, name: str) -> bool:
    button = desk.find(QPushButton, name)
    return button.isVisibleTo(desk.tab)


def paper_of(desk: Desk) -> Paper:
    (paper,) = desk.tab.findChildren(Paper)
    return paper


def test_a_click_on_the_paper_below_a_text_goes_to_its_end(desk: Desk, qtbot: QtBot) -> None:
    paper = paper_of(desk)
    last = desk.body("3")
    below = last.mapTo(paper, QPoint(0, last.height())) + QPoint(30, 20)
    QTest.mouseClick(paper, Qt.MouseButton.LeftButton, pos=below)

    qtbot.waitUntil(last.hasFocus)
    assert last.textCursor().atEnd()


def test_a_click_beside_a_text_goes_to_that_text(desk: Desk, qtbot: QtBot) -> None:
    paper, first = paper_of(desk), desk.body("1")
    beside = QPoint(2, first.mapTo(paper, first.rect().center()).y())
    QTest.mouseClick(paper, Qt.MouseButton.LeftButton, pos=beside)

    qtbot.waitUntil(first.hasFocus)


def test_deleting_the_item_one_is_in_leads_to_the_outline_and_is_told(desk: Desk, qtbot: QtBot) -> None:
    desk.choose(2)
    desk.body("2").setFocus()
    qtbot.waitUntil(desk.body("2").hasFocus)
    desk.click("delete_item")

    assert desk.tree.hasFocus()
    notice = desk.find(QLabel, f"section_notice:{KEY}")
    assert notice.text() == "已删除“（二）健全制度体系”，Ctrl+Z 撤销"

    desk.draft.undo()
    assert notice.text() == ""


def test_a_number_typed_with_a_heading_is_not_printed_twice(desk: Desk) -> None:
    heading = desk.heading("2")
    heading.setText("（二）加强领导")
    desk.heading("2.1").setText("1．审核")
    title = desk.find(QLineEdit, f"field:section_title:{KEY}")
    title.setText("一、主要举措和成效")
    for field in (heading, title):
        field.editingFinished.emit()

    assert desk.section.items[1].title == heading.text() == "加强领导"
    assert desk.section.items[1].items[0].title == "审核"
    assert desk.section.title == title.text() == "主要举措和成效"


def test_a_number_is_typed_key_by_key_without_losing_a_key(desk: Desk) -> None:
    heading = desk.heading("2")
    heading.clear()
    for count in range(1, len("（二）加强") + 1):
        heading.setText("（二）加强"[:count])

    assert heading.text() == "（二）加强"
    assert desk.section.items[1].title == "加强"


def test_a_section_that_is_not_divided_shows_no_blank_card(empty: Desk) -> None:
    empty.body("0").setPlainText("无。")

    assert not empty.body("1").isVisibleTo(empty.tab)
    assert is_offered(empty, f"first_item:{KEY}")
    assert not is_offered(empty, f"suggested:{KEY}:1")

    empty.find(QPushButton, f"first_item:{KEY}").click()
    assert empty.section.items == (Item(),)
    assert empty.heading("1").isVisibleTo(empty.tab)


def test_a_heading_typed_and_cleared_leaves_no_item(empty: Desk) -> None:
    heading = empty.heading("1")
    heading.setText("强化监督")
    heading.clear()

    assert empty.section.items == ()
    assert empty.outline() == []
    assert empty.heading("1") is heading


def test_the_usual_items_are_offered_until_they_are_used(empty: Desk) -> None:
    empty.find(QPushButton, f"suggested:{KEY}:2").click()

    assert empty.titles() == [DECLARED.suggested[1]]
    assert is_offered(empty, f"suggested:{KEY}:1")
    assert not is_offered(empty, f"suggested:{KEY}:2")

    empty.click("all_suggested")
    assert sorted(empty.titles()) == sorted(DECLARED.suggested)
    assert not empty.find(QWidget, f"hint:{KEY}").isVisibleTo(empty.tab)


def test_the_usual_items_are_offered_no_more_once_there_is_a_text(empty: Desk) -> None:
    empty.find(QPushButton, f"suggested:{KEY}:2").click()
    empty.body("1").setPlainText("第一条。")

    assert not is_offered(empty, f"suggested:{KEY}:1")


def test_what_cannot_be_seen_never_reaches_the_report(desk: Desk) -> None:
    desk.body("1").textCursor().insertText("全\u200b年\ufeff")
    desk.body("2").setPlainText("审\x07核\u202e23件👨\u200d👩")
    desk.heading("3").setText("化解\u200b矛盾")

    assert "".join(desk.section.items[0].paragraphs).count("全年") == 2
    assert desk.section.items[1].paragraphs == ("审核23件👨\u200d👩",)
    assert desk.section.items[2].title == "化解矛盾"


def test_areas_and_splitters_have_names_and_areas_no_focus(desk: Desk) -> None:
    sheet = desk.find(SectionSheet, f"sheet:{KEY}")
    outline_head = desk.tree.header()

    assert sheet.accessibleName()
    assert sheet.focusPolicy() == Qt.FocusPolicy.NoFocus
    assert outline_head.objectName() == f"items_header:{KEY}"
    assert all(one.objectName() and one.accessibleName() for one in desk.tab.findChildren(QSplitter))
    assert isinstance(sheet, QAbstractScrollArea)
