"""What the window has besides what is seen first: each part is made when it is asked for, all after the first paint."""

from functools import cached_property
from typing import TYPE_CHECKING, Any, cast

from ui.first_paint import FirstPaint
from ui.holds_late_pages import HoldsLatePages
from ui.settings import Settings
from ui.start_page import StartPage

if TYPE_CHECKING:
    from ui.dropping import Dropping
    from ui.left_unsaved import LeftUnsaved
    from ui.list_work import ListWork
    from ui.main_window import MainWindow
    from ui.menus import Menus
    from ui.opening import Opening
    from ui.others import Others
    from ui.parcels import Parcels
    from ui.recent import Recent
    from ui.rolling import Rolling
    from ui.safekeeping import Safekeeping
    from ui.saving import Saving
    from ui.trashing import Trashing
    from ui.ways_in import WaysIn

_ALL = (
    "saving left_unsaved others ways_in rolling parcels safekeeping trashing recent list_work menus dropping"
).split()
"""In this order, which is the order of the strips below the pages."""


class WindowParts(HoldsLatePages, FirstPaint):
    """A window of which nobody notices that it was not whole at first: who looks for something in it finds it whole."""

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self.settings = settings
        self.start_page = StartPage()
        self._is_whole = False

    @property
    def _window(self) -> "MainWindow":
        return cast("MainWindow", self)

    def make_whole(self) -> None:
        """Make what is not there yet."""
        if not self._is_whole:
            self._is_whole = True
            self.start_page.finish()
            for name in _ALL:
                getattr(self, name)
            self._wire_start()

    @property
    def is_recovering(self) -> bool:
        """Whether the drafts' file is about to be replaced."""
        return "safekeeping" in self.__dict__ and self.safekeeping.is_recovering

    @cached_property
    def saving(self) -> "Saving":
        """What is said of saving."""
        from ui.save_state import SaveState
        from ui.saving import Saving

        return Saving(self._window, self.settings.data_dir, SaveState())

    @cached_property
    def left_unsaved(self) -> "LeftUnsaved":
        """What a crash left unsaved."""
        from ui.left_unsaved import LeftUnsaved

        return LeftUnsaved(self._window, self.settings.data_dir)

    @cached_property
    def others(self) -> "Others":
        """What other programs write into the open report."""
        from ui.others import Others

        return Others(self._window)

    @cached_property
    def ways_in(self) -> "WaysIn":
        """How a report comes into the window."""
        from ui.ways_in import WaysIn

        return WaysIn(self._window, self.settings)

    @cached_property
    def rolling(self) -> "Rolling":
        """Carrying a report over into the next year."""
        from ui.rolling import Rolling

        return Rolling(self._window)

    @cached_property
    def parcels(self) -> "Parcels":
        """Reports from and for other PCs."""
        from ui.parcels import Parcels

        return Parcels(self._window, self.settings)

    @cached_property
    def safekeeping(self) -> "Safekeeping":
        """Backups, and what is done about damage."""
        from ui.safekeeping import Safekeeping

        return Safekeeping(self._window, self.settings, self.start_page.keeping)

    @cached_property
    def trashing(self) -> "Trashing":
        """Deleting, and taking it back."""
        from ui.trashing import Trashing

        return Trashing(self._window, self.settings, self.start_page, self.safekeeping.notice)

    @cached_property
    def recent(self) -> "Recent":
        """The reports opened last."""
        from ui.recent import Recent

        return Recent(self._window, self.settings)

    @cached_property
    def list_work(self) -> "ListWork":
        """What is done with the whole list."""
        from ui.list_work import ListWork

        return ListWork(self._window, self.settings, self.start_page)

    @cached_property
    def menus(self) -> "Menus":
        """The menus' entries."""
        from ui.menus import Menus

        return Menus(self._window, self.settings)

    @cached_property
    def opening(self) -> "Opening":
        """Opening reports right after the start."""
        from ui.opening import Opening

        return Opening(self._window)

    @cached_property
    def dropping(self) -> "Dropping":
        """Files dragged over the window."""
        from ui.dropping import Dropping

        return Dropping(self._window, self.parcels.take_dropped)

    def _wire_start(self) -> None:
        start = self.start_page
        start.new_wanted.connect(self.ways_in.begin_report)
        start.import_wanted.connect(self.ways_in.choose_imports)
        start.sample_wanted.connect(self.ways_in.open_sample)
        start.roll_wanted.connect(self.rolling.begin)

    def findChild(self, kind: Any, *options: Any) -> Any:
        self.make_whole()
        return super().findChild(kind, *options)

    def findChildren(self, kind: Any, *options: Any) -> Any:
        self.make_whole()
        return super().findChildren(kind, *options)
