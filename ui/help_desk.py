"""The menu 帮助: the manual at the page for this screen, the tour, the keys, what the program is."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

import resources
from models.report_list import read_report_list
from ui import dialogs, messages
from ui.manual_places import place_in_manual
from ui.settings import MANUAL_ZOOM, TOUR_OFFERED, Settings

if TYPE_CHECKING:
    from ui.main_window import MainWindow
    from ui.manual_window import ManualWindow
    from ui.tour import Tour

_ABOUT = "法治年报 {version}\n在本机起草法治政府建设年度情况报告，不联网，不上传任何内容。"
_MANUAL_MISSING = "手册的文件找不到，没有打开，报告没有受影响；请用完整的程序文件夹重新安装。"


class HelpDesk(QObject):
    """Dialogs find it among the children of the window they belong to."""

    def __init__(self, window: "MainWindow", settings: Settings) -> None:
        super().__init__(window)
        self._window, self._settings = window, settings
        self._manual: ManualWindow | None = None
        self._tour: Tour | None = None
        if window.is_painted:  # just now, for the menus are made then
            QTimer.singleShot(0, self, self._offer_tour)
        else:
            window.painted.connect(self._offer_tour)
        QApplication.instance().lastWindowClosed.connect(self._put_away)

    def show_manual(self) -> None:
        """Open the manual at what the clerk is looking at."""
        self.open_at(place_in_manual(QApplication.focusWidget() or self._window.view or self._window))

    def open_at(self, place: str) -> None:
        """Open the manual at a page, or at a part of one (`page#part`)."""
        name, _, heading = place.partition("#")
        try:
            self._opened().open_at(name, heading)
        except OSError:
            messages.warn(self._window, _MANUAL_MISSING)

    def show_tour(self) -> None:
        """Begin the tour from its first step."""
        self._new_tour().begin()

    def show_keys(self) -> None:
        """Every key there is."""
        from ui.keys_dialog import KeysDialog
        from ui.keys_list import key_lines

        dialogs.show(KeysDialog(key_lines(self._window), self._window))

    def tell_about(self) -> None:
        """What the program is."""
        messages.tell(self._window, _ABOUT.format(version=resources.version()))

    def _opened(self) -> "ManualWindow":
        if self._manual is None:
            from ui.manual_printing import print_page
            from ui.manual_window import ManualWindow

            manual = ManualWindow(int(self._settings.get(MANUAL_ZOOM)))
            manual.zoomed.connect(lambda steps: self._settings.set(MANUAL_ZOOM, str(steps)))
            manual.print_wanted.connect(lambda: print_page(manual.page.name, manual))
            self._manual = manual
        return self._manual

    def _new_tour(self) -> "Tour":
        from ui.tour import Tour

        if self._tour is not None:
            self._tour.end()
        self._tour = Tour(self._window, self._settings)
        return self._tour

    def _offer_tour(self) -> None:
        """Once, where nobody has written anything yet."""
        if (
            self._tour is None
            and not self._settings.get(TOUR_OFFERED)
            and not read_report_list(self._settings.data_dir)
        ):
            self._settings.set(TOUR_OFFERED, "yes")
            self._new_tour().offer()

    def _put_away(self) -> None:
        if self._manual is not None:
            self._manual.close()


def desk_of(widget: QWidget) -> HelpDesk | None:
    """The help desk of the window a widget belongs to, through all dialogs between; None where there is none."""
    while (parent := widget.parentWidget()) is not None:
        widget = parent
    return next((one for one in widget.children() if isinstance(one, HelpDesk)), None)
