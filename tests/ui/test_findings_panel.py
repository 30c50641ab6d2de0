"""校对: what is wrong, where, by which source, and the way there."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QPushButton,
    QTabBar,
    QTableView,
    QTabWidget,
    QTextEdit,
    QWidget,
)

import checks
from models.report import Item, Report, Section
from models.template import template
from tests.ui.conftest import Clerk
from ui.finding_details import FindingDetails
from ui.findings_model import SIGNS, FindingsModel
from ui.section_names import place_name
from ui.side_pane import SidePane


def test_the_panel_is_hidden_until_it_is_asked_for(drafting: Clerk) -> None:
    table = drafting.find(QTableView, "findings_table")
    assert not table.isVisible()

    drafting.click("findings")

    assert table.isVisible()


def test_every_finding_has_its_row(drafting: Clerk) -> None:
    drafting.click("findings")
    report = drafting.window.view.draft.report
    model = drafting.find(QTableView, "findings_table").model()

    rows = [
        tuple(model.index(row, column).data() for column in range(model.columnCount()))
        for row in range(model.rowCount())
    ]

    found = checks.run(report, template(report.template))
    assert found
    assert rows == [
        (
            SIGNS[one.level],
            place_name(report, template(report.template), one.section, one.item),
            one.message,
        )
        for one in found
    ]


def test_return_leads_to_the_place(drafting: Clerk) -> None:
    drafting.click("findings")
    tabs, table = drafting.find(QTabWidget, "report_tabs"), drafting.find(QTableView, "findings_table")
    findings = checks.run(
        drafting.window.view.draft.report, template(drafting.window.view.draft.report.template)
    )
    row = next(row for row, one in enumerate(findings) if one.section == "plan")
    table.setCurrentIndex(table.model().index(row, 0))

    drafting.qtbot.keyClick(table, Qt.Key.Key_Return)

    assert tabs.currentWidget().objectName() == "tab:plan"


def test_findings_follow_the_text(drafting: Clerk) -> None:
    drafting.click("findings")
    model = drafting.find(QTableView, "findings_table").model()
    before = model.rowCount()

    for key in ("leadership", "measures", "plan", "other"):
        drafting.click(f"first_item:{key}")
        drafting.type(drafting.find(QTextEdit, f"body:{key}:1"), "内容。")

    drafting.qtbot.waitUntil(lambda: model.rowCount() == before - 4, timeout=10000)


def test_items_are_named_as_they_are_counted(clerk: Clerk) -> None:
    clerk.click("open_sample")
    report = clerk.window.view.draft.report

    name = place_name(report, template(report.template), "measures", (5, 1))

    assert name.startswith("一 举措成效（五）")
    assert place_name(report, template(report.template), "", ()) == "全文"


def go(clerk: Clerk, rule: str, section: str) -> None:
    clerk.click("findings")
    table = clerk.find(QTableView, "findings_table")
    report = clerk.window.view.draft.report
    findings = checks.run(report, template(report.template))
    row = next(row for row, one in enumerate(findings) if (one.rule, one.section) == (rule, section))
    table.setCurrentIndex(table.model().index(row, 0))
    clerk.qtbot.keyClick(table, Qt.Key.Key_Return)


def test_a_missing_field_is_led_to(drafting: Clerk) -> None:
    go(drafting, "COM03", "letterhead")

    assert drafting.window.focusWidget().objectName() == "field:addressees"


def test_an_empty_section_is_led_to_its_first_text(drafting: Clerk) -> None:
    go(drafting, "COM01", "plan")

    assert drafting.window.focusWidget().objectName() == "body:plan:0"


def test_the_pane_leaves_the_text_its_room(clerk: Clerk) -> None:
    clerk.click("open_sample")
    clerk.window.resize(911, 512)
    clerk.click("findings")

    assert 0 < clerk.find(QWidget, "side_pane").width() <= clerk.window.view.width() * 0.45


def begin_carried(clerk: Clerk) -> None:
    """A report with a year that is last year's in a carried item."""
    item = Item("评查", ("2024年，全县开展评查。",), is_carried=True)
    report = Report(
        2025,
        "county-regulation",
        sections=(Section("measures", "举措", items=(item,)), Section("plan", "安排", ("明年。",))),
        reference_year=2024,
    )
    clerk.window.open_report(clerk.window.store.create(report))
    clerk.window.view.show_findings()
    clerk.wait_for_findings()


def model_of(clerk: Clerk) -> FindingsModel:
    model = clerk.find(QTableView, "findings_table").model()
    assert isinstance(model, FindingsModel)
    return model


def choose(clerk: Clerk, rule: str) -> None:
    table = clerk.find(QTableView, "findings_table")
    row = next(n for n, one in enumerate(model_of(clerk).rows) if one.finding.rule == rule)
    table.setCurrentIndex(table.model().index(row, 0))


