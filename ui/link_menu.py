"""What the context menu of a linked text has beside the usual entries: put in a number, look it up, release it."""

from typing import TYPE_CHECKING

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

if TYPE_CHECKING:
    from ui.linked_text_edit import LinkedTextEdit


def add_link_entries(menu: QMenu, editor: "LinkedTextEdit", position: int) -> None:
    """插入数字, and 查看数据 取消链接 where a link stands at this surface position."""
    first = menu.actions()[0]
    put_in = QAction("插入数字……\tCtrl+L", menu)
    put_in.setEnabled(not editor.isReadOnly() and editor.write is not None)
    put_in.triggered.connect(editor.link_wanted)
    entries = [put_in]
    target = editor.linked_at(position)
    if target is not None:
        look_up, release = QAction("查看数据", menu), QAction("取消链接", menu)
        look_up.triggered.connect(lambda: editor.figure_wanted.emit(target))
        release.triggered.connect(lambda: editor.unlink(position))
        entries += [look_up, release]
    menu.insertActions(first, entries)
    menu.insertSeparator(first)
