"""The application: Chinese throughout, readable in the dark as well."""

from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QDialogButtonBox
from pytestqt.qtbot import QtBot

from actions.drafting import new_report
from models.backup import Reason, backups, folder_in
from models.store import Store
from tests.own_process import run_code
from ui import look
from ui.application import application

ROOT = Path(__file__).resolve().parents[2]
READABLE = 4.5
"""Contrast of ordinary text (WCAG 2.1, 1.4.3)."""

RUN = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from ui.application import application, run
app = application()
QTimer.singleShot(0, app.closeAllWindows)
QTimer.singleShot(0, app.quit)
sys.exit(run(Path(sys.argv[1])))
"""


def palette(window: str, text: str, base: str) -> QPalette:
    made = QPalette(QColor(window))
    for role, colour in (
        (QPalette.ColorRole.WindowText, text),
        (QPalette.ColorRole.Text, text),
        (QPalette.ColorRole.Base, base),
    ):
        made.setColor(role, QColor(colour))
    return made


LIGHT = palette("#efefef", "#000000", "#ffffff")
DARK = palette("#323232", "#f0f0f0", "#242424")


def luminance(colour: QColor) -> float:
    parts = (
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4
        for part in (colour.redF(), colour.greenF(), colour.blueF())
    )
    return sum(share * part for share, part in zip((0.2126, 0.7152, 0.0722), parts, strict=True))


def contrast(one: QColor, other: QColor) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_there_is_one_application(qapp: QApplication) -> None:
    assert application() is application() is qapp


def test_qts_own_buttons_are_chinese(qtbot: QtBot) -> None:
    application()
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(buttons)

    assert "取消" in buttons.button(QDialogButtonBox.StandardButton.Cancel).text()


def test_the_window_runs_and_ends_without_complaint_and_with_a_backup(data_dir: Path) -> None:
    with Store.open(data_dir) as store:
        store.create(new_report("county-regulation", "云岭县人民政府", 2025))

    ended = run_code(RUN, data_dir)

    assert (ended.returncode, ended.stdout) == (0, "")
    assert "Traceback" not in ended.stderr
    assert [one.reason for one in backups(folder_in(data_dir))] == [Reason.CLOSING]


@pytest.mark.parametrize("chosen", [LIGHT, DARK], ids=["light", "dark"])
def test_explanations_and_complaints_can_be_read(chosen: QPalette) -> None:
    window = chosen.window().color()

    assert contrast(look.quiet_colour(chosen), window) >= READABLE
    assert contrast(look.wrong_colour(chosen), window) >= READABLE


@pytest.mark.parametrize(("chosen", "dark"), [(LIGHT, False), (DARK, True)], ids=["light", "dark"])
def test_dark_and_light_are_told_apart(chosen: QPalette, dark: bool) -> None:
    assert look.is_dark(chosen) is dark


def test_the_style_follows_the_palette(qapp: QApplication) -> None:
    application()
    usual = qapp.palette()
    light = qapp.styleSheet()
    try:
        qapp.setPalette(DARK)
        assert qapp.styleSheet() == look.style_sheet(qapp.palette()) != light
    finally:
        qapp.setPalette(usual)


def test_no_event_of_any_widget_goes_through_python_unasked(qapp: QApplication) -> None:
    """A filter on the application would be asked about each of them, and make a Python object of whatever it is."""
    application()

    assert not [one for one in qapp.children() if type(one).eventFilter is not QObject.eventFilter]
