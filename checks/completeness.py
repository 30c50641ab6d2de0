"""Is everything there that the regulation asks for?

Sources: 《法治政府建设与责任落实督察工作规定》 for the yearly report's contents, GB/T 9704-2012 for
the paper.
"""

from collections.abc import Iterator
from dataclasses import replace

from checks.passages import passages
from checks.rule import Level, Remark, check
from models.letterhead import EndingChoice, Letterhead
from models.report import Item, Report, Section
from models.template import MANDATED, Template, fill

_REGULATION = "《法治政府建设与责任落实督察工作规定》关于年度报告内容的规定"
_BLANK = "××"
"""What stands in an example sentence where the clerk has to fill something in."""
_AROUND = 6

_FULL = Report(
    year=2025,
    template="county-regulation",
    letterhead=Letterhead(addressees=("中共澜州市委", "澜州市人民政府")),
    sections=tuple(Section(key, "标题", ("主要原因是人手不足。",)) for key in MANDATED),
)
_WITHOUT_PLAN = replace(_FULL, sections=tuple(section for section in _FULL.sections if section.key != "plan"))
_BLANK_PLAN = _WITHOUT_PLAN.with_section(Section("plan", "下一年度的主要安排", ("　",), (Item(),)))
_HEADING = "推进行政决策科学民主合法"


def _with_items(*items: Item) -> Report:
    return _FULL.with_section(Section("measures", "主要举措和成效", ("举措如下。",), items))


_HEADING_ALONE = _with_items(Item("履行政府职能", ("办件3件。",)), Item(_HEADING))
_NO_CAUSE = _FULL.with_section(Section("shortcomings", "存在的不足", ("法治意识有待提高。",)))


def _stamped(position: str) -> Report:
    return replace(
        _FULL,
        letterhead=replace(_FULL.letterhead, ending=EndingChoice.STAMPED.value, signer_position=position),
    )


def _says_something(part: Section | Item, suggested: tuple[str, ...]) -> bool:
    """Whether there is any text. An item that is one sentence counts, a suggested heading alone does not."""
    if any(text.strip() for text in part.paragraphs):
        return True
    if isinstance(part, Item) and part.title.strip() and part.mark and part.title not in suggested:
        return True
    return any(_says_something(item, suggested) for item in part.items)


def _words(item: Item) -> str:
    return "".join((item.title, *item.paragraphs, *map(_words, item.items)))


@check(
    "COM01",
    "规定内容缺失",
    Level.ERROR,
    _REGULATION,
    bad=(_WITHOUT_PLAN, _BLANK_PLAN),
    good=(_FULL, _FULL.with_section(Section("other", "其他需要报告的情况", ("无。",)))),
)
def mandated_sections(report: Report, template: Template) -> Iterator[Remark]:
    """Each of the five mandated contents is there and says something."""
    for declared in template.sections:
        section = report.section(declared.key)
        if section is None:
            title = fill(declared.title, report.year)
            yield Remark(f"缺少规定的内容“{title}”；没有可写的也要写“无”。", declared.key)
        elif not _says_something(section, declared.suggested):
            title = report.printed(section.title)
            yield Remark(f"“{title}”还没有内容；没有可写的也要写“无”。", declared.key, quote=title)


@check("COM02", "没有写明原因", Level.ERROR, _REGULATION, bad=(_NO_CAUSE,), good=(_FULL, _WITHOUT_PLAN))
def required_words(report: Report, template: Template) -> Iterator[Remark]:
    """The shortcomings come with their causes (存在的不足和原因)."""
    for declared in template.sections:
        section = report.section(declared.key)
        if section is None or not _says_something(section, declared.suggested):
            continue
        body = "".join((*section.paragraphs, *map(_words, section.items)))
        if declared.required_words and not any(word in body for word in declared.required_words):
            title = report.printed(section.title)
            yield Remark(
                f"“{title}”没有写明{declared.required_words[0]}；规定要求同时报告不足和原因。",
                declared.key,
                quote=title,
                suggestion=f"逐条补写{declared.required_words[0]}，如“主要原因是……”",
            )


