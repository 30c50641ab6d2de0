"""附件: the papers that go with the report, each with its title and text."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from models.editing import heading_text, with_attachment
from models.report import ATTACHMENTS, Attachment, Report
from ui import button_menu, look
from ui.draft import Draft
from ui.draft_mark import DraftMark
from ui.empty_words import EmptyWords
from ui.fields import LineField
from ui.form_choices import FormChoices
from ui.paper import TextSheet
from ui.report_text import ReportText

_UNTITLED = "（未写标题）"
_NOTHING = "没有附件。点下面的“添加”。"
_FIGURES_TITLE = "{year}年法治政府建设统计表"
_ABOUT_TEXT = "在这里写附件的正文，每按一次回车另起一段"
_ABOUT_TEXT_WITH_FIGURES = "表前要说的话写在这里，没有就空着"
_HELP = "只有标题、没有正文也没有统计表的，只列入附件说明，另行附纸。"
_HELP_WITH_FIGURES = "统计表印在正文后面、另起一页横排；“数据”里改了，表就跟着改，不用在这里写。"
_NO_FIGURES = "“数据”里还没有填数，统计表暂时不印；填了数以后会自动印出来。"


class AttachmentsTab(QWidget):
    """A list of attachments on the left, the chosen one on the right."""

    def __init__(self, draft: Draft, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look.named(self, "tab:attachments", "附件")
        self._draft = draft
        self._list = QListWidget()
        look.named(self._list, "attachments_list", "附件列表")
        EmptyWords(self._list, _NOTHING)
        self._list.currentRowChanged.connect(self._show_chosen)
        self._title = LineField()
        look.named(self._title, "field:attachment_title", "附件标题")
        self._title.setMinimumHeight(7 * look.SPACE)
        self._title.textChanged.connect(self._rename)
        self._text = ReportText(
            draft, read=self._paragraphs, write=self._with_paragraphs, words="修改附件", key="attachments"
        )
        look.named(self._text, "field:attachment_text", "附件正文")
        self._figures = QCheckBox("附上统计表（由“数据”自动生成，横排）")
        look.named(self._figures, "field:attachment_figures", "附上统计表")
        self._figures.toggled.connect(self._attach_figures)
        self._help = look.quiet_label(_HELP)
        self._help.setObjectName("note:attachment")
        self._buttons = self._make_buttons()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(*(4 * look.SPACE,) * 4)
        layout.setSpacing(4 * look.SPACE)
        layout.addLayout(self._left(), 1)
        layout.addWidget(self._right(), 3)
        self._fill(0)
        draft.changed.connect(self._refresh)

    def reveal(self, number: int | None) -> None:
        """Choose an attachment (from 1)."""
        if number:
            self._list.setCurrentRow(number - 1)
        self._title.setFocus()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keyboard goes to the list. A focus proxy would hide what lies beside it from the Tab key."""
        super().focusInEvent(event)
        self._list.setFocus(event.reason())

    def _left(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.addWidget(self._list, 1)
        row = QHBoxLayout()
        for button in self._buttons.values():
            row.addWidget(button)
        column.addLayout(row)
        column.addWidget(FormChoices(self._draft))
        return column

    def _right(self) -> QStackedWidget:
        form = QWidget()
        column = QVBoxLayout(form)
        column.setContentsMargins(0, 0, 0, 0)
        self._mark = DraftMark(
            self._draft,
            ATTACHMENTS,
            "附件",
            lambda report: any(one.is_carried for one in report.attachments[self._row : self._row + 1]),
            lambda report: with_attachment(
                report, self._row + 1, replace(report.attachments[self._row], is_carried=False)
            ),
        )
        head = QHBoxLayout()
        head.addWidget(QLabel("标题"))
        head.addWidget(self._mark, 1)
        column.addLayout(head)
        column.addWidget(self._title)
        column.addWidget(QLabel("正文"))
        column.addWidget(TextSheet(self._text, "attachment_sheet", "附件正文的纸面"), 1)
        column.addWidget(self._figures)
        column.addWidget(self._help)
        empty = look.quiet_label("需要随报告附上其他材料时才添加附件。")
        empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._pages = QStackedWidget()
        self._pages.addWidget(empty)
        self._pages.addWidget(form)
        return self._pages

    def _make_buttons(self) -> dict[str, QPushButton]:
        made = {}
        for name, words, do in (
            ("attachment_add", "添加", self._add),
            ("attachment_delete", "删除", self._delete),
            ("attachment_up", "上移", lambda: self._move(-1)),
            ("attachment_down", "下移", lambda: self._move(1)),
        ):
            made[name] = QPushButton(words)
            look.named(made[name], name, f"{words}附件")
            made[name].clicked.connect(lambda _checked=False, do=do: do())
        button_menu.serve(self._list, tuple(made.values()))
        return made

    @property
    def _row(self) -> int:
        return self._list.currentRow()

    def _chosen(self) -> Attachment | None:
        attachments = self._draft.report.attachments
        return attachments[self._row] if 0 <= self._row < len(attachments) else None

    def _fill(self, row: int) -> None:
        """Show the list anew with `row` chosen."""
        attachments = self._draft.report.attachments
        self._list.blockSignals(True)
        self._list.clear()
        self._list.addItems([f"{n}. {one.title or _UNTITLED}" for n, one in enumerate(attachments, start=1)])
        self._list.setCurrentRow(max(0, min(row, len(attachments) - 1)) if attachments else -1)
        self._list.blockSignals(False)
        self._show_chosen()

    def _show_chosen(self) -> None:
        chosen, last = self._chosen(), len(self._draft.report.attachments) - 1
        self._pages.setCurrentIndex(1 if chosen else 0)
        self._buttons["attachment_delete"].setEnabled(chosen is not None)
        self._buttons["attachment_up"].setEnabled(self._row > 0)
        self._buttons["attachment_down"].setEnabled(0 <= self._row < last)
        if chosen and heading_text(self._title.text(), "") != chosen.title:
            self._title.blockSignals(True)
            self._title.setText(chosen.title)
            self._title.blockSignals(False)
        self._mark.refresh()
        self._show_figures(chosen is not None and chosen.shows_figures)
        self._text.show_report()

    def _show_figures(self, attached: bool) -> None:
        self._figures.blockSignals(True)
        self._figures.setChecked(attached)
        self._figures.blockSignals(False)
        self._text.setPlaceholderText(_ABOUT_TEXT_WITH_FIGURES if attached else _ABOUT_TEXT)
        has_figures = any(one.value or one.last for one in self._draft.report.figures)
        self._help.setText((_HELP_WITH_FIGURES if has_figures else _NO_FIGURES) if attached else _HELP)

    def _refresh(self, keys: frozenset[str]) -> None:
        if "attachments" in keys:
            self._fill(self._row)
        elif self._figures.isChecked():
            self._show_figures(True)

    def _paragraphs(self, report: Report) -> tuple[str, ...]:
        return report.attachments[self._row].paragraphs if 0 <= self._row < len(report.attachments) else ()

    def _with_paragraphs(self, report: Report, paragraphs: tuple[str, ...]) -> Report:
        chosen = self._chosen()
        if chosen is None:
            return report
        return with_attachment(report, self._row + 1, replace(chosen, paragraphs=paragraphs))

    def _rename(self, title: str) -> None:
        chosen = self._chosen()
        if chosen:
            changed = with_attachment(
                self._draft.report, self._row + 1, replace(chosen, title=heading_text(title, ""))
            )
            self._draft.change("修改附件标题", changed, f"attachment.{self._row}.title")

    def _attach_figures(self, attached: bool) -> None:
        """With the table, an attachment that has no title yet gets the usual one."""
        report, chosen = self._draft.report, self._chosen()
        if chosen is None:
            return
        title = chosen.title or (_FIGURES_TITLE.format(year=report.year) if attached else "")
        changed = with_attachment(report, self._row + 1, replace(chosen, shows_figures=attached, title=title))
        self._draft.change("附上统计表" if attached else "不附统计表", changed)

    def _add(self) -> None:
        report = self._draft.report
        self._draft.change("添加附件", replace(report, attachments=(*report.attachments, Attachment(""))))
        self._list.setCurrentRow(len(report.attachments))
        self._title.setFocus()

    def _delete(self) -> None:
        report, row = self._draft.report, self._row
        attachments = (*report.attachments[:row], *report.attachments[row + 1 :])
        title = report.attachments[row].title or _UNTITLED
        self._draft.change(f"删除附件“{title}”", replace(report, attachments=attachments))

    def _move(self, by: int) -> None:
        report, row = self._draft.report, self._row
        order = list(report.attachments)
        moved = order.pop(row)
        order.insert(row + by, moved)
        words = f"{'上移' if by < 0 else '下移'}附件“{moved.title or _UNTITLED}”"
        self._draft.change(words, replace(report, attachments=tuple(order)))
        self._list.setCurrentRow(row + by)
