"""Generated values of the domain, for tests that claim something of every report."""

from collections.abc import Iterable
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from models.errors import NotAQuantityError
from models.indicator import Indicator, Kind
from models.letterhead import LETTERHEAD, FieldKind, Letterhead
from models.linked_text import Link, escape
from models.quantity import Quantity
from models.report import Attachment, Figure, Item, Report, Section, Stage

FEW = settings(max_examples=18, deadline=None, suppress_health_check=[HealthCheck.too_slow])
"""For claims about whole reports, which take long to generate."""

IDS = st.sampled_from(["a", "b", "fy_apply", "fy_close", "measures", "plan", "own_2"])
WORDS = st.text(alphabet="云岭县依法行政复议审查，。（）《》“” \n{}aZ9%㎡𠮷🀄\x00", max_size=12)
LINKS = st.builds(lambda id, face: Link(f"{id}{face}"), IDS, st.sampled_from(["", ".last"]))


def several(values: st.SearchStrategy[Any], at_most: int = 2) -> st.SearchStrategy[Any]:
    """Tuples of such values."""
    return st.lists(values, max_size=at_most).map(tuple)


STORED_TEXTS = st.lists(WORDS.map(escape) | LINKS.map(lambda link: link.token), max_size=3).map("".join)
"""Paragraphs as stored, with links in them."""

PARAGRAPHS = several(STORED_TEXTS)


def _quantity(parts: Iterable[str]) -> Any:
    try:
        return Quantity.parse("".join(parts)).without_unit()
    except NotAQuantityError:
        return None


AMOUNTS: st.SearchStrategy[Quantity] = (
    st.tuples(
        st.sampled_from(["", "约", "近", "不低于", "超"]),
        st.sampled_from(["", "+", "-", "−"]),
        st.integers(0, 10**9).map(str)
        | st.decimals(0, 10**6, places=2).map(str)
        | st.sampled_from(["1,234", "１２．５", "三", "两百", "二十三", "三万五千"]),
        st.sampled_from(["", "余", "多"]),
        st.sampled_from(["", "万", "亿", "百万"]),
        st.sampled_from(["", "%", "‰"]),
        st.sampled_from(["", "余", "以上", "左右"]),
        st.sampled_from(["", "件", "个工作日"]),
        st.sampled_from(["", "以上", "以内"]),
    )
    .map(_quantity)
    .filter(lambda quantity: quantity is not None)
)
"""Amounts as figures hold them: without their unit."""

ITEMS = st.recursive(
    st.builds(
        Item,
        title=WORDS,
        paragraphs=PARAGRAPHS,
        mark=WORDS,
        run_in=st.booleans(),
        is_carried=st.booleans(),
    ),
    lambda below: st.builds(Item, title=WORDS, paragraphs=PARAGRAPHS, items=several(below)),
    max_leaves=3,
)

SECTIONS = st.builds(
    Section,
    key=IDS,
    title=WORDS,
    paragraphs=PARAGRAPHS,
    items=several(ITEMS),
    mark=st.sampled_from(["", "。"]),
    run_in=st.booleans(),
    level=st.integers(2, 3),
    continuous=st.booleans(),
    is_carried=st.booleans(),
)

FIGURES = st.builds(
    Figure,
    indicator=IDS,
    value=st.none() | AMOUNTS,
    last=st.none() | AMOUNTS,
    department=WORDS,
    evidence=WORDS,
    note=WORDS,
    is_carried=st.booleans(),
)

INDICATORS = st.builds(
    Indicator,
    id=IDS,
    name=WORDS,
    unit=WORDS,
    kind=st.sampled_from(Kind),
    section=IDS,
    department=WORDS,
    aliases=several(WORDS),
    context=several(WORDS),
    base=st.just("") | IDS,
)

LETTERHEADS = st.builds(
    Letterhead,
    **{
        key: several(WORDS) if field.kind is FieldKind.LIST else st.just("") | WORDS
        for key, field in LETTERHEAD.items()
    },
)

REPORTS = st.builds(
    Report,
    year=st.integers(1900, 2200),
    template=st.sampled_from(["county-regulation", "county-joint"]) | IDS,
    template_version=st.integers(1, 9),
    stage=st.sampled_from(Stage),
    letterhead=LETTERHEADS,
    preamble=PARAGRAPHS,
    sections=st.lists(SECTIONS, max_size=3, unique_by=lambda section: section.key).map(tuple),
    figures=st.lists(FIGURES, max_size=3, unique_by=lambda figure: figure.indicator).map(tuple),
    own_indicators=several(INDICATORS),
    attachments=several(st.builds(Attachment, title=WORDS, paragraphs=PARAGRAPHS, is_carried=st.booleans())),
    is_preamble_carried=st.booleans(),
    reference=several(SECTIONS),
    reference_year=st.integers(0, 2200),
)
