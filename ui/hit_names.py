"""What the place of an occurrence is called: 二 举措成效（三）, 文头 发文字号, 数据 行政复议申请 依据."""

from functools import cache

from models.letterhead import LETTERHEAD
from models.occurrences import Occurrence
from models.report import ATTACHMENTS, HEADING, Report
from models.searched_texts import NAME
from models.template import template
from ui.section_names import place_name

_OF_FIGURE = {NAME: "名称", "department": "来源单位", "evidence": "依据", "note": "备注"}
_TITLE = " 标题"


class HitNames:
    """The names of one report's places; an item that is asked for again is not counted again."""

    def __init__(self, report: Report) -> None:
        self._report, self._template = report, template(report.template)
        self._item = cache(self._item_name)

    def name(self, one: Occurrence) -> str:
        """The name of an occurrence's place."""
        place = one.text.place
        if place is None:
            return self._field_name(one)
        title = _TITLE if place.paragraph == HEADING else ""
        if place.section == ATTACHMENTS:
            return f"附件{place.item[0]}{title}"
        return f"{self._item(place.section, place.item)}{title}" if place.section else "文头 开头语"

    def _field_name(self, one: Occurrence) -> str:
        if not one.text.figure:
            return f"文头 {LETTERHEAD[one.text.field].label}"
        indicator = self._report.indicator(one.text.figure)
        return f"数据 {indicator.name if indicator else one.text.figure} {_OF_FIGURE[one.text.field]}"

    def _item_name(self, section: str, item: tuple[int, ...]) -> str:
        return place_name(self._report, self._template, section, item)
