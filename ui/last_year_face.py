"""上年: what last year's report said in the place the clerk is in, sentence by sentence, to be taken over."""

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QStackedWidget, QVBoxLayout, QWidget

from models.compose import numbered
from models.editing import Path, paths
from models.last_year import matched_items, paragraphs_in
from models.linked_text import pieces
from models.report import ATTACHMENTS, Report
from models.sentence_comparison import LastSentence, Standing, compared_sentences
from ui import look
from ui.buttons import push_button
from ui.draft import Draft
from ui.last_year_place import Here, paragraphs_at, place_words, text_key
from ui.line_to_take import ADD, TAKE, Line, Tone, line
from ui.lines_to_take import LinesToTake
from ui.section_names import FIGURES, LETTERHEAD

_FOLLOW_AFTER_MS = 150
_NONE = (
    "没有找到上年的报告。导入上年报告（Word 或文本）后，这里逐句显示上年同一条写了什么，可以逐句拿过来用。"
)
_LOOKING = "正在找上年的报告……"
_FIGURES = "上年的数就在数据表的“上年”栏里，增减也在那里算好。"
_NOTHING = "上年的报告在这里没有文字。"
_ALL_TIP = "把上年这一条的文字全部拿过来，可以撤销"
_TAKE_TIP = "用这句"
_TONES = {Standing.SAME: Tone.QUIET, Standing.CHANGED: Tone.PLAIN, Standing.MISSING: Tone.MARKED}


