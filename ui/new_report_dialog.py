"""新建: template, unit, year. Everything else is filled in afterwards."""

from dataclasses import dataclass

from PySide6.QtWidgets import QDialog, QLabel, QWidget

from actions.dating import year_of
from models.errors import UserError
from models.template import templates
from ui import look
from ui.dialog_layout import answers, fields, pile
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
        self._buttons, self._ok = answers(self, "新建")
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
        form = fields(
            (
                ("模板", self._template),
                ("", self._about),
                ("单位", self._organ),
                ("年度", self._year),
                ("", look.quiet_label("报告写的是哪一年的工作，就填哪一年。")),
            )
        )
        pile(self, (form, self._complaint, None, self._buttons), 120 * look.SPACE)

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
        self._ok.setDisabled(bool(self._complaint.text()))
