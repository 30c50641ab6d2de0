"""文头: a form made of the declared letterhead fields, with the paper's opening words below it."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from actions.dating import with_year, year_of
from models.editing import with_preamble
from models.errors import UserError
from models.letterhead import LETTERHEAD, EndingChoice, Field, FieldKind
from models.normalise import normalise
from models.report import Report, Stage
from models.taking_over import Caret
from models.title import printed_title
from ui import look
from ui.draft import Draft
from ui.draft_mark import DraftMark
from ui.fields import FieldEntry, section_title
from ui.report_text import ReportText

_GROUPS = ("主体", "版头", "落款", "版记", "统计表")
_WIDTH = 760


class LetterheadTab(QScrollArea):
    """The letterhead's form; what fits goes to the draft, what any text fits at once.

    Signals: `unsettled()`: `trouble` may say something else now.
    """

    unsettled = Signal()

    def __init__(self, draft: Draft, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look.named(self, "tab:letterhead", "文头")
        self._draft = draft
        self._title_lines: tuple[str, ...] = ()
        self._entries = {key: self._entry(field) for key, field in (_ABOUT | LETTERHEAD).items()}
        self._preamble = self._make_preamble()
        self.setWidget(self._form())
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self._show(frozenset(self._entries))
        draft.changed.connect(self._refresh)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keyboard goes to the title. A focus proxy would hide what stands before it from the Tab key."""
        super().focusInEvent(event)
        self._entries["title"].setFocus(event.reason())

    def reveal(self, key: str) -> None:
        """Bring a field into view and put the keyboard there."""
        key = _FIELDS.get(key, key)
        target = self._entries.get(key, self._preamble if key == "preamble" else self._entries["title"])
        self.ensureWidgetVisible(target)
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def caret(self) -> Caret:
        """Where a sentence goes that is put into the opening words: to their end."""
        lines = self._preamble.tokens()
        return Caret(lines, len(lines))

    def show_title_lines(self, lines: tuple[str, ...]) -> None:
        """Show in the empty title how the one that is made by itself is broken on paper."""
        self._title_lines = lines
        self._show_automatic_title()

    @property
    def trouble(self) -> str:
        """What has been typed and is not in the report, in words; empty when there is nothing."""
        return next((entry.trouble for entry in self._entries.values() if entry.trouble), "")

    def commit(self) -> None:
        """Take over what waits to be whole; what does not fit is refused."""
        for entry in self._entries.values():
            entry.settle()

    def let_go(self) -> str:
        """Give up what was refused and still stands in its field; says what it was, empty when there is nothing."""
        report = self._draft.report
        return "".join(entry.let_go(_text(report, key)) for key, entry in self._entries.items())

    def _form(self) -> QWidget:
        form = QWidget()
        form.setMaximumWidth(_WIDTH)
        column = QVBoxLayout(form)
        column.setContentsMargins(*(look.PAGE_MARGIN,) * 4)
        column.setSpacing(3 * look.SPACE)
        for group in _GROUPS:
            column.addWidget(section_title(group))
            column.addLayout(self._group(group))
            if group == _GROUPS[0]:
                column.addWidget(self._opening())
            column.addSpacing(3 * look.SPACE)
        column.addStretch()
        return form

    def _opening(self) -> QWidget:
        """The opening words on a piece of paper."""
        sheet = QFrame()
        sheet.setProperty("sheet", True)
        inner = QVBoxLayout(sheet)
        inner.setContentsMargins(*(2 * look.SPACE,) * 4)
        inner.addWidget(self._preamble)
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.SPACE)
        head = QHBoxLayout()
        head.addWidget(QLabel("开头语"))
        head.addWidget(
            DraftMark(
                self._draft,
                "preamble",
                "开头语",
                lambda report: report.is_preamble_carried,
                lambda report: replace(report, is_preamble_carried=False),
            ),
            1,
        )
        column.addLayout(head)
        column.addWidget(sheet)
        column.addWidget(look.quiet_label("正文第一段，放在第一个部分之前。"))
        return whole

    def _group(self, name: str) -> QGridLayout:
        """Two narrow fields share a row."""
        grid = QGridLayout()
        grid.setHorizontalSpacing(6 * look.SPACE)
        grid.setVerticalSpacing(4 * look.SPACE)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        row = column = 0
        for entry in (entry for entry in self._entries.values() if entry.field.group == name):
            wide = entry.field.key in _WIDE
            if wide and column:
                row, column = row + 1, 0
            grid.addWidget(entry, row, column, 1, 2 if wide else 1, Qt.AlignmentFlag.AlignTop)
            row, column = (row, 1) if not wide and column == 0 else (row + 1, 0)
        return grid

    def _entry(self, field: Field) -> FieldEntry:
        entry = FieldEntry(field, is_optional=field is not _ABOUT["report_stage"])
        entry.edited.connect(lambda text: self._edit(entry, text))
        entry.unsettled.connect(self.unsettled)
        entry.undo_wanted.connect(self._draft.undo)
        entry.redo_wanted.connect(self._draft.redo)
        entry.know_steps(lambda: (self._draft.undo_words, self._draft.redo_words))
        entry.set_placeholder(_WHILE_EMPTY.get(field.key, ""))
        return entry

    def _edit(self, entry: FieldEntry, text: str) -> None:
        report, key = self._draft.report, entry.field.key
        try:
            filled = _filled(report, key, text)
        except UserError as error:
            entry.refuse(str(error), _text(report, key))
            return
        if entry.field.is_checked:
            entry.show_text(_text(filled, key))
        else:
            entry.accept()
        self._draft.change(f"填写{entry.field.label}", filled, f"letterhead.{key}")

    def _refresh(self, keys: frozenset[str]) -> None:
        self._show(frozenset(_FIELDS.get(key, key.removeprefix("letterhead.")) for key in keys))

    def _show(self, keys: frozenset[str]) -> None:
        report = self._draft.report
        for key in keys & self._entries.keys():
            if not _means(self._entries[key], report):
                self._entries[key].show_text(_text(report, key))
        self._show_automatic_title()

    def _show_automatic_title(self) -> None:
        """Broken as on paper where that is known already: a report is laid out some time after each change."""
        title = _automatic_title(self._draft.report)
        is_known = _without_blanks("".join(self._title_lines)) == _without_blanks(normalise(title))
        self._entries["title"].set_placeholder("\n".join(self._title_lines) if is_known else title)

    def _make_preamble(self) -> ReportText:
        text = ReportText(
            self._draft,
            read=lambda report: report.preamble,
            write=with_preamble,
            words="填写开头语",
            key="preamble",
        )
        look.named(text, "field:preamble", "开头语")
        return text


