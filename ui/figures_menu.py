"""The menus of the table of figures: what can be done with a row, and the places that quote it."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QMenu, QWidget

from models.quotations import Quotation
from models.report import Report
from ui.figures_tips import quotation_words

Entry = tuple[str, str, bool, Callable[[], object]]
"""Name, words, whether it can be chosen now, what it does."""

_LONGEST = 46


def row_menu(entries: Sequence[Entry], parent: QWidget) -> QMenu:
    """The context menu of a row."""
    menu = _menu("figures_menu", "数据", parent)
    for name, words, is_possible, do in entries:
        action = menu.addAction(words)
        action.setObjectName(f"action:{name}")
        action.setEnabled(is_possible)
        action.triggered.connect(lambda _checked=False, do=do: do())
    return menu


def places_menu(
    report: Report, quotations: Sequence[Quotation], go: Callable[[Quotation], object], parent: QWidget
) -> QMenu:
    """The places that quote a figure; choosing one goes there."""
    menu = _menu("figure_places", "引用处", parent)
    for one in quotations:
        words = quotation_words(report, one)
        action = menu.addAction(f"{words[:_LONGEST]}……" if len(words) > _LONGEST else words)
        action.triggered.connect(lambda _checked=False, one=one: go(one))
    return menu


def _menu(name: str, words: str, parent: QWidget) -> QMenu:
    menu = QMenu(parent)
    menu.setObjectName(name)
    menu.setAccessibleName(words)
    menu.aboutToHide.connect(menu.deleteLater)
    return menu
