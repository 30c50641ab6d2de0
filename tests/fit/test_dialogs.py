"""Return does what a dialog's accent promises, wherever the keyboard was; Esc leaves every dialog."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QPushButton
from pytestqt.qtbot import QtBot

from tests.fit.keyboard import leaves_by_escape
from tests.fit.names import touched
from tests.fit.stage import Stage
from tests.fit.surfaces import SURFACES, Surface, bring_up

_NO_DIALOGS = ("开始", "菜单", "转到", "新报告", "写好的", "数据图", "改动的地方", "旁栏", "查找", "替换")
DIALOGS = [
    one
    for one in SURFACES
    if not one.name.startswith(_NO_DIALOGS) and (not one.name.startswith("有错") or one.name == "有错·公开版")
]
SAFE = {"message_no", "message_ok", "settings_import_cancel", "keys_close", "recovered_close"}
"""Defaults without the accent: they change nothing."""
LIST_FIRST = {"versions_dialog", "replace_dialog", "year_words_dialog"}
"""Whose Return does nothing: one goes through a list to look; what its button changes is asked for by pressing that."""


@pytest.fixture(scope="module")
def stage(qapp: QApplication) -> Iterator[Stage]:
    with Stage() as made:
        yield made


@pytest.mark.parametrize("surface", DIALOGS, ids=lambda one: one.name)
def test_return_presses_the_accent_wherever_the_keyboard_was_and_esc_leaves(
    qtbot: QtBot, stage: Stage, surface: Surface
) -> None:
    dialog = bring_up(stage, surface)
    assert isinstance(dialog, QDialog)

    pressed = defaults(dialog)
    if dialog.objectName() in LIST_FIRST:
        assert pressed == []
    else:
        (default,) = pressed
        assert default.property("main") or default.objectName() in SAFE

    go_round(dialog)
    assert defaults(dialog) == pressed

    assert leaves_by_escape(dialog)
    stage.clear()


def defaults(dialog: QDialog) -> list[QPushButton]:
    """What Return presses."""
    return [one for one in dialog.findChildren(QPushButton) if one.isDefault() and one.isVisible()]


def go_round(dialog: QDialog) -> None:
    """To every button and back to what is none: with the keyboard, each is the default for as long as it has it."""
    stops = [
        one for one in touched(dialog) if one.isEnabled() and one.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    fields = [one for one in stops if not isinstance(one, QPushButton)]
    for one in (*stops, *fields[:1]) if fields else ():
        one.setFocus(Qt.FocusReason.TabFocusReason)
