"""What Word makes of tracked changes: the paragraphs' texts with all of them accepted, or rejected."""

from io import BytesIO

import docx
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement


def body(packed: bytes) -> BaseOxmlElement:
    """The body of a Word file."""
    return docx.Document(BytesIO(packed)).element.body


def accepted(packed: bytes) -> list[str]:
    """The texts when every change is accepted, blank paragraphs left out."""
    return _texts(_settled(body(packed), "del"))


def rejected(packed: bytes) -> list[str]:
    """The texts when every change is rejected, without blank paragraphs and the numbers that count a table's rows."""
    return _texts(_uncounted(_settled(body(packed), "ins")))


def texts(packed: bytes) -> list[str]:
    """The texts of a file without changes, blank paragraphs left out."""
    return _texts(body(packed))


def uncounted_texts(packed: bytes) -> list[str]:
    """The texts of a file without changes, without blank paragraphs and the numbers that count a table's rows."""
    return _texts(_uncounted(body(packed)))


def _uncounted(root: BaseOxmlElement) -> BaseOxmlElement:
    for table in root.iter(qn("w:tbl")):
        head, *rows = table.findall(qn("w:tr"))
        if _texts(head)[:1] == ["序号"]:
            for row in (one for one in rows if len(one.findall(qn("w:tc"))) > 1):
                row.remove(row.find(qn("w:tc")))
    return root


def _settled(root: BaseOxmlElement, gone: str) -> BaseOxmlElement:
    """Without the rows and runs that go; a paragraph whose mark goes runs on into the next one."""
    for row in root.xpath(f".//w:tr[w:trPr/w:{gone}]"):
        row.getparent().remove(row)
    for table in root.xpath(".//w:tbl[not(w:tr)]"):
        table.getparent().remove(table)
    for one in root.xpath(f".//w:p/w:{gone}"):
        one.getparent().remove(one)
    for paragraph in root.xpath(f".//w:p[w:pPr/w:rPr/w:{gone}]"):
        following = paragraph.getnext()
        left = [one for one in paragraph if one.tag != qn("w:pPr")]
        if following is not None and following.tag == qn("w:p"):
            at = 1 if following.find(qn("w:pPr")) is not None else 0
            following[at:at] = left
            paragraph.getparent().remove(paragraph)
        else:
            assert not left
    return root


def _texts(root: BaseOxmlElement) -> list[str]:
    found = []
    for paragraph in root.iter(qn("w:p")):
        pieces = paragraph.xpath(".//w:t|.//w:delText|.//w:r/w:br|.//w:r/w:tab")
        text = "".join(
            {"br": "\n", "tab": "\t"}.get(one.tag.rpartition("}")[2], one.text or "") for one in pieces
        )
        if text.strip():
            found.append(text)
    return found
