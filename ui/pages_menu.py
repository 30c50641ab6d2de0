"""The context menu of the pages: turning over, size, and the way to the text of the page in view."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu

from ui import look
from ui.pages_view import PagesView
from ui.window_actions import first_key, window_action

_SHOWN = QKeySequence.SequenceFormat.NativeText


def serve(view: PagesView, *, leads_to_text: bool = False) -> None:
    """Offer the menu, at the mouse or by the menu key; `leads_to_text` where the pages are those of the report beside
    them."""
    view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
    view.customContextMenuRequested.connect(lambda at: _open(view, at, leads_to_text))


def _open(view: PagesView, at: QPoint, leads_to_text: bool) -> None:
    if not view.page_count:
        return
    menu = QMenu(view)
    look.named(menu, "pages_menu", "页面")
    menu.aboutToHide.connect(menu.deleteLater)
    action = window_action(view, "page_text")
    if leads_to_text and action is not None:
        menu.addAction(f"到这一页的正文\t{first_key(action)}", lambda: view.entered.emit(view.page))
        menu.addSeparator()
    page = view.page
    for words, by in (("上一页", -1), ("下一页", 1)):
        action = menu.addAction(words, lambda by=by: _turn(view, page + by))
        action.setEnabled(1 <= page + by <= view.page_count)
    menu.addSeparator()
    for words, keys, do in (
        ("放大", "Ctrl++", view.enlarge),
        ("缩小", "Ctrl+-", view.reduce),
        ("适合宽度", "Ctrl+0", view.fit_width),
        ("整页", "", view.fit_page),
    ):
        menu.addAction(f"{words}\t{QKeySequence(keys).toString(_SHOWN)}".rstrip("\t"), do)
    menu.popup(view.viewport().mapToGlobal(at))


def _turn(view: PagesView, page: int) -> None:
    view.moved_by_hand.emit()
    view.go_to(page)
