"""A section of the report: what the regulation wants in it, its title, its outline, and its text as one page."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from models.atoms import Splice
from models.compose import numbered
from models.editing import (
    Path,
    confirmed,
    paragraphs_of,
    part,
    paths,
    section_of,
    with_heading,
    with_item_begun,
    with_item_moved,
    with_new_item,
    with_paragraphs,
    with_section_title,
    with_titles_printed,
    without_blank_item,
    without_item,
)
from models.length import section_length
from models.link_words import described
from models.linked_text import Link
from models.numbering import heading_number
from models.report import Report, Section
from models.template import SectionTemplate
from ui import look
from ui.draft import Draft
from ui.item_outline import ItemOutline, Row
from ui.last_year_dialog import LastYearDialog, has_last_year
from ui.section_head import SectionHead
from ui.section_sheet import SectionSheet
from ui.typing_runs import TypingRuns

_OUTLINE_WIDTH = 220
_LONGEST_WORDS = 12
_COUNT_AFTER_MS = 200
_PLAIN = ("输入", "删除", "粘贴")


class SectionTab(QWidget):
    """Reads its section from the draft and changes it through the draft.

    Signals: `figure_wanted(str)`: the clerk asks for the figure behind a link; `entered(path)` an item he is in now.
    """

    figure_wanted = Signal(str)
    entered = Signal(object)

    def __init__(self, draft: Draft, section: SectionTemplate, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look.named(self, f"tab:{section.key}", section.title)
        self._draft = draft
        self._declared = section
        self._key = section.key
        self._shown: Section | None = None
        self._runs = TypingRuns(self._key)
        self._head = SectionHead(self._section, section.guidance)
        self._count = look.quiet_label("")
        look.named(self._count, f"section_count:{self._key}", "字数")
        self._notice = look.quiet_label("")
        look.named(self._notice, f"section_notice:{self._key}", "提示")
        self._counting = QTimer(self)  # counting takes longer than a key may
        self._counting.setSingleShot(True)
        self._counting.setInterval(_COUNT_AFTER_MS)
        self._counting.timeout.connect(self._show_count)
        self._outline = ItemOutline(self._key)
        self._sheet = SectionSheet(
            self._key,
            section.suggested,
            self._describe,
            lambda: (draft.undo_words, draft.redo_words),
            self._written,
        )
        self._lay_out()
        self._wire()
        self._show_section()
        self._sheet.forget_change()
        draft.changed.connect(self._refresh)

    def reveal(self, item: int | Path | None = None, quote: str = "") -> None:
        """Bring an item into view, by number or path, and put the keyboard there; a quote is marked.

        Without an item: what was changed last from elsewhere.
        """
        if item is None:
            self._sheet.show_change()
            return
        path = (item,) if isinstance(item, int) else item
        body = self._sheet.body(path)
        if body is not None:
            self._enter(path, body)
            found = body.document().find(quote)
            if not found.isNull():
                body.setTextCursor(found)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show_count()

    def _wire(self) -> None:
        self._head.title_edited.connect(self._store_title)
        self._head.last_year_wanted.connect(self._show_last_year)
        self._sheet.heading_edited.connect(self._store_heading)
        self._sheet.body_edited.connect(self._store_body)
        self._sheet.items_wanted.connect(self._add_suggested)
        self._sheet.entered.connect(self._outline.choose)
        self._sheet.entered.connect(self.entered)
        self._sheet.undo_wanted.connect(self._draft.undo)
        self._sheet.redo_wanted.connect(self._draft.redo)
        self._sheet.figure_wanted.connect(self.figure_wanted)
        self._sheet.confirmed.connect(self._confirm)
        self._outline.confirmed.connect(self._confirm)
        self._outline.chosen.connect(self._sheet.scroll_to)
        self._outline.add_wanted.connect(self._add)
        self._outline.delete_wanted.connect(self._delete)
        self._outline.move_wanted.connect(self._move)
        self._outline.rename_wanted.connect(lambda path: self._go_to(path, in_heading=True))
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow_focus)
        for keys, by, words in (("Ctrl+PgDown", 1, "下一条"), ("Ctrl+PgUp", -1, "上一条")):
            shortcut = QShortcut(
                QKeySequence(keys), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut
            )
            shortcut.setWhatsThis(words)
            shortcut.activated.connect(lambda by=by: self._step(by))

    @property
    def _section(self) -> Section:
        report = self._draft.report
        return with_titles_printed(report, section_of(report, self._key))

    def _store_title(self, text: str) -> None:
        report = with_section_title(self._draft.report, self._key, text)
        self._draft.change("修改部分标题", report, f"title:{self._key}")

    def _store_heading(self, path: Path, text: str) -> None:
        report = with_heading(with_item_begun(self._draft.report, self._key, path), self._key, path, text)
        words = f"修改标题{self._name(path, report)}"
        self._draft.change(words, without_blank_item(report, self._key, path), f"heading:{self._key}:{path}")

    def _store_body(self, path: Path, change: Splice, words: str) -> None:
        body = self._sheet.body(path)
        if body is not None:
            report = self._written(self._draft.report, path, paragraphs_of(body.tokens()))
            step = f"在{self._name(path, report)}{words}" if words in _PLAIN else words
            self._draft.change(step, report, self._runs.note(path, change, words))

    def _written(self, report: Report, path: Path, paragraphs: tuple[str, ...]) -> Report:
        written = with_paragraphs(with_item_begun(report, self._key, path), self._key, path, paragraphs)
        return without_blank_item(written, self._key, path)

    def _add(self, path: Path, title: str) -> None:
        self._change(f"添加条目{_quoted(title)}", with_new_item(self._draft.report, self._key, path, title))
        self._go_to(path, in_heading=not title)

    def _add_suggested(self, titles: tuple[str, ...]) -> None:
        report, before = self._draft.report, len(self._section.items)
        for count, title in enumerate(titles, start=before + 1):
            report = with_new_item(report, self._key, (count,), title)
        self._change("添加常见条目" if len(titles) > 1 else f"添加条目{_quoted(titles[0])}", report)
        self._go_to((before + 1,), in_heading=not titles[0])

    def _delete(self, path: Path) -> None:
        name = self._name(path)
        focus = QApplication.focusWidget()
        if focus is not None and self._sheet.isAncestorOf(focus):
            self._outline.take_focus()  # else Qt hands the caret on to the next item, to be typed over
        self._change(f"删除{name}", without_item(self._draft.report, self._key, path))
        siblings = len(part(self._section, path[:-1]).items)
        self._outline.choose((*path[:-1], min(path[-1], siblings)) if siblings else path[:-1])
        self._notice.setText(f"已删除{name}，Ctrl+Z 撤销")

    def _move(self, path: Path, target: Path) -> None:
        if path == target:
            return
        verb = "移动"
        if path[:-1] == target[:-1] and abs(path[-1] - target[-1]) == 1:
            verb = "上移" if target < path else "下移"
        self._change(
            f"{verb}{self._name(path)}", with_item_moved(self._draft.report, self._key, path, target)
        )
        self._outline.choose(target)
        self._sheet.scroll_to(target)

    def _confirm(self, path: Path) -> None:
        self._sheet.forget_change()  # the clerk stays where he is reading
        self._draft.change(f"核对{self._name(path)}", confirmed(self._draft.report, self._key, path))

    def _show_last_year(self) -> None:
        """Beside the window, at the item the clerk is in."""
        for earlier in self.findChildren(LastYearDialog):
            earlier.close()
        path = self._outline.path
        dialog = LastYearDialog(self._draft.report, self._key, self)
        dialog.show()
        dialog.show_item(part(self._section, path).title if path else "")

    def _step(self, by: int) -> None:
        """To the text of the next or the previous item."""
        places = [(), *(card.path for card in self._sheet.cards)]
        here = next((card.path for card in self._sheet.cards if card.has_focus()), ())
        path = places[min(max(places.index(here) + by, 0), len(places) - 1)]
        body = self._sheet.body(path)
        if body is not None:
            self._enter(path, body)

    def _change(self, words: str, report: Report) -> None:
        self._runs.end()
        self._draft.change(words, report)

    def _go_to(self, path: Path, in_heading: bool) -> None:
        card = self._sheet.card(path)
        if card is None:
            return
        self._outline.choose(path)
        self._enter(path, card.heading if in_heading else card.body)
        if in_heading:
            card.heading.selectAll()

    def _enter(self, path: Path, field: QWidget) -> None:
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        self._sheet.scroll_to(path)

    def _name(self, path: Path, report: Report | None = None) -> str:
        """“（三）推进…”, as undo calls an item; one that is not in the report any more has no name of its own."""
        if not path:
            return "“本部分开头”"
        section = section_of(report, self._key) if report else self._section
        numbers = dict(zip(paths(section), (number for _, _, number in numbered(section)), strict=True))
        return _quoted(f"{numbers[path]}{part(section, path).title}") if path in numbers else "条目"

    def _refresh(self, keys: frozenset[str]) -> None:
        """Show what differs."""
        section = self._section
        self._notice.clear()
        if any(key.startswith("figure.") or key == "own_indicators" for key in keys):
            self._sheet.refresh_links(self._draft.report)
        if section != self._shown:
            self._show_section()
            if self.isVisible():
                self._sheet.show_change()
        self._show_number()
        self._counting.start()

    def _show_section(self) -> None:
        report, section = self._draft.report, self._section
        self._shown = section
        self._head.show_section(section)
        self._head.offer_last_year(has_last_year(report, self._key))
        self._show_number()
        self._sheet.show_section(section, report)
        rows = [
            Row(path, number, item.title, item.is_carried)
            for path, (item, _, number) in zip(paths(section), numbered(section), strict=True)
        ]
        there = {row.title for row in rows}
        self._outline.show_rows(rows, tuple(one for one in self._declared.suggested if one not in there))

    def _show_number(self) -> None:
        printed = [section.key for section in self._draft.report.sections if section.title]
        count = printed.index(self._key) + 1 if self._key in printed else 0
        self._head.show_number(heading_number(1, count) if count else "")

    def _show_count(self) -> None:
        """A tab nobody sees counts when it is shown."""
        if self.isVisible():
            self._count.setText(f"本部分 {section_length(self._draft.report, self._section):,} 字")

    def _describe(self, link: Link) -> str:
        return described(self._draft.report, link)

    def _follow_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        self._sheet.follow_focus(now if now is not None and self.isAncestorOf(now) else None)

    def _lay_out(self) -> None:
        splitter = QSplitter(Qt.Orientation.Horizontal)
        look.named(splitter, f"section_splitter:{self._key}", "条目与正文")
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self._outline)
        splitter.addWidget(self._sheet)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([_OUTLINE_WIDTH, 4 * _OUTLINE_WIDTH])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(4 * look.SPACE,) * 2, *(2 * look.SPACE,) * 2)
        layout.setSpacing(2 * look.SPACE)
        layout.addWidget(self._head)
        layout.addWidget(splitter, 1)
        foot = QHBoxLayout()
        foot.addWidget(self._notice, 1)
        foot.addWidget(self._count)
        layout.addLayout(foot)


def _quoted(text: str) -> str:
    short = text if len(text) <= _LONGEST_WORDS else f"{text[:_LONGEST_WORDS]}…"
    return f"“{short}”" if text else ""
