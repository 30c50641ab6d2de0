"""Dialogs that grow stay on the screen."""

from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from ui.dialogs import take_height


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
