"""Tracked changes of Word: who, when, and what was put in or taken out (ECMA-376-1 §17.13.5)."""

from collections.abc import Iterator, Sequence
from copy import deepcopy
from datetime import datetime
from itertools import count, groupby

from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from exporters.word.xml import element, local_name, set_property, text_element
from models.word_difference import Kind, word_runs

_TAGS = {Kind.INSERTED: "ins", Kind.DELETED: "del"}
_BREAK, _TAB = "\n", "\t"

Letter = tuple[str, BaseOxmlElement | None]
"""A character, a line break or a tab, and the properties of the run it stands in."""


class Tracker:
    """Marks what changed, each mark with a number of its own."""

    def __init__(self, author: str, time: datetime | None) -> None:
        self._author = author
        # Word shows the clock time that is written here, whatever zone it is said to be in.
        self._time = time.strftime("%Y-%m-%dT%H:%M:%SZ") if time else ""
        self._numbers = count(1)

    def paragraph(self, old: BaseOxmlElement, new: BaseOxmlElement) -> BaseOxmlElement:
        """One paragraph of both: the later one's properties, and the runs of both where they differ."""
        made = deepcopy(new)
        if (kept := made.find(qn("w:pPr"))) is not None:
            made[:] = [kept]
        made.extend(self._runs(list(_letters(old)), list(_letters(new))))
        return made

    def whole_paragraph(self, part: BaseOxmlElement, kind: Kind) -> BaseOxmlElement:
        """A paragraph that was put in or taken out with its mark."""
        made = deepcopy(part)
        letters = list(_letters(part))
        made[:] = [one for one in made if local_name(one) == "pPr"]
        made.extend(self._runs(letters, []) if kind is Kind.DELETED else self._runs([], letters))
        set_property(made, element("rPr", self._mark(kind)))
        return made

    def whole_row(self, row: BaseOxmlElement, kind: Kind) -> BaseOxmlElement:
        """A table row that was put in or taken out."""
        made = deepcopy(row)
        properties = made.find(qn("w:trPr"))
        if properties is None:
            properties = element("trPr")
            made.insert(0, properties)
        properties.append(self._mark(kind))
        for one in list(made.iter(qn("w:p"))):
            one.getparent().replace(one, self.whole_paragraph(one, kind))
        return made

    def _mark(self, kind: Kind, *content: BaseOxmlElement) -> BaseOxmlElement:
        made = element(_TAGS[kind], *content, id=next(self._numbers), author=self._author)
        if self._time:
            made.set(qn("w:date"), self._time)
        return made

    def _runs(self, old: Sequence[Letter], new: Sequence[Letter]) -> Iterator[BaseOxmlElement]:
        at_old = at_new = 0
        for run in word_runs("".join(one for one, _ in old), "".join(one for one, _ in new)):
            length = len(run.text)
            letters = (
                old[at_old : at_old + length] if run.kind is Kind.DELETED else new[at_new : at_new + length]
            )
            made = list(_runs_of(letters, run.kind is Kind.DELETED))
            yield from made if run.kind is Kind.EQUAL else [self._mark(run.kind, *made)]
            at_old += length * (run.kind is not Kind.INSERTED)
            at_new += length * (run.kind is not Kind.DELETED)


def text_of(part: BaseOxmlElement) -> str:
    """The text of a paragraph, its breaks and tabs included."""
    return "".join(letter for letter, _ in _letters(part))


def _letters(part: BaseOxmlElement) -> Iterator[Letter]:
    for run in part.iter(qn("w:r")):
        properties = run.find(qn("w:rPr"))
        for one in run:
            match local_name(one):
                case "t":
                    yield from ((character, properties) for character in one.text or "")
                case "br":
                    yield _BREAK, properties
                case "tab":
                    yield _TAB, properties


def _runs_of(letters: Sequence[Letter], is_deleted: bool) -> Iterator[BaseOxmlElement]:
    """Letters as runs: those with the same properties together."""
    for _, found in groupby(letters, key=lambda letter: id(letter[1])):
        group = list(found)
        run = element("r")
        if group[0][1] is not None:
            run.append(deepcopy(group[0][1]))
        for is_text, piece in groupby(
            (letter for letter, _ in group), key=lambda one: one not in (_BREAK, _TAB)
        ):
            text = "".join(piece)
            if is_text:
                run.append(text_element("delText" if is_deleted else "t", text))
            else:
                run.extend(element("br" if one == _BREAK else "tab") for one in text)
        yield run
