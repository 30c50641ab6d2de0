"""Fields know which place of the report they hold, and the caret can be put to any of them."""

import pytest
from PySide6.QtWidgets import QComboBox, QLineEdit, QTextEdit, QWidget

from models.printed_places import STAGE, field_place
from models.report import ATTACHMENTS, HEADING, Place
from tests.ui.conftest import Clerk
from ui.caret_place import Spot, field_of, put_caret, spot_of
from ui.report_tabs import ReportTabs


@pytest.fixture
def tabs(clerk: Clerk) -> ReportTabs:
    clerk.click("open_sample")
    clerk.window.activateWindow()
    return clerk.find(ReportTabs, "report_tabs")


@pytest.mark.parametrize(
    ("spot", "name"),
    [
        (Spot(Place("measures", (3,), 0), 17), "body:measures:3"),
        (Spot(Place("measures", (5, 1), 0), 4), "body:measures:5.1"),
        (Spot(Place("measures", (5, 1), HEADING), 3), "heading:measures:5.1"),
        (Spot(Place("measures", (), HEADING), 2), "field:section_title:measures"),
        (Spot(Place("", (), 0), 9), "field:preamble"),
        (Spot(field_place("addressees"), 5), "field:addressees"),
        (Spot(field_place("title"), 0), "field:title"),
        (Spot(STAGE, 0), "field:report_stage"),
        (Spot(Place(ATTACHMENTS, (1,), HEADING), 6), "field:attachment_title"),
    ],
    ids=lambda one: one if isinstance(one, str) else "",
)
def test_a_spot_is_found_in_its_field_and_the_field_tells_the_spot(
    clerk: Clerk, tabs: ReportTabs, spot: Spot, name: str
) -> None:
    tabs.reveal(*field_of(spot.place))
    put_caret(spot, tabs)

    field = clerk.find(QWidget, name)
    clerk.qtbot.waitUntil(field.hasFocus)
    assert isinstance(field, QTextEdit | QLineEdit | QComboBox)
    assert spot_of(field, tabs) == spot


def test_blank_lines_being_typed_are_no_paragraphs(clerk: Clerk, tabs: ReportTabs) -> None:
    body = clerk.find(QTextEdit, "body:measures:3")
    body.setPlainText("第一段。\n\n第二段。\n")
    cursor = body.textCursor()
    cursor.setPosition(len("第一段。\n\n第二"))
    body.setTextCursor(cursor)

    assert spot_of(body, tabs) == Spot(Place("measures", (3,), 1), 2)
    put_caret(Spot(Place("measures", (3,), 0), 1), tabs)
    assert body.textCursor().position() == 1
    put_caret(Spot(Place("measures", (3,), 1), 99), tabs)
    assert body.textCursor().position() == len("第一段。\n\n第二段。")


def test_a_field_that_is_not_printed_has_no_place(clerk: Clerk, tabs: ReportTabs) -> None:
    assert spot_of(clerk.find(QWidget, "field:year"), tabs) is None
    assert spot_of(clerk.find(QWidget, "figures_table"), tabs) is None
