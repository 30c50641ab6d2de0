"""Links the numbers in a report's texts to its figures: remembers the text last written in, asks, and puts in."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from actions.linking import prospect
from models.editing import paragraphs_of
from models.indicator import Indicator
from models.linked_text import Link
from models.own_indicators import with_own_indicator
from models.report import Report
from ui import dialogs, messages
from ui.draft import Draft
from ui.indicator_dialog import IndicatorDialog
from ui.insert_figure_dialog import InsertFigureDialog
from ui.linked_text_edit import LinkedTextEdit


class FigureLinker(QObject):
    """Serves all texts of a report's view."""

    def __init__(self, draft: Draft, view: QWidget) -> None:
        super().__init__(view)
        self._draft, self._view = draft, view
        self._text: LinkedTextEdit | None = None
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
        tokens, behind = text.with_link(link.target)
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
