"""What the context menu of a linked text has beside the usual entries: put in a number, look it up, release it."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from ui.window_actions import first_key, window_action

if TYPE_CHECKING:
    from ui.linked_text_edit import LinkedTextEdit


Offers = Callable[[int], tuple[tuple[str, Callable[[], object]], ...]]
"""What can be done with the number at a surface position: words for the menu, and the deed."""


def no_offers(_position: int) -> tuple[tuple[str, Callable[[], object]], ...]:
    """Nothing is known of a text's numbers."""
    return ()


def add_link_entries(menu: QMenu, editor: "LinkedTextEdit", position: int) -> None:
    """What is offered for a typed number, 插入数字, and 查看数据 取消链接 where a link stands at this position."""
    first = menu.actions()[0]
    key = first_key(window_action(editor, "link"))
    put_in = QAction(f"插入数字……\t{key}" if key else "插入数字……", menu)
    put_in.setEnabled(not editor.isReadOnly() and editor.write is not None)
    put_in.triggered.connect(editor.link_wanted)
    entries = [put_in]
    target = editor.linked_at(position)
    if target is not None:
        look_up, release = QAction("查看数据", menu), QAction("取消链接", menu)
        look_up.triggered.connect(lambda: editor.figure_wanted.emit(target))
        release.triggered.connect(lambda: editor.unlink(position))
        entries += [look_up, release]
    for words, do in () if editor.isReadOnly() else editor.offers(position):
        offered = QAction(words, menu)
        offered.triggered.connect(lambda _checked=False, do=do: do())
        entries.insert(0, offered)
    menu.insertActions(first, entries)
    menu.insertSeparator(first)
