"""文头: every declared field has its widget; what does not fit is said and the old value kept."""

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from models.letterhead import LETTERHEAD
from models.report import Stage
from models.title import printed_title
from tests.ui.conftest import Clerk
from tests.ui.hands import Hands
from tests.ui.tab_desk import LetterheadDesk, letterhead_desk
from ui.fields import ChoiceField
from ui.lines_field import LinesField


@pytest.fixture
def filling(qtbot: QtBot) -> LetterheadDesk:
    return letterhead_desk(qtbot)


def test_every_declared_field_has_a_widget_with_its_label_and_help(filling: LetterheadDesk) -> None:
    for key, field in LETTERHEAD.items():
        assert filling.find(QWidget, f"field:{key}").accessibleName() == field.label
        assert filling.find(QLabel, f"note:{key}").text() == field.help


def test_a_date_that_is_none_is_refused_in_words_and_the_old_one_kept(filling: LetterheadDesk) -> None:
    field = filling.find(QLineEdit, "field:date")
    filling.type(field, "2026-2-9")
    field.editingFinished.emit()
    filling.type(field, "2026年13月1日")
    field.editingFinished.emit()

    assert filling.draft.report.letterhead.date == "2026年2月9日"
    assert "不是日期" in filling.find(QLabel, "note:date").text()
    assert field.text() == "2026年2月9日"


def enter(clerk: Hands, name: str) -> QLineEdit:
    """Put the keyboard into a field."""
    clerk.window.activateWindow()
    clerk.qtbot.waitUntil(clerk.window.isActiveWindow)
    field = clerk.find(QLineEdit, name)
    field.setFocus()
    field.selectAll()
    return field


def write(field: QLineEdit, text: str) -> None:
    """One key a character."""
    for character in text:
        event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, character)
        QApplication.sendEvent(field, event)


def stored_date(clerk: Clerk) -> str:
    store = clerk.window.store
    return store.load(store.list()[0].id).letterhead.date


def test_the_beginning_of_an_impossible_date_is_no_date(drafting: Clerk) -> None:
    field = enter(drafting, "field:date")
    drafting.type(field, "2026年2月9日")
    field.editingFinished.emit()
    field.selectAll()

    write(field, "2027年2月30日")
    assert drafting.window.flush()
    assert stored_date(drafting) == "2026年2月9日"
    assert not drafting.find(QLabel, "save_state").text().startswith("已保存")
    drafting.find(QLineEdit, "field:notes").setFocus()

    assert field.text() == "2026年2月9日"
    assert "“2027年2月30日”不是日期" in drafting.find(QLabel, "note:date").text()
    assert "“成文日期”填得不对" in drafting.find(QLabel, "save_state").text()
    assert stored_date(drafting) == "2026年2月9日"


@pytest.mark.parametrize("leave", ["tab", "flush", "list", "field"])
def test_a_date_is_taken_over_when_the_clerk_goes_on(drafting: Clerk, leave: str) -> None:
    write(enter(drafting, "field:date"), "2026-12-31")
    assert drafting.draft.report.letterhead.date == ""

    match leave:
        case "tab":
            drafting.window.view.show_tab(2)
        case "list":
            drafting.window.show_start()
        case "field":
            drafting.find(QLineEdit, "field:notes").setFocus()
    drafting.window.flush()

    assert stored_date(drafting) == "2026年12月31日"


def test_a_whole_date_put_into_the_field_is_kept_without_leaving_it(filling: LetterheadDesk) -> None:
    filling.find(QLineEdit, "field:date").setText("2026年2月9日")

    assert filling.draft.report.letterhead.date == "2026年2月9日"


def test_any_writing_of_a_date_is_kept_when_the_window_closes(drafting: Clerk) -> None:
    drafting.find(QLineEdit, "field:date").setText("2026-2-9")
    drafting.find(QLineEdit, "field:copy_number").setText("7")

    drafting.reopen()

    assert drafting.find(QLineEdit, "field:date").text() == "2026年2月9日"
    assert drafting.find(QLineEdit, "field:copy_number").text() == "000007"


def test_a_window_does_not_close_over_a_refused_text_without_a_word(drafting: Clerk) -> None:
    write(enter(drafting, "field:date"), "2027年2月30日")

    assert not drafting.window.close()

    assert "“2027年2月30日”不是日期" in drafting.find(QMessageBox, "message").text()
    assert drafting.find(QLineEdit, "field:date").text() == ""
    assert drafting.window.close()


