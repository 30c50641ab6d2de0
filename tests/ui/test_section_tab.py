"""A section's tab: what the clerk does stands in the report, and the report's changes stand on the screen."""

import random
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAction, QContextMenuEvent, QHelpEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QLineEdit,
    QMenu,
    QScrollArea,
    QTextEdit,
    QToolTip,
    QWidget,
)
from pytestqt.qtbot import QtBot

from models.editing import paragraphs_of, part, paths
from models.quantity import Quantity
from models.report import Figure, Item, Report, Section
from tests.ui.section_desk import DECLARED, FIRST, KEY, Desk, begun
from ui.linked_text_edit import LinkedTextEdit


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    return Desk(qtbot, begun())


@pytest.fixture
def empty(qtbot: QtBot) -> Desk:
    return Desk(qtbot, Report(2025, "county-regulation", sections=(Section(KEY, "主要举措"),)))


def test_everything_of_a_section_is_there_at_once_with_its_numbers(desk: Desk) -> None:
    places = ("0", "1", "2", "2.1", "2.2", "3")

    assert [desk.body(place).accessibleName() for place in places[1:4]] == [
        "（一）正文",
        "（二）正文",
        "1.正文",
    ]
    assert desk.body("1").toPlainText() == "全年办件179件。\n第二段。"
    assert desk.heading("2.2").text() == "清理"
    assert desk.outline() == [
        "（一）履行政府职能",
        "（二）健全制度体系",
        "1.审核",
        "2.清理",
        "（三）化解矛盾纠纷",
    ]
    assert desk.draft.undo_words == ""


def test_every_field_and_button_can_be_found_and_read_out(desk: Desk) -> None:
    kinds = (QTextEdit, QLineEdit, QAbstractButton, QAbstractItemView)
    widgets = [widget for kind in kinds for widget in desk.tab.findChildren(kind)]

    unnamed = [widget for widget in widgets if not (widget.objectName() and widget.accessibleName())]

    assert len(widgets) > 15
    assert not [widget for widget in unnamed if not widget.objectName().startswith("qt_")]


def test_lines_are_paragraphs_and_links_stay_links(desk: Desk) -> None:
    editor = desk.body("1")
    editor.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QTest.keyClicks(editor, "abc")

    assert desk.section.items[0].paragraphs == (FIRST, "第二段。", "abc")
    assert editor.toPlainText().endswith("第二段。\n\nabc")


def test_a_text_set_from_outside_reaches_the_report(desk: Desk) -> None:
    desk.body("0").setPlainText("新的开头。")
    desk.body("2.2").setPlainText("清理12件。\n废止8件。")

    assert desk.section.paragraphs == ("新的开头。",)
    assert part(desk.section, (2, 2)).paragraphs == ("清理12件。", "废止8件。")
    assert desk.section.items[0] == part(begun().sections[0], (1,))


def test_headings_and_the_title_reach_the_report(desk: Desk) -> None:
    desk.heading("2").setText("健全制度。")
    desk.find(QLineEdit, f"field:section_title:{KEY}").setText("主要举措和成效")

    assert desk.section.title == "主要举措和成效"
    assert desk.section.items[1].title == "健全制度"
    assert desk.heading("2").text() == "健全制度。"
    assert desk.outline()[1] == "（二）健全制度"


def test_typing_is_undone_clause_by_clause_and_lands_in_the_text(desk: Desk) -> None:
    editor = desk.body("3")
    editor.moveCursor(QTextCursor.MoveOperation.End)
    for character in "撤销11件，维持":
        editor.textCursor().insertText(character)

    assert desk.draft.undo_words == "在“（三）化解矛盾纠纷”输入"
    desk.draft.undo()
    assert editor.toPlainText() == "申请179件。撤销11件，"

    desk.draft.undo()
    assert editor.toPlainText() == "申请179件。"
    assert desk.section.items[2].paragraphs == ("申请{{fy_apply}}件。",)

    desk.draft.redo()
    assert editor.toPlainText() == "申请179件。撤销11件，"


def test_undo_in_one_text_leaves_the_caret_of_another(desk: Desk) -> None:
    desk.body("3").setPlainText("改过。")
    other = desk.body("1")
    cursor = other.textCursor()
    cursor.setPosition(4)
    other.setTextCursor(cursor)

    desk.draft.undo()

    assert desk.body("3").toPlainText() == "申请179件。"
    assert other.textCursor().position() == 4


def test_a_changed_figure_shows_in_every_text_and_changes_none(desk: Desk) -> None:
    section = desk.section

    desk.draft.change("修改数据", desk.draft.report.with_figure(Figure("fy_apply", Quantity("1,802"))))

    assert desk.body("1").toPlainText().startswith("全年办件1,802件")
    assert desk.body("3").toPlainText() == "申请1,802件。"
    assert desk.section is section

    desk.draft.undo()
    assert desk.body("3").toPlainText() == "申请179件。"


