"""What is in the chosen backup: its reports, and how the present ones differ."""

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from actions.backup_contents import Contents, Held, Standing
from models.errors import UserError
from ui import look
from ui.spoken_time import spoken

_HEADERS = ("备份里的报告", "最后修改", "与现在比")
_NOTHING = "选中一份备份，就能看到里面有哪些报告。"
_LOOKING = "正在查看这份备份……"


class ContentsView(QWidget):
    """Signals: `chosen_changed()` another report is chosen, or none."""

    chosen_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._contents: Contents | None = None
        self._words = look.quiet_label(_NOTHING)
        self._words.setObjectName("backup_contents_words")
        self._list = QTreeWidget()
        look.named(self._list, "backup_contents", "备份里的报告")
        look.named(self._list.header(), "backup_contents_columns", "备份里的报告的列")
        self._list.setRootIsDecorated(False)
        self._list.setHeaderLabels(_HEADERS)
        self._list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self._list.currentItemChanged.connect(lambda _now, _before: self.chosen_changed.emit())
        self._list.header().setStretchLastSection(False)
        self._list.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in (1, 2):
            self._list.header().setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2 * look.SPACE)
        layout.addWidget(self._list, 1)
        layout.addWidget(self._words)

    @property
    def contents(self) -> Contents | None:
        """What is shown, None while nothing is known."""
        return self._contents

    @property
    def chosen(self) -> Held | None:
        """The chosen report."""
        row = self._list.indexOfTopLevelItem(self._list.currentItem()) if self._list.currentItem() else -1
        return self._contents.held[row] if self._contents and row >= 0 else None

    def clear(self, *, is_looking: bool) -> None:
        """Nothing is known, or not yet."""
        self._put(None, _LOOKING if is_looking else _NOTHING)

    def show_contents(self, contents: Contents) -> None:
        """Show what a backup holds; the first report that differs is chosen."""
        more = f"另有{contents.trashed}份在它的回收站里；" if contents.trashed else ""
        lacking = f"现在有而这份备份里没有的：{len(contents.lacking)}份；" if contents.lacking else ""
        words = f"共{len(contents.held)}份报告、{contents.versions}个版本；{more}{lacking}"
        self._put(contents, f"{words.rstrip('；')}。")
        today = datetime.now().astimezone().date()
        for one in contents.held:
            item = QTreeWidgetItem([one.summary.title, spoken(one.summary.updated, today), str(one.standing)])
            item.setToolTip(0, one.summary.title)
            if one.standing is Standing.NONE:
                item.setForeground(2, look.quiet_colour(self.palette()))
            self._list.addTopLevelItem(item)
        differing = (row for row, one in enumerate(contents.held) if one.standing is not Standing.NONE)
        if (first := self._list.topLevelItem(next(differing, 0))) is not None:
            self._list.setCurrentItem(first)

    def show_error(self, error: UserError) -> None:
        """The backup cannot be read."""
        self._put(None, str(error), wrong=True)

    def _put(self, contents: Contents | None, words: str, *, wrong: bool = False) -> None:
        self._contents = contents
        self._list.clear()
        self._words.setText(words)
        look.set_wrong(self._words, wrong)
        self.chosen_changed.emit()
