"""The finishing of Office Open XML packages: properties of our own, and the same bytes for the same paper."""

import zipfile
from datetime import date, datetime, time
from io import BytesIO
from xml.sax.saxutils import escape

from exporters.characters import in_one_line
from models.dates import official_date
from models.document import Document, Signature
from models.errors import UserError

APPLICATION = "法治年报"
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_FIXED_TIME = (1980, 1, 1, 0, 0, 0)


def finished(packed: bytes, document: Document) -> bytes:
    """The package with its libraries' own properties and clock times replaced.

    ISO/IEC 29500-2 §11 (core properties); dates are the paper's own 成文日期, left out where it has none.
    """
    ours = {"docProps/core.xml": _core_properties(document), "docProps/app.xml": _application_properties()}
    target = BytesIO()
    with zipfile.ZipFile(BytesIO(packed)) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = ours[name].encode() if name in ours else old.read(name)
            new.writestr(zipfile.ZipInfo(name, _FIXED_TIME), content, zipfile.ZIP_DEFLATED)
    return target.getvalue()


def _core_properties(document: Document) -> str:
    day = day_of(document)
    moment = f"{datetime.combine(day, time()).isoformat()}Z" if day else ""
    dates = "".join(
        f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{moment}</dcterms:{name}>'
        for name in ("created", "modified")
        if day
    )
    title, organ = (escape(in_one_line(text)) for text in (document.title, document.organ))
    return (
        f"{DECLARATION}<cp:coreProperties "
        'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{title}</dc:title><dc:creator>{organ}</dc:creator>"
        f"<cp:lastModifiedBy>{organ}</cp:lastModifiedBy>{dates}<dc:language>zh-CN</dc:language></cp:coreProperties>"
    )


def _application_properties() -> str:
    return (
        f"{DECLARATION}<Properties "
        'xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
        f"<Application>{APPLICATION}</Application></Properties>"
    )


def day_of(document: Document) -> date | None:
    """The 成文日期, None where there is none or it is no date."""
    written = next((block.date for block in document.blocks if isinstance(block, Signature)), "")
    try:
        return datetime.strptime(official_date(written), "%Y年%m月%d日").date()
    except (UserError, ValueError):
        return None
