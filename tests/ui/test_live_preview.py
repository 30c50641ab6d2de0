"""The preview beside the text: it follows the caret after every pause, and a click in it leads to the text."""

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QTableView, QToolTip
from pytestqt.qtbot import QtBot

from actions.laying_out import LaidOut
from models.printed_places import field_place, figure_place
from models.report import Place
from tests.ui.pages_desk import WAIT_MS, PagesDesk
from ui.caret_place import spot_of
from ui.declared_settings import PROFILE
from ui.linked_text_edit import LinkedTextEdit
from ui.settings import Settings


@pytest.fixture
def desk(qtbot: QtBot, data_dir: Path) -> PagesDesk:
    return PagesDesk(qtbot, Settings(data_dir))


FIRST, PLAN = Place("measures", (1,), 0), Place("plan", (3,), 0)


def test_the_pages_follow_the_caret_from_text_to_text(desk: PagesDesk) -> None:
    desk.body("plan", 3)
    assert desk.sees(PLAN)

    desk.body("measures", 1)
    assert desk.sees(FIRST)
    assert not desk.sees(PLAN)


def test_what_is_being_written_is_marked_in_the_margin(desk: PagesDesk) -> None:
    desk.body("plan", 3)

    assert desk.view.marks == desk.places.bars(PLAN)
    left = desk.live.newest.layout.profile.left_pt
    assert all(one.x_pt + one.width_pt < left for one in desk.view.marks)


def test_the_clerk_who_turns_over_is_left_alone_until_he_goes_elsewhere(desk: PagesDesk) -> None:
    body = desk.body("plan", 3)
    QTest.keyClick(desk.view, Qt.Key.Key_Home)
    assert not desk.sees(PLAN)

    desk.after(lambda: body.insertPlainText("再"))
    body.moveCursor(QTextCursor.MoveOperation.NextCharacter)
    assert desk.view.verticalScrollBar().value() == 0

    desk.body("plan", 1)
    assert desk.sees(Place("plan", (1,), 0))


def test_what_is_in_view_already_is_not_moved(desk: PagesDesk) -> None:
    body = desk.body("plan", 3)
    before = desk.view.verticalScrollBar().value()

    desk.after(lambda: body.insertPlainText("字"))

    assert desk.view.verticalScrollBar().value() == before


def test_a_click_leads_to_the_character(desk: PagesDesk) -> None:
    desk.body("plan", 3)

    QTest.mouseClick(desk.view.viewport(), Qt.MouseButton.LeftButton, pos=desk.point(PLAN, 40))

    body = desk.find(LinkedTextEdit, "body:plan:3")
    desk.qtbot.waitUntil(body.hasFocus)
    line = [one[2] for one in desk.places._lines[PLAN] if one[2].start <= 40][-1]
    assert line.start < body.textCursor().position() < line.start + line.length


def test_a_click_on_the_first_page_leads_to_the_fields_of_the_letterhead(desk: PagesDesk) -> None:
    desk.view.go_to(1)

    QTest.mouseClick(
        desk.view.viewport(), Qt.MouseButton.LeftButton, pos=desk.point(field_place("doc_number"))
    )

    desk.qtbot.waitUntil(desk.find(QLineEdit, "field:doc_number").hasFocus)


def test_a_click_on_a_row_of_the_table_leads_to_the_figure(desk: PagesDesk) -> None:
    place = figure_place("fy_apply")
    desk.view.bring(desk.area(place))

    QTest.mouseClick(desk.view.viewport(), Qt.MouseButton.LeftButton, pos=desk.point(place))

    table = desk.find(QTableView, "figures_table")
    desk.qtbot.waitUntil(table.isVisible)
    assert "行政复议申请" in str(table.currentIndex().siblingAtColumn(0).data())


