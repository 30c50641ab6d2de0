"""Pages one behind the other, each made when it is shown for the first time or a name in it is looked for."""

from collections.abc import Callable

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from ui.setting import Group
from ui.settings_page import SettingsPage


class LateStack(QStackedWidget):
    """`make` is called once for each group."""

    def __init__(self, make: Callable[[Group], SettingsPage], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._make = make
        self._groups: list[Group] = []
        self._pages: dict[Group, SettingsPage] = {}

    def add_late(self, group: Group) -> None:
        """Add a place for a group's page."""
        self._groups.append(group)
        place = QWidget()
        QVBoxLayout(place).setContentsMargins(0, 0, 0, 0)
        self.addWidget(place)

    def setCurrentIndex(self, index: int) -> None:
        self._put_in(index)
        super().setCurrentIndex(index)

    @property
    def page(self) -> SettingsPage:
        """The page on screen."""
        return self._put_in(self.currentIndex())

    def make_next(self) -> bool:
        """Make the first page that is not there yet; False where all are."""
        missing = next((at for at, group in enumerate(self._groups) if group not in self._pages), None)
        if missing is not None:
            self._put_in(missing)
        return missing is not None

    def _put_in(self, index: int) -> SettingsPage:
        group = self._groups[index]
        if group not in self._pages:
            self._pages[group] = self._make(group)
            self.widget(index).layout().addWidget(self._pages[group])
        return self._pages[group]