def rules(clerk: Clerk) -> list[str]:
    return [one.finding.rule for one in model_of(clerk).rows]


def test_a_mechanical_one_is_mended_in_one_step(clerk: Clerk) -> None:
    begin_carried(clerk)
    choose(clerk, "CAR03")
    before = clerk.window.view.draft.report
    assert clerk.find(QPushButton, "finding_mend").text() == "改为“2025年”"

    clerk.click("finding_mend")
    clerk.wait_for_findings()

    assert "CAR03" not in rules(clerk)
    assert clerk.window.view.draft.report.section("measures").items[0].paragraphs == (
        "2025年，全县开展评查。",
    )
    clerk.window.view.undo()
    assert clerk.window.view.draft.report == before


def test_advice_has_no_button_that_would_write_it_into_the_text(clerk: Clerk) -> None:
    begin_carried(clerk)
    choose(clerk, "CAR01")

    assert clerk.find(QPushButton, "finding_mend").isHidden()
    assert clerk.find(QPushButton, "findings_link").isHidden()


def test_going_to_the_next_one_says_it_where_the_list_is_out_of_sight(clerk: Clerk) -> None:
    begin_carried(clerk)
    clerk.window.view.toggle_pane()
    assert not clerk.find(QTableView, "findings_table").isVisible()

    clerk.window.view.go_to_finding(1)

    said = clerk.window.statusBar().currentMessage()
    assert said in [one.finding.message for one in model_of(clerk).rows]


def test_what_is_wrong_in_a_heading_is_selected_there(clerk: Clerk) -> None:
    titled = Section("measures", "2024年度的举措", items=(Item("2024年的评查", ("开展评查。",)),))
    report = Report(2025, "county-regulation", sections=(titled,))
    clerk.window.open_report(clerk.window.store.create(report))
    go = clerk.window.view._go_to_finding

    go("measures", (), "2024年度")
    assert clerk.find(QLineEdit, "field:section_title:measures").selectedText() == "2024年度"
    go("measures", (1,), "2024年")
    assert clerk.find(QLineEdit, "heading:measures:1").selectedText() == "2024年"
    assert clerk.window.focusWidget() is clerk.find(QLineEdit, "heading:measures:1")


def test_what_is_ignored_has_its_own_list_and_comes_back(clerk: Clerk) -> None:
    begin_carried(clerk)
    choose(clerk, "CAR01")
    there = rules(clerk)
    details = clerk.find(FindingDetails, "finding_details")

    details.ignore_wanted.emit(model_of(clerk).rows[there.index("CAR01")].finding, "属实")
    assert rules(clerk) == [one for one in there if one != "CAR01"]
    assert clerk.window.view.draft.undo_words.startswith("忽略")

    clerk.click("findings_show:ignored")
    assert rules(clerk) == ["CAR01"]
    assert any("属实" in one.text() for one in details.findChildren(QLabel))
    clerk.click("finding_heed")
    clerk.click("findings_show:ignored")
    assert rules(clerk) == there


def test_chips_leave_only_one_level_or_one_part(clerk: Clerk) -> None:
    begin_carried(clerk)
    everything = rules(clerk)
    clerk.click("findings_show:error")
    model = model_of(clerk)
    assert {one.finding.level for one in model.rows} == {checks.Level.ERROR}

    clerk.click("findings_show:error")
    clerk.window.view.reveal("measures", ())
    clerk.click("findings_show:here")
    assert {one.finding.section for one in model.rows} == {"measures"}

    clerk.click("findings_show:here")
    assert rules(clerk) == everything


def test_the_faces_name_carries_the_count(clerk: Clerk) -> None:
    begin_carried(clerk)
    names = clerk.find(SidePane, "side_pane").findChild(QTabBar, "side_faces")

    assert names.tabText(3) == f"校对 {len(rules(clerk))}"


def test_rows_are_as_high_as_their_texts(clerk: Clerk) -> None:
    begin_carried(clerk)
    QApplication.processEvents()  # rows are measured when they are to be painted
    table = clerk.find(QTableView, "findings_table")
    room = table.columnWidth(2) - 20
    for row in range(table.model().rowCount()):
        words = table.model().index(row, 2).data()
        wanted = table.fontMetrics().boundingRect(0, 0, room, 9999, Qt.TextFlag.TextWordWrap, words).height()
        assert table.rowHeight(row) >= wanted


def test_rows_grow_with_their_letters(clerk: Clerk) -> None:
    begin_carried(clerk)
    QApplication.processEvents()
    table = clerk.find(QTableView, "findings_table")
    before = table.sizeHintForRow(0)
    larger = table.font()
    larger.setPointSizeF(2 * larger.pointSizeF())

    table.setFont(larger)

    assert table.sizeHintForRow(0) > 1.5 * before
