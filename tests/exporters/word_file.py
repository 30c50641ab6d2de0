"""A paper written as a Word file and read back: its parts, its paragraphs, the styles they come from."""

import zipfile
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from io import BytesIO

import docx
from docx.document import Document as WordFile
from docx.oxml import parse_xml
from docx.oxml.ns import nsmap, qn
from docx.oxml.xmlchemy import BaseOxmlElement

from exporters import word
from exporters.profile import profile
from models.document import AttachmentStart, Block, Document, Imprint, Mark, Masthead
from tests.exporters.invented import figures, paper

HEAD = Masthead(
    mark=Mark.PRINTED,
    suffix="文件",
    copy_number="000007",
    secrecy="秘密★1年",
    urgency="加急",
    organs=("云岭县人民政府",),
    doc_number="云政〔2027〕5号",
    signatories=("张明远",),
)
IMPRINT = Imprint(("云州市司法局", "云岭县人大常委会办公室"), "云岭县人民政府办公室", "2027年2月10日")
TRACE = "送审稿 第3版 a1b2c3d4"


def whole() -> Document:
    """A paper with everything there is, on upright and on turned pages."""
    wide = (AttachmentStart(3, "分部门统计表", is_wide=True), figures(30))
    blocks = (*paper().blocks, *wide, AttachmentStart(4, "说明"), paper().blocks[3])
    return replace(paper(), blocks=blocks, masthead=HEAD, imprint=IMPRINT, trace=TRACE)


@cache
def packed(document: Document, with_fonts: bool = False) -> bytes:
    """The file's bytes."""
    stream = BytesIO()
    word.write(document, stream, profile().with_embedded_fonts() if with_fonts else None)
    return stream.getvalue()


def opened(*blocks: Block) -> WordFile:
    """The Word file of some blocks, or of the usual paper."""
    return read(replace(paper(), blocks=blocks) if blocks else paper())


def read(document: Document) -> WordFile:
    """The Word file of a paper."""
    return docx.Document(BytesIO(packed(document)))


def parts(
    document: Document | None = None, with_fonts: bool = False
) -> Iterator[tuple[str, BaseOxmlElement]]:
    """The XML parts of a paper's file by their path."""
    with zipfile.ZipFile(BytesIO(packed(document or paper(), with_fonts))) as file:
        for name in file.namelist():
            if name.endswith((".xml", ".rels")):
                yield name, parse_xml(file.read(name))


def part(name: str, document: Document | None = None) -> BaseOxmlElement:
    """One part of the folder `word`."""
    return dict(parts(document))[f"word/{name}.xml"]


def local(element: BaseOxmlElement) -> str:
    """An element's name without its namespace."""
    return str(element.tag).rpartition("}")[2]


def value(element: BaseOxmlElement, path: str, attribute: str = "val") -> str:
    """An attribute of the element at a path, empty where there is none."""
    found = element.find(path, nsmap)
    return "" if found is None else found.get(qn(f"w:{attribute}"), "")


def text(element: BaseOxmlElement) -> str:
    """The text of a paragraph or of anything above it, with its tabs."""
    found = element.xpath(".//w:r/w:t|.//w:r/w:tab|self::w:r/w:t")
    return "".join("\t" if local(one) == "tab" else one.text or "" for one in found)


def attributes(element: BaseOxmlElement) -> dict[str, str]:
    """All its attributes by their names without namespace."""
    return {str(name).rpartition("}")[2]: found for name, found in element.attrib.items()}


def style(name: str) -> BaseOxmlElement:
    """A style by its name."""
    return next(one for one in part("styles") if value(one, "w:name") == name)


def chain(style_id: str) -> Iterator[BaseOxmlElement]:
    """A style and what it is based on."""
    while style_id:
        found = styles_by_id()[style_id]
        yield found
        style_id = value(found, "w:basedOn")


@cache
def styles_by_id() -> dict[str | None, BaseOxmlElement]:
    """Every style by its id."""
    return {one.get(qn("w:styleId")): one for one in part("styles") if local(one) == "style"}
