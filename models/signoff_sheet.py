"""The sign-off sheet (发文稿纸): one page on top of a paper, on which it is corrected, countersigned and signed.

Every field is declared once, in `_ROWS`: what it is called, what stands in it, how wide and how high it is.
"""

from collections.abc import Callable
from dataclasses import dataclass

from models.letterhead import LETTERHEAD
from models.normalise import normalise
from models.report import Report
from models.title import title_in_one_line

_NAME = "发文稿纸"
_TICKED, _OPEN = "■", "□"
_DAY = "　　年　　月　　日"


@dataclass(frozen=True, slots=True)
class Drafting:
    """Who drafted the paper; empty is filled in by hand."""

    drafter: str = ""
    department: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """A field as printed: label, paragraphs, share of its row's width. One that is `signed` stays empty for a hand.

    `is_right`: what is filled in stands at the right edge, with room for a pen before it.
    """

    label: str
    texts: tuple[str, ...]
    width: float
    is_signed: bool
    is_right: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """Cells side by side, at least `least_mm` high; `share` is what the row gets of the room that is left over."""

    cells: tuple[Cell, ...]
    least_mm: float
    share: float


@dataclass(frozen=True, slots=True)
class Sheet:
    """A filled-in sheet; `trace` says which version of the paper lies under it."""

    title: str
    rows: tuple[Row, ...]
    trace: str = ""


_Value = Callable[[Report, Drafting], tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class _Field:
    """A field's label, the share of its row's width, what is known of it; None is a box for a hand's signature."""

    label: str
    width: float
    value: _Value | None
    is_right: bool = False


def _from_letterhead(key: str) -> _Value:
    return lambda report, _: (report.letterhead.text(key),)


def _by_hand(_report: Report, _drafting: Drafting) -> tuple[str, ...]:
    """Known only after signing."""
    return ()


def _title(report: Report, _: Drafting) -> tuple[str, ...]:
    return (normalise(title_in_one_line(report)),)


def _secrecy(report: Report, _: Drafting) -> tuple[str, ...]:
    return (report.letterhead.secrecy_mark,)


def _attachments(report: Report, _: Drafting) -> tuple[str, ...]:
    titles = tuple(normalise(one.title) for one in report.attachments)
    return tuple(f"{n}. {title}" for n, title in enumerate(titles, start=1)) if len(titles) > 1 else titles


def _disclosure(report: Report, _: Drafting) -> tuple[str, ...]:
    """The drafter proposes, with a reason where the paper is not to be open; what is open goes online."""
    chosen, choices = report.letterhead.disclosure, LETTERHEAD["disclosure"].choices
    is_open, is_kept = chosen == choices[0], chosen in choices[1:]
    lines = (
        "　".join(_box(choice, choice == chosen) for choice in choices),
        f"上网：{_box('是', is_open)}　{_box('否', is_kept)}",
    )
    return (*lines, "理由：") if is_kept else lines


def _box(words: str, is_ticked: bool) -> str:
    return f"{_TICKED if is_ticked else _OPEN}{words}"


def _department(_: Report, drafting: Drafting) -> tuple[str, ...]:
    return (drafting.department,)


def _drafter(_: Report, drafting: Drafting) -> tuple[str, ...]:
    """The day is written by hand: a printed one would make two printings of a version differ."""
    return (f"{drafting.drafter}{_DAY}",)


_ROWS: tuple[tuple[float, float, tuple[_Field, ...]], ...] = (
    (40, 3, (_Field("签发", 1, None), _Field("会签", 1, None))),
    (14, 0, (_Field("标题", 1, _title),)),
    (
        10,
        0,
        (
            _Field("文号", 68, _from_letterhead("doc_number")),
            _Field("密级及期限", 53, _secrecy),
            _Field("紧急程度", 35, _from_letterhead("urgency")),
        ),
    ),
    (10, 0, (_Field("主送", 1, _from_letterhead("addressees")),)),
    (10, 0, (_Field("抄送", 1, _from_letterhead("copies")),)),
    (10, 0, (_Field("附件", 1, _attachments),)),
    (14, 0, (_Field("公开属性", 1, _disclosure),)),
    (10, 0, (_Field("拟稿部门", 70, _department), _Field("拟稿人\n及时间", 86, _drafter, is_right=True))),
    (18, 1, (_Field("拟稿部门负责人核稿", 1, None), _Field("相关部门意见", 1, None))),
    (18, 1, (_Field("办公室文秘核稿", 1, None), _Field("办公室负责人核稿", 1, None))),
    (
        10,
        0,
        (
            _Field("编号", 48, _by_hand),
            _Field("校对", 36, _by_hand),
            _Field("印刷", 36, _by_hand),
            _Field("份数", 36, _by_hand),
        ),
    ),
)
"""The sheet from top to bottom: least height in mm, share of the room left over, fields."""


def signoff_sheet(report: Report, trace: str = "", drafting: Drafting | None = None) -> Sheet:
    """The sheet of a report, filled in from its letterhead as far as that is known."""
    known = drafting or Drafting()
    rows = (
        Row(tuple(_cell(field, report, known) for field in fields), least, share)
        for least, share, fields in _ROWS
    )
    return Sheet(f"{' '.join(report.letterhead.organs)}{_NAME}", tuple(rows), trace)


def _cell(field: _Field, report: Report, drafting: Drafting) -> Cell:
    texts = field.value(report, drafting) if field.value else ()
    filled = tuple(text for text in texts if text.strip())
    return Cell(field.label, filled, field.width, field.value is None, field.is_right)
