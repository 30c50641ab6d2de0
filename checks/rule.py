"""What a rule is: a function with a name, a level, a source, and examples that show it at work."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum

from models.report import Report
from models.template import Template


class Level(Enum):
    """How sure a finding is; worst first."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"

    @property
    def label(self) -> str:
        """The level's name on screen and paper."""
        return {"error": "错误", "warning": "存疑", "hint": "提示"}[self.value]


@dataclass(frozen=True, slots=True)
class Remark:
    """What a rule function yields: where, the words in question, what is wrong, what to write instead.

    `section` is a section's key, ``letterhead`` or empty for the whole paper; `item` the path of the item;
    `field` the letterhead's field to be mended; `level` how sure this one is, where it is not as sure as its rule.
    `replaces` are the words of the quote that the suggestion can take the place of as it stands, empty where the
    suggestion is advice.
    """

    message: str
    section: str = ""
    item: tuple[int, ...] = ()
    quote: str = ""
    suggestion: str | None = None
    field: str = ""
    level: Level | None = None
    replaces: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """A remark with its rule, level and source: a clause of a standard or regulation, or practice."""

    rule: str
    level: Level
    section: str
    item: tuple[int, ...]
    quote: str
    message: str
    suggestion: str | None
    source: str
    field: str = ""
    replaces: str = ""


RuleFunction = Callable[[Report, Template], Iterator[Remark]]


Examples = tuple[tuple[Report, ...], tuple[Report, ...]]
"""Bad and good ones."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A check. `examples` are made when they are asked for: a relation's are reckoned from its formula."""

    id: str
    name: str
    level: Level
    source: str
    look: RuleFunction
    examples: Callable[[], Examples]

    @property
    def bad(self) -> tuple[Report, ...]:
        """Reports it must say something about."""
        return self.examples()[0]

    @property
    def good(self) -> tuple[Report, ...]:
        """Reports it must leave in peace."""
        return self.examples()[1]

    def findings(self, report: Report, template: Template) -> Iterator[Finding]:
        """What the rule has to say about a report."""
        for remark in self.look(report, template):
            yield Finding(
                self.id,
                remark.level or self.level,
                remark.section,
                remark.item,
                remark.quote,
                remark.message,
                remark.suggestion,
                self.source,
                remark.field,
                remark.replaces,
            )


def check(
    rule_id: str, name: str, level: Level, source: str, *, bad: tuple[Report, ...], good: tuple[Report, ...]
) -> Callable[[RuleFunction], Rule]:
    """Make a function a rule."""

    def made(look: RuleFunction) -> Rule:
        return Rule(rule_id, name, level, source, look, lambda: (bad, good))

    return made
