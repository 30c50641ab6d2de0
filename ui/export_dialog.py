"""导出: formats, stage, folder; above them what is still missing, below them the files written."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

import checks
from checks import Finding, Level
from models.errors import UserError
from models.report import Report, Stage
from models.template import template
from ui import background, dialogs, look
from ui.fields import ChoiceField
from ui.figures_model import missing_figures
from ui.settings import EXPORT_FOLDER, EXPORT_FORMATS, Settings, documents_folder

if TYPE_CHECKING:
    from actions.exporting import Exported

_MOST_ROWS = 8
_ABOUT_STAGE = "起草以外的阶段印在首页标题下面。\n只用于这一次导出；报告自己的阶段在“文头”中改。"


class ExportDialog(QDialog):
    """Exports one state of a report; `open()` it, it blocks nothing."""

    def __init__(self, report: Report, settings: Settings, parent: QWidget | None = None) -> None:
        from exporters import EXPORTERS, default_formats

        super().__init__(parent)
        look.named(self, "export_dialog", "导出")
        self.setWindowTitle("导出")
        self._report = report
        self._settings = settings
        self._formats = {one.key: QCheckBox(f"{one.label}（{one.suffix}）") for one in EXPORTERS}
        self._usual_formats = default_formats()
        self._stage = ChoiceField()
        self._folder = QLineEdit(settings.get(EXPORT_FOLDER) or str(documents_folder()))
        self._results = QListWidget()
        self._status = look.quiet_label("")
        self._status.setWordWrap(True)
        self._status.setObjectName("export_status")
        self._start = QPushButton("导出")
        self._close = QPushButton("关闭")
        self._open_folder = QPushButton("打开文件夹")
        self._fill()
        self._lay_out()
        self._judge()

    def _fill(self) -> None:
        remembered = self._settings.get(EXPORT_FORMATS)
        chosen = remembered.split(",") if remembered else self._usual_formats
        for key, box in self._formats.items():
            look.named(box, f"field:format_{key}", box.text())
            box.setChecked(key in chosen)
            box.toggled.connect(self._judge)
        look.named(self._stage, "field:stage", "阶段")
        self._stage.addItems([stage.value for stage in Stage])
        self._stage.setCurrentText(self._report.stage.value)
        look.named(self._folder, "field:folder", "文件夹")
        self._folder.textChanged.connect(self._judge)
        look.named(self._results, "export_results", "已导出的文件")
        self._results.itemActivated.connect(lambda item: _open(item.toolTip()))
        self._results.hide()
        look.named(self._start, "export_start", "导出")
        look.make_main(self._start)
        self._start.setDefault(True)
        self._start.clicked.connect(self._export)
        look.named(self._close, "export_close", "关闭")
        self._close.clicked.connect(self.reject)
        look.named(self._open_folder, "open_folder", "打开文件夹")
        self._open_folder.clicked.connect(lambda: _open(self._folder.text().strip()))
        self._open_folder.hide()

    def _lay_out(self) -> None:
        choose = QPushButton("选择……")
        look.named(choose, "choose_folder", "选择文件夹")
        choose.clicked.connect(self._choose_folder)
        folder = QHBoxLayout()
        folder.addWidget(self._folder, 1)
        folder.addWidget(choose)
        formats = QVBoxLayout()
        for box in self._formats.values():
            formats.addWidget(box)
        form = QFormLayout()
        form.setHorizontalSpacing(4 * look.SPACE)
        form.setVerticalSpacing(3 * look.SPACE)
        form.addRow("检查", _preflight(self._report))
        form.addRow("格式", formats)
        form.addRow("阶段", self._stage)
        form.addRow("", look.quiet_label(_ABOUT_STAGE))
        form.addRow("文件夹", folder)
        buttons = QDialogButtonBox()  # the system's own order, as in every other dialog
        buttons.addButton(self._open_folder, QDialogButtonBox.ButtonRole.HelpRole)
        buttons.addButton(self._close, QDialogButtonBox.ButtonRole.RejectRole)
        buttons.addButton(self._start, QDialogButtonBox.ButtonRole.AcceptRole)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(look.PAGE_MARGIN,) * 4)
        layout.setSpacing(3 * look.SPACE)
        layout.addLayout(form)
        layout.addWidget(self._status)
        layout.addWidget(self._results)
        layout.addWidget(buttons)
        self.setMinimumWidth(140 * look.SPACE)

    def _chosen(self) -> list[str]:
        return [key for key, box in self._formats.items() if box.isChecked()]

    def _judge(self) -> None:
        self._start.setEnabled(bool(self._chosen() and self._folder.text().strip()))

    def _choose_folder(self) -> None:
        dialog = QFileDialog(self, "导出到哪个文件夹", self._folder.text())
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(self._folder.setText)
        dialogs.show(dialog)

    def _export(self) -> None:
        from actions.exporting import export_report

        folder, formats = Path(self._folder.text().strip()).expanduser(), self._chosen()
        self._settings.set(EXPORT_FOLDER, str(folder))
        self._settings.set(EXPORT_FORMATS, ",".join(formats))
        self._start.setEnabled(False)
        self._say("正在导出……", wrong=False)
        work = partial(export_report, self._report, folder, formats, Stage(self._stage.currentText()))
        background.run(work, self._show_files, self._show_error, self)

    def _show_files(self, exported: "Exported") -> None:
        for file in exported.files:
            self._results.addItem(file.name)
            self._results.item(self._results.count() - 1).setToolTip(str(file))
        rows = min(self._results.count(), _MOST_ROWS)
        self._results.setFixedHeight(rows * self._results.sizeHintForRow(0) + 2 * self._results.frameWidth())
        self._results.show()
        self._open_folder.show()
        self._say(
            "\n".join((f"已导出 {len(exported.files)} 个文件，双击文件名打开。", *exported.notes)),
            wrong=False,
        )
        self._judge()

    def _show_error(self, error: UserError) -> None:
        self._say(str(error), wrong=True)
        self._judge()

    def _say(self, sentence: str, *, wrong: bool) -> None:
        self._status.setText(sentence)
        look.set_wrong(self._status, wrong)


def _open(place: str) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(place))


def _preflight(report: Report) -> QLabel:
    """What is still to be done before the report goes out. It warns, it forbids nothing."""
    findings = checks.run(report, template(report.template))
    sentence = preflight_words(findings, len(missing_figures(report)))
    label = look.quiet_label(sentence)
    label.setObjectName("preflight")
    look.set_wrong(label, any(one.level is Level.ERROR for one in findings))
    return label


def preflight_words(findings: tuple[Finding, ...], missing: int) -> str:
    """错误 2 处，缺数据 3 个 …"""
    errors = sum(one.level is Level.ERROR for one in findings)
    doubts = len(findings) - errors
    parts = ((errors, "错误 {} 处"), (doubts, "存疑和提示 {} 处"), (missing, "正文引用而未填的数据 {} 个"))
    todo = "，".join(words.format(count) for count, words in parts if count)
    return f"{todo}；现在也可以导出，定稿前请处理。" if todo else "没有发现错误，数据齐全。"
