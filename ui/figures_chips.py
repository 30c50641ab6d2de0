"""The chips above the table of figures: which rows are shown, and how many there are of each kind."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget

from ui import look
from ui.figures_rows import Show

_TIPS = {
    Show.ALL: "全部指标",
    Show.USED: "正文引用过或已有数据的指标",
    Show.MISSING: "正文引用了或上年结转来、还没有本年数的指标",
    Show.CARRIED: "上年结转而来、今年还没有动过的数据",
    Show.TROUBLE: "与别的数据对不上的数据",
}


class FigureChips(QWidget):
    """One chip is chosen at a time; the arrow keys go to the next, the space bar chooses it.

    Signals: `chosen(Show)`.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look.named(self, "figures_show", "显示哪些指标")
        self._group = QButtonGroup(self)
        self._chips = {show: self._chip(show) for show in Show}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * look.SPACE)
        for chip in self._chips.values():
            row.addWidget(chip)
        self._chips[Show.ALL].setChecked(True)

    @property
    def current(self) -> Show:
        """What is chosen."""
        return next(show for show, chip in self._chips.items() if chip.isChecked())

    def choose(self, show: Show) -> None:
        """Choose a chip as a click does."""
        self._chips[show].setChecked(True)
        self.chosen.emit(show)

    def say(self, counts: Mapping[Show, int]) -> None:
        """Write the counts behind the names; what there is none of cannot be chosen."""
        for show, count in counts.items():
            chip = self._chips[show]
            chip.setText(f"{show} {count}")
            chip.setAccessibleName(f"{show}，{count} 项")
            chip.setEnabled(count > 0 or chip.isChecked())

    def chips(self) -> tuple[QPushButton, ...]:
        """The chips from left to right."""
        return tuple(self._chips.values())

    def _chip(self, show: Show) -> QPushButton:
        chip = QPushButton(show)
        look.named(chip, f"figures_show:{show.name.lower()}", str(show))
        chip.setProperty("chip", True)
        chip.setCheckable(True)
        chip.setToolTip(_TIPS[show])
        chip.clicked.connect(lambda _checked=False: self.chosen.emit(show))
        self._group.addButton(chip)
        return chip
