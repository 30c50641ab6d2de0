"""导出选中的报告: several reports into one folder, with progress; what could not be written is said in words."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from exporters import EXPORTERS, default_formats
from models.errors import UserError
from models.report_list import ReportSummary
from ui import background, dialogs, look
from ui.file_results import FileResults
from ui.folder_row import FolderRow
from ui.page_setup import page_setup
from ui.settings import EXPORT_FOLDER, EXPORT_FORMATS, Settings
from ui.work_bar import WorkBar

if TYPE_CHECKING:
    from actions.exporting_many import ExportedOne
    from models.store import Store

_ABOUT = "每份报告按现在的内容导出内部稿，各存一个版本；同名的文件不会被覆盖。公开版请打开报告后再导出。"
_MOST_ROWS = 5


class ExportManyDialog(QDialog):
    """Exports several stored reports; `open()` it, it blocks nothing."""

    def __init__(
        self,
        store: "Store",
        wanted: Sequence[ReportSummary],
        settings: Settings,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        look.named(self, "export_many_dialog", "导出选中的报告")
        self.setWindowTitle(f"导出选中的 {len(wanted)} 份报告")
        self._store, self._wanted, self._settings = store, tuple(wanted), settings
        self._list = QListWidget()
        self._formats = {one.key: QCheckBox(one.label) for one in EXPORTERS if one.is_usual}
        self._folder = FolderRow("folder", "文件夹", "导出到哪里", str(settings.folder_used(EXPORT_FOLDER)))
        self._status = look.quiet_label("")
        self._bar = WorkBar("export_many", "导出")
        self._problems = QPlainTextEdit()
        self._results = FileResults("export_many_results")
        self._start, self._close = QPushButton("导出"), QPushButton("关闭")
        self._fill()
        self._lay_out()
        self._judge()

    def reject(self) -> None:
        """Close; while it is running, stop that first."""
        if self._bar.is_working:
            self._bar.stop()
        else:
            super().reject()

    def _fill(self) -> None:
        look.named(self._list, "export_many_reports", "要导出的报告")
        self._list.addItems([f"{one.year}　{one.title}" for one in self._wanted])
        self._list.setSelectionMode(QListWidget.SelectionMode.NoSelection)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        rows = min(self._list.count(), _MOST_ROWS)
        self._list.setFixedHeight(rows * self._list.sizeHintForRow(0) + 2 * self._list.frameWidth())
        last = self._settings.get(EXPORT_FORMATS)
        usual = tuple(last.split(",")) if last else default_formats()
        for key, box in self._formats.items():
            look.named(box, f"field:format_{key}", box.text())
            box.setChecked(key in usual)
            box.toggled.connect(lambda _checked: self._judge())
        self._folder.changed.connect(self._judge)
        self._status.setObjectName("export_many_status")
        self._status.setWordWrap(True)
        self._bar.told.connect(lambda words: self._say(words, wrong=False))
        look.named(self._problems, "export_many_problems", "没有导出的和要注意的")
        self._problems.setReadOnly(True)
        self._problems.setFixedHeight(22 * look.SPACE)
        for widget in (self._problems, self._results):
            widget.hide()
        look.named(self._start, "export_many_start", "导出")
        self._start.clicked.connect(self._export)
        look.make_main(self._start)
        self._start.setDefault(True)
        look.named(self._close, "export_many_close", "关闭")
        self._close.setAutoDefault(False)
        self._close.clicked.connect(self.reject)

    def _lay_out(self) -> None:
        formats = QHBoxLayout()
        formats.setSpacing(6 * look.SPACE)
        for box in self._formats.values():
            formats.addWidget(box)
        formats.addStretch(1)
        form = QFormLayout()
        form.setHorizontalSpacing(4 * look.SPACE)
        form.setVerticalSpacing(3 * look.SPACE)
        form.addRow("报告", self._list)
        form.addRow("格式", formats)
        form.addRow("文件夹", self._folder)
        buttons = QDialogButtonBox()  # the system's own order, as in every other dialog
        buttons.addButton(self._close, QDialogButtonBox.ButtonRole.RejectRole)
        buttons.addButton(self._start, QDialogButtonBox.ButtonRole.AcceptRole)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(look.PAGE_MARGIN,) * 4)
        layout.setSpacing(3 * look.SPACE)
        layout.addWidget(look.quiet_label(_ABOUT))
        layout.addLayout(form)
        layout.addStretch(1)
        for widget in (self._status, self._bar, self._problems, self._results, buttons):
            layout.addWidget(widget)
        self.setMinimumWidth(160 * look.SPACE)

    @property
    def _chosen(self) -> tuple[str, ...]:
        return tuple(key for key, box in self._formats.items() if box.isChecked())

    def _judge(self) -> None:
        obstacle = self._folder.complaint if self._chosen else "还没有选格式，请至少选一种。"
        for widget in (self._folder, *self._formats.values()):
            widget.setEnabled(not self._bar.is_working)
        self._start.setEnabled(not self._bar.is_working and not obstacle)
        if not self._bar.is_working:
            self._say(obstacle, wrong=False)

    def _export(self) -> None:
        from actions.exporting_many import export_many

        folder, formats, setup = self._folder.folder, self._chosen, page_setup(self._settings)
        assert folder is not None
        store, wanted, tell = self._store, self._wanted, self._bar.tell

        def work() -> "tuple[ExportedOne, ...]":
            return export_many(store, wanted, folder, formats, setup.rules(), tell)

        self._settings.set(EXPORT_FOLDER, str(folder))
        self._settings.set(EXPORT_FORMATS, ",".join(formats))
        self._bar.begin()
        self._judge()
        background.run(work, self._finish, self._complain, self)

    def _finish(self, done: "tuple[ExportedOne, ...]") -> None:
        written = [one for one in done if one.files]
        failed = [one for one in done if not one.files]
        left = len(self._wanted) - len(done)
        words = f"已导出 {len(written)} 份报告" if written else "没有导出任何报告"
        words += f"，{len(failed)} 份没有导出，原因见下" if failed else ""
        words += f"；停下了，还有 {left} 份没有做" if left else ""
        lines = [f"《{one.summary.title}》没有导出：{one.why}" for one in failed]
        lines += [f"《{one.summary.title}》：{note}" for one in written for note in one.notes]
        self._problems.setPlainText("\n".join(lines))
        self._problems.setVisible(bool(lines))
        self._end(f"{words}。", wrong=bool(failed))
        if written:
            self._results.add(file for one in written for file in one.files)
            self._results.show()
            self._results.setFocus()  # Return opens the file; it shall not export again

    def _complain(self, error: UserError) -> None:
        self._end(str(error), wrong=True)

    def _end(self, sentence: str, *, wrong: bool) -> None:
        self._bar.end()
        self._judge()
        self._say(sentence, wrong=wrong)
        look.make_main(self._start, False)
        QTimer.singleShot(0, self, partial(_take_room, self))

    def _say(self, sentence: str, *, wrong: bool) -> None:
        self._status.setText(sentence)
        look.set_wrong(self._status, wrong)


def _take_room(dialog: QDialog) -> None:
    """As high as what there is to say, once that has been laid out, and no higher than the screen."""
    dialogs.take_height(dialog, max(dialog.height(), dialog.sizeHint().height()))
