"""How the cells of the table of figures look and what can be done with them; colours are mixed once for a palette."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication

from ui import look
from ui.figures_columns import COLUMNS

_READ = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
_TYPED = _READ | Qt.ItemFlag.ItemIsEditable
_TROUBLE_WASH, _CARRIED_WASH = 0.14, 0.06


@dataclass(frozen=True, slots=True)
class Inks:
    """What is grey, what is wrong, and the washes behind rows in trouble and rows carried over."""

    key: int
    quiet: QColor
    wrong: QColor
    trouble: QColor
    carried: QColor

    @property
    def fits(self) -> bool:
        """Whether the application's palette is still the one these were mixed for."""
        return self.key == QGuiApplication.palette().cacheKey()


def mixed_inks() -> Inks:
    """The colours for the application's palette."""
    palette = QGuiApplication.palette()
    wrong = look.wrong_colour(palette)
    return Inks(
        palette.cacheKey(),
        look.quiet_colour(palette),
        wrong,
        look.mixed(wrong, palette.base().color(), _TROUBLE_WASH),
        look.wash(palette, _CARRIED_WASH),
    )


def cell_flags(column: int) -> Qt.ItemFlag:
    """What can be done with a cell of a column."""
    return _TYPED if COLUMNS[column].fill else _READ


def alignment(column: int) -> Qt.AlignmentFlag:
    """To which side a column's cells and its head are set."""
    side = Qt.AlignmentFlag.AlignRight if COLUMNS[column].is_amount else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
