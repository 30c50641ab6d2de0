"""A statistic the catalogue does not have becomes the report's own indicator."""

import re

from PySide6.QtWidgets import QDialog, QFormLayout, QLineEdit, QWidget

from models.errors import UserError
from models.indicator import Indicator, catalogue
from models.own_indicators import Belonging, own_indicator
from models.report import Report
from models.template import template
from ui import look
from ui.dialog_layout import answers, pile
from ui.fields import ChoiceField
from ui.plain_line import PlainLine
from ui.section_names import section_templates, tab_names

_HINT = "在正文中用“插入数字”（Ctrl+L）引用；结转到下一年时一起带过去。"
_BETWEEN = re.compile(r"[、，,；;\s]+")
_USUAL_SECTION = "measures"


class IndicatorDialog(QDialog):
    """Asks for a new indicator, or changes the one given; `open()` it and wait for `accepted`."""

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
        self._section = self._make_section()
        self._department = self._make_department()
        self._aliases = _line("field:indicator_aliases", "正文里也叫", "用顿号隔开，如：援助案件、法援案件")
        self._note = look.quiet_label(_HINT)
        look.named(self._note, "indicator_note", "说明")
        self._lay_out()
        if indicator:
            self._show(indicator)
        for line in (self._name, self._unit, self._aliases):
            line.textChanged.connect(self._judge)
        self._judge()

    def set_name(self, name: str) -> None:
        """Begin with a name, ready for the unit."""
        self._name.setText(name)
        if name:
            self._unit.setFocus()

    def indicator(self) -> Indicator:
        """What was filled in. Raises UserError where it may not be."""
        belonging = Belonging(
            str(self._section.currentData()),
            self._department.currentText().strip(),
            tuple(filter(None, _BETWEEN.split(self._aliases.text()))),
        )
        return own_indicator(
            self._report, self._name.text(), self._unit.text(), self._old.id if self._old else "", belonging
        )

    def _show(self, indicator: Indicator) -> None:
        self._name.setText(indicator.name)
        self._unit.setText(indicator.unit)
        self._section.setCurrentIndex(max(0, self._section.findData(indicator.section)))
        self._department.setEditText(indicator.department)
        self._aliases.setText("、".join(alias for alias in indicator.aliases if alias != indicator.name))

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

    def _make_section(self) -> ChoiceField:
        box = ChoiceField()
        look.named(box, "field:indicator_section", "属于哪一部分")
        kind = template(self._report.template)
        names = tab_names(self._report, kind)
        for section in section_templates(self._report, kind):
            box.addItem(names[section.key], section.key)
        if self._old and box.findData(self._old.section) < 0:
            box.addItem("其他", self._old.section)
        box.setCurrentIndex(max(0, box.findData(_USUAL_SECTION)))
        return box

    def _make_department(self) -> ChoiceField:
        """One of those that supply other figures, or any other that is typed in."""
        box = ChoiceField()
        box.setEditable(True)
        look.named(box, "field:indicator_department", "来源单位")
        line = _line("field:indicator_department_text", "来源单位", "由哪个单位提供，可以不填")
        box.setLineEdit(line)
        said = [figure.department for figure in self._report.figures]
        known = [one.department for one in (*self._report.own_indicators, *catalogue().values())]
        box.addItems(list(dict.fromkeys(filter(None, (*said, *known)))))
        box.setEditText("")
        return box

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(4 * look.SPACE)
        form.setVerticalSpacing(2 * look.SPACE)
        form.addRow("名称", self._name)
        form.addRow("单位", self._unit)
        form.addRow("所属部分", self._section)
        form.addRow("来源单位", self._department)
        form.addRow("正文里也叫", self._aliases)
        buttons, self._ok = answers(self, "确定")
        pile(self, (form, self._note, buttons), 125 * look.SPACE)


def _line(name: str, words: str, example: str) -> QLineEdit:
    line = PlainLine()
    look.named(line, name, words)
    line.setPlaceholderText(example)
    return line
