"""Documents become files. `EXPORTERS` holds every format in the order of menus, `export` writes a file.

A new format is one module with a `write`, one function here that loads it on first use, and its line in
`EXPORTERS`.
"""

from typing import BinaryIO

from exporters.exporter import Exporter
from exporters.profile import Profile
from exporters.writing import export, export_all, prepared_files
from models.document import Document
from models.errors import UnknownKeyError

__all__ = ["EXPORTERS", "Exporter", "default_formats", "export", "export_all", "exporter", "prepared_files"]


def _write_word(document: Document, stream: BinaryIO, rules: Profile | None = None) -> None:
    from exporters import word

    word.write(document, stream, rules)


def _write_pdf(document: Document, stream: BinaryIO, rules: Profile | None = None) -> None:
    from exporters import pdf

    pdf.write(document, stream, rules)


def _write_excel(document: Document, stream: BinaryIO, rules: Profile | None = None) -> None:
    from exporters.workbook import report

    report.write(document, stream, rules)


def _write_text(document: Document, stream: BinaryIO, rules: Profile | None = None) -> None:
    from exporters import text

    text.write(document, stream, rules)


def _write_html(document: Document, stream: BinaryIO, rules: Profile | None = None) -> None:
    from exporters import html

    html.write(document, stream, rules)


EXPORTERS = (
    Exporter("docx", "Word 文档", ".docx", _write_word),
    Exporter("pdf", "PDF 文件", ".pdf", _write_pdf),
    Exporter("xlsx", "Excel 统计表", ".xlsx", _write_excel),
    Exporter("txt", "纯文本", ".txt", _write_text),
    Exporter("html", "网页", ".html", _write_html, is_usual=False),
)


def default_formats(is_public: bool = False) -> tuple[str, ...]:
    """The keys of the formats that are written where nobody says which."""
    return tuple(known.key for known in EXPORTERS if known.is_usual or is_public)


def exporter(key: str) -> Exporter:
    """One format by its key. Raises UnknownKeyError naming those there are."""
    found = next((known for known in EXPORTERS if known.key == key), None)
    if found is None:
        known_keys = "、".join(known.key for known in EXPORTERS)
        raise UnknownKeyError("导出格式", key, f"可用的格式有：{known_keys}。")
    return found
