"""How long the report is, how many pages it has and on which the clerk is, for the status bar."""

from PySide6.QtCore import QObject, Signal

from actions.laying_out import LaidOut
from actions.paging import Paging, TextPage
from models.errors import UserError
from models.length import Lengths
from models.template import template
from ui.caret_place import CaretWatch, Spot
from ui.declared_settings import LONGEST
from ui.live_pages import LivePages
from ui.settings import Settings


class PageCounter(QObject):
    """Says where the caret is in the newest layout. Signals: `changed()`: `words` says something else now."""

    changed = Signal()

    def __init__(self, pages: LivePages, caret: CaretWatch, settings: Settings) -> None:
        super().__init__(pages)
        self.words = ""
        self._pages, self._caret, self._settings = pages, caret, settings
        self._page: TextPage | None = None
        pages.laid_out.connect(lambda _found: self._find())
        pages.failed.connect(self._give_up)
        caret.moved.connect(self._find)
        settings.changed.connect(self._follow)

    def _follow(self, key: str) -> None:
        """Another limit holds from now on."""
        if key == LONGEST.key:
            self._find()

    def _find(self) -> None:
        found, spot = self._pages.newest, self._caret.spot
        if found is not None:
            self._page = _page_of(found, spot, self._page)
            self._say(
                " · ".join(
                    (
                        length_words(found.lengths, spot, self._limit(found)),
                        paging_words(found.paging, self._page),
                    )
                )
            )

    def _give_up(self, _error: UserError) -> None:
        """Without pages the status bar says nothing of them; the preview says why."""
        self._say("")

    def _limit(self, found: LaidOut) -> int:
        """The most characters allowed: the office's own number before the template's; 0 for none."""
        own = self._settings.get(LONGEST)
        return int(own) if own.isdecimal() and int(own) else template(found.report.template).longest

    def _say(self, words: str) -> None:
        if words != self.words:
            self.words = words
            self.changed.emit()


def _page_of(found: LaidOut, spot: Spot | None, before: TextPage | None) -> TextPage | None:
    """The page of the text on which a spot is; the one before for words that were not on paper yet."""
    if spot is None:
        return None
    area = found.places.where(found.places.printed(spot.place), spot.offset)
    number = area.page if area else before.number if before else 0
    return found.paging.text[number - 1] if 1 <= number <= len(found.paging.text) else None


def length_words(lengths: Lengths, spot: Spot | None, limit: int = 0) -> str:
    """本条 442 字 · 本部分 2,953 · 全文 4,051 / 5,000: from where the clerk is outwards."""
    parts = []
    if spot and (item := lengths.items.get((spot.place.section, spot.place.item))) is not None:
        parts.append(f"本条 {item:,} 字")
    if spot and (section := lengths.sections.get(spot.place.section)) is not None:
        parts.append(f"本部分 {section:,}")
    whole = f"全文 {lengths.whole:,}"
    if limit:
        whole += f" / {limit:,}" + (f"，超 {lengths.whole - limit:,}" if lengths.whole > limit else "")
    return " · ".join((*parts, whole if parts and parts[0].endswith("字") else f"{whole} 字"))


def paging_words(paging: Paging, here: TextPage | None) -> str:
    """第 3 页，共 8 页，末页 15 行 …: the pages of the text, and how many there are with attachments and imprint."""
    last = paging.text[-1]
    if here is None:
        words = f"{len(paging.text)} 页，末页 {last.lines} 行"
    elif here.lines_left:
        words = f"第 {here.number} 页，共 {len(paging.text)} 页，本页余 {here.lines_left} 行"
    else:
        words = f"第 {here.number} 页，共 {len(paging.text)} 页，末页 {last.lines} 行"
    return words if paging.pages == len(paging.text) else f"{words}（连附件、版记 {paging.pages} 页）"
