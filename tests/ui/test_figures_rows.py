"""What the table of figures shows: groups that fold, chips that count, rows that stay under the hands."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from models.judging import Judgement, Verdict
from models.quantity import Quantity
from models.relation import Relation
from models.report import Figure
from models.stored import Stored
from tests.ui.hands import Hands
from tests.ui.tab_desk import FiguresDesk, figures_desk
from tests.ui.test_figures_tab import put
from tests.ui.test_walk import cell
from ui import look
from ui.draft import Draft
from ui.figures_columns import VALUE
from ui.figures_model import FiguresModel
from ui.figures_rows import IS_HEAD, FiguresRows, Grouping, Show
from ui.figures_table import FiguresTable

BROKEN = Judgement(
    Relation("X", "去向之和", "fy_apply == fy_closed"), Verdict.FAILS, "20 ≠ 179", "去向之和与申请数对不上。"
)


def table(clerk: Hands) -> FiguresTable:
    return clerk.find(FiguresTable, "figures_table")


def names(model) -> list[str]:
    every = [model.index(row, 0) for row in range(model.rowCount())]
    return [index.data() for index in every if not index.data(IS_HEAD)]


def heads(model) -> list[str]:
    every = [model.index(row, 0) for row in range(model.rowCount())]
    return [index.data() for index in every if index.data(IS_HEAD)]


@pytest.fixture
def known(qtbot: QtBot) -> FiguresDesk:
    """A report that quotes one figure without an amount, and was carried over with another."""
    desk = figures_desk(qtbot)
    draft = desk.draft
    report = replace(draft.report, preamble=("申请{{fy_apply}}件，审结{{fy_closed}}件。",))
    report = report.with_figure(Figure("fy_closed", Quantity("20"), is_carried=True))
    report = report.with_figure(Figure("fy_accept", last=Quantity("8"), is_carried=True))
    draft.change("写", report)
    desk.tab.reveal("")
    qtbot.waitUntil(lambda: chip(desk, Show.MISSING).endswith("2"))
    return desk


def chip(clerk: Hands, show: Show) -> str:
    return clerk.find(QPushButton, f"figures_show:{show.name.lower()}").text()


def choose(clerk: Hands, show: Show) -> list[str]:
    clerk.click(f"figures_show:{show.name.lower()}")
    return names(table(clerk).model())


def test_the_chips_count_and_show_what_is_missing_and_what_was_carried_over(known: FiguresDesk) -> None:
    assert [chip(known, one) for one in (Show.MISSING, Show.CARRIED, Show.TROUBLE)] == [
        "缺 2",
        "待更新 2",
        "矛盾 0",
    ]
    assert choose(known, Show.MISSING) == ["行政复议申请", "受理行政复议案件"]
    assert choose(known, Show.CARRIED) == ["受理行政复议案件", "审结行政复议案件"]
    assert choose(known, Show.USED) == ["行政复议申请", "受理行政复议案件", "审结行政复议案件"]


def test_chips_and_search_go_together(known: FiguresDesk) -> None:
    choose(known, Show.CARRIED)
    known.type(known.find(QLineEdit, "figures_filter"), "审结")

    assert names(table(known).model()) == ["审结行政复议案件"]


def test_a_row_that_fits_no_longer_stays_until_the_chip_is_chosen_anew(known: FiguresDesk) -> None:
    choose(known, Show.MISSING)
    put(known, "行政复议申请", "本年", "179")
    known.qtbot.waitUntil(lambda: chip(known, Show.MISSING) == "缺 1")

    assert names(table(known).model()) == ["行政复议申请", "受理行政复议案件"]
    assert choose(known, Show.MISSING) == ["受理行政复议案件"]


def test_an_arrow_key_goes_to_the_next_chip_and_space_chooses_it(known: FiguresDesk) -> None:
    choose(known, Show.ALL)
    first = known.find(QPushButton, "figures_show:all")
    first.setFocus()
    known.qtbot.waitUntil(first.hasFocus)
    known.qtbot.keyClick(first, Qt.Key.Key_Right)
    second = known.find(QPushButton, "figures_show:used")
    assert second.hasFocus()
    known.qtbot.keyClick(second, Qt.Key.Key_Space)

    assert len(names(table(known).model())) == 3


def test_a_head_names_section_topic_and_department_and_counts_its_amounts(known: FiguresDesk) -> None:
    choose(known, Show.USED)
    (head,) = heads(table(known).model())

    assert all(word in head for word in ("举措成效", "复议", "县司法局", "1/3"))
    put(known, "行政复议申请", "本年", "179")
    assert "2/3" in heads(table(known).model())[0]


def test_rows_are_put_together_by_department_or_not_at_all(known: FiguresDesk) -> None:
    put(known, "行政复议申请", "来源单位", "县人民法院")
    choose(known, Show.USED)
    box = known.find(QComboBox, "figures_grouping")

    box.setCurrentText(Grouping.DEPARTMENT)
    assert [head.split("　")[0] for head in heads(table(known).model())] == ["▾ 县人民法院", "▾ 县司法局"]
    box.setCurrentText(Grouping.NONE)
    assert heads(table(known).model()) == []


def test_return_on_a_head_folds_its_group_and_opens_it_again(known: FiguresDesk) -> None:
    choose(known, Show.USED)
    view = table(known)
    view.setCurrentIndex(view.model().index(0, 0))
    known.qtbot.keyClick(view, Qt.Key.Key_Return)
    assert names(view.model()) == []
    assert view.currentIndex().row() == 0

    known.qtbot.keyClick(view, Qt.Key.Key_Return)
    assert len(names(view.model())) == 3


def test_going_to_a_figure_opens_the_group_it_is_folded_in(known: FiguresDesk) -> None:
    choose(known, Show.USED)
    view = table(known)
    view.setCurrentIndex(view.model().index(0, 0))
    known.qtbot.keyClick(view, Qt.Key.Key_Return)

    known.tab.reveal("fy_closed")

    assert view.currentIndex() == cell(view, "审结行政复议案件", "本年")


def test_return_and_paste_pass_over_heads(known: FiguresDesk) -> None:
    put(known, "行政复议申请", "来源单位", "县人民法院")
    known.find(QComboBox, "figures_grouping").setCurrentText(Grouping.DEPARTMENT)
    choose(known, Show.USED)
    view = table(known)
    view.setCurrentIndex(cell(view, "行政复议申请", "本年"))
    QApplication.clipboard().setText("179\n30\n")
    view.paste()

    assert [cell(view, name, "本年").data() for name in ("行政复议申请", "受理行政复议案件")] == ["179", "30"]


def test_the_current_row_stays_current_when_the_rows_are_arranged_anew(known: FiguresDesk) -> None:
    view = table(known)
    choose(known, Show.ALL)
    view.setCurrentIndex(cell(view, "审结行政复议案件", "上年"))
    choose(known, Show.USED)

    assert view.currentIndex() == cell(view, "审结行政复议案件", "上年")


@pytest.fixture
def model(known: FiguresDesk) -> FiguresModel:
    made = FiguresModel(Draft(Stored(known.draft.report, 1, "")))
    made.judge((BROKEN,))
    return made


def test_a_figure_in_a_broken_relation_is_told_and_found_by_its_chip(model: FiguresModel) -> None:
    draft = Draft(Stored(model._draft.report, 1, ""))
    rows = FiguresRows(model, draft)
    rows.show_only(Show.TROUBLE)

    assert names(rows) == ["行政复议申请", "审结行政复议案件"]
    tip = model.index(model.row_of("fy_closed"), VALUE).data(Qt.ItemDataRole.ToolTipRole)
    assert "去向之和：20 ≠ 179" in tip


def test_the_line_below_says_what_is_wrong_with_the_current_row(known: FiguresDesk) -> None:
    tab = known.tab
    known.tab.reveal("fy_apply")
    tab._judge((BROKEN,))
    assert "对不上" in tab._status.text()

    known.tab.reveal("fy_accept")
    assert "对不上" not in tab._status.text()


def contrast(one, other) -> float:
    def light(colour) -> float:
        parts = (colour.redF(), colour.greenF(), colour.blueF())
        linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    high, low = sorted((light(one), light(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("is_dark", [False, True])
def test_every_text_on_a_tinted_row_can_be_read(model: FiguresModel, is_dark: bool) -> None:
    app = QApplication.instance()
    before = app.palette()
    palette = app.palette()
    if is_dark:
        for role, colour in (
            ("Window", "#2b2b2b"),
            ("Base", "#1f1f1f"),
            ("WindowText", "#e6e6e6"),
            ("Text", "#e6e6e6"),
        ):
            palette.setColor(getattr(palette.ColorRole, role), colour)
    app.setPalette(palette)
    try:
        for key in ("fy_apply", "fy_closed", "fy_accept"):
            row = model.row_of(key)
            for column in range(model.columnCount()):
                index = model.index(row, column)
                ink = index.data(Qt.ItemDataRole.ForegroundRole) or palette.text().color()
                ground = index.data(Qt.ItemDataRole.BackgroundRole) or palette.base().color()
                assert contrast(ink, ground) >= 4.5
        assert look.is_dark(palette) is is_dark
    finally:
        app.setPalette(before)
