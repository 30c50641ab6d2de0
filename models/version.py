"""A version: a state of a report that nothing changes any more, known by its number and the hash of its content."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from hashlib import sha256

from models.content import JSON, to_content
from models.report import Report, Stage


class Occasion(StrEnum):
    """Why a version was kept that is not a stage. All but NAMED are kept without being asked for."""

    AUTOMATIC = "自动"
    SHRUNK = "大段删改前"
    OVERTAKEN = "另一处所改"
    UNSAVED = "未存下的改动"
    IMPORT = "并入前"
    MERGE = "收采集表前"
    ROLL = "结转前"
    EXPORT = "导出前"
    RESTORE = "恢复前"
    NAMED = "手动"


THINNED = frozenset(
    {
        Occasion.AUTOMATIC,
        Occasion.IMPORT,
        Occasion.MERGE,
        Occasion.ROLL,
        Occasion.EXPORT,
        Occasion.RESTORE,
    }
)
"""The kinds of which old ones are thinned out. What somebody named, signed off or nearly lost stays."""

_SHORT = 10


@dataclass(frozen=True, slots=True)
class Version:
    """A version's number in its report (from 1), its kind, what it was called, when it was frozen, its content's hash.

    `kind` is a stage or an Occasion, `time` local, with its zone. `ordinal` counts within the kind: the third 送审稿 is
    第3稿 on paper, however many automatic versions lie between. `characters` is the text's length, `changed` how many
    characters differ from the version before, letterhead and amounts included (`text_difference.changed_in_all`); -1
    where that could not be counted or none was before.
    """

    number: int
    kind: str
    name: str
    time: datetime
    hash: str
    ordinal: int
    characters: int = -1
    changed: int = -1

    @property
    def short_hash(self) -> str:
        """As much of the hash as a paper bears."""
        return self.hash[:_SHORT]

    @property
    def label(self) -> str:
        """What people call it: 送审稿 第3稿, the name it was given, or why it was kept."""
        return f"{self.kind} 第{self.ordinal}稿" if self.is_stage else self.name or self.kind

    @property
    def is_stage(self) -> bool:
        """Whether it was frozen as a stage, and therefore printed."""
        return self.kind in set(Stage)

    @property
    def trace(self) -> str:
        """What a paper of this version says in its margin, so that it can be found again."""
        return f"{self.label} · {self.short_hash}"


@dataclass(frozen=True, slots=True)
class Plan:
    """A version before it is frozen: the report in it, the draft it is taken from, and whether it is new.

    Papers are made from a plan, so that nothing has to be kept before they are known to be there.
    """

    report_id: str
    version: Version
    report: Report
    draft: Report
    is_new: bool


def at_stage(report: Report, kind: str) -> Report:
    """The report as a version of this kind holds it: one of a stage is at that stage."""
    return replace(report, stage=Stage(kind)) if kind in set(Stage) else report


def written_content(report: Report) -> str:
    """The whole report as one JSON text: the same report is the same text on every machine."""
    return canonical(to_content(report))


def canonical(content: Mapping[str, JSON]) -> str:
    """JSON with sorted keys, without blanks, in ASCII: half a surrogate pair, which UTF-8 cannot hold, included."""
    return json.dumps(content, sort_keys=True, separators=(",", ":"))


def content_hash(written: str) -> str:
    """The SHA-256 of a canonical text, in hexadecimal."""
    return sha256(written.encode("ascii")).hexdigest()
