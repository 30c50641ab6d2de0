"""What a change of figures does to the rest of the report: sentences before and after, relations lost and won."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from models.judging import Judgement, Verdict, judgements
from models.linked_text import Link, parts
from models.quotations import quotations
from models.report import ATTACHMENTS, Figure, Place, Report
from models.target import Year

_NOTHING = "空"
_HOLDING = (Verdict.HOLDS, Verdict.ROUNDED, Verdict.TRUNCATED)


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of a sentence as printed; `is_changed` where it is a number that is another now."""

    text: str
    is_changed: bool = False


@dataclass(frozen=True, slots=True)
class Rewritten:
    """A sentence that says something else now because a figure changed."""

    place: Place
    before: tuple[Run, ...]
    after: tuple[Run, ...]

    @property
    def is_attached(self) -> bool:
        """Whether it stands in an attachment."""
        return self.place.section == ATTACHMENTS

    @property
    def quote(self) -> str:
        """The sentence as printed now."""
        return "".join(run.text for run in self.after)


@dataclass(frozen=True, slots=True)
class Amended:
    """An indicator whose amount changed: the amounts of a `year` as written, empty where there is none."""

    indicator: str
    name: str
    year: Year
    before: str
    after: str

    @property
    def words(self) -> str:
        """行政复议申请：179 → 180."""
        year = self.year if self.year is Year.LAST else ""
        return f"{self.name}{year}：{self.before or _NOTHING} → {self.after or _NOTHING}"


@dataclass(frozen=True, slots=True)
class Effects:
    """Everything a change of figures did. `lost` are relations that hold no longer, `won` those that hold again."""

    amended: tuple[Amended, ...] = ()
    rewritten: tuple[Rewritten, ...] = ()
    lost: tuple[Judgement, ...] = ()
    won: tuple[Judgement, ...] = ()

    @property
    def is_revision(self) -> bool:
        """Whether an amount that was known is another now; a blank filled in for the first time is none."""
        return any(one.before for one in self.amended)

    @property
    def words(self) -> str:
        """行政复议申请：179 → 180；正文3处、附件1处随之改动；有1个勾稽关系不再成立."""
        if not self.amended:
            return ""
        first = self.amended[0].words
        head = first if len(self.amended) == 1 else f"{first}等 {len(self.amended)} 个数"
        attached = sum(one.is_attached for one in self.rewritten)
        texts = _counted(("正文{}处", len(self.rewritten) - attached), ("附件{}处", attached))
        relations = _counted(
            ("有{}个勾稽关系不再成立", len(self.lost)), ("有{}个勾稽关系重新成立", len(self.won))
        )
        told = [words for words in (texts and f"{texts}随之改动", relations) if words]
        return "；".join((head, *(told or ["正文和附件没有引用"])))


def _counted(*counts: tuple[str, int]) -> str:
    return "、".join(words.format(count) for words, count in counts if count)


Judged = tuple[Sequence[Judgement], Sequence[Judgement]]
"""What came of the relations before and after."""


def effects(before: Report, after: Report, judged: Judged | None = None) -> Effects:
    """What differs between two states of a report because of their figures; `judged` where that is known already."""
    amended = tuple(_amended(before, after))
    if not amended:
        return Effects()
    lost, won = turned(*(judged or (judgements(before), judgements(after))))
    return Effects(amended, tuple(_rewritten(before, after)), lost, won)


def turned(
    before: Iterable[Judgement], after: Iterable[Judgement]
) -> tuple[tuple[Judgement, ...], tuple[Judgement, ...]]:
    """The relations that hold no longer, and those that hold again, as they are judged afterwards."""
    troubled = {one.relation.id for one in before if one.is_trouble}
    lost, won = [], []
    for one in after:
        if one.is_trouble and one.relation.id not in troubled:
            lost.append(one)
        elif one.verdict in _HOLDING and one.relation.id in troubled:
            won.append(one)
    return tuple(lost), tuple(won)


def _amended(before: Report, after: Report) -> Iterator[Amended]:
    old = {figure.indicator: figure for figure in before.figures}
    new = {figure.indicator: figure for figure in after.figures}
    for key in dict.fromkeys([*new, *old]):
        if old.get(key) == new.get(key):
            continue
        indicator = after.indicator(key) or before.indicator(key)
        for year in Year:
            was, now = (_amount(figures.get(key), year) for figures in (old, new))
            if was != now:
                yield Amended(key, indicator.name if indicator else key, year, was, now)


def _amount(figure: Figure | None, year: Year) -> str:
    quantity = figure and year.amount(figure)
    return str(quantity) if quantity else ""


def _rewritten(before: Report, after: Report) -> Iterator[Rewritten]:
    """A sentence with several changed numbers is one sentence."""
    seen: set[tuple[Place, str]] = set()
    for one in quotations(after):
        if (one.place, one.sentence) in seen or before.show(one.link) == after.show(one.link):
            continue
        seen.add((one.place, one.sentence))
        yield Rewritten(
            one.place, _runs(before, before, after, one.sentence), _runs(after, before, after, one.sentence)
        )


def _runs(shown: Report, before: Report, after: Report, sentence: str) -> tuple[Run, ...]:
    return tuple(
        Run(shown.show(part), before.show(part) != after.show(part)) if isinstance(part, Link) else Run(part)
        for part in parts(sentence)
    )
