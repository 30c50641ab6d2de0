"""Two parts of a row that come to stand below each other where the row is too narrow for both."""

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

_SIDE_BY_SIDE, _STACKED = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom


class FoldingRow(QWidget):
    """`stretches` says which of the two parts takes the room left over while they stand side by side.

    It can be as narrow as the wider of them.
    """

    def __init__(
        self,
        first: QWidget,
        second: QWidget,
        stretches: tuple[int, int],
        spacing: tuple[int, int],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._parts, self._spacing = (first, second), spacing
        self._box = QBoxLayout(_SIDE_BY_SIDE, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(spacing[0])
        for part, stretch in zip(self._parts, stretches, strict=True):
            self._box.addWidget(part, stretch)

    @property
    def is_folded(self) -> bool:
        """Whether the second part is below the first."""
        return self._box.direction() is _STACKED

    def minimumSizeHint(self) -> QSize:
        widest = max(part.minimumSizeHint().expandedTo(part.minimumSize()).width() for part in self._parts)
        return QSize(widest, self._box.minimumSize().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()  # a part wants another width now
        return super().event(event)

    def _fit(self) -> None:
        needed = sum(part.minimumSizeHint().expandedTo(part.minimumSize()).width() for part in self._parts)
        folds = needed + self._spacing[0] > self.width()
        if folds is not self.is_folded:
            self._box.setDirection(_STACKED if folds else _SIDE_BY_SIDE)
            self._box.setSpacing(self._spacing[1 if folds else 0])
            self.updateGeometry()
