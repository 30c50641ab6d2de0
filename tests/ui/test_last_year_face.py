"""上年: last year's text beside this year's, taken over sentence by sentence."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QMenu, QMessageBox, QPushButton, QTextEdit

from models.letterhead import Letterhead
from models.quantity import Quantity
from models.report import Figure, Item, Report, Section
from tests.ui.conftest import Clerk
from ui.last_year_face import LastYearFace
from ui.line_to_take import Tone
from ui.lines_to_take import LinesToTake
from ui.report_view import ReportView
from ui.side_pane import LAST_YEAR, SidePane

OFFICE = Letterhead(organs=("云岭县人民政府",))
LAST = Report(
    2025,
    "county-regulation",
    letterhead=OFFICE,
    sections=(
        Section(
            "measures",
            "举措",
            items=(
                Item("规范执法", ("申请{{fy_apply}}件，均已审结。评查2次。建立台账。",)),
                Item("化解纠纷", ("排查纠纷。逐件调解。",)),
                Item("数字政府", ("上线平台。",)),
            ),
        ),
    ),
    figures=(Figure("fy_apply", Quantity("164")),),
)
NOW = Report(
    2026,
    "county-regulation",
    letterhead=OFFICE,
    sections=(
        Section(
            "measures",
            "举措",
            items=(Item("规范执法", ("申请{{fy_apply}}件，均已审结。建立台账。",)), Item("化解纠纷")),
        ),
    ),
    figures=(Figure("fy_apply", Quantity("179"), Quantity("164")),),
)


@pytest.fixture
def reading(clerk: Clerk) -> Clerk:
    """A clerk with last year's report in the list, reading it beside the first item."""
    clerk.window.store.create(LAST)
    clerk.window.open_report(clerk.window.store.create(NOW))
    view_of(clerk).reveal("measures", (1,))
    clerk.find(SidePane, "side_pane").show_face(LAST_YEAR)
    clerk.qtbot.waitUntil(lambda: len(lines(clerk)) == 3, timeout=10000)
    return clerk


def view_of(clerk: Clerk) -> ReportView:
    assert clerk.window.view is not None
    return clerk.window.view


def lines(clerk: Clerk) -> list[str]:
    return [one.words for one in clerk.find(LinesToTake, "last_year_text").lines]


def paragraphs(clerk: Clerk, count: int = 1) -> tuple[str, ...]:
    section = view_of(clerk).draft.report.section("measures")
    assert section is not None
    return section.items[count - 1].paragraphs


def take(clerk: Clerk, number: int) -> None:
    """Walk to a sentence with the arrow key and press Return."""
    view = clerk.find(LinesToTake, "last_year_text")
    view.show_lines(())  # nothing is marked
    clerk.find(LastYearFace, "last_year_face").follow("measures", view_of(clerk)._tabs.path)
    for _ in range(number):
        QTest.keyClick(view, Qt.Key.Key_Down)
    QTest.keyClick(view, Qt.Key.Key_Return)


def choose(clerk: Clerk, words: str) -> None:
    menu = clerk.find(QMenu, "last_year_menu")
    next(one for one in menu.actions() if one.text() == words).trigger()
    menu.close()


def test_same_sentences_are_quiet_changed_and_missing_ones_are_not(reading: Clerk) -> None:
    assert [one.tone for one in reading.find(LinesToTake, "last_year_text").lines] == [
        Tone.PLAIN,
        Tone.MARKED,
        Tone.QUIET,
    ]


def test_a_missing_sentence_goes_to_the_caret_by_key_as_one_step(reading: Clerk) -> None:
    editor = reading.find(QTextEdit, "body:measures:1")
    editor.setFocus()
    reading.qtbot.waitUntil(editor.hasFocus)
    cursor = editor.textCursor()
    cursor.setPosition(len("申请179件，均已审结。"))
    editor.setTextCursor(cursor)
    before = view_of(reading).draft.report

    take(reading, 2)

    assert paragraphs(reading) == ("申请{{fy_apply}}件，均已审结。评查2次。建立台账。",)
    assert view_of(reading).draft.report.section("measures").items[0].is_carried  # type: ignore[union-attr]
    assert view_of(reading).draft.undo_words == "用上年的一句"
    view_of(reading).undo()
    assert view_of(reading).draft.report == before


