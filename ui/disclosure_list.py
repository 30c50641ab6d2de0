"""What in a public version the public must not read, place by place."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from actions.placing import place_in_words
from checks import Finding
from models.report import Report
from ui import look

_HEIGHT = 34 * look.SPACE


class DisclosureList(QWidget):
    """Hidden while there is nothing. Signals: `place_wanted(Finding)` a double click."""

    place_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = QLabel()
        look.set_wrong(self._title, True)
        self._title.setWordWrap(True)
        self._title.setObjectName("disclosure_title")
        self._list = QListWidget()
        look.named(self._list, "disclosure_list", "不宜公开的内容")
        self._list.setWordWrap(True)
        self._list.setMinimumHeight(_HEIGHT)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.itemActivated.connect(
            lambda item: self.place_wanted.emit(item.data(Qt.ItemDataRole.UserRole))
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2 * look.SPACE)
        layout.addWidget(self._title)
        layout.addWidget(self._list)
        self.hide()

    @property
    def chosen(self) -> Finding | None:
        """The finding chosen, the first where none is."""
        item = self._list.currentItem() or self._list.item(0)
        return item.data(Qt.ItemDataRole.UserRole) if item else None

    def show_findings(self, findings: tuple[Finding, ...], report: Report) -> None:
        """List them with their places."""
        self._list.clear()
        for one in findings:
            place = place_in_words(report, one)
            item = QListWidgetItem(f"{place}：{one.message}" if place else one.message)
            item.setData(Qt.ItemDataRole.UserRole, one)
            self._list.addItem(item)
        self._title.setText(f"有 {len(findings)} 处不宜公开，请逐处看过；双击一处，回到报告里改。")
        self.setVisible(bool(findings))
