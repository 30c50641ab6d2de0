"""compose: a report and its template become the finished, neutral paper."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from models.annex import annex
from models.document import (
    Addressees,
    AttachmentList,
    AttachmentStart,
    Block,
    Document,
    Ending,
    Heading,
    Imprint,
    Mark,
    Masthead,
    Note,
    Paragraph,
    Signature,
    StageMark,
    Table,
    Title,
)
from models.letterhead import EndingChoice, Letterhead, RedHead
from models.normalise import normalise
from models.numbering import heading_number
from models.printed_places import STAGE, field_place
from models.report import ATTACHMENTS, HEADING, Item, Place, Report, Section, Stage
from models.statistics import statistics_table
from models.template import Template
from models.title import printed_title, title_in_one_line

_SUFFIX = "文件"
_LONGEST_NAME = 50
"""Characters: names of files are cut short, and the stage must not be what is cut off."""
_MARKS: dict[str, Mark] = {RedHead.NONE: Mark.NONE, RedHead.PREPRINTED: Mark.PREPRINTED}
_ENDINGS: dict[str, Ending] = {EndingChoice.UNSEALED: Ending.UNSEALED, EndingChoice.STAMPED: Ending.STAMPED}


def compose(report: Report, template: Template) -> Document:
    """The whole paper: texts with their figures filled in, marks full-width, headings counted."""
    title, letterhead = normalise(printed_title(report)), report.letterhead
    statistics = statistics_table(report, template)
    in_one_line = normalise(title_in_one_line(report))
    return Document(
        name=_file_name(in_one_line, report.stage),
        title=in_one_line,
        organ=" ".join(letterhead.organs),
        year=report.year,
        blocks=tuple(_blocks(report, title, statistics)),
        statistics=statistics,
        masthead=_masthead(letterhead),
        imprint=Imprint(letterhead.copies, letterhead.printed_by, letterhead.printed_on),
        annex=partial(annex, report, template),
    )


def _file_name(title: str, stage: Stage) -> str:
    """The title, marked with the stage of a draft that goes round; cut short rather than the mark."""
    return title if stage is Stage.DRAFT else f"{title[:_LONGEST_NAME]}（{stage}）"


def _masthead(letterhead: Letterhead) -> Masthead:
    """Where the clerk chose no head, one that is filled in is printed."""
    choice = letterhead.red_head
    is_filled = letterhead.copy_number or letterhead.secrecy or letterhead.urgency
    if not choice and not (is_filled or letterhead.doc_number or letterhead.signatories):
        choice = RedHead.NONE
    return Masthead(
        mark=_MARKS.get(choice, Mark.PRINTED),
        suffix="" if choice == RedHead.NAME_ONLY else _SUFFIX,
        copy_number=letterhead.copy_number,
        secrecy=letterhead.secrecy_mark,
        urgency=letterhead.urgency,
        organs=letterhead.organs,
        doc_number=letterhead.doc_number,
        signatories=letterhead.signatories,
    )


def printed(report: Report, stored: str) -> str:
    """A stored text as it stands on paper."""
    return normalise(report.printed(stored))


def _blocks(report: Report, title: str, statistics: Table) -> Iterator[Block]:
    letterhead = report.letterhead
    yield Title(title, field_place("title"))
    if report.stage is not Stage.DRAFT:
        yield StageMark(f"（{report.stage}）", STAGE)
    if letterhead.addressees:
        yield Addressees("、".join(letterhead.addressees) + "：", field_place("addressees"))
    yield from _paragraphs(report, report.preamble, "", ())
    yield from _sections(report)
    if report.attachments:
        titles = tuple(normalise(attachment.title) for attachment in report.attachments)
        yield AttachmentList(titles, Place(ATTACHMENTS, (), HEADING))
    if letterhead.organs or letterhead.date:
        yield Signature(
            letterhead.organs,
            letterhead.date,
            _ENDINGS.get(letterhead.ending, Ending.SEALED),
            letterhead.signer_position,
            field_place("organs"),
        )
    if letterhead.notes:
        typed = normalise(letterhead.notes)
        note = _without_brackets(typed.strip())
        yield Note(note, field_place("notes"), typed.index(note))
    yield from _attachments(report, statistics)


def _without_brackets(note: str) -> str:
    """附注 as typed with or without the round brackets that are printed around it."""
    is_whole = note.startswith("（") and note.find("）") == len(note) - 1
    return note[1:-1] if is_whole else note


def _sections(report: Report) -> Iterator[Block]:
    number = 0
    for section in report.sections:
        if section.title:
            number += 1
            yield from _opening(report, section, 1, heading_number(1, number), section.key, ())
        else:
            yield from _paragraphs(report, section.paragraphs, section.key, ())
        for path, item, level, counted in _numbered_paths(section):
            yield from _opening(report, item, level, counted, section.key, path)


def numbered(section: Section) -> Iterator[tuple[Item, int, str]]:
    """Every item of a section, those below items included, with heading level and printed number."""
    yield from ((item, level, number) for _, item, level, number in _numbered_paths(section))


_Numbered = tuple[tuple[int, ...], Item, int, str]


def _numbered_paths(section: Section) -> Iterator[_Numbered]:
    running = 0
    for count, item in enumerate(section.items, start=1):
        yield (count,), item, section.level, heading_number(section.level, count)
        yield from _numbered_below((count,), item, section.level + 1, running if section.continuous else 0)
        running += len(item.items)


def _numbered_below(path: tuple[int, ...], above: Item, level: int, start: int) -> Iterator[_Numbered]:
    for count, item in enumerate(above.items, start=1):
        below = (*path, count)
        yield below, item, level, heading_number(level, start + count)
        yield from _numbered_below(below, item, level + 1, 0)


def _opening(
    report: Report, part: Section | Item, level: int, number: str, key: str, path: tuple[int, ...]
) -> Iterator[Block]:
    """A numbered heading, with the first paragraph running on where it does, and the paragraphs below."""
    texts, place = part.paragraphs, Place(key, path, HEADING)
    title = printed(report, part.title)
    joins = part.run_in or not title
    if not joins or not texts:
        yield Heading(level, number, f"{title}{part.mark if title else ''}", place=place)
        yield from _paragraphs(report, texts, key, path)
        return
    mark = (part.mark or "。") if title else ""
    text = printed(report, texts[0])
    yield Heading(level, number, f"{title}{mark}", text, place, Place(key, path, 0))
    yield from _paragraphs(report, texts[1:], key, path, 1)


def _paragraphs(
    report: Report, stored: tuple[str, ...], key: str, path: tuple[int, ...], first: int = 0
) -> Iterator[Block]:
    """The paragraphs of a place that are not blank; the first of them has the number `first` there."""
    for count, text in enumerate(stored, start=first):
        if text.strip():
            yield Paragraph(printed(report, text), Place(key, path, count))


def _attachments(report: Report, statistics: Table) -> Iterator[Block]:
    several = len(report.attachments) > 1
    for number, attachment in enumerate(report.attachments, start=1):
        has_table = attachment.shows_figures and bool(statistics.rows)
        place = Place(ATTACHMENTS, (number,), HEADING)
        if attachment.paragraphs or has_table:
            counted = number if several else None
            yield AttachmentStart(counted, normalise(attachment.title), has_table, place)
            yield from _paragraphs(report, attachment.paragraphs, ATTACHMENTS, (number,))
        if has_table:
            yield replace(statistics, title="", place=place)  # the attachment's title stands above it
