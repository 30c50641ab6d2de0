"""存为版本: what the present state shall be called."""

from PySide6.QtWidgets import QDialog, QWidget

from ui import look
from ui.dialog_layout import answers, pile
from ui.fields import LineField

_ABOUT = "现在的内容存为一个版本，一直保留，以后在“版本”里可以比较和恢复。名称可以不写。"
_MOST = 40
"""Characters of a name."""


class NameVersionDialog(QDialog):
    """`open()` it; `answer` is the name, "" where none was written: the list shows the time anyway."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look.named(self, "name_version_dialog", "存为版本")
        self.setWindowTitle("存为版本")
        self._name = LineField()
        look.named(self._name, "field:version_name", "版本名称")
        self._name.setPlaceholderText("如：送局长看的")
        self._name.setMaxLength(_MOST)
        self._name.setMinimumHeight(7 * look.SPACE)
        buttons, _ = answers(self, "存为版本")
        pile(self, (look.quiet_label(_ABOUT), self._name, buttons), 110 * look.SPACE)
        self._name.setFocus()

    @property
    def answer(self) -> str:
        """The name."""
        return self._name.text().strip()
