"""The second half of the walk: preview, sign-off, final export, the end of the day, and the next morning."""

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QLabel, QListWidget, QWidget

from models.report import Stage
from models.store import Store
from tests.walk.step import Step, amount_of, is_seen, text_of
from tests.walk.writing import go_to_tab, is_reckoned
from tests.walk.year import DATE, DOC_NUMBER, DRAFTER, FIGURES, MENDED, REASON, TEXTS, Year, opened


def preview(year: Year) -> None:
    """The printed pages beside the text."""
    go_to_tab(year, "measures")
    year.desk.press("F5")
    year.desk.wait(partial(is_seen, year, "preview_pages"), "the pages are shown")
    year.desk.wait(lambda: "页" in year.window.bar.counts.text(), "pages are counted")
    pages = year.desk.find(QWidget, "preview_pages")
    year.desk.wait(lambda: _ink(pages), "the page has been drawn")
    year.take("preview")


def sign_off(year: Year) -> None:
    """The papers to be signed, and a version frozen that nothing changes any more."""
    year.desk.click("signoff")
    year.desk.wait(partial(is_seen, year, "signoff_dialog"), "asked who drafted it")
    year.desk.fill("field:drafter", DRAFTER)
    year.desk.fill("field:signoff_folder", str(year.papers))
    year.take("signoff")
    year.desk.click("signoff_start")
    results = year.desk.find(QListWidget, "signoff_results")
    year.desk.wait(lambda: results.count() and results.isVisible(), "the papers are written")
    year.take("signoff_done")
    assert {"发文稿纸", "送审稿"} <= {word for file in year.papers.iterdir() for word in _words(file)}
    assert all(file.stat().st_size > 1000 for file in year.papers.iterdir())
    assert _frozen(year) == [Stage.REVIEW]
    year.desk.click("signoff_close")
    year.desk.wait(lambda: year.report.stage is Stage.REVIEW, "the report is a 送审稿")


def fill_in_number_and_date(year: Year) -> None:
    go_to_tab(year, "letterhead")
    for field, text in (("field:doc_number", DOC_NUMBER), ("field:date", DATE)):
        year.desk.fill(field, text)
        year.hands.press("Tab")
    year.desk.wait(lambda: year.report.letterhead.doc_number == DOC_NUMBER, "the number is in the report")
    year.desk.wait(lambda: "2027" in str(year.report.letterhead.date), "the date is in the report")
    year.take("number_and_date")


def export(year: Year) -> None:
    """Word, PDF, Excel and text, as the final version."""
    folder = year.papers / "定稿"
    year.desk.press("Ctrl+E")
    year.desk.wait(partial(is_seen, year, "export_dialog"), "asked what to export")
    year.desk.fill("field:folder", str(folder))
    year.desk.click("field:public")
    year.take("public")
    year.desk.click("field:internal")
    year.desk.find(QWidget, "field:stage").setFocus()
    year.desk.press("End")
    assert year.desk.find(QComboBox, "field:stage").currentText() == Stage.FINAL.value
    year.take("export")
    year.desk.click("export_start")
    results = year.desk.find(QListWidget, "export_results")
    year.desk.wait(lambda: results.count() and results.isVisible(), "the files are written")
    year.take("export_done")
    assert {file.suffix for file in folder.iterdir()} == {".docx", ".pdf", ".xlsx", ".txt"}
    text = next(folder.glob("*.txt")).read_text(encoding="utf-8-sig")
    assert all(one in text for one in (*TEXTS.values(), REASON, DOC_NUMBER, "180件"))
    assert _frozen(year) == [Stage.REVIEW, Stage.FINAL]
    year.desk.press("Esc")
    year.desk.wait(lambda: year.window.findChild(QDialog, "export_dialog") is None, "the dialog has closed")


def leave(year: Year) -> None:
    """The window closes without a question: there is nothing that is not saved."""
    window = year.window
    year.desk.choose("quit", look=partial(year.take, "quit"))
    year.desk.wait(lambda: not window.isVisible(), "the window has closed")
    assert QApplication.activeModalWidget() is None
    assert not list(year.data_dir.glob("*journal*"))
    window.safekeeping.finish()  # as the program does behind its event loop


def come_back(year: Year) -> None:
    """The next morning everything is there as it was left."""
    year.desk.window = window = opened(year.data_dir)
    year.desk.wait(window.isVisible, "the window is there")
    year.desk.wait(partial(is_seen, year, "report_list"), "the list is there")
    window.activateWindow()
    year.desk.wait(lambda: window.chosen_id == year.report_id, "the report is chosen")
    year.desk.wait(partial(is_reckoned, year), "the list says how far the reports are")
    assert "还没有备份" not in year.desk.find(QLabel, "backup_state").text()
    year.take("next_day")
    year.desk.press("Return")
    year.desk.wait(lambda: year.window.view, "the report is open")
    assert window.chosen_id == year.report_id
    assert all(text in text_of(year, key) for key, text in TEXTS.items())
    assert REASON in text_of(year, "shortcomings")
    wanted = {key: amount for key, (_, amount) in FIGURES.items()} | dict([MENDED])
    assert {key: amount_of(year, key) for key in FIGURES} == wanted
    assert year.report.letterhead.doc_number == DOC_NUMBER


PAPERS = (
    Step("预览", preview),
    Step("签批", sign_off),
    Step("填发文字号和日期", fill_in_number_and_date),
    Step("定稿导出", export),
    Step("退出", leave),
    Step("第二天再打开", come_back),
)


def _frozen(year: Year) -> list[Stage]:
    with Store.open(year.data_dir) as store:
        return [Stage(one.kind) for one in store.versions(year.report_id) if one.is_stage]


def _words(file: Path) -> list[str]:
    return [word for word in ("发文稿纸", "送审稿", "校对报告", "数据") if word in file.name]


def _ink(pages: QWidget) -> bool:
    """Whether something dark stands on the white page."""
    image = pages.grab().toImage()
    across = range(image.width() // 2 - 60, image.width() // 2 + 60)
    found = {image.pixelColor(x, y).lightness() for x in across for y in range(0, image.height(), 3)}
    return min(found) < 150 and max(found) > 250  # small type is grey
