"""A report as the store keeps it: one JSON value under each content key, so that a save writes what changed.

Keys are the names of Report's fields; the letterhead is taken apart into ``letterhead.<field>``, sections
into ``section.<key>`` and figures into ``figure.<indicator>``, with ``sections`` and ``figures`` giving their
order. Values follow the dataclasses' own declarations: a field added there is kept without a line here.
"""

from collections.abc import Mapping, Sequence
from dataclasses import MISSING, fields, is_dataclass
from enum import Enum, EnumType
from functools import cache
from types import UnionType
from typing import Any, TypeAlias, get_args, get_origin, get_type_hints

from models.errors import NotAQuantityError
from models.letterhead import Letterhead
from models.quantity import Quantity
from models.report import Figure, Report, Section

JSON: TypeAlias = "Mapping[str, JSON] | Sequence[JSON] | str | int | float | bool | None"

_LETTERHEAD = "letterhead."
_KEYED: dict[str, tuple[str, type, str]] = {
    "sections": ("section.", Section, "key"),
    "figures": ("figure.", Figure, "indicator"),
}
"""Fields of Report kept piece by piece: the keys' prefix, the piece and the piece's field that names it."""


def to_content(report: Report) -> dict[str, JSON]:
    """The whole report by content keys; raises ValueError where two sections or figures share a key."""
    return {key: _encoded(part, _name_of(part)) for key, part in _parts(report).items()}


def from_content(content: Mapping[str, JSON]) -> Report:
    """The report that was stored; unknown keys are left aside, missing and unreadable values are empty."""
    values: dict[str, JSON] = {"letterhead": _below(content, _LETTERHEAD)}
    for name in _declared(Report):
        if name in _KEYED:
            values[name] = _pieces(content, name)
        elif name in content:
            values[name] = content[name]
    report: Report = _decoded_record(Report, values)
    return report


def changed_keys(old: Report, new: Report) -> frozenset[str]:
    """The content keys under which two reports differ, those that only one of them has included."""
    before, after = _parts(old), _parts(new)
    return frozenset(
        key for key in before.keys() | after.keys() if before.get(key, MISSING) != after.get(key, MISSING)
    )


def with_changes(onto: Report, before: Report, after: Report) -> Report:
    """`onto` with what differs between `before` and `after`; what others wrote under other keys stays."""
    if onto == before:
        return after
    parts, wanted = _parts(onto), _parts(after)
    for key in changed_keys(before, after):
        parts.pop(key, None)
        if key in wanted:
            parts[key] = wanted[key]
    return _assembled(parts)


def contested_keys(base: Report, one: Report, other: Report) -> frozenset[str]:
    """The content keys that both of two reports changed since `base`, each to something else.

    The order of sections or figures is none of them: `with_changes` loses no piece over it.
    """
    keys = changed_keys(base, one) & changed_keys(base, other) & changed_keys(one, other)
    return keys - frozenset(_KEYED)


def _parts(report: Report) -> dict[str, Any]:
    parts: dict[str, Any] = {}
    for name in _declared(Report):
        value = getattr(report, name)
        if isinstance(value, Letterhead):
            parts |= {f"{_LETTERHEAD}{key}": getattr(value, key) for key in _declared(Letterhead)}
        elif name in _KEYED:
            prefix, _, named_by = _KEYED[name]
            keys = tuple(getattr(piece, named_by) for piece in value)
            if len(set(keys)) < len(keys):
                raise ValueError(f"two {name} share a key: {keys}")
            parts[name] = keys
            parts |= {f"{prefix}{key}": piece for key, piece in zip(keys, value, strict=True)}
        else:
            parts[name] = value
    return parts


def _assembled(parts: Mapping[str, Any]) -> Report:
    """The report made of such parts."""
    values = {name: parts[name] for name in _declared(Report) if name in parts and name not in _KEYED}
    values["letterhead"] = Letterhead(**_below(parts, _LETTERHEAD))
    for name, (prefix, _, _) in _KEYED.items():
        pieces = _below(parts, prefix)
        values[name] = tuple(pieces[key] for key in _in_order(parts[name], pieces))
    return Report(**values)


def _below(parts: Mapping[str, Any], prefix: str) -> dict[str, Any]:
    return {key.removeprefix(prefix): part for key, part in parts.items() if key.startswith(prefix)}


def _in_order(order: Sequence[str], pieces: Mapping[str, Any]) -> list[str]:
    """The keys of pieces in their order; one that the order forgot comes last, so that no text is lost."""
    return [key for key in dict.fromkeys((*order, *pieces)) if key in pieces]


def _pieces(content: Mapping[str, JSON], name: str) -> list[JSON]:
    """Sections or figures in their order."""
    prefix, _, named_by = _KEYED[name]
    stored = _below(content, prefix)
    order = _in_order(_decoded(tuple[str, ...], content.get(name), ()), stored)
    found = {key: stored[key] for key in order}
    return [{**piece, named_by: key} for key, piece in found.items() if isinstance(piece, Mapping)]


def _name_of(part: Any) -> str:
    """The field that a piece kept under a key of its own leaves to the key; a piece within another value has none."""
    return next((name for _, piece, name in _KEYED.values() if type(part) is piece), "")


def _encoded(part: Any, left_out: str = "") -> JSON:
    if isinstance(part, Quantity | Enum):
        return str(part)
    if isinstance(part, tuple):
        return [_encoded(one) for one in part]
    if is_dataclass(part):
        names = _declared(part.__class__)
        return {name: _encoded(getattr(part, name)) for name in names if name != left_out}
    plain: JSON = part
    return plain


def _decoded(kind: Any, value: JSON, default: Any) -> Any:
    """A stored value as `kind`, or `default` where it cannot be read as that."""
    if type(value) is kind:
        return value
    if get_origin(kind) is tuple and isinstance(value, list):
        piece = get_args(kind)[0]
        empty = _empty(piece)
        return tuple(_decoded(piece, one, empty) for one in value)
    if is_dataclass(kind) and isinstance(value, Mapping):
        return _decoded_record(kind, value)
    return _from_text(kind, value, default) if isinstance(value, str) else default


def _from_text(kind: Any, text: str, default: Any) -> Any:
    """An amount or a member of an enumeration."""
    try:
        if kind is Quantity:
            return Quantity.parse(text)
        return kind(text) if isinstance(kind, EnumType) else default
    except (NotAQuantityError, ValueError):
        return default


def _decoded_record(kind: Any, values: Mapping[str, JSON]) -> Any:
    return kind(
        **{
            name: _decoded(hint, values.get(name), default)
            for name, (hint, default) in _declared(kind).items()
        }
    )


def _empty(kind: Any) -> Any:
    """What stands for a missing value that has no default: "", 0, () or a record of such."""
    return _decoded_record(kind, {}) if is_dataclass(kind) else (get_origin(kind) or kind)()


@cache
def _declared(kind: type) -> dict[str, tuple[Any, Any]]:
    """The fields of a dataclass: type (that of an optional value alone) and default."""
    declared, hints = {}, get_type_hints(kind)
    for field in fields(kind):
        hint = hints[field.name]
        hint = get_args(hint)[0] if isinstance(hint, UnionType) else hint
        default = field.default_factory() if field.default_factory is not MISSING else field.default
        declared[field.name] = (hint, _empty(hint) if default is MISSING else default)
    return declared
