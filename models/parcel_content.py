"""An archive as one JSON text and back. Every value stands there once, however many versions hold it."""

import json
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from models.archive import Archive, report_in
from models.content import JSON, to_content
from models.version import Version, canonical, content_hash, written_content

_UID = re.compile(r"[0-9A-Za-z-]{0,64}")
_YEARS = range(10_000)
_MOST_VERSIONS = 20_000
_MOST_TEXT = 256 * 2**20
"""Of all versions together, written out: what stands once in the file may be meant a million times."""
_MOST_DEPTH = 64
_MOST_COUNT = 2**53
_NUMBERS = ("number", "ordinal", "characters", "changed")


class TornError(ValueError):
    """The text is none that `to_written` gives."""


class BeyondUsError(Exception):
    """The report holds something that this program does not know, and would lose."""


def to_written(archive: Archive) -> bytes:
    """Canonical JSON in ASCII: the same archive is the same text on every machine."""
    values: dict[str, int] = {}
    whole: dict[str, JSON] = {
        "uid": archive.uid,
        "updated": archive.updated,
        "report": _places(to_content(archive.report), values),
        "versions": [_told(version, json.loads(written), values) for version, written in archive.versions],
    }
    return canonical(whole | {"values": [json.loads(one) for one in values]}).encode("ascii")


def from_written(written: bytes) -> Archive:
    """The archive.

    Raises TornError for anything that does not fit together, hashes of versions included, and BeyondUsError.
    """
    try:
        if _depth(written) > _MOST_DEPTH:
            raise TornError
        return _archive(json.loads(written.decode("ascii")))
    except (ValueError, TypeError, KeyError, IndexError, AttributeError, OverflowError) as error:
        raise TornError from error


def _archive(told: Any) -> Archive:
    values = [canonical_value(one) for one in told["values"]]
    for content in (told["report"], *(one["content"] for one in told["versions"])):
        if int(values[content["year"]]) not in _YEARS:
            raise TornError
    written = _text(told["report"], values)
    report = report_in(written)
    versions = _versions(told["versions"], values)
    numbers = [version.number for version, _ in versions]
    is_in_order = all(one < other for one, other in zip([0, *numbers], numbers, strict=False))
    if not _UID.fullmatch(told["uid"]) or not is_in_order:
        raise TornError
    if not _holds(json.loads(written_content(report)), json.loads(written)):
        raise BeyondUsError
    return Archive(told["uid"], report, versions, _moment(told["updated"]))


def _holds(ours: Any, theirs: Any) -> bool:
    """Whether all that stands in one JSON value stands in the other; fields that came to be later may be missing."""
    if isinstance(ours, dict) and isinstance(theirs, dict):
        return all(key in ours and _holds(ours[key], value) for key, value in theirs.items())
    if isinstance(ours, list) and isinstance(theirs, list):
        return len(ours) == len(theirs) and all(map(_holds, ours, theirs))
    return bool(ours == theirs)


def _versions(told: list[Any], values: list[str]) -> tuple[tuple[Version, str], ...]:
    if len(told) > _MOST_VERSIONS:
        raise TornError
    found, length = [], 0
    for one in told:
        written = _text(one["content"], values)
        length += len(written)
        if length > _MOST_TEXT or content_hash(written) != one["hash"]:
            raise TornError
        found.append((_version(one), written))
    return tuple(found)


def _version(told: Any) -> Version:
    numbers = [told[name] for name in _NUMBERS]
    if not all(type(one) is int and -1 <= one < _MOST_COUNT for one in numbers):
        raise TornError
    kind, name = told["kind"], told["name"]
    (kind + name).encode()  # raises ValueError for half a surrogate pair, which no column takes
    number, ordinal, characters, changed = numbers
    time = datetime.fromisoformat(told["time"]).astimezone()
    return Version(number, kind, name, time, told["hash"], ordinal, characters, changed)


def _told(version: Version, content: Mapping[str, JSON], values: dict[str, int]) -> JSON:
    return {
        "number": version.number,
        "kind": str(version.kind),
        "name": version.name,
        "time": version.time.astimezone(UTC).isoformat(timespec="microseconds"),
        "hash": version.hash,
        "ordinal": version.ordinal,
        "characters": version.characters,
        "changed": version.changed,
        "content": _places(content, values),
    }


def _places(content: Mapping[str, JSON], values: dict[str, int]) -> dict[str, JSON]:
    """Each key with the place of its value among `values`, which grow by those not met yet."""
    return {
        key: values.setdefault(canonical_value(value), len(values)) for key, value in sorted(content.items())
    }


def _text(places: Mapping[str, int], values: list[str]) -> str:
    """The canonical text of a content."""
    if any(type(place) is not int or place < 0 for place in places.values()):
        raise TornError
    parts = (f"{canonical_value(key)}:{values[place]}" for key, place in sorted(places.items()))
    return "{" + ",".join(parts) + "}"


def canonical_value(value: JSON) -> str:
    """One value as it stands in a canonical text."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"))


def _moment(told: str) -> str:
    return datetime.fromisoformat(told).astimezone(UTC).isoformat(timespec="microseconds") if told else ""


def _depth(written: bytes) -> int:
    """How deep brackets are nested, at most: what is read goes down a step for each."""
    deepest = depth = 0
    for bracket in re.finditer(rb'"[^"\\]*(?:\\.[^"\\]*)*"|[\[{]|[\]}]', written):
        match bracket[0]:
            case b"[" | b"{":
                depth += 1
                deepest = max(deepest, depth)
            case b"]" | b"}":
                depth -= 1
    return deepest
