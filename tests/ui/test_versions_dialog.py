"""版本: old versions can be found, compared, named and taken back, and taking one back wipes nothing."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QDialog,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableView,
    QTextEdit,
    QWidget,
)

from models.errors import DamagedError
from models.letterhead import Letterhead
from models.report import Report, Stage
from models.store import Store
from models.version import Occasion, Version, content_hash, written_content
from tests.drafts import take_in
from tests.ui.conftest import Clerk
from ui.redline_row import RedlineRow

SENTENCES = ("第一句。", "第二句。", "第三句。", "还有。")


def state(count: int, stage: Stage = Stage.DRAFT) -> Report:
    """The report when so many sentences had been written."""
    words = "".join(SENTENCES[:count])
    return Report(
        2025, "county-regulation", stage=stage, letterhead=Letterhead(title="云岭县报告"), preamble=(words,)
    )


def kept(number: int, kind: str, name: str, report: Report) -> tuple[Version, Report]:
    moment = datetime.now().astimezone()
    found = content_hash(written_content(report))
    return Version(number, kind, name, moment, found, 1, 4 * number, 4 if number > 1 else -1), report


HISTORY = (
    kept(1, Occasion.NAMED, "会签前", state(1)),
    kept(2, Stage.REVIEW, "", state(2, Stage.REVIEW)),
    kept(3, Occasion.EXPORT, "", state(3)),
)


class Versions:
    """The dialog in a test's hands, over a report of three versions."""

    def __init__(self, clerk: Clerk) -> None:
        self.clerk = clerk
        self.store: Store = clerk.window.store
        self.id = take_in(self.store, state(4), HISTORY)
        clerk.window.open_report(self.id)

    def write(self, words: str) -> None:
        view = self.clerk.window.view
        view.draft.change("填写 开头语", replace(view.draft.report, preamble=(words,)))
        assert view.flush()

    @property
    def draft(self) -> Report:
        return self.clerk.window.view.draft.report

    def open(self) -> QDialog:
        self.clerk.find(QAction, "action:versions").trigger()
        dialog = self.dialog
        self.wait(lambda: self.table.model().rowCount() > 0)
        return dialog

    @property
    def dialog(self) -> QDialog:
        return self.clerk.find(QDialog, "versions_dialog")

    @property
    def table(self) -> QTableView:
        return self.clerk.find(QTableView, "versions_table")

    def labels(self) -> list[str]:
        model = self.table.model()
        return [model.index(row, 1).data() for row in range(model.rowCount())]

    def choose(self, *labels: str) -> None:
        table, model = self.table, self.table.model()
        rows = QItemSelectionModel.SelectionFlag.Rows | QItemSelectionModel.SelectionFlag.Select
        table.clearSelection()
        for label in labels:
            table.selectionModel().select(model.index(self.labels().index(label), 0), rows)

    def differs(self) -> str:
        """The differences, once they were reckoned."""
        heading = self.dialog.findChild(QLabel, "difference_heading")
        self.wait(lambda: "　" in heading.text())
        return self.dialog.findChild(QTextEdit, "difference").toPlainText()

    def heading(self) -> str:
        return self.dialog.findChild(QLabel, "difference_heading").text()

    def click(self, name: str) -> None:
        self.dialog.findChild(QPushButton, name).click()

    def named(self, kind: str) -> Version:
        return next(one for one in self.store.versions(self.id) if one.kind == kind)

    def find_paper(self, code: str) -> str:
        self.clerk.type(self.dialog.findChild(QLineEdit, "field:paper_code"), code)
        self.click("paper_find")
        said = self.dialog.findChild(QLabel, "paper_found")
        self.wait(lambda: bool(said.text()))
        return said.text()

    def wait(self, until: Callable[[], bool]) -> None:
        self.clerk.qtbot.waitUntil(until, timeout=30000)


@pytest.fixture
def versions(clerk: Clerk) -> Versions:
    return Versions(clerk)


def test_old_versions_are_listed_the_newest_first_with_time_kind_and_size(versions: Versions) -> None:
    versions.open()

    assert versions.labels() == ["导出前", "送审稿 第1稿", "会签前"]
    model = versions.table.model()
    shown = [model.index(0, column).data() for column in range(model.columnCount())]
    assert shown[0].startswith("今天 ")
    assert shown[1:] == ["导出前", "12", "4"]


def test_the_newest_is_compared_with_the_present_state_at_first(versions: Versions) -> None:
    versions.open()

    assert "还有。" in versions.differs()
    assert versions.heading().startswith("导出前（今天")
    assert versions.heading().endswith("→ 现稿　改了 1 处、3 字")


def test_any_two_are_compared_the_older_with_the_newer(versions: Versions) -> None:
    versions.open()
    versions.choose("导出前", "会签前")

    assert "第三句。" in versions.differs()
    assert "还有" not in versions.differs()
    assert versions.heading().index("会签前") < versions.heading().index("导出前")
    assert not versions.dialog.findChild(QPushButton, "version_restore").isEnabled()


