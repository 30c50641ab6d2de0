"""PySide6 itself: some releases drop a reference to None at every call, until Python 3.11 aborts."""

import sys

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot


def test_calls_that_return_nothing_keep_none_alive(qtbot: QtBot) -> None:
    label = QLabel()
    qtbot.addWidget(label)
    before = sys.getrefcount(None)

    for number in range(1000):
        label.setText(str(number))

    assert abs(sys.getrefcount(None) - before) < 100  # an affected release loses 1,000
