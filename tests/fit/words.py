"""The words the window shows: on buttons, in menus, on tabs, in choices and heads; printed as a JSON list.

    python -m tests.fit.words

What stands in a widget that is hidden counts, for that is brought up by what happened before.
"""

import json
import re
from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QGroupBox,
    QLabel,
    QListView,
    QMenu,
    QTabBar,
    QTableView,
    QTreeView,
    QWidget,
)

from tests.fit.stage import Stage
from tests.fit.surfaces import SURFACES, bring_up
from ui.application import application

_MNEMONIC = re.compile(r"\(&\w\)|&")
_COUNT = re.compile(r" \d+( \S)?$|（.*$")
"""采用 2 项, 附上统计表（由“数据”自动生成）: how many there are, and what explains the words."""


def shown_words() -> set[str]:
    """Of all surfaces."""
    application()
    found = set()
    with Stage() as stage:
        for surface in SURFACES:
            bring_up(stage, surface)
            found |= {_plain(words) for words in _words(stage.window)}
            stage.clear()
    return found


def _plain(words: str) -> str:
    """As the manual says them: without the letter for the key, the dots of what asks further, and counts."""
    return _COUNT.sub("", _MNEMONIC.sub("", words).partition("\t")[0]).strip('… “”"')


def _words(window: QWidget) -> Iterator[str]:
    for action in window.findChildren(QAction):
        yield action.text()
    for one in window.findChildren(QWidget):
        if isinstance(one, QAbstractButton | QLabel):
            yield one.text()
        elif isinstance(one, QMenu | QGroupBox):
            yield one.title()
        elif isinstance(one, QTabBar):
            yield from (one.tabText(number) for number in range(one.count()))
        elif isinstance(one, QComboBox):
            yield from (one.itemText(number) for number in range(one.count()))
        elif isinstance(one, QTableView | QTreeView):
            yield from _heads(one)
        elif isinstance(one, QListView):
            yield from (str(one.model().index(row, 0).data()) for row in range(one.model().rowCount()))


def _heads(view: QAbstractItemView) -> Iterator[str]:
    if (model := view.model()) is not None:
        for column in range(model.columnCount()):
            yield str(model.headerData(column, Qt.Orientation.Horizontal))


if __name__ == "__main__":
    print(json.dumps(sorted(shown_words()), ensure_ascii=False))