def test_a_link_brought_back_by_undo_shows_the_figure_of_that_moment(desk: Desk) -> None:
    desk.body("3").setPlainText("没有数字。")
    desk.draft.change("修改数据", desk.draft.report.with_figure(Figure("fy_apply", Quantity("180"))))

    desk.draft.undo()
    desk.draft.undo()

    assert desk.body("3").toPlainText() == "申请179件。"


def test_an_empty_section_says_how_to_begin_and_offers_the_usual_items(empty: Desk) -> None:
    empty.click("all_suggested")

    assert empty.titles() == list(DECLARED.suggested)
    assert empty.tab.findChild(QWidget, f"hint:{KEY}").isHidden()
    empty.draft.undo()
    assert empty.titles() == []
    assert not empty.tab.findChild(QWidget, f"hint:{KEY}").isHidden()


def test_a_blank_card_is_no_item_until_something_is_written_in_it(empty: Desk) -> None:
    card = empty.body("1")
    assert empty.section.items == ()

    QTest.keyClicks(card, "abc")

    assert empty.section == Section(KEY, "主要举措", items=(Item(paragraphs=("abc",)),))
    assert empty.body("1") is card
    assert card.textCursor().position() == 3

    empty.draft.undo()
    assert empty.section.items == ()
    assert empty.body("1").toPlainText() == ""


def test_the_heading_of_a_blank_card_makes_it_an_item_too(empty: Desk) -> None:
    empty.heading("1").setText("强化监督")
    empty.body("1").setPlainText("第一条。")

    assert empty.section.items == (Item("强化监督", ("第一条。",)),)
    assert empty.outline() == ["（一）强化监督"]


def test_deleting_the_last_item_leaves_a_blank_card(empty: Desk) -> None:
    empty.click("add_item")
    empty.heading("1").setText("强化监督")
    empty.body("1").setPlainText("第一条。")
    empty.choose(1)
    empty.click("delete_item")

    assert empty.section.items == ()
    assert (empty.heading("1").text(), empty.body("1").toPlainText()) == ("", "")
    empty.draft.undo()
    assert empty.body("1").toPlainText() == "第一条。"


def test_a_section_not_begun_is_begun_by_writing_in_it(qtbot: QtBot) -> None:
    desk = Desk(qtbot, Report(2025, "county-regulation"))
    assert desk.find(QLineEdit, f"field:section_title:{KEY}").text().startswith("2025年度")
    assert not desk.draft.report.sections

    desk.body("0").setPlainText("开头。")

    assert desk.section.paragraphs == ("开头。",)
    assert desk.section.title.startswith("2025年度")


def test_another_sections_change_leaves_this_one_alone(desk: Desk) -> None:
    editor = desk.body("1")
    editor.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    plan = desk.draft.report.section("plan")
    assert plan is not None

    desk.draft.change("输入", desk.draft.report.with_section(replace(plan, paragraphs=("改过。",))))

    assert editor.toPlainText().endswith("\n")


def test_a_place_is_revealed_with_the_keyboard_in_it(desk: Desk, qtbot: QtBot) -> None:
    desk.body("1").setPlainText("\n".join(["很长的正文。"] * 40))
    desk.tab.reveal(3, "179")

    editor = desk.body("3")
    qtbot.waitUntil(editor.hasFocus)
    assert editor.textCursor().selectedText() == "179"
    assert is_in_view(desk, editor)
    assert desk.tree.currentItem().text(0) == "（三）化解矛盾纠纷"


def test_undo_brings_what_it_changes_into_view(desk: Desk, qtbot: QtBot) -> None:
    desk.body("1").setPlainText("\n".join(["很长的正文。"] * 40))
    bar = desk.tab.findChild(QScrollArea).verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 200)
    desk.body("3").setPlainText("改过。")
    bar.setValue(0)
    assert not is_in_view(desk, desk.body("3"))

    desk.draft.undo()

    assert desk.body("3").toPlainText() == "申请179件。"
    assert is_in_view(desk, desk.body("3"))


def is_in_view(desk: Desk, editor: QWidget) -> bool:
    for _ in range(5):
        QApplication.processEvents()
    view = desk.tab.findChild(QScrollArea).viewport()
    return 0 <= editor.mapTo(view, QPoint(0, 0)).y() < view.height() - 10


def point_on(editor: LinkedTextEdit, text: str) -> QPoint:
    """A point on the last character of a text."""
    rectangle = editor.cursorRect(editor.document().find(text))
    return editor.viewport().mapTo(editor, rectangle.center()) - QPoint(4, 0)


def test_a_link_tells_its_indicator_and_unit_under_the_mouse(desk: Desk) -> None:
    editor = desk.body("3")
    for text, told in (("申", ""), ("申请179", "行政复议申请：179件")):
        point = point_on(editor, text)
        help_wanted = QHelpEvent(QEvent.Type.ToolTip, point, editor.mapToGlobal(point))
        QApplication.sendEvent(editor.viewport(), help_wanted)

        assert QToolTip.text() == told


