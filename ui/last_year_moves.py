"""Last year's words taken over into the report that is open: one undo step each, and what there is to say of it."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from models.errors import UserError
from models.report import Report
from models.sentence_comparison import LastSentence
from models.taking_over import (
    taken,
    with_last_item,
    with_last_text,
    with_sentence_at,
    with_sentence_replaced,
)
from ui import background, imports, messages
from ui.draft import Draft
from ui.file_choice import choose_files
from ui.last_year_face import LastYearFace
from ui.last_year_place import Here, text_key
from ui.settings import Settings
from ui.stored_draft import StoredDraft

if TYPE_CHECKING:
    from ui.report_tabs import ReportTabs

_TELLING = frozenset({"year", "letterhead.organs", "reference", "reference_year"})
"""Content keys by which last year's report is known."""


class LastYearMoves(QObject):
    """Finds last year's report for the face beside the text, and writes what is chosen there.

    Signals: `told(str)` what was done, for the status bar.
    """

    told = Signal(str)

    def __init__(
        self,
        draft: Draft,
        tabs: "ReportTabs",
        face: LastYearFace,
        stored: StoredDraft,
        settings: Settings,
        view: QWidget,
    ) -> None:
        super().__init__(view)
        self._draft, self._tabs, self._face = draft, tabs, face
        self._stored, self._settings, self._view = stored, settings, view
        self._last: Report | None = None
        self._is_looking = False
        draft.changed.connect(self._look_again)
        face.needed.connect(self.look)
        face.import_wanted.connect(self._choose_import)
        face.sentence_wanted.connect(self._put_sentence)
        face.text_wanted.connect(self._put_text)
        face.item_wanted.connect(self._put_item)

    def look(self) -> None:
        """Look for last year's report beside the window."""
        from actions.last_year import last_years_report

        if self._is_looking:
            return
        self._is_looking = True
        report, store = self._draft.report, self._stored.store
        background.run(lambda: last_years_report(report, store), self._show, self._say_trouble, self)

    def _look_again(self, keys: frozenset[str]) -> None:
        """Another year or office has another report before it."""
        if self._last is not None and keys & _TELLING:
            self.look()

    def _show(self, last: Report | None) -> None:
        self._is_looking = False
        self._last = last
        self._face.show_last(last)

    def _say_trouble(self, error: UserError) -> None:
        self._is_looking = False
        self._face.show_last(None)
        self.told.emit(f"没有找上年的报告：{error}")

    def _put_sentence(self, here: Here, one: LastSentence, replaces: bool) -> None:
        assert self._last is not None
        report, key = self._draft.report, text_key(here)
        words = taken(report, self._last, one.stored)
        if replaces and one.spot is not None:
            written = with_sentence_replaced(report, key, here.path, one.spot, words)
        else:
            written = with_sentence_at(report, key, here.path, self._tabs.caret(here.key, here.path), words)
        self._draft.change("用上年的一句", written)
        self.told.emit(_loose_words(words.loose))

    def _put_text(self, here: Here) -> None:
        if self._last is not None and here.there is not None:
            written = with_last_text(self._draft.report, self._last, text_key(here), here.path, here.there)
            self._draft.change("用上年文字", written)
            self.told.emit("已用上年文字，标为待更新；核对后点“已核对”。")

    def _put_item(self, key: str, there: tuple[int, ...]) -> None:
        if self._last is not None:
            self._draft.change("添加上年的条目", with_last_item(self._draft.report, self._last, key, there))
            section = self._draft.report.section(key)
            self._tabs.reveal(key, (len(section.items),) if section else ())

    def _choose_import(self) -> None:
        choose_files(self._view, self._settings, self._read)

    def _read(self, paths: list[Path]) -> None:
        self.told.emit("正在导入上年报告……")
        work = partial(imports.read_and_keep, paths, self._stored.store, self._settings.data_dir)
        background.run(work, self._say_kept, lambda error: messages.warn(self._view, str(error)), self)

    def _say_kept(self, kept: tuple[list[imports.Read], list[str]]) -> None:
        found, _ids = kept
        words, details = imports.told(found)
        wanted = self._draft.report.year - 1
        years = {one.report.year for one in found if one.report}
        if years and wanted not in years:
            words += f"其中没有{wanted}年度的，“上年”里还是看不到；请检查文件的年度。"
        (messages.tell if years else messages.warn)(self._view, words, details)
        self.look()


def _loose_words(loose: int) -> str:
    if not loose:
        return "已用上年这一句，数字已换成今年的。"
    return f"已用上年这一句，其中 {loose} 个数字没有链接，标为待更新，请核对。"
