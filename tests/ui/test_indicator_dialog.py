"""An own indicator says where it belongs, so that it is grouped there and found in next year's text."""

import pytest
from PySide6.QtWidgets import QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from models.indicator import Indicator
from models.report import Report
from ui.indicator_dialog import IndicatorDialog

OWN = Indicator(
    "own_1", "法治广场", "个", section="leadership", department="县委宣传部", aliases=("法治广场", "广场")
)
REPORT = Report(2025, "county-regulation", own_indicators=(OWN,))


def field(dialog: IndicatorDialog, name: str) -> QLineEdit:
    found = dialog.findChild(QLineEdit, f"field:indicator_{name}")
    assert found is not None
    return found


def choice(dialog: IndicatorDialog, name: str) -> QComboBox:
    found = dialog.findChild(QComboBox, f"field:indicator_{name}")
    assert found is not None
    return found


@pytest.fixture
def adding(qtbot: QtBot) -> IndicatorDialog:
    dialog = IndicatorDialog(REPORT)
    qtbot.addWidget(dialog)
    field(dialog, "name").setText("法治长廊")
    field(dialog, "unit").setText("条")
    return dialog


def test_section_department_and_other_names_are_taken_over(adding: IndicatorDialog) -> None:
    section = choice(adding, "section")
    section.setCurrentIndex(section.findData("plan"))
    choice(adding, "department").setEditText("县文化和旅游局")
    field(adding, "aliases").setText("长廊、普法长廊， 法治走廊")
    made = adding.indicator()

    assert (made.section, made.department) == ("plan", "县文化和旅游局")
    assert made.aliases == ("法治长廊", "长廊", "普法长廊", "法治走廊")


def test_name_and_unit_are_enough(adding: IndicatorDialog) -> None:
    made = adding.indicator()

    assert (made.section, made.department, made.aliases) == ("measures", "", ("法治长廊",))


def test_departments_that_supply_other_figures_are_offered(adding: IndicatorDialog) -> None:
    box = choice(adding, "department")
    offered = [box.itemText(at) for at in range(box.count())]

    assert offered[0] == "县委宣传部"
    assert "县司法局" in offered


def test_an_indicator_that_is_changed_keeps_what_is_left_alone(qtbot: QtBot) -> None:
    dialog = IndicatorDialog(REPORT, indicator=OWN)
    qtbot.addWidget(dialog)
    assert dialog.indicator() == OWN

    field(dialog, "name").setText("法治公园")
    assert dialog.indicator().aliases == ("法治公园", "广场")
