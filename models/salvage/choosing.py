"""A report made of what was found: proved where it can be, else the best there is, every doubt in words."""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

from models.content import from_content, to_content
from models.content_words import is_known_key, place_words
from models.indicator import Indicator
from models.report import Report
from models.rows import list_columns, stored_value
from models.salvage.finds import Finds, is_time
from models.salvage.kinship import Backups, is_uid
from models.salvage.older import Older, older_states
from models.salvage.own_numbers import defined_anew
from models.salvage.proving import first_choice, proven
from models.sealed_rows import ContentRow, ReportRow
from models.template import templates

_ALWAYS = frozenset(to_content(Report(0, "")))
_NAME = re.compile(r"[A-Za-z0-9_]+")
_DOUBTED = (
    "备份里有编号相同的报告，看不出是不是同一份，没有采用；"
    "要用它，请在窗口的“数据备份”里选那个备份，点“取出报告”"
)


@dataclass(slots=True)
class Choice:
    """A report to be written: its row (the seal is reckoned at writing), its JSON by key, what was lost of it and what
    was `filled` from which older state."""

    row: ReportRow
    contents: dict[str, str]
    lost: list[str] = field(default_factory=list)
    filled: dict[str, list[str]] = field(default_factory=dict)


def chosen(number: int, finds: Finds, backups: Backups) -> Choice | str:
    """A report of which anything was found; words where nothing of its content can be had."""
    if whole := _found_whole(finds.reports.get(number, ()), first_choice(finds.candidates(number))):
        return whole
    choice = _chosen(number, finds, older_states(number, finds, backups))
    if isinstance(choice, str):
        return f"{choice}；{_DOUBTED}" if backups.is_doubted(number, finds) else choice
    if choice.lost and backups.is_doubted(number, finds):
        choice.lost.append(f"报告{number}：{_DOUBTED}")
    return choice


def _chosen(number: int, finds: Finds, states: Sequence[Older]) -> Choice | str:
    candidates = finds.candidates(number)
    known = finds.keys(number)
    rows = sorted(finds.reports.get(number, ()), key=lambda row: row.revision, reverse=True)
    named = f"报告{number}" + (f"“{rows[0].title}”" if rows and _is_text(rows[0].title) else "")
    shown = [*rows, *_with_derived(rows, candidates)]
    if found := proven(shown, candidates, known, states):
        row, selection = found
        return _completed(named, Choice(row, {}), selection, set(), states)
    selection = first_choice(candidates)
    akin = [one for one in states if one.is_akin]
    if not selection and not akin:
        return f"{named}：全部内容没有救回，请重新编写，或从备份、导出过的文件里找"
    row = _usable(rows[0], akin) if rows else _registered_anew(number, akin)
    if not selection:
        return _taken_whole(named, row, akin[0])
    choice = _completed(named, Choice(row, {}), selection, known - selection.keys(), states)
    if not choice.lost:
        choice.lost.append(f"{named}：登记的日期等对不上，已重新登记，内容没有发现缺少，请通读核对")
    if not rows:
        choice.lost.append(
            f"{named}：登记（编号以外的日期、是否在回收站）不见了，已按内容重新登记，请核对它该不该在回收站"
        )
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


def _taken_whole(named: str, row: ReportRow, state: Older) -> Choice:
    """A report of which the file has no content any more; one that was purged may come back, but is named."""
    choice = Choice(replace(row, **_derived(state.contents)), dict(state.contents))
    choice.lost.append(
        f"{named}：在文件里没有找到内容，全部取自{state.words}，请核对（也可能是以前彻底删除的）"
    )
    return choice


