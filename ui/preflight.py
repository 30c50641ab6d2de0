"""What is still to be done before a report goes out. It warns, it forbids nothing."""

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

import checks
from actions.ignoring import sorted_out
from checks import Finding, Level
from models.errors import UserError
from models.quotations import missing_figures
from models.report import Report
from models.template import template
from ui import background, look
from ui.page_setup import PageSetup

_CHECKING = "正在校对……"
_LOOKING = "正在查看这台电脑的字体……"
_MOST_PLACES = 6


@dataclass(frozen=True, slots=True)
class FontCheck:
    """In words: the font of every face, why (for a tool tip), and the characters that no font can draw."""

    faces: str
    why: str
    missing: str


def check_fonts(report: Report, setup: PageSetup) -> FontCheck:
    """Looks through font folders: not for the window's own thread. Raises UserError as the page rules do."""
    from actions.page_rules import missing_characters
    from exporters.font_report import font_report

    rules = setup.rules()
    fonts = font_report(rules)
    faces = "\n".join(
        f"· {one.role}：自带字体代替（没有装“{one.wanted[0]}”）"
        if one.choice.is_stand_in
        else f"✓ {one.role}：{one.choice.font.name}"
        for one in fonts.faces
    )
    refused = "".join(f"\n× “{one.file.name}”没有使用：{one.why}" for one in fonts.obstacles)
    lacking = missing_characters(report, rules)
    lines = [f"“{one.character}”在{one.where}：{one.quote}" for one in lacking[:_MOST_PLACES]]
    if len(lacking) > _MOST_PLACES:
        lines.append(f"……共 {len(lacking)} 处")
    missing = "\n".join(("这些字没有字体能印，会印成“〓”：", *lines)) if lacking else ""
    return FontCheck(faces + refused, "\n".join(fonts.lines), missing)


class Preflight(QWidget):
    """Findings and missing figures, fonts, and characters that no font holds. Signals: `shown()` other words."""

    shown = Signal()

    def __init__(
        self,
        report: Report,
        trouble: str = "",
        parent: QWidget | None = None,
        *,
        off: frozenset[str] = frozenset(),
    ) -> None:
        super().__init__(parent)
        self._report = report
        self._wanted: PageSetup | None = None
        self._fonts, self._missing = look.quiet_label(_LOOKING), look.quiet_label("")
        self._fonts.setObjectName("preflight_fonts")
        self._missing.setObjectName("preflight_missing")
        self._missing.setWordWrap(True)
        look.set_wrong(self._missing, True)
        self._missing.hide()
        self._found = PreflightLabel(report, trouble, off)
        self._found.shown.connect(self._make_room)
        self._found.shown.connect(self.shown)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(3 * look.SPACE)
        grid.setVerticalSpacing(3 * look.SPACE)
        grid.setColumnStretch(1, 1)
        for row, (words, label) in enumerate(
            (("校对", self._found), ("字体", self._fonts), ("", self._missing))
        ):
            grid.addWidget(QLabel(words), row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(label, row, 1)

    def look_for_fonts(self, setup: PageSetup) -> None:
        """See what these page rules will be drawn with; of several wishes meanwhile the last one counts."""
        is_looking, self._wanted = self._wanted is not None, setup
        if not is_looking:
            self._begin(setup)

    def _begin(self, setup: PageSetup) -> None:
        report = self._report
        background.run(
            lambda: check_fonts(report, setup),
            lambda found: self._end(setup, found.faces, found),
            lambda error: self._end(setup, error, None),
            self,
        )

    def _end(self, setup: PageSetup, said: str | UserError, found: FontCheck | None) -> None:
        wanted, self._wanted = self._wanted, None
        if wanted is not None and wanted != setup:
            self.look_for_fonts(wanted)
            return
        self._fonts.setText(str(said))
        look.set_wrong(self._fonts, found is None)
        self._fonts.setToolTip(found.why if found else "")
        self._missing.setText(found.missing if found else "")
        self._missing.setVisible(bool(found and found.missing))
        self._make_room()
        self.shown.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        """Layouts ask too late how high a text becomes when it is broken."""
        for label in (self._found, self._fonts, self._missing):
            label.setMinimumHeight(max(0, label.heightForWidth(self._fonts.width())))


class PreflightLabel(QLabel):
    """Findings and missing figures in words, before them what stands in a field and is not in the report; nothing of
    the rules `off`. They are looked for beside the window. Signals: `shown()` they are there.
    """

    shown = Signal()

    def __init__(
        self,
        report: Report,
        trouble: str = "",
        off: frozenset[str] = frozenset(),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("preflight")
        self.setProperty("quiet", True)
        self.setWordWrap(True)
        self._trouble = left_out_words(trouble) if trouble else ""
        self._say(_CHECKING, is_wrong=bool(trouble))
        work = partial(_checked, report, off)
        background.run(work, self._show, lambda error: self._say(str(error), is_wrong=True), self)

    def _show(self, found: tuple[tuple[Finding, ...], int]) -> None:
        findings, missing = found
        is_wrong = bool(self._trouble) or any(one.level is Level.ERROR for one in findings)
        self._say(preflight_words(findings, missing), is_wrong=is_wrong)
        self.shown.emit()

    def _say(self, words: str, *, is_wrong: bool) -> None:
        self.setText(f"{self._trouble}\n{words}" if self._trouble else words)
        look.set_wrong(self, is_wrong)


def _checked(report: Report, off: frozenset[str]) -> tuple[tuple[Finding, ...], int]:
    """What the rules find, and how many figures are missing."""
    findings, _ = sorted_out(report, checks.run(report, template(report.template), off))
    return findings, len(missing_figures(report))


def left_out_words(trouble: str) -> str:
    """That a refused text will not be on paper."""
    return f"{trouble}，这次用的还是原来的内容；请先回到“文头”改好。"


def preflight_words(findings: tuple[Finding, ...], missing: int) -> str:
    """错误 2 处，缺数据 3 个 …"""
    errors = sum(one.level is Level.ERROR for one in findings)
    doubts = len(findings) - errors
    parts = ((errors, "错误 {} 处"), (doubts, "存疑和提示 {} 处"), (missing, "正文引用而未填的数据 {} 个"))
    todo = "，".join(words.format(count) for count, words in parts if count)
    return f"{todo}；现在也可以继续，定稿前请处理。" if todo else "✓ 没有发现错误，数据齐全。"
