"""结转: for which year, and what becomes of each section's text."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtWidgets import QDialog, QFormLayout, QLabel, QWidget

from actions.dating import year_of
from models.carrying import Treatment, usual_treatments
from models.errors import UserError
from models.report import Report
from models.template import template
from models.title import title_in_one_line
from ui import look
from ui.dialog_layout import answers, pile
from ui.fields import ChoiceField
from ui.plain_line import PlainLine
from ui.section_names import tab_names

_ABOUT = {
    Treatment.COPY: "标题和文字都放进新报告，逐条标上“待更新”，改过或核对过才去掉。",
    Treatment.REFERENCE: "只留各条的标题，文字放在“上年原文”里，随时可看、可复制。",
    Treatment.LEAVE: "这一部分从空白写起，上年的文字仍在“上年原文”里。",
}
_ALWAYS = "文头、附件、自设指标一并带过来；今年的数移到上年栏，本年栏空着待填。原来的报告不动。"


@dataclass(frozen=True, slots=True)
class Wish:
    """What the clerk wants: the new report's year and each section's treatment, by key."""

    year: int
    treatments: Mapping[str, Treatment]


class RollDialog(QDialog):
    """Asks; `open()` it, wait for `accepted`, read `answer`. It blocks nothing."""

    def __init__(self, report: Report, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look.named(self, "roll_dialog", "从上年结转")
        self.setWindowTitle("从上年结转")
        self._report = report
        self._year = PlainLine(str(report.year + 1))
        look.named(self._year, "field:roll_year", "新报告的年度")
        self._choices = {key: _choice(key, usual) for key, usual in usual_treatments(report).items()}
        self._complaint = QLabel()
        self._complaint.setObjectName("roll_complaint")
        self._complaint.setWordWrap(True)
        look.set_wrong(self._complaint, True)
        self._buttons, self._ok = answers(self, "结转", "roll")
        self._lay_out()
        self._year.textChanged.connect(self._judge)
        self._judge()
        self._year.selectAll()
        self._year.setFocus()

    @property
    def answer(self) -> Wish:
        """What was chosen; only once the dialog was accepted."""
        treatments = {key: Treatment(field.currentData()) for key, field in self._choices.items()}
        return Wish(year_of(self._year.text()), treatments)

    def _lay_out(self) -> None:
        names = tab_names(self._report, template(self._report.template))
        form = QFormLayout()
        form.setHorizontalSpacing(4 * look.SPACE)
        form.setVerticalSpacing(2 * look.SPACE)
        source = QLabel(f"{title_in_one_line(self._report)}（{self._report.year}年度）")
        source.setWordWrap(True)
        form.addRow("来自", source)
        form.addRow("新报告的年度", self._year)
        for key, field in self._choices.items():
            name = names.get(key) or "正文"
            field.setAccessibleName(f"{name}怎样结转")
            form.addRow(name, field)
        about = [look.quiet_label(f"{treatment.label}：{words}") for treatment, words in _ABOUT.items()]
        rows = (form, *about, look.quiet_label(_ALWAYS), self._complaint, None, self._buttons)
        pile(self, rows, 140 * look.SPACE)

    def _judge(self) -> None:
        self._complaint.setText(self._trouble())
        self._ok.setDisabled(bool(self._complaint.text()))

    def _trouble(self) -> str:
        try:
            year = year_of(self._year.text())
        except UserError as error:
            return str(error)
        is_later = year > self._report.year
        return "" if is_later else f"新报告的年度要晚于{self._report.year}年。"


def _choice(key: str, usual: Treatment) -> ChoiceField:
    field = ChoiceField()
    look.named(field, f"field:roll_section:{key}", "这一部分怎样结转")
    for treatment in Treatment:
        field.addItem(treatment.label, treatment.value)
    field.setCurrentIndex(list(Treatment).index(usual))
    return field
