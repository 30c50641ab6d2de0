"""Invented reports for the workbook: one worked out by hand, and any number of others from a seed."""

from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from io import BytesIO
from random import Random

from exporters.workbook import report as workbook
from models.annex import as_tabled, checked
from models.compose import compose
from models.document import Document
from models.forms import forms
from models.indicator import Indicator, Kind, catalogue
from models.judging import judge
from models.letterhead import Letterhead
from models.public import compose_public
from models.quantity import Quantity
from models.relation import Relation
from models.report import Figure, Report, Section
from models.template import template

LETTERHEAD = Letterhead(
    organs=("云岭县人民政府",),
    date="2026年2月9日",
    contact_phone="0000-1234567",
    filled_by="林知秋",
    checked_by="周明远",
)
REPORT = Report(
    2025,
    "county-regulation",
    letterhead=LETTERHEAD,
    sections=(Section("measures", "主要举措和成效"),),
    own_indicators=(Indicator("own_1", "开展巡回讲法", "场"),),
)


def figure(indicator: str, value: str = "", last: str = "") -> Figure:
    this, before = (Quantity.parse(text) if text else None for text in (value, last))
    return Figure(indicator, this, before)


def with_figures(*figures: Figure, chosen: tuple[str, ...] = ()) -> Report:
    return replace(REPORT, figures=figures, forms=chosen)


@cache
def packed(report: Report, *, is_public: bool = False) -> bytes:
    """The report's workbook, made once."""
    composing = compose_public if is_public else compose
    return packed_document(composing(report, template(report.template)))


def packed_document(document: Document) -> bytes:
    """The workbook of a paper."""
    stream = BytesIO()
    workbook.write(document, stream)
    return stream.getvalue()


AMOUNTS = {
    "fy_apply": "179/150", "fy_accept": "159/140", "fy_reject_in": "20/10", "fy_closed": "131/120",
    "fy_revoke": "11/9", "fy_mediate_rate": "8.40%", "fy_correct_rate": "8.39%", "fy_ontime": "8.38%",
    "xzjc_enterprise": "226/367", "xzjc_enterprise_change": "38.41%", "zf_staff": "约600", "jg_staff": "650",
    "ss_win": "/20", "ss_lose": "0/0", "zf_train": "17242.5/17000.5",
}  # fmt: skip
FALLING = "入企检查{{xzjc_enterprise}}次，同比下降{{xzjc_enterprise_change}}。"
RELATIONS = {
    "sum": ("fy_accept + fy_reject_in == fy_apply", "✓"),
    "difference": ("fy_apply - fy_reject_in == fy_accept", "✓"),
    "wrong": ("fy_accept - (fy_reject_in + fy_revoke) == fy_closed", "✗"),
    "last year": ("fy_accept.last + fy_reject_in.last == fy_apply.last", "✓"),
    "rounded": ("fy_revoke / fy_closed * 100 == fy_mediate_rate", "✓"),
    "cut off": ("fy_correct_rate == (fy_revoke / fy_closed) * 100", "✓"),
    "neither": ("fy_revoke / fy_closed * 100 == fy_ontime", "✗"),
    "year on year": ("yoy(xzjc_enterprise) == xzjc_enterprise_change", "✓"),
    "order": ("fy_closed <= fy_accept", "✓"),
    "wrong order": ("fy_closed > fy_accept", "✗"),
    "levels": ("fy_revoke < fy_closed < fy_accept < fy_apply", "✓"),
    "broken levels": ("fy_revoke < fy_accept < fy_closed", "✗"),
    "half": ("zf_train - zf_train.last == 242", "✓"),
    "about": ("zf_staff >= fy_apply", "✓"),
    "too near": ("zf_staff >= jg_staff", "约数"),
    "nothing below": ("fy_revoke / ss_lose * 100 >= fy_ontime", "缺数据"),
    "missing": ("ss_win + ss_lose == fy_closed", "可反推"),
    "nowhere": ("grid1 + grid2 == fy_closed", "缺数据"),
}
"""What is checked over `AMOUNTS` (this year/last year), and what comes of it: 11 of 131 is 8.3969…%."""


def with_relations() -> Document:
    """A paper of which every kind of relation is checked."""
    report = with_figures(*(figure(name, *amounts.split("/")) for name, amounts in AMOUNTS.items()))
    report = replace(report, sections=(Section("measures", "举措", (FALLING,)),))
    return with_checks(report, [Relation(key, key, formula) for key, (formula, _) in RELATIONS.items()])


def with_checks(report: Report, relations: Iterable[Relation]) -> Document:
    """A report's paper with these relations checked, whatever the catalogue declares."""
    tabled, document = as_tabled(report), compose(report, template(report.template))
    checks = tuple(checked(tabled, judge(tabled, relation)) for relation in relations)
    assert document.annex
    annex = replace(document.annex(), checks=checks)
    return replace(document, annex=lambda: annex)


def made_up(seed: int) -> Report:
    """A report with amounts of every kind for most indicators, and all forms."""
    random = Random(seed)
    figures = [
        Figure(one.id, _amount(one, random), _amount(one, random), evidence="台账", note="已核")
        for one in (*catalogue().values(), *REPORT.own_indicators)
        if random.random() < 0.9
    ]
    return with_figures(*figures, chosen=tuple(forms()))


def _amount(indicator: Indicator, random: Random) -> Quantity | None:
    if indicator.kind is Kind.DATE or random.random() < 0.15:
        return None
    sign = indicator.unit if indicator.unit in ("%", "‰") else ""
    if sign:
        return Quantity.parse(f"{random.randint(0, 12000) / 100}{sign}")
    number = random.choice(
        (f"{random.randint(0, 40)}", f"{random.randint(0, 30000)}", "0", "17242.5", "3.7万")
    )
    return Quantity.parse(f"{random.choice(('', '', '', '', '约'))}{number}")
