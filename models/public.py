"""The public version (公开版): the paper as anybody may read it.

The regulation on the yearly report asks for its publication, except what is secret; marks of secrecy, signatories
and notes for the superiors stay inside.
"""

import re
from collections.abc import Callable
from dataclasses import replace
from functools import partial

from models.annex import Annex
from models.compose import compose
from models.document import Block, Document, Table
from models.letterhead import EndingChoice, Letterhead, RedHead
from models.personal_data import personal_data
from models.report import Figure, Report, Stage
from models.secrecy import secrecy_marks
from models.template import Template

PUBLIC_MARK = "（公开版）"
"""What the names of public files end in, so that they never take the place of internal ones."""

_SHOWN = (
    "title",
    "organs",
    "addressees",
    "copies",
    "red_head",
    "doc_number",
    "date",
    "disclosure",
    "ending",
    "notes",
    "printed_by",
    "printed_on",
)
"""The letterhead's fields that are public; one that is not named here stays inside."""
_LONGEST_NAME = 50
"""Characters: names of files are cut short, and the mark must not be what is cut off."""
_SEPARATORS = "；;。，,、（）() \t\n\u3000"
_SEPARATOR = re.compile(f"[{_SEPARATORS}]+")
_FOR_SUPERIORS = re.compile("联系|电话|手机|传真|邮箱|邮件|微信|@|内部|发至|传达[至到]|不予?公开")


def compose_public(report: Report, template: Template) -> Document:
    """The public version of a report as a paper, under a name of its own."""
    document = compose(public_version(report), template)
    return replace(
        document,
        name=f"{document.name[:_LONGEST_NAME]}{PUBLIC_MARK}",
        masthead=replace(document.masthead, is_upward=False),
        blocks=tuple(map(_public_block, document.blocks)),
        statistics=_public_table(document.statistics),
        trace="",
        annex=partial(_public_annex, document.annex) if document.annex else None,
    )


def public_version(report: Report) -> Report:
    """The report without what is not for the public; its text and its places stay the same."""
    return replace(
        report,
        stage=Stage.DRAFT,
        letterhead=_public_letterhead(report.letterhead),
        figures=tuple(Figure(one.indicator, one.value, one.last) for one in report.figures),
        own_indicators=tuple(replace(one, department="") for one in report.own_indicators),
    )


def _public_letterhead(letterhead: Letterhead) -> Letterhead:
    """A stamp of the signatory's name is not put on a public copy, and nobody prints it on red-head paper."""
    shown = Letterhead(**{key: getattr(letterhead, key) for key in _SHOWN})
    return replace(
        shown,
        red_head="" if shown.red_head == RedHead.PREPRINTED else shown.red_head,
        ending=EndingChoice.UNSEALED if shown.ending == EndingChoice.STAMPED else shown.ending,
        notes=public_notes(shown.notes),
    )


def public_notes(notes: str) -> str:
    """The notes without contact data and what is for the inside.

    From the first such words on only what speaks of publication is kept: names may follow names.
    """
    starts = _internal_places(notes)
    if not starts:
        return notes
    separators = _SEPARATOR.finditer(notes, 0, min(starts))
    begin = max((separator.end() for separator in separators), default=0)
    behind = (
        part for part in _SEPARATOR.split(notes[begin:]) if "公开" in part and not _internal_places(part)
    )
    return "；".join(filter(None, (notes[:begin].strip(_SEPARATORS), *behind)))


def _internal_places(notes: str) -> tuple[int, ...]:
    """Where words and numbers begin that are for the inside."""
    return (
        *(found.start() for found in _FOR_SUPERIORS.finditer(notes)),
        *(number.start for number in personal_data(notes)),
        *(mark.start for mark in secrecy_marks(notes)),
    )


def _public_block(block: Block) -> Block:
    return _public_table(block) if isinstance(block, Table) else block


def _public_table(table: Table) -> Table:
    """The table without its internal columns."""
    return table.keeping(lambda column: not column.is_internal)


def _public_annex(make: Callable[[], Annex]) -> Annex:
    """What is checked among the figures stays inside: it speaks to the superiors. Forms are published with them."""
    annex = make()
    forms = tuple(replace(form, is_checked=False) for form in annex.forms)
    cover = tuple(line for line in annex.cover if line[1])
    return replace(annex, figures=_public_table(annex.figures), cover=cover, checks=(), forms=forms)
