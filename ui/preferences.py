"""What the settings do to the window: its look, and the open report's checks, pages, saving and zoom."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QWheelEvent

from ui.appearance import Appearance
from ui.application import application
from ui.declared_settings import FONT_FOLDER, PROFILE, RULES_OFF, SAVE_PAUSE
from ui.settings import Settings

if TYPE_CHECKING:
    from ui.main_window import MainWindow
    from ui.report_view import ReportView

_NOTCH = 120
"""Eighths of a degree the wheel turns from one step to the next."""
_LOOKED_OVER = (PROFILE.key, FONT_FOLDER.key, RULES_OFF.key)


class Preferences(QObject):
    """Shows 设置, and lets every change take effect at once."""

    def __init__(self, window: "MainWindow", settings: Settings) -> None:
        super().__init__(window)
        self._window, self._settings = window, settings
        self.appearance = Appearance(settings, application(), self)
        settings.changed.connect(self._follow)

    def show(self) -> None:
        """What the clerk can set."""
        from ui import dialogs
        from ui.settings_dialog import SettingsDialog

        if self._window.findChild(SettingsDialog) is None:
            dialogs.show(SettingsDialog(self._settings, self._window))

    def watch(self, view: "ReportView") -> None:
        """Fit a report that has just been opened to the settings."""
        view.draft.save_after_ms = self._settings.number(SAVE_PAUSE)
        view.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The wheel with Ctrl over a paper: what scrolls leaves it, so that it comes to the report's page."""
        if not isinstance(event, QWheelEvent):
            return False
        from PySide6.QtCore import Qt

        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.appearance.zoom_by(event.angleDelta().y() / _NOTCH)
            event.accept()
            return True
        return False

    def _follow(self, key: str) -> None:
        view = self._window.view
        if view is None:
            return
        if key == SAVE_PAUSE.key:
            view.draft.save_after_ms = self._settings.number(SAVE_PAUSE)
        elif key in _LOOKED_OVER:
            view.look_again()
