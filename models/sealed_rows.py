"""The rows of the drafts' file as plain values in the order of their columns, and whether their seals hold.

Unlike `records` these need no SQLAlchemy, and may hold whatever a damaged file gives.
"""

import zlib
from collections.abc import Iterable
from dataclasses import astuple, dataclass

from models.seal import seal
from models.version import content_hash

REPORT_COLUMNS = "id, created, updated, revision, title, organ, year, stage, uid, deleted, seal"
CONTENT_COLUMNS = "report_id, key, value, seal"
VERSION_COLUMNS = "report_id, number, kind, name, created, hash, content, characters, changed, seal"


@dataclass(frozen=True, slots=True)
class ReportRow:
    """A row of `reports`."""

    id: int
    created: str
    updated: str
    revision: int
    title: str
    organ: str
    year: int
    stage: str
    uid: str
    deleted: str
    seal: str

    def reckoned_seal(self, contents: Iterable[str]) -> str:
        """What the seal should be, given the seals of the report's contents (`records.ReportRecord`)."""
        (number, created, updated, revision, title, organ, year, stage, uid, deleted, _) = astuple(self)
        values = (number, uid, created, updated, revision, title, organ, year, stage, deleted)
        return seal(*values, *sorted(map(str, contents)))

    def holds(self, contents: Iterable[str]) -> bool:
        """Whether the row and the seals of its contents are what was written."""
        return bool(self.seal) and self.seal == self.reckoned_seal(contents)


@dataclass(frozen=True, slots=True)
class ContentRow:
    """A row of `contents`."""

    report_id: int
    key: str
    value: str
    seal: str

    @property
    def is_sound(self) -> bool:
        """Whether it is what was written."""
        return bool(self.seal) and self.seal == seal(self.report_id, self.key, self.value)


@dataclass(frozen=True, slots=True)
class VersionRow:
    """A row of `versions`."""

    report_id: int
    number: int
    kind: str
    name: str
    created: str
    hash: str
    content: bytes
    characters: int
    changed: int
    seal: str

    @property
    def is_sealed(self) -> bool:
        """Whether all but the content is what was written."""
        (report_id, number, kind, name, created, found, _, characters, changed, sealed) = astuple(self)
        values = (report_id, number, kind, name, created, found, characters, changed)
        return bool(sealed) and sealed == seal(*values)

    @property
    def is_sound(self) -> bool:
        """Whether it is what was written."""
        return self.is_sealed and self.text is not None

    @property
    def text(self) -> str | None:
        """The canonical JSON in it; None where it is damaged."""
        return unpacked(self.content, self.hash)


def unpacked(content: bytes | str, expected: str) -> str | None:
    """A version's canonical JSON, kept compressed or (by earlier programs) plain; None where its hash is another."""
    try:
        written = content if isinstance(content, str) else zlib.decompress(content).decode("ascii")
        return written if content_hash(written) == expected else None
    except (zlib.error, UnicodeError, TypeError):
        return None