def open_menu(field: QWidget, point: QPoint) -> dict[str, QAction]:
    reason = QContextMenuEvent.Reason.Mouse
    target = field.viewport() if isinstance(field, QTextEdit) else field
    QApplication.sendEvent(target, QContextMenuEvent(reason, point, field.mapToGlobal(point)))
    menu = field.findChild(QMenu, "edit_menu")
    menu.hide()
    return {action.text(): action for action in menu.actions()}


def test_the_menu_of_a_link_leads_to_its_figure_and_releases_the_number(desk: Desk, qtbot: QtBot) -> None:
    editor = desk.body("3")
    actions = open_menu(editor, point_on(editor, "申请179"))

    with qtbot.waitSignal(desk.tab.figure_wanted, check_params_cb=lambda target: target == "fy_apply"):
        actions["查看数据"].trigger()
    actions["取消链接"].trigger()

    assert desk.section.items[2].paragraphs == ("申请179件。",)


@pytest.mark.parametrize("kind", ["heading", "body"])
def test_the_menu_of_a_field_undoes_what_the_report_would(desk: Desk, kind: str) -> None:
    desk.body("1").setPlainText("改过。")
    field = desk.find(QWidget, f"{kind}:{KEY}:3")
    actions = open_menu(field, QPoint(300, 5))
    assert not actions["重做"].isEnabled()
    assert "取消链接" not in actions

    actions["撤销 在“（一）履行政府职能”输入"].trigger()

    assert desk.section == begun().sections[0]


def shown(desk: Desk) -> Section:
    """The section as its fields show it, read by name."""

    def item(path: tuple[int, ...], of: Item) -> Item:
        place = ".".join(map(str, path))
        return replace(
            of,
            title=desk.heading(place).text(),
            paragraphs=paragraphs_of(desk.body(place).tokens()),
            items=tuple(item((*path, count), below) for count, below in enumerate(of.items, start=1)),
        )

    items = tuple(item((count,), one) for count, one in enumerate(desk.section.items, start=1))
    return replace(desk.section, paragraphs=paragraphs_of(desk.body("0").tokens()), items=items)


@pytest.mark.parametrize("seed", range(4))
def test_whatever_the_clerk_does_the_screen_shows_the_report(desk: Desk, seed: int) -> None:
    dice = random.Random(seed)

    def place() -> tuple[int, ...]:
        return dice.choice(list(paths(desk.section)) or [(1,)])

    def named(path: tuple[int, ...]) -> str:
        return ".".join(map(str, path))

    def write() -> None:
        editor = desk.body(named(dice.choice([(), place()])) or "0")
        cursor = editor.textCursor()
        cursor.setPosition(dice.randint(0, editor.document().characterCount() - 1))
        editor.setTextCursor(cursor)
        editor.textCursor().insertText(dice.choice(["字", "两字", "另起\n一段", "。"]))

    def erase() -> None:
        QTest.keyClick(desk.body(named(place())), Qt.Key.Key_Backspace)

    def press(name: str) -> None:
        if desk.section.items:
            desk.choose(*place())
        desk.click(name)

    acts = [
        write,
        write,
        erase,
        lambda: desk.heading(named(place())).setText(dice.choice(["甲", "乙", "丙"])),
        lambda: press("add_item"),
        lambda: press("delete_item"),
        lambda: press("move_up"),
        lambda: press("move_down"),
        desk.draft.undo,
        desk.draft.undo,
        desk.draft.redo,
        lambda: setattr(desk.clock, "now", desk.clock.now + 5),
    ]
    for _ in range(120):
        dice.choice(acts)()
        if dice.random() < 0.3:
            QApplication.processEvents()
        assert shown(desk) == desk.section
    while desk.draft.undo_words:
        desk.draft.undo()
    assert desk.draft.report == begun()
    assert shown(desk) == desk.section
    while desk.draft.redo_words:
        desk.draft.redo()
    assert shown(desk) == desk.section


def test_a_step_of_undo_says_which_heading_or_text_it_is_about(desk: Desk) -> None:
    desk.heading("2").setText("健全制度")
    assert desk.draft.undo_words == "修改标题“（二）健全制度”"

    desk.body("0").setPlainText("另一句开头的话。")
    assert desk.draft.undo_words == "在“本部分开头”输入"


def test_the_outline_stays_with_the_item_whatever_is_undone(desk: Desk) -> None:
    desk.choose(1)
    desk.find(QAbstractButton, f"move_down:{KEY}").click()
    assert desk.tab.path == (2,)

    desk.draft.undo()
    assert desk.tab.path == (1,)
    desk.draft.redo()
    assert desk.tab.path == (2,)
