"""What the parts of a report are called where there is little room: tabs, findings."""

from models.completeness import FIGURES, LETTERHEAD
from models.compose import numbered
from models.editing import paths
from models.letterhead import LETTERHEAD as LETTERHEAD_FIELDS
from models.numerals import chinese_number
from models.report import ATTACHMENTS, Report
from models.template import SectionTemplate, Template

_SHORT = {
    "leadership": "第一责任人",
    "measures": "举措成效",
    "shortcomings": "不足原因",
    "plan": "下年安排",
    "other": "其他情况",
}
_OTHER_TABS = {LETTERHEAD: "文头", FIGURES: "数据", ATTACHMENTS: "附件"}
_PREAMBLE = "开头语"
_LONGEST = 8


def section_templates(report: Report, template: Template) -> tuple[SectionTemplate, ...]:
    """The template's sections in its order, then those only this report has."""
    declared = {section.key for section in template.sections}
    own = (section for section in report.sections if section.key not in declared)
    return (*template.sections, *(SectionTemplate(section.key, section.title, "", ()) for section in own))


def tab_names(report: Report, template: Template) -> dict[str, str]:
    """The tabs from left to right: key and name."""
    sections = {
        section.key: f"{chinese_number(count)} {_SHORT.get(section.key) or section.title[:_LONGEST] or '自设部分'}"
        for count, section in enumerate(section_templates(report, template), start=1)
    }
    first, *rest = _OTHER_TABS.items()
    return dict([first]) | sections | dict(rest)


def tab_of(content_key: str) -> str:
    """The key of the tab on which a content key is filled in."""
    prefix, _, rest = content_key.partition(".")
    return {"section": rest, "figure": FIGURES, "own_indicators": FIGURES, "attachments": ATTACHMENTS}.get(
        prefix, LETTERHEAD
    )


def hit_place(report: Report, template: Template, key: str, item: tuple[int, ...]) -> str:
    """Where a content key leads, in words: 二 举措成效（三）, 文头 · 发文字号, 附件 2, 数据."""
    if key == ATTACHMENTS and item:
        return f"{_OTHER_TABS[ATTACHMENTS]} {item[0]}"
    if key.startswith(FIGURES.removesuffix("s")):
        return _OTHER_TABS[FIGURES]
    field = (
        _PREAMBLE if key == "preamble" else LETTERHEAD_FIELDS[key].label if key in LETTERHEAD_FIELDS else ""
    )
    return f"{_OTHER_TABS[LETTERHEAD]} · {field}" if field else place_name(report, template, key, item)


def place_name(report: Report, template: Template, section_key: str, item: tuple[int, ...]) -> str:
    """Where a finding is: 二 举措成效（三）, 文头, 全文."""
    name = tab_names(report, template).get(section_key, "全文")
    section = report.section(section_key)
    if not section or not item:
        return name
    numbers = dict(zip(paths(section), (number for _, _, number in numbered(section)), strict=True))
    return name + "".join(numbers.get(item[:depth], "") for depth in range(1, len(item) + 1))
