"""Fields know which place of the report they hold, and the caret can be put to any of them."""

import pytest
from PySide6.QtWidgets import QComboBox, QLineEdit, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from models.printed_places import STAGE, field_place
from models.report import ATTACHMENTS, HEADING, Place
from models.stored import Stored
from tests.ui.pages_desk import report
from ui.caret_place import Spot, field_of, put_caret, spot_of
from ui.draft import Draft
from ui.report_tabs import ReportTabs

SPOTS = {
    "body:measures:3": Spot(Place("measures", (3,), 1), 17),
    "body:plan:2.1": Spot(Place("plan", (2, 1), 0), 4),
    "heading:plan:2.1": Spot(Place("plan", (2, 1), HEADING), 2),
    "field:section_title:measures": Spot(Place("measures", (), HEADING), 2),
    "field:preamble": Spot(Place("", (), 0), 5),
    "field:addressees": Spot(field_place("addressees"), 5),
    "field:title": Spot(field_place("title"), 0),
    "field:report_stage": Spot(STAGE, 0),
    "field:attachment_title": Spot(Place(ATTACHMENTS, (1,), HEADING), 3),
}


@pytest.fixture
def tabs(qtbot: QtBot) -> ReportTabs:
    tabs = ReportTabs(Draft(Stored(report(), 1, "")))
    qtbot.addWidget(tabs)
    tabs.show()
    qtbot.waitExposed(tabs)
    tabs.activateWindow()
    return tabs


def test_a_spot_is_found_in_its_field_and_the_field_tells_the_spot(qtbot: QtBot, tabs: ReportTabs) -> None:
    for name, spot in SPOTS.items():
        tabs.reveal(*field_of(spot.place))
        put_caret(spot, tabs)

        field = tabs.findChild(QWidget, name)
        qtbot.waitUntil(field.hasFocus)
        assert isinstance(field, QTextEdit | QLineEdit | QComboBox)
        assert spot_of(field, tabs) == spot


def test_blank_lines_being_typed_are_no_paragraphs(tabs: ReportTabs) -> None:
    body = tabs.findChild(QTextEdit, "body:measures:3")
    assert body is not None
    body.setPlainText("第一段。\n\n第二段。\n")
    cursor = body.textCursor()
    cursor.setPosition(len("第一段。\n\n第二"))
    body.setTextCursor(cursor)

    assert spot_of(body, tabs) == Spot(Place("measures", (3,), 1), 2)
    put_caret(Spot(Place("measures", (3,), 0), 1), tabs)
    assert body.textCursor().position() == 1
    put_caret(Spot(Place("measures", (3,), 1), 99), tabs)
    assert body.textCursor().position() == len("第一段。\n\n第二段。")


def test_a_field_that_is_not_printed_has_no_place(tabs: ReportTabs) -> None:
    for name in ("field:year", "figures_table"):
        field = tabs.findChild(QWidget, name)
        assert field is not None
        assert spot_of(field, tabs) is None
