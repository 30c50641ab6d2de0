"""What came over from last year's report and has not been looked at: texts, figures, years, the number of the paper.

There is no clause for this: what superiors send back most often is last year's report with another date.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from checks.rule import Level, Remark, check
from models.carrying import carried_places, waiting_figures
from models.editing import part
from models.letterhead import Letterhead
from models.quantity import Quantity
from models.report import ATTACHMENTS, HEADING, Attachment, Figure, Item, Place, Report, Section, texts
from models.template import Template
from models.year_words import YearWord, year_words

_PRACTICE = "工作惯例：结转的内容逐条核对后再报送"
_SHOWN = 3
"""Figures named; there may be two hundred."""
_LONGEST = 20

_OLD = "2025年，全县开展案卷评查2次。"
_CARRIED = Report(
    year=2026,
    template="county-regulation",
    sections=(
        Section("measures", "主要举措和成效", items=(Item("规范行政执法", (_OLD,), is_carried=True),)),
    ),
    figures=(Figure("fy_apply", last=Quantity.parse("164"), is_carried=True),),
    reference=(Section("measures", "主要举措和成效", items=(Item("规范行政执法", (_OLD,)),)),),
    reference_year=2025,
)
_TOUCHED = replace(
    _CARRIED,
    sections=(Section("measures", "主要举措和成效", items=(Item("规范行政执法", ("全年评查3次。",)),)),),
    figures=(Figure("fy_apply", Quantity.parse("170"), last=Quantity.parse("164")),),
)


def _with_item(item: Item) -> Report:
    return _CARRIED.with_section(Section("measures", "主要举措和成效", items=(item,)))


def _with_letterhead(title: str = "", doc_number: str = "") -> Report:
    return replace(_TOUCHED, letterhead=Letterhead(title=title, doc_number=doc_number))


@check(
    "CAR01",
    "上年文字没有核对",
    Level.WARNING,
    _PRACTICE,
    bad=(
        _CARRIED,
        replace(_TOUCHED, preamble=("现将有关情况报告如下：",), is_preamble_carried=True),
        replace(_TOUCHED, attachments=(Attachment("清单", ("第一项。",), is_carried=True),)),
    ),
    good=(_TOUCHED,),
)
def unread_texts(report: Report, template: Template) -> Iterator[Remark]:
    """Every carried text was changed or found to hold still."""
    if report.is_preamble_carried:
        yield Remark(_unread("开头语"), "letterhead", quote=_first(report, report.preamble), field="preamble")
    for key, path in carried_places(report):
        section = report.section(key)
        assert section is not None
        found = part(section, path)
        name = report.printed(found.title)
        yield Remark(_unread(f"“{_short(name)}”" if name else "这一处"), key, path, _quote(report, found))
    for number, attachment in enumerate(report.attachments, start=1):
        if attachment.is_carried:
            yield Remark(_unread(f"附件{number}"), ATTACHMENTS, (number,), attachment.title)


@check("CAR02", "本年数没有填报", Level.WARNING, _PRACTICE, bad=(_CARRIED,), good=(_TOUCHED,))
def carried_figures(report: Report, template: Template) -> Iterator[Remark]:
    """Carried figures have got this year's amounts; one remark for all of them."""
    found = waiting_figures(report)
    if found:
        known = (report.indicator(key) for key in found[:_SHOWN])
        names = "、".join(f"“{one.name}”" for one in known if one)
        more = f"等{len(found)}项" if len(found) > _SHOWN else ""
        yield Remark(
            f"{names}{more}数据从上年结转，还没有本年数；请在“数据”中填写，或者发采集表向部门收集。",
            "figures",
            field=f"figure.{found[0]}",
        )


_STATED = replace(_TOUCHED, figures=(Figure("wm_msg", Quantity("240")), Figure("wm_msg_yoy", Quantity("5"))))
_OUTDATED = replace(
    _STATED, figures=tuple(replace(one, is_carried=one.indicator == "wm_msg_yoy") for one in _STATED.figures)
)


@check("CAR06", "同比还是改动前的", Level.WARNING, _PRACTICE, bad=(_OUTDATED,), good=(_STATED,))
def outdated_changes(report: Report, template: Template) -> Iterator[Remark]:
    """A stated change is about the amount as it is now, not as it was when the change was written down."""
    for figure in report.figures:
        indicator = report.indicator(figure.indicator)
        base = report.indicator(indicator.base) if indicator and indicator.base else None
        if base and figure.is_carried and figure.value:
            yield Remark(
                f"“{base.name}”的本年数改过，同比还是原来写的{figure.value.surface}；"
                "请填上年数，由程序计算，或者重填同比。",
                "figures",
                quote=figure.value.surface,
                field=f"figure.{figure.indicator}",
            )


