"""What a content key is called when the clerk is told of it."""

import json

from models.indicator import catalogue
from models.letterhead import LETTERHEAD
from models.template import templates

_WHOLE = {
    "year": "年度",
    "template": "模板",
    "template_version": "模板版本",
    "stage": "阶段",
    "preamble": "开头",
    "is_preamble_carried": "开头的待更新标记",
    "sections": "各部分的顺序",
    "figures": "数据的顺序",
    "own_indicators": "自定义指标",
    "attachments": "附件",
    "reference": "上年原文",
    "reference_year": "上年原文的年度",
    "forms": "附带的统计表",
}


def place_words(key: str, value: str = "") -> str:
    """A content key's place in the report; `value` is its JSON, which may name it."""
    part, _, name = key.partition(".")
    if part == "letterhead" and name in LETTERHEAD:
        return LETTERHEAD[name].label
    if part == "section" and name:
        return f"“{_title(name, value)}”"
    if part == "figure" and name:
        return f"数据“{catalogue()[name].name if name in catalogue() else name}”"
    return _WHOLE.get(key, f"“{key}”").encode(errors="replace").decode()


def _title(section: str, value: str) -> str:
    """The section's own title, or the usual one."""
    try:
        title = json.loads(value)["title"]
    except (ValueError, KeyError, TypeError):
        title = ""
    usual = (one.title for template in templates().values() if (one := template.section(section)))
    return str(title or next(usual, section)).encode(errors="replace").decode()
