"""Begin a report, and fill in single values of it."""

import re
from collections.abc import Mapping
from dataclasses import replace

from models.errors import UnknownKeyError, UserError
from models.filling import filled
from models.forms import FORM, with_form_text
from models.indicator import Indicator, Kind
from models.letterhead import Letterhead
from models.quantity import Quantity
from models.report import Report, Section
from models.target import Target
from models.template import fill, template

_FIGURE = "figure."
_ATTACHMENT = re.compile(r"attachment\.(\d{1,3})\.figures")
_YEAR, _NUMBER = "年份", "〔序号〕"
_YES_NO = {"是": True, "否": False, "": False}


def new_report(template_id: str, organ: str, year: int, unit: Mapping[str, str] | None = None) -> Report:
    """An empty report with the template's sections, opening words and letterhead defaults.

    `unit` are letterhead fields as the office always fills them in; they go before the template's. Raises
    UnknownKeyError for no such template or field, UserError for a text that does not fit.
    """
    chosen = template(template_id)
    letterhead = Letterhead().with_text("organs", organ)
    for key, text in {**chosen.letterhead, **(unit or {})}.items():
        letterhead = letterhead.with_text(key, text)
    return Report(
        year=year,
        template=chosen.id,
        template_version=chosen.version,
        letterhead=letterhead,
        preamble=(fill(chosen.preamble, year, organ),) if chosen.preamble else (),
        sections=tuple(Section(section.key, fill(section.title, year)) for section in chosen.sections),
    )


def number_pattern(pattern: str) -> str:
    """How a document number is to look, as it is written today; earlier {year} and {n} stood for its parts."""
    return pattern.replace("{year}", _YEAR).replace("{n}", _NUMBER)


def number_to_complete(pattern: str, year: int) -> str:
    """An office's document number for the report on a year, its own number still to come: 云政〔2027〕号.

    `pattern` holds 年份 and 〔序号〕 where they go; a report is issued in the year after the one it is about.
    """
    return number_pattern(pattern).replace(_YEAR, str(year + 1)).replace(_NUMBER, "")


def set_values(report: Report, values: Mapping[str, str]) -> Report:
    """The report with letterhead fields and figures filled in; an empty text clears.

    Keys are those of the letterhead, ``figure.<id>``, ``figure.<id>.last``, ``attachment.<n>.figures`` (是 or 否:
    whether the n-th attachment shows the table of figures) and ``form.<id>`` (是 or 否: whether that statistical
    form goes up). Raises UnknownKeyError or another UserError for the first value that does not fit; the report
    given stays as it was.
    """
    for key, text in values.items():
        if key.startswith(_FIGURE):
            report = _with_figure(report, key, text)
        elif key.startswith(FORM):
            report = with_form_text(report, key.removeprefix(FORM), text)
        elif match := _ATTACHMENT.fullmatch(key):
            report = _with_shown_figures(report, int(match[1]), text)
        else:
            report = _with_field(report, key, text)
    return report


def _with_field(report: Report, key: str, text: str) -> Report:
    return replace(report, letterhead=report.letterhead.with_text(key, text))


def _with_shown_figures(report: Report, number: int, text: str) -> Report:
    if not 1 <= number <= len(report.attachments):
        raise UserError(
            f"没有附件{number}，什么也没有改动；本报告有{len(report.attachments)}个附件，请用它们的编号。"
        )
    if text not in _YES_NO:
        raise UserError(f"附件{number}附不附统计表不能是“{text}”，原值未改；请写是或否。")
    attachments = list(report.attachments)
    attachments[number - 1] = replace(attachments[number - 1], shows_figures=_YES_NO[text])
    return replace(report, attachments=tuple(attachments))


def _with_figure(report: Report, key: str, text: str) -> Report:
    named = key.removeprefix(_FIGURE)
    target = Target.parse(named)
    indicator = report.indicator(target.indicator) if str(target) == named else None
    if indicator is None:
        raise UnknownKeyError("指标", named, "请用 show 查看本报告的指标编号。")
    amount = amount_of(indicator, text)
    return report.with_figure(filled(report.figure(indicator.id), amount, target.year))


def amount_of(indicator: Indicator, text: str) -> Quantity | None:
    """A typed amount of an indicator, without its unit; None for an empty text.

    Raises NotAQuantityError, or UserError where the unit is another or the indicator is a date.
    """
    if not text.strip():
        return None
    if indicator.kind is Kind.DATE:
        raise UserError(f"“{indicator.name}”是日期，不能作为数量填写，原值未改；请直接写在正文里。")
    amount = Quantity.parse(text.replace("％", "%"))
    wrong = next((unit for unit in (amount.unit, amount.percent) if unit not in ("", indicator.unit)), "")
    if wrong:
        raise UserError(
            f"“{indicator.name}”的单位是“{indicator.unit}”，不是“{wrong}”，原值未改；请改用规定的单位。"
        )
    if amount.value < 0 and indicator.kind is not Kind.CHANGE:
        raise UserError(f"“{indicator.name}”不能是负数“{text.strip()}”，原值未改；请检查后重填。")
    if indicator.unit in ("%", "‰") and not amount.percent:
        amount = replace(amount, percent=indicator.unit)
    return amount.without_unit()
