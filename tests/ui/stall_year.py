"""The clerk's year under the watchdog: from the sample to next year's final papers, and out of the program."""

import shutil
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QCheckBox, QComboBox, QDialog, QTextEdit

from actions.mending import mended
from models.report import Stage
from tests.ui.stall_desk import (
    IS_SHORT,
    LOOK_MS,
    PAUSE_MS,
    SETTLE_MS,
    Desk,
    Step,
    go_to_figure,
    keys,
    press_here,
    type_digit,
    type_into,
)

NEXT = 2026
"""The year after the sample's."""
_SECTIONS, _FIGURES, _FILES = (1, 1, 2) if IS_SHORT else (3, 5, 12)
_WORDS, _DIGITS = ("听取。", "12") if IS_SHORT else ("全年听取汇报。", "1234")


def opening(desk: Desk) -> Iterator[Step]:
    from ui.after_paint import AT_LAST, FIRST, THEN

    yield Step(
        "first seconds",
        lambda: None,
        lambda: all(one in sys.modules for one in (*FIRST, *THEN, *AT_LAST)),
        500,
    )
    yield Step("open the sample", desk.press("open_sample"), desk.is_made(), LOOK_MS)


def rolling(desk: Desk) -> Iterator[Step]:
    yield Step("roll", desk.choose("roll"), desk.is_open("roll_dialog"))
    yield Step("open next year", desk.press("roll_ok"), desk.is_made(NEXT), LOOK_MS)
    yield Step("year words", lambda: None, desk.is_open("year_words_dialog"))
    yield desk.close("year_words_dialog")


def writing(desk: Desk) -> Iterator[Step]:
    for key in ("leadership", "measures", "plan")[:_SECTIONS]:
        yield Step(f"to {key}", desk.show_tab(key))
        yield from keys(desk, f"body:{key}:1", QTextEdit, _WORDS)


def figures(desk: Desk) -> Iterator[Step]:
    yield Step("to figures", desk.choose("figures"))
    for row in range(_FIGURES):
        yield Step("choose figure", partial(go_to_figure, desk, row))
        for key in _DIGITS:
            yield Step("type figure", partial(type_digit, desk, key), settle_ms=30)
        yield Step("enter figure", partial(press_here, Qt.Key.Key_Return))
        yield Step("pause after figure", lambda: None, settle_ms=PAUSE_MS)


def mending(desk: Desk) -> Iterator[Step]:
    yield Step("findings", desk.choose("findings"), desk.is_checked, LOOK_MS)
    for _ in range(3):
        yield Step("next finding", desk.choose("next"))
    yield Step("choose finding", partial(_choose_mendable, desk))
    yield Step("mend", partial(_mend, desk), desk.is_checked, PAUSE_MS)


def _mendable(desk: Desk) -> list[int]:
    """The rows of which a machine may mend what they are about."""
    report = desk.view.draft.report
    return [row for row, one in enumerate(desk.view.findings) if mended(report, one) is not None]


def _choose_mendable(desk: Desk) -> None:
    table = desk.find(QAbstractItemView, "findings_table")
    table.setCurrentIndex(table.model().index(_mendable(desk)[0], 0))


def _mend(desk: Desk) -> None:
    before = desk.view.draft.report
    desk.press("finding_mend")()
    assert desk.view.draft.report != before


def papers(desk: Desk) -> Iterator[Step]:
    yield Step("preview", desk.choose("preview"), settle_ms=LOOK_MS)
    yield Step("sign off", desk.choose("signoff"), desk.is_open("signoff_dialog"), 500)
    yield Step("folder", desk.into("field:signoff_folder", str(desk.folder / "签批")))
    yield Step("write pack", desk.press("signoff_start"), desk.has_files("signoff_results"), LOOK_MS)
    yield desk.close("signoff_dialog")
    yield Step("export", desk.choose("export"), desk.is_open("export_dialog"), LOOK_MS)
    yield Step("folder", desk.into("field:folder", str(desk.folder / "导出")))
    yield Step("stage", lambda: desk.find(QComboBox, "field:stage").setCurrentText(Stage.FINAL.value))
    for box in ("docx", "pdf", "xlsx", "txt"):
        yield Step("format", partial(_tick, desk, box))
    yield Step("write files", desk.press("export_start"), desk.has_files("export_results"), 500)
    yield desk.close("export_dialog")


def _tick(desk: Desk, key: str) -> None:
    """The pack has PDFs already, and departments were sent workbooks; Word and text are read in again afterwards."""
    desk.find(QCheckBox, f"field:format_{key}").setChecked(not IS_SHORT or key in ("docx", "txt"))


def importing(desk: Desk) -> Iterator[Step]:
    """One file, which is opened, and several, which are listed."""
    yield from _importing(desk, "open the imported", 1)
    yield from _importing(desk, "import several", _FILES)


def _importing(desk: Desk, name: str, count: int) -> Iterator[Step]:
    files = _copies(desk.folder, count)
    yield Step(
        name, lambda: desk.window.ways_in.import_files(files), desk.is_open("message"), LOOK_MS + SETTLE_MS
    )
    yield desk.close("message")


def _copies(folder: Path, count: int) -> list[Path]:
    """What was exported, so many times: Word and text by turns; Word, which takes longest to read, once if short."""
    kinds = (".txt",) if IS_SHORT and count > 1 else (".docx", ".txt")
    written = sorted(one for one in (folder / "导出").iterdir() if one.suffix in kinds)
    copies = []
    for number in range(count):
        source = written[number % len(written)]
        copies.append(folder / f"{number}{source.suffix}")
        shutil.copy(source, copies[-1])
    return copies


def leaving(desk: Desk) -> Iterator[Step]:
    yield Step("leave the report", desk.choose("list"), lambda: desk.window.view is None, 1_000)


def quitting(desk: Desk) -> Iterator[Step]:
    """With a report open and the last word not yet saved, as on most evenings."""
    yield Step("open again", desk.press("open_sample"), desk.is_made(), LOOK_MS)
    yield Step("last word", partial(type_into, desk, QTextEdit, "field:preamble", "了"), settle_ms=0)
    yield Step("quit", desk.choose("quit"), lambda: not desk.window.isVisible())
    assert desk.window.findChild(QDialog, "message") is None
