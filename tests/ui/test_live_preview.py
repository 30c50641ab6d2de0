"""The preview beside the text: it follows the caret after every pause, and a click in it leads to the text."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QHelpEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QToolTip, QWidget

from models.printed_places import field_place, figure_place
from models.report import Place
from tests.ui.conftest import Clerk
from ui.linked_text_edit import LinkedTextEdit
from ui.live_pages import LivePages
from ui.pages_view import PagesView
from ui.settings import PROFILE


class Reader:
    """A clerk with the sample open and its pages beside it."""

    def __init__(self, clerk: Clerk) -> None:
        self.clerk = clerk
        clerk.window.resize(1366, 768)
        clerk.click("open_sample")
        clerk.window.activateWindow()
        clerk.click("preview")
        self.live = clerk.window.findChild(LivePages)
        clerk.qtbot.waitUntil(
            lambda: clerk.window.findChild(PagesView, "preview_pages") is not None, timeout=30000
        )
        self.view = clerk.find(PagesView, "preview_pages")
        clerk.qtbot.waitUntil(lambda: self.view.page_count == 26, timeout=30000)

    def body(self, name: str) -> LinkedTextEdit:
        """The text of this name with the caret at its start."""
        section, _, path = name.partition(":")
        self.clerk.window.view.reveal(section, tuple(map(int, path.split("."))))
        body = self.clerk.find(LinkedTextEdit, f"body:{name}")
        self.clerk.qtbot.waitUntil(body.hasFocus)
        body.moveCursor(QTextCursor.MoveOperation.Start)
        return body

    def sees(self, place: Place, offset: int = 0) -> bool:
        """Whether a character's line is in view."""
        return self.view.can_be_seen(self.live.newest.places.where(place, offset))

    def point(self, place: Place, offset: int = 0) -> QPoint:
        """Where in the view a character's line begins."""
        area = self.live.newest.places.where(place, offset)
        return self.view._place(area).center().toPoint()

    def after_pause(self, do) -> None:
        """Do something and wait until it is laid out and drawn."""
        with self.clerk.qtbot.waitSignal(self.live.laid_out, timeout=30000):
            do()


@pytest.fixture
def reader(clerk: Clerk) -> Reader:
    return Reader(clerk)


PLAN = Place("plan", (5,), 0)


def test_the_pages_follow_the_caret_from_text_to_text(reader: Reader) -> None:
    reader.body("plan:5")
    assert reader.sees(PLAN)

    reader.body("measures:1")
    assert reader.sees(Place("measures", (1,), 0))
    assert not reader.sees(PLAN)


def test_what_is_being_written_is_marked_in_the_margin(reader: Reader) -> None:
    reader.body("plan:5")

    assert reader.view._marks == reader.live.newest.places.bars(PLAN)
    left = reader.live.newest.layout.profile.left_pt
    assert all(one.x_pt + one.width_pt < left for one in reader.view._marks)


def test_the_clerk_who_turns_over_is_left_alone_until_he_goes_elsewhere(reader: Reader) -> None:
    body = reader.body("plan:5")
    QTest.keyClick(reader.view, Qt.Key.Key_Home)
    assert not reader.sees(PLAN)

    reader.after_pause(lambda: body.insertPlainText("再"))
    body.moveCursor(QTextCursor.MoveOperation.NextCharacter)
    assert reader.view.verticalScrollBar().value() == 0

    reader.body("plan:4")
    assert reader.sees(Place("plan", (4,), 0))


def test_what_is_in_view_already_is_not_moved(reader: Reader) -> None:
    body = reader.body("plan:5")
    before = reader.view.verticalScrollBar().value()

    reader.after_pause(lambda: body.insertPlainText("字"))

    assert reader.view.verticalScrollBar().value() == before


def test_a_click_leads_to_the_character(reader: Reader) -> None:
    reader.body("plan:5")

    QTest.mouseClick(reader.view.viewport(), Qt.MouseButton.LeftButton, pos=reader.point(PLAN, 40))

    body = reader.clerk.find(LinkedTextEdit, "body:plan:5")
    reader.clerk.qtbot.waitUntil(body.hasFocus)
    line = [one[2] for one in reader.live.newest.places._lines[PLAN] if one[2].start <= 40][-1]
    assert line.start < body.textCursor().position() < line.start + line.length


def test_a_click_on_the_first_page_leads_to_the_fields_of_the_letterhead(reader: Reader) -> None:
    reader.view.go_to(1)

    QTest.mouseClick(
        reader.view.viewport(), Qt.MouseButton.LeftButton, pos=reader.point(field_place("doc_number"))
    )

    reader.clerk.qtbot.waitUntil(reader.clerk.find(QLineEdit, "field:doc_number").hasFocus)


