"""What comes from others, for the manual: departments' workbooks, last year's Word file; and where a report goes."""

import shutil
from functools import partial
from pathlib import Path

import docx
from PySide6.QtWidgets import QAbstractItemView, QFileDialog, QLabel, QMessageBox

from actions.collecting import collect
from actions.exporting import export_report
from actions.sample import sample_report
from models.report import Report
from tests.actions.returned_workbooks import set_cell
from tests.walk.step import is_seen, leave
from tests.walk.year import Year

_RETURNED = {"fy_apply": 182, "fy_accept": 166, "fy_closed": 150, "fy_pending": 16}
"""What 县司法局 fills in; the third is what the report says already."""
_MENDED = ("fy_apply", 181)
_DEPARTMENT = "县司法局"


def take_workbooks_in(year: Year) -> None:
    """A department's workbook and its correction: what would change, and where the two do not agree."""
    folder = _returned(year.report, year.papers / "收回的采集表")
    year.desk.choose("merge")
    year.desk.wait(partial(is_seen, year, "merge_dialog"), "the dialog is shown")
    year.desk.click("merge_folder")
    _choose(year, "merge_choice", folder)
    table = year.desk.find(QAbstractItemView, "merge_table")
    year.desk.wait(table.model().rowCount, "old and new are listed")
    assert "读了 2 个文件" in year.desk.find(QLabel, "merge_status").text()
    year.take("merge")
    leave(year, "merge_dialog")


def import_word(year: Year) -> None:
    """From the list: the Word file becomes a report that is opened; what was read and what was not is said over it."""
    file = _word_file(year.papers / "去年")
    year.desk.press("Ctrl+I")
    _choose(year, "import_dialog", file)
    year.desk.wait(partial(is_seen, year, "message"), "what was read is said")
    assert "页眉" in year.desk.find(QMessageBox, "message").informativeText()
    assert year.view.draft.report.year == 2025
    assert year.view.draft.report.figures
    year.take("import")
    leave(year, "message")


def throw_away(year: Year) -> None:
    """Deleted by a key from the list, the report lies in the trash."""
    year.desk.press("Ctrl+O")
    year.desk.wait(partial(is_seen, year, "report_list"), "the list is shown")
    year.hands.press("Delete")
    year.desk.wait(partial(is_seen, year, "notice_undo"), "it has gone, and could be taken back")
    year.desk.click("notice_trash")
    year.desk.wait(partial(is_seen, year, "trash_dialog"), "the trash is shown")
    assert year.desk.find(QAbstractItemView, "trash_list").model().rowCount() == 1
    year.take("trash")
    leave(year, "trash_dialog")


def _returned(report: Report, folder: Path) -> Path:
    files = collect(report, folder).files
    filled = next(file for file in files if _DEPARTMENT in file.name)
    for other in files:
        if other is not filled:
            other.unlink()
    for indicator, amount in _RETURNED.items():
        set_cell(filled, indicator, "本年", amount)
    mended = folder / f"{_DEPARTMENT}（更正）.xlsx"
    shutil.copy(filled, mended)
    set_cell(mended, _MENDED[0], "本年", _MENDED[1])
    return folder


def _word_file(folder: Path) -> Path:
    """Last year's report as an office has it: with a running head of its own."""
    folder.mkdir()
    (written,) = export_report(sample_report(), folder, ["docx"]).files
    document = docx.Document(str(written))
    document.sections[0].header.paragraphs[0].text = "内部资料，注意保存"
    file = folder / "2025年法治政府建设年度报告.docx"
    document.save(str(file))
    return file


def _choose(year: Year, name: str, place: Path) -> None:
    """The dialog that asks for files is the system's own; only what it answers is ours."""
    year.desk.wait(partial(is_seen, year, name), f"{name} asks")
    chooser = year.desk.find(QFileDialog, name)
    chooser.filesSelected.emit([str(place)])
    chooser.done(0)
