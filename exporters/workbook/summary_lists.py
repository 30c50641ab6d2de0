"""Sheets of a summary that list things: what is missing, what contradicts itself, what stands apart, the files."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from exporters.workbook.book import Book, Look, set_page
from exporters.workbook.heading import BELOW_TITLE, HEAD, LEFT_TITLE, LEFT_TITLE_HEIGHT
from exporters.workbook.sizes import height
from models.figure_cells import decimals
from models.overview import Overview
from models.submission import exact, indicator_of, is_given, share_of

Value = str | int | Decimal
_HEAD_ROW = 2
_MOST_DECIMALS = 4


@dataclass(frozen=True, slots=True)
class Listing:
    """A sheet: name, what it says of itself, heads with their widths, rows; numbers have their format in `formats`."""

    name: str
    words: str
    heads: tuple[tuple[str, int], ...]
    rows: Sequence[tuple[Value, ...]]
    formats: Sequence[str] = ()
    """For each row the format of its amounts, where there are any."""


def listings(overview: Overview) -> Iterator[Listing]:
    """The sheets behind the tables, in order."""
    yield _missing(overview)
    yield _contradictions(overview)
    yield _outliers(overview)
    if overview.summary.own:
        yield _others(overview)
    yield _files(overview)


def write_listing(book: Book, listing: Listing) -> None:
    """A sheet of rows counted through."""
    sheet = book.sheet(listing.name)
    heads = (("序号", 6), *listing.heads)
    widths = [width for _, width in heads]
    for place, width in enumerate(widths):
        sheet.set_column(place, place, width)
    sheet.set_row(0, LEFT_TITLE_HEIGHT)
    book.text(sheet, 0, 0, listing.name, LEFT_TITLE)
    book.text(sheet, 1, 0, listing.words, BELOW_TITLE)
    for place, (title, _) in enumerate(heads):
        book.text(sheet, _HEAD_ROW, place, title, HEAD)
    for number, values in enumerate(listing.rows, start=1):
        row = _HEAD_ROW + number
        sheet.set_row(row, height(zip(map(str, (number, *values)), widths, strict=True)))
        sheet.write_number(row, 0, number, book.format(Look(align="center")))
        for place, value in enumerate(values, start=1):
            if isinstance(value, str):
                book.text(sheet, row, place, value, Look())
            else:
                pattern = listing.formats[number - 1] if isinstance(value, Decimal) else "0"
                sheet.write_number(row, place, float(value), book.format(Look(align="right", number=pattern)))
    sheet.freeze_panes(_HEAD_ROW + 1, 0)
    set_page(sheet, (_HEAD_ROW, _HEAD_ROW))


def _missing(overview: Overview) -> Listing:
    rows: list[tuple[Value, ...]] = [(office, "没有报", "") for office in overview.missing]
    rows += [(one.office, f"缺{len(one.indicators)}项", "、".join(one.indicators)) for one in overview.gaps]
    asked = "没有给单位名单，只查了各份统计表缺的指标" if not overview.expected else "先列没有报的单位"
    return Listing(
        "缺报",
        f"{asked}；一半以上单位都填、而该单位没有填的指标算缺。{_none(rows)}",
        (("单位", 30), ("情况", 10), ("缺少的指标", 90)),
        rows,
    )


def _contradictions(overview: Overview) -> Listing:
    rows = [
        (one.office, f"{one.relation.id}　{one.relation.name}", one.working, one.words)
        for one in overview.contradictions
    ]
    return Listing(
        "矛盾",
        f"各单位自己填的数之间应当相等而不相等的，请填报单位核实；约数不查。{_none(rows)}",
        (("单位", 30), ("勾稽关系", 30), ("计算过程", 45), ("说明", 45)),
        rows,
    )


def _outliers(overview: Overview) -> Listing:
    found = overview.outliers
    rows = [
        (
            one.office,
            one.indicator.name,
            one.indicator.unit,
            one.value / share_of(one.indicator),
            one.median / share_of(one.indicator),
            f"{one.z:+.1f}",
            "偏高" if one.z > 0 else "偏低",
        )
        for one in found
    ]
    return Listing(
        "异常值",
        "与各单位的中位数相差特别大的数，可能是多写少写了一位或单位写错，不一定有错；偏离程度是稳健z值，"
        f"绝对值超过3.5的列出，8个以上单位填报的指标才查。{_none(rows)}",
        (
            ("单位", 30),
            ("指标", 38),
            ("计量单位", 10),
            ("本年", 16),
            ("中位数", 16),
            ("偏离程度", 10),
            ("", 8),
        ),
        rows,
        [_pattern(one.indicator.unit, one.value, one.median) for one in found],
    )


def _others(overview: Overview) -> Listing:
    """The offices' own indicators that found no column."""
    rows: list[tuple[Value, ...]] = []
    formats: list[str] = []
    for one in overview.summary.submissions:
        for key, this, last in zip(one.keys, one.values, one.lasts, strict=True):
            if key in overview.summary.own:
                indicator = indicator_of(key)
                amounts = [exact(amount) if is_given(amount) else "" for amount in (this, last)]
                rows.append((one.organ, indicator.name, indicator.unit, *amounts))
                formats.append(
                    _pattern(indicator.unit, *(one for one in amounts if isinstance(one, Decimal)))
                )
    return Listing(
        "其他指标",
        "各单位自设的指标中，填报单位较少、汇总表里没有单独成列的。",
        (("单位", 30), ("指标", 50), ("计量单位", 10), ("本年", 16), ("上年", 16)),
        rows,
        formats,
    )


def _files(overview: Overview) -> Listing:
    rows = [
        (one.organ, len(one.keys), one.path.name, str(one.path.parent))
        for one in overview.summary.submissions
    ]
    return Listing(
        "文件", "已经汇总的文件。", (("单位", 30), ("指标数", 10), ("文件", 45), ("文件夹", 60)), rows
    )


def _none(rows: Iterable[object]) -> str:
    return "" if any(True for _ in rows) else "没有发现。"


def _pattern(unit: str, *given: Decimal) -> str:
    """The number format in which all of the amounts show their decimals."""
    if unit in ("%", "‰"):
        return "0.00%"
    most = min(max(map(decimals, given), default=0), _MOST_DECIMALS)
    return f"#,##0.{'0' * most}" if most else "#,##0"
