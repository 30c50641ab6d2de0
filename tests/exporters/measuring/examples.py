"""For every rule of the page a file that keeps it and files that break it, each drawn on purpose."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from exporters.fonts import Face
from models.document import Block, Document, Paragraph, Signature, Table
from tests.exporters.measuring.drawing import (
    BOTTOM,
    LEFT,
    MM,
    PITCH,
    RIGHT,
    Page,
    Rule,
    Text,
    baseline,
    cells,
    drawn,
    full,
    going_on,
    imprint,
    line,
    masthead,
    number,
    organ_and_date,
    paragraph,
    title,
    words,
)


@dataclass(frozen=True)
class Example:
    """A file, and the document it should show where the rule wants to know it."""

    pdf: bytes
    document: Document | None = None


@dataclass(frozen=True)
class Examples:
    """Files that keep a rule, files that break it, and what the first of these must be said of."""

    good: tuple[Example, ...]
    bad: tuple[Example, ...]
    words: str


def examples(good: bytes | list[bytes], bad: bytes | list[bytes], words: str) -> Examples:
    """Examples without documents."""
    kept, broken = (one if isinstance(one, list) else [one] for one in (good, bad))
    return Examples(tuple(map(Example, kept)), tuple(map(Example, broken)), words)


def one_page(*things: Text | Rule) -> bytes:
    """A first page with its number."""
    return drawn([*things, number(1)])


def two_pages(first: Page, second: Page) -> bytes:
    """Two pages with their numbers."""
    return drawn([*first, number(1)], [*second, number(2)])


def broken_line(first: str, second: str) -> bytes:
    """A paragraph of a full line and a short one."""
    return one_page(full(first, 0, 2), line(second, 1))


def _jointly_signed(apart_mm: float) -> bytes:
    """Two organs one below the other, the lower above the date."""
    organ, date = organ_and_date(9)
    return one_page(*paragraph(2), replace(organ, text="青河县司法局").moved(down_mm=-apart_mm), organ, date)


def document(*texts: str) -> Document:
    """A paper of some paragraphs."""
    blocks: tuple[Block, ...] = tuple(map(Paragraph, texts))
    return Document("报告", "报告", "青河县人民政府", 2026, blocks, Table("", (), ()))


_JOINT = replace(
    document("正文"),
    blocks=(Paragraph("正文"), Signature(("青河县司法局", "青河县人民政府"), "2027年2月9日")),
)

FULL_PAGE = [full(words(26), 0, 2), *going_on(21, 1)]
END = [line(words(9), 0)]
HEADING = line("一、主要举措和成效", 1, 2, face=Face.HEI)
LONG_HEADING = [
    replace(full(f"（一）{words(23)}", 0, 2), face=Face.KAI),
    line(words(4), 1, face=Face.KAI),
]


def _attachment(mark_indent: float = 0, title_slot: float = 2) -> bytes:
    mark = line("附件1", 0, mark_indent, face=Face.HEI)
    return two_pages(paragraph(3), [mark, title(slot=title_slot), *paragraph(2, 5)])


def _turned_attachment(title_slot: float = 2) -> bytes:
    """On a page read with the sheet turned clockwise: its top is the left edge, its left the bottom edge."""
    left, top, width, pitch = 35 * MM, 28 * MM, 225 * MM, 156 * MM / 15
    mark = Text("附件1", left, top + pitch / 2 + 6, Face.HEI, 16, is_turned=True)
    heading = Text("统计表", 0, top + title_slot * pitch + pitch / 2 + 8, Face.BIAOSONG, 22, is_turned=True)
    return two_pages(paragraph(3), [mark, replace(heading, x=left + (width - heading.width) / 2)])


def _with_imprint(foot_mm: float = 0, outer_mm: float = 0.35) -> bytes:
    return two_pages(FULL_PAGE, [*paragraph(2), *imprint(foot_mm, outer_mm)])


EXAMPLES: dict[str, Callable[[], Examples]] = {
    "paper": lambda: examples(
        one_page(*paragraph(2)), drawn([*paragraph(2)], paper=(612, 792)), "215.9×279.4 mm"
    ),
    "type_area": lambda: examples(
        one_page(*paragraph(3), Rule(LEFT, RIGHT, BOTTOM)),
        [
            one_page(*paragraph(3), full(words(28), 3).stretched_to(RIGHT + 2 * MM)),
            one_page(*paragraph(3), Rule(LEFT - 5 * MM, RIGHT, BOTTOM - 90)),
            one_page(*paragraph(3), line(words(4), -1)),
        ],
        "第1面超出",
    ),
    "embedded": lambda: examples(
        one_page(*paragraph(2)),
        one_page(*paragraph(2), Text("GDP", LEFT, baseline(5), None)),
        "Helvetica没有嵌入",
    ),
    "stand_ins": lambda: examples(
        one_page(*paragraph(2)), one_page(line("村民〓某到场", 0, 2)), "第1面共1个字"
    ),
    "lines": lambda: examples(
        [
            two_pages(FULL_PAGE, END),
            two_pages(
                [full(words(26), 0, 2), *going_on(20, 1)],
                [replace(HEADING, baseline=baseline(0)), *paragraph(2, 1)],
            ),
            two_pages(paragraph(20), [*LONG_HEADING, *paragraph(2, 2)]),
            two_pages(paragraph(19), [*LONG_HEADING, line("1.公开事项", 2, 2), *paragraph(2, 3)]),
            two_pages([*paragraph(18)], [*paragraph(2), *organ_and_date(4)]),
        ],
        [
            two_pages(FULL_PAGE[:21], END),
            two_pages([full(words(26), 0, 2, PITCH * 22 / 23), *going_on(22, 1, PITCH * 22 / 23)], END),
            two_pages(paragraph(19), [*LONG_HEADING, *paragraph(2, 2)]),
            two_pages(paragraph(18), paragraph(6)),
            two_pages(paragraph(18), [*paragraph(8), *organ_and_date(10)]),
        ],
        "第1面下面还空1行",
    ),
    "pitch": lambda: examples(
        one_page(*paragraph(6)),
        [one_page(*paragraph(22, pitch=28)), one_page(*paragraph(3), *paragraph(3, 3.05))],
        "22行合217.31 mm",
    ),
    "characters": lambda: examples(
        [one_page(*paragraph(4)), broken_line(words(25), f"2499{words(3)}")],
        [
            broken_line(words(25), words(5)),
            broken_line(words(27), words(5)),
            one_page(full(words(26), 0, 2), full(words(27), 1), line(words(3), 2)),
        ],
        "一行只有27字",
    ),
    "right_edge": lambda: examples(
        one_page(*paragraph(4)),
        one_page(full(words(26), 0, 2), full(words(28), 1).stretched_to(RIGHT - 0.5 * MM), line(words(3), 2)),
        "183.5 mm",
    ),
    "left_edge": lambda: examples(
        one_page(*paragraph(4)), one_page(full(words(26), 0, 2), line(words(8), 1).moved(0.5)), "28.5 mm"
    ),
    "indent": lambda: examples(one_page(*paragraph(4)), one_page(line(words(8), 0, 1.5)), "1.5 字"),
    "line_starts": lambda: examples(
        [
            broken_line(words(26), "公开"),
            broken_line(words(26), "——公开"),
            one_page(*cells(["一是依法", "行政"], ["，"], ["。"])),
        ],
        [
            *(broken_line(words(26), f"{mark}公开") for mark in "，。、；：？！”’）》〉】〕—·～"),
            *(one_page(*cells(["依法行政", "，公开"], ["件"], is_turned=turned)) for turned in (False, True)),
        ],
        "行首是“，”",
    ),
    "line_ends": lambda: examples(
        broken_line(f"{words(25)}）", "公开"),
        [broken_line(f"{words(25)}{mark}", "公开") for mark in "“‘（《〈【〔"],
        "行尾是““”",
    ),
    "dashes": lambda: examples(
        broken_line(f"{words(24)}——", "公开"),
        [broken_line(f"{words(25)}{mark}", f"{mark}公开") for mark in "—…"],
        "“—”拆到了两行",
    ),
    "numbers": lambda: examples(
        [broken_line(f"{words(24)}2499", "件公开"), one_page(*cells(["办结24", "件"], ["17", "件"]))],
        [
            *(one_page(*cells(["件"], ["办结24", "99件"], is_turned=turned)) for turned in (False, True)),
            broken_line(f"{words(24)}2499", "7件公开"),
            broken_line(f"{words(24)}24.9", "%公开"),
            broken_line(f"{words(24)}249.", "9件公开"),
            broken_line(f"{words(24)}2499", ".5件公开"),
        ],
        "拆到了两行",
    ),
    "number_height": lambda: examples(
        two_pages(paragraph(2), paragraph(2)),
        [drawn([*paragraph(2), number(1).moved(0, shift)]) for shift in (3, -3, 0.4)],
        "10 mm",
    ),
    "number_side": lambda: examples(
        two_pages(paragraph(2), paragraph(2)),
        [
            drawn([*paragraph(2), replace(number(1), x=(LEFT + RIGHT) / 2)]),
            drawn([*paragraph(2), number(1)], [*paragraph(2), number(2).ending_at(RIGHT - 14)]),
            drawn([*paragraph(2), number(1).moved(0.4)]),
        ],
        "第1面",
    ),
    "number_type": lambda: examples(
        two_pages(paragraph(2), paragraph(2)),
        [
            drawn([*paragraph(2), replace(number(1), size=12)]),
            drawn([*paragraph(2), replace(number(1), face=Face.FANGSONG)]),
            drawn([*paragraph(2), replace(number(1), text="- 1 -")]),
        ],
        "是12磅",
    ),
    "number_sequence": lambda: examples(
        [
            two_pages(paragraph(2), paragraph(2)),
            drawn([*FULL_PAGE, number(1)], [*FULL_PAGE, number(2)], [], [*imprint()]),
        ],
        [
            drawn([*paragraph(2), number(1)], [*paragraph(2), replace(number(2), text="— 1 —")]),
            drawn([*paragraph(2), number(1)], paragraph(2)),
            drawn([*paragraph(2), number(1)], [number(2)], [*paragraph(2), number(3)]),
            drawn([*FULL_PAGE, number(1)], [*FULL_PAGE, number(2)], [], [*imprint(), number(4)]),
        ],
        "第2面页码是1",
    ),
    "mark": lambda: examples(
        one_page(*masthead(), title(slot=15)),
        [one_page(*masthead(top_mm=30), title(slot=15)), one_page(*masthead(top_mm=80), title(slot=20))],
        "30 mm",
    ),
    "red_line": lambda: examples(
        one_page(*masthead()),
        [one_page(*masthead(line_width_mm=150)), one_page(*masthead()[:2])],
        "宽150 mm",
    ),
    "red_line_gap": lambda: examples(
        one_page(*masthead()), [one_page(*masthead(gap_mm=gap)) for gap in (8, 1)], "8 mm"
    ),
    "title_type": lambda: examples(
        [one_page(title(), *paragraph(3, 2)), one_page(*masthead(), title(slot=14), *paragraph(2, 16))],
        [
            one_page(replace(title(), size=20), *paragraph(3, 2)),
            one_page(replace(title(), face=Face.HEI), *paragraph(3, 2)),
        ],
        "是20磅",
    ),
    "title_centre": lambda: examples(
        one_page(title(), *paragraph(3, 2)), one_page(title().moved(2), *paragraph(3, 2)), "2 mm"
    ),
    "headings": lambda: examples(
        one_page(
            line("一、主要举措", 0, 2, face=Face.HEI),
            line("（一）规范执法。", 1, 2, face=Face.KAI),
            line("1.公开事项", 2, 2),
            line("（1）公开时限", 3, 2),
        ),
        [
            one_page(line("一、主要举措", 0, 2)),
            one_page(line("（一）规范执法", 0, 2, face=Face.HEI)),
            one_page(line("1.公开事项", 0, 2, face=Face.KAI)),
            one_page(line("（1）公开时限", 0, 2, face=Face.SONG)),
        ],
        "“一、主要举措”用了GwFangSong 16磅",
    ),
    "body": lambda: examples(
        one_page(line("（一）规范执法。", 0, 2, face=Face.KAI), *paragraph(3, 1)),
        one_page(*(replace(one, face=Face.SONG) for one in paragraph(3))),
        "用了GwSong 16磅",
    ),
    "first_page": lambda: examples(
        one_page(title(), *paragraph(3, 2)), two_pages([title()], paragraph(3)), "正文从第2面开始"
    ),
    "lone_headings": lambda: examples(
        [two_pages([HEADING, *paragraph(2, 2)], paragraph(2)), two_pages(FULL_PAGE, END)],
        [
            two_pages([*paragraph(1), HEADING], paragraph(2)),
            two_pages([*paragraph(1), line("1.公开事项", 1, 2)], paragraph(2)),
        ],
        "以“一、主要举措和成效”结尾",
    ),
    "signature_page": lambda: examples(
        two_pages(paragraph(2), [*paragraph(2), *organ_and_date(4)]),
        two_pages(paragraph(2), organ_and_date(2)),
        "第2面落款以上有0行",
    ),
    "date": lambda: examples(
        one_page(*paragraph(2), *organ_and_date(4)),
        [one_page(*paragraph(2), *organ_and_date(4, right=right)) for right in (2, 0, 4.2)],
        "右空2字",
    ),
    "organ": lambda: examples(
        one_page(*paragraph(2), *organ_and_date(4)),
        one_page(*paragraph(2), organ_and_date(4)[0].moved(-3), organ_and_date(4)[1]),
        "-3 mm",
    ),
    "seals": lambda: Examples(
        (Example(_jointly_signed(50), _JOINT),),
        (Example(_jointly_signed(PITCH / MM), _JOINT),),
        "相距10.23 mm",
    ),
    "attachments": lambda: examples(
        [_attachment(), _turned_attachment()],
        [_attachment(title_slot=3), _attachment(mark_indent=2), _turned_attachment(1)],
        "附件标题在第4行",
    ),
    "imprint_page": lambda: examples(
        _with_imprint(),
        [
            one_page(*paragraph(2), *imprint()),
            two_pages([*paragraph(2), *imprint()], paragraph(2)),
        ],
        "在第1面，全文共1面",
    ),
    "imprint_foot": lambda: examples(_with_imprint(), _with_imprint(foot_mm=5), "5 mm"),
    "imprint_lines": lambda: examples(
        _with_imprint(),
        [_with_imprint(outer_mm=0.2), two_pages(FULL_PAGE, [*imprint()[:3], *paragraph(2)])],
        "第1条粗0.2 mm",
    ),
    "text": lambda: Examples(
        (Example(one_page(line("公开事项12件。", 0, 2)), document("公开事项12件。")),),
        (
            Example(one_page(line("公开事项13件。", 0, 2)), document("公开事项12件。")),
            Example(one_page(line("公开事项12件。", 0, 2)), document("公开事项12件。", "办结9件。")),
            Example(one_page(line("公开事项12件。多", 0, 2)), document("公开事项12件。")),
        ),
        "起不一致",
    ),
}
"""By the rule's id; drawn when they are asked for."""
