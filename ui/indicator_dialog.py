"""A statistic the catalogue does not have becomes the report's own indicator."""

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QLineEdit, QVBoxLayout, QWidget

from models.errors import UserError
from models.indicator import Indicator
from models.own_indicators import own_indicator
from models.report import Report
from ui import look

_HINT = "添加后在正文中用“插入数字”（Ctrl+L）引用它。"


class IndicatorDialog(QDialog):
    """Asks for name and unit of a new indicator, or of the one given; `open()` it and wait for `accepted`."""

    def __init__(
        self, report: Report, parent: QWidget | None = None, *, indicator: Indicator | None = None
    ) -> None:
        super().__init__(parent)
        self._report, self._old = report, indicator
        title = "修改自定义指标" if indicator else "添加自定义指标"
        look.named(self, "indicator_dialog", title)
        self.setWindowTitle(title)
        self._name = _line("field:indicator_name", "指标名称", "如：法律援助案件")
        self._unit = _line("field:indicator_unit", "单位", "如：件")
        self._note = look.quiet_label(_HINT)
        look.named(self._note, "indicator_note", "说明")
        self._lay_out()
        if indicator:
            self._name.setText(indicator.name)
            self._unit.setText(indicator.unit)
        for line in (self._name, self._unit):
            line.textChanged.connect(self._judge)
        self._judge()

    def set_name(self, name: str) -> None:
        """Begin with a name, ready for the unit."""
        self._name.setText(name)
        if name:
            self._unit.setFocus()

    def indicator(self) -> Indicator:
        """What was filled in. Raises UserError where it may not be."""
        return own_indicator(
            self._report, self._name.text(), self._unit.text(), self._old.id if self._old else ""
        )

    def _judge(self) -> None:
        filled = bool(self._name.text().strip() and self._unit.text().strip())
        complaint = ""
        if filled:
            try:
                self.indicator()
            except UserError as error:
                complaint = str(error)
        self._note.setText(complaint or _HINT)
        look.set_wrong(self._note, bool(complaint))
        self._ok.setEnabled(filled and not complaint)

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.addRow("名称", self._name)
        form.addRow("单位", self._unit)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        self._ok = buttons.button(QDialogButtonBox.StandardButton.Ok)
        self._ok.setText("确定")
        look.named(self._ok, "dialog_ok", "确定")
        cancel = buttons.button(QDialogButtonBox.StandardButton.Cancel)
        cancel.setText("取消")
        look.named(cancel, "dialog_cancel", "取消")
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(self._note)
        layout.addWidget(buttons)
        self.setMinimumWidth(90 * look.SPACE)


def _line(name: str, words: str, example: str) -> QLineEdit:
    line = QLineEdit()
    look.named(line, name, words)
    line.setPlaceholderText(example)
    return line
