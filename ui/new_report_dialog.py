"""新建: template, unit, year. Everything else is filled in afterwards."""

from dataclasses import dataclass

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QLabel, QVBoxLayout, QWidget

from actions.dating import year_of
from models.errors import UserError
from models.template import templates
from ui import look
from ui.fields import ChoiceField
from ui.plain_line import PlainLine


@dataclass(frozen=True, slots=True)
class NewReport:
    """What the clerk wants to begin."""

    template: str
    organ: str
    year: int


class NewReportDialog(QDialog):
    """Asks for a new report; `open()` it, wait for `accepted`, read `answer`. It blocks nothing."""

    def __init__(self, suggested: NewReport, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look.named(self, "new_report_dialog", "新建报告")
        self.setWindowTitle("新建报告")
        self._template = ChoiceField()
        look.named(self._template, "field:template", "模板")
        for one in templates().values():
            self._template.addItem(one.name, one.id)
        self._template.setCurrentIndex(max(0, self._template.findData(suggested.template)))
        self._about = look.quiet_label("")
        self._about.setWordWrap(True)
        self._about.setMinimumHeight(2 * self.fontMetrics().lineSpacing())
        self._organ = PlainLine(suggested.organ)
        look.named(self._organ, "field:organ", "单位")
        self._organ.setPlaceholderText("发文机关全称，如：云岭县人民政府")
        self._year = PlainLine(str(suggested.year))
        look.named(self._year, "field:year", "年度")
        self._complaint = QLabel()
        self._complaint.setObjectName("new_report_complaint")
        self._complaint.setWordWrap(True)
        look.set_wrong(self._complaint, True)
        self._buttons = self._make_buttons()
        self._lay_out()
        self._template.currentIndexChanged.connect(self._describe)
        self._organ.textChanged.connect(self._judge)
        self._year.textChanged.connect(self._judge)
        self._describe()
        self._judge()
        self._organ.setFocus()

    @property
    def answer(self) -> NewReport:
        """What was filled in; only once the dialog was accepted."""
        return NewReport(
            str(self._template.currentData()), self._organ.text().strip(), year_of(self._year.text())
        )

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(4 * look.SPACE)
        form.setVerticalSpacing(3 * look.SPACE)
        form.addRow("模板", self._template)
        form.addRow("", self._about)
        form.addRow("单位", self._organ)
        form.addRow("年度", self._year)
        form.addRow("", look.quiet_label("报告写的是哪一年的工作，就填哪一年。"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(look.PAGE_MARGIN,) * 4)
        layout.addLayout(form)
        layout.addWidget(self._complaint)
        layout.addStretch()
        layout.addWidget(self._buttons)
        self.setMinimumWidth(120 * look.SPACE)

    def _make_buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        accept = buttons.button(QDialogButtonBox.StandardButton.Ok)
        accept.setText("新建")
        look.make_main(accept)
        look.named(accept, "dialog_ok", "新建")
        look.named(buttons.button(QDialogButtonBox.StandardButton.Cancel), "dialog_cancel", "取消")
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        return buttons

    def _describe(self) -> None:
        self._about.setText(templates()[self._template.currentData()].description)

    def _judge(self) -> None:
        """The unit may wait until later, the year may not."""
        try:
            year_of(self._year.text())
        except UserError as error:
            self._complaint.setText(str(error))
        else:
            self._complaint.clear()
        self._buttons.button(QDialogButtonBox.StandardButton.Ok).setDisabled(bool(self._complaint.text()))
