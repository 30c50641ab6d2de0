"""Papers of every size and with every kind of character come out whole in every format."""

from dataclasses import replace
from io import BytesIO

import pypdfium2  # type: ignore[import-untyped]
import pytest

from exporters import EXPORTERS
from exporters.layout import lay_out
from models.document import (
    AttachmentStart,
    Block,
    Document,
    Imprint,
    Mark,
    Masthead,
    Paragraph,
    Signature,
    Title,
)
from tests.exporters.example_paper import paper, paragraph, table

LONG_ORGAN = "青河县高新技术产业开发区和生态环境保护示范区管理委员会综合行政执法和应急管理局"
LETTERHEAD = {
    "masthead": Masthead(
        Mark.PRINTED, "文件", organs=(LONG_ORGAN,), doc_number="青政〔2027〕5号", signatories=("周明远",)
    ),
    "imprint": Imprint((LONG_ORGAN, LONG_ORGAN), LONG_ORGAN, "2027年2月10日"),
}


def many_characters() -> tuple[Block, ...]:
    return tuple(Paragraph(paragraph(number)) for number in range(1150))


PAPERS: dict[str, Document] = {
    "one character": paper((Paragraph("一"),)),
    "one paragraph of 200,000 characters": paper((Paragraph("统计口径说明，" * 28572),)),
    "200,000 characters": paper(many_characters()),
    "no heading": paper((Title("报告"), Paragraph(paragraph(1)))),
    "40-character organs": replace(
        paper(
            (
                Title(f"{LONG_ORGAN}关于情况的报告"),
                Paragraph("正文。"),
                Signature((LONG_ORGAN,) * 3, "2027年2月9日"),
            )
        ),
        **LETTERHEAD,  # type: ignore[arg-type]
    ),
    "emoji and controls": paper((Paragraph("正文😀表情👨‍👩‍👧，控制\x07符\x1b号\x00。\u202e反向\ufeff。"),)),
    "2,000 rows": paper((AttachmentStart(None, "统计表", is_wide=True), table(2000))),
}


Written = tuple[Document, dict[str, bytes]]


@pytest.fixture(scope="module", params=PAPERS)
def written(request: pytest.FixtureRequest) -> Written:
    """A paper, and the file each format makes of it; written once for all that is claimed of them."""
    files = {}
    for known in EXPORTERS:
        known.write(PAPERS[request.param], stream := BytesIO())
        files[known.key] = stream.getvalue()
    return PAPERS[request.param], files


def test_every_format_takes_it(written: Written) -> None:
    _, files = written

    assert [key for key, content in files.items() if not content] == []


def test_every_letter_of_it_is_in_the_pdf(written: Written) -> None:
    document, files = written

    layout = lay_out(document)
    file = pypdfium2.PdfDocument(files["pdf"])
    assert len(file) == len(layout.pages)
    drawn = "".join(
        run.text for page in layout.pages for placed in page.all_lines for run in placed.line.runs
    )
    read = "".join(page.get_textpage().get_text_range() for page in file)
    assert sorted("".join(read.split())) == sorted("".join(drawn.split()))
