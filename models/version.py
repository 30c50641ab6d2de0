"""A version: a state of a report that nothing changes any more, known by its number and the hash of its content."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import sha256

from models.content import JSON, to_content
from models.report import Report, Stage

AUTOMATIC = "自动"
"""The kind of a version that nobody asked for. The other kinds are stages."""

_SHORT = 10


@dataclass(frozen=True, slots=True)
class Version:
    """A version's number in its report (from 1), its kind, what it was called, when it was frozen, its content's hash.

    `time` is local, with its zone.
    """

    number: int
    kind: str
    name: str
    time: datetime
    hash: str

    @property
    def short_hash(self) -> str:
        """As much of the hash as a paper bears."""
        return self.hash[:_SHORT]

    @property
    def trace(self) -> str:
        """What a paper of this version says in its margin, so that it can be found again."""
        return f"{self.kind} 第{self.number}稿 · {self.short_hash}"


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