@check(
    "CAR03",
    "仍写着上年的年份",
    Level.WARNING,
    _PRACTICE,
    bad=(
        _CARRIED,
        _with_letterhead(title="云岭县2025年法治政府建设年度报告"),
        _TOUCHED.with_section(Section("plan", "2025年度法治政府建设的主要安排")),
        _with_item(Item("2025年度重点工作", ("甲。",))),
    ),
    good=(
        _TOUCHED,
        _with_letterhead(title="云岭县2026年法治政府建设年度报告"),
        _with_item(Item("规范行政执法", ("比2025年多1次。",))),
        _with_item(Item("规范行政执法", ("2026年，全县开展案卷评查2次。",), is_carried=True)),
    ),
)
def last_years_year(report: Report, template: Template) -> Iterator[Remark]:
    """Neither title nor headings nor carried texts speak of last year as if it were this one."""
    last = report.year - 1
    yield from _headings(report, last)
    for word in year_words(report):
        if word.year == last:
            yield _remark(word, f"照抄的文字里还写着“{word.word}”；{word.advice}")


@check(
    "CAR04",
    "照抄的时效词",
    Level.HINT,
    _PRACTICE,
    bad=(
        _with_item(Item("学法", ("学习贯彻二十届三中全会精神。",), is_carried=True)),
        _with_item(Item("普法", ("完成“八五”普法总结验收。",), is_carried=True)),
        _with_item(Item("决策", ("县政府第12次常务会议专题研究。",), is_carried=True)),
    ),
    good=(_with_item(Item("学法", ("学习贯彻二十届三中全会精神。",))), _TOUCHED),
)
def timely_words(report: Report, template: Template) -> Iterator[Remark]:
    """Words that were true of last year: plans, plenary sessions, meetings, documents, dates."""
    for word in year_words(report):
        if word.year != report.year - 1:
            yield _remark(word, f"照抄的“{word.word}”是{word.kind}：{word.advice}")


@check(
    "CAR05",
    "发文字号没有补全",
    Level.WARNING,
    "GB/T 9704-2012 7.2.5",
    bad=(_with_letterhead(doc_number="云政〔〕号"),),
    good=(_with_letterhead(doc_number="云政〔2027〕5号"), _with_letterhead()),
)
def unfinished_number(report: Report, template: Template) -> Iterator[Remark]:
    """A document number has its year and its number."""
    number = report.letterhead.doc_number
    if re.search(r"〔\s*〕", number) or re.search(r"〕\s*号", number):
        yield Remark(
            f"发文字号“{number}”没有年份或顺序号；编号后请在“文头”中补全，如云政〔{report.year + 1}〕5号。",
            "letterhead",
            quote=number,
            field="doc_number",
        )


def _headings(report: Report, last: int) -> Iterator[Remark]:
    """Those that are not carried: the others are looked at as carried texts."""
    pattern = re.compile(rf"(?<!\d){last}\s*年度?")
    if found := pattern.search(report.letterhead.title):
        yield _misdated(found[0], "标题", "letterhead", field="title")
    carried = set(carried_places(report))
    for section in report.sections:
        if (section.key, ()) not in carried and (found := pattern.search(section.title)):
            yield _misdated(found[0], "本部分标题", section.key)
    for place, text in texts(report):
        is_own_heading = place.paragraph == HEADING and (place.section, place.item) not in carried
        if is_own_heading and (found := pattern.search(text)):
            yield _misdated(found[0], "条目标题", place.section, place.item)


def _misdated(word: str, where: str, section: str, item: tuple[int, ...] = (), field: str = "") -> Remark:
    later = re.sub(r"\d{4}", lambda match: str(int(match[0]) + 1), word)
    return Remark(
        f"{where}写的是“{word}”，是上年；请核对年份。", section, item, word, later, field, replaces=word
    )


def _remark(word: YearWord, message: str) -> Remark:
    section, item, field = _where(word.place)
    return Remark(message, section, item, word.quote, word.suggestion, field, replaces=word.word)


def _where(place: Place) -> tuple[str, tuple[int, ...], str]:
    """A place as findings name it: the opening words belong to the letterhead."""
    return (place.section, place.item, "") if place.section else ("letterhead", (), "preamble")


def _unread(name: str) -> str:
    return f"{name}是从上年结转的，还没有核对；请改写，仍然适用的在那一处点“已核对，仍适用”。"


def _first(report: Report, paragraphs: tuple[str, ...]) -> str:
    return report.printed(paragraphs[0])[:_LONGEST] if paragraphs else ""


def _quote(report: Report, whole: Section | Item) -> str:
    return _first(report, whole.paragraphs) or report.printed(whole.title)


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
