"""A section's tab over a draft, with its widgets by their names."""

from typing import TypeVar

from PySide6.QtWidgets import (
    QAbstractButton,
    QLineEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from models.quantity import Quantity
from models.report import Figure, Item, Report, Section
from models.stored import Stored
from models.template import SectionTemplate
from ui.draft import Draft
from ui.item_tree import ItemTree
from ui.linked_text_edit import LinkedTextEdit
from ui.section_tab import SectionTab

KEY = "measures"
DECLARED = SectionTemplate(
    KEY, "举措", "写全年做了什么。", (), suggested=("强化权力监督", "化解矛盾纠纷", "提升法治意识")
)
W = TypeVar("W", bound=QWidget)
FIRST = "全年办件{{fy_apply}}件。"


def begun() -> Report:
    section = Section(
        KEY,
        "主要举措",
        ("开头的话。",),
        (
            Item("履行政府职能", (FIRST, "第二段。")),
            Item("健全制度体系", ("审核文件23件。",), (Item("审核", ("甲",)), Item("清理", ("乙",)))),
            Item("化解矛盾纠纷", ("申请{{fy_apply}}件。",)),
        ),
    )
    other = Section("plan", "安排", ("明年的事。",))
    report = Report(2025, "county-regulation", sections=(section, other))
    return report.with_figure(Figure("fy_apply", Quantity("179")))


class Clock:
    """Time that passes only when told."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


class Desk:
    """A tab over a draft, with its widgets by their names."""

    def __init__(self, qtbot: QtBot, report: Report) -> None:
        self.clock = Clock()
        self.draft = Draft(Stored(report, 1, ""), clock=self.clock)
        self.tab = SectionTab(self.draft, DECLARED)
        while self.tab.fill():
            pass
        qtbot.addWidget(self.tab)
        self.tab.resize(900, 600)
        self.tab.show()

    @property
    def section(self) -> Section:
        section = self.draft.report.section(KEY)
        assert section is not None
        return section

    def find(self, kind: type[W], name: str) -> W:
        (found,) = self.tab.findChildren(kind, name)
        return found

    def body(self, place: str) -> LinkedTextEdit:
        return self.find(LinkedTextEdit, f"body:{KEY}:{place}")

    def heading(self, place: str) -> QLineEdit:
        return self.find(QLineEdit, f"heading:{KEY}:{place}")

    def click(self, name: str) -> None:
        self.find(QAbstractButton, f"{name}:{KEY}").click()

    @property
    def tree(self) -> ItemTree:
        return self.find(ItemTree, f"items:{KEY}")

    def choose(self, *path: int) -> None:
        item = self.tree.invisibleRootItem()
        for count in path:
            item = item.child(count - 1)
        self.tree.setCurrentItem(item)

    def outline(self) -> list[str]:
        root = self.tree.invisibleRootItem()
        top = [root.child(count) for count in range(root.childCount())]
        rows = [[one, *(one.child(count) for count in range(one.childCount()))] for one in top]
        return [item.text(0) for items in rows for item in items]

    def titles(self) -> list[str]:
        return [item.title for item in self.section.items]
