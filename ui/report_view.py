"""An open report: its tabs, the heading above them, findings and preview beside them."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QTabWidget, QVBoxLayout, QWidget

from actions.checking import look_over
from checks import Finding, Level
from models.errors import UserError
from models.length import report_length
from models.linked_text import Link
from models.report import ATTACHMENTS, Report
from models.template import template
from models.title import title_in_one_line
from ui import background, look
from ui.attachments_tab import AttachmentsTab
from ui.departments import Departments
from ui.draft import Draft
from ui.elided_label import ElidedLabel
from ui.figure_linker import FigureLinker
from ui.figures_tab import FiguresTab
from ui.find_bar import FindBar
from ui.findings_panel import FindingsPanel, summary
from ui.letterhead_tab import LetterheadTab
from ui.page_counter import PageCounter
from ui.pane import Room
from ui.preview_pane import PreviewPane
from ui.report_heading import heading_row
from ui.section_names import FIGURES, LETTERHEAD, section_templates, tab_names, tab_of
from ui.section_tab import SectionTab
from ui.settings import Settings
from ui.signoff_dialog import Sign
from ui.tab_marks import marked_names, waiting_words
from ui.ways_out import WaysOut
from ui.year_words_dialog import YearWordsDialog, field_of

CHECK_AFTER_MS = 700


class ReportView(QWidget):
    """The window's page for one report.

    Signals: `back_wanted`; `counted(str)` length and findings in words for the status bar; `unsettled()`:
    `trouble` may say something else now; `told(str)` what is being done, for the status bar; `overtaken()`: what is
    stored is newer than what is shown.
    """

    back_wanted = Signal()
    counted = Signal(str)
    unsettled = Signal()
    told = Signal(str)
    overtaken = Signal()

    def __init__(
        self, draft: Draft, settings: Settings, sign: Sign | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        look.named(self, "report_view", "报告")
        self.draft = draft
        self.ways_out = WaysOut(draft, settings, sign, self.flush, lambda: self.trouble, self)
        self.departments = Departments(draft, settings, self.flush, self)
        self.departments.told.connect(self.told)
        self._template = template(draft.report.template)
        self._names = tab_names(draft.report, self._template)
        self._findings: tuple[Finding, ...] = ()
        self._last_keys: frozenset[str] = frozenset()
        self._title = ElidedLabel()
        self._stage = look.quiet_label("")
        self._tabs = self._make_tabs()
        self._find_bar = FindBar(self._tabs)
        self.linker = FigureLinker(draft, self)
        self._panel = FindingsPanel()
        self._panel.place_wanted.connect(self._go_to_finding)
        self._panel.link_wanted.connect(self._link_finding)
        self._preview = PreviewPane(settings)
        self.ways_out.told.connect(self.told)
        self.ways_out.overtaken.connect(self.overtaken)
        self.ways_out.place_wanted.connect(
            lambda one: self._go_to_finding(one.field or one.section, one.item, one.quote)
        )
        self.ways_out.setup_changed.connect(self._show_pages)
        self._pages = PageCounter(self._tabs, settings)
        self._pages.counted.connect(lambda found: self._letterhead.show_title_lines(found.title))
        self._pages.changed.connect(lambda: self.counted.emit(self.count_words()))
        self._lay_out()
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(CHECK_AFTER_MS)
        self._late.timeout.connect(self._look_over)
        draft.changed.connect(self._notice)
        self._show_heading()
        self._show_findings(draft.report, look_over(draft.report))
        self._pages.count(draft.report)

    @property
    def title(self) -> str:
        """What the report is called on paper."""
        return title_in_one_line(self.draft.report)

    def tab_titles(self) -> tuple[str, ...]:
        """The tabs' names, from left to right."""
        return tuple(self._names.values())

    @property
    def trouble(self) -> str:
        """What stands in a field and is not in the report, in words; empty when there is nothing."""
        return self._letterhead.trouble

    def show_tab(self, number: int) -> None:
        """Show a tab by its place, with the keyboard where it was there last."""
        self._tabs.setCurrentIndex(number)
        self._focus_tab()

    def reveal(self, key: str, item: tuple[int, ...] | None = None, quote: str = "") -> None:
        """Show a tab by its key, and in it an item and the words quoted.

        A figure is named by its content key, a field of the letterhead by its own. Without an item a section shows
        what was changed last; () is the section's own text.
        """
        tab_key = FIGURES if key.startswith("figure") else key if key in self._names else LETTERHEAD
        self._tabs.setCurrentIndex(list(self._names).index(tab_key))
        tab = self._tabs.currentWidget()
        match tab:
            case SectionTab():
                tab.reveal(item, quote)
            case AttachmentsTab():
                tab.reveal(item[0] if item else None)
            case FiguresTab():
                tab.reveal(key.partition(".")[2])
            case LetterheadTab():
                tab.reveal(key)

    def commit(self) -> None:
        """Take over what is being composed or typed in a cell."""
        QGuiApplication.inputMethod().commit()
        self._figures.commit()
        self._letterhead.commit()

    def flush(self) -> bool:
        """Commit and save now; whether everything is saved."""
        self.commit()
        return self.draft.flush()

    def let_go(self) -> str:
        """Give up a text that was refused and still stands in its field; says what was wrong with it."""
        return self._letterhead.let_go()

    def retire(self) -> None:
        """Leave the window for good. Qt deletes later; until then nobody shall find this page or hear of it."""
        self._late.stop()
        self._pages.retire()
        self.draft.retire()
        self.blockSignals(True)
        self.hide()
        self.setParent(None)
        self.deleteLater()

    def undo(self) -> None:
        """Take the last step back and show where it was."""
        self.commit()
        self._last_keys = frozenset()
        self.draft.undo()
        self._go_to_change()

    def redo(self) -> None:
        """Do the step again and show where it is."""
        self.commit()
        self._last_keys = frozenset()
        self.draft.redo()
        self._go_to_change()

    def show_findings(self) -> None:
        """Check now and show what is found."""
        self.commit()
        report = self.draft.report
        self._show_findings(report, look_over(report))
        self._panel.show()
        self._panel.focus_table()

    def go_to_finding(self, by: int) -> None:
        """Go to the next or the previous finding."""
        self._panel.go(by)

    def show_preview(self) -> None:
        """Show the pages as they will be printed."""
        self.commit()
        self._preview.begin(self.draft.report)

    def toggle_preview(self) -> None:
        """Show or hide the pages."""
        if self._preview.isVisible():
            self._preview.put_away()
        else:
            self.show_preview()

    def show_changes(self) -> None:
        """Show what the last change of figures reached."""
        self.reveal(FIGURES)
        self._figures.show_changes()

    def begin_search(self) -> None:
        """Show the find bar."""
        self._find_bar.begin()

    def list_year_words(self, notes: tuple[str, ...] = ()) -> None:
        """List the words of carried texts that may have been true of last year only."""
        self.commit()
        for earlier in self.findChildren(YearWordsDialog):
            earlier.close()
        dialog = YearWordsDialog(self.draft, self.commit, notes, self)
        dialog.place_wanted.connect(lambda place, quote: self.reveal(field_of(place), place.item, quote))
        dialog.show()

    def _make_tabs(self) -> QTabWidget:
        tabs = QTabWidget()
        look.named(tabs, "report_tabs", "报告的各部分")
        tabs.tabBar().setAccessibleName("报告的各部分")
        tabs.setDocumentMode(True)
        tabs.setUsesScrollButtons(True)
        self._figures = FiguresTab(self.draft)
        self._figures.place_wanted.connect(
            lambda section, item, quote: self.reveal(section or "preamble", item, quote)
        )
        self._letterhead = LetterheadTab(self.draft)
        self._letterhead.unsettled.connect(self.unsettled)
        pages: dict[str, QWidget] = {LETTERHEAD: self._letterhead}
        for section in section_templates(self.draft.report, self._template):
            pages[section.key] = tab = SectionTab(self.draft, section)
            tab.figure_wanted.connect(self._show_figure)
        pages |= {FIGURES: self._figures, ATTACHMENTS: AttachmentsTab(self.draft)}
        for key, page in pages.items():
            page.setObjectName(f"tab:{key}")
            tabs.addTab(page, self._names[key])
            if isinstance(page, SectionTab):
                page.reveal(())
            else:
                page.setFocus()  # where the keyboard will be when the tab is shown for the first time
        tabs.currentChanged.connect(self.flush)
        return tabs

    def _lay_out(self) -> None:
        self._panel.closed.connect(self._focus_tab)
        self._preview.closed.connect(self._focus_tab)
        beside = Room(Qt.Orientation.Horizontal, self._tabs, self._preview, 0.45)
        below = Room(Qt.Orientation.Vertical, beside, self._panel, 0.35)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(self._heading())
        layout.addWidget(below, 1)
        layout.addWidget(self._find_bar)

    def _heading(self) -> QHBoxLayout:
        look.enlarge(self._title, 1.2, bold=True)
        return heading_row(
            ("back", "← 全部报告", "回到全部报告（Ctrl+O）", self.back_wanted.emit),
            (self._title, self._stage),
            (
                ("find", "查找", "在整个报告中查找（Ctrl+F）", self.begin_search),
                ("findings", "校对", "检查整个报告（F7）", self.show_findings),
                ("preview", "预览", "看打印出来的样子（F5）", self.show_preview),
                ("print", "打印", "打印（Ctrl+P）", self.ways_out.print_out),
                ("signoff", "签批", "存为送审稿，写出发文稿纸等签批材料", self.ways_out.sign_off),
                ("export", "导出", "导出 Word、PDF、Excel（Ctrl+E）", self.ways_out.export),
            ),
        )

    def _notice(self, keys: frozenset[str]) -> None:
        self._last_keys |= keys
        if any(key.startswith("letterhead.") or key in ("stage", "year") for key in keys):
            self._show_heading()
        self._late.start()

    def _show_heading(self) -> None:
        self._title.setText(self.title)
        self._stage.setText(str(self.draft.report.stage))

    def _look_over(self) -> None:
        """Check beside the window; an answer about a report that has changed meanwhile is dropped."""
        report = self.draft.report

        def show(findings: tuple[Finding, ...]) -> None:
            if report is self.draft.report:
                self._show_findings(report, findings)
                self._preview.refresh(report)

        def complain(error: UserError) -> None:
            self.counted.emit(f"校对没有做成：{error}")

        background.run(lambda: look_over(report), show, complain, self)
        self._pages.count(report)

    def _show_pages(self) -> None:
        """Lay out anew what is on screen: other page rules may have been chosen."""
        self._preview.refresh(self.draft.report)
        self._pages.count(self.draft.report)

    def _show_findings(self, report: Report, findings: tuple[Finding, ...]) -> None:
        self._findings = findings
        self._panel.show_findings(findings, report)
        wrong = {one.section for one in findings if one.level is Level.ERROR}
        for number, name in enumerate(marked_names(report, self._names, wrong)):
            self._tabs.setTabText(number, name)
        self.counted.emit(self.count_words())

    def count_words(self) -> str:
        """Length, pages and findings in words."""
        length = f"全文 {report_length(self.draft.report):,} 字"
        parts = (length, self._pages.words, waiting_words(self.draft.report), summary(self._findings))
        return "　".join(filter(None, parts))

    def _go_to_finding(self, key: str, item: tuple[int, ...], quote: str) -> None:
        section = self.draft.report.section(key)
        if section and not item and section.items and not section.paragraphs:
            item = (1,)  # where there are items, they are what the section says
        self.reveal(key, item, quote)

    def _link_finding(self, finding: Finding) -> None:
        """Link the number a hint is about; the rest of the list stands as it was."""
        self.commit()
        self.linker.link_found(finding)
        self.show_findings()

    def _show_figure(self, target: str) -> None:
        self.reveal(f"figure.{Link(target).figure}")

    def _focus_tab(self) -> None:
        tab = self._tabs.currentWidget()
        (tab.focusWidget() or tab).setFocus()

    def _go_to_change(self) -> None:
        """After undo: a change nobody sees is no help."""
        keys = sorted(self._last_keys - {"figures", "sections"}, reverse=True)
        places = {tab_of(key): key for key in keys}
        current = list(self._names)[self._tabs.currentIndex()]
        if places and current not in places:
            tab, key = next(iter(places.items()))
            self.reveal(
                key.removeprefix("letterhead.") if tab == LETTERHEAD else key if tab == FIGURES else tab
            )
