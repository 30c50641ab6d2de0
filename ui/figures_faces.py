"""表 and 图: the two faces of the figures, of which one is shown."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ui import look
from ui.low_area import TopPage

_TABLE, _CHARTS = 0, 1
_NAMES = (("table", "表", "逐项填数"), ("charts", "图", "看上年与本年的比较，复制成图片"))


class FiguresFaces(QWidget):
    """A switch with the table's tools beside it, below it the table or the charts, which are made when asked for."""

    def __init__(self, tools: Sequence[QWidget], table: QWidget, make_charts: Callable[[], QWidget]) -> None:
        super().__init__()
        self._tools, self._make_charts = tools, make_charts
        self._group = QButtonGroup(self)
        self._stack = TopPage()
        self._stack.addWidget(table)
        row = QHBoxLayout()
        for number, (name, words, tip) in enumerate(_NAMES):
            row.addWidget(self._switch(number, name, words, tip))
        row.addSpacing(2 * look.SPACE)
        first, *others = tools
        row.addWidget(first, 1)
        row.addStretch(1)
        for tool in others:
            row.addWidget(tool)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * look.SPACE)
        column.addLayout(row)
        column.addWidget(self._stack, 1)
        self.show_table()

    def switches(self) -> tuple[QAbstractButton, ...]:
        """The two buttons from left to right."""
        return tuple(self._group.buttons())

    @property
    def charts(self) -> QWidget | None:
        """The charts while they are on screen."""
        return self._stack.currentWidget() if self._stack.currentIndex() == _CHARTS else None

    def show_table(self) -> None:
        """Show the table."""
        self._show(_TABLE)

    def _switch(self, number: int, name: str, words: str, tip: str) -> QPushButton:
        button = QPushButton(words)
        look.named(button, f"figures_face:{name}", words)
        button.setProperty("chip", True)
        button.setCheckable(True)
        button.setToolTip(tip)
        self._group.addButton(button, number)
        button.clicked.connect(lambda _checked=False: self._show(number))
        return button

    def _show(self, number: int) -> None:
        if number == _CHARTS and self._stack.count() == 1:
            self._stack.addWidget(self._make_charts())
        self._group.button(number).setChecked(True)
        self._stack.setCurrentIndex(number)
        for tool in self._tools:
            tool.setVisible(number == _TABLE)
