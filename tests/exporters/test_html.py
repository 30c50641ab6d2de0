"""The web page: valid, self-contained, and its text is the paper's."""

import re
from dataclasses import replace
from html.parser import HTMLParser
from io import BytesIO

import pytest
from hypothesis import given

from exporters import html
from exporters.text import as_text
from models.compose import compose
from models.document import (
    AttachmentStart,
    Block,
    Cell,
    Column,
    Document,
    Group,
    Heading,
    Imprint,
    Masthead,
    Paragraph,
    Signature,
    Table,
    Title,
)
from models.public import compose_public
from models.report import Report
from models.template import template
from tests.exporters.invented import paper
from tests.strategies import FEW, REPORTS

VOID = {"meta", "br", "hr"}
NO_P_INSIDE = {"p", "h1", "h2", "h3", "h4", "h5", "h6", "strong", "time", "title", "th", "td", "caption"}
LINES = {"p", "h1", "h2", "h3", "h4", "h5", "h6", "caption", "tr"}
UNFIT = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff\U0001fffe\U0001ffff]")


class Page(HTMLParser):
    """Reads a page strictly: every element closed where it was opened. Collects lines as they are printed."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.lines: list[str] = []
        self.texts: dict[str, list[str]] = {}
        self.doctype = ""
        self.feed(source)
        self.close()
        assert self.open == []

    def handle_decl(self, decl: str) -> None:
        self.doctype = decl

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len(dict(attrs)) == len(attrs)
        if tag in NO_P_INSIDE - {"strong", "time"}:
            assert not NO_P_INSIDE & set(self.open), (tag, self.open)
        self.elements.append((tag, dict(attrs)))
        if tag in LINES or tag == "br":
            self.lines.append("")
        elif tag in {"th", "td"} and self._cells():
            self.lines[-1] += "\t"
        self.texts.setdefault(tag, []).append("")
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if LINES & set(self.open):
            self.lines[-1] += data
        else:
            assert self.open[-1:] in (["style"], ["title"]) or not data.strip()
        for tag in self.open:
            self.texts[tag][-1] += data

    def _cells(self) -> bool:
        """Whether the row has a cell already."""
        row = len(self.elements) - 1 - [tag for tag, _ in reversed(self.elements)].index("tr")
        return len(self.elements) - row > 2


def page(document: Document) -> Page:
    return Page(html.as_html(document))


def with_blocks(*blocks: Block) -> Document:
    return replace(paper(), blocks=blocks)


def printed_lines(document: Document) -> list[str]:
    """The plain text's lines, without the blank ones between attachments."""
    lines = (UNFIT.sub("", line).strip() for line in as_text(document).split("\n"))
    return [line for line in lines if line]


def shown_lines(document: Document) -> list[str]:
    return [line.strip() for line in page(document).lines if line.strip()]


def test_the_text_of_the_page_is_that_of_the_plain_text() -> None:
    assert shown_lines(paper()) == printed_lines(paper())


@given(REPORTS)
@FEW
def test_the_page_of_any_report_is_whole_and_says_what_the_paper_says(report: Report) -> None:
    known = replace(report, template="county-joint")
    for document in (
        compose(known, template(known.template)),
        compose_public(known, template(known.template)),
    ):
        source = html.as_html(document)

        assert not UNFIT.search(source)
        assert shown_lines(document) == printed_lines(document)


def test_the_head_names_language_title_author_and_date() -> None:
    read = page(paper())

    assert read.doctype == "DOCTYPE html"
    assert read.elements[0] == ("html", {"lang": "zh-CN"})
    assert ("meta", {"charset": "utf-8"}) in read.elements
    assert ("meta", {"name": "author", "content": "云岭县人民政府"}) in read.elements
    assert ("meta", {"name": "date", "content": "2027-02-09"}) in read.elements
    assert ("time", {"datetime": "2027-02-09"}) in read.elements
    assert read.texts["title"] == ["云岭县人民政府关于2026年度法治政府建设情况的报告"]


