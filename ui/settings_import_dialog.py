"""What an imported file of settings would change, before it does."""

from PySide6.QtWidgets import QDialog, QHBoxLayout, QHeaderView, QLabel, QTableView, QVBoxLayout, QWidget

from ui import look
from ui.buttons import push_button
from ui.row_model import Column, RowModel
from ui.settings import Settings
from ui.settings_file import Change, Incoming, take_over
from ui.tables import choose_rows, dress_table, set_widths

_SIZE = (180 * look.SPACE, 110 * look.SPACE)
_EMPTY = "（空）"


class ChangesModel(RowModel[Change]):
    """One row a setting that becomes another."""

    columns = (
        Column("设置", lambda one: one.setting.label),
        Column("现在", lambda one: one.old_words or _EMPTY),
        Column("导入后", lambda one: one.new_words or _EMPTY),
    )


class SettingsImportDialog(QDialog):
    """Accepting it takes everything over."""

    def __init__(self, incoming: Incoming, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look.named(self, "settings_import_dialog", "导入设置")
        self.setWindowTitle("导入设置")
        self.accepted.connect(lambda: take_over(incoming, settings))
        head = QLabel(f"将改动 {len(incoming.changes)} 项设置：")
        head.setObjectName("settings_import_head")
        table, model = QTableView(), ChangesModel(self)
        dress_table(table, "settings_changes", "将改动的设置")
        choose_rows(table)
        table.setModel(model)
        model.show(incoming.changes)
        set_widths(table, (8, 0, 0))
        for column in (1, 2):
            table.horizontalHeader().setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        left_out = look.quiet_label("；".join(incoming.left_out))
        left_out.setObjectName("settings_left_out")
        left_out.setWordWrap(True)
        left_out.setVisible(bool(incoming.left_out))
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(take := push_button("settings_import_ok", "导入", self.accept))
        buttons.addWidget(cancel := push_button("settings_import_cancel", "取消", self.reject))
        look.make_main(take)
        cancel.setDefault(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(look.PAGE_MARGIN,) * 4)
        layout.setSpacing(3 * look.SPACE)
        layout.addWidget(head)
        layout.addWidget(table, 1)
        layout.addWidget(left_out)
        layout.addLayout(buttons)
        self.resize(*_SIZE)