_WIDE = frozenset({"title", "organs", "addressees", "copies", "notes"})


_WHILE_EMPTY = {"red_head": "自动", "ending": EndingChoice.SEALED}
"""What holds while nothing is chosen."""


_ABOUT = {
    field.key: field
    for field in (
        Field(
            "year",
            "年度",
            FieldKind.TEXT,
            "报告写的是哪一年的工作。",
            (),
            "主体",
            lambda text: str(year_of(text)),
        ),
        Field(
            "report_stage",
            "阶段",
            FieldKind.CHOICE,
            "起草以外的阶段印在首页标题下面。",
            tuple(stage.value for stage in Stage),
            "主体",
            str,
        ),
    )
}
"""What the form asks besides the letterhead: fields of the report itself."""
_FIELDS = {"stage": "report_stage"}
"""Content keys whose field is called something else."""


def _text(report: Report, key: str) -> str:
    match key:
        case "year":
            return str(report.year)
        case "report_stage":
            return report.stage.value
    return report.letterhead.text(key)


def _filled(report: Report, key: str, text: str) -> Report:
    """The report with a field filled in; raises UserError for a text that does not fit."""
    match key:
        case "year":
            return with_year(report, year_of(text))
        case "report_stage":
            return replace(report, stage=Stage(text))
    return replace(report, letterhead=report.letterhead.with_text(key, text))


def _means(entry: FieldEntry, report: Report) -> bool:
    """Whether the widget's text stands for the report's value: “甲、” is 甲, and is left as it is being typed."""
    try:
        return _filled(report, entry.field.key, entry.text) == report
    except UserError:
        return False


def _automatic_title(report: Report) -> str:
    return printed_title(replace(report, letterhead=replace(report.letterhead, title="")))


def _without_blanks(text: str) -> str:
    return "".join(text.split())
