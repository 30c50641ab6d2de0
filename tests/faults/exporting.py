"""Exporting one report in three formats over the files of the last export."""

import os
import random
import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from itertools import count
from pathlib import Path

from tests.faults.facts import Facts
from tests.faults.reports import begun, typed
from tests.faults.telling import Teller

FORMATS = ("txt", "docx", "pdf")
_WRITTEN = re.compile(r"甲第(\d+)次写")


def begin(folder: Path) -> None:
    """A folder with the files of a first export."""
    _export(folder, 1)


def exporting(folder: Path, teller: Teller, _chance: random.Random) -> None:
    """One export after the other, each over the one before."""
    teller.done(_facts(1))
    for number in count(2):
        teller.doing(_facts(number))
        _export(folder, number)
        teller.done(_facts(number))


def read(folder: Path) -> Facts:
    """Which export each file is of; a file that cannot be read whole is of none."""
    (names,) = {file.stem for file in folder.iterdir() if not file.name.startswith(".")}
    return {("file", kind): _number(folder / f"{names}.{kind}", READERS[kind]) for kind in FORMATS}


def left_behind(folder: Path) -> list[str]:
    """The unfinished files that an export an hour later still leaves there."""
    for file in folder.glob(".*"):
        os.utime(file, (0, 0))
    _export(folder, 1)
    return [f"left behind: {file.name}" for file in folder.glob(".*")]


def _export(folder: Path, number: int) -> None:
    from actions.exporting import export_report

    report = replace(typed(begun(), 1, number), figures=())
    export_report(report, folder, FORMATS, overwrite=True)


def _facts(number: int) -> Facts:
    return {("file", kind): number for kind in FORMATS}


def _number(file: Path, text_of: Callable[[Path], str]) -> int | None:
    found = [int(one) for one in _WRITTEN.findall("".join(text_of(file).split()))]
    return max(found, default=None)


def _docx(file: Path) -> str:
    import docx

    return "".join(paragraph.text for paragraph in docx.Document(str(file)).paragraphs)


def _pdf(file: Path) -> str:
    import pypdfium2  # type: ignore[import-untyped]

    with pypdfium2.PdfDocument(file) as document:
        return "".join(page.get_textpage().get_text_bounded() for page in document)


READERS: Mapping[str, Callable[[Path], str]] = {
    "txt": lambda file: file.read_text("utf-8-sig"),
    "docx": _docx,
    "pdf": _pdf,
}