def test_it_needs_nothing_from_elsewhere_and_runs_nothing() -> None:
    source = html.as_html(paper())
    names = {tag for tag, _ in page(paper()).elements}

    assert not names & {"script", "link", "img", "iframe", "object"}
    assert not re.search(r"https?:|url\(|@import|src=|href=", source)


def test_headings_are_headings_by_their_level_and_run_in_ones_begin_their_paragraph() -> None:
    read = page(
        with_blocks(
            Title("题"),
            Heading(1, "一、", "举措"),
            Heading(2, "（一）", "执法"),
            Heading(3, "1.", "公示"),
            Heading(4, "（1）", "全过程"),
            Heading(5, "1", "更深"),
            Heading(6, "1", "最深"),
            Heading(2, "（二）", "规范执法。", "全年4次。"),
            Heading(2, "（三）", "", "没有标题的一条。"),
            Heading(2, "（四）", "公示 ", "已满7日。"),
        )
    )

    names = [tag for tag, _ in read.elements if re.fullmatch(r"h\d", tag)]
    assert names == ["h1", "h2", "h3", "h4", "h5", "h6", "h6"]
    assert read.texts["strong"] == ["（二）规范执法。", "（四）公示 "]
    assert read.texts["p"] == ["（二）规范执法。全年4次。", "（三）没有标题的一条。", "（四）公示 已满7日。"]


def test_a_table_has_a_head_and_rows_that_head_others() -> None:
    table = Table(
        "统计表",
        (Column("指标", 3), Column("本年", 1)),
        (Group("复议"), (Cell("申请"), Cell("179"))),
    )

    read = page(with_blocks(table))

    assert read.texts["caption"] == ["统计表"]
    assert read.texts["thead"] == ["\n指标本年\n"]
    assert [attributes for tag, attributes in read.elements if tag == "th"] == [
        {"scope": "col"},
        {"scope": "col"},
        {"scope": "colgroup", "colspan": "2"},
    ]
    assert read.texts["td"] == ["申请", "179"]


def test_what_looks_like_markup_is_text() -> None:
    evil = "<script>alert('1')</script> & &lt; \"引\""
    document = replace(
        with_blocks(Title(evil), Heading(1, "一、", evil), Paragraph(evil), Signature((evil,), "未定")),
        title=evil,
        organ=evil,
    )

    read = page(document)

    assert "script" not in {tag for tag, _ in read.elements}
    assert read.texts["h1"] == [evil]
    assert read.texts["title"] == [evil]
    assert ("meta", {"name": "author", "content": evil}) in read.elements
    assert evil in read.texts["p"]
    assert "time" not in read.texts


def test_characters_no_page_may_hold_are_left_out_and_line_ends_kept() -> None:
    read = page(with_blocks(Paragraph("执\x00法\ud800公\x85示\ufdd0完\U0001ffff𠮷\x0b第二行")))

    assert read.lines == ["执法公示完𠮷", "第二行"]


def test_attachments_begin_after_a_rule_with_number_and_title() -> None:
    read = page(with_blocks(AttachmentStart(2, "问题台账"), Paragraph("略。")))

    assert [tag for tag, _ in read.elements if tag in {"hr", "p", "h2"}] == ["hr", "p", "h2", "p"]
    assert read.lines == ["附件2", "问题台账", "略。"]


@pytest.mark.parametrize("secret", ["000001", "秘密★1年", "特急", "周明远"])
def test_of_the_masthead_only_the_number_is_shown(secret: str) -> None:
    masthead = Masthead(
        copy_number="000001",
        secrecy="秘密★1年",
        urgency="特急",
        organs=("云岭县人民政府",),
        doc_number="云政〔2027〕3号",
        signatories=("周明远",),
    )
    document = replace(
        paper(), masthead=masthead, imprint=Imprint(("县人大常委会",), "县政府办公室", "2027年2月9日")
    )

    read = page(document)

    assert read.lines[0] == "云政〔2027〕3号"
    assert read.lines[-2:] == ["抄送：县人大常委会。", "县政府办公室 2027年2月9日印发"]
    assert secret not in html.as_html(document)


def test_it_is_written_as_utf_8() -> None:
    stream = BytesIO()

    html.write(paper(), stream)

    assert stream.getvalue().decode("utf-8") == html.as_html(paper())
