"""A report made of what was found: proved where it can be, else the best there is, every doubt in words."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

from models.content import from_content, to_content
from models.content_words import place_words
from models.report import Report
from models.rows import list_columns, stored_value
from models.salvage.finds import Finds
from models.salvage.older import Older, older_states
from models.salvage.proving import first_choice, proven
from models.sealed_rows import ContentRow, ReportRow
from models.template import templates

_ALWAYS = frozenset(to_content(Report(0, "")))


@dataclass(slots=True)
class Choice:
    """A report to be written: its row (the seal is reckoned at writing), its JSON by key, what was lost of it."""

    row: ReportRow
    contents: dict[str, str]
    lost: list[str] = field(default_factory=list)


def chosen(number: int, finds: Finds, backups: Sequence[Finds]) -> Choice | str:
    """A report of which anything was found; words where nothing of its content can be had."""
    candidates = finds.candidates(number)
    if whole := _found_whole(finds.reports.get(number, ()), first_choice(candidates)):
        return whole
    older = older_states(number, finds, backups)
    known = finds.keys(number)
    rows = sorted(finds.reports.get(number, ()), key=lambda row: row.revision, reverse=True)
    named = f"报告{number}" + (f"“{rows[0].title.encode(errors='replace').decode()}”" if rows else "")
    shown = [*rows, *_with_derived(rows, candidates)]
    if found := proven(shown, candidates, known, older):
        row, selection = found
        return _completed(named, Choice(row, {}), selection, set(), older)
    selection = first_choice(candidates)
    if not selection and not older:
        return f"{named}：全部内容"
    row = rows[0] if rows else _registered_anew(number, older)
    choice = _completed(named, Choice(row, {}), selection, known - selection.keys(), older)
    if not choice.lost:
        choice.lost.append(f"{named}：登记的日期等对不上，已重新登记，内容没有发现缺少，请通读核对")
    if not rows:
        choice.lost.append(f"{named}：登记（编号以外的日期、是否在回收站）不见了，已按内容重新登记")
    choice.row = replace(choice.row, **_derived(choice.contents))
    return choice


def _found_whole(rows: Sequence[ReportRow], selection: dict[str, ContentRow]) -> Choice | None:
    """The usual case: this report was not hit at all."""
    if all(one.is_sound for one in selection.values()):
        seals = [one.seal for one in selection.values()]
        for row in sorted(rows, key=lambda row: row.revision, reverse=True)[:1]:
            if row.holds(seals):
                return Choice(row, {key: one.value for key, one in selection.items()})
    return None


def _completed(
    named: str, choice: Choice, selection: dict[str, ContentRow], missing: set[str], older: Sequence[Older]
) -> Choice:
    """Put the values in, each as it was stored or from an older state that has it."""
    for key, row in selection.items():
        if row.is_sound:
            choice.contents[key] = row.value
        else:
            _fill(named, choice, key, row, older)
    for key in sorted(missing | (_expected(choice.contents, older) - selection.keys())):
        _fill(named, choice, key, None, older)
    _make_usable(choice)
    return choice


def _fill(named: str, choice: Choice, key: str, damaged: ContentRow | None, older: Sequence[Older]) -> None:
    number = choice.row.id
    having = [state for state in older if key in state.contents]
    if damaged and any(state.row_of(number, key).seal == damaged.seal for state in having):
        same = next(state for state in having if state.row_of(number, key).seal == damaged.seal)
        choice.contents[key] = same.contents[key]
    elif having:
        choice.contents[key] = having[0].contents[key]
        choice.lost.append(f"{named}：{place_words(key, having[0].contents[key])}取自{having[0].words}")
    elif damaged and (legible := _legible(damaged.value)):
        choice.contents[key] = legible
        choice.lost.append(f"{named}：{place_words(key, legible)}有损坏的字，保留了还认得的，请核对")
    else:
        choice.lost.append(f"{named}：{place_words(key)}，没有找到，也没有版本或备份里有")


def _expected(contents: dict[str, str], older: Sequence[Older]) -> set[str]:
    """The keys a report must have by what its own order of sections and figures says."""
    expected = set(_ALWAYS)
    for order, prefix in (("sections", "section."), ("figures", "figure.")):
        value = contents.get(order) or next(
            (one.contents[order] for one in older if order in one.contents), "[]"
        )
        expected |= {f"{prefix}{name}" for name in json.loads(value) if isinstance(name, str)}
    return expected


def _legible(value: str) -> str | None:
    """A damaged value with what cannot be read marked; None where it is no JSON any more."""
    shown = value.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    try:
        return stored_value(json.loads(shown))
    except (ValueError, RecursionError):
        return None


def _make_usable(choice: Choice) -> None:
    """A report needs a year and a template to be opened at all."""
    known = {f'"{name}"' for name in templates()}
    if choice.contents.get("template") is None:
        choice.contents["template"] = sorted(known)[0]
    if choice.contents.get("year") is None:
        choice.contents["year"] = str(choice.row.year)


def _with_derived(rows: Sequence[ReportRow], candidates: dict[str, list[ContentRow]]) -> list[ReportRow]:
    """The rows with what can be read off the contents: title, organs, year, stage."""
    first = first_choice(candidates)
    if not rows or not all(one.is_sound for one in first.values()):
        return []
    shown = _derived({key: one.value for key, one in first.items()})
    return [replace(row, **shown) for row in rows]


def _derived(contents: dict[str, str]) -> dict[str, Any]:
    return list_columns(from_content({key: json.loads(value) for key, value in contents.items()}))


def _registered_anew(number: int, older: Sequence[Older]) -> ReportRow:
    """A row for a report whose own is gone."""
    if known := next((state.row for state in older if state.row), None):
        return replace(known, revision=known.revision + 1)
    now = datetime.now(UTC).isoformat(timespec="microseconds")
    return ReportRow(number, older[-1].time if older else now, now, 1, "", "", 0, "", uuid4().hex, "", "")
