"""Links the numbers in a report's texts to its figures: remembers the text last written in, asks, and puts in."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from actions.linking import prospect
from actions.unlinked import (
    Proposal,
    proposal_of,
    proposals,
    proposals_at,
    unknown_numbers,
    with_proposals,
)
from checks import Finding
from models.editing import paragraphs_of
from models.indicator import Indicator
from models.linked_text import Link
from models.own_indicators import with_own_indicator
from models.report import Report
from ui import dialogs, messages
from ui.draft import Draft
from ui.figure_typing import FigureTyping
from ui.indicator_dialog import IndicatorDialog
from ui.insert_figure_dialog import InsertFigureDialog
from ui.link_numbers_dialog import LinkNumbersDialog, unknown_words
from ui.linked_text_edit import LinkedTextEdit

_NOTHING_TO_LINK = "正文和附件里没有可以链接的数字：与数据相同的数字都已经链接了。"


class FigureLinker(QObject):
    """Serves all texts of a report's view."""

    def __init__(self, draft: Draft, view: QWidget) -> None:
        super().__init__(view)
        self._draft, self._view = draft, view
        self._text: LinkedTextEdit | None = None
        self._typing = FigureTyping(draft, view, self._put_over)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow_focus)

    def begin(self) -> None:
        """Ask which figure the text last written in is to show at its caret."""
        QGuiApplication.inputMethod().commit()
        text = self._text if self._text is not None and isValid(self._text) else None
        if text is None or not text.isVisible():
            messages.tell(self._view, "还不知道插在哪里：请先在正文里点一下要放数字的地方，再插入数字。")
            return
        number = text.selected_number()
        dialog = InsertFigureDialog(self._draft.report, number.text if number else "", self._view)
        dialog.chosen.connect(lambda link: self._put_in(text, link))
        dialog.new_wanted.connect(lambda name: self._ask_new(dialog, text, name))
        dialogs.show(dialog)

    def link_all(self) -> None:
        """Ask which of the numbers typed in the texts are to be linked."""
        QGuiApplication.inputMethod().commit()
        found = proposals(self._draft.report)
        if not found:
            messages.tell(
                self._view, _NOTHING_TO_LINK, unknown_words(unknown_numbers(self._draft.report, ()))
            )
            return
        dialog = LinkNumbersDialog(self._draft.report, found, self._view)
        dialog.chosen.connect(lambda chosen: self._link(found, chosen))
        dialogs.show(dialog)

    def link(self, one: Proposal) -> None:
        """Link one number."""
        written = with_proposals(self._draft.report, (one,))
        self._draft.change(f"链接“{one.words}”", written)

    def link_found(self, finding: Finding) -> None:
        """Link the number a hint is about."""
        one = proposal_of(self._draft.report, finding)
        if one is None:
            messages.tell(self._view, "这一处文字已经改动，没有链接；请重新校对后再试。")
        else:
            self.link(one)

    def _link(self, found: tuple[Proposal, ...], chosen: tuple[Proposal, ...]) -> None:
        if proposals(self._draft.report) != found:
            messages.tell(self._view, "文字刚才有改动，没有链接；请再做一次“链接正文中的数字”。")
        elif chosen:
            written = with_proposals(self._draft.report, chosen)
            self._draft.change(f"链接正文中的{len(chosen)}处数字", written)

    def _offers(self, text: LinkedTextEdit, position: int) -> tuple[tuple[str, Callable[[], object]], ...]:
        """What linking the number at a surface position of a text would do, in words, and how it is done."""
        block = text.document().findBlock(position)
        stored = text.tokens().split("\n")[block.blockNumber()]
        found = proposals_at(self._draft.report, stored, position - block.position())
        return tuple((f"链接到“{one.name}”", partial(self.link, one)) for one in found)

    def _put_over(self, text: LinkedTextEdit, start: int, end: int, link: Link) -> None:
        text.put_link(start, end, link, self._draft.report.show(link))

    def _ask_new(self, dialog: InsertFigureDialog, text: LinkedTextEdit, name: str) -> None:
        asked = IndicatorDialog(self._draft.report, dialog)
        asked.set_name(name)
        asked.accepted.connect(lambda: self._make_and_put_in(dialog, text, asked.indicator()))
        dialogs.show(asked)

    def _make_and_put_in(
        self, dialog: InsertFigureDialog, text: LinkedTextEdit, indicator: Indicator
    ) -> None:
        report = with_own_indicator(self._draft.report, indicator)
        number = text.selected_number()
        told = prospect(report, Link(indicator.id), number.text if number else "")
        if told.figure is None:
            messages.warn(dialog, f"没有新建：{told.words}")
            return
        dialog.reject()
        self._write(text, Link(indicator.id), report, f"新建指标“{indicator.name}”并链接")

    def _put_in(self, text: LinkedTextEdit, link: Link) -> None:
        self._write(text, link, self._draft.report, "")

    def _write(self, text: LinkedTextEdit, link: Link, report: Report, words: str) -> None:
        """One step for everything: the indicator, its amount, the link."""
        number = text.selected_number()
        figure = prospect(report, link, number.text if number else "").figure
        if figure is not None and figure != report.figure(link.figure):
            report = report.with_figure(figure)
        if text.write is None:
            return
        tokens, behind = text.with_link(link.target, report.show(link))
        written = text.write(report, paragraphs_of(tokens))
        self._draft.change(words or f"插入数字“{report.show(link)}”", written)
        text.setFocus(Qt.FocusReason.OtherFocusReason)
        text.put_caret_behind(behind)

    def _follow_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        if isinstance(now, LinkedTextEdit) and now is not self._text and self._view.isAncestorOf(now):
            if self._text is not None and isValid(self._text):
                self._text.link_wanted.disconnect(self.begin)
            self._text = now
            now.link_wanted.connect(self.begin)
            now.offers = partial(self._offers, now)
            self._typing.serve(now)
