"""A cell becomes an exact amount of an indicator, or one clause says why it does not."""

import re
from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from decimal import Decimal

from importers.amount_texts import NO_QUANTITY, NotUnderstoodError, amount_of_text
from importers.cells import Cell, squeezed
from importers.shares import shown_share, with_sign
from importers.units import UNIT, as_counted
from models.indicator import Indicator, Kind
from models.measure_words import near_equal
from models.quantity import Quantity, plain

_INDIVISIBLE = frozenset(
    "件 个 项 人 名 位 次 人次 件次 户次 家次 条 户 家 宗 例 份 起 支 场 场次 批 批次 轮 轮次 栋 期 张 台 部 篇 册 "
    "所 处 村 乡镇 街道 社区 部门 单位 企业".split()
)
_SCALED_UNIT = re.compile("(百万|千万|万|亿)(.+)")


@dataclass(frozen=True, slots=True)
class Read:
    """What a cell says: an amount, or nothing. `is_plain` and `remarks` as in `models.returning.Returned`."""

    value: Quantity | None
    is_plain: bool = False
    remarks: tuple[str, ...] = ()


def read_amount(cell: Cell, indicator: Indicator, unit: str = "", last: Quantity | None = None) -> Read:
    """The amount in a cell, without its unit. `unit` is what the row says it is counted in, where it says so.

    A bare 0.98 means 98%, unless `last`, last year's amount, is nearer to 0.98%: then nobody can tell. Raises
    NotUnderstoodError.
    """
    _refuse_what_is_no_number(cell)
    if isinstance(cell.content, Decimal):
        text, is_plain, remarks = _written(cell.content, cell.format, indicator, last)
    else:
        text, is_plain, remarks = cell.text, False, ()
    found = amount_of_text(text)
    if found is None:
        return Read(None)
    found, about_unit = _in_unit(found, indicator, squeezed(unit))
    found, about_percent = with_sign(found, indicator, last)
    _refuse_impossible(found, indicator, last)
    above = (
        ("超过100%",) if indicator.kind is Kind.RATE and found.percent == "%" and found.value > 100 else ()
    )
    return Read(found, is_plain, (*remarks, *about_unit, *about_percent, *above))


def _refuse_what_is_no_number(cell: Cell) -> None:
    if cell.is_error:
        raise NotUnderstoodError("是公式出错的结果")
    if cell.is_formula and cell.content is None:
        raise NotUnderstoodError("是没有算出结果的公式，请打开那份表保存一次，或直接填数")
    if isinstance(cell.content, bool):
        raise NotUnderstoodError("不是数量")
    if isinstance(cell.content, date | time | timedelta):
        raise NotUnderstoodError("是日期或时间，可能是输入时被自动改成的")


def _written(
    number: Decimal, number_format: str, indicator: Indicator, last: Quantity | None
) -> tuple[str, bool, tuple[str, ...]]:
    """A number as its cell shows it: with the per cent sign and the words that stand in the format.

    WPS and Excel show 万 in two ways: as mere words behind the number, or with a format that also divides (a comma at
    the end, or a point that is put in by hand); only the first makes the amount larger.
    """
    before, pattern, behind = _format_parts(number_format)
    if "%" in pattern:
        text, remarks = shown_share(number, indicator, last)
        return text, True, remarks
    if pattern.rstrip().endswith(",") or "!." in number_format or "\\." in number_format:
        before, behind = before.strip("万亿千百"), behind.strip("万亿千百")
    behind = behind.removesuffix(indicator.unit)
    words = before + behind
    remark = (f"数字格式里写着“{words}”，按“{before}{plain(number)}{behind}”认",) if words else ()
    return f"{before}{plain(number)}{behind}", not words, remark


def _format_parts(number_format: str) -> tuple[str, str, str]:
    """Words before the digits, the digits' pattern, words behind; of the section for positive numbers."""
    words, pattern = ["", ""], ""
    for match in re.finditer(r'"([^"]*)"|\\(.)|[_*].|\[[^\]]*\]|(;)|(.)', number_format, re.DOTALL):
        quoted = match[1] or match[2] or ""
        bare = match[4] or ""
        if match[3]:
            break
        if quoted or not (bare.isascii()):
            words[bool(pattern)] += quoted or bare
        elif bare:
            pattern += bare
    marked = [re.sub(r"[^一-鿿㎡‰]", "", one) for one in words]
    return marked[0], pattern, marked[1]


def _in_unit(found: Quantity, indicator: Indicator, row_unit: str) -> tuple[Quantity, tuple[str, ...]]:
    """The amount in the indicator's unit, which then is left out; a unit beside the number wins over the row's."""
    unit, written = squeezed(indicator.unit), squeezed(found.unit)
    if found.scale and f"{found.scale}{written}" == unit:  # 350万元 of what is counted in 万元
        return replace(found, scale="", unit=""), ()
    if written:
        return replace(found, unit=""), _unit_remark(written, indicator)
    if found.scale and _SCALED_UNIT.fullmatch(row_unit or unit):
        raise NotUnderstoodError(f"自己带着“{found.scale}”，单位又是“{row_unit or unit}”，不能确定是多少")
    if not row_unit or row_unit == unit:
        return found, ()
    scaled = _SCALED_UNIT.fullmatch(row_unit)
    if scaled and not found.percent and _is_same_unit(scaled[2], indicator):
        return replace(found, scale=scaled[1]), (f"单位写成了“{row_unit}”，按“{scaled[1]}”认",)
    if as_counted(row_unit) == as_counted(unit):
        return found, ()
    if _is_same_unit(row_unit, indicator):
        return found, (f"单位写成了“{row_unit}”，按“{unit}”认",)
    raise NotUnderstoodError(f"单位写成了“{row_unit}”，这一项按“{unit}”统计")


def _unit_remark(written: str, indicator: Indicator) -> tuple[str, ...]:
    if as_counted(written) == as_counted(squeezed(indicator.unit)):
        return ()
    if _is_same_unit(written, indicator):
        return (f"单位写的是“{written}”，按“{indicator.unit}”认",)
    if not re.fullmatch(UNIT, written):  # 一百多到两百: what follows the number is no unit at all
        raise NotUnderstoodError(NO_QUANTITY)
    raise NotUnderstoodError(f"单位是“{written}”，这一项按“{indicator.unit}”统计")


def _is_same_unit(written: str, indicator: Indicator) -> bool:
    ours = (indicator.unit, *indicator.units)
    return any(near_equal(as_counted(written), as_counted(squeezed(one))) for one in ours)


def _refuse_impossible(found: Quantity, indicator: Indicator, last: Quantity | None) -> None:
    value = found.value
    if value < 0 and indicator.kind is not Kind.CHANGE:
        raise NotUnderstoodError("是负数")
    counts = indicator.kind is Kind.COUNT and as_counted(indicator.unit) in _INDIVISIBLE
    had_parts = last is not None and last.value % 1
    if counts and value % 1 and not had_parts:
        raise NotUnderstoodError(f"有小数，按“{indicator.unit}”统计的应当是整数")