class LastYearFace(QWidget):
    """Follows the clerk from item to item. `show_last` gives it last year's report once that is known.

    Signals: `sentence_wanted(Here, LastSentence, bool)` put it at the caret, or in place of this year's;
    `text_wanted(Here)` all paragraphs of the item; `item_wanted(str, path)` an item of last year that has none now;
    `needed()` it is on screen and knows of no report; `import_wanted()`.
    """

    sentence_wanted = Signal(object, object, bool)
    text_wanted = Signal(object)
    item_wanted = Signal(str, object)
    needed = Signal()
    import_wanted = Signal()

    def __init__(self, draft: Draft, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look.named(self, "last_year_face", "上年")
        self._draft = draft
        self._last: Report | None = None
        self._here = Here(LETTERHEAD)
        self._sentences: tuple[LastSentence, ...] = ()
        self._takes: list[LastSentence | Path | None] = []
        self._shown_place: tuple[str, Path] | None = None
        self._pages = QStackedWidget()
        self._places: dict[tuple[str, Path], int] = {}
        self._where = QLabel()
        look.enlarge(self._where, 1.0, bold=True)
        self._where.setWordWrap(True)
        self._note = look.quiet_label("")
        self._view = LinesToTake("last_year_text", "上年同一条的文字")
        self._view.taken.connect(self._take)
        self._view.tip_of = self._number_tip
        self._all = push_button("last_year_all", "全部用上年文字", self._take_all, _ALL_TIP)
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(_FOLLOW_AFTER_MS)
        self._late.timeout.connect(self._show_here)
        self._lay_out()
        draft.changed.connect(lambda _keys: self._late.start() if self.isVisible() else None)

    def show_last(self, last: Report | None) -> None:
        """Show this report of last year from now on, or say that there is none."""
        self._last = last
        self._missing_words.setText(_NONE)
        self._import.show()
        self._show_here()

    def follow(self, key: str, path: Path) -> None:
        """The clerk is in another place."""
        self._places[self._here.key, self._here.path] = self._view.place()
        self._here = Here(key, path)
        if self.isVisible():
            self._show_here()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._last is None:
            self.needed.emit()
        self._show_here()

    def _show_here(self) -> None:
        self._late.stop()
        last, here = self._last, self._here
        self._pages.setCurrentIndex(0 if last is None else 1)
        if last is None or not self.isVisible():
            return
        shown = (here.key, here.path)
        self._here = self._beside(last, here)
        lines = self._lines(last)
        is_same = self._shown_place == shown
        self._view.show_lines(lines, keeps_place=is_same)
        if not is_same:
            self._view.go_to(self._places.get(shown, 0))
        self._shown_place = shown
        self._where.setText(f"{last.year}年度　{place_words(last, self._here)}")
        self._note.setText(self._counts())
        self._all.setVisible(self._can_take_all())

    def _beside(self, last: Report, here: Here) -> Here:
        if here.key in (LETTERHEAD, FIGURES, ATTACHMENTS) or not here.path:
            return Here(here.key, here.path, ())
        found = matched_items(self._draft.report, last, here.key).pairs
        return Here(here.key, here.path, found.get(here.path))

    def _lines(self, last: Report) -> Sequence[Line]:
        here, report = self._here, self._draft.report
        self._sentences, self._takes = (), []
        if here.key == FIGURES:
            return self._said(_FIGURES)
        if here.key == ATTACHMENTS:
            return self._attachments(last)
        now = paragraphs_at(report, here)
        then = paragraphs_in(last, text_key(here), here.there) if here.there is not None else ()
        self._sentences = compared_sentences(last, then, report, now)
        self._takes = list(self._sentences)
        lines = [_sentence_line(one, is_alone=not any(now)) for one in self._sentences]
        if here.key != LETTERHEAD and not here.path:
            lines += self._left_out(last)
        return lines or self._said(self._nothing_words(last))

    def _nothing_words(self, last: Report) -> str:
        here = self._here
        if here.there is None:
            return "上年的报告没有这一条。"
        section = last.section(here.key)
        if here.path or section is None or not section.items:
            return _NOTHING
        return f"上年这一部分有 {len(section.items)} 条；光标到哪一条，这里就显示上年的哪一条。"

    def _left_out(self, last: Report) -> list[Line]:
        """Items of last year that this year has not."""
        section = last.section(self._here.key)
        left = matched_items(self._draft.report, last, self._here.key).left_out
        if section is None or not left:
            return []
        names = {
            path: f"{number}{last.printed(item.title)}"
            for path, (item, _, number) in zip(paths(section), numbered(section), strict=True)
        }
        self._takes += [None, *left]
        tip = "添加这一条，连同上年的文字"
        return [
            line("上年有、今年没有的条目", Tone.HEADING),
            *(line(names[one], sign=ADD, tip=tip) for one in left),
        ]

    def _attachments(self, last: Report) -> list[Line]:
        if not last.attachments:
            return self._said(_NOTHING)
        lines = []
        for one in last.attachments:
            lines.append(line(one.title, Tone.HEADING))
            lines += [line(last.printed(text)) for text in one.paragraphs]
        self._takes = [None] * len(lines)
        return lines

    def _said(self, words: str) -> list[Line]:
        self._takes = [None]
        return [line(words, Tone.QUIET)]

    def _counts(self) -> str:
        """How many sentences are said otherwise or not at all."""
        if not self._sentences:
            return ""
        changed, missing = (
            sum(one.standing is kind for one in self._sentences)
            for kind in (Standing.CHANGED, Standing.MISSING)
        )
        if self._can_take_all():
            return f"上年有 {len(self._sentences)} 句，今年还没有写"
        said = [f"改动 {changed} 句"] * bool(changed) + [f"今年没有 {missing} 句"] * bool(missing)
        return "，".join(said) or "今年说的一样"

    def _can_take_all(self) -> bool:
        is_empty = not any(text.strip() for text in paragraphs_at(self._draft.report, self._here))
        return is_empty and bool(self._sentences)

    def _take_all(self) -> None:
        self.text_wanted.emit(self._here)

    def _take(self, number: int) -> None:
        one = self._takes[number] if number < len(self._takes) else None
        if isinstance(one, tuple):
            self.item_wanted.emit(self._here.key, one)
        elif one is not None and one.standing is Standing.CHANGED:
            self._ask_where(number, one)
        elif one is not None:
            self.sentence_wanted.emit(self._here, one, False)

    def _ask_where(self, number: int, one: LastSentence) -> None:
        menu = QMenu(self)
        look.named(menu, "last_year_menu", _TAKE_TIP)
        for words, replaces in (("替换今年的这一句", True), ("插到光标处", False)):
            action = menu.addAction(words)
            action.triggered.connect(
                lambda _checked=False, replaces=replaces: self.sentence_wanted.emit(self._here, one, replaces)
            )
        menu.aboutToHide.connect(menu.deleteLater)
        menu.setActiveAction(menu.actions()[0])
        menu.popup(self._view.place_of(number))

    def _number_tip(self, number: int, at: int) -> str:
        """Last year's number with this year's beside it; else what this year's sentence says."""
        one = self._takes[number] if number < len(self._takes) else None
        if self._last is None or not isinstance(one, LastSentence):
            return ""
        for piece in pieces(one.stored, self._last.show):
            if piece.link and piece.at <= at <= piece.stop:
                known = self._draft.report.indicator(piece.link.figure)
                now = self._draft.report.show(piece.link)
                return f"{known.name}：上年 {piece.printed}，今年 {now}" if known else ""
        return f"今年：{one.spot.printed}" if one.spot and one.standing is Standing.CHANGED else ""

    def _lay_out(self) -> None:
        self._missing_words = look.quiet_label(_LOOKING)
        self._import = push_button("last_year_import", "导入上年报告……", self.import_wanted.emit)
        self._import.hide()
        missing = QWidget()
        column = QVBoxLayout(missing)
        column.addWidget(self._missing_words)
        button = QHBoxLayout()
        button.addWidget(self._import)
        button.addStretch(1)
        column.addLayout(button)
        column.addStretch(1)
        text = QWidget()
        inner = QVBoxLayout(text)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(look.SPACE)
        inner.addWidget(self._where)
        foot = QHBoxLayout()
        foot.addWidget(self._note, 1)
        foot.addWidget(self._all)
        inner.addLayout(foot)
        inner.addWidget(self._view, 1)
        self._pages.addWidget(missing)
        self._pages.addWidget(text)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._pages)


def _sentence_line(one: LastSentence, is_alone: bool) -> Line:
    """Where nothing is written yet, that a sentence is missing is no news."""
    if is_alone:
        return Line(one.runs, Tone.PLAIN, TAKE, _TAKE_TIP)
    note = "今年没有" if one.standing is Standing.MISSING else ""
    return Line(one.runs, _TONES[one.standing], TAKE, _TAKE_TIP, note)
