"""The widgets of 数据备份 and where they stand. No rules."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from ui import look
from ui.contents_view import ContentsView
from ui.status_line import StatusLine
from ui.work_bar import WorkBar

_ABOUT = "有改动时自动备份（间隔见“设置”），退出时再备份一次；每份都验证过才算数，两天内的全部保留，更早的逐渐减少。"
_SIZE = (250 * look.SPACE, 145 * look.SPACE)


class BackupsFrame:
    """Every widget by name; `fill` lays them out in a dialog."""

    def __init__(self, table: QTableView) -> None:
        self.table = table
        self.contents = ContentsView()
        self.newest = QLabel()
        self.newest.setObjectName("backups_newest")
        look.enlarge(self.newest, 1.2, bold=True)
        self.second_words = look.quiet_label("")
        self.second_words.setObjectName("backups_second")
        self.second_words.setWordWrap(True)
        self.status = StatusLine("backups_status")
        self.progress = WorkBar("backups", "备份")
        self.progress.told.connect(self.status.say)
        self.now = _button("backup_now", "立即备份")
        self.to_file = _button("backup_to", "备份到……")
        self.second = _button("backup_second", "选择第二处……")
        self.no_second = _button("backup_no_second", "不用第二处")
        self.from_file = _button("backup_from", "从文件恢复……")
        self.take = _button("backup_take", "取出报告")
        self.restore = _button("backup_restore", "整库恢复……")
        self.close = _button("backups_close", "关闭")
        look.make_main(self.now)
        self.now.setDefault(True)
        self.take.setToolTip("把选中的一份报告连同版本取出来，作为一份新报告")
        self.restore.setToolTip("把全部草稿换成这份备份里的")

    def show_work(self, words: str) -> None:
        """Say what is being done, nothing where nothing is."""
        if not words:
            self.progress.end()
        elif not self.progress.is_working:
            self.progress.begin()
            self.status.say(words)

    def fill(self, dialog: QDialog) -> None:
        """Lay everything out."""
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(4 * look.SPACE)
        splitter.setStyleSheet("QSplitter::handle { background: transparent; }")
        splitter.addWidget(_pane(self.table, self.now, self.to_file))
        splitter.addWidget(_pane(self.contents, self.take, self.restore))
        splitter.setStretchFactor(0, 2)
        splitter.setStretchFactor(1, 3)
        layout = QVBoxLayout(dialog)
        layout.setContentsMargins(*(look.PAGE_MARGIN,) * 4)
        layout.setSpacing(3 * look.SPACE)
        layout.addWidget(self.newest)
        layout.addWidget(look.quiet_label(_ABOUT))
        layout.addWidget(splitter, 1)
        layout.addLayout(_row(self.second_words, self.no_second, self.second))
        layout.addWidget(self.progress)
        layout.addWidget(self.status)
        layout.addLayout(_row(None, self.from_file, self.close))
        dialog.resize(*_SIZE)


def _button(name: str, words: str) -> QPushButton:
    button = QPushButton(words)
    look.named(button, name, words)
    button.setAutoDefault(False)
    return button


def _pane(above: QWidget, *buttons: QPushButton) -> QWidget:
    pane = QWidget()
    layout = QVBoxLayout(pane)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(2 * look.SPACE)
    layout.addWidget(above, 1)
    row = QHBoxLayout()
    row.setSpacing(2 * look.SPACE)
    for button in buttons:
        row.addWidget(button)
    row.addStretch(1)
    layout.addLayout(row)
    return pane


def _row(first: QWidget | None, *buttons: QPushButton) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(2 * look.SPACE)
    if first is None:
        row.addStretch(1)
    else:
        row.addWidget(first, 1)
    for button in buttons:
        row.addWidget(button)
    return row
