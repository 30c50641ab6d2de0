"""What there is to say of one finding, and what can be done about it."""

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QVBoxLayout, QWidget

from actions.ignoring import reason_of
from actions.mending import mended
from actions.unlinked import RULE
from checks import Finding
from models.report import Report
from ui import look
from ui.buttons import push_button
from ui.plain_line import PlainLine

_REASONS = ("已经核对，情况属实", "上级要求这样写", "本地的习惯写法")
_LONGEST = 10


class FindingDetails(QFrame):
    """Signals, all about the finding shown: `place_wanted()`; `mend_wanted(Finding)` put the suggestion in place;
    `link_wanted(Finding)` link the number; `ignore_wanted(Finding, str)` with the reason; `heed_wanted(Finding)` show
    it again as any other."""

    place_wanted = Signal()
    mend_wanted = Signal(object)
    link_wanted = Signal(object)
    ignore_wanted = Signal(object, str)
    heed_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look.named(self, "finding_details", "这一处怎么办")
        self.setProperty("sheet", True)
        self._finding: Finding | None = None
        self._message, self._advice, self._source = (self._label() for _ in range(3))
        look.enlarge(self._message, 1.0, bold=True)
        self._source.setProperty("quiet", True)
        self._place = push_button("finding_place", "定位", self.place_wanted.emit, "到这一处去（回车）")
        self._mend = push_button("finding_mend", "改为", lambda: self._say(self.mend_wanted))
        self._link = push_button(
            "findings_link", "链接", lambda: self._say(self.link_wanted), "把这一处数字链接到数据"
        )
        self._ignore = push_button(
            "finding_ignore", "忽略", self._choose_reason, "不再列出这一处，并记下理由；可以取消忽略"
        )
        self._heed = push_button(
            "finding_heed", "取消忽略", lambda: self._say(self.heed_wanted), "重新列出这一处"
        )
        self._reason = PlainLine()
        look.named(self._reason, "finding_reason", "忽略的理由")
        self._reason.setPlaceholderText("写明理由，按回车")
        self._reason.returnPressed.connect(lambda: self._ignore_because(self._reason.text().strip()))
        self._reason.hide()
        self._lay_out()

    def show_finding(self, finding: Finding, report: Report, is_ignored: bool) -> None:
        """Show one finding of a report."""
        if finding != self._finding:
            self._reason.hide()
        self._finding = finding
        self._message.setText(finding.message)
        self._advice.setText(f"建议：{finding.suggestion}")
        self._advice.setVisible(bool(finding.suggestion))
        reason = f"\n忽略的理由：{reason_of(report, finding) or '没有写'}" if is_ignored else ""
        self._source.setText(f"依据：{finding.source}{reason}")
        can_mend = mended(report, finding) is not None
        self._mend.setVisible(can_mend and not is_ignored)
        self._mend.setText(f"改为“{_short(finding.suggestion or '')}”")
        self._mend.setToolTip(f"把“{finding.replaces}”改为“{finding.suggestion}”，可以撤销")
        self._link.setVisible(finding.rule == RULE and not is_ignored)
        self._ignore.setVisible(not is_ignored)
        self._heed.setVisible(is_ignored)

    def _say(self, signal: SignalInstance) -> None:
        if self._finding is not None:
            signal.emit(self._finding)

    def _choose_reason(self) -> None:
        menu = QMenu(self)
        look.named(menu, "finding_reasons", "忽略的理由")
        for words in _REASONS:
            menu.addAction(words).triggered.connect(
                lambda _checked=False, words=words: self._ignore_because(words)
            )
        menu.addSeparator()
        menu.addAction("其他理由……").triggered.connect(lambda _checked=False: self._ask_reason())
        menu.addAction("不写理由").triggered.connect(lambda _checked=False: self._ignore_because(""))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self._ignore.mapToGlobal(self._ignore.rect().bottomLeft()))

    def _ask_reason(self) -> None:
        self._reason.clear()
        self._reason.show()
        self._reason.setFocus()

    def _ignore_because(self, reason: str) -> None:
        self._reason.hide()
        if self._finding is not None:
            self.ignore_wanted.emit(self._finding, reason)

    def _label(self) -> QLabel:
        label = QLabel()
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return label

    def _lay_out(self) -> None:
        first, second = QHBoxLayout(), QHBoxLayout()
        first.setSpacing(2 * look.SPACE)
        for button in (self._place, self._link, self._ignore, self._heed):
            first.addWidget(button)
        first.addStretch(1)
        second.addWidget(self._mend)
        second.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(3 * look.SPACE,) * 4)
        column.setSpacing(2 * look.SPACE)
        for label in (self._message, self._advice, self._source):
            column.addWidget(label)
        column.addLayout(second)
        column.addLayout(first)
        column.addWidget(self._reason)
        column.addStretch(1)


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