def _completed(
    named: str, choice: Choice, selection: dict[str, ContentRow], missing: set[str], states: Sequence[Older]
) -> Choice:
    """Put the values in, each as it was stored or from an older state that has it."""
    damaged = {key: row for key, row in selection.items() if not row.is_sound}
    choice.contents |= {key: row.value for key, row in selection.items() if row.is_sound}
    expected = _expected(choice.contents, [one for one in states if one.is_akin])
    strange: list[str] = []
    for key in sorted((missing | expected | damaged.keys()) - choice.contents.keys()):
        if not (key in expected or is_known_key(key) or any(key in one.contents for one in states)):
            strange.append(key)
        elif words := _filled(choice, key, damaged.get(key), states):
            choice.lost.append(f"{named}：{words}")
    if strange:
        choice.lost.append(f"{named}：{len(strange)}处认不出的内容没有救回，请通读核对有没有缺少")
    for words, places in choice.filled.items():
        choice.lost.append(f"{named}：{'、'.join(places)}取自{words}，请核对")
    if choice.lost:
        own = defined_anew(choice.contents, [one for one in states if one.is_akin])
        choice.lost += [f"{named}：{words}" for words in own]
    _make_usable(choice)
    return choice


def _filled(choice: Choice, key: str, damaged: ContentRow | None, states: Sequence[Older]) -> str:
    """Fill a gap, from a state that is akin or whose seal shows it to be the same; words for what is amiss with it."""
    number = choice.row.id
    having = [state for state in states if key in state.contents]
    same = [one for one in having if damaged and one.row_of(number, key).seal == damaged.seal]
    akin = [one for one in having if one.is_akin]
    if same:
        choice.contents[key] = same[0].contents[key]
        return ""
    if akin:
        choice.contents[key] = akin[0].contents[key]
        choice.filled.setdefault(akin[0].words, []).append(_place(choice, key, akin))
        return ""
    if damaged and (legible := _legible(damaged.value)):
        choice.contents[key] = legible
        return f"{_place(choice, key, akin)}有损坏的字，保留了还认得的，请核对"
    return f"{_place(choice, key, akin)}没有救回，版本和备份里也没有，请重新填写"


def _place(choice: Choice, key: str, akin: Sequence[Older]) -> str:
    """Where a key belongs, in words, with the year and the own indicators' names if these are known."""
    sources = [choice.contents, *(one.contents for one in akin)]
    year = next((int(one["year"]) for one in sources if one.get("year", "").isdecimal()), choice.row.year)
    own = [one for source in reversed(sources) for one in _own_indicators(source.get("own_indicators", "[]"))]
    return place_words(key, choice.contents.get(key, ""), year, {one.id: one.name for one in own})


def _own_indicators(value: str) -> Sequence[Indicator]:
    return from_content({"own_indicators": json.loads(value)}).own_indicators


def _expected(contents: dict[str, str], akin: Sequence[Older]) -> set[str]:
    """The keys a report must have by what its own order of sections and figures says."""
    expected = set(_ALWAYS)
    for order, prefix in (("sections", "section."), ("figures", "figure.")):
        value = contents.get(order) or next(
            (one.contents[order] for one in akin if order in one.contents), "[]"
        )
        names = [name for name in json.loads(value) if isinstance(name, str)]
        expected |= {f"{prefix}{name}" for name in names if _NAME.fullmatch(name)}
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


def _usable(row: ReportRow, akin: Sequence[Older]) -> ReportRow:
    """A row that no seal vouches for, its name on other PCs and its place in the trash such as can be."""
    kept = next((state.row.uid for state in akin if state.row), "")
    uid = row.uid if is_uid(row.uid) else kept or uuid4().hex
    return replace(row, uid=uid, deleted=row.deleted if is_time(row.deleted) else "")


def _is_text(title: str) -> bool:
    return title.isprintable() and "\ufffd" not in title


def _registered_anew(number: int, akin: Sequence[Older]) -> ReportRow:
    """A row for a report whose own is gone."""
    if known := next((state.row for state in akin if state.row), None):
        return replace(known, revision=known.revision + 1)
    now = datetime.now(UTC).isoformat(timespec="microseconds")
    return ReportRow(number, akin[-1].time if akin else now, now, 1, "", "", 0, "", uuid4().hex, "", "")