def test_a_hand_and_a_tip_show_where_a_click_leads(desk: PagesDesk) -> None:
    desk.body("plan", 3)
    viewport, point = desk.view.viewport(), desk.point(PLAN)
    QTest.mouseMove(viewport, point)
    assert viewport.cursor().shape() is Qt.CursorShape.PointingHandCursor
    QApplication.sendEvent(viewport, QHelpEvent(QEvent.Type.ToolTip, point, viewport.mapToGlobal(point)))
    assert QToolTip.text() == "点一下，到这一处修改"
    QTest.mouseMove(viewport, QPoint(1, 1))
    assert viewport.cursor().shape() is Qt.CursorShape.ArrowCursor


def test_one_can_ask_for_the_place_on_its_page_and_for_the_text_of_a_page(desk: PagesDesk) -> None:
    desk.body("plan", 3)
    QTest.keyClick(desk.view, Qt.Key.Key_Home)

    desk.face.show_caret()
    assert desk.sees(PLAN)

    desk.view.go_to(3)
    QTest.keyClick(desk.view, Qt.Key.Key_Return)
    field = QApplication.focusWidget()
    assert field is not None
    assert spot_of(field, desk.tabs) == desk.top(3)


def test_keys_turn_over_and_enlarge(desk: PagesDesk) -> None:
    view, down = desk.view, desk.view.verticalScrollBar()
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Home)
    QTest.keyClick(view, Qt.Key.Key_PageDown)
    assert 0 < down.value() <= view.viewport().height()
    QTest.keyClick(view, Qt.Key.Key_End)
    assert down.value() == down.maximum()
    QTest.keyClick(view, Qt.Key.Key_PageUp)
    assert down.value() < down.maximum()

    before = view.zoom
    QTest.keyClick(view, Qt.Key.Key_Equal, Qt.KeyboardModifier.ControlModifier)
    assert view.zoom == pytest.approx(before * 1.25)
    QTest.keyClick(view, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(view, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert view.zoom == pytest.approx(before)


def test_the_old_page_stays_until_the_new_one_is_drawn(desk: PagesDesk) -> None:
    body = desk.body("plan", 3)
    page = desk.area(PLAN).page
    pictures = desk.view._pictures
    desk.qtbot.waitUntil(lambda: pictures.picture(page) is not None and not pictures.picture(page).is_old)
    old, seen = pictures.picture(page).image, []
    desk.live.laid_out.connect(lambda _found: seen.append(pictures.picture(page)))

    body.insertPlainText("办")
    desk.qtbot.waitUntil(lambda: bool(seen) and not pictures.picture(page).is_old, timeout=WAIT_MS)

    assert [(one.image.cacheKey(), one.is_old) for one in seen] == [(old.cacheKey(), True)]
    assert pictures.picture(page).image != old


def test_pages_that_did_not_change_are_not_drawn_again(desk: PagesDesk) -> None:
    body = desk.body("plan", 3)
    desk.after(lambda: body.insertPlainText("办"))
    source = desk.view.source
    kept = source.pdf(1)

    desk.after(lambda: body.insertPlainText("办"))

    assert desk.view.source is not source
    assert desk.view.source.pdf(1) is kept


def test_the_state_that_came_last_is_what_is_shown(desk: PagesDesk) -> None:
    body = desk.body("plan", 3)
    laid_out: list[LaidOut] = []
    desk.live.laid_out.connect(laid_out.append)

    for character in "全年办理":
        body.insertPlainText(character)
        QApplication.processEvents()
    desk.qtbot.waitUntil(lambda: bool(laid_out), timeout=WAIT_MS)

    assert laid_out[-1].report is desk.draft.report
    assert len(laid_out) == 1


def test_pages_that_cannot_be_laid_out_are_said_in_words(desk: PagesDesk, data_dir: Path) -> None:
    assert "全文 " in desk.pages.words
    Settings(data_dir).set(PROFILE, "nosuch")

    with desk.qtbot.waitSignal(desk.live.failed, timeout=WAIT_MS):
        desk.pages.set_up(desk.draft.report)

    note = desk.find(QLabel, "preview_note")
    assert note.isVisible()
    assert "nosuch" in note.text()
    assert desk.pages.words == ""
