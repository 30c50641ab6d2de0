"""The end of a report: attachment list, signature, date, note, imprint, and the attachments behind it."""

import re
from dataclasses import dataclass, replace

from importers import lines
from models.linked_text import escape
from models.normalise import normalise
from models.report import Attachment

_LIST_START = re.compile(r"附件：\s*(.*)")
_LIST_ENTRY = re.compile(r"(?:\d{1,2}[.．、]\s*)?(.+)")
_ATTACHMENT = re.compile(r"附件\s*\d{0,2}")
_COPIES = re.compile(r"抄送：(.+?)。?")
_PRINTED = re.compile(r"(.{2,30}?)\s*(\d{4}年\d{1,2}月\d{1,2}日)印发")
_ORGAN = re.compile(r"(?!（)[^，。：；、]{3,40}")
_ORGAN_AND_DATE = re.compile(r"([^，。：；、（）\s]{2,38}(?:府|委|委员会|局|厅|办公室))\s+(\S{4}年\S{1,6}日)")
_FIGURES_TABLE = re.compile(r"序号\s+指标\s+单位\s+本年\s+上年\b.*")
"""The head of the table of figures as this program prints it: the report's figures make it anew."""
_REACH = 6


@dataclass(frozen=True, slots=True)
class Ending:
    """What stands behind the body, each part empty where there is none."""

    organs: tuple[str, ...] = ()
    date: str = ""
    note: str = ""
    copies: tuple[str, ...] = ()
    printed_by: str = ""
    printed_on: str = ""
    attachments: tuple[Attachment, ...] = ()


def split_ending(typed: list[str]) -> tuple[list[str], Ending]:
    """The body's lines, and the ending taken apart.

    A signature is organ lines and a date line; both may stand on one line, and either may be missing.
    """
    typed = _with_signature_on_two_lines(typed)
    full = [normalise(line) for line in typed]
    signed = next((at for at in range(len(full) - 1, 0, -1) if lines.date_in(full[at])), None)
    if signed is None or not _ends_the_paper(full[signed + 1 :]):
        return _split_undated(typed, full)
    organ_at = signed - 1 if _is_signed(full[signed - 1]) else signed
    while organ_at > 1 and 0 < signed - organ_at < _REACH and _is_organ(full[organ_at - 1]):
        organ_at -= 1
    ending = Ending(organs=tuple(full[organ_at:signed]), date=lines.date_in(full[signed]))
    ending, papers = _read_behind(ending, full[signed + 1 :])
    list_at, titles = _attachment_list(full[:organ_at])
    return typed[:list_at], replace(ending, attachments=_with_texts(titles, papers))


def _with_signature_on_two_lines(typed: list[str]) -> list[str]:
    """某县人民政府　2026年2月9日 on one line, as web pages have it, becomes two."""
    split: list[str] = []
    for line in typed:
        match = _ORGAN_AND_DATE.fullmatch(line)
        split += match.groups() if match and lines.date_in(match[2]) else [line]
    return split


def _split_undated(typed: list[str], full: list[str]) -> tuple[list[str], Ending]:
    """An ending without a date: the last line is an organ that the first lines name too."""
    if len(full) > 1 and _is_organ(full[-1]) and any(line.startswith(full[-1]) for line in full[:_REACH]):
        list_at, titles = _attachment_list(full[:-1])
        return typed[:list_at], Ending(organs=(full[-1],), attachments=_with_texts(titles, []))
    return typed, Ending()


def _ends_the_paper(behind: list[str]) -> bool:
    """No section follows a signature; one that does was a covering letter's."""
    papers = any(_ATTACHMENT.fullmatch(line) for line in behind)
    return papers or not any(map(_begins_section, behind))


def _is_signed(line: str) -> bool:
    return bool(_ORGAN.fullmatch(line)) and lines.heading_line(line, line) is None


def _begins_section(line: str) -> bool:
    heading = lines.heading_line(line, line)
    return heading is not None and heading.level == 1


def _is_organ(line: str) -> bool:
    return bool(_ORGAN.fullmatch(line)) and bool(re.search(r"(府|委|委员会|局|厅|办公室)$", line))


def _attachment_list(body: list[str]) -> tuple[int, list[str]]:
    """Where 附件： begins among the last lines, and the titles it lists."""
    for at in range(len(body) - 1, max(-1, len(body) - 1 - 20), -1):
        match = _LIST_START.fullmatch(body[at])
        if match:
            entries = [match[1], *body[at + 1 :]]
            return at, [_LIST_ENTRY.fullmatch(entry)[1] for entry in entries if entry.strip()]  # type: ignore[index]
    return len(body), []


def _read_behind(ending: Ending, behind: list[str]) -> tuple[Ending, list[list[str]]]:
    """Note, copies and imprint behind the date; each attachment's lines, its title first."""
    papers: list[list[str]] = []
    for line in behind:
        if _ATTACHMENT.fullmatch(line):
            papers.append([])
        elif match := _COPIES.fullmatch(line):
            ending = replace(ending, copies=tuple(re.split(r"[、，]", match[1])))
        elif match := _PRINTED.fullmatch(line):
            ending = replace(ending, printed_by=match[1], printed_on=match[2])
        elif not papers and not ending.note and (match := lines.NOTE.fullmatch(line)):
            ending = replace(ending, note=match[1])
        elif papers:
            papers[-1].append(line)
        else:
            papers.append([line])
    return ending, papers


def _with_texts(titles: list[str], papers: list[list[str]]) -> tuple[Attachment, ...]:
    """The listed attachments with their texts, then papers that no list names."""
    found = []
    for at in range(max(len(titles), len(papers))):
        paper = papers[at] if at < len(papers) else []
        title = titles[at] if at < len(titles) else (paper[0] if paper else "")
        text = paper[1:] if paper[:1] == [title] or at >= len(titles) else paper
        found.append(_attachment(title, text))
    return tuple(found)


def _attachment(title: str, text: list[str]) -> Attachment:
    """An attachment; the table of figures in it is shown, not taken over as text, nor is the line that names it."""
    at = next((at for at, line in enumerate(text) if _FIGURES_TABLE.fullmatch(line)), None)
    if at is None:
        return Attachment(title, tuple(map(escape, text)))
    above = text[: at - 1] if at and text[at - 1].endswith("统计表") else text[:at]
    return Attachment(title, tuple(map(escape, above)), shows_figures=True)
