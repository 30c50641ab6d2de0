"""One returned workbook, read against the report that asked: what was understood, and in words what was not."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from importers.amount_texts import NotUnderstoodError
from importers.cell_amounts import Read, read_amount
from importers.returned.matching import Known
from importers.returned.opening import Opened, Sheet, open_workbook
from importers.returned.table import EVIDENCE, LAST, NAME, NOTE, STATE, UNIT, VALUE, Line, filled_by, lines
from models.collection import requests
from models.errors import UserError
from models.exchange import FORMAT, MARKS_KEY, Marks, Purpose, marks_of
from models.indicator import Indicator
from models.report import Report
from models.returning import EXPECTED, NONE_SUCH, Returned, ReturnedFile

_MOST_NAMES = 5
_EXPECTED_NOTE = "预计数"
_PURPOSES = {Purpose.REPORT: "上报用的统计表", Purpose.SUMMARY: "汇总表"}


def read_returned(path: Path, report: Report) -> ReturnedFile:
    """What a department's workbook says of the report's indicators.

    Raises UserError for what is no workbook that this report's collecting made.
    """
    opened = open_workbook(path)
    marks = _marks(opened)
    _refuse_strangers(opened.name, marks, report)
    reading = _Reading(opened.name, report, Known(report))
    tables = [line for sheet in opened.sheets for line in lines(sheet, report.year)]
    if not tables:
        raise UserError(
            f"“{opened.name}”里找不到“指标”“本年”这两个列名，没有读取；请把表头改回发出时的样子再收。"
        )
    for line in tables:
        reading.read(line)
    return ReturnedFile(
        opened.name,
        marks.department,
        opened.digest,
        tuple(reading.settled()),
        (*_about_version(opened.name, marks, report), *reading.about_ids(), *reading.problems,
         *_about_missing(opened.name, marks, report, reading.seen)),
        tuple((one, words) for one, words in reading.blank.items() if one not in reading.found),
        next(filter(None, map(filled_by, opened.sheets)), ""),
    )  # fmt: skip


def _marks(opened: Opened) -> Marks:
    """The marks, on whatever sheet they are."""
    for sheet in opened.sheets:
        rows = list(_pairs(sheet))
        if any(key.strip() == MARKS_KEY for key, _ in rows):
            if marks := marks_of(rows):
                return marks
            raise UserError(
                f"“{opened.name}”里隐藏的标识被改过，没有读取；请重新发一份采集表，把数据复制过去再收。"
            )
    raise UserError(f"“{opened.name}”不是本程序发出的采集表，没有读取；请让对方填在发出的采集表里。")


def _pairs(sheet: Sheet) -> Iterator[tuple[str, str]]:
    for row in sheet.rows:
        yield tuple(row.cells[at].text if at in row.cells else "" for at in (0, 1))  # type: ignore[misc]


def _refuse_strangers(name: str, marks: Marks, report: Report) -> None:
    organ = "、".join(report.letterhead.organs)
    if marks.format > FORMAT:
        why = "是更新版本的程序发出的"
        advice = "请升级本程序后再收"
    elif marks.purpose is not Purpose.COLLECTION:
        why = f"是{_PURPOSES.get(marks.purpose, '别的表')}，不是采集表"
        advice = "请选择各单位填好的采集表"
    elif marks.year != report.year:
        why = f"是{marks.year}年度的采集表，本报告是{report.year}年度"
        advice = "请换成本年度的，或打开那一年的报告再收"
    elif marks.template != report.template:
        why = "是按另一种模板的报告发出的采集表"
        advice = "请打开发出它的那份报告再收"
    elif marks.template_version < report.template_version:
        why = (
            f"是按旧版模板发出的采集表（第{marks.template_version}版，本报告是第{report.template_version}版）"
        )
        advice = "请重新发一份采集表，把填好的数复制过去再收"
    elif marks.organ != organ:
        why = f"是“{marks.organ}”发出的采集表，本报告的发文机关是“{organ}”"
        advice = "请换成本单位发出的；如果发出后改过发文机关，请先改回再收"
    else:
        return
    raise UserError(f"“{name}”{why}，没有读取；{advice}。")


def _about_version(name: str, marks: Marks, report: Report) -> Iterator[str]:
    if marks.template_version > report.template_version:
        yield (
            f"“{name}”是按较新的模板（第{marks.template_version}版，本报告是第{report.template_version}版）发出的，"
            "两版都有的指标已经读出；请核对。"
        )


def _about_missing(name: str, marks: Marks, report: Report, seen: dict[str, None]) -> Iterator[str]:
    asked = [
        one.indicator.name
        for request in requests(report)
        if request.department == marks.department
        for one in request.asked
        if one.indicator.id not in seen
    ]
    if asked:
        yield f"“{name}”里没有{_names(asked)}，这{len(asked)}项没有读到，原值未改；请向对方补要。"


def _names(names: list[str]) -> str:
    shown = "、".join(f"“{one}”" for one in names[:_MOST_NAMES])
    return f"{shown}等" if len(names) > _MOST_NAMES else shown


@dataclass
class _Reading:
    """Goes through the rows of one file and gathers what they say."""

    name: str
    report: Report
    known: Known
    found: dict[str, list[Returned]] = field(default_factory=dict)
    seen: dict[str, None] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)
    blank: dict[str, str] = field(default_factory=dict)
    by_name: list[str] = field(default_factory=list)
    has_ids: bool = False

    def read(self, line: Line) -> None:
        """Take in one row; a row without indicator and amount is nobody's."""
        match = self.known.match(line)
        indicator = match.indicator
        if indicator is None:
            if line.text(VALUE) and line.text(NAME):
                self._complain(
                    line, line.text(NAME), f"填了“{line.text(VALUE)}”，但{match.problem}，没有采用"
                )
            return
        self.has_ids |= not match.is_by_name
        if match.is_by_name:
            self.by_name.append(indicator.name)
        self.seen[indicator.id] = None
        self._compare_last(line, indicator)
        if read := self._amount(line, indicator):
            remark = "" if match.is_by_name else match.remark
            hidden = "这一行是隐藏的" if line.is_hidden else ""
            self._keep(line, indicator, read, tuple(filter(None, (remark, hidden))))

    def settled(self) -> Iterator[Returned]:
        """One amount for each indicator; two different ones in one file are a problem, and neither is taken."""
        for rows in self.found.values():
            first = rows[0]
            if all(one.value.value == first.value.value for one in rows):
                yield first
                continue
            indicator = self.report.indicator(first.indicator)
            said = "、".join(f"{one.sheet}第{one.row}行是{one.value.surface}" for one in rows)
            name = indicator.name if indicator else first.indicator
            self.problems.append(
                f"“{self.name}”里“{name}”有{len(rows)}行，{said}，都没有采用，原值未改；请问清后重收。"
            )

    def about_ids(self) -> Iterator[str]:
        """That rows were known by their names, said once for the file."""
        if self.by_name:
            what = "的一些行没有指标编号" if self.has_ids else "里的指标编号没有了"
            yield f"“{self.name}”{what}，按名称和单位认出{_names(self.by_name)}共{len(self.by_name)}项；请核对。"

    def _amount(self, line: Line, indicator: Indicator) -> Read | None:
        """The amount of this year; None where there is none, or none that can be taken."""
        last = self.report.figure(indicator.id).last
        state, text = line.text(STATE), line.text(VALUE)
        try:
            read = read_amount(line.cell(VALUE), indicator, line.text(UNIT), last)
        except NotUnderstoodError as why:
            self._complain(
                line, indicator.name, f"填的是“{text}”，{why}，没有采用" if text else f"{why}，没有采用"
            )
            return None
        if read.value is None:
            self.blank[indicator.id] = state if state == NONE_SUCH else text
            return None
        if state == NONE_SUCH and read.value.value:
            self._complain(line, indicator.name, f"选了“{NONE_SUCH}”又填了“{text}”，没有采用")
            return None
        return read

    def _keep(self, line: Line, indicator: Indicator, read: Read, remarks: tuple[str, ...]) -> None:
        assert read.value is not None
        expected = (_EXPECTED_NOTE,) if line.text(STATE) == EXPECTED else ()
        kept = Returned(
            indicator.id,
            read.value,
            line.sheet,
            line.number,
            read.is_plain,
            line.text(EVIDENCE),
            "；".join(filter(None, (*expected, line.text(NOTE)))),
            (*remarks, *read.remarks, *expected),
        )
        self.found.setdefault(indicator.id, []).append(kept)

    def _compare_last(self, line: Line, indicator: Indicator) -> None:
        ours, cell = self.report.figure(indicator.id).last, line.cell(LAST)
        try:
            theirs = read_amount(cell, indicator, last=ours).value
        except NotUnderstoodError:
            self._complain(line, indicator.name, f"上年数写的是“{cell.text}”，没有采用")
            return
        if theirs is None or (ours is not None and theirs.value == ours.value):
            return
        known = f"报告里是{ours.surface}" if ours else "报告里没有上年数"
        self._complain(line, indicator.name, f"上年数写的是{theirs.surface}，{known}，没有采用")

    def _complain(self, line: Line, name: str, what: str) -> None:
        self.problems.append(f"“{self.name}”{line.sheet}第{line.number}行“{name}”{what}，原值未改；请核对。")
