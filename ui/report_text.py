"""A text of the report outside the sections: a LinkedTextEdit that reads from the draft and writes to it."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from models.editing import lines_of, paragraphs_of
from models.indicator import catalogue
from models.link_words import described
from models.linked_text import Link, links
from models.report import Report
from ui.draft import Draft
from ui.linked_text_edit import LinkedTextEdit, Write

Read = Callable[[Report], tuple[str, ...]]


class ReportText(LinkedTextEdit):
    """`read` takes the paragraphs out of a report, `write` gives a report with others; `key` is their content key."""

    def __init__(
        self, draft: Draft, read: Read, write: Write, words: str, key: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            parent=parent,
            describe=lambda link: described(draft.report, link),
            steps=lambda: (draft.undo_words, draft.redo_words),
        )
        self._draft = draft
        self._read, self._words, self._key = read, words, key
        self.write = self._write = write
        self.edited.connect(self._store)
        self.undo_wanted.connect(draft.undo)
        self.redo_wanted.connect(draft.redo)
        draft.changed.connect(self._refresh)
        self.show_report()

    def show_report(self) -> None:
        """Show what the report holds, if it is something else than what stands here."""
        paragraphs = self._read(self._draft.report)
        self.refresh(self._values(paragraphs))
        if paragraphs_of(self.tokens()) != paragraphs:
            self.adopt(lines_of(paragraphs))

    def _store(self, _change: object, words: str) -> None:
        report = self._write(self._draft.report, paragraphs_of(self.tokens()))
        is_typing = words in ("", "输入", "删除")
        self._draft.change(self._words if is_typing else words, report, self._key if is_typing else "")

    def _refresh(self, keys: frozenset[str]) -> None:
        if self._key in keys or any(key.startswith("figure.") for key in keys):
            self.show_report()

    def _values(self, paragraphs: tuple[str, ...]) -> dict[str, str]:
        """What every link shows: those in the text, and those that may be put in or pasted."""
        report = self._draft.report
        used = {link.target for text in paragraphs for link in links(text)}
        known = {*catalogue(), *(own.id for own in report.own_indicators), *used}
        return {target: report.show(Link(target)) for target in known}
