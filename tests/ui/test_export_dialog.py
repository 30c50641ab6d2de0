"""导出: every format has its box, nothing is forbidden, failures are said in words."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QRadioButton,
    QTabWidget,
    QWidget,
)

from exporters import EXPORTERS
from tests.exporters.fonts.made_fonts import made_font, save
from tests.ui.conftest import Clerk
from tests.ui.hands import Hands
from tests.ui.leaving_desk import LeavingDesk
from ui import file_manager
from ui.declared_settings import PROFILE
from ui.page_setup import page_setup
from ui.settings import Settings


@pytest.fixture
def dialog(leaving: LeavingDesk) -> QDialog:
    return leaving.export()


@pytest.fixture
def window_dialog(drafting: Clerk) -> QDialog:
    """The dialog over a whole window."""
    drafting.click("export")
    return drafting.find(QDialog, "export_dialog")


def choose(dialog: QDialog, *formats: str) -> None:
    for one in EXPORTERS:
        dialog.findChild(QCheckBox, f"field:format_{one.key}").setChecked(one.key in formats)


def start(dialog: QDialog, folder: Path) -> None:
    dialog.findChild(QLineEdit, "field:folder").setText(str(folder))
    dialog.findChild(QPushButton, "export_start").click()


def wait_for(clerk: Hands, results: QListWidget | None, count: int) -> None:
    assert results is not None
    clerk.qtbot.waitUntil(lambda: results.count() == count, timeout=30000)


def test_every_format_has_its_box(dialog: QDialog) -> None:
    assert all(dialog.findChild(QCheckBox, f"field:format_{one.key}") for one in EXPORTERS)


def test_at_first_all_usual_formats_are_chosen_and_the_web_page_is_not(dialog: QDialog) -> None:
    chosen = {
        one.key for one in EXPORTERS if dialog.findChild(QCheckBox, f"field:format_{one.key}").isChecked()
    }

    assert chosen == {"docx", "pdf", "xlsx", "txt"}


def test_only_what_was_chosen_is_written(leaving: LeavingDesk, dialog: QDialog, tmp_path: Path) -> None:
    choose(dialog, "txt")
    start(dialog, tmp_path / "导出")
    results = dialog.findChild(QListWidget, "export_results")
    wait_for(leaving, results, 1)

    assert [file.suffix for file in (tmp_path / "导出").iterdir()] == [".txt"]


def test_exporting_again_leaves_the_first_file_alone(
    leaving: LeavingDesk, dialog: QDialog, tmp_path: Path
) -> None:
    choose(dialog, "txt")
    results = dialog.findChild(QListWidget, "export_results")
    for count in (1, 2):
        start(dialog, tmp_path)
        wait_for(leaving, results, count)

    assert len({results.item(row).text() for row in range(2)}) == 2


def test_the_stage_chosen_is_printed(leaving: LeavingDesk, dialog: QDialog, tmp_path: Path) -> None:
    choose(dialog, "txt")
    dialog.findChild(QComboBox, "field:stage").setCurrentText("征求意见稿")
    start(dialog, tmp_path)
    results = dialog.findChild(QListWidget, "export_results")
    wait_for(leaving, results, 1)

    file = Path(results.item(0).toolTip())
    assert "征求意见稿" in file.read_text(encoding="utf-8-sig")


def test_the_stage_chosen_is_frozen_and_shown_by_the_window(
    drafting: Clerk, window_dialog: QDialog, tmp_path: Path
) -> None:
    choose(window_dialog, "txt")
    window_dialog.findChild(QComboBox, "field:stage").setCurrentText("定稿")
    start(window_dialog, tmp_path)
    wait_for(drafting, window_dialog.findChild(QListWidget, "export_results"), 1)

    store, draft = drafting.window.store, drafting.draft
    (version,) = store.versions(drafting.window.chosen_id)
    assert version.label == "定稿 第1稿"
    assert version.trace in window_dialog.findChild(QLabel, "export_status").text()
    assert draft.report == store.load_version(drafting.window.chosen_id, 1)
    assert draft.is_saved


def test_a_draft_that_is_exported_is_kept_as_it_was_then(
    leaving: LeavingDesk, dialog: QDialog, tmp_path: Path
) -> None:
    choose(dialog, "txt")
    start(dialog, tmp_path)
    wait_for(leaving, dialog.findChild(QListWidget, "export_results"), 1)

    store = leaving.store
    assert [one.kind for one in store.versions(leaving.report_id)] == ["导出前"]
    assert store.load_version(leaving.report_id, 1) == leaving.draft.report


def test_what_could_not_be_saved_is_exported_all_the_same_and_that_is_said(
    drafting: Clerk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    view = drafting.window.view
    view.draft.change("写", replace(view.draft.report, preamble=("没有存下来的话。",)))
    monkeypatch.setattr(view.ways_out, "_flush", lambda: False)
    view.ways_out.export()
    dialog = drafting.find(QDialog, "export_dialog")
    choose(dialog, "txt")
    start(dialog, tmp_path)
    wait_for(drafting, dialog.findChild(QListWidget, "export_results"), 1)

    assert "没有存下来的话。" in next(tmp_path.glob("*.txt")).read_text(encoding="utf-8-sig")
    assert "没有留版本" in dialog.findChild(QLabel, "export_status").text()


def test_a_folder_that_is_none_is_said_in_words(
    leaving: LeavingDesk, dialog: QDialog, tmp_path: Path
) -> None:
    file = tmp_path / "不是文件夹"
    file.touch()
    choose(dialog, "txt")
    start(dialog, file)
    status = dialog.findChild(QLabel, "export_status")

    leaving.qtbot.waitUntil(lambda: "不是文件夹" in status.text() and "什么也没有写入" in status.text())

    assert dialog.findChild(QPushButton, "export_start").isEnabled()


def test_errors_warn_and_do_not_forbid(leaving: LeavingDesk, dialog: QDialog) -> None:
    leaving.qtbot.waitUntil(lambda: "错误" in dialog.findChild(QLabel, "preflight").text(), timeout=30000)
    assert dialog.findChild(QPushButton, "export_start").isEnabled()


def test_without_a_format_there_is_nothing_to_export(dialog: QDialog) -> None:
    choose(dialog)

    assert not dialog.findChild(QPushButton, "export_start").isEnabled()


def test_folder_and_formats_are_remembered(drafting: Clerk, window_dialog: QDialog, tmp_path: Path) -> None:
    choose(window_dialog, "txt")
    start(window_dialog, tmp_path)
    results = window_dialog.findChild(QListWidget, "export_results")
    wait_for(drafting, results, 1)
    window_dialog.close()

    drafting.reopen()
    drafting.click("export")
    again = drafting.find(QDialog, "export_dialog")

    assert again.findChild(QLineEdit, "field:folder").text() == str(tmp_path)
    assert again.findChild(QCheckBox, "field:format_txt").isChecked()
    assert not again.findChild(QCheckBox, "field:format_pdf").isChecked()


def make_unpublishable(clerk: Hands) -> None:
    draft = clerk.draft
    words = ("请拨打13800138000。",)
    draft.change("写", replace(draft.report, preamble=words))


def button(dialog: QDialog, name: str) -> QPushButton:
    found = dialog.findChild(QPushButton, name)
    assert found is not None, name
    return found


def choose_public(dialog: QDialog) -> None:
    dialog.findChild(QRadioButton, "field:public").click()


def test_a_public_version_gets_the_web_page_and_bears_no_stage(dialog: QDialog) -> None:
    page, stage = dialog.findChild(QCheckBox, "field:format_html"), dialog.findChild(QComboBox, "field:stage")
    assert not page.isChecked()

    choose_public(dialog)
    assert page.isChecked()
    assert not stage.isEnabled()

    dialog.findChild(QRadioButton, "field:internal").click()
    assert not page.isChecked()
    assert stage.isEnabled()


def test_a_public_version_is_written_as_such(leaving: LeavingDesk, dialog: QDialog, tmp_path: Path) -> None:
    choose_public(dialog)
    choose(dialog, "txt")
    start(dialog, tmp_path)
    results = dialog.findChild(QListWidget, "export_results")
    wait_for(leaving, results, 1)

    assert "（公开版）" in results.item(0).text()


def test_what_must_not_be_published_is_listed_and_going_back_is_the_first_choice(
    leaving: LeavingDesk,
) -> None:
    make_unpublishable(leaving)
    dialog = leaving.export()
    found = dialog.findChild(QListWidget, "disclosure_list")
    assert not found.isVisible()

    choose_public(dialog)

    assert found.isVisible()
    assert found.count() == 1
    assert "正文开头" in found.item(0).text()
    assert "13800138000" in found.item(0).text()
    assert button(dialog, "export_start").text() == "仍然导出"
    assert button(dialog, "export_close").text() == "返回修改"
    assert button(dialog, "export_close").isDefault()


def test_going_back_leads_to_the_place(drafting: Clerk) -> None:
    make_unpublishable(drafting)
    drafting.window.view.show_tab(3)
    drafting.click("export")
    dialog = drafting.find(QDialog, "export_dialog")
    choose_public(dialog)

    button(dialog, "export_close").click()

    assert drafting.window.findChild(QDialog, "export_dialog") is None
    assert drafting.find(QTabWidget, "report_tabs").currentWidget().objectName() == "tab:letterhead"


def test_it_is_exported_all_the_same_when_the_clerk_says_so(leaving: LeavingDesk, tmp_path: Path) -> None:
    make_unpublishable(leaving)
    dialog = leaving.export()
    choose_public(dialog)
    choose(dialog, "txt")
    start(dialog, tmp_path)
    wait_for(leaving, dialog.findChild(QListWidget, "export_results"), 1)

    (file,) = tmp_path.glob("*.txt")
    assert "13800138000" in file.read_text(encoding="utf-8-sig")


def test_fonts_are_looked_at_before_anything_is_written(leaving: LeavingDesk, dialog: QDialog) -> None:
    fonts = dialog.findChild(QLabel, "preflight_fonts")

    leaving.qtbot.waitUntil(lambda: "仿宋：" in fonts.text(), timeout=30000)

    assert len(fonts.text().split("\n")) == 5
    assert "自带字体代替（没有装“方正小标宋简体”）" in fonts.text()
    assert "方正小标宋_GBK" in fonts.toolTip()


def test_the_fonts_of_a_folder_are_named(leaving: LeavingDesk, dialog: QDialog, tmp_path: Path) -> None:
    save(made_font("FangSong_GB2312", chinese="仿宋_GB2312"), tmp_path / "仿宋.ttf")
    fonts = dialog.findChild(QLabel, "preflight_fonts")

    dialog.findChild(QLineEdit, "field:font_folder").setText(str(tmp_path))

    leaving.qtbot.waitUntil(lambda: "✓ 仿宋：" in fonts.text(), timeout=30000)


def test_a_font_folder_that_is_none_is_said_in_words(
    leaving: LeavingDesk, dialog: QDialog, tmp_path: Path
) -> None:
    fonts = dialog.findChild(QLabel, "preflight_fonts")

    dialog.findChild(QLineEdit, "field:font_folder").setText(str(tmp_path / "没有"))

    leaving.qtbot.waitUntil(lambda: "不存在或不是文件夹" in fonts.text(), timeout=30000)
    assert "没有写入" not in fonts.text()  # nothing was to be written yet


def test_characters_that_no_font_holds_are_named_with_their_places(leaving: LeavingDesk) -> None:
    draft = leaving.draft
    draft.change("写", replace(draft.report, preamble=("小张𰻝来了。",)))
    missing = leaving.export().findChild(QLabel, "preflight_missing")

    leaving.qtbot.waitUntil(missing.isVisible, timeout=30000)

    assert "“𰻝”在正文开头：小张𰻝来了。" in missing.text()


def test_the_page_rules_chosen_are_those_of_the_preview_too(leaving: LeavingDesk, dialog: QDialog) -> None:
    choice = dialog.findChild(QComboBox, "field:profile")
    assert choice.currentText() == "GB/T 9704-2012"

    choice.setCurrentIndex(choice.findData("hanging"))
    dialog.close()

    setup = page_setup(Settings(leaving.data_dir))
    assert setup.rules().line_breaking.hanging
    again = leaving.export().findChild(QComboBox, "field:profile")
    assert again.currentData() == "hanging"


def test_a_chosen_profile_that_is_gone_is_said_and_another_can_be_chosen(drafting: Clerk) -> None:
    Settings(drafting.data_dir).set(PROFILE, "nosuch")
    drafting.window.settings.set(PROFILE, "nosuch")
    view = drafting.window.view
    view.show_preview()
    note = drafting.find(QLabel, "preview_note")
    drafting.qtbot.waitUntil(lambda: "“nosuch”找不到了" in note.text(), timeout=30000)
    drafting.click("export")
    dialog = drafting.find(QDialog, "export_dialog")
    trouble, choice = (
        dialog.findChild(QLabel, "profile_trouble"),
        dialog.findChild(QComboBox, "field:profile"),
    )
    assert "“nosuch”找不到了" in trouble.text()
    assert choice.currentText() == "nosuch（用不了）"

    choice.setCurrentIndex(choice.findData("gbt9704"))

    assert trouble.isHidden()
    drafting.qtbot.waitUntil(lambda: not note.isVisible(), timeout=30000)


def test_files_are_opened_and_found_from_the_list(
    leaving: LeavingDesk, dialog: QDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[str, Path]] = []
    monkeypatch.setattr(file_manager, "open_place", lambda place: asked.append(("open", place)))
    monkeypatch.setattr(file_manager, "locate", lambda place: asked.append(("locate", place)))
    choose(dialog, "txt", "xlsx")
    start(dialog, tmp_path)
    results = dialog.findChild(QListWidget, "export_results")
    wait_for(leaving, results, 2)
    results.setCurrentRow(1)

    for name in ("open_file", "locate_file", "open_folder"):
        button(dialog, name).click()

    (text,) = tmp_path.glob("*.txt")
    assert asked == [("open", text), ("locate", text), ("open", tmp_path)]


def test_everything_in_the_dialog_has_a_name(dialog: QDialog) -> None:
    nameless = [
        (type(widget).__name__, widget.objectName())
        for widget in dialog.findChildren(QWidget)
        if isinstance(widget, QAbstractButton | QComboBox | QLineEdit | QListWidget)
        and not widget.objectName().startswith("qt_")
        and not (widget.objectName() and widget.accessibleName())
    ]
    assert nameless == []
