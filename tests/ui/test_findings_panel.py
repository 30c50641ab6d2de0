"""校对: what is wrong, where, by which source, and the way there."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTableView, QTabWidget, QTextEdit, QWidget

import checks
from models.template import template
from tests.ui.conftest import Clerk
from ui.section_names import place_name


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
            one.level.label,
            place_name(report, template(report.template), one.section, one.item),
            one.message,
            one.suggestion or "",
            one.source,
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
