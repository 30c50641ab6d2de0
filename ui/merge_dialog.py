"""收采集表: the files that came back, what they would change, what could not be read; taken over as one step."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from models.errors import UserError
from ui import background, dialogs, look
from ui.buttons import wire
from ui.draft import Draft
from ui.file_choice import WORKBOOKS
from ui.merge_table import MergeTable
from ui.settings import COLLECT_FOLDER, RETURNS_FOLDER, Settings
from ui.work_bar import WorkBar

if TYPE_CHECKING:
    from models.merge_plan import MergePlan

_ABOUT = (
    "选择各单位发回的采集表，或放着它们的文件夹，也可以直接拖进来。文件改了名、行换了位置都认得出。"
    "先看原数和新数，点“采用”以后才写进报告，采用了还可以撤销。"
)
_NO_FILES = "还没有选择文件。"
_PROBLEM_ROWS = 3


class MergeDialog(QDialog):
    """Takes filled workbooks into a draft; `open()` it, it blocks nothing.

    Signals: `told(str)` what was taken over.
    """

    told = Signal(str)

    def __init__(self, draft: Draft, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look.named(self, "merge_dialog", "收采集表")
        self.setWindowTitle("收采集表")
        self.setAcceptDrops(True)
        self._draft, self._settings = draft, settings
        self._places: dict[Path, None] = {}
        self._files, self._folder, self._accept, self._close = (
            QPushButton(words) for words in ("选择文件……", "选择文件夹……", "采用", "关闭")
        )
        self._all, self._none = QPushButton("全选"), QPushButton("全不选")
        self._status = look.quiet_label(_NO_FILES)
        self._status.setWordWrap(True)
        self._status.setObjectName("merge_status")
        self._bar = WorkBar("merge", "读采集表")
        self._bar.told.connect(lambda words: self._say(words, wrong=False))
        self._table = MergeTable()
        self._problem_head = look.quiet_label("")
        self._problem_head.setObjectName("merge_problem_count")
        self._problems = QListWidget()
        self._connect()
        self._lay_out()
        self._judge()

    def read(self, places: Iterable[Path]) -> None:
        """Read files and folders beside the window, together with those that were chosen before."""
        from actions.merging import plan, read_files
        from actions.workbook_files import workbook_files

        if self._bar.is_working:
            return
        wanted = self._places | dict.fromkeys(places)
        report, bar = self._draft.report, self._bar

        def work() -> "MergePlan":
            return plan(report, read_files(report, workbook_files(wanted), bar.tell))

        def finish(found: "MergePlan") -> None:
            self._places = wanted
            self._show(found)

        bar.begin()
        self._say("正在读采集表……", wrong=False)
        self._judge()
        background.run(work, finish, self._complain, self)

    def reject(self) -> None:
        """Close; while files are being read, stop that instead."""
        if self._bar.is_working:
            self._bar.stop()
        else:
            super().reject()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls() and not self._bar.is_working:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        places = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if places:
            event.acceptProposedAction()
            self.read(places)

    def _show(self, found: "MergePlan") -> None:
        stopped = "已取消，只读了一部分。" if self._bar.is_stopped else ""
        self._bar.end()
        self._table.show_plan(found)
        self._problems.clear()
        self._problems.addItems(found.problems)
        for row in range(self._problems.count()):
            self._problems.item(row).setToolTip(self._problems.item(row).text())
        has_problems = bool(found.problems)
        self._problem_head.setText(f"有 {len(found.problems)} 处没有读进来或要核对：")
        self._problem_head.setVisible(has_problems)
        self._problems.setVisible(has_problems)
        self._say(f"{stopped}{_summary(found)}", wrong=not found.files)
        self._judge()
        self.layout().activate()
        self.resize(self.size().expandedTo(self.minimumSizeHint()))
        if self._accept.isEnabled():
            self._accept.setFocus()

    def _take_over(self) -> None:
        from actions.merging import apply

        wanted = self._table.wanted
        if wanted is None or not wanted.changes:
            return
        words = f"收采集表（{wanted.sources}个文件，{len(wanted.changes)}项）"
        self._draft.change(words, apply(self._draft.report, wanted, date.today()))
        self.told.emit(f"已采用 {len(wanted.changes)} 项数据；要退回去，点“编辑”里的“撤销”。")
        self.accept()

    def _complain(self, error: UserError) -> None:
        self._bar.end()
        self._say(str(error), wrong=True)
        self._judge()

    def _judge(self) -> None:
        is_idle = not self._bar.is_working
        wanted = self._table.wanted
        count = len(wanted.changes) if wanted else 0
        self._accept.setText(f"采用 {count} 项" if count else "采用")
        self._accept.setEnabled(is_idle and bool(count))
        for widget in (self._files, self._folder, self._table):
            widget.setEnabled(is_idle)
        for button in (self._all, self._none):
            button.setEnabled(is_idle and self._table.rowCount() > 0)

    def _choose(self, mode: QFileDialog.FileMode, title: str) -> None:
        folder = self._settings.folder_used(RETURNS_FOLDER, COLLECT_FOLDER)
        dialog = QFileDialog(self, title, str(folder))
        dialog.setObjectName("merge_choice")
        dialog.setFileMode(mode)
        if mode is QFileDialog.FileMode.ExistingFiles:
            dialog.setNameFilters(WORKBOOKS)

        def chosen(names: list[str]) -> None:
            places = [Path(name) for name in names]
            self._settings.set(RETURNS_FOLDER, str(places[0] if places[0].is_dir() else places[0].parent))
            self.read(places)

        dialog.filesSelected.connect(chosen)
        dialogs.show(dialog)

    def _say(self, sentence: str, *, wrong: bool) -> None:
        self._status.setText(sentence)
        look.set_wrong(self._status, wrong)

    def _connect(self) -> None:
        modes = QFileDialog.FileMode
        for button, name, do in (
            (self._files, "merge_files", lambda: self._choose(modes.ExistingFiles, "收哪些采集表")),
            (self._folder, "merge_folder", lambda: self._choose(modes.Directory, "采集表在哪个文件夹")),
            (self._all, "merge_all", lambda: self._table.tick_all(True)),
            (self._none, "merge_none", lambda: self._table.tick_all(False)),
            (self._accept, "merge_accept", self._take_over),
            (self._close, "merge_close", self.reject),
        ):
            wire(button, name, do)
            button.setAutoDefault(False)
        look.make_main(self._accept)
        look.named(self._problems, "merge_problems", "没有读进来或要核对的")
        self._problems.setWordWrap(True)
        self._problems.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._problems.setResizeMode(QListWidget.ResizeMode.Adjust)
        self._table.chosen.connect(self._judge)

    def _lay_out(self) -> None:
        chooser = QHBoxLayout()
        chooser.setSpacing(2 * look.SPACE)
        for button in (self._files, self._folder):
            chooser.addWidget(button)
        chooser.addStretch(1)
        for button in (self._all, self._none):
            chooser.addWidget(button)
        buttons = QDialogButtonBox()
        buttons.addButton(self._close, QDialogButtonBox.ButtonRole.RejectRole)
        buttons.addButton(self._accept, QDialogButtonBox.ButtonRole.AcceptRole)
        self._problems.setFixedHeight(_PROBLEM_ROWS * 9 * look.SPACE)
        self._problem_head.hide()
        self._problems.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(look.PAGE_MARGIN,) * 4)
        layout.setSpacing(3 * look.SPACE)
        layout.addWidget(look.quiet_label(_ABOUT))
        layout.addLayout(chooser)
        layout.addWidget(self._status)
        layout.addWidget(self._bar)
        layout.addWidget(self._table, 1)
        for widget in (self._problem_head, self._problems, buttons):
            layout.addWidget(widget)
        self.resize(230 * look.SPACE, 160 * look.SPACE)


def _summary(found: "MergePlan") -> str:
    parts = [f"读了 {found.files} 个文件", f"{len(found.changes)} 项与报告不同"]
    if found.conflicts:
        parts.append(f"{len(found.conflicts)} 项各单位填得不一样，要选定一个")
    if found.agreed:
        parts.append(f"{found.agreed} 项与报告相同")
    return "，".join(parts) + "。"
