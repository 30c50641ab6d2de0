"""汇总各地: workbooks of many offices become one; how far it is, and what is to be asked of the offices."""

import re
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from models.errors import UserError
from ui import background, dialogs, look
from ui.fields import LineField
from ui.file_choice import WORKBOOKS
from ui.file_results import FileResults
from ui.file_row import FileRow
from ui.places_list import PlacesList
from ui.settings import SUMMARY_FOLDER, Settings
from ui.work_bar import WorkBar

if TYPE_CHECKING:
    from actions.summarising import Summarised

_ABOUT = (
    "把各地用本程序导出的统计表（.xlsx）汇总成一个工作簿：各项合计、与上年比较，"
    "并列出缺报的单位、自相矛盾和明显偏离的数。子文件夹里的也会读到，原文件不会改动。"
)
_NAME = "法治政府建设统计汇总.xlsx"
_LISTS = "文本文件 (*.txt);;所有文件 (*)"
_YEAR = re.compile("[0-9]{4}")
_PROBLEMS_HEIGHT = 28 * look.SPACE


class SummariseDialog(QDialog):
    """Summarises workbooks; `open()` it, it blocks nothing."""

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look.named(self, "summarise_dialog", "汇总各地")
        self.setWindowTitle("汇总各地")
        self._settings = settings
        self._places = PlacesList("summarise_places", "要汇总的文件夹和文件", ";;".join(WORKBOOKS))
        self._offices = FileRow("offices", "应报单位名单", _LISTS)
        self._target = FileRow("target", "汇总表存为", "Excel 工作簿 (*.xlsx)", is_new=True)
        self._year = LineField()
        look.named(self._year, "field:year", "年度")
        self._status = look.quiet_label("")
        self._status.setWordWrap(True)
        self._status.setObjectName("summarise_status")
        self._bar = WorkBar("summarise", "汇总")
        self._bar.told.connect(lambda words: self._say(words, wrong=False))
        self._problems = QPlainTextEdit()
        look.named(self._problems, "summarise_problems", "读文件时的问题")
        self._problems.setReadOnly(True)
        self._problems.setFixedHeight(_PROBLEMS_HEIGHT)
        self._results = FileResults("summarise_results")
        self._start, self._close = QPushButton("汇总"), QPushButton("关闭")
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
        folder = self._settings.folder_used(SUMMARY_FOLDER)
        self._places.beginning = str(folder)
        self._target.set_file(folder / _NAME)
        self._offices.set_placeholder("可以不选；一行一个单位，选了就能查出谁没有报")
        self._year.setPlaceholderText("可以不填；取统计表最多的那一年")
        self._year.textChanged.connect(lambda _text: self._reconsider())
        for row in (self._places, self._offices, self._target):
            row.changed.connect(self._reconsider)
        for widget in (self._problems, self._results):
            widget.hide()
        look.named(self._start, "summarise_start", "汇总")
        self._start.clicked.connect(self._summarise)
        look.make_main(self._start)
        self._start.setDefault(True)
        look.named(self._close, "summarise_close", "关闭")
        self._close.setAutoDefault(False)
        self._close.clicked.connect(self.reject)

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        form.setSpacing(2 * look.SPACE)
        form.addRow("统计表在哪里", self._places)
        form.addRow("应报单位名单", self._offices)
        form.addRow("年度", self._year)
        form.addRow("汇总表存为", self._target)
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
        self.setMinimumWidth(170 * look.SPACE)

    @property
    def _obstacle(self) -> str:
        """Why nothing can be summarised yet; empty where it can."""
        if not self._places.places:
            return "请添加存放各地统计表的文件夹，也可以直接拖进来。"
        if self._target.file is None or not self._target.file.is_absolute():
            return "请选择汇总表存到哪里。"
        if self._year.text().strip() and not _YEAR.fullmatch(self._year.text().strip()):
            return "年度要写成2025这样的四位数字，或者不填。"
        return ""

    def _judge(self) -> None:
        for row in (self._places, self._offices, self._year, self._target):
            row.setEnabled(not self._bar.is_working)
        self._start.setEnabled(not self._bar.is_working and not self._obstacle)
        if not self._bar.is_working and self._obstacle:
            self._say(self._obstacle, wrong=False)

    def _reconsider(self) -> None:
        self._say("", wrong=False)
        self._judge()

    def _summarise(self) -> None:
        from actions.summarising import summarise

        target = self._target.file
        assert target is not None
        self._bar.begin()
        QTimer.singleShot(0, self, self._take_room)
        self._problems.hide()
        self._say("正在查找文件……", wrong=False)
        self._judge()
        work = partial(
            summarise,
            self._places.places,
            target,
            offices=self._offices.file,
            year=int(self._year.text()) if self._year.text().strip() else None,
            tell=self._bar.tell,
        )
        background.run(work, self._finish, self._complain, self)

    def _finish(self, done: "Summarised") -> None:
        from actions.showing_workbooks import summarised_lines

        self._end(summarised_lines(done)[0], wrong=False)
        self._settings.set(SUMMARY_FOLDER, str(done.files[0].parent))
        self._problems.setPlainText("\n".join(done.overview.problems))
        self._problems.setVisible(bool(done.overview.problems))
        self._results.add(done.files)
        self._results.show()
        self._results.setFocus()  # Return opens the file; it shall not summarise again

    def _complain(self, error: UserError) -> None:
        self._end(str(error), wrong=not self._bar.is_stopped)

    def _end(self, sentence: str, *, wrong: bool) -> None:
        self._bar.end()
        self._judge()
        self._say(sentence, wrong=wrong)
        QTimer.singleShot(0, self, self._take_room)

    def _take_room(self) -> None:
        """As high as what there is to say, once that has been laid out, and no higher than the screen."""
        dialogs.take_height(self, max(self.height(), self.sizeHint().height()))

    def _say(self, sentence: str, *, wrong: bool) -> None:
        self._status.setText(sentence)
        look.set_wrong(self._status, wrong)