def test_a_changed_sentence_asks_whether_it_takes_the_place_of_this_years(reading: Clerk) -> None:
    editor = reading.find(QTextEdit, "body:measures:1")
    reading.type(editor, "申请件很多，均已审结。建立台账。")
    reading.qtbot.waitUntil(lambda: "申请164件，均已审结。" in lines(reading))

    take(reading, 1)
    choose(reading, "替换今年的这一句")

    assert paragraphs(reading) == ("申请{{fy_apply}}件，均已审结。建立台账。",)
    assert editor.toPlainText() == "申请179件，均已审结。建立台账。"


def test_an_empty_item_takes_everything_with_one_button(reading: Clerk) -> None:
    view_of(reading).reveal("measures", (2,))
    reading.qtbot.waitUntil(lambda: lines(reading) == ["排查纠纷。", "逐件调解。"])

    reading.click("last_year_all")

    assert paragraphs(reading, 2) == ("排查纠纷。逐件调解。",)
    reading.qtbot.waitUntil(reading.find(QPushButton, "last_year_all").isHidden)


def test_what_was_left_out_can_be_added(reading: Clerk) -> None:
    view_of(reading).reveal("measures", ())
    reading.qtbot.waitUntil(lambda: "（三）数字政府" in lines(reading))

    take(reading, 1)

    assert paragraphs(reading, 3) == ("上线平台。",)


def test_a_number_tells_this_years_beside_it(reading: Clerk) -> None:
    view = reading.find(LinesToTake, "last_year_text")

    assert view.tip_of(0, len("申请16")) == "行政复议申请：上年 164，今年 179"


def test_a_click_on_the_sign_takes_the_sentence(reading: Clerk) -> None:
    view = reading.find(LinesToTake, "last_year_text")
    point = view.viewport().mapFromGlobal(view.place_of(1)) + QPoint(3, -5)

    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=point)

    assert "评查2次。" in paragraphs(reading)[0]


def test_copied_words_come_without_the_signs(reading: Clerk) -> None:
    view = reading.find(LinesToTake, "last_year_text")
    view.selectAll()

    assert view.createMimeDataFromSelection().text() == "申请164件，均已审结。\n评查2次。\n建立台账。"


def test_without_a_report_of_last_year_it_says_so_and_offers_to_import_one(clerk: Clerk) -> None:
    clerk.window.open_report(clerk.window.store.create(NOW))
    clerk.find(SidePane, "side_pane").show_face(LAST_YEAR)

    clerk.qtbot.waitUntil(clerk.find(QPushButton, "last_year_import").isVisible, timeout=10000)


def test_last_years_report_is_brought_in_from_its_file_and_stands_beside(
    clerk: Clerk, tmp_path: Path
) -> None:
    file = tmp_path / "去年.txt"
    file.write_text("云岭县人民政府2025年法治政府建设年度报告\n一、主要举措和成效\n全年评查2次。", "utf-8")
    clerk.window.open_report(clerk.window.store.create(NOW))
    view_of(clerk).reveal("measures")
    clerk.find(SidePane, "side_pane").show_face(LAST_YEAR)
    clerk.qtbot.waitUntil(clerk.find(QPushButton, "last_year_import").isVisible, timeout=10000)

    clerk.click("last_year_import")
    clerk.find(QFileDialog, "import_dialog").filesSelected.emit([str(file)])

    clerk.qtbot.waitUntil(lambda: len(clerk.window.store.list()) == 2, timeout=20000)
    clerk.qtbot.waitUntil(lambda: clerk.window.findChild(QMessageBox, "message") is not None, timeout=10000)
    clerk.qtbot.waitUntil(lambda: "全年评查2次。" in lines(clerk), timeout=10000)
