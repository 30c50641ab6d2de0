"""What can be put into a sentence: this year's amounts, last year's, changes; found by the words a clerk types."""

from collections.abc import Iterator
from dataclasses import dataclass

from models.change import says_rise
from models.indicator import Indicator, Kind, catalogue
from models.link_words import DIFF, FACE_WORDS, YOY, movement
from models.linked_text import Link, links
from models.phrase import POINTS, Wording, verbs
from models.quotations import used_indicators
from models.report import Report
from models.target import LAST
from models.text_places import paragraphs
from models.year_on_year import usual_unit

MOST = 60
"""So many entries are listed at once."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A link that can be put in: the indicator's name, what is shown of it (上年, 同比, 增减), what it prints.

    `words` are empty while the amount is unknown. `unit` stands behind the words in a sentence.
    """

    link: Link
    name: str
    face: str
    words: str
    unit: str
    aliases: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        """行政复议申请（上年）."""
        return f"{self.name}（{self.face}）" if self.face else self.name


def entries(report: Report) -> tuple[Entry, ...]:
    """Everything that can be put in: the indicators the report uses first, then the rest of the catalogue."""
    order = dict.fromkeys([*used_indicators(report), *catalogue()])
    return tuple(entry for key in order for entry in _entries_of(report, key))


def faces(report: Report, indicator: Indicator) -> tuple[tuple[str, str], ...]:
    """What can be shown of an indicator: each face with words for it and what it prints, if that is known."""
    if indicator.kind is Kind.CHANGE:
        named = {change_face(report, indicator): "增减幅度"}
    else:
        named = {"": "本年数", LAST: "上年数"}
        if indicator.kind is not Kind.DATE:
            named |= {YOY: FACE_WORDS[YOY]} | (
                {} if indicator.kind is Kind.RATE else {DIFF: FACE_WORDS[DIFF]}
            )
    found = ((face, words, _entry(report, indicator, face)) for face, words in named.items())
    return tuple(
        (face, f"{words}：{one.words}{one.unit}" if one.words else words) for face, words, one in found
    )


def matching(known: tuple[Entry, ...], typed: str) -> tuple[Entry, ...]:
    """The entries that typed words fit, best first: known amounts before unknown ones, names that begin so, names or
    aliases that hold them; last names in which their characters only come in this order (复议同比)."""
    if not typed:
        return tuple(entry for entry in known if not entry.face)[:MOST]
    ranked = [(rank, entry) for entry in known if (rank := _rank(entry, typed)) is not None]
    return tuple(entry for _, entry in sorted(ranked, key=lambda one: one[0]))[:MOST]


def change_face(report: Report, indicator: Indicator) -> str:
    """How a link to a CHANGE is worded: as it is elsewhere in the report, else usually for its direction and unit."""
    for one in paragraphs(report):
        for link in links(one.stored):
            if link.figure == indicator.id and Wording.parse(link.face):
                return link.face
    said = movement(report, indicator, report.figure(indicator.id))
    rises = said.rises if said and said.rises is not None else says_rise(report, indicator.id)
    pair = ("rise", "sink") if indicator.unit == POINTS else ("grow", "fall")
    unit = "" if indicator.unit in ("%", "‰") else "ge" if indicator.unit == POINTS else "unit"
    return Wording(verbs()[pair[rises is False]], "", unit).face


def _entries_of(report: Report, key: str) -> Iterator[Entry]:
    indicator = report.indicator(key)
    if indicator is None:
        return
    figure = report.figure(key)
    if indicator.kind is Kind.CHANGE:
        yield _entry(report, indicator, change_face(report, indicator))
        return
    yield _entry(report, indicator, "")
    if figure.last is not None:
        yield _entry(report, indicator, LAST)
        if figure.value is not None and indicator.kind is not Kind.DATE:
            if not _has_change(report, indicator):
                yield _entry(report, indicator, YOY)
            if indicator.kind is not Kind.RATE:
                yield _entry(report, indicator, DIFF)


def _has_change(report: Report, base: Indicator) -> bool:
    """Whether the report states the change of an indicator as a figure of its own, which is listed itself."""
    known = (report.indicator(figure.indicator) for figure in report.figures)
    return any(one and one.base == base.id and one.unit == usual_unit(base) for one in known)


def _entry(report: Report, indicator: Indicator, face: str) -> Entry:
    link = Link(f"{indicator.id}.{face}" if face else indicator.id)
    shown = report.show(link)
    words = "" if shown.startswith("〔") else shown
    is_bare = face in ("", LAST) and not shown.endswith(("%", "‰"))
    called = FACE_WORDS.get(face, "")
    aliases = tuple(alias for alias in indicator.aliases if "#" not in alias)
    return Entry(link, indicator.name, called, words, indicator.unit if is_bare else "", aliases)


def _rank(entry: Entry, typed: str) -> tuple[bool, bool, int] | None:
    name = f"{entry.name}{entry.face}"
    if name.startswith(typed):
        return False, not entry.words, 0
    if typed in name or any(typed in alias for alias in entry.aliases):
        return False, not entry.words, 1
    if entry.link.figure.startswith(typed.lower()):
        return False, not entry.words, 2
    span = _span(name, typed)
    return None if span is None else (True, not entry.words, span)


def _span(name: str, typed: str) -> int | None:
    """Over how many characters of a name the typed ones are spread, in their order; None where they are not."""
    at, first = -1, -1
    for character in typed:
        at = name.find(character, at + 1)
        if at < 0:
            return None
        first = at if first < 0 else first
    return at - first