def test_another_window_is_no_reason_to_refuse_half_a_date(filling: LetterheadDesk) -> None:
    field = enter(filling, "field:date")
    write(field, "2027年2月")

    QApplication.sendEvent(field, QFocusEvent(QEvent.Type.FocusOut, Qt.FocusReason.ActiveWindowFocusReason))

    assert field.text() == "2027年2月"


def test_nobody_is_interrupted_in_the_middle_of_a_date(filling: LetterheadDesk) -> None:
    field = filling.find(QLineEdit, "field:date")
    for text in ("2", "2026年", "2026年2月", "2026年2月9日"):
        filling.type(field, text)
        assert filling.find(QLabel, "note:date").text() == LETTERHEAD["date"].help


def test_the_complaint_goes_when_the_date_is_mended(filling: LetterheadDesk) -> None:
    field = filling.find(QLineEdit, "field:date")
    filling.type(field, "明天")
    field.editingFinished.emit()

    filling.type(field, "2026年2月9日")

    assert filling.find(QLabel, "note:date").text() == LETTERHEAD["date"].help


def test_a_separator_being_typed_is_left_alone(filling: LetterheadDesk) -> None:
    field = filling.find(QLineEdit, "field:addressees")

    filling.type(field, "中共澜州市委、")

    assert field.text() == "中共澜州市委、"
    assert filling.draft.report.letterhead.addressees == ("中共澜州市委",)


def title(clerk: Hands) -> LinesField:
    return clerk.find(LinesField, "field:title")


def stored_title(clerk: Hands) -> str:
    return clerk.draft.report.letterhead.title


def test_an_empty_title_shows_the_automatic_one_broken_as_on_paper(drafting: Clerk) -> None:
    drafting.type(drafting.find(QLineEdit, "field:organs"), "澜江县人民政府")

    assert title(drafting).placeholderText() == printed_title(drafting.draft.report)
    drafting.qtbot.waitUntil(lambda: "\n" in title(drafting).placeholderText(), timeout=20000)

    assert title(drafting).placeholderText().split("\n") == [
        "澜江县人民政府关于2025年度",
        "法治政府建设情况的报告",
    ]
    assert title(drafting).height() >= 2 * title(drafting).fontMetrics().height()


def test_a_short_title_is_one_line_high_whatever_the_automatic_one_is(filling: LetterheadDesk) -> None:
    field = title(filling)
    field.setPlaceholderText("一\n二\n三")
    three_lines, line = field.height(), field.fontMetrics().height()
    assert three_lines >= 3 * line

    filling.type(field, "云岭县年度报告")
    assert field.height() < three_lines - line

    field.setText("")
    assert field.height() >= 2 * field.fontMetrics().height()


def test_return_breaks_the_title_where_it_is_pressed(drafting: Clerk) -> None:
    field = title(drafting)
    drafting.type(field, "云岭县人民政府关于2025年度")
    drafting.qtbot.keyClick(field, Qt.Key.Key_Return)
    assert field.text().endswith("\n"), "a line that is about to be written is left alone"
    drafting.qtbot.keyClick(field, Qt.Key.Key_A)

    assert stored_title(drafting) == "云岭县人民政府关于2025年度\na"
    assert "云岭县人民政府关于2025年度a" in drafting.window.windowTitle()


def test_return_or_blanks_alone_never_hide_the_automatic_title(drafting: Clerk) -> None:
    field = title(drafting)
    drafting.window.activateWindow()
    drafting.qtbot.waitUntil(drafting.window.isActiveWindow)
    field.setFocus()
    drafting.qtbot.keyClick(field, Qt.Key.Key_Return)
    assert field.text() == ""

    drafting.type(field, " 　")
    drafting.find(QLineEdit, "field:doc_number").setFocus()
    assert field.text() == ""


def test_the_title_grows_with_its_lines(filling: LetterheadDesk) -> None:
    field = title(filling)
    before = field.height()

    field.setText("一\n二\n三\n四")

    assert field.height() > before
    assert field.verticalScrollBar().maximum() == 0
    assert stored_title(filling) == "一\n二\n三\n四"


def test_undo_of_the_title_is_the_reports(drafting: Clerk) -> None:
    field = title(drafting)
    drafting.type(field, "关于法治政府建设情况的报告")
    drafting.window.activateWindow()
    drafting.qtbot.waitUntil(drafting.window.isActiveWindow)
    field.setFocus()

    drafting.qtbot.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert (field.text(), stored_title(drafting)) == ("", "")

    drafting.window.view.redo()
    assert field.text() == "关于法治政府建设情况的报告"
    assert drafting.draft.undo_words == "填写标题"


