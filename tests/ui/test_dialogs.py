"""Dialogs that grow stay on the screen."""

from pathlib import Path

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from actions.recovering import Recovered
from tests.ui.conftest import Clerk
from ui.damage_dialog import DamageDialog
from ui.dialogs import show, take_height
from ui.recovered_dialog import RecoveredDialog


def test_a_dialog_that_grows_is_no_higher_than_the_screen_and_moves_up(qtbot: QtBot) -> None:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    room = dialog.screen().availableGeometry()
    dialog.resize(300, 200)
    dialog.move(50, room.bottom() - 220)
    dialog.show()
    qtbot.waitExposed(dialog)

    take_height(dialog, 4 * room.height())
    QApplication.processEvents()

    assert room.top() <= dialog.frameGeometry().top()
    assert dialog.frameGeometry().bottom() <= room.bottom()


OPENED = {
    "versions_dialog": lambda window: window.view.history.show_versions(),
    "name_version_dialog": lambda window: window.view.history.name_version(),
    "export_dialog": lambda window: window.view.ways_out.export(),
    "signoff_dialog": lambda window: window.view.ways_out.sign_off(),
    "print_dialog": lambda window: window.view.ways_out.print_out(),
    "pack_dialog": lambda window: window.parcels.pack(),
    "backups_dialog": lambda window: window.safekeeping.show_backups(),
    "trash_dialog": lambda window: window.trashing.show(),
    "damage_dialog": lambda window: show(DamageDialog(Path("drafts.db"), ["文件结构已损坏"] * 40, window)),
    "recovered_dialog": lambda window: show(
        RecoveredDialog(Recovered("salvaged", 2, 3, ("报告1的第2个版本",) * 40), window)
    ),
}


def test_every_dialog_fits_a_low_screen(drafting: Clerk, monkeypatch: pytest.MonkeyPatch) -> None:
    room = QRect(0, 0, 1024, 600)
    monkeypatch.setattr("ui.dialogs.room_for", lambda _dialog: room)
    too_large = {}
    for name, opens in OPENED.items():
        opens(drafting.window)
        dialog = drafting.find(QDialog, name)
        if not room.contains(dialog.geometry()) or not room.contains(
            QRect(room.topLeft(), dialog.minimumSizeHint())
        ):
            too_large[name] = (dialog.geometry(), dialog.minimumSizeHint())
        dialog.done(0)

    assert not too_large
