"""The text of a report becomes a Report: letterhead, preamble, sections, items, signature, attachments.

The text is taken line by line, a line being a paragraph. Nothing is dropped silently: what is not taken
over stands in the notes.
"""

import re
from collections import Counter
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from importers import lines
from importers.body import read_sections
from importers.ending import Ending, split_ending
from models.dates import YEARS
from models.errors import UserError
from models.letterhead import Letterhead
from models.linked_text import escape
from models.normalise import changes, normalise
from models.report import Report, Stage, texts
from models.template import Template, template, templates

_INVISIBLE = dict.fromkeys(map(ord, "\ufeff\u200b\u200c\u200d\u2060\ufffc\x0b\x0c"))
_ORGAN_END = re.compile(r"^[^，。：]{2,40}(府|委|会|局|厅|办)$")
_BLANKS = dict.fromkeys(map(ord, "\t\u00a0"), " ")
_TRAILING_SIGNS = re.compile(r"[^\w）》”]+$")


@dataclass(frozen=True, slots=True)
class Parsed:
    """The report as far as its structure goes, texts without links, and remarks on the reading."""

    report: Report
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Head:
    """What stands before the first section."""

    letterhead: Letterhead
    stage: Stage
    preamble: tuple[str, ...]
    notes: tuple[str, ...]


def parse(text: str, template_id: str | None = None, year: int | None = None) -> Parsed:
    """Take a whole text apart. Template and year are guessed unless given.

    Raises UserError for a text without any paragraph, UnknownKeyError for no such template.
    """
    chosen = template(template_id) if template_id else None
    typed = [line for line in map(_clean, text.split("\n")) if line]
    if not typed:
        raise UserError("文件里没有文字，没有导入；请选择有正文的文本文件。")
    body, ending = split_ending(typed)
    first = next((at for at, line in enumerate(body) if _level(line)), len(body))
    head = _read_head(body[:first])
    letterhead = _with_ending(head.letterhead, ending)
    headings = [line for line in body[first:] if _level(line) == 1]
    chosen = chosen or _guess_template(letterhead, headings)
    sections, section_notes = read_sections(body[first:], chosen)
    if not sections and not head.preamble:
        raise UserError(
            "文件里没有认出报告的正文，没有导入；请检查是否选错了文件，或把正文复制到文本文件里再导入。"
        )
    report = Report(
        year=_guess_year(letterhead.title, typed) if year is None else _checked_year(year),
        template=chosen.id,
        template_version=chosen.version,
        stage=head.stage,
        letterhead=letterhead,
        preamble=tuple(map(escape, head.preamble)),
        sections=sections,
        attachments=ending.attachments,
    )
    return Parsed(report, (*head.notes, *section_notes, *_remarks(report)))


def _clean(line: str) -> str:
    return line.translate(_INVISIBLE).translate(_BLANKS).strip()


def _level(line: str) -> int:
    heading = lines.heading_line(normalise(line), line)
    return heading.level if heading else 0


def _read_head(head: list[str]) -> _Head:
    """Title, addressees, document number and preamble from the lines before the first section."""
    letterhead, stage = Letterhead(), Stage.DRAFT
    opening = next((at for at, line in enumerate(head) if _is_prose(normalise(line))), len(head))
    titles = [at for at, line in enumerate(head[:opening]) if _is_title(line)]
    title_at = titles[-1] if titles else -1
    if titles:
        letterhead, stage = _read_title(head, title_at)
    preamble: list[str] = []
    left_out: list[str] = []
    for at, line in enumerate(head):
        full = normalise(line)
        organs = lines.addressees(full)
        if fields := lines.masthead(full):
            letterhead = _with_fields(letterhead, fields)
        elif stage_mark := lines.STAGE.fullmatch(full):
            stage = Stage(stage_mark[1])
        elif organs and not letterhead.addressees and not preamble:
            letterhead = replace(letterhead, addressees=organs)
        elif at > title_at and (at > opening or not _is_web_page(full)):
            preamble.append(line)
        elif line not in letterhead.title:
            left_out.append(line)
    notes = (f"标题前后的{len(left_out)}行网页文字没有导入：{'；'.join(left_out)}。",) if left_out else ()
    return _Head(letterhead, stage, tuple(preamble), notes)


