"""设置: everything that is declared can be filled in there, holds at once, and can be put back."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFileDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QMessageBox,
    QPushButton,
    QSpinBox,
    QTableView,
    QTreeWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from checks import RULES
from models.letterhead import LETTERHEAD
from tests.ui.conftest import Clerk
from tests.ui.looks import usual_afterwards
from ui.declared_settings import (
    BACKUP_FOLDER,
    BACKUP_MINUTES,
    DECLARED,
    PAPER_ZOOM,
    PROFILE,
    SAVE_PAUSE,
    UNIT_NUMBER,
    UNIT_ORGANS,
    UNIT_PHONE,
    UNIT_SIGNATORIES,
)
from ui.setting import NO, YES, Declared, Group, Kind
from ui.settings import BACKUP_COPIED, Settings
from ui.settings_dialog import SettingsDialog
from ui.settings_page import SettingsPage
from ui.unit_profile import unit_profile

ORGAN = "云岭县人民政府"


@pytest.fixture
def setting(clerk: Clerk) -> Iterator[Clerk]:
    """A clerk with 设置 open."""
    with usual_afterwards(kept(clerk)):
        clerk.window.findChild(QAction, "action:settings").trigger()
        yield clerk


def kept(clerk: Clerk) -> Settings:
    return clerk.window.preferences._settings


def test_only_the_page_that_is_seen_is_made(setting: Clerk) -> None:
    dialog = setting.window.findChild(SettingsDialog, "settings_dialog")

    made = [page.objectName() for page in QDialog.findChildren(dialog, SettingsPage)]

    assert made == ["settings_page:unit"]


def choose(clerk: Clerk, group: Group) -> None:
    clerk.find(QListWidget, "settings_groups").setCurrentRow(list(Group).index(group))


def test_the_key_opens_it_once(setting: Clerk) -> None:
    action = setting.find(QAction, "action:settings")
    assert action.shortcut().toString() == "Ctrl+,"

    action.trigger()

    assert len(setting.window.findChildren(QDialog, "settings_dialog")) == 1


def test_every_declared_setting_is_there_with_its_label_and_shows_what_is_set_elsewhere(
    qtbot: QtBot, tmp_path: Path
) -> None:
    settings = Settings(tmp_path)
    dialog = SettingsDialog(settings)
    qtbot.addWidget(dialog)

    for one in DECLARED:
        name = f"field:{one.key}" if one.kind is Kind.FOLDER else f"setting:{one.key}"
        widget = dialog.findChild(QWidget, name)
        assert widget.accessibleName() == one.label
        other = another(one, tmp_path)
        settings.set(one, other)
        assert shown(widget) == other


def another(one: Declared, data_dir: Path) -> str:
    match one.kind:
        case Kind.CHOICE:
            return list(one.choices(data_dir))[-1]
        case Kind.NUMBER:
            return str(one.most)
        case Kind.YES_NO:
            return YES
        case Kind.RULES:
            return RULES[0].id
        case _:
            return "甲"


def shown(widget: QWidget | None) -> str:
    match widget:
        case QLineEdit():
            return widget.text()
        case QComboBox():
            return str(widget.currentData())
        case QSpinBox():
            return str(widget.value())
        case QCheckBox():
            return YES if widget.isChecked() else NO
        case _:
            tree = widget.findChild(QTreeWidget)
            rows = range(tree.topLevelItemCount())
            return ",".join(RULES[row].id for row in rows if not is_ticked(tree, row))


def is_ticked(tree: QTreeWidget | None, row: int) -> bool:
    return tree.topLevelItem(row).checkState(0) is Qt.CheckState.Checked


def test_the_units_fields_are_called_as_in_the_letterhead() -> None:
    fields = [one for one in DECLARED if one.field]

    assert {one.field: one.label for one in fields} == {
        one.field: LETTERHEAD[one.field].label for one in fields
    }
    assert UNIT_NUMBER.label == LETTERHEAD["doc_number"].label


def test_a_new_report_begins_with_the_units_profile(setting: Clerk) -> None:
    for one, text in (
        (UNIT_ORGANS, ORGAN),
        (UNIT_SIGNATORIES, "周某"),
        (UNIT_PHONE, "0000-1234567"),
        (UNIT_NUMBER, "云政〔年份〕〔序号〕号"),
    ):
        setting.type(setting.find(QLineEdit, f"setting:{one.key}"), text)
    setting.click("settings_close")

    setting.click("new_report")
    assert setting.find(QLineEdit, "field:organ").text() == ORGAN
    setting.type(setting.find(QLineEdit, "field:year"), "2026")
    setting.click("dialog_ok")

    head = setting.window.view.draft.report.letterhead
    assert head.signatories == ("周某",)
    assert head.contact_phone == "0000-1234567"
    assert head.doc_number == "云政〔2027〕号"


def test_another_units_report_begins_without_it(qapp: object, tmp_path: Path) -> None:
    settings = Settings(tmp_path)
    settings.set(UNIT_ORGANS, ORGAN)
    settings.set(UNIT_PHONE, "0000-1234567")

    assert unit_profile(settings, ORGAN, 2026) == {"contact_phone": "0000-1234567"}
    assert unit_profile(settings, "青山镇人民政府", 2026) == {}


def test_a_rule_that_is_off_says_nothing_in_the_open_report_and_the_panel_tells_how_many_are(
    setting: Clerk,
) -> None:
    setting.click("settings_close")
    setting.begin_report()
    setting.window.view.show_findings()
    setting.wait_for_findings()
    table = setting.find(QTableView, "findings_table")
    rule = setting.window.view.findings[0].rule
    before = table.model().rowCount()
    setting.window.preferences.show()
    choose(setting, Group.CHECKS)
    rules = setting.find(QTreeWidget, "rules_list")

    (item,) = [rules.topLevelItem(row) for row in range(len(RULES)) if RULES[row].id == rule]
    item.setCheckState(0, Qt.CheckState.Unchecked)

    setting.qtbot.waitUntil(lambda: table.model().rowCount() < before)
    assert all(one.rule != rule for one in setting.window.view.findings)
    assert "1 条规则已在“设置”中停用" in setting.window.view._panel.note.text()
    setting.click("rules_all")
    setting.qtbot.waitUntil(lambda: table.model().rowCount() == before)


def test_the_pause_before_saving_holds_in_the_open_report(setting: Clerk) -> None:
    setting.click("settings_close")
    setting.begin_report()

    kept(setting).set(SAVE_PAUSE, "2000")

    assert setting.window.view.draft.save_after_ms == 2000


def test_another_second_place_is_not_said_to_hold_a_copy_yet(setting: Clerk, tmp_path: Path) -> None:
    assert setting.window.safekeeping.clock is not None
    kept(setting).set(BACKUP_COPIED, "2026-01-01T00:00:00+08:00")
    choose(setting, Group.KEEPING)

    line = setting.find(QLineEdit, f"field:{BACKUP_FOLDER.key}")
    setting.type(line, str(tmp_path))
    line.editingFinished.emit()

    assert kept(setting).get(BACKUP_FOLDER) == str(tmp_path)
    assert kept(setting).get(BACKUP_COPIED) == ""


def test_a_folder_that_is_no_whole_path_is_not_taken_and_the_page_says_why(setting: Clerk) -> None:
    choose(setting, Group.KEEPING)
    line = setting.find(QLineEdit, f"field:{BACKUP_FOLDER.key}")
    setting.type(line, "备份")
    line.editingFinished.emit()

    assert kept(setting).get(BACKUP_FOLDER) == ""
    assert "不是完整的路径" in setting.find(QLabel, f"setting_note:{BACKUP_FOLDER.key}").text()


def test_a_group_is_put_back_alone_and_that_can_be_undone(setting: Clerk) -> None:
    kept(setting).set(BACKUP_MINUTES, "120")
    kept(setting).set(UNIT_PHONE, "0000-1234567")
    choose(setting, Group.KEEPING)

    setting.click("settings_reset")
    assert kept(setting).get(BACKUP_MINUTES) == "30"
    assert kept(setting).get(UNIT_PHONE) == "0000-1234567"

    setting.click("settings_undo_reset")
    assert kept(setting).get(BACKUP_MINUTES) == "120"


def test_a_value_that_cannot_be_is_read_as_the_default(qapp: object, tmp_path: Path) -> None:
    settings = Settings(tmp_path)
    settings.set(PAPER_ZOOM, "9000")

    assert settings.number(PAPER_ZOOM) == 100


def chosen(clerk: Clerk, name: str, file: Path) -> None:
    dialog = clerk.find(QFileDialog, name)
    dialog.fileSelected.emit(str(file))
    dialog.reject()


def test_settings_go_out_and_come_in_and_what_would_change_is_shown_first(
    setting: Clerk, tmp_path: Path
) -> None:
    kept(setting).set(UNIT_PHONE, "0000-1234567")
    file = tmp_path / "设置.toml"
    setting.click("settings_export")
    chosen(setting, "settings_export_dialog", file)
    assert str(file) in setting.find(QMessageBox, "message").text()
    setting.click("message_ok")
    kept(setting).set(UNIT_PHONE, "")

    setting.click("settings_import")
    chosen(setting, "settings_import_file", file)
    model = setting.find(QTableView, "settings_changes").model()
    assert [model.index(0, column).data() for column in range(3)] == ["联系电话", "（空）", "0000-1234567"]
    assert kept(setting).get(UNIT_PHONE) == ""

    setting.click("settings_import_ok")
    assert kept(setting).get(UNIT_PHONE) == "0000-1234567"


def test_a_damaged_file_changes_nothing_and_says_so(setting: Clerk, tmp_path: Path) -> None:
    file = tmp_path / "设置.toml"
    file.write_text("不是设置", encoding="utf-8")

    setting.click("settings_import")
    chosen(setting, "settings_import_file", file)

    assert "已损坏或不是设置文件" in setting.find(QMessageBox, "message").text()
    assert setting.find(QPushButton, "message_ok").isEnabled()


def test_an_own_page_profile_with_a_mistake_is_told_of_where_profiles_are_chosen(clerk: Clerk) -> None:
    own = clerk.data_dir / "profiles" / "bad.toml"
    own.parent.mkdir(parents=True)
    own.write_text('base = "gbt9704"\n[gird]\nlines = 3\n', encoding="utf-8")
    clerk.window.settings.set(PROFILE, "bad")
    clerk.window.preferences.show()
    dialog = clerk.find(SettingsDialog, "settings_dialog")
    note = dialog.findChild(QLabel, f"setting_note:{PROFILE.key}")
    choice = dialog.findChild(QComboBox, f"setting:{PROFILE.key}")
    assert "不认识的“gird”" in note.text()
    assert choice.currentData() == "bad"

    choice.setCurrentIndex(choice.findData("hanging"))

    assert clerk.window.settings.get(PROFILE) == "hanging"
    assert "“bad”" in note.text(), "it is still there and of no use"
