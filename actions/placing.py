"""Where in a report a finding is, in the words of the paper."""

from checks import Finding
from models.compose import numbered
from models.editing import paths
from models.letterhead import LETTERHEAD
from models.numbering import heading_number
from models.report import Report


def place_in_words(report: Report, finding: Finding) -> str:
    """一、（三）; 文头“附注”; 附件2; 数据“行政复议申请”; empty for the whole paper."""
    section = report.section(finding.section)
    if section is None:
        return _beside_the_body(report, finding)
    titled = [one.key for one in report.sections if one.title]
    number = heading_number(1, titled.index(section.key) + 1) if section.title else "正文"
    numbers = dict(zip(paths(section), (counted for _, _, counted in numbered(section)), strict=True))
    return number + "".join(
        numbers.get(finding.item[:depth], "") for depth in range(1, len(finding.item) + 1)
    )


def _beside_the_body(report: Report, finding: Finding) -> str:
    kind, _, rest = finding.field.partition(".")
    if kind == "figure":
        indicator = report.indicator(rest)
        return f"数据“{indicator.name if indicator else rest}”"
    if finding.section == "attachments" and finding.item:
        return f"附件{finding.item[0]}"
    if finding.field == "preamble":
        return "正文开头"
    return f"文头“{LETTERHEAD[finding.field].label}”" if finding.field in LETTERHEAD else ""
