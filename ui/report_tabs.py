"""The parts of a report as tabs: letterhead, sections, figures, attachments; and the way to any place in them."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from checks import Finding, Level
from models.linked_text import Link
from models.report import ATTACHMENTS, Report
from models.taking_over import Caret
from models.template import SectionTemplate, template
from ui import look, tab_menu
from ui.attachments_tab import AttachmentsTab
from ui.draft import Draft
from ui.figures_tab import FiguresTab
from ui.late_pages import LatePages
from ui.letterhead_tab import LetterheadTab
from ui.section_names import FIGURES, LETTERHEAD, section_templates, tab_names, tab_of
from ui.section_tab import SectionTab
from ui.tab_marks import marked_names


class ReportTabs(LatePages):
    """One tab for each part; the keyboard comes back to where it was in it.

    Signals: `entered(str, path)` the tab and the item in it that the clerk is in now, () for none; `wanted()` he is
    about to be led to a place in them.
    """

    entered = Signal(str, object)
    wanted = Signal()

    def __init__(self, draft: Draft, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look.named(self, "report_tabs", "报告的各部分")
        self.tabBar().setAccessibleName("报告的各部分")
        self.setDocumentMode(True)
        self.setUsesScrollButtons(True)
        tab_menu.serve(self)
        self.names = tab_names(draft.report, template(draft.report.template))
        """The tabs from left to right: key and name."""
        self.letterhead = LetterheadTab(draft)
        self._wrong: dict[str, set[tuple[int, ...]]] = {}
        for key, make in self._makers_of_pages(draft):
            self.add_late(self.names[key], make, partial(self._fill, key))
        self.currentChanged.connect(lambda _number: self.entered.emit(self.key, self.path))

    @property
    def figures(self) -> FiguresTab:
        """The tab of figures."""
        tab = self.widget(list(self.names).index(FIGURES))
        assert isinstance(tab, FiguresTab)
        return tab

    @property
    def key(self) -> str:
        """The key of the tab on screen."""
        return list(self.names)[self.currentIndex()]

    @property
    def path(self) -> tuple[int, ...]:
        """The item the clerk is in on the tab on screen, () for none."""
        tab = self.currentWidget()
        return tab.path if isinstance(tab, SectionTab) else ()

    def caret(self, key: str, path: tuple[int, ...]) -> Caret:
        """Where a sentence goes that is put into a place of a tab."""
        tab = self.widget(list(self.names).index(key))
        if isinstance(tab, SectionTab):
            return tab.caret(path)
        return self.letterhead.caret() if tab is self.letterhead else Caret("", 0)

    def add_item(self, key: str, title: str) -> None:
        """Put an item with this heading at a section's end, and go there."""
        tab = self.widget(list(self.names).index(key))
        if isinstance(tab, SectionTab):
            tab.add_item(title)

    def reveal(self, key: str, item: tuple[int, ...] | None = None, quote: str = "") -> None:
        """Show a tab by its key, and in it an item and the words quoted.

        A figure is named by its content key, a field of the letterhead by its own. Without an item a section shows
        what was changed last; () is the section's own text.
        """
        self.wanted.emit()
        tab_key = FIGURES if key.startswith("figure") else key if key in self.names else LETTERHEAD
        self.setCurrentIndex(list(self.names).index(tab_key))
        tab = self.currentWidget()
        match tab:
            case SectionTab():
                tab.reveal(item, quote)
            case AttachmentsTab():
                tab.reveal(item[0] if item else None)
            case FiguresTab():
                tab.reveal(key.partition(".")[2])
            case LetterheadTab():
                tab.reveal(key)

    def reveal_change(self, content_keys: frozenset[str]) -> None:
        """After undo, show where something changed, unless it is the tab on screen: a change nobody sees is no help."""
        keys = sorted(content_keys - {"figures", "sections", "ignored"}, reverse=True)
        places = {tab_of(key): key for key in keys}
        if places and self.key not in places:
            tab, key = next(iter(places.items()))
            self.reveal(
                key.removeprefix("letterhead.") if tab == LETTERHEAD else key if tab == FIGURES else tab
            )

    def commit(self) -> None:
        """Take over what is being typed in a cell or field."""
        if self.made(list(self.names).index(FIGURES)):
            self.figures.commit()
        self.letterhead.commit()

    def mark(self, report: Report, wrong: set[str]) -> None:
        """Say on each tab how far it is; `wrong` are the sections with errors."""
        for number, name in enumerate(marked_names(report, self.names, wrong)):
            self.setTabText(number, name)

    def mark_items(self, findings: Iterable[Finding]) -> None:
        """Say in the outlines which items have errors."""
        self._wrong = {}
        for one in findings:
            if one.level is Level.ERROR and one.item:
                self._wrong.setdefault(one.section, set()).add(one.item)
        for number, key in enumerate(self.names):
            if isinstance(tab := self.made(number), SectionTab):
                tab.mark_wrong(frozenset(self._wrong.get(key, ())))

    def focus_current(self) -> None:
        """Put the keyboard where it was in the tab on screen."""
        self.wanted.emit()
        tab = self.currentWidget()
        (tab.focusWidget() or tab).setFocus()

    def _makers_of_pages(self, draft: Draft) -> Iterator[tuple[str, Callable[[], QWidget]]]:
        yield LETTERHEAD, lambda: self.letterhead
        for section in section_templates(draft.report, template(draft.report.template)):
            yield section.key, partial(self._make_section, draft, section)
        yield FIGURES, partial(self._make_figures, draft, draft.report)
        yield ATTACHMENTS, lambda: AttachmentsTab(draft)

    def _make_section(self, draft: Draft, section: SectionTemplate) -> SectionTab:
        tab = SectionTab(draft, section)
        tab.setAccessibleName(self.names[section.key])
        tab.figure_wanted.connect(self.show_figure)
        tab.entered.connect(lambda path: self.entered.emit(section.key, path))
        return tab

    def _fill(self, key: str, page: QWidget) -> bool:
        if not isinstance(page, SectionTab) or page.fill():
            return isinstance(page, SectionTab)
        page.mark_wrong(frozenset(self._wrong.get(key, ())))
        return False

    def _make_figures(self, draft: Draft, opened: Report) -> FiguresTab:
        tab = FiguresTab(draft, since=opened)
        tab.place_wanted.connect(lambda section, item, quote: self.reveal(section or "preamble", item, quote))
        return tab

    def _greet(self, page: QWidget) -> None:
        """Put the keyboard where it will be when the tab is shown for the first time."""
        if isinstance(page, SectionTab):
            page.reveal(())
        else:
            page.setFocus()

    def show_figure(self, target: str) -> None:
        """Show the figure behind a link."""
        self.reveal(f"figure.{Link(target).figure}")
