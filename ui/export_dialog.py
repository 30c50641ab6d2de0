"""导出: what is wanted, beside it what to look at first, below it the files written and how right their page is."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QPushButton,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from actions.progress import StoppedError
from checks import Finding
from models.errors import UserError
from models.report import Report
from ui import background, dialogs, look
from ui.disclosure_list import DisclosureList
from ui.export_form import ExportForm
from ui.file_results import FileResults
from ui.layout_table import LayoutTable, layout_words
from ui.low_area import LowArea
from ui.preflight import Preflight
from ui.rules_off import rules_off
from ui.settings import Settings
from ui.still_tabs import StillTabs
from ui.stored_draft import StoredDraft
from ui.work_bar import WorkBar

if TYPE_CHECKING:
    from actions.exporting import Exported

_SIDE_WIDTH = 92 * look.SPACE
_FRAME = 16 * look.SPACE
"""What the system puts around a window: its title, and a margin so that the bar below is not touched."""
_MOST_NOTES = 3


class ExportDialog(QDialog):
    """Exports one state of a report; `open()` it, it blocks nothing.

    `stored` is where that state is kept, and where a version is made of it; None where it could not be saved.
    `trouble` is what was refused and is not in the report.
    Signals: `place_wanted(Finding)`: the clerk goes back to mend what must not be published; `exported()`: the stored
    report may have come to another stage.
    """

    place_wanted = Signal(object)
    exported = Signal()

    def __init__(
        self,
        report: Report,
        settings: Settings,
        parent: QWidget | None = None,
        *,
        stored: StoredDraft | None = None,
        trouble: str = "",
        note: str = "",
    ) -> None:
        super().__init__(parent)
        look.named(self, "export_dialog", "导出")
        self.setWindowTitle("导出")
        self._report, self._stored = report, stored
        self._is_done = False
        self._form = ExportForm(report, settings)
        self._preflight = Preflight(report, trouble, off=rules_off(settings))
        self._disclosure = DisclosureList()
        self._status = look.quiet_label("")
        self._status.setWordWrap(True)
        self._status.setObjectName("export_status")
        self._bar = WorkBar("export", "导出")
        self._bar.told.connect(lambda words: self._say(words, wrong=False))
        self._results = FileResults("export_results")
        self._page = LayoutTable()
        self._outcome = self._make_outcome()
        self._start, self._close = QPushButton("导出"), QPushButton("关闭")
        self._wire()
        self._lay_out()
        self._judge()
        self._status.setText(note)
        self._preflight.look_for_fonts(self._form.setup)

    def _make_outcome(self) -> QTabWidget:
        outcome = QTabWidget()
        outcome.setTabBar(StillTabs("export_outcome_names", "导出的结果"))
        look.named(outcome, "export_outcome", "导出的结果")
        outcome.setDocumentMode(True)
        outcome.addTab(self._results, "文件")
        outcome.addTab(self._page, "版面")
        outcome.hide()
        return outcome

    def _wire(self) -> None:
        self._form.changed.connect(self._reconsider)
        self._form.public_chosen.connect(self._examine)
        self._form.setup_changed.connect(lambda: self._preflight.look_for_fonts(self._form.setup))
        self._preflight.shown.connect(self._fit)
        self._disclosure.place_wanted.connect(self._go_back)
        look.named(self._start, "export_start", "导出")
        self._start.clicked.connect(self._export)
        look.named(self._close, "export_close", "关闭")
        self._close.clicked.connect(self._leave)

    def _lay_out(self) -> None:
        buttons = QDialogButtonBox()  # the system's own order, as in every other dialog
        buttons.addButton(self._close, QDialogButtonBox.ButtonRole.RejectRole)
        buttons.addButton(self._start, QDialogButtonBox.ButtonRole.AcceptRole)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(look.PAGE_MARGIN,) * 4)
        layout.setSpacing(3 * look.SPACE)
        layout.addWidget(self._above(), 1)
        layout.addWidget(self._status)
        layout.addWidget(self._bar)
        layout.addWidget(self._outcome)
        layout.addWidget(buttons)
        self.setMinimumWidth(210 * look.SPACE)

    def _above(self) -> QWidget:
        """What is asked and what is found: it scrolls where the screen is too low for it."""
        side = QWidget()
        side.setFixedWidth(_SIDE_WIDTH)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3 * look.SPACE)
        column.addWidget(self._preflight)
        column.addWidget(self._disclosure)
        column.addStretch(1)
        content = QWidget()
        above = QHBoxLayout(content)
        above.setContentsMargins(0, 0, 0, 0)
        above.setSpacing(8 * look.SPACE)
        above.addWidget(self._form, 1)
        above.addWidget(side)
        return LowArea(content)

    def _examine(self, is_public: bool) -> None:
        """A public version is examined as soon as it is chosen."""
        from actions.publishing import disclosure

        self._disclosure.show_findings(disclosure(self._report) if is_public else (), self._report)
        self._judge()
        self._fit()

    def _judge(self) -> None:
        """Where something must not be published, going back is what most people want, and what Return does."""
        stops = not self._disclosure.isHidden()
        is_idle = not self._bar.is_working
        self._form.setEnabled(is_idle)
        self._disclosure.setEnabled(is_idle)
        self._close.setEnabled(is_idle)
        self._start.setEnabled(is_idle and not self._form.obstacle)
        self._start.setText("仍然导出" if stops else "导出")
        self._close.setText("返回修改" if stops and not self._is_done else "关闭")
        for button, wanted in ((self._start, not stops), (self._close, stops)):
            look.make_main(button, wanted)
            button.setDefault(wanted)

    def _reconsider(self) -> None:
        """Something else is wanted: say what it still lacks, and what an earlier export said no more."""
        self._is_done = False
        self._say(self._form.obstacle, wrong=False)
        self._judge()
        self._fit()

    def reject(self) -> None:
        """Close; while files are being written, stop that first: nobody would hear how it went."""
        if self._bar.is_working:
            self._bar.stop()
        else:
            super().reject()

    def _leave(self) -> None:
        if self._disclosure.isHidden() or self._is_done:
            self.reject()
        else:
            self._go_back(self._disclosure.chosen)

    def _go_back(self, finding: Finding | None) -> None:
        self.reject()
        if finding is not None:
            self.place_wanted.emit(finding)

    def _export(self) -> None:
        form, folder, setup = self._form, self._form.folder, self._form.setup
        if folder is None:
            return
        self._bar.begin()
        self._judge()
        self._say("正在导出……", wrong=False)
        export = partial(
            self._exporter(),
            folder,
            form.formats,
            None if form.is_public else form.stage,
            is_public=form.is_public,
            accepts_disclosure=not self._disclosure.isHidden(),
            tell=self._bar.tell,
        )
        background.run(lambda: export(rules=setup.rules()), self._show_files, self._show_error, self)

    def _exporter(self) -> "Callable[..., Exported]":
        from actions.exporting import export_report, export_stored

        if self._stored is None:
            return partial(export_report, self._report)
        return partial(export_stored, self._stored.store, self._stored.report_id)

    def _show_files(self, exported: "Exported") -> None:
        self._bar.end()
        self._is_done = True
        self._form.remember()
        self._results.add(exported.files)
        self._outcome.setCurrentIndex(0)
        self._outcome.setTabVisible(1, exported.layout is not None)
        if exported.layout is not None:
            self._page.show_report(exported.layout)
            self._outcome.setTabText(1, layout_words(exported.layout))
        self._outcome.show()
        shown = list(exported.notes[:_MOST_NOTES])
        if more := len(exported.notes) - len(shown):
            shown.append(f"……另有 {more} 条，指着这里看。")
        self._say("\n".join((_outcome(exported), *shown)), wrong=False)
        self._status.setToolTip("\n".join(exported.notes))
        self._judge()
        self.exported.emit()
        self._results.setFocus()  # Return opens the file; it shall not export again
        self._fit()

    def _show_error(self, error: UserError) -> None:
        self._bar.end()
        self._say(str(error), wrong=not isinstance(error, StoppedError))
        self._judge()
        self._start.setFocus()
        self._fit()

    def _fit(self) -> None:
        """As high as what there is to say, once that has been laid out, and no higher than the screen."""
        QTimer.singleShot(0, self, self._take_room)

    def _take_room(self) -> None:
        room, wanted = dialogs.room_for(self).size(), self.sizeHint()
        width = min(max(self.width(), wanted.width()), room.width())
        self.resize(width, min(wanted.height(), room.height() - _FRAME))
        dialogs.fit(self)

    def _say(self, sentence: str, *, wrong: bool) -> None:
        self._status.setText(sentence)
        self._status.setToolTip("")
        width = self.width() - 2 * look.PAGE_MARGIN
        self._status.setMinimumHeight(max(0, self._status.heightForWidth(width)))
        look.set_wrong(self._status, wrong)


def _outcome(exported: "Exported") -> str:
    """How it went, and where the state that was exported can be found again."""
    version = exported.version
    if version is None:
        kept = "最后的改动没有存下来，所以没有留版本。"
    else:
        kept = f"这一稿已存为版本（{version.trace}）。" if version.is_stage else "导出的内容已留版本。"
    return f"已导出 {len(exported.files)} 个文件，双击文件名打开。{kept}"
