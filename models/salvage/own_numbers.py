"""The report's own indicators after a damage: a text never shows the id of one whose definition was lost."""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from models.content import from_content, to_content
from models.indicator import Indicator
from models.linked_text import links
from models.report import Report
from models.rows import stored_value
from models.salvage.older import Older
from models.text_places import all_texts

_OWN = re.compile(r"own_[1-9][0-9]*")
_USUAL_UNIT = "项"
_UNITS = "件人次个起份部名家户条处场所"


def defined_anew(contents: dict[str, str], older: Sequence[Older]) -> Iterator[str]:
    """Define the own indicators that are used but no longer defined: as older states (newest first) do, else under a
    name to be replaced. Changes `contents` (JSON by key); yields what was done in words."""
    report = _report(contents)
    known = {one.id: one for state in reversed(older) for one in _report(state.contents).own_indicators}
    defined = {one.id for one in report.own_indicators}
    lacking = [name for name in _used(report) if name not in defined]
    if not lacking:
        return
    added = [known.get(name) or _stand_in(report, name) for name in lacking]
    whole = replace(report, own_indicators=(*report.own_indicators, *added))
    contents["own_indicators"] = stored_value(to_content(whole)["own_indicators"])
    if again := [f"“{one.name}”" for one in added if one.id in known]:
        yield f"自定义指标{'、'.join(again)}的名称和单位取自较早的版本或备份，请核对"
    for one in added:
        if one.id not in known:
            yield _named(report, one)


def _named(report: Report, one: Indicator) -> str:
    amount = report.figure(one.id).value
    number = f"数字{amount.surface}照原样保留" if amount else f"数字也没有救回，正文里先印作〔{one.name}〕"
    return f"一个自定义指标的名称和单位没有救回，暂名“{one.name}”，{number}，请在“数据”里改好"


def _stand_in(report: Report, name: str) -> Indicator:
    said = f"待补名称的指标{name.removeprefix('own_')}"
    after = re.compile(rf"\{{\{{{name}\}}\}}([{_UNITS}])")
    units = (found[1] for _, text in all_texts(report) if (found := after.search(text)))
    return Indicator(name, said, next(units, _USUAL_UNIT), aliases=(said,))


def _used(report: Report) -> list[str]:
    linked = {link.figure for _, text in all_texts(report) for link in links(text)}
    return sorted(one for one in linked | {one.indicator for one in report.figures} if _OWN.fullmatch(one))


def _report(contents: dict[str, str]) -> Report:
    return from_content({key: json.loads(value) for key, value in contents.items()})
