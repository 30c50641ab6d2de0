"""A blank Word file of our own for python-docx to fill.

The one python-docx brings has a Japanese theme, American paper, blue headings and the year 2013 in it; here
there is nothing but what this program wants.
"""

import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import BytesIO

from docx.opc.oxml import serialize_part_xml
from docx.oxml.xmlchemy import BaseOxmlElement

from exporters.fonts import OFFICIAL_NAMES, Face
from exporters.package import DECLARATION
from exporters.profile import Profile
from exporters.word_measures import cell
from exporters.word_style_sheet import style_sheet
from exporters.word_xml import element, switch

_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_TYPES = "application/vnd.openxmlformats"
_DOCUMENT = "word/document.xml"
_OTHER_NAMES = {
    Face.FANGSONG: "仿宋,FangSong",
    Face.KAI: "楷体,KaiTi",
    Face.HEI: "SimHei",
    Face.SONG: "SimSun",
    Face.BIAOSONG: "方正小标宋_GBK,小标宋",
}
"""What the same faces are called on other computers; a program takes the first that it finds."""


@dataclass(frozen=True, slots=True)
class _Part:
    """A file of the package: where it lies, what it is, and by which relation (id and kind) it is found."""

    path: str
    content_type: str
    relation: str
    content: bytes
    id: str

    @property
    def belongs_to_document(self) -> bool:
        """Whether the document refers to it, not the package as a whole."""
        return self.path.startswith("word/") and self.path != _DOCUMENT


def blank_package(page: Profile, footers: Iterable[tuple[str, BaseOxmlElement]]) -> BytesIO:
    """A Word file with styles, settings and footers (name and content) and an empty body."""
    parts = tuple(_parts(page, footers))
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w") as file:
        file.writestr("[Content_Types].xml", _content_types(parts))
        file.writestr("_rels/.rels", _relations(part for part in parts if not part.belongs_to_document))
        inner = _relations(part for part in parts if part.belongs_to_document)
        file.writestr("word/_rels/document.xml.rels", inner.replace("word/", ""))
        for part in parts:
            file.writestr(part.path, part.content)
    packed.seek(0)
    return packed


def _parts(page: Profile, footers: Iterable[tuple[str, BaseOxmlElement]]) -> Iterator[_Part]:
    yield _word_part("document", "document.main", element("document", element("body")), "officeDocument")
    yield _Part(
        "docProps/core.xml",
        f"{_TYPES}-package.core-properties+xml",
        f"{_PACKAGE}/relationships/metadata/core-properties",
        f'<coreProperties xmlns="{_PACKAGE}/metadata/core-properties"/>'.encode(),
        "core",
    )
    yield _Part(
        "docProps/app.xml",
        f"{_TYPES}-officedocument.extended-properties+xml",
        f"{_OFFICE}/relationships/extended-properties",
        f'<Properties xmlns="{_OFFICE}/extended-properties"/>'.encode(),
        "app",
    )
    yield _word_part("styles", "styles", style_sheet(page))
    yield _word_part("settings", "settings", _settings(page))
    yield _word_part("fontTable", "fontTable", _font_table())
    for name, footer in footers:
        yield _word_part(name, "footer", footer)


def _word_part(name: str, kind: str, root: BaseOxmlElement, relation: str = "") -> _Part:
    return _Part(
        f"word/{name}.xml",
        f"{_TYPES}-officedocument.wordprocessingml.{kind}+xml",
        f"{_OFFICE}/relationships/{relation or kind}",
        serialize_part_xml(root),
        name,
    )


def _content_types(parts: tuple[_Part, ...]) -> str:
    overrides = "".join(
        f'<Override PartName="/{part.path}" ContentType="{part.content_type}"/>' for part in parts
    )
    return (
        f'{DECLARATION}<Types xmlns="{_PACKAGE}/content-types">'
        f'<Default Extension="rels" ContentType="{_TYPES}-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def _relations(parts: Iterator[_Part]) -> str:
    listed = "".join(
        f'<Relationship Id="{part.id}" Type="{part.relation}" Target="{part.path}"/>' for part in parts
    )
    return f'{DECLARATION}<Relationships xmlns="{_PACKAGE}/relationships">{listed}</Relationships>'


def _settings(page: Profile) -> BaseOxmlElement:
    """Settings of the whole file. Compatibility mode 15 is the Word of 2013 and later, not an older one's."""
    mode: dict[str, str | int] = {
        "name": "compatibilityMode",
        "uri": "http://schemas.microsoft.com/office/word",
        "val": 15,
    }
    return element(
        "settings",
        element("zoom", percent=100),
        element("defaultTabStop", val=2 * cell(page)),
        switch("evenAndOddHeaders", True),
        element("characterSpacingControl", val="doNotCompress"),
        element("compat", element("compatSetting", **mode)),
        element("themeFontLang", val="en-US", eastAsia="zh-CN"),
        element("decimalSymbol", val="."),
        element("listSeparator", val=","),
    )


def _font_table() -> BaseOxmlElement:
    """The fonts by name, and what to take where one is missing."""
    return element(
        "fonts",
        *(
            element(
                "font",
                element("altName", val=_OTHER_NAMES[face]),
                element("charset", val="86"),
                element("family", val="auto"),
                name=name,
            )
            for face, name in OFFICIAL_NAMES.items()
        ),
    )