def test_the_filter_leaves_what_was_signed_off_or_named(versions: Versions) -> None:
    versions.open()
    versions.click("versions_asked_for")
    assert versions.labels() == ["送审稿 第1稿", "会签前"]

    versions.click("versions_all")
    assert len(versions.labels()) == 3


def test_a_report_without_versions_says_how_they_come_about(drafting: Clerk) -> None:
    drafting.click("versions")
    words = drafting.find(QTextEdit, "difference")

    drafting.qtbot.waitUntil(lambda: "还没有版本" in words.toPlainText(), timeout=30000)


class TestRestoreWipesNoNewWork:
    def restore(self, versions: Versions, label: str) -> None:
        versions.open()
        versions.choose(label)
        versions.click("version_restore")
        versions.wait(lambda: versions.clerk.window.findChild(QDialog, "versions_dialog") is None)

    def test_the_new_work_becomes_a_version(self, versions: Versions) -> None:
        new_work = versions.draft

        self.restore(versions, "会签前")

        assert versions.draft.preamble == ("第一句。",)
        kept = versions.named(Occasion.RESTORE)
        assert versions.store.load_version(versions.id, kept.number) == new_work
        assert "恢复前" in versions.clerk.window.statusBar().currentMessage()

    def test_it_can_be_undone_and_says_what_is_undone(self, versions: Versions) -> None:
        new_work = versions.draft
        self.restore(versions, "会签前")
        undo = versions.clerk.find(QAction, "action:undo")
        assert undo.text() == "撤销 恢复到会签前"

        undo.trigger()

        assert versions.draft == new_work
        assert versions.clerk.window.view.flush()
        assert versions.store.load(versions.id) == new_work

    def test_what_was_restored_is_on_screen_and_stored(self, versions: Versions) -> None:
        self.restore(versions, "送审稿 第1稿")

        field = versions.clerk.find(QTextEdit, "field:preamble")
        assert field.toPlainText() == "第一句。第二句。"
        assert versions.clerk.window.view.flush()
        assert versions.store.load(versions.id).stage is Stage.REVIEW

    def test_it_keeps_its_stage_over_another_version_of_that_stage_and_so_does_the_way_back(
        self, versions: Versions
    ) -> None:
        view = versions.clerk.window.view
        view.draft.restore("签批", state(4, Stage.REVIEW))
        assert view.flush()

        self.restore(versions, "送审稿 第1稿")
        for do, count in ((lambda: None, 2), (view.undo, 4), (view.redo, 2)):
            do()
            assert view.flush()
            assert versions.store.load(versions.id) == versions.draft == state(count, Stage.REVIEW)

    def test_a_version_that_is_damaged_is_said_and_nothing_is_changed(
        self, versions: Versions, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def fail(_store: Store, _report_id: str, _number: int) -> Report:
            raise DamagedError("报告1的第1个版本")

        before = versions.draft
        versions.open()
        monkeypatch.setattr(Store, "load_version", fail)
        versions.click("version_restore")

        view = versions.clerk.window.view
        versions.wait(lambda: view.findChild(QDialog, "message") is not None)
        assert "已损坏" in view.findChild(QDialog, "message").text()  # type: ignore[attr-defined]
        assert versions.draft == before


def test_as_a_new_report_it_is_opened_and_the_old_one_stays(versions: Versions) -> None:
    before = versions.draft
    versions.open()
    versions.choose("送审稿 第1稿")
    versions.click("version_copy")
    versions.wait(lambda: len(versions.store.list()) == 2)
    versions.wait(lambda: versions.clerk.window.chosen_id != versions.id)

    assert versions.draft.preamble == ("第一句。第二句。",)
    assert versions.draft.stage is Stage.DRAFT
    assert versions.store.load(versions.id) == before


class TestNaming:
    def name(self, versions: Versions, words: str) -> None:
        dialog = versions.clerk.find(QDialog, "name_version_dialog")
        versions.clerk.type(dialog.findChild(QLineEdit, "field:version_name"), words)
        dialog.findChild(QPushButton, "dialog_ok").click()

    def test_the_present_state_is_kept_under_its_name(self, versions: Versions) -> None:
        versions.clerk.find(QAction, "action:name_version").trigger()
        self.name(versions, "送局长看的")

        versions.wait(lambda: len(versions.store.versions(versions.id)) == 4)
        kept = versions.store.versions(versions.id)[-1]
        assert (kept.kind, kept.name) == (Occasion.NAMED, "送局长看的")
        assert versions.store.load_version(versions.id, kept.number) == versions.draft
        bar = versions.clerk.window.statusBar()
        versions.wait(lambda: "已存为版本“送局长看的”" in bar.currentMessage())

    def test_without_a_name_it_is_called_by_hand_beside_its_time(self, versions: Versions) -> None:
        versions.open()
        versions.click("version_name")
        self.name(versions, "")

        versions.wait(lambda: len(versions.labels()) == 4)
        newest = versions.store.versions(versions.id)[-1]
        assert (newest.kind, newest.name) == (Occasion.NAMED, "")
        assert versions.labels()[0] == "手动"

    def test_what_is_in_the_field_still_is_in_the_version(self, versions: Versions) -> None:
        versions.clerk.type(versions.clerk.find(QTextEdit, "field:preamble"), "刚打的字。")
        versions.clerk.find(QAction, "action:name_version").trigger()
        self.name(versions, "刚才")

        versions.wait(lambda: len(versions.store.versions(versions.id)) == 4)
        assert versions.store.load_version(versions.id, 4).preamble == ("刚打的字。",)


class TestPaperCode:
    def test_the_code_on_a_paper_chooses_its_version(self, versions: Versions) -> None:
        signed = versions.named(Stage.REVIEW)
        versions.open()
        versions.click("versions_asked_for")

        assert "就是选中的这一版" in versions.find_paper(signed.short_hash.upper())

        versions.clerk.qtbot.waitUntil(lambda: versions.heading().startswith("送审稿 第1稿"), timeout=30_000)

    def test_a_key_that_is_held_leaves_the_choice_alone(self, versions: Versions) -> None:
        signed = versions.named(Stage.REVIEW)
        versions.open()
        versions.click("versions_asked_for")
        held, line = Qt.Key.Key_Control, versions.clerk.find(QLineEdit, "field:paper_code")
        QTest.keyPress(line, held, Qt.KeyboardModifier.ControlModifier)
        try:
            assert versions.find_paper(signed.short_hash)
            versions.wait(lambda: versions.heading().startswith("送审稿 第1稿"))
        finally:
            QTest.keyRelease(line, held)

    def test_a_paper_of_another_report_leads_there(self, versions: Versions) -> None:
        other = versions.store.create(replace(versions.draft, year=2023))
        signed = versions.store.keep(other, Stage.FINAL)
        versions.open()

        assert "2023年度" in versions.find_paper(signed.short_hash)
        versions.click("paper_open")

        assert versions.clerk.window.chosen_id == other
        versions.wait(lambda: versions.labels() == ["定稿 第1稿"])

    def test_a_paper_in_the_trash_is_named_and_not_opened(self, versions: Versions) -> None:
        other = versions.store.create(replace(versions.draft, year=2023))
        signed = versions.store.keep(other, Stage.FINAL)
        versions.store.trash(other)
        versions.open()

        assert "回收站" in versions.find_paper(signed.short_hash)
        assert versions.dialog.findChild(QPushButton, "paper_open").isHidden()

    def test_what_is_not_found_or_too_short_is_said(self, versions: Versions) -> None:
        versions.open()

        assert "至少写4个字符" in versions.find_paper("3f")
        said = versions.dialog.findChild(QLabel, "paper_found")
        versions.clerk.type(versions.dialog.findChild(QLineEdit, "field:paper_code"), "0000000000")
        versions.click("paper_find")
        versions.wait(lambda: "没有编码以“0000000000”开头" in said.text())


def test_a_redline_is_written_of_the_states_that_are_shown(
    versions: Versions, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple] = []
    monkeypatch.setattr(RedlineRow, "ask", lambda _row, *wanted: asked.append(wanted))
    versions.open()
    versions.choose("送审稿 第1稿")
    versions.click("version_redline")
    versions.choose("送审稿 第1稿", "会签前")
    versions.click("version_redline")

    signed, named = versions.named(Stage.REVIEW), versions.named(Occasion.NAMED)
    assert [labels for _, labels, _ in asked] == [(signed.trace, "现稿"), (named.trace, signed.trace)]
    assert [time for _, _, time in asked] == [None, signed.time]
    assert asked[0][0]()[1] == versions.draft
    assert [one.preamble for one in asked[1][0]()] == [("第一句。",), ("第一句。第二句。",)]


def test_the_keyboard_alone_is_enough(versions: Versions) -> None:
    press = versions.clerk.qtbot.keyClick
    dialog = versions.open()
    assert versions.table.currentIndex().row() == 0

    press(versions.table, Qt.Key.Key_Down)
    assert "第三句" in versions.differs()
    press(versions.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert len(versions.table.selectionModel().selectedRows()) == 2
    press(dialog, Qt.Key.Key_Escape)

    assert versions.clerk.window.findChild(QDialog, "versions_dialog") is None


def test_everything_in_the_dialog_has_a_name(versions: Versions) -> None:
    dialog = versions.open()

    nameless = [
        (type(widget).__name__, widget.objectName())
        for widget in dialog.findChildren(QWidget)
        if isinstance(widget, QAbstractButton | QLineEdit | QAbstractItemView | QTextEdit)
        and not widget.objectName().startswith("qt_")
        and not (widget.objectName() and widget.accessibleName())
    ]
    assert nameless == []
