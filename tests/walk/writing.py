"""The first half of the walk: from an empty window to a report without errors."""

from functools import partial

from PySide6.QtCore import QAbstractItemModel
from PySide6.QtWidgets import QDialog, QTabBar, QTableView, QWidget

from checks import Level
from models.report import Stage
from tests.walk.step import Step, amount_of, cell, is_seen, stored_text, text_of
from tests.walk.year import FIGURES, MENDED, REASON, TEXTS, Year

_FACES = ("preview", "last_year", "guidance", "findings")


def start(year: Year) -> None:
    """The first time: four ways in, and the tour offers itself."""
    year.desk.wait(partial(is_seen, year, "tour_begin"), "the tour is offered")
    year.take("start_empty")
    assert year.window.view is None
    assert year.desk.find(QTableView, "report_list").model().rowCount() == 0
    year.desk.click("tour_later")
    year.desk.wait(lambda: not is_seen(year, "tour"), "the offer has gone")


def open_sample(year: Year) -> None:
    year.desk.click("open_sample")
    year.desk.wait(lambda: year.window.view, "the sample is open")
    assert year.report.year == 2025
    assert "云岭县" in year.window.windowTitle()
    year.desk.wait(partial(is_seen, year, "field:title"), "its letterhead is on screen")
    year.take("letterhead")


def roll(year: Year) -> None:
    """Next year's report: the texts marked, this year's amounts empty, last year's in their column."""
    sample = year.window.chosen_id
    year.desk.press("Ctrl+O")
    year.desk.wait(lambda: year.window.view is None, "the list is shown")
    year.desk.wait(partial(is_reckoned, year), "the list says how far the report is")
    year.take("start")
    year.desk.click("roll_report")
    year.desk.wait(partial(is_seen, year, "roll_dialog"), "asked how to carry over")
    year.take("roll")
    year.desk.press("Return")
    year.desk.wait(partial(is_seen, year, "year_words_dialog"), "the words to look at are listed")
    year.report_id = year.window.chosen_id
    assert year.report_id != sample
    assert (year.report.year, year.report.stage) == (2026, Stage.DRAFT)
    assert amount_of(year, "fy_apply") == ""
    assert year.report.figure("fy_apply").last.surface == "164"
    year.take("year_words")


def replace_year_words(year: Year) -> None:
    year.desk.click("year_words_replace")
    year.desk.wait(lambda: year.report.preamble[0].startswith("2026年"), "the opening words say this year")
    year.desk.click("year_words_close")
    year.desk.wait(lambda: year.window.findChild(QDialog, "year_words_dialog") is None, "the list has closed")


def edit_sections(year: Year) -> None:
    """A sentence in each of three parts; nobody presses a button to save, and everything is on the disk."""
    for key, text in TEXTS.items():
        go_to_tab(year, key)
        write_behind(year, f"body:{key}:1", text)
        year.desk.wait(partial(_has, year, key, text), f"{key} has its sentence")
        if key == "measures":
            _look_beside(year)
            continue
        year.desk.wait(lambda: year.view.draft.is_saved, f"{key} is saved")
        year.take(key)
    year.desk.wait(lambda: all(text in stored_text(year) for text in TEXTS.values()), "all is stored")


def change_figures(year: Year) -> None:
    """Five amounts; the sentences that quote them say the new ones."""
    go_to_tab(year, "figures")
    for name, amount in FIGURES.values():
        type_figure(year, name, amount)
    assert {key: amount_of(year, key) for key in FIGURES} == {key: one[1] for key, one in FIGURES.items()}
    assert cell(year.desk.find(QTableView, "figures_table"), "行政复议申请", "引用处").data()
    year.take("figures")
    year.desk.click("figures_face:charts")
    year.desk.wait(partial(is_seen, year, "figures_chart"), "the charts are shown")
    year.take("charts")
    year.desk.click("figures_face:table")


def fix_findings(year: Year) -> None:
    """What is wrong is listed; a double click leads there, and what was mended is listed no more."""
    year.desk.press("F7")
    year.desk.wait(lambda: {"COM02", "V40"} <= rules(year), "the missing reason and the wrong sum are found")
    year.take("checking")
    row = next(row for row, one in enumerate(year.view.findings) if one.rule == "COM02")
    year.desk.click_cell("findings_table", row, 1, times=2)
    year.desk.wait(lambda: year.view.late_pages.key == "shortcomings", "led to the part")
    write_behind(year, "body:shortcomings:1", REASON)
    go_to_tab(year, "figures")
    type_figure(year, FIGURES[MENDED[0]][0], MENDED[1])
    year.desk.press("F7")
    year.desk.wait(lambda: not {"COM02", "V40"} & rules(year), "neither is found any more")
    assert not [one for one in year.view.findings if one.level is Level.ERROR]
    year.take("checking_done")


WRITING = (
    Step("打开程序", start),
    Step("打开示例", open_sample),
    Step("从上年结转", roll),
    Step("替换年份和时效词", replace_year_words),
    Step("写三个部分", edit_sections),
    Step("改五个数字", change_figures),
    Step("改好校对出来的问题", fix_findings),
)


def rules(year: Year) -> set[str]:
    """The rules of which something is found now."""
    return {one.rule for one in year.view.findings}


def is_reckoned(year: Year) -> bool:
    """Whether the list says of every report how far it is."""
    model = year.desk.find(QTableView, "report_list").model()
    rows = range(model.rowCount())
    return all(any("/" in one for one in _words(model, row)) for row in rows)


def go_to_tab(year: Year, key: str) -> None:
    """Press the tab's key."""
    number = list(year.view.late_pages.names).index(key) + 1
    year.desk.press(f"Ctrl+{number}")
    year.desk.wait(lambda: year.view.late_pages.key == key, f"{key} is shown")


def write_behind(year: Year, field: str, text: str) -> None:
    """Click in a text and write at its end."""
    year.desk.click(field)
    year.desk.wait(year.desk.find(QWidget, field).hasFocus, f"the keyboard is in {field}")
    year.hands.press("Ctrl+End")
    year.desk.write(text)


def type_figure(year: Year, name: str, amount: str) -> None:
    """Click in this year's cell, type, Return."""
    table = year.desk.find(QTableView, "figures_table")
    here = cell(table, name, "本年")
    year.desk.click_cell("figures_table", here.row(), here.column())
    year.desk.wait(lambda: table.currentIndex() == cell(table, name, "本年"), f"the cell of {name} is chosen")
    year.desk.write(amount)
    year.hands.press("Return")
    year.desk.wait(lambda: cell(table, name, "本年").data() == amount, f"{name} is {amount}")


def _look_beside(year: Year) -> None:
    """Last year's text and the guidance, in the pane beside."""
    year.desk.press("F6")
    year.desk.wait(partial(is_seen, year, "side_pane"), "the pane is shown")
    for face, picture in (("last_year", "writing"), ("guidance", "guidance")):
        bar = year.desk.find(QTabBar, "side_faces")
        year.hands.click(bar, bar.tabRect(_FACES.index(face)).center())
        year.desk.wait(partial(is_seen, year, f"{face}_face"), f"{face} is shown")
        year.take(picture)
    year.desk.press("F6")
    year.desk.wait(lambda: not is_seen(year, "side_pane"), "the pane is away")


def _has(year: Year, section: str, text: str) -> bool:
    return text in text_of(year, section)


def _words(model: QAbstractItemModel, row: int) -> list[str]:
    return [str(model.index(row, column).data() or "") for column in range(model.columnCount())]
