"""The chips above the findings: which levels are listed, whether only this part's, and those that are ignored."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from checks import Finding, Level
from ui import look
from ui.findings_model import SIGNS


class FindingsChips(QWidget):
    """Every chip is on or off by itself. While no level is chosen all are listed, else those that are.

    Signals: `changed()`.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look.named(self, "findings_show", "显示哪些问题")
        self._levels = {
            level: self._chip(level.value, level.label, f"只列出{level.label}") for level in Level
        }
        self._here = self._chip("here", "只看本部分", "只列出正在写的这一部分的问题")
        self._gone = self._chip("ignored", "已忽略", "看已经忽略的问题，可以取消忽略")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.SPACE)
        for chip in (*self._levels.values(), self._here, self._gone):
            row.addWidget(chip)
        row.addStretch(1)

    @property
    def only_here(self) -> bool:
        """Whether only the part the clerk is in is listed."""
        return self._here.isChecked()

    @property
    def shows_ignored(self) -> bool:
        """Whether the ignored ones are listed instead of the others."""
        return self._gone.isChecked()

    def lets_through(self, finding: Finding, key: str) -> bool:
        """Whether a finding is listed while the clerk is in the part with this key."""
        chosen = {level for level, chip in self._levels.items() if chip.isChecked()}
        return (not chosen or finding.level in chosen) and (not self.only_here or finding.section == key)

    def say(self, findings: Iterable[Finding], ignored: tuple[Finding, ...]) -> None:
        """Write the counts behind the names."""
        found = list(findings)
        for level, chip in self._levels.items():
            count = sum(one.level is level for one in found)
            chip.setText(f"{SIGNS[level]} {level.label} {count}")
            chip.setAccessibleName(f"{level.label}，{count} 处")
        self._gone.setVisible(bool(ignored) or self.shows_ignored)
        self._gone.setText(f"已忽略 {len(ignored)}")
        self._gone.setAccessibleName(f"已忽略，{len(ignored)} 处")

    def _chip(self, name: str, words: str, tip: str) -> QPushButton:
        chip = QPushButton(words)
        look.named(chip, f"findings_show:{name}", words)
        chip.setProperty("chip", True)
        chip.setCheckable(True)
        chip.setToolTip(tip)
        chip.toggled.connect(lambda _is_on: self.changed.emit())
        return chip
