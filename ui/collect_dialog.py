"""发采集表: which department is asked for how much, by when, and where the blank workbooks go."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHeaderView,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from models.collection import requests
from models.dates import official_date
from models.errors import UserError
from models.report import Report
from ui import background, dialogs, look
from ui.buttons import wire
from ui.fields import LineField
from ui.file_results import FileResults
from ui.folder_row import FolderRow
from ui.settings import COLLECT_FOLDER, EXPORT_FOLDER, Settings, documents_folder
from ui.tables import choose_rows, dress_table
from ui.work_bar import WorkBar

if TYPE_CHECKING:
    from actions.collecting import Collected

_ABOUT = (
    "给每个来源单位各写一份空白的Excel采集表：列着要它填的指标和上年数，带填报说明。"
    "来源单位在“数据”表里改；填好发回以后，用“数据”菜单的“收采集表”收。"
)
_COLUMNS = ("单位", "指标数", "其中还没有本年数")
_USUAL_DEADLINE = (1, 15)
"""Of the year after the report's: the reports are due on 1 March, and the county writes for a month."""
_ROWS = 5


class CollectDialog(QDialog):
    """Writes the blank workbooks; `open()` it, it blocks nothing."""

    def __init__(self, report: Report, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look.named(self, "collect_dialog", "发采集表")
        self.setWindowTitle("发采集表")
        self._report, self._settings = report, settings
        self._deadline = LineField()
        look.named(self._deadline, "field:collect_deadline", "截止日期")
        self._deadline.setText(official_date(date(report.year + 1, *_USUAL_DEADLINE).isoformat()))
        self._deadline.setPlaceholderText("不填就不印截止日期")
        self._deadline.setMinimumHeight(7 * look.SPACE)
        self._folder = FolderRow(
            "collect_folder",
            "采集表的文件夹",
            "采集表写到哪个文件夹",
            settings.get(COLLECT_FOLDER) or settings.get(EXPORT_FOLDER) or str(documents_folder()),
        )
        self._everything = QCheckBox("目录里的全部指标都采集")
        look.named(self._everything, "collect_all", "目录里的全部指标都采集")
        self._everything.setToolTip("不选时，只采集本报告用到的和有上年数的指标")
        self._table = QTableWidget(0, len(_COLUMNS))
        self._status = look.quiet_label("")
        self._status.setWordWrap(True)
        self._status.setObjectName("collect_status")
        self._bar = WorkBar("collect", "写采集表")
        self._results = FileResults("collect_results")
        self._results.hide()
        self._start, self._close = QPushButton("写出采集表"), QPushButton("关闭")
        self._connect()
        self._lay_out()
        self._show_requests()

    def reject(self) -> None:
        """Close; while workbooks are being made, stop that instead."""
        if self._bar.is_working:
            self._bar.stop()
        else:
            super().reject()

    def _connect(self) -> None:
        self._deadline.textChanged.connect(lambda _text: self._judge())
        self._folder.changed.connect(self._judge)
        self._everything.toggled.connect(lambda _checked: self._show_requests())
        for button, name, do in (
            (self._start, "collect_start", self._begin),
            (self._close, "collect_close", self.reject),
        ):
            wire(button, name, do)
        look.make_main(self._start)
        self._start.setDefault(True)

    def _show_requests(self) -> None:
        asking = requests(self._report, self._everything.isChecked())
        self._table.setRowCount(len(asking))
        for row, request in enumerate(asking):
            missing = sum(1 for one in request.asked if one.figure.value is None or one.figure.is_carried)
            for column, text in enumerate((request.department, str(len(request.asked)), str(missing))):
                self._table.setItem(row, column, QTableWidgetItem(text))
        self._judge()

    def _judge(self) -> None:
        is_idle = not self._bar.is_working
        complaint = self._complaint()
        if is_idle:
            self._say(complaint or self._hint(), wrong=False)
        self._start.setEnabled(is_idle and not complaint)
        for field in (self._deadline, self._folder, self._everything):
            field.setEnabled(is_idle)

    def _complaint(self) -> str:
        if not self._table.rowCount():
            return "报告里还没有数据可采集；请先从上年结转或导入报告，或选择采集目录里的全部指标。"
        try:
            official_date(self._deadline.text())
        except UserError:
            return f"“{self._deadline.text()}”不是日期；请写成“{self._report.year + 1}年1月15日”。"
        return self._folder.complaint

    def _hint(self) -> str:
        """What is missing in the letterhead, while there is still time to fill it in."""
        head = self._report.letterhead
        named = (("联系人", head.contact_name), ("电话", head.contact_phone))
        missing = "和".join(words for words, text in named if not text)
        return f"文头没有填{missing}，采集表上不会写；建议先到“文头”页补上再写出。" if missing else ""

    def _begin(self) -> None:
        from actions.collecting import collect

        folder = self._folder.folder
        if folder is None:
            return
        report, everything, bar = self._report, self._everything.isChecked(), self._bar
        deadline = official_date(self._deadline.text())
        bar.begin()
        self._say("正在写采集表……", wrong=False)
        self._judge()
        background.run(
            lambda: collect(report, folder, deadline, everything=everything, tell=bar.tell),
            self._finish,
            self._complain,
            self,
        )

    def _finish(self, collected: "Collected") -> None:
        self._bar.end()
        self._settings.set(COLLECT_FOLDER, str(collected.files[0].parent))
        self._results.add(collected.files)
        self._results.show()
        self._judge()
        self._say("\n".join((f"写好 {len(collected.files)} 份采集表。", *collected.notes)), wrong=False)
        look.make_main(self._start, False)
        self._close.setDefault(True)  # Return shall not write everything a second time
        self._close.setFocus()
        self._grow()

    def _grow(self) -> None:
        """Make room for the results: of lines that wrap, Qt's own hint knows the height of one."""
        self.layout().activate()
        dialogs.take_height(self, max(self.height(), self.layout().totalHeightForWidth(self.width())))

    def _complain(self, error: UserError) -> None:
        self._bar.end()
        self._judge()
        self._say(str(error), wrong=True)
        self._start.setFocus()

    def _say(self, sentence: str, *, wrong: bool) -> None:
        self._status.setText(sentence)
        look.set_wrong(self._status, wrong)

    def _lay_out(self) -> None:
        self._table.setHorizontalHeaderLabels(_COLUMNS)
        dress_table(self._table, "collect_table", "要填报的单位")
        choose_rows(self._table)
        self._table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self._table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self._table.verticalHeader().setDefaultSectionSize(7 * look.SPACE)
        self._table.setMinimumHeight(_ROWS * 7 * look.SPACE)
        form = QFormLayout()
        form.setHorizontalSpacing(4 * look.SPACE)
        form.setVerticalSpacing(3 * look.SPACE)
        form.addRow("截止日期", self._deadline)
        form.addRow("文件夹", self._folder)
        form.addRow("", self._everything)
        buttons = QDialogButtonBox()
        buttons.addButton(self._close, QDialogButtonBox.ButtonRole.RejectRole)
        buttons.addButton(self._start, QDialogButtonBox.ButtonRole.AcceptRole)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(look.PAGE_MARGIN,) * 4)
        layout.setSpacing(3 * look.SPACE)
        layout.addWidget(look.quiet_label(_ABOUT))
        layout.addLayout(form)
        layout.addWidget(self._table, 1)
        for widget in (self._status, self._bar, self._results, buttons):
            layout.addWidget(widget)
        self.setMinimumWidth(150 * look.SPACE)
