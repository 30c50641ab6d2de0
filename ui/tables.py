"""What all tables of the window have in common."""

from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QTableView

from ui import look, table_menu

_WIDTHS, _HEIGHT = "characters", "usual_height"


def dress_table(table: QTableView, name: str, words: str) -> None:
    """A quiet table: no grid, no row numbers, heads to the left; Tab leaves it."""
    look.named(table, name, words)
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.setTabKeyNavigation(False)
    look.named(table.verticalHeader(), f"{name}_rows", f"{words}的行")
    look.named(table.horizontalHeader(), f"{name}_columns", f"{words}的列")
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(max(8 * look.SPACE, _row_height(table)))
    header = table.horizontalHeader()
    header.setHighlightSections(False)
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    for corner in table.findChildren(QAbstractButton):
        look.named(corner, f"{name}_corner", "全选")
    table_menu.serve(table)


def choose_rows(table: QTableView) -> None:
    """Whole rows are chosen, one at a time, and nothing is typed in."""
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setProperty("rows", True)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)


def choose_row(table: QTableView, row: int) -> None:
    """Choose one row alone, whichever keys are held: Qt's own selectRow() would let go of it with Ctrl held down."""
    flags = QItemSelectionModel.SelectionFlag
    table.selectionModel().setCurrentIndex(table.model().index(row, 0), flags.ClearAndSelect | flags.Rows)


def set_widths(table: QTableView, characters: tuple[int, ...]) -> None:
    """Columns as wide as so many Chinese characters; 0 leaves a column alone."""
    table.setProperty(_WIDTHS, characters)
    one = table.fontMetrics().horizontalAdvance("字")
    for column, count in enumerate(characters):
        if count:
            table.horizontalHeader().resizeSection(column, one * count + 4 * look.SPACE)


def fit_table(table: QTableView) -> None:
    """Fit rows and columns to a text size that has changed; rows never become lower than they were made."""
    usual = table.property(_HEIGHT) or table.verticalHeader().defaultSectionSize()
    table.setProperty(_HEIGHT, usual)
    table.verticalHeader().setDefaultSectionSize(max(usual, _row_height(table)))
    set_widths(table, tuple(table.property(_WIDTHS) or ()))


def _row_height(table: QTableView) -> int:
    return table.fontMetrics().height() + 3 * look.SPACE
