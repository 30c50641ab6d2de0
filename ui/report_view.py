"""An open report: its tabs, the heading above them, findings and preview beside them."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from checks import Finding, Level
from models.report import Report
from models.title import title_in_one_line
from ui import look
from ui.caret_place import field_of
from ui.checking import Checking
from ui.departments import Departments
from ui.draft import Draft
from ui.elided_label import ElidedLabel
from ui.figure_linker import FigureLinker
from ui.find_bar import FindBar
from ui.finding_moves import FindingMoves
from ui.findings_panel import summary
from ui.late_pages import HoldsLatePages
from ui.pane import Room
from ui.report_heading import HeadingRow
from ui.report_history import ReportHistory
from ui.report_pages import ReportPages
from ui.report_pane import ReportPane
from ui.report_tabs import ReportTabs
from ui.section_names import FIGURES
from ui.settings import Settings
from ui.side_pane import FINDINGS, PREVIEW
from ui.stored_draft import StoredDraft
from ui.tab_marks import waiting_words
from ui.ways_out import WaysOut
from ui.year_words_dialog import show_year_words


class ReportView(HoldsLatePages, QWidget):
    """The window's page for one report.

    Signals: `back_wanted`; `counted(str)` length and findings in words for the status bar; `unsettled()`:
    `trouble` may say something else now; `told(str)` what is being done, for the status bar; `overtaken()`: what is
    stored is newer than what is shown; `report_wanted(str, int)`: another report, and a version of it or 0.
    """

    back_wanted = Signal()
    counted = Signal(str)
    unsettled = Signal()
    told = Signal(str)
    overtaken = Signal()
    report_wanted = Signal(str, int)

    def __init__(
        self, draft: Draft, settings: Settings, stored: StoredDraft, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        look.named(self, "report_view", "报告")
        self.draft = draft
        self.ways_out = WaysOut(draft, settings, stored, self.flush, lambda: self.trouble, self)
        self.history = ReportHistory(draft, stored, settings, self.flush, self)
        self.departments = Departments(draft, settings, self.flush, self)
        self._checking = Checking(draft, settings, self)
        self._last_keys: frozenset[str] = frozenset()
        self._title, self._stage = ElidedLabel(), look.quiet_label("")
        self._tabs = ReportTabs(draft)
        self.find_bar = FindBar(draft, self._tabs, settings)
        self.linker = FigureLinker(draft, self)
        self._pages = ReportPages(self._tabs, settings, self)
        self._pane = ReportPane(draft, self._tabs, settings, stored, self._pages.face)
        self._panel = self._pane.findings
        self._finding_moves = FindingMoves(draft, self.linker, self, self.commit, self._checking.check)
        self._lay_out()
        self._wire()
        self._show_heading()
        self._tabs.mark(draft.report, set())

    @property
    def title(self) -> str:
        """What the report is called on paper."""
        return title_in_one_line(self.draft.report)

    @property
    def late_pages(self) -> ReportTabs:
        return self._tabs

    @property
    def page_count(self) -> int:
        """How many pages the paper has, 0 while it is not laid out."""
        return self._pages.count

    def tab_titles(self) -> tuple[str, ...]:
        """The tabs' names, from left to right."""
        return tuple(self._tabs.names.values())

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What checking found last."""
        return self._checking.findings

    @property
    def is_checked(self) -> bool:
        """Whether `findings` are those of the report as it is now."""
        return self._checking.is_current

    @property
    def trouble(self) -> str:
        """What stands in a field and is not in the report, in words; empty when there is nothing."""
        return self._tabs.letterhead.trouble

    def show_tab(self, number: int) -> None:
        """Show a tab by its place, with the keyboard where it was there last."""
        self._tabs.setCurrentIndex(number)
        self._tabs.focus_current()

    def reveal(self, key: str, item: tuple[int, ...] | None = None, quote: str = "") -> None:
        """Show a tab by its key, and in it an item and the words quoted (`ReportTabs.reveal`)."""
        self._tabs.reveal(key, item, quote)

    def commit(self) -> None:
        """Take over what is being composed or typed in a cell."""
        QGuiApplication.inputMethod().commit()
        self._tabs.commit()

    def save(self) -> None:
        """Commit, and save at once without waiting for it."""
        self.commit()
        self.draft.save()

    def flush(self) -> bool:
        """Commit, save and wait for it; whether everything is saved."""
        self.commit()
        return self.draft.flush()

    def let_go(self) -> str:
        """Give up a text that was refused and still stands in its field; says what was wrong with it."""
        return self._tabs.letterhead.let_go()

    def retire(self) -> None:
        """Leave the window for good. Qt deletes later; until then nobody shall hear of this page."""
        for timer in QWidget.findChildren(self, QTimer):  # no page is made any more, nothing is reckoned
            timer.stop()
        self._checking.retire()
        self._pages.retire()
        self.history.retire()
        self.draft.retire()
        self.blockSignals(True)
        self.hide()
        self.deleteLater()

    def be_lost(self) -> None:
        """Where the page is still there after `retire`, nobody shall find it in the window any more.

        By itself, for Qt dresses every widget anew that is taken out of a window: longer than all the rest of leaving.
        """
        self.setParent(None)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._pane.settle()

    def undo(self) -> None:
        """Take the last step back and show where it was."""
        self.commit()
        self._last_keys = frozenset()
        self.draft.undo()
        self._tabs.reveal_change(self._last_keys)

    def redo(self) -> None:
        """Do the step again and show where it is."""
        self.commit()
        self._last_keys = frozenset()
        self.draft.redo()
        self._tabs.reveal_change(self._last_keys)

    def show_findings(self) -> None:
        """Check now and show what is found; until then what was found last."""
        self.commit()
        self._pane.show_face(FINDINGS)
        self._panel.focus_table()
        self._checking.check()  # after the list is shown: both in one turn of the event loop hold the window

    def go_to_finding(self, by: int) -> None:
        """Go to the next or the previous finding, and say what it is where the list is not on screen."""
        found = self._panel.go(by)
        if found is not None and not self._panel.isVisible():
            self.told.emit(found.message)

    def look_again(self) -> None:
        """Check and lay out anew: other rules or page rules were chosen."""
        self._pages.set_up(self.draft.report)
        self._checking.check()

    def show_preview(self) -> None:
        """Show the pages as they will be printed."""
        self.commit()
        self._pages.set_up(self.draft.report)
        self._pane.show_face(PREVIEW)

    def show_caret(self) -> None:
        """Show where on the pages the clerk is."""
        self._pane.show_face(PREVIEW)
        self._pages.face.show_caret()

    def go_to_page_text(self) -> None:
        """Lead to the text of the page in view."""
        self._pages.face.go_to_text()

    def toggle_pane(self) -> None:
        """Show or hide the pane beside the text."""
        self._pane.toggle()

    def show_changes(self) -> None:
        """Show what the last change of figures reached."""
        self.reveal(FIGURES)
        self._tabs.figures.show_changes()

    def begin_search(self) -> None:
        """Show the find bar."""
        self.find_bar.begin()

    def list_year_words(self, notes: tuple[str, ...] = ()) -> None:
        """List the words of carried texts that may have been true of last year only."""
        self.commit()
        dialog = show_year_words(self.draft, self.commit, notes, self)
        dialog.place_wanted.connect(lambda place, quote: self.reveal(*field_of(place), quote))

    def _wire(self) -> None:
        self._tabs.painted.connect(self._checking.check)
        self._tabs.painted.connect(lambda: self._pages.show(self.draft.report))
        self._tabs.letterhead.unsettled.connect(self.unsettled)
        self._tabs.currentChanged.connect(self.save)
        self._panel.place_wanted.connect(self._go_to_finding)
        self._finding_moves.serve(self._panel.details)
        self._pane.closed.connect(self._tabs.focus_current)
        self.find_bar.figure_wanted.connect(self._tabs.show_figure)
        for one in (self._pane.moves, self.departments, self.ways_out, self.history):
            one.told.connect(self.told)
        self.history.report_wanted.connect(self.report_wanted)
        self.ways_out.overtaken.connect(self.overtaken)
        self.ways_out.overtaken.connect(self.history.signed_since.count)
        go = self._go_to_finding
        self.ways_out.place_wanted.connect(lambda one: go(one.field or one.section, one.item, one.quote))
        self.ways_out.setup_changed.connect(lambda: self._pages.set_up(self.draft.report))
        self._pages.changed.connect(lambda: self.counted.emit(self.count_words()))
        self._checking.checked.connect(self._show_findings)
        self._checking.failed.connect(self.counted)
        self.draft.changed.connect(self._notice)

    def _lay_out(self) -> None:
        beside = Room(Qt.Orientation.Horizontal, self._tabs, self._pane, 0.45)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._heading())
        layout.addWidget(beside, 1)
        layout.addWidget(self.find_bar)

    def _heading(self) -> HeadingRow:
        look.enlarge(self._title, 1.2, bold=True)
        return HeadingRow(
            ("back", "全部报告", "回到全部报告", self.back_wanted.emit),
            (self._title, self._stage, self.history.signed_since),
            (
                ("find", "查找", "在整个报告中查找", self.begin_search),
                ("findings", "校对", "检查整个报告", self.show_findings),
                ("preview", "预览", "看打印出来的样子", self.show_preview),
                ("print", "打印", "打印", self.ways_out.print_out),
                ("versions", "版本", "看以前的版本，比较、恢复", self.history.show_versions),
                ("signoff", "签批", "存为送审稿，写出发文稿纸等签批材料", self.ways_out.sign_off),
                ("export", "导出", "导出 Word、PDF、Excel", self.ways_out.export),
            ),
        )

    def _notice(self, keys: frozenset[str]) -> None:
        self._last_keys |= keys
        if any(key.startswith("letterhead.") or key in ("stage", "year") for key in keys):
            self._show_heading()
        self._pages.follow(self.draft.report)

    def _show_heading(self) -> None:
        self._title.setText(self.title)
        self._stage.setText(str(self.draft.report.stage))

    def _show_findings(self, report: Report) -> None:
        found = self._checking.findings
        self._pane.count(found, report, self._checking.ignored, self._checking.off)
        self._tabs.mark(report, {one.section for one in found if one.level is Level.ERROR})
        self._tabs.mark_items(found)
        self.counted.emit(self.count_words())

    def count_words(self) -> str:
        """Length, pages and findings in words."""
        found = summary(self._checking.findings) if self._checking.is_done else ""
        parts = (self._pages.words, waiting_words(self.draft.report), found)
        return "　".join(filter(None, parts))

    def _go_to_finding(self, key: str, item: tuple[int, ...], quote: str) -> None:
        section = self.draft.report.section(key)
        in_title = bool(section and quote and quote in section.title and quote != section.title)
        if section and not item and section.items and not section.paragraphs and not in_title:
            item = (1,)  # where there are items, they are what the section says
        self.reveal(key, item, quote)
