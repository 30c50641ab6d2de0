"""Every kind of page there is, as one paper each and the page of it to look at."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from io import BytesIO

import pypdfium2  # type: ignore[import-untyped]
from PIL import Image

from exporters import pdf
from models.document import (
    AttachmentStart,
    Block,
    Document,
    Ending,
    Imprint,
    Mark,
    Masthead,
    Note,
    Paragraph,
    Signature,
    Title,
)
from tests.exporters.example_paper import example_paper, paper, paragraph, table

DPI = 60
HEAD = Masthead(
    mark=Mark.PRINTED,
    suffix="文件",
    copy_number="000012",
    secrecy="秘密★1年",
    urgency="特急",
    organs=("青河县人民政府",),
    doc_number="青政〔2027〕5号",
    signatories=("周明远",),
)
IMPRINT = Imprint(
    ("中共临江市委全面依法治市委员会办公室", "中共青河县委", "青河县人民代表大会常务委员会"),
    "青河县人民政府办公室",
    "2027年2月10日",
)
JOINT = replace(
    HEAD,
    copy_number="",
    secrecy="",
    urgency="",
    organs=("中共青河县委员会", "青河县人民政府"),
    signatories=("周明远", "欧阳文修", "李强"),
)
ORGAN, DATE = ("青河县人民政府",), "2027年2月9日"


@dataclass(frozen=True, slots=True)
class PageKind:
    """A paper and which of its pages (from 0) shows the kind."""

    name: str
    document: Document
    page: int = 0


def _kinds() -> Iterator[PageKind]:
    whole = replace(example_paper(), masthead=HEAD, imprint=IMPRINT, trace="送审稿 第3稿 · a1b2c3d4e5")
    yield PageKind("first-page", whole)
    yield PageKind("body-even", whole, 1)
    yield PageKind("body-odd", whole, 2)
    yield PageKind("joint-head", replace(whole, masthead=JOINT, trace=""))
    yield PageKind("preprinted-head", replace(whole, masthead=replace(HEAD, mark=Mark.PREPRINTED)))
    yield PageKind("without-head", example_paper())
    for ending in Ending:
        blocks: tuple[Block, ...] = (
            Paragraph(paragraph(1)),
            Signature(ORGAN, DATE, ending, "县长"),
            Note("此件公开发布"),
        )
        yield PageKind(f"ending-{ending}", paper(blocks))
    yield PageKind("imprint", replace(paper((Paragraph("正文。"),)), imprint=IMPRINT), 1)
    yield PageKind("attachment", paper((AttachmentStart(1, "统计表"), table(20))))
    wide = (Paragraph("正文。"), AttachmentStart(2, "青河县2026年度统计表", is_wide=True), table(20))
    yield PageKind("wide-even", paper(wide), 1)
    yield PageKind("wide-odd", paper(wide), 2)
    broken = Title("中共青河县委员会 青河县人民政府\n关于2026年度法治政府建设情况的报告")
    yield PageKind("title-broken-by-hand", paper((broken, Paragraph(paragraph(2)))))


@cache
def page_kinds() -> dict[str, PageKind]:
    """Every kind by its name."""
    return {kind.name: kind for kind in _kinds()}


def picture(kind: PageKind) -> Image.Image:
    """The page in shades of grey, as a reader that is not ours draws it."""
    stream = BytesIO()
    pdf.write(kind.document, stream)
    page = pypdfium2.PdfDocument(stream.getvalue())[kind.page]
    drawn: Image.Image = page.render(scale=DPI / 72).to_pil()
    return drawn.convert("L")
