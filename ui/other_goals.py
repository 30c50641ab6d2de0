"""What is outside the open report as something to go to: the other reports, the settings."""

from collections.abc import Iterator
from functools import partial
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QListWidget, QWidget

from models.errors import UserError
from models.matching import Names
from ui.goal import Goal, GoalKind

if TYPE_CHECKING:
    from ui.main_window import MainWindow

_DECLARED = "ui.declared_settings"


def other_reports(window: "MainWindow") -> Iterator[Goal]:
    """Every report but the one that is open; none while the drafts cannot be read."""
    try:
        summaries = window.store.list()
    except UserError:
        return
    open_id = window.chosen_id if window.view else ""
    for one in summaries:
        if one.id != open_id:
            names = Names(one.title, f"{one.year} {one.organ} {one.stage}")
            go = partial(window.open_report, one.id)
            yield Goal(f"report:{one.id}", GoalKind.REPORT, names, go, f"{one.year} · {one.stage}")


def settings(window: "MainWindow") -> Iterator[Goal]:
    """Every declared setting; choosing one opens 设置 at its group."""
    if find_spec(_DECLARED) is None:
        return
    for one in import_module(_DECLARED).DECLARED:
        group = one.group.value
        names = Names(one.label, f"设置 {group} {one.help}")
        yield Goal(
            f"setting:{one.key}",
            GoalKind.SETTING,
            names,
            partial(_open_setting, window, group, one.key),
            group,
        )


def _open_setting(window: "MainWindow", group: str, key: str) -> None:
    """Open 设置 with the keyboard in a setting."""
    action = window.findChild(QAction, "action:settings")
    if action is None:
        return
    action.trigger()
    groups = window.findChild(QListWidget, "settings_groups")
    for item in groups.findItems(group, Qt.MatchFlag.MatchExactly) if groups else ():
        groups.setCurrentItem(item)
    setting = window.findChild(QWidget, f"setting:{key}")
    if setting is not None:
        setting.setFocus(Qt.FocusReason.OtherFocusReason)
