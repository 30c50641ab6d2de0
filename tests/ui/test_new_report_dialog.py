"""新建: three things are asked, and remembered for the next time."""

import pytest
from PySide6.QtWidgets import QComboBox, QDialog, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from models.template import templates
from tests.ui.conftest import Clerk
from ui.new_report_dialog import NewReport, NewReportDialog


@pytest.fixture
def dialog(qtbot: QtBot) -> NewReportDialog:
    made = NewReportDialog(NewReport("township", "云岭镇人民政府", 2025))
    qtbot.addWidget(made)
    return made


def test_every_template_can_be_chosen_and_explains_itself(dialog: NewReportDialog) -> None:
    choice = dialog.findChild(QComboBox, "field:template")

    for number, template in enumerate(templates().values()):
        choice.setCurrentIndex(number)
        assert dialog.answer.template == template.id
        assert template.description in [label.text() for label in dialog.findChildren(type(dialog._about))]


def test_what_is_suggested_is_the_answer_unless_changed(dialog: NewReportDialog) -> None:
    assert dialog.answer.organ == "云岭镇人民政府"
    assert dialog.answer.year == 2025


@pytest.mark.parametrize("year", ["", "二〇二五", "25", "１２３", "20255"])
def test_a_year_that_is_none_cannot_be_accepted(dialog: NewReportDialog, year: str) -> None:
    dialog.findChild(QLineEdit, "field:year").setText(year)

    assert not dialog.findChild(QPushButton, "dialog_ok").isEnabled()


def test_the_unit_is_remembered(drafting: Clerk) -> None:
    drafting.window.close()
    drafting.open()
    drafting.click("new_report")

    assert drafting.find(QLineEdit, "field:organ").text() == "云岭县人民政府"


def test_cancelling_makes_no_report(clerk: Clerk) -> None:
    clerk.click("new_report")
    clerk.find(QDialog, "new_report_dialog").reject()

    assert clerk.window.view is None
    assert clerk.window.store.list() == ()
