"""版本: every state that was kept, beside it what differs from the present one or between two of them."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QSplitter, QVBoxLayout, QWidget

from actions.versioning import Compared, compared
from models.errors import UserError
from models.report import Report
from models.version import Version
from ui import background, look
from ui.buttons import wire
from ui.difference_view import DifferenceView
from ui.draft import Draft
from ui.paper_search import PaperSearch
from ui.redline_row import RedlineRow
from ui.settings import Settings
from ui.spoken_time import spoken
from ui.stored_draft import StoredDraft
from ui.versions_list import VersionsList

PRESENT = "现稿"
_SIZE = (290 * look.SPACE, 165 * look.SPACE)
_NONE_YET = "还没有版本。\n\n边写边会自动存（每十分钟一次），签批、导出、恢复前也会存；按 Ctrl+S 可以自己存一个并取名。"
_CHOOSE = "请在左边选一个版本，和现稿比较；按住 Ctrl 再选一个，两个版本互相比较。"


class VersionsDialog(QDialog):
    """Shows and compares; what is to be done with a version it says by its signals. `open()` it.

    Signals: `restore_wanted(Version)`; `copy_wanted(Version)` as a new report; `naming_wanted()` of the present state;
    `paper_wanted(str, int)`: a version of another report.
    """

    restore_wanted = Signal(object)
    copy_wanted = Signal(object)
    naming_wanted = Signal()
    paper_wanted = Signal(str, int)

    def __init__(
        self,
        draft: Draft,
        stored: StoredDraft,
        settings: Settings,
        number: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        look.named(self, "versions_dialog", "版本")
        self.setWindowTitle("版本")
        self._draft, self._stored = draft, stored
        self._asked = 0
        self._search = PaperSearch(stored)
        self._list = VersionsList()
        self._heading = QLabel()
        self._heading.setObjectName("difference_heading")
        self._heading.setWordWrap(True)
        self._view = DifferenceView("difference", "不同之处")
        self._redline = RedlineRow(settings)
        self._name, self._write, self._copy, self._restore, self._close = (
            QPushButton(words) for words in ("命名……", "写花脸稿……", "另存为新报告", "恢复", "关闭")
        )
        self._wire()
        self._lay_out()
        self._judge()
        self.resize(*_SIZE)
        self._list.setFocus()
        self.reload(number)

    def reload(self, number: int = 0) -> None:
        """Read the list anew, then show a version by its number, else the one that was shown."""
        store, report_id = self._stored.store, self._stored.report_id
        background.run(
            lambda: store.versions(report_id),
            lambda versions: self._list.show_versions(versions, number),
            self._complain,
            self,
        )

    def reject(self) -> None:
        """Close; while files are being written, stop that first."""
        if self._redline.is_busy:
            self._redline.stop()
        else:
            super().reject()

    def _compare(self) -> None:
        """Beside the window; the answer to an earlier question is dropped."""
        self._judge()
        self._asked += 1
        chosen = self._list.chosen
        self._heading.setText(_pair(chosen))
        if not chosen:
            self._view.show_words(_NONE_YET if self._list.is_empty else _CHOOSE)
            return
        asked, load = self._asked, self._loader(chosen)
        self._view.show_words("正在比较……")

        def show(found: Compared) -> None:
            if asked == self._asked:
                self._heading.setText(f"{_pair(chosen)}　{found.words}")
                self._view.show_compared(found)

        def complain(error: UserError) -> None:
            if asked == self._asked:
                self._complain(error)

        background.run(lambda: compared(*load()), show, complain, self)

    def _loader(self, chosen: tuple[Version, ...]) -> partial[tuple[Report, Report]]:
        return partial(_loaded, self._stored, chosen, self._draft.report)

    def _complain(self, error: UserError) -> None:
        self._view.show_words(str(error))

    def _judge(self) -> None:
        count = len(self._list.chosen)
        self._write.setEnabled(count > 0)
        for button in (self._copy, self._restore):
            button.setEnabled(count == 1)

    def _write_redline(self) -> None:
        chosen = self._list.chosen
        if chosen and not self._redline.is_busy:
            is_pair = len(chosen) == 2
            labels = (chosen[0].trace, chosen[1].trace if is_pair else PRESENT)
            self._redline.ask(self._loader(chosen), labels, chosen[1].time if is_pair else None)

    def _wire(self) -> None:
        self._list.chosen_changed.connect(self._compare)
        self._search.found.connect(self._list.choose)
        self._search.paper_wanted.connect(self.paper_wanted)
        for button, name, do in (
            (self._name, "version_name", self.naming_wanted.emit),
            (self._write, "version_redline", self._write_redline),
            (self._copy, "version_copy", lambda: self.copy_wanted.emit(self._list.chosen[0])),
            (self._restore, "version_restore", lambda: self.restore_wanted.emit(self._list.chosen[0])),
            (self._close, "version_close", self.reject),
        ):
            wire(button, name, do)
            button.setAutoDefault(False)
        look.make_main(self._restore)
        self._name.setToolTip("把现在的内容存为有名字的版本（Ctrl+S）")
        self._write.setToolTip("把改动标在稿子上，写成 Word（修订）和 PDF")
        self._copy.setToolTip("用选中的版本另起一份报告，现在这份不动")
        self._restore.setToolTip("回到选中的版本；现在的内容先存为版本，也可以撤销")

    def _lay_out(self) -> None:
        beside = QWidget()
        column = QVBoxLayout(beside)
        column.setContentsMargins(3 * look.SPACE, 0, 0, 0)
        column.setSpacing(2 * look.SPACE)
        for widget, stretch in ((self._heading, 0), (self._view, 1), (self._redline, 0)):
            column.addWidget(widget, stretch)
        left = QWidget()
        below = QVBoxLayout(left)
        below.setContentsMargins(0, 0, 3 * look.SPACE, 0)
        below.setSpacing(3 * look.SPACE)
        below.addWidget(self._list, 1)
        below.addWidget(self._search)
        parts = QSplitter(Qt.Orientation.Horizontal)
        look.named(parts, "versions_parts", "版本和不同之处")
        parts.setChildrenCollapsible(False)
        for part, stretch in ((left, 2), (beside, 3)):
            parts.addWidget(part)
            parts.setStretchFactor(parts.count() - 1, stretch)
        parts.setSizes([120 * look.SPACE, 160 * look.SPACE])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(look.PAGE_MARGIN,) * 4)
        layout.setSpacing(4 * look.SPACE)
        layout.addWidget(parts, 1)
        layout.addLayout(self._buttons())

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(2 * look.SPACE)
        row.addWidget(self._name)
        row.addStretch(1)
        for button in (self._write, self._copy, self._close, self._restore):
            row.addWidget(button)
        return row


def _loaded(stored: StoredDraft, chosen: tuple[Version, ...], present: Report) -> tuple[Report, Report]:
    """The states of two versions, or of one and the present."""
    reports = [stored.store.load_version(stored.report_id, one.number) for one in chosen]
    return reports[0], reports[1] if len(reports) == 2 else present


def _pair(chosen: tuple[Version, ...]) -> str:
    if not chosen:
        return ""
    old, *newer = (f"{one.label}（{spoken(one.time)}）" for one in chosen)
    return f"{old} → {newer[0] if newer else PRESENT}"