def test_a_click_on_a_row_of_the_table_leads_to_the_figure(reader: Reader) -> None:
    place = figure_place("fy_apply")
    reader.view.bring(reader.live.newest.places.where(place))

    QTest.mouseClick(reader.view.viewport(), Qt.MouseButton.LeftButton, pos=reader.point(place))

    table = reader.clerk.find(QWidget, "figures_table")
    reader.clerk.qtbot.waitUntil(table.isVisible)
    assert reader.clerk.window.view.draft.report.indicator("fy_apply").name in str(
        table.currentIndex().siblingAtColumn(0).data()
    )


def test_a_hand_and_a_tip_show_where_a_click_leads(reader: Reader) -> None:
    reader.body("plan:5")
    viewport, point = reader.view.viewport(), reader.point(PLAN)
    white = QPoint(point.x(), 0)
    while reader.view.leads(*(reader.view.point_at(QPointF(white)) or (0, 0.0, 0.0))):
        white -= QPoint(4, 0)

    QTest.mouseMove(viewport, point)
    assert viewport.cursor().shape() is Qt.CursorShape.PointingHandCursor
    QApplication.sendEvent(viewport, QHelpEvent(QEvent.Type.ToolTip, point, viewport.mapToGlobal(point)))
    assert QToolTip.text() == "点一下，到这一处修改"
    QTest.mouseMove(viewport, QPoint(1, 1))
    assert viewport.cursor().shape() is Qt.CursorShape.ArrowCursor


def test_the_menu_shows_the_place_on_its_page_and_leads_back(reader: Reader) -> None:
    body = reader.body("plan:5")
    QTest.keyClick(reader.view, Qt.Key.Key_Home)
    window = reader.clerk.window

    window.findChild(QAction, "action:show_caret").trigger()
    assert reader.sees(PLAN)

    reader.view.go_to(3)
    window.findChild(QAction, "action:page_text").trigger()
    reader.clerk.qtbot.waitUntil(lambda: not body.hasFocus())
    place, offset = reader.live.newest.places.first_on(3)
    field = QApplication.focusWidget()
    assert field.objectName() == f"body:{place.section}:{'.'.join(map(str, place.item))}"
    assert field.textCursor().position() == offset


def test_keys_turn_over_and_enlarge(reader: Reader) -> None:
    view, down = reader.view, reader.view.verticalScrollBar()
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


def test_the_old_page_stays_until_the_new_one_is_drawn(reader: Reader) -> None:
    body = reader.body("plan:5")
    page = reader.live.newest.places.where(PLAN).page
    pictures = reader.view._pictures
    reader.clerk.qtbot.waitUntil(
        lambda: pictures.picture(page) is not None and not pictures.picture(page).is_old
    )
    old, seen = pictures.picture(page).image, []
    reader.live.laid_out.connect(lambda _found: seen.append(pictures.picture(page)))

    with reader.clerk.qtbot.waitSignal(reader.view.settled, timeout=30000):
        body.insertPlainText("办")

    assert [(one.image.cacheKey(), one.is_old) for one in seen] == [(old.cacheKey(), True)]
    assert pictures.picture(page).image != old


def test_pages_that_did_not_change_are_not_drawn_again(reader: Reader) -> None:
    body = reader.body("plan:5")
    reader.after_pause(lambda: body.insertPlainText("办"))
    source = reader.view.source
    kept = source.pdf(1)

    reader.after_pause(lambda: body.insertPlainText("办"))

    assert reader.view.source is not source
    assert reader.view.source.pdf(1) is kept


def test_the_state_that_came_last_is_what_is_shown(reader: Reader) -> None:
    body = reader.body("plan:5")
    laid_out = []
    reader.live.laid_out.connect(laid_out.append)

    for character in "全年办理":
        body.insertPlainText(character)
        QApplication.processEvents()
    reader.clerk.qtbot.waitUntil(lambda: bool(laid_out), timeout=30000)

    assert laid_out[-1].report is reader.clerk.window.view.draft.report
    assert len(laid_out) == 1


def test_pages_that_cannot_be_laid_out_are_said_in_words(reader: Reader) -> None:
    view = reader.clerk.window.view
    view.ways_out._settings.set(PROFILE, "nosuch")
    with reader.clerk.qtbot.waitSignal(reader.live.failed, timeout=30000):
        view.ways_out.setup_changed.emit()

    note = reader.clerk.find(QLabel, "preview_note")
    assert note.isVisible()
    assert "nosuch" in note.text()
    assert "字" not in reader.clerk.find(QLabel, "counts").text()
