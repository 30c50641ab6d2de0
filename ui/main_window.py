"""The window: start page or report, menus, status bar, and the wires between them. No rules."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtGui import QCloseEvent, QDropEvent
from shiboken6 import isValid

from models.errors import UserError
from models.report_list import read_list_and_trash
from ui import look, menu_titles
from ui.application import NAME, application
from ui.low_area import TightArea, TopPage
from ui.place_note import PlaceNote
from ui.preferences import Preferences
from ui.settings import Settings
from ui.status_bar import StatusBar
from ui.window_parts import WindowParts

if TYPE_CHECKING:
    from models.store import Store
    from ui.late_pages import LatePages
    from ui.report_view import ReportView

MESSAGE_MS, PATIENCE_MS = 5000, 300
"""How long a message stays, and how long another program that is writing is waited for: who types notices more."""


def open_window(data_dir: Path) -> "MainWindow":
    """The whole window over a data folder, not yet shown and without the event loop."""
    application()
    return MainWindow(data_dir)


class MainWindow(WindowParts):
    """法治年报."""

    def __init__(self, data_dir: Path) -> None:
        super().__init__(Settings(data_dir))
        look.named(self, "main_window", NAME)
        self._data_dir = data_dir
        self.preferences = Preferences(self, self.settings)
        self._store: Store | None = None
        self._view: ReportView | None = None
        self._left: ReportView | None = None  # kept until the next: its own button may still be at work
        self._report_id = self._trouble = ""
        self._pages = TopPage()
        self._pages.addWidget(self.start_page)
        self._place_note = PlaceNote(data_dir)
        self.setCentralWidget(self._place_note.above(TightArea(self._pages)))
        self.bar = StatusBar()
        self.setStatusBar(self.bar)
        menu_titles.show(self.menuBar())
        self.settings.place(self)
        self.painted.connect(self._load_the_rest)
        self._show_title()
        self._show_list()
        self.start_page.list_made.connect(lambda: self.start_page.choose(self.recent.last))
        self.start_page.focus_list()

    @property
    def store(self) -> "Store":
        """The drafts; opened when first needed, for it takes a quarter of a second to load."""
        if self.is_recovering:
            raise UserError("正在恢复草稿，这一步没有做，什么也没有改动；请等恢复完再试。")
        if self._store is None:
            from models.store import Store

            self._store = Store.open(self._data_dir, PATIENCE_MS)
        return self._store

    @property
    def view(self) -> "ReportView | None":
        """The open report, None on the start page."""
        return self._view

    @property
    def late_pages(self) -> "LatePages | None":
        return self._view.late_pages if self._view is not None else None

    @property
    def chosen_id(self) -> str:
        """The open report, else the one chosen in the list; "" for none."""
        return self._report_id if self._view else self.start_page.chosen_id

    def open_report(self, report_id: str) -> None:
        """Leave what is open and show another report."""
        from ui.report_view import ReportView
        from ui.stored_draft import StoredDraft

        self.make_whole()
        if not self._leave_report():
            return
        try:
            draft = self.saving.draft_of(report_id)
            view = ReportView(draft, self.settings, StoredDraft(self.store, report_id))
        except UserError as error:
            self.complain(error)
            self._show_start()
            return
        self._report_id = report_id
        self.list_work.pause()
        self.recent.note(report_id)
        self._show_view(view)
        self.left_unsaved.look(report_id)

    def open_version(self, report_id: str, number: int) -> None:
        """Show another report, and the version of it that has this number; 0 for none."""
        self.open_report(report_id)
        if number and self._view is not None and self._report_id == report_id:
            self._view.history.show_versions(number)

    def show_start(self) -> None:
        """Save and leave the open report for the list."""
        if self._leave_report():
            self._show_start()

    def refresh_list(self, chosen: str = "") -> None:
        """Show the list as it is now, where it is on screen, with the report of this id chosen."""
        if self._view is None:
            self._show_list()
            self.start_page.choose(chosen)

    def flush(self) -> bool:
        """Save what is open; whether everything is saved."""
        return self._view is None or self._view.flush()

    def tell(self, words: str, milliseconds: int | None = None) -> None:
        """A message for a moment, beside the save state; none while saving fails."""
        if self._view is None or not self._view.draft.is_failing:
            self.statusBar().showMessage(words, MESSAGE_MS if milliseconds is None else milliseconds)

    def complain(self, error: UserError) -> None:
        """Say what could not be done, in a dialog."""
        self.statusBar().clearMessage()
        self.safekeeping.meet(error)

    def open_store(self, *, asks: bool = True) -> None:
        """Open the drafts' file, saying in words where that cannot be, and look whether it is sound.

        `asks` after what was left unsaved, if anything was.
        """
        if self.is_recovering:
            return  # which opens it when it is done
        unopened = None
        try:
            self.store.list()
        except UserError as error:
            unopened = error
        self._trouble = str(unopened or "")
        self._place_note.look_again()
        self.refresh_list()  # an older file was brought up to date and can be read now
        self.safekeeping.look(unopened)
        if unopened is None and asks:
            self.left_unsaved.look()

    def close_store(self) -> None:
        """Let go of the drafts' file; it is opened again when it is needed."""
        if self._store is not None:
            self.list_work.let_go(self._store)
            self._store.close()
            self._store = None

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange:
            if self._view is None:
                if self.isActiveWindow() and self.is_painted:  # until then the list was read just now
                    self.start_page.table.after_clicks(self.refresh_list)
            elif not self._view.draft.is_failing:  # what failed is tried again by itself
                self._view.save()
                if self.isActiveWindow():
                    self.look_for_others()

    def closeEvent(self, event: QCloseEvent) -> None:
        from ui.closing import may_close

        if not may_close(self):
            event.ignore()
            return
        if self._store is not None:
            self.settings.note_place(self)
            self.close_store()
        super().closeEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        self.dropping.take(event)

    def make_whole(self) -> None:
        super().make_whole()
        if self._left is not None and isValid(self._left):
            self._left.be_lost()

    def _load_the_rest(self) -> None:
        self._show_rest_of_start()
        from ui.after_paint import load_the_rest

        self.make_whole()
        load_the_rest(self.open_store, self.opening.go_on, self)

    def _show_rest_of_start(self) -> None:
        """The list is seen before anything else is made."""
        self.start_page.finish()
        self.repaint()
        self.preferences.appearance.ask_system()

    def _show_view(self, view: "ReportView") -> None:
        self._view, draft = view, view.draft
        draft.setParent(view)
        self.trashing.settle()
        draft.changed.connect(self._show_title)
        draft.changed.connect(lambda keys: self.bar.clearMessage() if "stage" in keys else None)
        draft.save_failed.connect(lambda _reason: self.safekeeping.look())
        self.saving.watch(view)
        self.others.watch(view)
        view.back_wanted.connect(self.show_start)
        view.counted.connect(self.bar.counts.setText)
        view.overtaken.connect(self.look_for_others)
        view.told.connect(self.tell)
        view.report_wanted.connect(self.open_version)
        self.preferences.watch(view)
        view.history.copied.connect(self.tell)
        self.bar.counts.setText(view.count_words())
        self._pages.addWidget(view)
        self._pages.setCurrentWidget(view)
        self.menus.show_report(view)
        self._show_title()
        view.show_tab(0)

    def _leave_report(self) -> bool:
        """Save and close the open report; False where it could not be saved and therefore stays open."""
        if self._view is None:
            return True
        if not self._view.flush():
            self._warn("最后的改动还没有存下来，报告仍然开着；请按状态栏所说处理后再离开。")
            return False
        refused = self._view.let_go()
        self._left, self._view = self._view, None
        self._pages.removeWidget(self._left)
        self._left.retire()
        self.trashing.settle()
        if refused:
            self._warn(refused)
        return True

    def _show_start(self) -> None:
        self._pages.setCurrentWidget(self.start_page)
        self.menus.show_report(None)
        self._show_list()
        self._begin_at_list()
        self.saving.leave()
        self.others.leave()
        self.bar.counts.clear()
        self._show_title()

    def _begin_at_list(self) -> None:
        self.start_page.choose(self._report_id or self.recent.last)
        self.start_page.focus_list()

    def _show_list(self) -> None:
        if not self.is_recovering:
            summaries, trash = read_list_and_trash(self._data_dir)
            self.start_page.show_reports(summaries, self._trouble)
            self.start_page.keeping.show_trash(len(trash))
            if self._store is not None:
                self.list_work.look_into(self._store, summaries)

    def look_for_others(self) -> None:
        """Show what another program has written into the open report meanwhile."""
        assert self._view is not None
        try:
            self.others.take_in(self._view.draft, self.store, self._report_id)
            self.trashing.look_at(self._report_id)
        except UserError as error:
            self.saving.complain(str(error))
            self.safekeeping.mention(error)

    def _warn(self, words: str) -> None:
        from ui import messages

        messages.warn(self, words)

    def _show_title(self) -> None:
        self.setWindowTitle(self._view.title if self._view else "")
