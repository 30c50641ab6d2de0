"""A section of the report: its title, its outline, and its text as one page."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from models.atoms import Splice
from models.compose import numbered
from models.editing import (
    Path,
    followed,
    is_blank,
    paragraphs_of,
    paths,
    with_item_begun,
    with_paragraphs,
    with_section_title,
    without_blank_item,
)
from models.link_words import described
from models.linked_text import Link
from models.numbering import heading_number
from models.report import Report, Section
from models.taking_over import Caret
from models.template import SectionTemplate
from ui import look
from ui.draft import Draft
from ui.item_outline import ItemOutline
from ui.item_tree import Row
from ui.outline_room import OutlineRoom
from ui.section_head import SectionHead
from ui.section_items import SectionItems
from ui.section_moves import SectionMoves
from ui.section_sheet import SectionSheet
from ui.typing_runs import TypingRuns

_PLAIN = ("输入", "删除", "粘贴")
_AT_ONCE = 4
"""Items: an editor takes some six milliseconds."""


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
        self._filled = 0
        self._wrong: frozenset[Path] = frozenset()
        self._runs = TypingRuns(self._key)
        self._moves = SectionMoves(draft, self._key, self._runs)
        self._head = SectionHead(self._section)
        self._notice = look.quiet_label("")
        look.named(self._notice, f"section_notice:{self._key}", "提示")
        self._outline = ItemOutline(self._key)
        self._sheet = SectionSheet(
            self._key,
            section.suggested,
            self._describe,
            lambda: (draft.undo_words, draft.redo_words),
            self._written,
        )
        self._items = SectionItems(self, self._moves, self._outline, self._sheet)
        self._room = OutlineRoom(self._key, self._outline, self._sheet, self._items.fill_menu)
        self._lay_out()
        self._wire()

    def fill(self) -> bool:
        """Show some more items of the section; whether there are any left. When all are there, the tab follows it."""
        section = self._section
        self._filled += _AT_ONCE
        if self._filled < len(section.items):
            begun = replace(section, items=section.items[: self._filled])
            self._sheet.show_section(begun, self._draft.report)
            return True
        self._show_section()
        self._sheet.forget_change()
        self._draft.changed.connect(self._refresh)
        return False

    @property
    def path(self) -> Path:
        """The item the clerk is in, () for none."""
        return self._outline.path

    def reveal(self, item: int | Path | None = None, quote: str = "") -> None:
        """Bring an item into view, by number or path, and put the keyboard there; a quote in text or heading is marked.

        Without an item: what was changed last from elsewhere.
        """
        if item is None:
            self._sheet.show_change()
            return
        path = (item,) if isinstance(item, int) else item
        body, heading = self._sheet.body(path), self._heading(path)
        if body is None:
            return
        found = body.document().find(quote)
        if found.isNull() and heading is not None and _is_part(quote, heading.text()):
            self._items.enter(path, heading)
            heading.setSelection(heading.text().index(quote), len(quote))
            return
        self._items.enter(path, body)
        if not found.isNull():
            body.setTextCursor(found)

    def caret(self, path: Path) -> Caret:
        """Where a sentence goes that is put into an item: where the clerk wrote last, else to the item's end."""
        return self._items.caret(path)

    def add_item(self, title: str) -> None:
        """Put an item with this heading behind all others."""
        self._items.add_last((title,))

    def mark_wrong(self, wrong: frozenset[Path]) -> None:
        """Show which items have errors."""
        if wrong != self._wrong:
            self._wrong = wrong
            self._show_rows()

    def _heading(self, path: Path) -> QLineEdit | None:
        """The line in which an item's heading is written, the section's title for ()."""
        card = self._sheet.card(path)
        return card.heading if card else None if path else self._head.title

    def _wire(self) -> None:
        self._head.title_edited.connect(self._store_title)
        self._sheet.heading_edited.connect(self._moves.write_heading)
        self._sheet.body_edited.connect(self._store_body)
        self._sheet.undo_wanted.connect(self._draft.undo)
        self._sheet.redo_wanted.connect(self._draft.redo)
        self._sheet.figure_wanted.connect(self.figure_wanted)
        self._items.entered.connect(self.entered)
        self._items.chosen.connect(self._room.show_choice)
        self._items.told.connect(self._notice.setText)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow_focus)

    @property
    def _section(self) -> Section:
        return self._moves.section

    def _store_title(self, text: str) -> None:
        report = with_section_title(self._draft.report, self._key, text)
        self._draft.change("修改部分标题", report, f"title:{self._key}")

    def _store_body(self, path: Path, change: Splice, words: str) -> None:
        body = self._sheet.body(path)
        if body is not None:
            report = self._written(self._draft.report, path, paragraphs_of(body.tokens()))
            step = f"在{self._moves.name(path, report)}{words}" if words in _PLAIN else words
            self._draft.change(step, report, self._runs.note(path, change, words))

    def _written(self, report: Report, path: Path, paragraphs: tuple[str, ...]) -> Report:
        written = with_paragraphs(with_item_begun(report, self._key, path), self._key, path, paragraphs)
        return without_blank_item(written, self._key, path)

    def _refresh(self, keys: frozenset[str]) -> None:
        """Show what differs."""
        section = self._section
        self._notice.clear()
        if any(key.startswith("figure.") or key == "own_indicators" for key in keys):
            self._sheet.refresh_links(self._draft.report)
        if section != self._shown:
            path = followed(self._shown or section, section, self._outline.path)
            self._show_section()
            self._outline.choose(path)
            if self.isVisible():
                self._sheet.show_change()
        self._show_number()

    def _show_section(self) -> None:
        self._shown = self._section
        self._head.show_section(self._shown)
        self._show_number()
        self._sheet.show_section(self._shown, self._draft.report)
        self._show_rows()

    def _show_rows(self) -> None:
        section = self._section
        rows = [
            Row(path, number, item.title, item.is_carried, is_blank(item), path in self._wrong)
            for path, (item, _, number) in zip(paths(section), numbered(section), strict=True)
        ]
        there = {row.title for row in rows}
        self._outline.show_rows(rows, tuple(one for one in self._declared.suggested if one not in there))
        self._room.show_choice()

    def _show_number(self) -> None:
        printed = [section.key for section in self._draft.report.sections if section.title]
        count = printed.index(self._key) + 1 if self._key in printed else 0
        self._head.show_number(heading_number(1, count) if count else "")

    def _describe(self, link: Link) -> str:
        return described(self._draft.report, link)

    def _follow_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        self._sheet.follow_focus(now if now is not None and self.isAncestorOf(now) else None)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(4 * look.SPACE,) * 2, *(2 * look.SPACE,) * 2)
        layout.setSpacing(2 * look.SPACE)
        layout.addWidget(self._head)
        layout.addWidget(self._room, 1)
        layout.addWidget(self._notice)


def _is_part(quote: str, heading: str) -> bool:
    """Whether words of a heading are meant; who quotes all of it means what stands below."""
    return bool(quote) and quote in heading and quote != heading
