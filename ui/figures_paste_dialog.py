"""Before a block that names its indicators is taken: what it would change, and what could not be read."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from actions.pasting import Pasted
from ui import look
from ui.dialog_layout import answers
from ui.tables import choose_rows, dress_table, set_widths

_COLUMNS = ("指标", "", "现在", "粘贴后", "单位")
_WIDTHS = (0, 3, 8, 8, 4)
_MOST_PROBLEMS = 4


class PasteDialog(QDialog):
    """`open()` it and wait for `accepted`."""

    def __init__(self, found: Pasted, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look.named(self, "paste_dialog", "按名称粘贴")
        self.setWindowTitle("按名称粘贴")
        changed = [one for one in found.amounts if one.is_new]
        same = len(found.amounts) - len(changed)
        head = QLabel(f"将改动 {len(changed)} 个数" + (f"，另有 {same} 个与现在相同" if same else "") + "。")
        look.named(head, "paste_summary", "摘要")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(look.PAGE_MARGIN,) * 4)
        layout.addWidget(head)
        layout.addWidget(self._make_table(found), 1)
        if found.problems:
            layout.addWidget(self._make_complaint(found.problems))
        layout.addWidget(self._make_buttons(len(found.amounts)))
        self.resize(150 * look.SPACE, 110 * look.SPACE)

    def _make_table(self, found: Pasted) -> QTableWidget:
        table = QTableWidget(len(found.amounts), len(_COLUMNS))
        table.setHorizontalHeaderLabels(_COLUMNS)
        dress_table(table, "paste_table", "粘贴的数据")
        choose_rows(table)
        set_widths(table, _WIDTHS)
        table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for row, one in enumerate(found.amounts):
            for column, text in enumerate(
                (one.indicator.name, one.year, one.old, one.new, one.indicator.unit)
            ):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                if column in (2, 3):
                    item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                if not one.is_new:
                    item.setForeground(look.quiet_colour(self.palette()))
                elif column == 3:
                    item.setBackground(look.wash(self.palette(), 0.12))
                table.setItem(row, column, item)
        return table

    def _make_complaint(self, problems: tuple[str, ...]) -> QLabel:
        more = len(problems) - _MOST_PROBLEMS
        label = QLabel(
            "\n".join(problems[:_MOST_PROBLEMS]) + (f"\n另有 {more} 行没有填。" if more > 0 else "")
        )
        look.named(label, "paste_problems", "没有填的行")
        label.setWordWrap(True)
        label.setToolTip("\n".join(problems))
        look.set_wrong(label, True)
        return label

    def _make_buttons(self, count: int) -> QDialogButtonBox:
        buttons, put_in = answers(self, "填入")
        put_in.setEnabled(count > 0)
        return buttons
