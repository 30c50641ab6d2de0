"""The context menu of tables that have none of their own: copy what stands in them."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractItemView, QMenu, QTableView

from ui import look

_WISH = "2customContextMenuRequested(QPoint)"


def serve(table: QTableView) -> None:
    """Offer the menu, at the mouse or by the menu key, as long as nobody else has one for this table."""
    if type(table).contextMenuEvent is not QTableView.contextMenuEvent:
        return
    table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
    table.customContextMenuRequested.connect(lambda at: _open(table, at))


def copy_cell(view: QAbstractItemView) -> None:
    """Put on the clipboard what the cell says that the keyboard is on."""
    _copy(str(view.currentIndex().data() or ""))


def _open(table: QTableView, at: QPoint) -> None:
    if table.receivers(_WISH) > 1 or table.model() is None or not table.model().rowCount():
        return  # the table's owner has a menu of his own
    from PySide6.QtGui import QKeySequence

    here = table.currentIndex()
    menu = QMenu(table)
    look.named(menu, "table_menu", "表格")
    menu.aboutToHide.connect(menu.deleteLater)
    key = QKeySequence(QKeySequence.StandardKey.Copy).toString(QKeySequence.SequenceFormat.NativeText)
    cell = menu.addAction(f"复制\t{key}", lambda: copy_cell(table))
    row = menu.addAction("复制整行", lambda: _copy(_row(table, here.row())))
    for action in (cell, row):
        action.setEnabled(here.isValid())
    menu.addAction("复制整张表", lambda: _copy(_whole(table)))
    menu.popup(table.viewport().mapToGlobal(at))


def _copy(text: str) -> None:
    QGuiApplication.clipboard().setText(text)


def _row(table: QTableView, row: int) -> str:
    """A row's cells as a spreadsheet takes them."""
    model = table.model()
    columns = [n for n in range(model.columnCount()) if not table.isColumnHidden(n)]
    return "\t".join(str(model.index(row, column).data() or "") for column in columns)


def _whole(table: QTableView) -> str:
    model = table.model()
    columns = [n for n in range(model.columnCount()) if not table.isColumnHidden(n)]
    heads = "\t".join(str(model.headerData(n, Qt.Orientation.Horizontal) or "") for n in columns)
    return "\n".join((heads, *(_row(table, row) for row in range(model.rowCount()))))
