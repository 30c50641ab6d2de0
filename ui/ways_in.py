"""The ways a report comes into the window: begun, imported, the sample; and many offices' workbooks for a summary."""

from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from models.errors import UserError
from ui import background, dialogs
from ui.declared_settings import UNIT_ORGANS, UNIT_TEMPLATE
from ui.file_choice import choose_files
from ui.settings import LAST_ORGAN, LAST_TEMPLATE, SAMPLE, Settings
from ui.unit_profile import unit_profile

if TYPE_CHECKING:
    from models.store import Store
    from ui.importing import Importing
    from ui.main_window import MainWindow
    from ui.new_report_dialog import NewReport


class WaysIn(QObject):
    """Each asks or reads, stores what came of it and opens it in the window."""

    def __init__(self, window: "MainWindow", settings: Settings) -> None:
        super().__init__(window)
        self._window, self._settings = window, settings
        self._is_making_sample = False
        self._importing: Importing | None = None

    def begin_report(self) -> None:
        """Ask for template, unit and year, then open the new report."""
        from ui.new_report_dialog import NewReport, NewReportDialog

        today = date.today()
        year = today.year if today.month >= 10 else today.year - 1  # written from autumn to the next spring
        template = self._settings.get(UNIT_TEMPLATE) or self._settings.get(LAST_TEMPLATE)
        organ = self._settings.get(UNIT_ORGANS) or self._settings.get(LAST_ORGAN)
        suggested = NewReport(template, organ, year)
        dialog = NewReportDialog(suggested, self._window)
        dialog.accepted.connect(lambda: self._create_report(dialog.answer))
        dialogs.show(dialog)

    def choose_imports(self) -> None:
        """Ask for files and import them."""
        choose_files(self._window, self._settings, self.import_files)

    def import_files(self, paths: list[Path]) -> None:
        """Read files beside the window; a single one is opened at once."""
        from ui.importing import Importing

        self._importing = self._importing or Importing(self._window)
        self._importing.begin(paths, self._settings.data_dir)

    def open_sample(self) -> None:
        """Open the sample; the first time it is made, beside the window."""
        sample = self._settings.get(SAMPLE)
        try:
            store = self._window.store
            if sample in {one.id for one in store.list()}:
                self._window.opening.open(sample)
                return
        except UserError as error:
            self._window.complain(error)
            return
        if self._is_making_sample:
            return
        self._is_making_sample = True
        self._window.tell("正在准备示例……", 0)
        background.run(partial(_make_sample, store), self._open_made, self._fail_to_make, self._window)

    def _open_made(self, sample: str) -> None:
        self._is_making_sample = False
        self._settings.set(SAMPLE, sample)
        self._window.statusBar().clearMessage()
        self._window.opening.open(sample)

    def _fail_to_make(self, error: UserError) -> None:
        self._is_making_sample = False
        self._window.complain(error)

    def summarise(self) -> None:
        """Ask for many offices' workbooks and make one of them."""
        from ui.summarise_dialog import SummariseDialog

        dialogs.show(SummariseDialog(self._settings, self._window))

    def _create_report(self, wanted: "NewReport") -> None:
        from actions.drafting import new_report

        self._settings.set(LAST_TEMPLATE, wanted.template)
        self._settings.set(LAST_ORGAN, wanted.organ)
        try:
            unit = unit_profile(self._settings, wanted.organ, wanted.year)
            report = new_report(wanted.template, wanted.organ, wanted.year, unit)
            report_id = self._window.store.create(report)
        except UserError as error:
            self._window.complain(error)
            return
        self._window.open_report(report_id)


def _make_sample(store: "Store") -> str:
    """Reading it takes longer than opening it."""
    from actions.sample import sample_to_try

    return store.create(sample_to_try())
