"""A chart of bars as Excel draws it: a title, a number at every bar, colours that can be told apart in grey."""

from dataclasses import dataclass
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.chart import Chart
from xlsxwriter.chart_bar import ChartBar

from exporters.workbook.book import HEI, SONG

_THIS_COLOUR, _LAST_COLOUR, _EDGE = "#8C1518", "#C4C4C4", "#7F7F7F"
_TYPE, _TITLE_TYPE = 9, 9.5


@dataclass(frozen=True, slots=True)
class Series:
    """One year's bars: the column of its numbers, what the legend calls it, whether it is this year's."""

    column: int
    name: str
    is_this: bool = True


@dataclass(frozen=True, slots=True)
class Range:
    """The rows of a sheet (from 0) that a chart is drawn from; the names stand in the first column."""

    sheet: str
    first: int
    last: int


class _Labelled(ChartBar):
    """A chart at whose bars the value stands, in one line, and nothing else.

    XlsxWriter leaves out what is not wanted, and LibreOffice takes what is not denied for wanted; it also breaks long
    numbers where it is not told otherwise.
    """

    def _write_d_lbls(self, labels: dict[str, Any] | None) -> None:
        if not labels:
            return
        self._xml_start_tag("c:dLbls")
        self._xml_start_tag("c:txPr")
        self._xml_empty_tag("a:bodyPr", [("wrap", "none")])
        self._write_a_lst_style()
        self._xml_start_tag("a:p")
        self._write_a_p_pr_rich(labels["font"])
        self._write_a_end_para_rpr()
        self._xml_end_tag("a:p")
        self._xml_end_tag("c:txPr")
        for name in ("LegendKey", "Val", "CatName", "SerName", "Percent", "BubbleSize"):
            self._xml_empty_tag(f"c:show{name}", [("val", int(name == "Val"))])
        self._xml_end_tag("c:dLbls")


def bar_chart(
    workbook: Workbook, title: str, cells: Range, series: tuple[Series, ...], *, from_zero: bool = True
) -> Chart:
    """Bars from top to bottom in the order of the rows, at each its number as its cell shows it.

    `from_zero`: no amount is negative, and the axis begins with nought, else its program might let it begin elsewhere.
    """
    chart = workbook.add_chart({"type": "bar"})
    assert isinstance(chart, ChartBar)
    chart.__class__ = _Labelled  # the workbook makes its charts itself
    for one in series:
        chart.add_series(_series(cells, one))
    font = {"name": SONG, "size": _TYPE}
    heading = {"name": HEI, "size": _TITLE_TYPE, "bold": False}
    chart.set_title({"name": title, "name_font": heading, "overlay": False})
    quiet = {"major_tick_mark": "none", "minor_tick_mark": "none", "major_gridlines": {"visible": False}}
    names = {"reverse": True, "label_position": "low", "interval_unit": 1, "line": {"color": _EDGE}}
    chart.set_y_axis({**quiet, **names, "num_font": font})
    chart.set_x_axis({**quiet, "visible": False} | ({"min": 0} if from_zero else {}))
    chart.set_legend({"position": "bottom", "font": font} if len(series) > 1 else {"none": True})
    return chart


def _series(cells: Range, one: Series) -> dict[str, Any]:
    return {
        "name": one.name,
        "categories": [cells.sheet, cells.first, 0, cells.last, 0],
        "values": [cells.sheet, cells.first, one.column, cells.last, one.column],
        "fill": {"color": _THIS_COLOUR if one.is_this else _LAST_COLOUR},
        "border": {"color": _EDGE, "width": 0.5},
        "data_labels": {"value": True, "font": {"name": SONG, "size": _TYPE}},
        "gap": 40,
    }
