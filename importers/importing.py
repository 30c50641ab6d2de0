"""Read one file into a report with its figures linked."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from importers.decoding import read_text_file
from importers.package import OLE, ZIP
from importers.source import Source
from importers.word import read_word_file
from models.report import Report

_HEAD = 8


@dataclass(frozen=True, slots=True)
class Importer:
    """A kind of file a report is read from: what it is called, how its names end, how its bytes begin."""

    name: str
    suffixes: tuple[str, ...]
    starts: tuple[bytes, ...]
    read: Callable[[Path], Source]

    def takes(self, path: Path, head: bytes) -> bool:
        """Whether a file is of this kind, by what is in it rather than by its name where that can be told."""
        return head.startswith(self.starts) or path.suffix.lower() in self.suffixes


IMPORTERS = (
    Importer("Word 文档", (".docx", ".docm"), (ZIP, OLE), read_word_file),
    Importer("文本文件", (".txt",), (), lambda path: Source(read_text_file(path))),
)
"""The kinds there are; what none of them takes is read as the last."""


@dataclass(frozen=True, slots=True)
class Imported:
    """A report read from a file, and in words what the clerk should know about the reading."""

    report: Report
    notes: tuple[str, ...]


def import_file(path: Path, template_id: str | None = None, year: int | None = None) -> Imported:
    """The report a file holds; template and year are guessed from the text unless given.

    Raises UserError for a file that cannot be read or holds no report, UnknownKeyError for no such template.
    """
    from importers.statistics import link_figures  # compiles 0.15 s of patterns
    from importers.structure import parse

    source = importer_of(path).read(path)
    parsed = parse(source.text, template_id, year)
    report = link_figures(parsed.report)
    own = len(report.own_indicators)
    found = f"共识别统计数字{len(report.figures)}个"
    detail = f"{found}，其中{own}个不在指标目录中，已列为本报告自有指标。" if own else f"{found}。"
    return Imported(report, (*source.notes, *parsed.notes, detail))


def importer_of(path: Path) -> Importer:
    """Who reads a file. One that cannot be opened is its reader's to complain of."""
    head = b""
    try:
        if path.is_file():
            with path.open("rb") as stream:
                head = stream.read(_HEAD)
    except OSError:
        pass
    return next((one for one in IMPORTERS if one.takes(path, head)), IMPORTERS[-1])
