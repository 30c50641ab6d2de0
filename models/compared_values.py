"""What differs between two states of a report beside its texts: year, stage, forms, letterhead, figures."""

from collections.abc import Iterator

from models.difference import Difference, changed
from models.letterhead import LETTERHEAD
from models.report import Figure, Report

_REPORT, _LETTERHEAD, _FIGURES = "report", "letterhead", "figures"


def facts(old: Report, new: Report) -> Iterator[Difference]:
    """Year, stage, and the forms that go with the report."""
    pairs = [("年度", str(old.year), str(new.year)), ("稿次", str(old.stage), str(new.stage))]
    for form in dict.fromkeys((*old.forms, *new.forms)):
        name = _form_name(form)
        pairs.append((f"附表·{name}", name * (form in old.forms), name * (form in new.forms)))
    for where, one, other in pairs:
        if one != other:
            yield changed(_REPORT, (), one, other, where)


def _form_name(form: str) -> str:
    from models.forms import forms  # reads the declarations

    known = forms().get(form)
    return known.name if known else form


def letterhead(old: Report, new: Report) -> Iterator[Difference]:
    """The letterhead's fields as the form shows them."""
    for key, field in LETTERHEAD.items():
        one, other = old.letterhead.text(key), new.letterhead.text(key)
        if one != other:
            yield changed(_LETTERHEAD, (), one, other, f"文头·{field.label}")


def figures(old: Report, new: Report) -> Iterator[Difference]:
    """The figures' amounts, and what stands beside them, in the order of the new report."""
    ids = dict.fromkeys(figure.indicator for figure in (*new.figures, *old.figures))
    for indicator in ids:
        one, other = _values(old.figure(indicator)), _values(new.figure(indicator))
        for (label, before), (_, after) in zip(one, other, strict=True):
            if before != after:
                where = f"数据·{_name(old, new, indicator)}（{label}）"
                yield changed(_FIGURES, (), before, after, where)
    yield from _own_indicators(old, new)


def _values(figure: Figure) -> tuple[tuple[str, str], ...]:
    """What is said of a figure, with the words for it."""
    return (
        ("本年", figure.value.surface if figure.value else ""),
        ("上年", figure.last.surface if figure.last else ""),
        ("来源单位", figure.department),
        ("依据", figure.evidence),
        ("备注", figure.note),
        ("采集表", " ".join(filter(None, (figure.source, figure.received)))),
    )


def _own_indicators(old: Report, new: Report) -> Iterator[Difference]:
    """What the report's own indicators are called and counted in, where they are in both."""
    before = {indicator.id: indicator for indicator in reversed(old.own_indicators)}
    after = {indicator.id: indicator for indicator in reversed(new.own_indicators)}
    for key in (key for key in after if key in before):
        one, other = before[key], after[key]
        for label, ours, theirs in (("名称", one.name, other.name), ("单位", one.unit, other.unit)):
            if ours != theirs:
                yield changed(_FIGURES, (), ours, theirs, f"数据·{other.name}（{label}）")


def _name(old: Report, new: Report, indicator_id: str) -> str:
    indicator = new.indicator(indicator_id) or old.indicator(indicator_id)
    return indicator.name if indicator else indicator_id
