"""A section as one scrolling page: its own paragraphs, then a card for every item, all there at once."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QScrollArea, QVBoxLayout, QWidget

from models.compose import numbered
from models.editing import Path, level_of, paths
from models.linked_text import Link, links
from models.report import Item, Report, Section
from ui import look
from ui.carried_mark import CarriedMark
from ui.edit_menu import StepWords
from ui.growing_text import GrowingText
from ui.item_card import SIDE_MARGIN, ItemCard, show_paragraphs
from ui.linked_text_edit import LinkedTextEdit
from ui.paper import Paper, asks_for_zoom, nearest
from ui.section_hint import SectionHint

_MARGIN = 8 * look.SPACE
_VIEW_MARGIN = 6
_ENOUGH_TO_SEE = 160
_SCROLLS = "这里放不下一整行，可以左右滚动；每行仍是28个字，与印出来的一样。"
_ABOVE = 2
"""What stands above the cards: the mark of what is carried, and the opening words."""


Write = Callable[[Report, Path, tuple[str, ...]], Report]


class SectionSheet(QScrollArea):
    """Signals: `heading_edited(path, str)`; `body_edited(path, Splice, str)` with words for undo;
    `items_wanted(tuple[str, ...])` from the hint of an empty section; `entered(path)` the clerk is in another item;
    `confirmed(path)` a carried text holds still; `undo_wanted()`, `redo_wanted()`, `figure_wanted(str)` from a text's
    context menu."""

    heading_edited = Signal(object, str)
    body_edited = Signal(object, object, str)
    items_wanted = Signal(object)
    entered = Signal(object)
    confirmed = Signal(object)
    undo_wanted = Signal()
    redo_wanted = Signal()
    figure_wanted = Signal(str)

    def __init__(
        self,
        key: str,
        suggestions: tuple[str, ...],
        describe: Callable[[Link], str],
        steps: StepWords,
        write: Write,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        look.named(self, f"sheet:{key}", "本部分的纸面")
        self._key = key
        self._describe, self._steps, self._write = describe, steps, write
        self._cards: list[ItemCard] = []
        self._changed: QWidget | None = None
        self._written_in: QWidget | None = None
        self.item_entries: Callable[[QMenu], None] = lambda _menu: None
        self.opening = self._editor(lambda: ())
        self.opening.setPlaceholderText("本部分开头的话，没有就空着")
        look.named(self.opening, f"body:{key}:0", "本部分开头的话")
        self._mark = CarriedMark()
        self._mark.address(f"{key}:0", "本部分标题和开头的话")
        self._mark.confirmed.connect(lambda: self.confirmed.emit(()))
        self._hint = SectionHint(key, suggestions)
        self._hint.wanted.connect(self.items_wanted)
        self._lay_out()

    @property
    def cards(self) -> tuple[ItemCard, ...]:
        """The cards in printing order."""
        return tuple(self._cards)

    def show_section(self, section: Section, report: Report) -> None:
        """Show a section where it differs from what stands here: carets and scroll stay where they are.

        Where there are no items yet, a blank card stands ready; it becomes an item when something is written in it.
        A section that has a text but no items is not divided: the card stays out of sight.
        """
        is_blank = not section.items
        self._hint.fit(section)
        self._mark.setVisible(section.is_carried)
        section = replace(section, items=section.items or (Item(),))
        self._match_cards([item for item, _, _ in numbered(section)], list(paths(section)), report)
        for card, path, (item, _, number) in zip(self._cards, paths(section), numbered(section), strict=True):
            card.address(self._key, path, number, level_of(section, path))
            card.number.setDisabled(is_blank)
            card.setHidden(is_blank and bool(section.paragraphs))
            if card.item is not item:
                self._refresh_links(card.body, item.paragraphs, report)
                if card.show_item(item):
                    self._changed = card.body
        self._refresh_links(self.opening, section.paragraphs, report)
        if show_paragraphs(self.opening, section.paragraphs):
            self._changed = self.opening

    def refresh_links(self, report: Report) -> None:
        """Show the figures as they are now."""
        for editor in (self.opening, *(card.body for card in self._cards)):
            self._refresh_links(editor, (), report)

    def show_change(self) -> None:
        """Scroll to what was changed from elsewhere, undo included: a change nobody sees is no help."""
        changed, self._changed = self._changed, None
        if changed is not None:
            self._later(changed, self._place_of_interest)

    def forget_change(self) -> None:
        """What was shown just now is no news."""
        self._changed = None

    def body(self, path: Path) -> LinkedTextEdit | None:
        """The editor of an item's paragraphs, of the section's own for ()."""
        card = self.card(path)
        return card.body if card else None if path else self.opening

    def card(self, path: Path) -> ItemCard | None:
        """The card of an item."""
        return next((card for card in self._cards if card.path == path), None)

    def scroll_to(self, path: Path) -> None:
        """Bring an item's heading to the upper part of the view."""
        card = self.card(path)
        self._later(card or self.opening, _upper_part)

    def scroll_to_caret(self, editor: LinkedTextEdit) -> None:
        """Keep the caret in view while the text grows."""
        if editor.hasFocus():
            self._later(editor, lambda _editor: editor.caret_rectangle())

    def follow_focus(self, widget: QWidget | None) -> None:
        """Tell which item the clerk is in."""
        if isinstance(widget, LinkedTextEdit):
            self._written_in = widget
        for card in self._cards:
            card.update()
            if widget is not None and card.isAncestorOf(widget):
                self.entered.emit(card.path)
        if widget is self.opening:
            self.entered.emit(())

    def was_in(self, editor: LinkedTextEdit) -> bool:
        """Whether this is the text the keyboard was in last: only there a caret says where the clerk writes."""
        return editor is self._written_in

    def fit_paper(self) -> None:
        """Make the paper as wide as its 28 characters are now."""
        self._paper.setFixedWidth(self.opening.paper_width() + 2 * (_MARGIN + SIDE_MARGIN))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_narrow = self.viewport().width() < self._paper.width()
        self._paper.setToolTip(_SCROLLS if is_narrow else "")

    def wanted_width(self) -> int:
        """How wide it has to be for a line on the screen to be a line on paper."""
        return self._paper.width() + 4 * look.SPACE + self.verticalScrollBar().sizeHint().width()

    def _match_cards(self, items: list[Item], at: list[Path], report: Report) -> None:
        """Every item keeps its card, wherever it has moved to; only new items get new ones.

        An item that did not change is the same object before and after; one that did is known by its path.
        """
        known = {id(card.item): card for card in self._cards}
        found = [known.pop(id(item), None) for item in items]
        left = {card.path: card for card in known.values()}
        cards = [
            card or left.pop(path, None) or self._card(item, report)
            for card, path, item in zip(found, at, items, strict=True)
        ]
        for card in left.values():
            if self._changed in (card, card.body):
                self._changed = None
            self._column.removeWidget(card)
            card.retire()
        if cards != self._cards:
            for place, card in enumerate(cards):
                self._column.insertWidget(_ABOVE + place, card)
                card.show()
            self._cards = cards
            self._chain_focus()

    def _card(self, item: Item, report: Report) -> ItemCard:
        body = self._editor(lambda: card.path)
        self._refresh_links(body, item.paragraphs, report)
        card = ItemCard(item, body)
        card.heading_edited.connect(lambda text: self.heading_edited.emit(card.path, text))
        card.confirmed.connect(lambda: self.confirmed.emit(card.path))
        card.heading.undo_wanted.connect(self.undo_wanted)
        card.heading.redo_wanted.connect(self.redo_wanted)
        card.heading.more_entries = self._fill_menu
        self._changed = card
        return card

    def _fill_menu(self, menu: QMenu) -> None:
        self.item_entries(menu)

    def _editor(self, path: Callable[[], Path]) -> LinkedTextEdit:
        editor = LinkedTextEdit(describe=self._describe, steps=self._steps)
        editor.write = lambda report, paragraphs: self._write(report, path(), paragraphs)
        editor.edited.connect(lambda change, words: self.body_edited.emit(path(), change, words))
        editor.cursorPositionChanged.connect(lambda: self.scroll_to_caret(editor))
        editor.undo_wanted.connect(self.undo_wanted)
        editor.redo_wanted.connect(self.redo_wanted)
        editor.figure_wanted.connect(self.figure_wanted)
        return editor

    def _refresh_links(self, editor: LinkedTextEdit, paragraphs: Iterable[str], report: Report) -> None:
        shown = {link for text in (*paragraphs, editor.tokens()) for link in links(text)}
        editor.refresh({link.target: report.show(link) for link in shown})

    def _place_of_interest(self, widget: QWidget) -> QRect:
        if isinstance(widget, LinkedTextEdit) and widget.hasFocus():
            return widget.caret_rectangle()
        return _upper_part(widget)

    def _bring_into_view(self, widget: QWidget, place: QRect) -> None:
        self._settle_heights()
        top = widget.mapTo(self.widget(), QPoint(0, place.top())).y()
        bottom = top + place.height()
        bar, height = self.verticalScrollBar(), self.viewport().height()
        if top - _VIEW_MARGIN < bar.value():
            bar.setValue(top - _VIEW_MARGIN)
        elif bottom + _VIEW_MARGIN > bar.value() + height:
            bar.setValue(min(bottom + _VIEW_MARGIN - height, top - _VIEW_MARGIN))

    def _settle_heights(self) -> None:
        """Texts may have grown just now: lay out from the cards outwards, so that places are where they will be."""
        desk = self.widget()
        for part_of_page in (*self._cards, self._column.parentWidget(), desk):
            part_of_page.layout().activate()
        QCoreApplication.sendEvent(self, QEvent(QEvent.Type.LayoutRequest))

    def _later(self, widget: QWidget, place: Callable[[QWidget], QRect]) -> None:
        """Scroll to a place within a widget, once whatever changed has been shown."""
        QTimer.singleShot(0, widget, lambda: self._bring_into_view(widget, place(widget)))

    def _chain_focus(self) -> None:
        """The Tab key goes through headings and texts as they are printed."""
        before: QWidget = self.opening
        for card in self._cards:
            self.setTabOrder(before, card.heading)
            self.setTabOrder(card.heading, card.body)
            self.setTabOrder(card.body, card.mark.button)
            before = card.mark.button

    def _take_caret(self, point: QPoint) -> None:
        texts: list[GrowingText] = [self.opening, *(card.body for card in self._cards)]
        nearest(texts, self._column.parentWidget(), point).take_caret()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if asks_for_zoom(event):
            event.ignore()  # the report's page shows all papers larger
        else:
            super().wheelEvent(event)

    def _lay_out(self) -> None:
        paper = Paper()
        paper.pressed.connect(self._take_caret)
        self._column = QVBoxLayout(paper)
        self._column.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, 2 * _MARGIN)
        self._column.setSpacing(2 * look.SPACE)
        for widget in (self._mark, self.opening, self._hint):
            row = QHBoxLayout()
            row.setContentsMargins(SIDE_MARGIN, 0, SIDE_MARGIN, 0)
            row.addWidget(widget)
            self._column.addLayout(row)
        self._column.addStretch(1)
        self._paper = paper
        self.fit_paper()
        self.opening.measure_changed.connect(self.fit_paper)
        desk = QWidget()
        row = QHBoxLayout(desk)
        row.setContentsMargins(2 * look.SPACE, 0, 2 * look.SPACE, 0)
        row.addStretch(1)
        row.addWidget(paper, 1000)
        row.addStretch(1)
        self.setWidget(desk)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)


def _upper_part(widget: QWidget) -> QRect:
    """As much of a tall widget as must be seen to know it."""
    return QRect(0, 0, 1, min(widget.height(), _ENOUGH_TO_SEE))
