"""The optional statistical forms that go up with a report. `resources/forms/*.toml` declares them.

Every cell of a form is a figure of the report: a form has no amounts of its own.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any

import resources
from models.errors import UnknownKeyError, UserError
from models.relation import Relation
from models.report import Report

FORM = "form."
"""What the keys of forms begin with on the command line: ``form.xzcf``."""
_CHOICES = {"是": True, "否": False, "": False}


@dataclass(frozen=True, slots=True)
class Entry:
    """A figure's place in a form: its heads from the outermost in, its indicator, of which others it is the total."""

    head: tuple[str, ...]
    indicator: str
    parts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FormList:
    """A list that goes with a form and is filled in by hand, line by line.

    `rows` is the indicator that says how many lines there are, `choices` what may be written under a head.
    """

    title: str
    rows: str
    heads: tuple[str, ...]
    choices: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Form:
    """One form. `name` is short, for sheets and check boxes; `title` and `notes` may hold {year}.

    Its entries stand side by side with a row for each year, or one below the other (`is_down`) with columns for them.
    """

    id: str
    name: str
    title: str
    source: str
    entries: tuple[Entry, ...]
    notes: tuple[str, ...] = ()
    is_down: bool = False
    list: FormList | None = None

    @property
    def sums(self) -> tuple[Entry, ...]:
        """The totals among its entries."""
        return tuple(entry for entry in self.entries if entry.parts)

    def relation(self, entry: Entry, parts: Sequence[str]) -> Relation:
        """A total as a relation to some of its parts."""
        return Relation(
            f"{self.id.upper()}{self.sums.index(entry) + 1}",
            f"{self.name}表：{entry.head[-1]}",
            f"{' + '.join(parts)} == {entry.indicator}",
            note=f"《{self.name}》表中，“{entry.head[-1]}”应当等于各项之和",
            source=self.source,
        )


@cache
def forms() -> dict[str, Form]:
    """Every form by id, in the order of the files."""
    found = (_form(resources.read_toml(name)) for name in resources.toml_names("forms"))
    return {form.id: form for form in found}


def chosen_forms(report: Report) -> tuple[Form, ...]:
    """The forms that go with a report, in the order of the files; one of a newer program is passed over."""
    return tuple(form for form in forms().values() if form.id in report.forms)


def with_form(report: Report, form_id: str, is_chosen: bool) -> Report:
    """The report with one form chosen or not. Raises UnknownKeyError for no such form."""
    if form_id not in forms():
        raise UnknownKeyError("统计表", form_id, f"可用的统计表有：{'、'.join(forms())}。")
    others = tuple(one for one in report.forms if one != form_id)
    return replace(report, forms=(*others, form_id) if is_chosen else others)


def with_form_text(report: Report, form_id: str, text: str) -> Report:
    """The same with 是 or 否 as it is typed; UserError for any other text."""
    if text not in _CHOICES:
        raise UserError(f"报不报这张统计表不能是“{text}”，原值未改；请写是或否。")
    return with_form(report, form_id, _CHOICES[text])


def _form(data: dict[str, Any]) -> Form:
    entries = tuple(
        Entry(tuple(entry["head"]), entry["indicator"], tuple(entry.get("parts", ())))
        for entry in data.pop("entry")
    )
    below = data.pop("list", None)
    if below:
        choices = {head: tuple(words) for head, words in below.get("choices", {}).items()}
        below = FormList(below["title"], below["rows"], tuple(below["heads"]), choices)
    notes = tuple(data.pop("notes", ()))
    return Form(**data, entries=entries, notes=notes, list=below)
