"""The sheet 同比图: the groups of the window, real numbers beside every chart, a label at every bar."""

import re
from dataclasses import replace
from io import BytesIO
from itertools import pairwise
from zipfile import ZipFile

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from models.charts import chart_pages
from models.report import Report
from tests.exporters.workbook.reports import figure, packed, with_figures
from tests.the_sample import sample_report

FIGURES = (
    figure("rdzx_total", "224", "213"),
    figure("rd_suggest", "96", "91"),
    figure("zx_proposal", "128", "122"),
    figure("sifa_suggest", "3", "0"),
    figure("fuyuan_meet", "4", "3"),
    figure("cting_rate", "96.5%", "98%"),
    figure("zf_train", "14"),
)
REPORT = with_figures(*FIGURES)
A4, WIDE_DIGIT = (595.3, 841.9), 7.0
"""Points. A column is so many digits wide: of 11 pt DejaVu Sans where there is no 宋体, whose digits take 5.5."""


def sheet(report: Report = REPORT) -> Worksheet:
    return load_workbook(BytesIO(packed(report)), data_only=True)["同比图"]


def charts(report: Report = REPORT) -> list[str]:
    with ZipFile(BytesIO(packed(report))) as package:
        names = sorted(name for name in package.namelist() if re.fullmatch(r"xl/charts/chart\d+\.xml", name))
        return [package.read(name).decode() for name in names]


def rows(report: Report = REPORT) -> dict[str, list[object]]:
    return {str(row[0]): list(row[1:4]) for row in sheet(report).iter_rows(values_only=True) if row[0]}


def titles(xml: str) -> str:
    return "".join(re.findall("<a:t>(.*?)</a:t>", xml.partition("</c:title>")[0]))


def test_the_sheet_has_the_charts_of_the_window_that_compare_something() -> None:
    shown = {titles(xml) for xml in charts()}
    drawn = [chart for page in chart_pages(REPORT) for chart in page.charts]

    assert shown == {chart.title for chart in drawn if chart.rows[0].indicator != "zf_train"}
    assert "2025年人大代表建议和政协提案224件的构成" in shown


def test_every_bar_has_its_number_and_nothing_else() -> None:
    for xml in charts():
        assert xml.count("<c:dLbls>") == xml.count("<c:ser>") > 0
        assert xml.count('<c:showVal val="1"/>') == xml.count("<c:ser>")
        for other in ("LegendKey", "CatName", "SerName", "Percent", "BubbleSize"):
            assert xml.count(f'<c:show{other} val="0"/>') == xml.count("<c:ser>")


def test_the_axis_begins_with_nought_unless_an_amount_is_below() -> None:
    assert all('<c:min val="0"/>' in xml for xml in charts())
    owing = with_figures(figure("sifa_suggest", "3", "-2"), figure("jiancha_suggest", "4", "3"))
    assert not any("<c:min " in xml for xml in charts(owing))


def test_two_years_are_dark_and_light_so_that_they_differ_in_grey() -> None:
    two_years = next(xml for xml in charts() if xml.count("<c:ser>") == 2)
    colours = re.findall(r'<c:spPr><a:solidFill><a:srgbClr val="(\w{6})"', two_years)
    greys = [sum(int(one[at : at + 2], 16) for at in (0, 2, 4)) / 3 for one in colours]

    assert greys[0] - greys[1] > 100


def test_the_change_is_said_in_per_cent_points_or_words() -> None:
    found = rows()

    assert found["司法建议（份）"] == [0, 3, "上年为0"]
    assert found["府院联动会议（次）"] == [3, 4, 0.3333]
    assert found["行政机关负责人出庭应诉率"] == [0.98, 0.965, -1.5]


def test_what_has_no_last_year_is_compared_with_nothing() -> None:
    assert "行政执法培训场次" not in rows()


def test_parts_have_their_share_of_the_whole() -> None:
    parts = rows()["政协提案"]

    assert parts[:2] == [122, 128]
    assert round(float(str(parts[2])), 4) == round(128 / 224, 4)


def test_a_report_without_last_year_has_no_such_sheet() -> None:
    alone = replace(REPORT, figures=(figure("zf_train", "14"),))

    assert "同比图" not in load_workbook(BytesIO(packed(alone))).sheetnames


def pages(printed: Worksheet) -> list[tuple[int, int]]:
    """The rows of each page (from 0, without the end), below the head that is repeated on it."""
    end = int(re.findall(r"\d+", printed.print_area)[-1])
    return list(pairwise((2, *(one.id for one in printed.row_breaks.brk), end)))


def test_the_sample_is_printed_upright_on_few_pages_and_no_chart_is_parted() -> None:
    printed = sheet(sample_report())
    spans = [(one.anchor._from.row, one.anchor.to.row) for one in printed._charts]  # type: ignore[attr-defined]

    assert printed.page_setup.orientation == "portrait"
    assert len(spans) > 50
    assert len(pages(printed)) <= 10
    for first, last in spans:
        assert any(above <= first and last < below for above, below in pages(printed)), (first, last)


def test_every_page_of_the_sample_fits_on_its_paper_also_in_a_wide_font() -> None:
    printed = sheet(sample_report())
    scale, margins = (printed.page_setup.scale or 100) / 100, printed.page_margins
    columns = printed.column_dimensions.values()
    across = sum(one.width * ((one.max or 1) - (one.min or 1) + 1) for one in columns)
    heights = [printed.row_dimensions[row].height or 15 for row in range(1, pages(printed)[-1][1] + 1)]

    assert across * WIDE_DIGIT * scale <= A4[0] - 72 * (margins.left + margins.right)
    for above, below in pages(printed):
        down = sum(heights[:2]) + sum(heights[above:below])
        assert down * scale <= A4[1] - 72 * (margins.top + margins.bottom)
