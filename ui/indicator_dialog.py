"""A statistic the catalogue does not have becomes the report's own indicator."""

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QLineEdit, QVBoxLayout, QWidget

from models.indicator import Indicator
from ui import look


class IndicatorDialog(QDialog):
    """Asks for name and unit; `open()` it and wait for `accepted`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look.named(self, "indicator_dialog", "添加自定义指标")
        self.setWindowTitle("添加自定义指标")
        self._name = QLineEdit()
        look.named(self._name, "field:indicator_name", "指标名称")
        self._name.setPlaceholderText("如：法律援助案件")
        self._unit = QLineEdit()
        look.named(self._unit, "field:indicator_unit", "单位")
        self._unit.setPlaceholderText("如：件")
        form = QFormLayout()
        form.addRow("名称", self._name)
        form.addRow("单位", self._unit)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        self._ok = buttons.button(QDialogButtonBox.StandardButton.Ok)
        look.named(self._ok, "dialog_ok", "确定")
        self._ok.setEnabled(False)
        self._name.textChanged.connect(lambda text: self._ok.setEnabled(bool(text.strip())))
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(look.quiet_label("添加后在正文中用“插入数字”引用它。"))
        layout.addWidget(buttons)
        self.setMinimumWidth(90 * look.SPACE)

    def indicator(self, indicator_id: str) -> Indicator:
        """What was filled in."""
        name = self._name.text().strip()
        return Indicator(indicator_id, name, self._unit.text().strip(), aliases=(name,))
