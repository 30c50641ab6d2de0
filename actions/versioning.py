"""A report's history: what is in it, what differs, an earlier state taken back, a paper found by its code."""

import unicodedata
from dataclasses import dataclass, replace
from string import hexdigits
from typing import TYPE_CHECKING

from models.comparison import Difference, compare
from models.errors import UserError
from models.report import Report, Stage
from models.text_difference import changed_characters
from models.title import title_in_one_line
from models.version import Occasion, Version
from models.word_difference import Run

if TYPE_CHECKING:
    from models.store import Store

SHORTEST_CODE = 4
"""Characters of a paper's code that are enough to look for it."""
_MOST_NAMED = 4


@dataclass(frozen=True, slots=True)
class Changed:
    """A difference with its runs, reckoned once."""

    difference: Difference
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Compared:
    """Two states of a report compared: what differs in the order of the paper, and how many characters were taken
    out and put in. A stage that is another is no difference: it is not written on the paper's lines."""

    changes: tuple[Changed, ...]
    characters: int

    @property
    def words(self) -> str:
        """How much differs, in words."""
        return f"改了 {len(self.changes)} 处、{self.characters:,} 字" if self.changes else "没有不同"


@dataclass(frozen=True, slots=True)
class SinceSigned:
    """The version signed off last (or frozen as another stage) and what has been changed since."""

    version: Version
    compared: Compared


@dataclass(frozen=True, slots=True)
class FoundPaper:
    """A version found by the code on a paper, and the report it is of; it may be in the trash."""

    report_id: str
    title: str
    year: int
    version: Version
    is_trashed: bool


@dataclass(frozen=True, slots=True)
class Restored:
    """The version that was put in the report's place, and the one that holds what stood there."""

    version: Version
    kept: Version


def compared(old: Report, new: Report) -> Compared:
    """What differs between two states; may be called from any thread."""
    found = tuple(Changed(one, one.runs) for one in compare(replace(old, stage=new.stage), new))
    return Compared(found, sum(_characters(one) for one in found))


def since_signed(store: "Store", report_id: str, present: Report) -> SinceSigned | None:
    """How far the present state is from the last version that was frozen as a stage; None where there is none.

    Raises UnknownReportError, DamagedError.
    """
    signed = [one for one in store.versions(report_id) if one.is_stage]
    if not signed:
        return None
    return SinceSigned(signed[-1], compared(store.load_version(report_id, signed[-1].number), present))


def version_called(store: "Store", report_id: str, called: str) -> Version:
    """A version of a report by its number, or by the first characters of the code on its paper; of several that hold
    the same, and so bear the same code, the last.

    Raises UnknownKeyError where there is none, UserError where the code fits several states or is another report's,
    UnknownReportError.
    """
    wanted = _plain(called)
    versions = store.versions(report_id)
    if numbered := [one for one in versions if str(one.number) == wanted]:
        return numbered[0]
    is_code = len(wanted) >= SHORTEST_CODE and set(wanted) <= set(hexdigits)
    fitting = [one for one in versions if is_code and one.hash.startswith(wanted)]
    if not fitting:
        elsewhere = elsewhere_called(store, report_id, wanted) if is_code else ""
        raise UserError(
            f"{elsewhere}，什么也没有改动；请换成那份报告的编号。"
            if elsewhere
            else _none_called(called, wanted)
        )
    if len({one.hash for one in fitting}) > 1:
        which = "、".join(f"第{one.number}个（{one.short_hash}）" for one in fitting[:_MOST_NAMED])
        raise UserError(f"有几个版本的编码以“{called}”开头：{which}，什么也没有改动；请把编码写得长一些。")
    return fitting[-1]


def elsewhere_called(store: "Store", report_id: str, code: str) -> str:
    """In words, which version of another report bears this code; "" where none does."""
    others = [(other, number) for other, number in store.find_version(_plain(code)) if other != report_id]
    if not others:
        return ""
    found = _paper(store, *others[0], is_trashed=False)
    return f"编码“{code}”是报告{found.report_id}《{found.title}》的{found.version.label}，不是报告{report_id}的版本"


def _none_called(called: str, wanted: str) -> str:
    """What is said where no version is called so: too short for a code, or simply none."""
    if wanted and len(wanted) < SHORTEST_CODE and not wanted.isdecimal():
        return f"“{called}”作编码太短，什么也没有改动；请照纸上的编码至少写{SHORTEST_CODE}个字符。"
    return (
        f"这份报告没有叫“{called}”的版本，什么也没有改动；"
        f"请用 versions 查看版本的序号，或照纸上的编码至少写{SHORTEST_CODE}个字符。"
    )


def find_papers(store: "Store", code: str) -> tuple[FoundPaper, ...]:
    """The versions of all reports, those in the trash included, whose code begins like this, the newest first.

    Raises UserError where too little of the code is given.
    """
    wanted = _plain(code)
    if len(wanted) < SHORTEST_CODE:
        raise UserError(f"编码太短，还没有查找；请照纸上的编码至少写{SHORTEST_CODE}个字符。")
    trashed = {one.id for one in store.trashed()}
    found = [_paper(store, at, number, is_trashed=at in trashed) for at, number in store.find_version(wanted)]
    return tuple(sorted(found, key=lambda one: one.version.time, reverse=True))


def restore(store: "Store", report_id: str, called: str) -> Restored:
    """Put a version, called by number or code, in the stored report's place; what stood there becomes a version first.

    Raises UserError where there is no such version, UnknownReportError, DamagedError.
    """
    wanted = version_called(store, report_id, called)
    kept = store.restore(report_id, wanted.number).before
    assert kept is not None
    return Restored(wanted, kept)


def as_new_report(store: "Store", report_id: str, number: int) -> str:
    """A new report, a draft, that begins as a version of another; its id."""
    return store.create(replace(store.load_version(report_id, number), stage=Stage.DRAFT))


def keep_before_restoring(store: "Store", report_id: str, present: Report) -> Version:
    """A version of what the window shows, before another state takes its place."""
    return store.keep_other(report_id, present, Occasion.RESTORE)


def keep_before_printing(store: "Store", report_id: str, printed: Report) -> str:
    """A version of the state that goes on paper. Returns why none could be kept, "" where one was: papers are needed
    all the more urgently where the drafts cannot be written. Runs on any thread."""
    try:
        store.keep_other(report_id, printed, Occasion.EXPORT, "打印")
    except Exception as error:
        return str(error) if isinstance(error, UserError) else "程序出了意外的错误。"
    return ""


def _paper(store: "Store", report_id: str, number: int, *, is_trashed: bool) -> FoundPaper:
    version = next(one for one in store.versions(report_id) if one.number == number)
    report = store.load_version(report_id, number)
    return FoundPaper(report_id, title_in_one_line(report), report.year, version, is_trashed)


def _characters(one: Changed) -> int:
    """Words are shown changed whole; what is counted are the characters that were really typed and taken out."""
    return changed_characters((one.difference.old,), (one.difference.new,))


def _plain(code: str) -> str:
    """A code as it is kept, however it was typed: full-width, in capitals, with blanks."""
    return "".join(unicodedata.normalize("NFKC", code).lower().split())
