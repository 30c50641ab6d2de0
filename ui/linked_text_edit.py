"""The editor for texts with linked figures: a link is one unit for caret and keys and always shows its number."""

from collections.abc import Callable, Iterable, Mapping

from PySide6.QtCore import QEvent, QMimeData, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QGuiApplication,
    QHelpEvent,
    QInputMethodEvent,
    QKeyEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QToolTip, QWidget

from models.atoms import Splice, difference, units, visible
from models.linked_text import Link
from models.report import Report
from models.selected_amount import Selected, selected_amount
from ui import linked_clipboard
from ui.copied_files import are_refused
from ui.edit_menu import StepWords, edit_menu, no_steps
from ui.growing_text import GrowingText, reach_of_deletion
from ui.link_menu import Offers, add_link_entries, no_offers
from ui.link_tint import LinkTint
from ui.linked_document import Anchor, LinkedDocument

Write = Callable[[Report, tuple[str, ...]], Report]
"""Gives a report with other paragraphs in the place a text stands for."""


class LinkedTextEdit(GrowingText):
    """Plain paragraphs with links.

    Signals: `edited(Splice, str)` with words for the undo menu, when the text already shows the change;
    `undo_wanted()`, `redo_wanted()`, `link_wanted()` from the context menu; `figure_wanted(str)`: the clerk asks
    for the figure with this target. `write` is how a report gets other paragraphs in this text's place; `offers` what
    the context menu offers for a typed number.
    """

    edited = Signal(object, str)
    undo_wanted = Signal()
    redo_wanted = Signal()
    link_wanted = Signal()
    figure_wanted = Signal(str)

    def __init__(
        self,
        values: Mapping[str, str] | None = None,
        parent: QWidget | None = None,
        *,
        describe: Callable[[Link], str] | None = None,
        steps: StepWords = no_steps,
    ) -> None:
        super().__init__(parent)
        self._linked = LinkedDocument(self.document(), values or {})
        self._describe = describe or self._linked.value
        self.step_words = steps
        self.write: Write | None = None
        self.offers: Offers = no_offers
        self._atoms = ""
        self._is_quiet = False  # our own changes of the document are no edits
        self._is_noticing = False  # Qt is in the middle of an edit
        self._is_waiting = False  # numbers are to be written anew once the input method is done
        self._preedit = ""
        self._last_place = 0  # tells from which side the caret comes when it lands inside a link
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(0)
        self._settling.timeout.connect(self._settle)
        self.setMouseTracking(True)
        self._tint = LinkTint(self._linked, self.palette())
        self.document().contentsChange.connect(self._notice_change)
        self.cursorPositionChanged.connect(self._snap)
        self.selectionChanged.connect(self._snap)  # the anchor alone may move

    def load(self, tokens: str) -> None:
        """Show another stored text; says nothing."""
        self._quietly(lambda: self._show(self._linked.parse(tokens)))
        self._atoms = self._linked.read()

    def setPlainText(self, text: str) -> None:
        """Replace everything by an ordinary text, as one edit: Qt itself would report two."""
        self._quietly(lambda: self._show(units(visible(text))))
        self._report()

    def tokens(self) -> str:
        """The text as stored."""
        return self._linked.stored(self._atoms)

    def surface(self) -> str:
        """The text as printed; its length is the number of characters."""
        return self._linked.surface(self._atoms)

    def refresh(self, values: Mapping[str, str]) -> None:
        """Show these numbers, by link target. No edit: caret, selection, scroll and composition stay."""
        changed = {target for target, value in values.items() if self._linked.values.get(target) != value}
        self._linked.values.update(values)
        self._rewrite(self._linked.showing(changed))

    def adopt(self, tokens: str) -> bool:
        """Turn the text into this one by the smallest change; says nothing. Whether anything changed."""
        change = difference(self._atoms, self._linked.parse(tokens))
        if change:
            self.splice(change)
        return change is not None

    def splice(self, change: Splice) -> None:
        """Apply a step of undo or redo; says nothing. The caret follows if the clerk is in this text."""
        if self.is_composing():
            QGuiApplication.inputMethod().reset()
            self.inputMethodEvent(QInputMethodEvent())
        end = self._linked.surface_position(change.at + len(change.removed))
        cursor = self._linked.select(self._linked.surface_position(change.at), end)
        self._quietly(lambda: self._insert(cursor, change.inserted))
        self._atoms = self._linked.read()
        if self.hasFocus():
            self.put_caret(self._linked.surface_position(change.at + len(change.inserted)))

    def put_link(self, start: int, end: int, link: Link, shown: str) -> None:
        """Put a link that shows these words in place of a part of the surface."""
        self._linked.values[link.target] = shown
        place = self._linked.widened(self._linked.select(start, end))
        self._edit(place, self._linked.parse(link.token), f"插入数字“{shown}”")

    def has_links_between(self, start: int, end: int) -> bool:
        """Whether a link reaches into a part of the surface."""
        return bool(self._linked.spans_between(start, end))

    def selected_number(self) -> Selected | None:
        """The number the clerk selected, None where anything else is selected or nothing."""
        cursor = self.textCursor()
        return selected_amount(cursor.selectedText(), self.document().characterAt(cursor.selectionEnd()))

    def with_link(self, target: str, shown: str = "") -> tuple[str, int]:
        """The stored text with a link in place of the number selected, or of the words it will show, else at the
        caret; the atom behind it."""
        cursor, number = self.textCursor(), self.selected_number()
        start = end = cursor.selectionEnd()
        if number:
            start, end = cursor.selectionStart() + number.start, cursor.selectionStart() + number.end
        elif shown and cursor.selectedText() == shown:
            start = cursor.selectionStart()
        place = self._linked.widened(self._linked.select(start, end))
        first, last = map(self._linked.atom_position, (place.selectionStart(), place.selectionEnd()))
        link = self._linked.parse(Link(target).token)
        return self._linked.stored(self._atoms[:first] + link + self._atoms[last:]), first + 1

    def put_caret_behind(self, atom: int) -> None:
        """Let the clerk go on behind an atom."""
        self.put_caret(self._linked.surface_position(min(atom, len(self._atoms))))

    def linked_at(self, position: int) -> str | None:
        """The target of the link that covers the character behind this surface position."""
        anchor = self._linked.anchor_at(position)
        return anchor.link.target if anchor else None

    def unlink(self, position: int) -> None:
        """Turn the link at a surface position into ordinary digits."""
        anchor = self._linked.anchor_at(position)
        if anchor:
            value = self._linked.value(anchor.link)
            self._edit(self._linked.select(*anchor.span), units(value), f"取消链接“{value}”")

    def replace_all(self, find: str, by: str) -> tuple[int, int]:
        """How many were replaced, and how many left alone because part of a linked number."""
        counts: list[tuple[int, int]] = []
        self._quietly(lambda: counts.append(self._linked.replace_all(find, by)))
        self._report(f"替换“{find}”")
        return counts[0]

    def is_composing(self) -> bool:
        """Whether the input method is in the middle of a word."""
        return bool(self._preedit)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            anchor = self._linked.anchor_at(self.position_under(event.pos()))
            QToolTip.showText(event.globalPos(), self._describe(anchor.link) if anchor else "", self)
            return True
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._tint.wear(self.palette())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        reach = reach_of_deletion(event)
        if reach is None or self.isReadOnly():
            super().keyPressEvent(event)
            return
        cursor = self.textCursor()
        if not cursor.hasSelection():
            cursor.movePosition(reach, QTextCursor.MoveMode.KeepAnchor)
        self._linked.widened(cursor).removeSelectedText()
        event.accept()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        if event.replacementLength():  # the input method deletes text around the caret: whole links only
            start = self.textCursor().position() + event.replacementStart()
            hidden = self._linked.select(start, start + event.replacementLength())
            self._edit(self._linked.widened(hidden), "", "删除")
            event.setCommitString(event.commitString())
        self._preedit = event.preeditString()
        super().inputMethodEvent(event)
        if self._is_waiting and not self.is_composing():
            self._is_waiting = False
            self._rewrite(self._linked.damaged())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = edit_menu(self, self.step_words, self.undo_wanted.emit, self.redo_wanted.emit)
        add_link_entries(menu, self, self.position_under(event.pos()))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def createMimeDataFromSelection(self) -> QMimeData:
        cursor = self.textCursor()
        places = (cursor.selectionStart(), cursor.selectionEnd())
        start, end = (self._linked.atom_position(place) for place in places)
        atoms = self._atoms[start:end]
        made = super().createMimeDataFromSelection()
        return linked_clipboard.fill(made, self._linked.surface(atoms), self._linked.stored(atoms))

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return linked_clipboard.can_read(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        if are_refused(source, self):
            return
        atoms = linked_clipboard.read(source, self._linked)
        self._edit(self._linked.widened(self.textCursor()), atoms, "粘贴")
        self.ensureCursorVisible()

    def _show(self, atoms: str) -> None:
        self._linked.clear(self.paragraph_format())
        self._insert(QTextCursor(self.document()), atoms)

    def _insert(self, cursor: QTextCursor, atoms: str) -> None:
        self._tint.renew(*self._linked.insert(cursor, atoms))

    def _edit(self, cursor: QTextCursor, atoms: str, words: str) -> None:
        self._quietly(lambda: self._insert(cursor, atoms))
        self._report(words)

    def _quietly(self, action: Callable[[], object]) -> None:
        before, self._is_quiet = self._is_quiet, True
        try:
            action()
        finally:
            self._is_quiet = before

    def _notice_change(self) -> None:
        """Whatever changed the document, the text is compared as a whole: Qt's own numbers are coarse."""
        if not self._is_quiet:
            self._linked.drop_empty()
            self._is_noticing = True
            self._report()
            self._is_noticing = False
            self._settling.start()

    def _settle(self) -> None:
        """Mend what an edit by unknown ways may have left: a number cut or lengthened, a lost indent."""
        if not self.is_composing():
            self._quietly(self.format_paragraphs)
        self._rewrite(self._linked.damaged())

    def _report(self, words: str = "") -> None:
        before, self._atoms = self._atoms, self._linked.read()
        change = difference(before, self._atoms)
        if change:
            self.edited.emit(change, words or ("输入" if change.inserted else "删除"))

    def _rewrite(self, anchors: Iterable[Anchor]) -> None:
        """Write numbers anew; a composition under way would lose its place, so it is waited for."""
        anchors = list(anchors)
        if anchors and self.is_composing():
            self._is_waiting = True
        elif anchors and self._is_noticing:
            self._settling.start()
        elif anchors:
            self._quietly(lambda: self._linked.rewrite(anchors))

    def _snap(self) -> None:
        """The caret never rests inside a link and a selection never cuts one."""
        cursor = self.textCursor()
        anchor, place = cursor.anchor(), cursor.position()
        forward = place > (anchor if cursor.hasSelection() else self._last_place)
        anchor, place = self._linked.snapped(anchor, place, forward)
        if (anchor, place) != (cursor.anchor(), cursor.position()):
            cursor.setPosition(anchor if cursor.hasSelection() else place)
            cursor.setPosition(place, QTextCursor.MoveMode.KeepAnchor)
            self.setTextCursor(cursor)
        self._last_place = place
