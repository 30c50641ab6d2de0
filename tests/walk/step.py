"""A step of the walk, and what its steps look at."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QTableView, QWidget

from models.store import Store
from tests.walk.year import Year


@dataclass(frozen=True, slots=True)
class Step:
    """What the clerk does, in words, and the doing of it, with the claims about what is seen then."""

    name: str
    do: Callable[[Year], None]


def text_of(year: Year, section: str) -> str:
    """The section's texts as they are in the report now."""
    return str(year.report.section(section))


def stored_text(year: Year) -> str:
    """The report as it lies on the disk."""
    with Store.open(year.data_dir) as store:
        return str(store.load(year.report_id))


def amount_of(year: Year, figure: str) -> str:
    """This year's amount as it is written, "" for none."""
    value = year.report.figure(figure).value
    return value.surface if value is not None else ""


def is_seen(year: Year, name: str) -> bool:
    """Whether a widget of this name is on screen."""
    widget = year.window.findChild(QWidget, name)
    return widget is not None and widget.isVisible()


def leave(year: Year, name: str) -> None:
    """Press Esc in a dialog, and wait until it has gone."""
    year.desk.come_forward(year.desk.find(QWidget, name).window())
    year.hands.press("Esc")
    year.desk.wait(lambda: not is_seen(year, name), f"{name} is gone")


def cell(table: QTableView, row_name: str, column: str) -> QModelIndex:
    """A cell by what stands first in its row and by its column's title."""
    model = table.model()
    titles = [str(model.headerData(n, Qt.Orientation.Horizontal)) for n in range(model.columnCount())]
    rows = [row for row in range(model.rowCount()) if model.index(row, 0).data() == row_name]
    assert rows, row_name
    return model.index(rows[0], titles.index(column))
