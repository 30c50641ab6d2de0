"""上次没有存下的改动: both sides with time, length and difference, and the choice between them."""

from datetime import datetime
from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from models.content import changed_keys
from models.length import report_length
from models.report import Report
from models.title import title_in_one_line
from ui import background, look
from ui.difference_view import DifferenceView

if TYPE_CHECKING:
    from actions.recovering_unsaved import Recovery
    from actions.versioning import Compared

_AROUND = 18
_OFF_PAPER = "印在纸上的文字没有不同；表格、备注等另有 {count} 处不同。"
_DIFFERENT = (
    "“{title}”上次有改动没能存进草稿库，已经找回。用哪一份都行：没有用的那一份会存为版本，用了也可以撤销。"
)
_GONE = "找回了“{title}”没有存下的内容，但列表里已经没有这份报告。可以把找回的内容作为一份新报告放回来。"


class Answer(Enum):
    """What the clerk said."""

    LATER = auto()
    TAKE = auto()
    KEEP = auto()


class RecoveryDialog(QDialog):
    """Asks about one report; `open()` it, it blocks nothing. `answer` says what was chosen when it is finished."""

    def __init__(self, recovery: "Recovery", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look.named(self, "recovery_dialog", "没有存下的改动")
        self.setWindowTitle("没有存下的改动")
        self.answer = Answer.LATER
        self._recovery = recovery
        self._difference = DifferenceView("recovery_difference", "两份有什么不同", around=_AROUND)
        self._take = QPushButton("作为新报告" if recovery.stored is None else "用恢复出来的")
        self._keep, self._later = QPushButton("保留现在的"), QPushButton("以后再说")
        self._name_buttons()
        self._lay_out()
        self._compare()

    def _choose(self, answer: Answer) -> None:
        self.answer = answer
        self.done(QDialog.DialogCode.Rejected if answer is Answer.LATER else QDialog.DialogCode.Accepted)

    def _compare(self) -> None:
        """Beside the window: long texts take a while."""
        if self._recovery.stored is None:
            self._difference.hide()
            return
        old, new = self._recovery.stored.report, self._recovery.recovered
        self._difference.show_words("正在比较……")
        background.run(
            lambda: _compared(old, new),
            self._show,
            lambda error: self._difference.show_words(str(error)),
            self,
        )

    def _show(self, found: "tuple[Compared, int]") -> None:
        compared, keys = found
        if compared.changes:
            self._difference.show_compared(compared)
        else:
            self._difference.show_words(_OFF_PAPER.format(count=keys))

    def _name_buttons(self) -> None:
        for button, name, answer in (
            (self._take, "recovery_take", Answer.TAKE),
            (self._keep, "recovery_keep", Answer.KEEP),
            (self._later, "recovery_later", Answer.LATER),
        ):
            look.named(button, name, button.text())
            button.setAutoDefault(False)
            button.clicked.connect(lambda _checked=False, answer=answer: self._choose(answer))
        look.make_main(self._take)
        self._take.setDefault(True)

    def _lay_out(self) -> None:
        recovered, stored = self._recovery.recovered, self._recovery.stored
        words = _GONE if stored is None else _DIFFERENT
        about = QLabel(words.format(title=title_in_one_line(recovered)))
        about.setWordWrap(True)
        sides = QGridLayout()
        sides.setHorizontalSpacing(8 * look.SPACE)
        sides.setVerticalSpacing(look.SPACE)
        rows = [("恢复出来的", self._recovery.unsaved.time, recovered)]
        if stored is not None:
            rows.insert(0, ("现在的", datetime.fromisoformat(stored.updated).astimezone(), stored.report))
        for row, (name, moment, report) in enumerate(rows):
            for column, text in enumerate((name, _moment(moment), f"{report_length(report):,} 字")):
                sides.addWidget(QLabel(text), row, column)
        sides.setColumnStretch(3, 1)
        buttons = QDialogButtonBox()
        buttons.addButton(self._later, QDialogButtonBox.ButtonRole.RejectRole)
        buttons.addButton(self._keep, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton(self._take, QDialogButtonBox.ButtonRole.ActionRole)
        self._keep.setVisible(stored is not None)  # the row of buttons shows what is put into it
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(look.PAGE_MARGIN,) * 4)
        layout.setSpacing(3 * look.SPACE)
        layout.addWidget(about)
        layout.addLayout(sides)
        layout.addWidget(self._difference, 1)
        layout.addWidget(buttons)
        self.resize(160 * look.SPACE, (120 if stored else 40) * look.SPACE)


def _moment(moment: datetime) -> str:
    return f"{moment.year}年{moment.month}月{moment.day}日 {moment:%H:%M:%S}"


def _compared(old: Report, new: Report) -> "tuple[Compared, int]":
    """What differs on paper, and how many keys differ at all; runs on any thread."""
    from actions.versioning import compared

    return compared(old, new), len(changed_keys(old, new))
