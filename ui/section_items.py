"""The items of a section between outline, paper and draft: what a clerk does to one, and where he is afterwards."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from models.editing import Path
from models.taking_over import Caret
from ui import item_actions, look
from ui.item_actions import ItemActions
from ui.item_outline import ItemOutline
from ui.section_moves import SectionMoves
from ui.section_sheet import SectionSheet


class SectionItems(QObject):
    """Every move that outline, paper, keys and menus ask for.

    Signals: `entered(path)` the item the clerk is in; `chosen()` the outline marks another one; `told(str)`.
    """

    entered = Signal(object)
    chosen = Signal()
    told = Signal(str)

    def __init__(self, tab: QWidget, moves: SectionMoves, outline: ItemOutline, sheet: SectionSheet) -> None:
        super().__init__(tab)
        self._tab, self._moves, self._outline, self._sheet = tab, moves, outline, sheet
        self._actions = ItemActions(tab, outline.tree, self._deeds())
        self._wire()

    def caret(self, path: Path) -> Caret:
        """Where a sentence goes that is put into an item: where the clerk wrote last, else to the item's end."""
        body = self._sheet.body(path)
        if body is None:
            return Caret("", 0)
        lines = body.tokens()
        if not self._sheet.was_in(body):
            return Caret(lines, len(lines))
        return self._moves.caret(lines, body.textCursor().selectionEnd())

    def add_last(self, titles: tuple[str, ...]) -> None:
        """Put items behind all others and go to the first."""
        self._go_to(self._moves.add_last(titles), in_heading=not titles[0])

    def enter(self, path: Path, field: QWidget) -> None:
        """Put the keyboard into a field of an item, and the item into view."""
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        self._sheet.scroll_to(path)
        self._show(path)
        self.entered.emit(path)  # the field may have had the keyboard before, and says nothing then

    def fill_menu(self, menu: QMenu) -> None:
        """Put into a menu what can be done with the item that is marked."""
        self._actions.fit(self._moves.possible(self._outline.path))
        self._actions.fill(menu)
        menu.aboutToHide.connect(self._actions.free)

    def _wire(self) -> None:
        sheet, outline = self._sheet, self._outline
        sheet.items_wanted.connect(self.add_last)
        sheet.entered.connect(self._show)
        sheet.entered.connect(self.entered)
        sheet.confirmed.connect(self._confirm)
        sheet.item_entries = self.fill_menu
        outline.chosen.connect(self._choose)
        outline.add_wanted.connect(self._add)
        outline.move_wanted.connect(self._move)
        outline.delete_wanted.connect(self._delete)
        outline.renamed.connect(self._moves.rename)
        outline.entry_wanted.connect(lambda path: self._go_to(path, in_heading=True))
        outline.menu_wanted.connect(self._open_menu)
        for keys, by, words in (("Ctrl+PgDown", 1, "下一条"), ("Ctrl+PgUp", -1, "上一条")):
            within = Qt.ShortcutContext.WidgetWithChildrenShortcut
            shortcut = QShortcut(QKeySequence(keys), self._tab, context=within)
            shortcut.setWhatsThis(words)
            shortcut.activated.connect(lambda by=by: self._step(by))

    def _deeds(self) -> dict[str, Callable[[], object]]:
        """What the item actions do, by their names."""
        return {
            item_actions.RENAME: self._outline.rename,
            item_actions.BELOW: self._outline.add_below,
            item_actions.UP: lambda: self._outline.step(-1),
            item_actions.DOWN: lambda: self._outline.step(1),
            item_actions.RAISE: lambda: self._move_to(self._moves.raised(self._outline.path)),
            item_actions.LOWER: lambda: self._move_to(self._moves.lowered(self._outline.path)),
            item_actions.SPLIT: self._split,
            item_actions.MERGE: self._merge,
            item_actions.DELETE: lambda: self._delete(self._outline.path),
            item_actions.CONFIRM: lambda: self._confirm(self._outline.path),
        }

    def _add(self, path: Path, title: str) -> None:
        self._moves.add(path, title)
        self._go_to(path, in_heading=not title)

    def _delete(self, path: Path) -> None:
        if not self._moves.is_there(path):
            return
        name = self._moves.name(path)
        focus = QApplication.focusWidget()
        if focus is not None and self._sheet.isAncestorOf(focus):
            self._outline.take_focus()  # else Qt hands the caret on to the next item, to be typed over
        self._show(self._moves.delete(path))
        self.told.emit(f"已删除{name}，Ctrl+Z 撤销")

    def _move(self, path: Path, target: Path) -> None:
        if path != target:
            self._moves.move(path, target)
            self._show(target)
            self._sheet.scroll_to(target)

    def _move_to(self, target: Path | None) -> None:
        if target is not None and self._moves.is_there(self._outline.path):
            self._move(self._outline.path, target)

    def _split(self) -> None:
        path = self._outline.path
        if self._moves.is_there(path):
            self._go_to(self._moves.split(path, self.caret(path)), in_heading=True)

    def _merge(self) -> None:
        path = self._outline.path
        if self._moves.possible(path)[item_actions.MERGE]:
            self._moves.merge(path)
            self._go_to(path, in_heading=False)

    def _confirm(self, path: Path) -> None:
        self._sheet.forget_change()  # the clerk stays where he is reading
        self._moves.confirm(path)

    def _choose(self, path: Path) -> None:
        self._sheet.scroll_to(path)
        self.chosen.emit()
        self.entered.emit(path)

    def _show(self, path: Path) -> None:
        self._outline.choose(path)
        self.chosen.emit()

    def _open_menu(self, point: QPoint) -> None:
        menu = QMenu(self._tab)
        look.named(menu, f"{self._tab.objectName()}:item_menu", "这一条")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.fill_menu(menu)
        menu.popup(point)

    def _step(self, by: int) -> None:
        """To the text of the next or the previous item."""
        places = [(), *(card.path for card in self._sheet.cards)]
        here = next((card.path for card in self._sheet.cards if card.has_focus()), ())
        path = places[min(max(places.index(here) + by, 0), len(places) - 1)]
        body = self._sheet.body(path)
        if body is not None:
            self.enter(path, body)

    def _go_to(self, path: Path, in_heading: bool) -> None:
        card = self._sheet.card(path)
        if card is None:
            return
        self._show(path)
        self.enter(path, card.heading if in_heading else card.body)
        if in_heading:
            card.heading.selectAll()
