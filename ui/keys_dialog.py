"""快捷键: every key by group, to be read, copied and printed."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from ui import look
from ui.buttons import push_button
from ui.keys_list import KeyLine, key_text

_SIZE = (130 * look.SPACE, 145 * look.SPACE)
_KEYS_WIDTH = 50 * look.SPACE


class KeysDialog(QDialog):
    """Open it with `dialogs.show`."""

    def __init__(self, lines: tuple[KeyLine, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look.named(self, "keys_dialog", "快捷键")
        self.setWindowTitle("快捷键")
        self._lines = lines
        self._told = look.quiet_label("")
        look.named(self._told, "keys_told", "说明")
        row = QHBoxLayout()
        row.addWidget(self._told, 1)
        row.addWidget(push_button("keys_copy", "复制", self._copy, "复制成文字，可以贴到 Word 里打印"))
        close = push_button("keys_close", "关闭", self.reject)
        close.setDefault(True)
        row.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(4 * look.SPACE,) * 4)
        layout.setSpacing(3 * look.SPACE)
        layout.addWidget(self._tree())
        layout.addLayout(row)
        self.resize(*_SIZE)

    def _tree(self) -> QTreeWidget:
        tree = QTreeWidget()
        look.named(tree, "keys_list", "快捷键")
        tree.setColumnCount(2)
        tree.setHeaderLabels(["做什么", "按哪个键"])
        look.named(tree.header(), "keys_columns", "快捷键的列")
        tree.header().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        tree.header().setStretchLastSection(False)
        tree.header().setSectionResizeMode(0, tree.header().ResizeMode.Stretch)
        tree.header().resizeSection(1, _KEYS_WIDTH)
        tree.setRootIsDecorated(False)
        tree.setItemsExpandable(False)
        for group in dict.fromkeys(line.group for line in self._lines):
            head = QTreeWidgetItem(tree, [group])
            head.setFirstColumnSpanned(True)
            font = head.font(0)
            font.setBold(True)
            head.setFont(0, font)
            for line in self._lines:
                if line.group == group:
                    QTreeWidgetItem(head, [line.words, line.keys])
        tree.expandAll()
        return tree

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(key_text(self._lines))
        self._told.setText("已复制，可以粘贴到别处打印")
