"""What a content key is called when the clerk is told of it."""

import json
import re
from collections.abc import Mapping

from models.indicator import catalogue
from models.letterhead import LETTERHEAD
from models.template import fill, templates

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
    "ignored": "忽略的校对结果",
}
_OWN = re.compile(r"own_[1-9][0-9]*")
_PLACEHOLDER = re.compile(r"\{\w+\}(年度)?")


def is_known_key(key: str) -> bool:
    """Whether this program writes such a content key."""
    part, _, name = key.partition(".")
    if part == "letterhead":
        return name in LETTERHEAD
    if part == "section":
        return bool(_OWN.fullmatch(name)) or any(one.section(name) for one in templates().values())
    if part == "figure":
        return bool(_OWN.fullmatch(name)) or name in catalogue()
    return key in _WHOLE


def place_words(key: str, value: str = "", year: int = 0, names: Mapping[str, str] | None = None) -> str:
    """A content key's place in a report of a `year` (0: unknown); `value` is its JSON, which may name it.

    `names` are those of the report's own indicators by id.
    """
    part, _, name = key.partition(".")
    if part == "letterhead" and name in LETTERHEAD:
        return LETTERHEAD[name].label
    if part == "section" and name:
        return f"“{_title(name, value, year)}”"
    if part == "figure" and name:
        if known := catalogue()[name].name if name in catalogue() else (names or {}).get(name):
            return f"数据“{known}”"
        return "一个自定义指标的数据" if _OWN.fullmatch(name) else f"数据“{_plain(name)}”"
    return _WHOLE.get(key) or f"“{_plain(key)}”"


def _title(section: str, value: str, year: int) -> str:
    """The section's own title, or the usual one."""
    try:
        title = json.loads(value)["title"]
    except (ValueError, KeyError, TypeError):
        title = ""
    if title:
        return _plain(str(title))
    usual = next((one.title for template in templates().values() if (one := template.section(section))), "")
    if usual:
        return fill(usual, year) if year else _PLACEHOLDER.sub("", usual)
    return "自拟的一个部分" if _OWN.fullmatch(section) else _plain(section)


def _plain(text: str) -> str:
    return text.encode(errors="replace").decode()
