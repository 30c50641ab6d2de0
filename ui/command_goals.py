"""Every entry of the menus as something to go to."""

from collections.abc import Iterator

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar

from models.matching import Names
from ui.clipboard_entries import NAME as CLIPBOARD
from ui.goal import Goal, GoalKind
from ui.mnemonics import plain_words

TAB = "action:tab_"
"""How the names of the entries begin that lead to a part of the report."""


def menu_entries(bar: QMenuBar) -> Iterator[tuple[str, QAction]]:
    """The entries that can be seen, each with the menu it stands in: 报告, 报告 ▸ 最近打开."""
    menus = {
        menu.menuAction(): menu for menu in bar.findChildren(QMenu)
    }  # QAction.menu() takes the menu away from Qt
    for top in bar.actions():
        if top in menus:
            yield from _entries(plain_words(top.text()), menus[top], menus)


def command_goals(bar: QMenuBar) -> Iterator[Goal]:
    """The entries that can be chosen now."""
    for where, action in menu_entries(bar):
        if action.isEnabled() and action.objectName() and not action.objectName().startswith(CLIPBOARD):
            yield _goal(where, action)


def key_of(action: QAction) -> str:
    """An entry's first key as it is shown."""
    return action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)


def _entries(where: str, menu: QMenu, menus: dict[QAction, QMenu]) -> Iterator[tuple[str, QAction]]:
    for action in menu.actions():
        if action in menus:
            yield from _entries(f"{where} ▸ {plain_words(action.text())}", menus[action], menus)
        elif action.isVisible() and not action.isSeparator():
            yield where, action


def _goal(where: str, action: QAction) -> Goal:
    is_tab = action.objectName().startswith(TAB)
    words = plain_words(action.text())
    return Goal(
        action.objectName(),
        GoalKind.PART if is_tab else GoalKind.COMMAND,
        Names(words, "" if is_tab else where),
        action.trigger,
        "" if is_tab else where,
        key_of(action),
    )