@check(
    "COM06",
    "只有标题没有正文",
    Level.WARNING,
    "工作惯例：列出的每一条都写上内容，没有可写的就删去",
    bad=(_HEADING_ALONE, _with_items(Item("审核", items=(Item("甲", mark=""),)))),
    good=(_FULL, _with_items(Item(_HEADING, ("听证3次。",)), Item("审核", items=(Item("甲", ("乙。",)),)))),
)
def headings_alone(report: Report, template: Template) -> Iterator[Remark]:
    """An item that is a heading and nothing else would be printed so; a whole sentence may be meant so."""
    for section in report.sections:
        declared = template.section(section.key)
        suggested = declared.suggested if declared else ()
        if declared and not _says_something(section, suggested):
            continue  # the whole section is said to be missing
        for path, item in _without_text(section.items):
            title = report.printed(item.title)
            is_sentence = bool(item.mark) and item.title not in suggested
            message = (
                f"“{title}”只有标题，没有正文，会照这样印出来；请补写或删去，这一句就是全部内容的可以忽略。"
            )
            yield Remark(message, section.key, path, title, level=Level.HINT if is_sentence else None)


def _without_text(
    items: tuple[Item, ...], above: tuple[int, ...] = ()
) -> Iterator[tuple[tuple[int, ...], Item]]:
    """Items with a heading and nothing below it, with their paths; what waits from last year is said elsewhere."""
    for number, item in enumerate(items, start=1):
        path = (*above, number)
        if item.items:
            yield from _without_text(item.items, path)
        elif item.title.strip() and not item.is_carried and not any(text.strip() for text in item.paragraphs):
            yield path, item


@check(
    "COM04",
    "没有签发人职务",
    Level.ERROR,
    "GB/T 9704-2012 7.3.5.3",
    bad=(_stamped(""),),
    good=(_FULL, _stamped("县长")),
)
def signer_position(report: Report, template: Template) -> Iterator[Remark]:
    """A paper with the stamp of a name says whose office it is; else neither organ nor person stood on it."""
    if report.letterhead.ending == EndingChoice.STAMPED and not report.letterhead.signer_position:
        yield Remark(
            "落款选了加盖签名章，却没有填写签发人职务；请在“文头”中填写，如县长。",
            "letterhead",
            field="signer_position",
        )


@check(
    "COM03",
    "没有主送机关",
    Level.ERROR,
    "GB/T 9704-2012 7.3.2",
    bad=(replace(_FULL, letterhead=Letterhead()),),
    good=(_FULL,),
)
def addressees(report: Report, template: Template) -> Iterator[Remark]:
    """A report to superiors names those it is addressed to."""
    if not report.letterhead.addressees:
        yield Remark("没有填写主送机关；请在“文头”中填写报告送给谁。", "letterhead", field="addressees")


@check(
    "COM05",
    "还有“××”没有填",
    Level.WARNING,
    "工作惯例：例句和草稿里的“××”填好后再报送",
    bad=(_FULL.with_section(Section("plan", "安排", ("六月底前培训××期。",))),),
    good=(_FULL, _FULL.with_section(Section("plan", "安排", ("六月底前培训3期。",)))),
)
def blanks_to_fill(report: Report, template: Template) -> Iterator[Remark]:
    """What an example sentence left to be filled in is filled in; one remark for a text."""
    for passage in passages(report):
        at = passage.text.find(_BLANK)
        if at >= 0:
            quote = passage.text[max(0, at - _AROUND) : at + len(_BLANK) + _AROUND]
            message = f"“{quote}”里的“{_BLANK}”还没有填；请写上实际的内容，是隐去的姓名就忽略这一条。"
            yield Remark(message, passage.section, passage.item, quote, field=passage.field)
