"""The menus' titles, in their order. What is in them is made by `ui/menus.py`, after the window is on screen."""

from PySide6.QtWidgets import QMenuBar

REPORT, EDIT, VIEW, DATA, TOOLS, HELP = TITLES = (
    "报告(&R)",
    "编辑(&E)",
    "查看(&V)",
    "数据(&D)",
    "工具(&T)",
    "帮助(&H)",
)


def show(bar: QMenuBar) -> None:
    """Make the menus, with nothing in them."""
    for title in TITLES:
        bar.addMenu(title).setObjectName(title)