def _with_fields(letterhead: Letterhead, fields: dict[str, str]) -> Letterhead:
    """The organs that the title names are surer than those of the masthead, which may be short forms."""
    for key, text in fields.items():
        if key != "organs" or not letterhead.organs:
            letterhead = letterhead.with_text(key, text)
    return letterhead


def _is_title(line: str) -> bool:
    return bool(lines.REPORT_TITLE.fullmatch(_TRAILING_SIGNS.sub("", normalise(line))))


def _is_web_page(line: str) -> bool:
    return bool(lines.WEB_PAGE.fullmatch(line)) or not re.search("[一-鿿]", line)


def _is_prose(line: str) -> bool:
    return "。" in line or bool(lines.addressees(line))


def _read_title(head: list[str], at: int) -> tuple[Letterhead, Stage]:
    """The title, joined with an organ on the line above it, and the organs it names."""
    title = head[at]
    above = head[at - 1] if at else ""
    if title.startswith("关于") and _ORGAN_END.search(above):
        title = above + title
    mark = lines.STAGE.search(normalise(title))
    stage = Stage(mark[1]) if mark else Stage.DRAFT
    if mark:
        title = title[: mark.start()]
    named = re.match(r"(.+?)(关于|20\d\d年)", title)
    organs = tuple(organ for organ in (named[1].split() if named else ()) if _ORGAN_END.search(organ))
    return Letterhead(title=title, organs=organs), stage


def _with_ending(letterhead: Letterhead, ending: Ending) -> Letterhead:
    return replace(
        letterhead,
        organs=ending.organs or letterhead.organs,
        date=ending.date,
        notes=ending.note,
        copies=ending.copies,
        printed_by=ending.printed_by,
        printed_on=ending.printed_on,
    )


def _guess_template(letterhead: Letterhead, headings: list[str]) -> Template:
    """The template whose organ and order of sections fit best; the first of equals."""
    organ = letterhead.title.split("关于")[0] + "".join(letterhead.organs)

    def fit(candidate: Template) -> tuple[int, int]:
        found = [
            at
            for heading in headings
            for at, section in enumerate(candidate.sections)
            if section.recognises(normalise(heading))
        ]
        in_order = sum(later > earlier for earlier, later in pairwise(found))
        return sum(word in organ for word in candidate.organ_words), in_order

    return max(templates().values(), key=fit)


def _checked_year(year: int) -> int:
    if year not in YEARS:
        raise UserError(f"年度“{year}”不对，没有导入；请写成“2025”这样的四位年份。")
    return year


def _guess_year(title: str, typed: list[str]) -> int:
    """The year in the title, else the one the text names most often, else last year."""
    for text in (title, "\n".join(typed)):
        years = Counter(re.findall(r"20\d\d(?=年)", text))
        if years:
            return int(years.most_common(1)[0][0])
    return date.today().year - 1


def _remarks(report: Report) -> tuple[str, ...]:
    """What the clerk should look at after reading."""
    notes = []
    if not report.letterhead.title:
        notes.append("原文没有标题，已按模板自动生成。")
    if not report.letterhead.organs:
        notes.append("原文没有发文机关，请在“文头”中填写。")
    if not report.letterhead.addressees:
        notes.append("原文没有主送机关，请在“文头”中填写。")
    if not report.letterhead.date:
        notes.append("原文没有成文日期，请在“文头”中填写。")
    if any(one.shows_figures for one in report.attachments):
        notes.append("附件里的统计表没有照抄，由“数据”重新生成；表里的上年数、来源单位请在“数据”中核对。")
    marks = sum(len(changes(text)) for _, text in texts(report))
    if marks:
        notes.append(f"正文有{marks}处半角标点，原文照存，排版时用全角。")
    return tuple(notes)
