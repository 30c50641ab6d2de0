"""How the window looks as the clerk wants it: light, dark or stark, texts and paper larger or smaller, all at once."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication

from ui import colours, look
from ui.colours import Ground
from ui.declared_settings import CONTRAST, PAPER_ZOOM, SCHEME, TEXT_SIZE
from ui.setting import NO, YES
from ui.settings import SAID_DARK, Settings

_SIZE, _IS_OURS = "system_text_size", "palette_is_ours"
"""Properties of the application: how large the system writes; whether its palette is not the system's."""


class Appearance(QObject):
    """Dresses the application as the settings say, now and whenever they or the system change."""

    def __init__(self, settings: Settings, app: QApplication, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings, self._app = settings, app
        self._fit = {
            SCHEME.key: self._fit_colours,
            CONTRAST.key: self._fit_colours,
            TEXT_SIZE.key: self._fit_text,
            PAPER_ZOOM.key: self._fit_paper,
        }
        self._fit_paper()
        self._fit_text()
        self._fit_colours()
        settings.changed.connect(self._follow)
        app.styleHints().colorSchemeChanged.connect(self.ask_system)

    def ask_system(self) -> None:
        """Be dark or light as the system says it is.

        Its answer is a name in `Qt`, too dear before the first paint: what it said last time is believed until then.
        """
        from PySide6.QtCore import Qt

        is_dark = self._app.styleHints().colorScheme() is Qt.ColorScheme.Dark
        if is_dark != self._says_dark:
            self._settings.set(SAID_DARK, YES if is_dark else NO)
            self._follow_system()

    def zoom_by(self, steps: float) -> None:
        """Show the paper larger by so many steps, smaller by less than none."""
        wanted = self._settings.number(PAPER_ZOOM) + round(steps) * PAPER_ZOOM.step
        within = min(max(wanted, PAPER_ZOOM.least), PAPER_ZOOM.most)
        self._settings.set(PAPER_ZOOM, str(within))

    def zoom_back(self) -> None:
        """Show the paper in its usual size."""
        self._settings.set(PAPER_ZOOM, PAPER_ZOOM.default)

    def _follow(self, key: str) -> None:
        if key in self._fit:
            self._fit[key]()

    def _fit_colours(self) -> None:
        """The system's own palette, mended, unless another is asked for or the system only says that it is dark."""
        wanted = self._wanted_ground()
        if wanted:
            self._app.setPalette(colours.palette_for(wanted))
        elif self._app.property(_IS_OURS):
            self._mend()
        self._app.setProperty(_IS_OURS, wanted is not None)

    def _follow_system(self) -> None:
        """The system has turned dark or light."""
        if self._wanted_ground() is None:
            self._mend()
        else:
            self._fit_colours()

    def _mend(self) -> None:
        self._app.setPalette(QPalette())  # the system's own again
        self._app.setPalette(colours.mended(self._app.palette()))

    def _wanted_ground(self) -> Ground | None:
        if self._settings.is_on(CONTRAST):
            return Ground.STARK
        if scheme := self._settings.get(SCHEME):
            return Ground.DARK if scheme == Ground.DARK.value else Ground.LIGHT
        return Ground.DARK if self._says_dark and not colours.is_dark(self._app.palette()) else None

    @property
    def _says_dark(self) -> bool:
        return self._settings.get(SAID_DARK) == YES

    def _fit_text(self) -> None:
        percent = self._settings.number(TEXT_SIZE)
        known = self._app.property(_SIZE)
        if known is None and percent == 100:
            return
        usual = known or self._app.font().pointSizeF()
        self._app.setProperty(_SIZE, usual)
        font = self._app.font()
        font.setPointSizeF(usual * percent / 100)
        self._app.setFont(font)
        sheet = self._app.styleSheet()
        self._app.setStyleSheet("")  # a sheet keeps widgets from hearing of another font until it is set anew
        self._app.setStyleSheet(sheet)
        from PySide6.QtWidgets import QTableView

        from ui import tables

        for widget in self._app.allWidgets():
            look.fit_size(widget)
            if isinstance(widget, QTableView):
                tables.fit_table(widget)

    def _fit_paper(self) -> None:
        percent = self._settings.number(PAPER_ZOOM)
        if percent != look.paper_zoom():
            look.set_paper_zoom(percent)
            for widget in self._app.allWidgets():
                look.fit_size(widget)
