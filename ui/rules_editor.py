"""Every rule of proof-reading with a tick: those without one are not asked."""

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ui import look
from ui.buttons import push_button
from ui.fields import LineField
from ui.rules_off import rules_off, switch_off
from ui.settings import Settings

_RULE = Qt.ItemDataRole.UserRole
_LEVEL_WIDTH, _NAME_WIDTH = 18 * look.SPACE, 66 * look.SPACE


class RulesEditor(QWidget):
    """The rules in the order in which they are declared."""

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look.named(self, "setting:checks/off", "校对规则")
        self._settings = settings
        self._tree = self._make_tree()
        self._search = LineField()
        look.named(self._search, "rules_search", "查找规则")
        self._search.setPlaceholderText("按名称、依据查找规则")
        self._search.setMinimumHeight(7 * look.SPACE)
        self._search.textChanged.connect(self._filter)
        self._count = look.quiet_label("")
        self._count.setObjectName("rules_count")
        self._all = push_button("rules_all", "全部启用", lambda: switch_off(self._settings, ()))
        head = QHBoxLayout()
        head.setSpacing(3 * look.SPACE)
        head.addWidget(self._search, 1)
        head.addWidget(self._count)
        head.addWidget(self._all)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2 * look.SPACE)
        layout.addLayout(head)
        layout.addWidget(self._tree, 1)
        self._fill()
        self._tree.itemChanged.connect(lambda _item, _column: self._take())

    def show_off(self) -> None:
        """Show which rules are off now."""
        off = rules_off(self._settings)
        with QSignalBlocker(self._tree):
            for item in self._items():
                state = Qt.CheckState.Unchecked if item.data(0, _RULE) in off else Qt.CheckState.Checked
                item.setCheckState(0, state)
        self._count.setText(f"停用 {len(off)} 条" if off else f"{len(self._items())} 条都启用")
        self._all.setEnabled(bool(off))

    def _fill(self) -> None:
        from checks import RULES

        for rule in RULES:
            item = QTreeWidgetItem([rule.name, rule.level.label, rule.source])
            item.setData(0, _RULE, rule.id)
            item.setToolTip(0, f"{rule.name}（{rule.id}）")
            item.setToolTip(2, rule.source)
            self._tree.addTopLevelItem(item)
        self.show_off()

    def _take(self) -> None:
        """What is off and not known here (a rule of another version) stays off."""
        known = {item.data(0, _RULE): item.checkState(0) for item in self._items()}
        unknown = rules_off(self._settings) - known.keys()
        off = {rule for rule, state in known.items() if state is Qt.CheckState.Unchecked}
        switch_off(self._settings, off | unknown)

    def _filter(self, words: str) -> None:
        for item in self._items():
            texts = (item.data(0, _RULE), *(item.text(column) for column in range(3)))
            item.setHidden(not all(any(word in text for text in texts) for word in words.split()))

    def _items(self) -> list[QTreeWidgetItem]:
        rows = range(self._tree.topLevelItemCount())
        return [item for row in rows if (item := self._tree.topLevelItem(row)) is not None]

    def _make_tree(self) -> QTreeWidget:
        tree = QTreeWidget()
        look.named(tree, "rules_list", "校对规则")
        tree.setHeaderLabels(["规则", "级别", "依据"])
        look.named(tree.header(), "rules_columns", "校对规则的列")
        tree.setRootIsDecorated(False)
        tree.setUniformRowHeights(True)
        tree.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        header = tree.header()
        header.setStretchLastSection(True)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Interactive)
        header.resizeSection(0, _NAME_WIDTH)
        header.resizeSection(1, _LEVEL_WIDTH)
        return tree
