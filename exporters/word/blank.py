"""A blank Word file of our own for python-docx to fill.

The one python-docx brings has a Japanese theme, American paper, blue headings and the year 2013 in it; here
there is nothing but what this program wants.
"""

import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from io import BytesIO

from docx.opc.oxml import serialize_part_xml
from docx.oxml.xmlchemy import BaseOxmlElement

from exporters.package import DECLARATION
from exporters.profile import Profile
from exporters.word.fonts import EmbeddedFont, font_table
from exporters.word.measures import cell
from exporters.word.xml import element, switch

_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_TYPES = "application/vnd.openxmlformats"
_DOCUMENT = "document"
_FONT_TABLE = "fontTable"


@dataclass(frozen=True, slots=True)
class _Part:
    """A file of the package: where it lies, what it is, and by which relation (id and kind) its owner finds it.

    The owner is another part's name, or empty for the package.
    """

    path: str
    content_type: str
    relation: str
    content: bytes
    id: str
    owner: str = _DOCUMENT


def blank_package(
    page: Profile,
    sheet: BaseOxmlElement,
    footers: Iterable[tuple[str, BaseOxmlElement]],
    fonts: Sequence[EmbeddedFont] = (),
) -> BytesIO:
    """A Word file with a style sheet, settings, footers (name and content), fonts, and an empty body."""
    parts = tuple(_parts(page, sheet, footers, fonts))
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w") as file:
        file.writestr("[Content_Types].xml", _content_types(parts))
        file.writestr("_rels/.rels", _relations(parts, ""))
        for owner in dict.fromkeys(part.owner for part in parts if part.owner):
            file.writestr(f"word/_rels/{owner}.xml.rels", _relations(parts, owner).replace("word/", ""))
        for part in parts:
            file.writestr(part.path, part.content)
    packed.seek(0)
    return packed


def _parts(
    page: Profile,
    sheet: BaseOxmlElement,
    footers: Iterable[tuple[str, BaseOxmlElement]],
    fonts: Sequence[EmbeddedFont],
) -> Iterator[_Part]:
    body = element("document", element("body"))
    yield replace(_word_part(_DOCUMENT, "document.main", body, "officeDocument"), owner="")
    yield _Part(
        "docProps/core.xml",
        f"{_TYPES}-package.core-properties+xml",
        f"{_PACKAGE}/relationships/metadata/core-properties",
        f'<coreProperties xmlns="{_PACKAGE}/metadata/core-properties"/>'.encode(),
        "core",
        owner="",
    )
    yield _Part(
        "docProps/app.xml",
        f"{_TYPES}-officedocument.extended-properties+xml",
        f"{_OFFICE}/relationships/extended-properties",
        f'<Properties xmlns="{_OFFICE}/extended-properties"/>'.encode(),
        "app",
        owner="",
    )
    yield _word_part("styles", "styles", sheet)
    yield _word_part("settings", "settings", _settings(page, has_fonts=bool(fonts)))
    yield _word_part(_FONT_TABLE, "fontTable", font_table(fonts))
    for name, footer in footers:
        yield _word_part(name, "footer", footer)
    for number, font in enumerate(fonts, start=1):
        yield _font_part(font, number)


def _font_part(font: EmbeddedFont, number: int) -> _Part:
    return _Part(
        f"word/fonts/font{number}.odttf",
        f"{_TYPES}-officedocument.obfuscatedFont",
        f"{_OFFICE}/relationships/font",
        font.obfuscated,
        f"font{number}",
        owner=_FONT_TABLE,
    )


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


def _relations(parts: Iterable[_Part], owner: str) -> str:
    listed = "".join(
        f'<Relationship Id="{part.id}" Type="{part.relation}" Target="{part.path}"/>'
        for part in parts
        if part.owner == owner
    )
    return f'{DECLARATION}<Relationships xmlns="{_PACKAGE}/relationships">{listed}</Relationships>'


def _settings(page: Profile, has_fonts: bool) -> BaseOxmlElement:
    """Settings of the whole file. Compatibility mode 15 is the Word of 2013 and later, not an older one's."""
    mode: dict[str, str | int] = {
        "name": "compatibilityMode",
        "uri": "http://schemas.microsoft.com/office/word",
        "val": 15,
    }
    return element(
        "settings",
        element("zoom", percent=100),
        *((switch("embedTrueTypeFonts", True), switch("saveSubsetFonts", True)) if has_fonts else ()),
        element("defaultTabStop", val=2 * cell(page)),
        switch("evenAndOddHeaders", True),
        element("characterSpacingControl", val="doNotCompress"),
        element("compat", element("compatSetting", **mode)),
        element("themeFontLang", val="en-US", eastAsia="zh-CN"),
        element("decimalSymbol", val="."),
        element("listSeparator", val=","),
    )
