"""文头: every declared field has its widget; what does not fit is said and the old value kept."""

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QWidget

from models.letterhead import LETTERHEAD
from models.title import printed_title
from tests.ui.conftest import Clerk


def test_every_declared_field_has_a_widget_with_its_label_and_help(drafting: Clerk) -> None:
    for key, field in LETTERHEAD.items():
        assert drafting.find(QWidget, f"field:{key}").accessibleName() == field.label
        assert drafting.find(QLabel, f"note:{key}").text() == field.help


def test_a_date_that_is_none_is_refused_in_words_and_the_old_one_kept(drafting: Clerk) -> None:
    field = drafting.find(QLineEdit, "field:date")
    drafting.type(field, "2026-2-9")
    drafting.type(field, "2026年13月1日")
    field.editingFinished.emit()

    assert drafting.window.view.draft.report.letterhead.date == "2026年2月9日"
    assert "不是日期" in drafting.find(QLabel, "note:date").text()


def test_nobody_is_interrupted_in_the_middle_of_a_date(drafting: Clerk) -> None:
    field = drafting.find(QLineEdit, "field:date")
    for text in ("2", "2026年", "2026年2月", "2026年2月9日"):
        drafting.type(field, text)
        assert drafting.find(QLabel, "note:date").text() == LETTERHEAD["date"].help


def test_the_complaint_goes_when_the_date_is_mended(drafting: Clerk) -> None:
    field = drafting.find(QLineEdit, "field:date")
    drafting.type(field, "明天")
    field.editingFinished.emit()

    drafting.type(field, "2026年2月9日")

    assert drafting.find(QLabel, "note:date").text() == LETTERHEAD["date"].help


def test_a_separator_being_typed_is_left_alone(drafting: Clerk) -> None:
    field = drafting.find(QLineEdit, "field:addressees")

    drafting.type(field, "中共澜州市委、")

    assert field.text() == "中共澜州市委、"
    assert drafting.window.view.draft.report.letterhead.addressees == ("中共澜州市委",)


def test_an_empty_title_shows_the_automatic_one(drafting: Clerk) -> None:
    drafting.type(drafting.find(QLineEdit, "field:organs"), "澜江县人民政府")

    shown = drafting.find(QLineEdit, "field:title").placeholderText()

    assert shown == printed_title(drafting.window.view.draft.report)
    assert "澜江县人民政府" in shown


def test_a_choice_is_kept(drafting: Clerk) -> None:
    drafting.find(QComboBox, "field:urgency").setCurrentText("加急")

    drafting.reopen()

    assert drafting.find(QComboBox, "field:urgency").currentText() == "加急"


def test_the_wheel_changes_no_choice_it_only_passes_over(drafting: Clerk) -> None:
    choice = drafting.find(QComboBox, "field:secrecy")
    drafting.find(QLineEdit, "field:title").setFocus()
    wheel = QWheelEvent(
        QPointF(5, 5),
        choice.mapToGlobal(QPointF(5, 5)),
        QPoint(0, -120),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )

    QApplication.sendEvent(choice, wheel)

    assert choice.currentText() == ""
