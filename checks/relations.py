"""Do the figures agree with one another? One rule for each declared relation, and those that no file declares.

A relation that must hold and does not is an error; one that is only likely, or that was judged without all its amounts
or with approximate ones, is in doubt. Decimals cut off instead of rounded are only pointed out.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from checks.relation_examples import examples
from checks.rule import Level, Remark, Rule, RuleFunction, check
from models.form_judging import form_judgements
from models.forms import forms
from models.indicator import Indicator, Kind
from models.judging import Judgement, Verdict, judge, judgements
from models.linked_text import links
from models.operand import is_falsely_exact
from models.quantity import Quantity
from models.relation import Relation, Strength, relations
from models.report import Figure, Report, Section, texts
from models.rounding import Rounding
from models.stated_relations import CHANGE, RETOLD, stated_relations
from models.template import Template

_AGREEMENT = "数据之间的勾稽关系"
FORM_SUM = "FRM01"
_NUMERALS = "GB/T 15835-2011关于概数的用法"
_SENTENCE = re.compile(r"[^。；\n]*[。；]?")


def _remark(report: Report, judgement: Judgement) -> Iterator[Remark]:
    """What there is to say of a relation: nothing, unless it fails or is doubtful."""
    if not judgement.is_trouble and not judgement.is_doubtful:
        return
    if judgement.is_error:
        level = Level.ERROR
    else:
        level = Level.WARNING if judgement.is_trouble or not judgement.is_certain else Level.HINT
    message = f"{judgement.words}{judgement.working}"
    yield replace(_placed(report, judgement.relation.indicators), message=message, level=level)


def _placed(report: Report, indicators: tuple[str, ...]) -> Remark:
    """A remark, still without words, where the first of the figures is quoted, or in the table of figures."""
    for place, text in texts(report):
        for sentence in _SENTENCE.findall(text):
            if any(link.figure in indicators for link in links(sentence)):
                quote = report.printed(sentence).strip()
                if place.section:
                    return Remark("", place.section, place.item, quote)
                return Remark("", "letterhead", (), quote, field="preamble")
    return Remark("", "figures", field=f"figure.{indicators[0]}")


def _rule(relation: Relation) -> Rule:
    level = Level.ERROR if relation.strength is Strength.HARD else Level.WARNING
    return Rule(
        relation.id,
        relation.name,
        level,
        relation.source,
        _looking(relation),
        partial(examples, relation),
    )


def _looking(relation: Relation) -> RuleFunction:
    def look(report: Report, template: Template) -> Iterator[Remark]:
        return _remark(report, judge(report, relation))

    return look


def _stated(report: Report, kind: str) -> Iterator[Remark]:
    for relation in stated_relations(report):
        if relation.id.startswith(f"{kind}:"):
            yield from _remark(report, judge(report, relation))


def _with(text: str, *figures: Figure, own: tuple[Indicator, ...] = ()) -> Report:
    body = Section("measures", "主要举措和成效", tuple(text.splitlines()))
    return Report(2025, "county-regulation", sections=(body,), figures=figures, own_indicators=own)


def _figure(indicator: str, value: str, last: str = "") -> Figure:
    return Figure(indicator, Quantity.parse(value), Quantity.parse(last) if last else None)


_APPLY_CHANGE = Indicator("own_1", "行政复议申请同比", "%", Kind.CHANGE, base="fy_apply")
_LETTERS = Indicator("own_1", "受理群众来信", "件")


def _changed(percent: str) -> Report:
    return _with(
        "行政复议申请{{fy_apply}}件，同比下降{{own_1}}。",
        _figure("fy_apply", "150", "160"),
        _figure("own_1", percent),
        own=(_APPLY_CHANGE,),
    )


@check(
    CHANGE,
    "同比",
    Level.ERROR,
    _AGREEMENT,
    bad=(_changed("6.35%"), _changed("6.67%")),
    good=(_changed("6.25%"), _changed("6.3%"), _changed("约6%")),
)
def stated_changes(report: Report, template: Template) -> Iterator[Remark]:
    """What the text says of the change on last year is what this year's and last year's amounts give."""
    return _stated(report, CHANGE)


@check(
    RETOLD,
    "同一事实前后不一",
    Level.WARNING,
    _AGREEMENT,
    bad=(
        _with(
            "受理群众来信{{letter_recv}}件。\n全年受理群众来信{{own_1}}件。",
            _figure("letter_recv", "140"),
            _figure("own_1", "90"),
            own=(_LETTERS,),
        ),
    ),
    good=(
        _with(
            "受理群众来信{{letter_recv}}件。\n全年受理群众来信{{letter_recv}}件。",
            _figure("letter_recv", "140"),
        ),
        _with(
            "受理群众来信{{letter_recv}}件，其中重复来信{{own_1}}件。",
            _figure("letter_recv", "140"),
            _figure("own_1", "9"),
            own=(replace(_LETTERS, name="群众来信重复来信"),),
        ),
    ),
)
def told_twice(report: Report, template: Template) -> Iterator[Remark]:
    """A fact that is told twice has one amount."""
    return _stated(report, RETOLD)


def _form(total: str) -> Report:
    sums = forms()["xzcf"].sums[0]
    parts = (_figure(part, "2") for part in sums.parts)
    return replace(_with("", *parts, _figure(sums.indicator, total)), forms=("xzcf",))


@check(
    FORM_SUM,
    "法治统计附表的合计",
    Level.ERROR,
    _AGREEMENT,
    bad=(_form("17"),),
    good=(_form("18"), replace(_form("17"), forms=())),
)
def form_sums(report: Report, template: Template) -> Iterator[Remark]:
    """The total of a form that goes with the report is what its parts add up to."""
    for judgement in form_judgements(report):
        if judgement.verdict is Verdict.FAILS:
            yield from _remark(report, judgement)


_ROUNDED = (_figure("letter_recv", "3"), _figure("letter_done", "2"), _figure("letter_rate", "66.67%"))
_CUT_OFF = (_figure("yshj_recv", "6"), _figure("yshj_done", "4"), _figure("yshj_rate", "66.66%"))


@check(
    "REL01",
    "四舍五入与截去尾数混用",
    Level.WARNING,
    _AGREEMENT,
    bad=(_with("办结率{{letter_rate}}、{{yshj_rate}}。", *_ROUNDED, *_CUT_OFF),),
    good=(_with("", *_ROUNDED), _with("", *_CUT_OFF)),
)
def mixed_roundings(report: Report, template: Template) -> Iterator[Remark]:
    """All percentages of a report are rounded, or all are cut off."""
    judged = judgements(report)
    rounded = [one for one in judged if one.roundings == (Rounding.HALF_UP,)]
    cut_off = [one for one in judged if one.roundings == (Rounding.DOWN,)]
    if rounded and cut_off:
        message = (
            f"百分比有的四舍五入（如{rounded[0].relation.name}），有的截去尾数（如{cut_off[0].relation.name}）；"
            "请全文统一用四舍五入。"
        )
        yield replace(_placed(report, cut_off[0].relation.indicators), message=message)


@check(
    "V20",
    "约数写得像准数",
    Level.HINT,
    _NUMERALS,
    bad=(
        _with("执法人员{{jg_enforcer}}人。", _figure("jg_enforcer", "1062多")),
        _with("监管行为{{jg_acts}}条。", _figure("jg_acts", "273.56万多")),
    ),
    good=(
        _with(
            "",
            _figure("zwgk_published", "1400余"),
            _figure("zhouqitong_posters", "49000余"),
            _figure("jg_acts", "186.4万余"),
            _figure("gd_sat", "98.65%以上"),
            _figure("rx12345", "18617"),
        ),
    ),
)
def falsely_exact(report: Report, template: Template) -> Iterator[Remark]:
    """Only round numbers are approximate."""
    for figure in report.figures:
        indicator = report.indicator(figure.indicator)
        if figure.value and indicator and is_falsely_exact(figure.value):
            printed = figure.value.surface
            message = (
                f"“{printed}{indicator.unit}”既精确到末位又带“{figure.value.qualifier}”，"
                "无法核对；请写准确数，或只用整数表示约数。"
            )
            yield replace(_placed(report, (figure.indicator,)), message=message)


DECLARED = tuple(map(_rule, relations().values()))
"""A rule for each relation of `resources/relations/`."""