def test_several_lines_are_pasted_into_the_title_as_plain_lines(filling: LetterheadDesk) -> None:
    mime = QMimeData()
    mime.setHtml("<b>云岭县</b>")
    mime.setText("　　云岭县人民政府\r\n\r\n关于2025年度\u200b的报告\r\n")

    title(filling).insertFromMimeData(mime)

    assert title(filling).text() == "云岭县人民政府\n关于2025年度的报告"
    assert stored_title(filling) == "云岭县人民政府\n关于2025年度的报告"


def test_tab_leaves_the_title_and_the_wheel_scrolls_the_form(filling: LetterheadDesk) -> None:
    enter(filling, "field:notes")
    field = title(filling)
    field.setFocus()
    filling.qtbot.keyClick(field, Qt.Key.Key_Tab)

    assert filling.find(QLineEdit, "field:organs").hasFocus()
    assert field.text() == ""
    event = wheel(field)
    QApplication.sendEvent(field.viewport(), event)
    assert not event.isAccepted()


def test_every_way_to_undo_in_the_title_says_what(filling: LetterheadDesk) -> None:
    filling.type(filling.find(QLineEdit, "field:notes"), "此件依申请公开")

    assert title(filling).step_words() == ("填写附注", "")


@pytest.mark.parametrize(("key", "hint"), [("red_head", "自动"), ("ending", "加盖印章")])
def test_a_choice_left_open_says_what_holds(filling: LetterheadDesk, key: str, hint: str) -> None:
    choice = filling.find(ChoiceField, f"field:{key}")

    assert (choice.currentText(), choice.hint) == ("", hint)
    empty = choice.grab().toImage()
    choice.hint = ""
    assert empty != choice.grab().toImage()


def test_what_stands_together_on_paper_stands_together_in_the_form(filling: LetterheadDesk) -> None:
    groups: dict[str, list[str]] = {}
    for key, field in LETTERHEAD.items():
        groups.setdefault(field.group, []).append(key)

    assert groups["落款"] == ["date", "ending", "signer_position", "notes"]
    assert groups["版头"][0] == "red_head"
    assert groups["主体"] == ["title", "organs", "addressees"]
    labels = [label.text() for label in filling.find(QWidget, "tab:letterhead").findChildren(QLabel)]
    assert [one for one in labels if one in groups] == ["主体", "版头", "落款", "版记", "统计表"]


def test_a_choice_is_kept(drafting: Clerk) -> None:
    drafting.find(QComboBox, "field:urgency").setCurrentText("加急")

    drafting.reopen()

    assert drafting.find(QComboBox, "field:urgency").currentText() == "加急"


def wheel(widget: QWidget) -> QWheelEvent:
    """One notch of the wheel, towards the clerk."""
    return QWheelEvent(
        QPointF(5, 5),
        widget.mapToGlobal(QPointF(5, 5)),
        QPoint(0, -120),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )


def test_the_wheel_changes_no_choice_it_only_passes_over(filling: LetterheadDesk) -> None:
    choice = filling.find(QComboBox, "field:secrecy")
    title(filling).setFocus()

    QApplication.sendEvent(choice, wheel(choice))

    assert choice.currentText() == ""


def test_the_year_can_be_changed_and_the_headings_follow(filling: LetterheadDesk) -> None:
    field = enter(filling, "field:year")
    write(field, "2026")
    filling.find(QLineEdit, "field:notes").setFocus()

    report = filling.draft.report
    assert report.year == 2026
    assert "2026" in title(filling).placeholderText()
    filling.undo()
    assert field.text() == "2025"


def test_a_year_that_is_none_is_refused(filling: LetterheadDesk) -> None:
    field = enter(filling, "field:year")
    write(field, "202")
    filling.find(QLineEdit, "field:notes").setFocus()

    assert field.text() == "2025"
    assert "不能作年度" in filling.find(QLabel, "note:year").text()


def test_the_stage_can_be_changed(drafting: Clerk) -> None:
    choice = drafting.find(QComboBox, "field:report_stage")
    assert choice.findText("") < 0

    choice.setCurrentText("送审稿")
    drafting.reopen()

    assert drafting.find(QComboBox, "field:report_stage").currentText() == "送审稿"
    assert drafting.draft.report.stage is Stage.REVIEW
